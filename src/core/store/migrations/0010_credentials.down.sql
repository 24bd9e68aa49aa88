DROP TRIGGER status_ends_logins;
DROP TRIGGER global_grant_ends_logins;
DROP TRIGGER global_change_ends_logins;
DROP TRIGGER global_withdrawal_ends_logins;
DROP TRIGGER role_change_ends_logins;
DROP TABLE login;
DROP TABLE password_history;
DROP TABLE credential;
