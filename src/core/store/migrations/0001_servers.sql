-- What belongs to the store itself, such as its id.
CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The id is made in the transaction that makes the table: there is no store without one. A version 4 UUID.
INSERT INTO meta (key, value) VALUES (
    'store_id',
    lower(
        hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
        || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))
    )
);

-- A configured server. Times are milliseconds since the Unix epoch, limits are milliseconds.
CREATE TABLE server (
    id               TEXT    NOT NULL PRIMARY KEY,
    name             TEXT    NOT NULL CONSTRAINT server_name UNIQUE,
    alias            TEXT    NOT NULL CONSTRAINT server_alias UNIQUE,
    prefixed         INTEGER NOT NULL CHECK (prefixed IN (0, 1)),
    enabled          INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    eager            INTEGER NOT NULL CHECK (eager IN (0, 1)),
    command          TEXT    NOT NULL CHECK (command <> ''),
    args             TEXT    NOT NULL CHECK (json_type(args) = 'array'),
    cwd              TEXT,
    path             TEXT,
    start_timeout_ms INTEGER NOT NULL CHECK (start_timeout_ms > 0),
    call_timeout_ms  INTEGER CHECK (call_timeout_ms > 0),
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL
) STRICT;

-- One variable a row: each value is a secret of its own.
CREATE TABLE server_env (
    server_id TEXT NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    name      TEXT NOT NULL CHECK (name <> ''),
    value     BLOB NOT NULL,
    PRIMARY KEY (server_id, name)
) STRICT, WITHOUT ROWID;

-- What a server listed when it was started in this configuration and offered these capabilities,
-- or why it failed to.
CREATE TABLE catalogue (
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

CREATE TABLE catalogue_item (
    catalogue_id INTEGER NOT NULL REFERENCES catalogue (id) ON DELETE CASCADE,
    kind         TEXT    NOT NULL CHECK (kind IN ('tool', 'prompt', 'resource', 'template')),
    position     INTEGER NOT NULL,
    item         BLOB    NOT NULL,
    PRIMARY KEY (catalogue_id, kind, position)
) STRICT, WITHOUT ROWID;
