DROP TABLE secret_lend;
DROP INDEX secret_own_name;
DROP INDEX secret_team_name;
DROP INDEX secret_public_name;
-- Nobody could say whose these are.
DELETE FROM secret WHERE visibility <> 'private';
CREATE UNIQUE INDEX secret_name ON secret (
    coalesce(team_id, ''),
    CASE WHEN team_id IS NULL THEN coalesce(owner_id, '') ELSE '' END,
    name
);
