-- What was kept in clear waits here until it is sealed; then the file is rewritten without it.
ALTER TABLE server_env RENAME TO server_env_clear;

-- One variable a row: each value is sealed for its server and name.
CREATE TABLE server_env (
    server_id TEXT NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    name      TEXT NOT NULL CHECK (name <> ''),
    value     BLOB NOT NULL,
    revision  BLOB NOT NULL CHECK (length(revision) = 16),
    PRIMARY KEY (server_id, name)
) STRICT, WITHOUT ROWID;
