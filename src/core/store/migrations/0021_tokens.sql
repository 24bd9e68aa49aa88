-- Somebody's credential, and what it is for. Of the token itself only the hash is kept.
CREATE TABLE token (
    id           TEXT    NOT NULL PRIMARY KEY,
    user_id      TEXT    NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    -- The token that it was made with, which narrows it too.
    parent_id    TEXT    REFERENCES token (id) ON DELETE CASCADE,
    name         TEXT    NOT NULL,
    -- The key that has signed it; nothing: it was made elsewhere, and is known by its hash alone.
    kid          TEXT    REFERENCES signing_key (kid),
    hash         BLOB    NOT NULL CONSTRAINT token_hash UNIQUE CHECK (length(hash) = 32),
    reach        TEXT    NOT NULL CHECK (reach IN ('all', 'public', 'teams')),
    -- Lists and maps are JSON, of ids where they name something of this store. NULL says nothing; an empty one is for nothing.
    teams        TEXT    NOT NULL CHECK (json_type(teams) = 'array'),
    servers      TEXT    CHECK (json_type(servers) = 'array'),
    tools        TEXT    CHECK (json_type(tools) = 'array'),
    prompts      TEXT    CHECK (json_type(prompts) = 'array'),
    resources    TEXT    CHECK (json_type(resources) = 'array'),
    capabilities TEXT    CHECK (json_type(capabilities) = 'object'),
    permissions  TEXT    NOT NULL CHECK (json_type(permissions) = 'array'),
    -- The hours of a place, minutes after midnight; its days are letters, 1 for Monday.
    zone         TEXT,
    days         TEXT,
    from_minute  INTEGER CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute    INTEGER CHECK (to_minute BETWEEN 0 AND 1440),
    per_minute   INTEGER CHECK (per_minute > 0),
    per_hour     INTEGER CHECK (per_hour > 0),
    per_day      INTEGER CHECK (per_day > 0),
    concurrency  INTEGER CHECK (concurrency > 0),
    cidrs        TEXT    CHECK (json_type(cidrs) = 'array'),
    client       TEXT,
    workspace    TEXT,
    created_by   TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    expires_at   INTEGER,
    revoked_at   INTEGER,
    CHECK ((zone IS NULL) = (days IS NULL) AND (zone IS NULL) = (from_minute IS NULL)
           AND (zone IS NULL) = (to_minute IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX token_user ON token (user_id);
CREATE INDEX token_parent ON token (parent_id);

CREATE TRIGGER token_updated AFTER UPDATE ON token
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER token_deleted AFTER DELETE ON token
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;

-- Triggers, so that no way of changing it is forgotten. Who may act again has new tokens to make.
CREATE TRIGGER status_revokes_tokens AFTER UPDATE OF status ON user
    WHEN NEW.status <> 'active' AND OLD.status = 'active'
    BEGIN
        UPDATE token SET revoked_at = CAST(unixepoch('subsec') * 1000 AS INTEGER)
        WHERE user_id = NEW.id AND revoked_at IS NULL;
    END;

-- A list that loses its last team is for nothing.
CREATE TRIGGER team_leaves_tokens AFTER DELETE ON team
    BEGIN
        UPDATE token
        SET teams = (SELECT json_group_array(value) FROM json_each(token.teams) WHERE value <> OLD.id)
        WHERE reach = 'teams' AND instr(teams, OLD.id) > 0;
    END;
