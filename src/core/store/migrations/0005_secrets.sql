-- A secret under a name. Until there are users and teams, owner_id is NULL: the owner of this store.
CREATE TABLE secret (
    id         TEXT    NOT NULL PRIMARY KEY,
    owner_id   TEXT,
    team_id    TEXT,
    visibility TEXT    NOT NULL DEFAULT 'private' CHECK (visibility IN ('private', 'team', 'public')),
    name       TEXT    NOT NULL CHECK (name <> ''),
    kind       TEXT    NOT NULL CHECK (kind IN ('value', 'exec')),
    -- Sealed: the value, or the command whose output it is.
    value      BLOB,
    command    BLOB,
    revision   BLOB    NOT NULL CHECK (length(revision) = 16),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((kind = 'value') = (value IS NOT NULL) AND (kind = 'exec') = (command IS NOT NULL)),
    -- Nobody runs a command for another.
    CHECK (kind = 'value' OR visibility = 'private')
) STRICT;

-- A team's names, or those of one owner outside teams.
CREATE UNIQUE INDEX secret_name ON secret (
    coalesce(team_id, ''),
    CASE WHEN team_id IS NULL THEN coalesce(owner_id, '') ELSE '' END,
    name
);

-- Where a server's configuration refers to a secret. It was bound when it was saved: a secret that is removed leaves the
-- reference dangling, and one that is made again under its name is another secret.
CREATE TABLE server_reference (
    server_id TEXT    NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    -- What holds it: 'env' or 'arg'.
    place     TEXT    NOT NULL CHECK (place <> ''),
    -- Which of these: the variable's name, the argument's number from 0.
    item      TEXT    NOT NULL,
    -- The how-manyeth reference in that text, from 0.
    position  INTEGER NOT NULL CHECK (position >= 0),
    name      TEXT    NOT NULL CHECK (name <> ''),
    -- NULL: the secret of that name of whoever uses the server.
    secret_id TEXT,
    PRIMARY KEY (server_id, place, item, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX server_reference_secret ON server_reference (secret_id);

-- The owner of a secret lets a server have it, as long as that server's command is this one.
CREATE TABLE secret_grant (
    secret_id  TEXT    NOT NULL REFERENCES secret (id) ON DELETE CASCADE,
    server_id  TEXT    NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    command    BLOB    NOT NULL CHECK (length(command) = 32),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (secret_id, server_id)
) STRICT, WITHOUT ROWID;
