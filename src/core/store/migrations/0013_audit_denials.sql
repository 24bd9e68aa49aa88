-- Refusals that were told of within the last minute. Identical ones are counted here, and told of together.
CREATE TABLE audit_denial (
    -- Of what makes them identical.
    sameness BLOB    NOT NULL PRIMARY KEY CHECK (length(sameness) = 32),
    -- The row that told of the first one, when that was, and when the last one was.
    seq      INTEGER NOT NULL,
    since    INTEGER NOT NULL,
    latest   INTEGER NOT NULL,
    -- How many came after it.
    count    INTEGER NOT NULL CHECK (count >= 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_denial_since ON audit_denial (since);
