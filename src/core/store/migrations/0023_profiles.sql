-- A client of this machine, and its token, which stands sealed here so that it stands in no client's configuration.
CREATE TABLE profile (
    name       TEXT    NOT NULL PRIMARY KEY,
    token_id   TEXT    NOT NULL REFERENCES token (id) ON DELETE CASCADE,
    secret     BLOB    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX profile_token ON profile (token_id);
