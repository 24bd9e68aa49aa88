-- What is noted about users.
CREATE TABLE user_attribute (
    user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    name    TEXT NOT NULL CHECK (name <> ''),
    value   TEXT NOT NULL,
    PRIMARY KEY (user_id, name)
) STRICT, WITHOUT ROWID;

-- A service user never logs in, whatever is forgotten elsewhere.
CREATE TRIGGER service_has_no_credential BEFORE INSERT ON credential
    WHEN EXISTS (SELECT 1 FROM user WHERE id = NEW.user_id AND service_of IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'a service user has no password'); END;
CREATE TRIGGER service_has_no_login BEFORE INSERT ON login
    WHEN EXISTS (SELECT 1 FROM user WHERE id = NEW.user_id AND service_of IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'a service user has no login'); END;
