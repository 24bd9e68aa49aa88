-- Whose calls were counted: a session, or a command that made one. Ids, and no references: who it names may be gone.
CREATE TABLE usage_session (
    id             INTEGER PRIMARY KEY,
    session_id     TEXT    NOT NULL UNIQUE,
    user_id        TEXT    NOT NULL,
    token_id       TEXT,
    -- What the client called itself.
    client         TEXT,
    client_version TEXT,
    -- Up to which end of a call its journal is known: the same is never counted twice.
    through        INTEGER NOT NULL
) STRICT;

CREATE INDEX usage_session_user ON usage_session (user_id);
CREATE INDEX usage_session_token ON usage_session (token_id) WHERE token_id IS NOT NULL;

-- A server, and the team whose it was then.
CREATE TABLE usage_server (
    id        INTEGER PRIMARY KEY,
    server_id TEXT NOT NULL,
    team_id   TEXT NOT NULL,
    UNIQUE (server_id, team_id)
) STRICT;

-- What servers list items as.
CREATE TABLE usage_item (
    id   INTEGER PRIMARY KEY,
    name TEXT UNIQUE
) STRICT;

-- Those that are not told apart.
INSERT INTO usage_item VALUES (0, NULL);

-- Calls that were alike, mostly one. Nothing of arguments.
CREATE TABLE usage (
    -- Milliseconds since 1970; of several calls, the beginning of their second.
    at        INTEGER NOT NULL,
    session   INTEGER NOT NULL REFERENCES usage_session (id),
    -- Absent, with the method, for calls of which only the number is known.
    server    INTEGER REFERENCES usage_server (id),
    item      INTEGER REFERENCES usage_item (id),
    method    INTEGER,
    outcome   INTEGER NOT NULL,
    -- The class of durations.
    bucket    INTEGER NOT NULL,
    calls     INTEGER NOT NULL CHECK (calls > 0),
    -- Sums over the calls: microseconds, bytes.
    took      INTEGER NOT NULL,
    bytes_in  INTEGER NOT NULL,
    bytes_out INTEGER NOT NULL
) STRICT;

CREATE INDEX usage_at ON usage (at);
CREATE INDEX usage_of_session ON usage (session, at);
-- Else every item that goes would be looked for in all of it.
CREATE INDEX usage_of_item ON usage (item) WHERE item IS NOT NULL;
