DROP TRIGGER auth_mode_updated;
DROP TABLE item_rule;
DELETE FROM generation WHERE kind = 'access';

CREATE TABLE server_alone (
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
INSERT INTO server_alone
SELECT
    id, name, alias, prefixed, enabled, eager, command, args, cwd, path, start_timeout_ms, call_timeout_ms, created_at,
    updated_at
FROM server;
DROP TABLE server;
ALTER TABLE server_alone RENAME TO server;
CREATE TRIGGER server_inserted AFTER INSERT ON server
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_updated AFTER UPDATE ON server
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_deleted AFTER DELETE ON server
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;

DROP TABLE role;
DROP TABLE global_grant;
DROP TABLE membership;
DROP TABLE team;
DROP TABLE user;
DELETE FROM meta WHERE key IN ('auth_mode', 'local_owner');
