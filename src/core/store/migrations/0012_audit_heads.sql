-- Signs heads of the audit. The secret half is sealed; the public one serves those who can't open the vault.
CREATE TABLE audit_key (
    id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    public BLOB    NOT NULL CHECK (length(public) = 32),
    secret BLOB    NOT NULL
) STRICT;

-- What the audit was at some times.
CREATE TABLE audit_head (
    seq       INTEGER NOT NULL PRIMARY KEY,
    hash      BLOB    NOT NULL,
    signed_at INTEGER NOT NULL,
    signature BLOB    NOT NULL
) STRICT;
