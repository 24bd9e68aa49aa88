-- What is set for everybody who uses this store, whatever file of settings they bring. What is not here has its default.
CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
