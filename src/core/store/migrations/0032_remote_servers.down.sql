-- What is reached by a URL goes, with all that is kept about it.
DELETE FROM server WHERE transport <> 'stdio';
DROP TABLE server_header;
ALTER TABLE server DROP COLUMN transport;
