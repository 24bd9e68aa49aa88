-- Signs tokens, or has signed some. The secret half is sealed; the public one serves those who can't open the vault.
CREATE TABLE signing_key (
    kid        TEXT    NOT NULL PRIMARY KEY CHECK (kid <> ''),
    algorithm  TEXT    NOT NULL,
    -- A JWK; nothing: it is a secret that both sides have.
    public     TEXT    CHECK (json_valid(public)),
    secret     BLOB    NOT NULL,
    -- Whether new tokens are signed with it.
    signs      INTEGER NOT NULL CHECK (signs IN (0, 1)),
    created_at INTEGER NOT NULL,
    -- From then on nothing that it has signed is believed.
    retires_at INTEGER,
    CHECK (signs = 0 OR retires_at IS NULL)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX signing_key_signs ON signing_key (signs) WHERE signs = 1;

-- What was signed with it may not be believed any more.
CREATE TRIGGER signing_key_updated AFTER UPDATE OF retires_at ON signing_key
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'access'; END;
