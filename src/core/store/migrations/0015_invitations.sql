-- Somebody may come into a team who has the code, of which the SHA-256 alone is known.
CREATE TABLE invitation (
    id          TEXT    NOT NULL PRIMARY KEY,
    team_id     TEXT    NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    email       TEXT    NOT NULL,
    role        TEXT    NOT NULL CHECK (role <> ''),
    code_hash   BLOB    NOT NULL UNIQUE CHECK (length(code_hash) = 32),
    -- Who may not invite any more, or is gone, has invited nobody.
    invited_by  TEXT    NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    accepted_at INTEGER,
    -- Not a reference: that it was accepted stays true.
    accepted_by TEXT,
    revoked_at  INTEGER,
    CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
    CHECK (accepted_at IS NULL OR revoked_at IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX invitation_team ON invitation (team_id, email);
CREATE INDEX invitation_inviter ON invitation (invited_by);
