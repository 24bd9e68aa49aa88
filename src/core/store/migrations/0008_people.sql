-- Somebody who acts. The owner of a store that one person uses has no email, and needs none.
CREATE TABLE user (
    id            TEXT    NOT NULL PRIMARY KEY,
    email         TEXT    CONSTRAINT user_email UNIQUE,
    full_name     TEXT    NOT NULL DEFAULT '',
    status        TEXT    NOT NULL CHECK (status IN ('active', 'pending', 'disabled')),
    -- The account of the operating system that acts as this user where nobody logs in.
    os_uid        INTEGER CONSTRAINT user_os_uid UNIQUE,
    -- The team that owns a service user, which never logs in.
    service_of    TEXT    REFERENCES team (id) ON DELETE CASCADE,
    personal_team TEXT    NOT NULL UNIQUE REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE team (
    id           TEXT    NOT NULL PRIMARY KEY,
    slug         TEXT    NOT NULL CONSTRAINT team_slug UNIQUE,
    name         TEXT    NOT NULL,
    description  TEXT    NOT NULL DEFAULT '',
    -- Whose own team it is; it goes with its user.
    personal_of  TEXT    UNIQUE REFERENCES user (id) ON DELETE CASCADE,
    discoverable INTEGER NOT NULL DEFAULT 0 CHECK (discoverable IN (0, 1)),
    status       TEXT    NOT NULL CHECK (status IN ('active', 'trial', 'suspended')),
    trial_ends   INTEGER,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    CHECK ((status = 'trial') = (trial_ends IS NOT NULL)),
    CHECK (personal_of IS NULL OR (status = 'active' AND discoverable = 0))
) STRICT;

-- The grant of a role in a team: of mcpgw's own roles, or one in the table of roles.
CREATE TABLE membership (
    team_id    TEXT    NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    user_id    TEXT    NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    role       TEXT    NOT NULL CHECK (role <> ''),
    expires_at INTEGER,
    source     TEXT    NOT NULL CHECK (source IN ('manual', 'invite', 'sso')),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (team_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX membership_user ON membership (user_id);

-- The grant of a role in the whole store.
CREATE TABLE global_grant (
    user_id    TEXT    NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    role       TEXT    NOT NULL CHECK (role <> ''),
    expires_at INTEGER,
    source     TEXT    NOT NULL CHECK (source IN ('manual', 'invite', 'sso')),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, role)
) STRICT, WITHOUT ROWID;

-- A role beside mcpgw's own: a name for a set of permissions, in one team or, without one, everywhere.
CREATE TABLE role (
    id          TEXT    NOT NULL PRIMARY KEY,
    team_id     TEXT    REFERENCES team (id) ON DELETE CASCADE,
    name        TEXT    NOT NULL CHECK (name <> ''),
    permissions TEXT    NOT NULL CHECK (json_type(permissions) = 'array'),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX role_name ON role (coalesce(team_id, ''), name);

-- The person who uses this store alone so far. Ids as mcpgw makes them: version 7 UUIDs.
INSERT INTO meta (key, value)
WITH made (millis) AS (SELECT printf('%012x', CAST(unixepoch('subsec') * 1000 AS INTEGER)))
SELECT
    key,
    lower(
        substr(millis, 1, 8) || '-' || substr(millis, 9, 4) || '-7' || substr(hex(randomblob(2)), 2)
        || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))
    )
FROM made, (SELECT 'local_owner' AS key UNION ALL SELECT 'local_team');

INSERT INTO user (id, full_name, status, personal_team, created_at, updated_at)
SELECT owner.value, '', 'active', team.value, unixepoch() * 1000, unixepoch() * 1000
FROM meta AS owner, meta AS team WHERE owner.key = 'local_owner' AND team.key = 'local_team';

INSERT INTO team (id, slug, name, personal_of, status, created_at, updated_at)
SELECT personal_team, 'personal', 'Personal', id, 'active', created_at, updated_at FROM user;

INSERT INTO membership (team_id, user_id, role, source, created_at)
SELECT personal_team, id, 'owner', 'manual', created_at FROM user;

INSERT INTO global_grant (user_id, role, source, created_at)
SELECT id, 'platform_admin', 'manual', created_at FROM user;

DELETE FROM meta WHERE key = 'local_team';

-- Whether processes without credentials act as the local owner.
INSERT INTO meta (key, value) VALUES ('auth_mode', 'local');

-- Servers belong to somebody; their names are unique in their team only.
CREATE TABLE server_of_team (
    id               TEXT    NOT NULL PRIMARY KEY,
    owner_id         TEXT    NOT NULL REFERENCES user (id),
    team_id          TEXT    NOT NULL REFERENCES team (id),
    -- What a newer mcpgw may write here is seen by nobody.
    visibility       TEXT    NOT NULL CHECK (visibility <> ''),
    name             TEXT    NOT NULL,
    alias            TEXT    NOT NULL,
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
    updated_at       INTEGER NOT NULL,
    CONSTRAINT server_name UNIQUE (team_id, name),
    CONSTRAINT server_alias UNIQUE (team_id, alias)
) STRICT;

INSERT INTO server_of_team
SELECT
    server.id, user.id, user.personal_team, 'private', server.name, alias, prefixed, enabled, eager, command, args, cwd,
    path, start_timeout_ms, call_timeout_ms, server.created_at, server.updated_at
FROM server, user;

-- Foreign keys are not followed while steps are taken: what belongs to servers stays.
DROP TABLE server;
ALTER TABLE server_of_team RENAME TO server;

CREATE INDEX server_owner ON server (owner_id);

CREATE TRIGGER server_inserted AFTER INSERT ON server
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_updated AFTER UPDATE ON server
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_deleted AFTER DELETE ON server
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;

-- One item of a server that is off, or that fewer may see than the server. What has no row here is as its server is.
CREATE TABLE item_rule (
    server_id  TEXT    NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    kind       TEXT    NOT NULL CHECK (kind IN ('tool', 'prompt', 'resource', 'template')),
    -- As the server calls it; the URI of a resource.
    name       TEXT    NOT NULL,
    enabled    INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    visibility TEXT    CHECK (visibility <> ''),
    PRIMARY KEY (server_id, kind, name)
) STRICT, WITHOUT ROWID;

INSERT INTO generation VALUES ('access', 0);

CREATE TRIGGER user_inserted AFTER INSERT ON user
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER user_updated AFTER UPDATE ON user
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER user_deleted AFTER DELETE ON user
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER team_updated AFTER UPDATE ON team
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER team_deleted AFTER DELETE ON team
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER membership_inserted AFTER INSERT ON membership
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER membership_updated AFTER UPDATE ON membership
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER membership_deleted AFTER DELETE ON membership
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER global_grant_inserted AFTER INSERT ON global_grant
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER global_grant_updated AFTER UPDATE ON global_grant
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER global_grant_deleted AFTER DELETE ON global_grant
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER role_updated AFTER UPDATE ON role
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER role_deleted AFTER DELETE ON role
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER item_rule_inserted AFTER INSERT ON item_rule
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER item_rule_updated AFTER UPDATE ON item_rule
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER item_rule_deleted AFTER DELETE ON item_rule
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER auth_mode_updated AFTER UPDATE ON meta WHEN NEW.key = 'auth_mode'
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
