ALTER TABLE team DROP COLUMN per_hour;
DROP TABLE user_quota;
