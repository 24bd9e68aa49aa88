ALTER TABLE session DROP COLUMN user_id;
