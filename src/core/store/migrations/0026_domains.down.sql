DROP TRIGGER email_changed;
ALTER TABLE user DROP COLUMN email_verified_at;
DROP TABLE team_domain;
