-- A session that serves a team, or waits to, where one user may have it in so many only: who came first sits.
CREATE TABLE seat (
    number        INTEGER PRIMARY KEY,
    session_id    TEXT    NOT NULL,
    team_id       TEXT    NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    user_id       TEXT    NOT NULL,
    -- What runs the session: when it is gone, so is the session.
    pid           INTEGER NOT NULL CHECK (pid > 0),
    process_start INTEGER NOT NULL,
    UNIQUE (session_id, team_id)
) STRICT;

CREATE INDEX seat_team ON seat (team_id, user_id);

-- Who waits sees that a seat is free.
CREATE TRIGGER seat_deleted AFTER DELETE ON seat
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
