-- How many calls a user may make, and a team's servers may be asked for in an hour.
CREATE TABLE user_quota (
    user_id     TEXT PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
    per_minute  INTEGER CHECK (per_minute >= 0),
    per_hour    INTEGER CHECK (per_hour >= 0),
    per_day     INTEGER CHECK (per_day >= 0),
    concurrency INTEGER CHECK (concurrency >= 0)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER user_quota_inserted AFTER INSERT ON user_quota
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER user_quota_updated AFTER UPDATE ON user_quota
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
CREATE TRIGGER user_quota_deleted AFTER DELETE ON user_quota
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;

ALTER TABLE team ADD COLUMN per_hour INTEGER CHECK (per_hour >= 0);
