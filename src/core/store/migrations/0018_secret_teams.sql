-- Teams have secrets, and some are everybody's: a name is unique among its owner's, its team's, or the public ones.
DROP INDEX secret_name;
CREATE UNIQUE INDEX secret_own_name ON secret (owner_id, name) WHERE visibility = 'private';
CREATE UNIQUE INDEX secret_team_name ON secret (team_id, name) WHERE visibility = 'team';
CREATE UNIQUE INDEX secret_public_name ON secret (name) WHERE visibility = 'public';

-- Who may set a secret lets a server have it that more people may see, as long as that server's command is this one.
CREATE TABLE secret_lend (
    secret_id  TEXT    NOT NULL REFERENCES secret (id) ON DELETE CASCADE,
    server_id  TEXT    NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    command    BLOB    NOT NULL CHECK (length(command) = 32),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (secret_id, server_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX secret_lend_server ON secret_lend (server_id);

CREATE TRIGGER secret_lend_inserted AFTER INSERT ON secret_lend
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'secret'; END;
CREATE TRIGGER secret_lend_updated AFTER UPDATE ON secret_lend
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'secret'; END;
CREATE TRIGGER secret_lend_deleted AFTER DELETE ON secret_lend
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'secret'; END;
