-- How a server is reached: by its command (stdio), or by a URL, which then stands in place of the command, over Streamable HTTP
-- (http) or HTTP+SSE (sse).
ALTER TABLE server ADD COLUMN transport TEXT NOT NULL DEFAULT 'stdio' CHECK (transport IN ('stdio', 'http', 'sse'));

-- The headers of a remote server. The value is sealed; the revision is another one whenever it is set.
CREATE TABLE server_header (
    server_id TEXT NOT NULL REFERENCES server (id) ON DELETE CASCADE,
    name      TEXT NOT NULL,
    value     BLOB NOT NULL,
    revision  BLOB NOT NULL CHECK (length(revision) = 16),
    PRIMARY KEY (server_id, name)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER server_header_inserted AFTER INSERT ON server_header
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_header_updated AFTER UPDATE ON server_header
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
CREATE TRIGGER server_header_deleted AFTER DELETE ON server_header
    BEGIN UPDATE generation SET number = number + 1 WHERE kind = 'server'; END;
