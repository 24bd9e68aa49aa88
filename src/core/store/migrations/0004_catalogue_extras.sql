-- What a list's result said besides its items, as raw members, byte for byte.
CREATE TABLE catalogue_extra (
    catalogue_id INTEGER NOT NULL REFERENCES catalogue (id) ON DELETE CASCADE,
    kind         TEXT    NOT NULL CHECK (kind IN ('tool', 'prompt', 'resource', 'template')),
    members      BLOB    NOT NULL,
    PRIMARY KEY (catalogue_id, kind)
) STRICT, WITHOUT ROWID;
