-- A session is somebody's. Not a reference: one whose user is deleted is still to be found, and ended.
CREATE TABLE session_of_user (
    id            TEXT    NOT NULL PRIMARY KEY,
    user_id       TEXT    NOT NULL,
    pid           INTEGER NOT NULL CHECK (pid > 0),
    -- Tells the process from a later one that was given the same id: as the system counts time, 0 where it can't be known.
    process_start INTEGER NOT NULL,
    -- Where it answers.
    socket        TEXT    NOT NULL,
    cwd           TEXT,
    started_at    INTEGER NOT NULL
) STRICT;

-- Those from before there were users are of the person whose store this is.
INSERT INTO session_of_user
    SELECT session.id, owner.value, pid, process_start, socket, cwd, started_at
    FROM session JOIN meta AS owner ON owner.key = 'local_owner';

DROP TABLE session;
ALTER TABLE session_of_user RENAME TO session;
