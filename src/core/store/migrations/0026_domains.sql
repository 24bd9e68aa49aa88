-- What stands behind the @ of a team's people.
CREATE TABLE team_domain (
    team_id   TEXT    NOT NULL REFERENCES team (id) ON DELETE CASCADE,
    domain    TEXT    NOT NULL,
    -- Whether whose address there is proven comes into the team.
    auto_join INTEGER NOT NULL CHECK (auto_join IN (0, 1)),
    PRIMARY KEY (team_id, domain)
) STRICT, WITHOUT ROWID;

-- When somebody proved that the address is theirs, to one who may create users.
ALTER TABLE user ADD COLUMN email_verified_at INTEGER;

CREATE TRIGGER email_changed AFTER UPDATE OF email ON user WHEN NEW.email IS NOT OLD.email
    BEGIN UPDATE user SET email_verified_at = NULL WHERE id = NEW.id; END;
