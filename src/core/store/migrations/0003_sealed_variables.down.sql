-- Sealed values can't be opened here: variables have to be set again.
DROP TABLE server_env;
ALTER TABLE server_env_clear RENAME TO server_env;
