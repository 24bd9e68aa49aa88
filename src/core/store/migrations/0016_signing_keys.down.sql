DROP TRIGGER signing_key_updated;
DROP TABLE signing_key;
