-- What a person logs in with.
CREATE TABLE credential (
    user_id      TEXT    NOT NULL PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
    -- Argon2id as a PHC string.
    hash         TEXT    NOT NULL CHECK (hash LIKE '$argon2%'),
    -- Whether it does for nothing but to choose another one.
    must_change  INTEGER NOT NULL CHECK (must_change IN (0, 1)),
    set_at       INTEGER NOT NULL,
    -- Wrong ones since the last right one.
    failed       INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0),
    -- Until then not even the right one helps.
    locked_until INTEGER
) STRICT, WITHOUT ROWID;

-- Passwords of before, which are not to be taken again.
CREATE TABLE password_history (
    id      INTEGER PRIMARY KEY,
    user_id TEXT    NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    hash    TEXT    NOT NULL
) STRICT;

CREATE INDEX password_history_user ON password_history (user_id);

-- Somebody who is logged in; what proves it is known by its SHA-256 alone.
CREATE TABLE login (
    id           TEXT    NOT NULL PRIMARY KEY,
    user_id      TEXT    NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    secret_hash  BLOB    NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX login_user ON login (user_id);

-- What somebody may do was changed: they log in again. Triggers, so that no way of changing it is forgotten.
CREATE TRIGGER status_ends_logins AFTER UPDATE OF status ON user WHEN NEW.status <> OLD.status
    BEGIN DELETE FROM login WHERE user_id = NEW.id; END;
CREATE TRIGGER global_grant_ends_logins AFTER INSERT ON global_grant
    BEGIN DELETE FROM login WHERE user_id = NEW.user_id; END;
CREATE TRIGGER global_change_ends_logins AFTER UPDATE ON global_grant
    BEGIN DELETE FROM login WHERE user_id = NEW.user_id; END;
CREATE TRIGGER global_withdrawal_ends_logins AFTER DELETE ON global_grant
    BEGIN DELETE FROM login WHERE user_id = OLD.user_id; END;
CREATE TRIGGER role_change_ends_logins AFTER UPDATE OF role ON membership WHEN NEW.role <> OLD.role
    BEGIN DELETE FROM login WHERE user_id = NEW.user_id; END;

-- A session that a login began sees that it ended.
CREATE TRIGGER login_deleted AFTER DELETE ON login
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
