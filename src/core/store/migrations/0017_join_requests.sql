-- Somebody asks to come into a team.
CREATE TABLE join_request (
    id         TEXT    NOT NULL PRIMARY KEY,
    team_id    TEXT    NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    user_id    TEXT    NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    -- In their own words.
    message    TEXT    NOT NULL,
    -- One that nobody answers stays pending and expires.
    state      TEXT    NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'cancelled')),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended_at   INTEGER,
    CHECK ((state = 'pending') = (ended_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX join_request_team ON join_request (team_id, user_id);
CREATE INDEX join_request_user ON join_request (user_id);
