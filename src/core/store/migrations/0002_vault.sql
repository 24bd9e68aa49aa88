-- The key that values are sealed under, wrapped by a master key that is kept elsewhere. One row, or none before the first secret.
CREATE TABLE vault_key (
    one        INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    id         BLOB    NOT NULL CHECK (length(id) = 16),
    -- Who keeps the master key, and what is needed to find or derive it: for a passphrase the salt and cost of Argon2id.
    source     TEXT    NOT NULL CHECK (source IN ('os', 'file', 'passphrase')),
    salt       BLOB    CHECK (length(salt) = 16),
    memory_kib INTEGER CHECK (memory_kib > 0),
    passes     INTEGER CHECK (passes > 0),
    lanes      INTEGER CHECK (lanes > 0),
    -- Tells a wrong master key from a damaged row.
    key_check  BLOB    NOT NULL CHECK (length(key_check) = 16),
    nonce      BLOB    NOT NULL CHECK (length(nonce) = 24),
    wrapped    BLOB    NOT NULL,
    created_at INTEGER NOT NULL,
    CHECK ((source = 'passphrase') = (salt IS NOT NULL AND memory_kib IS NOT NULL AND passes IS NOT NULL AND lanes IS NOT NULL))
) STRICT;
