DROP TRIGGER team_leaves_tokens;
DROP TRIGGER status_revokes_tokens;
DROP TRIGGER token_deleted;
DROP TRIGGER token_updated;
DROP TABLE token;
