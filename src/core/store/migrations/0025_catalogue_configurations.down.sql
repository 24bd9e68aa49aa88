CREATE TABLE catalogue_of_offer (
    id               INTEGER PRIMARY KEY,
    server_id        TEXT    NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    configuration    BLOB    NOT NULL CHECK (length(configuration) = 32),
    offer            BLOB    NOT NULL CHECK (length(offer) = 32),
    protocol_version TEXT,
    capabilities     BLOB,
    server_info      BLOB,
    instructions     BLOB,
    failure          TEXT,
    seen_at          INTEGER NOT NULL,
    UNIQUE (server_id, offer),
    CHECK ((failure IS NULL) = (protocol_version IS NOT NULL AND capabilities IS NOT NULL AND server_info IS NOT NULL))
) STRICT;

-- Of each offer the newest.
INSERT INTO catalogue_of_offer
    SELECT id, server_id, configuration, offer, protocol_version, capabilities, server_info, instructions, failure, seen_at
    FROM catalogue WHERE true ORDER BY seen_at DESC, id DESC
    ON CONFLICT DO NOTHING;

DELETE FROM catalogue_item WHERE catalogue_id NOT IN (SELECT id FROM catalogue_of_offer);
DELETE FROM catalogue_extra WHERE catalogue_id NOT IN (SELECT id FROM catalogue_of_offer);
DROP TABLE catalogue;
ALTER TABLE catalogue_of_offer RENAME TO catalogue;
