-- A change of somebody's role in a team holds at once, for commands and sessions alike. It ended their logins as well, so that
-- whoever owned a team could log out everybody.
DROP TRIGGER role_change_ends_logins;
