-- Two users' secrets make two configurations of one server: what it listed under one takes nothing of the other's place.
CREATE TABLE catalogue_of_configuration (
    id               INTEGER PRIMARY KEY,
    server_id        TEXT    NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    configuration    BLOB    NOT NULL CHECK (length(configuration) = 32),
    offer            BLOB    NOT NULL CHECK (length(offer) = 32),
    protocol_version TEXT,
    capabilities     BLOB,
    server_info      BLOB,
    instructions     BLOB,
    failure          TEXT,
    seen_at          INTEGER NOT NULL,
    UNIQUE (server_id, configuration, offer),
    CHECK ((failure IS NULL) = (protocol_version IS NOT NULL AND capabilities IS NOT NULL AND server_info IS NOT NULL))
) STRICT;

INSERT INTO catalogue_of_configuration
    SELECT id, server_id, configuration, offer, protocol_version, capabilities, server_info, instructions, failure, seen_at
    FROM catalogue;

-- Foreign keys are not followed while steps are taken: the items stay.
DROP TABLE catalogue;
ALTER TABLE catalogue_of_configuration RENAME TO catalogue;
