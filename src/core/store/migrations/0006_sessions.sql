-- A running session. Its process may have been killed since: who reads these rows sweeps those of processes that are gone.
CREATE TABLE session (
    id            TEXT    NOT NULL PRIMARY KEY,
    pid           INTEGER NOT NULL CHECK (pid > 0),
    -- Tells the process from a later one that was given the same id: as the system counts time, 0 where it can't be known.
    process_start INTEGER NOT NULL,
    -- Where it answers.
    socket        TEXT    NOT NULL,
    cwd           TEXT,
    started_at    INTEGER NOT NULL
) STRICT;

-- Counts the changes of what sessions follow, one row a kind. What sessions write themselves never counts.
CREATE TABLE generation (
    kind   TEXT    NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO generation VALUES ('server', 0), ('secret', 0);

CREATE TRIGGER server_inserted AFTER INSERT ON server
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_updated AFTER UPDATE ON server
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_deleted AFTER DELETE ON server
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_env_inserted AFTER INSERT ON server_env
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_env_updated AFTER UPDATE ON server_env
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_env_deleted AFTER DELETE ON server_env
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_reference_inserted AFTER INSERT ON server_reference
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_reference_updated AFTER UPDATE ON server_reference
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_reference_deleted AFTER DELETE ON server_reference
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER secret_inserted AFTER INSERT ON secret
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'secret'; END;
CREATE TRIGGER secret_updated AFTER UPDATE ON secret
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'secret'; END;
CREATE TRIGGER secret_deleted AFTER DELETE ON secret
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'secret'; END;
CREATE TRIGGER secret_grant_inserted AFTER INSERT ON secret_grant
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'secret'; END;
CREATE TRIGGER secret_grant_updated AFTER UPDATE ON secret_grant
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'secret'; END;
CREATE TRIGGER secret_grant_deleted AFTER DELETE ON secret_grant
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'secret'; END;
