-- Who did what: only ever appended to. Each hash vouches for its row and for all before it.
CREATE TABLE audit (
    seq     INTEGER NOT NULL PRIMARY KEY,
    at      INTEGER NOT NULL,
    -- Ids stay when whom or what they name goes.
    actor   TEXT,
    via     TEXT    NOT NULL,
    uid     INTEGER,
    pid     INTEGER NOT NULL,
    parent  TEXT,
    client  TEXT,
    action  TEXT    NOT NULL,
    kind    TEXT,
    id      TEXT,
    name    TEXT,
    outcome TEXT    NOT NULL,
    reason  TEXT,
    details TEXT    NOT NULL,
    count   INTEGER NOT NULL,
    hash    BLOB    NOT NULL
) STRICT;
