//! A store that an earlier version made: brought up to date it has every row, and all of it works.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::support::people::{add_user, store};
use crate::support::{Run, Sandbox, ScriptedServer};

/// Tables of which rows are not kept for their own sake.
const PASSING: [&str; 5] = ["generation", "meta", "seat", "session", "server_env_clear"];

/// The steps of the schema from the first, each with the way back.
fn steps() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/core/store/migrations");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut downs: Vec<_> = files.filter(|file| file.to_string_lossy().ends_with(".down.sql")).collect();
    downs.sort();
    downs
}

/// A store with something of everything.
fn full() -> Sandbox {
    let sandbox = Sandbox::new();
    let run = |args: &[&str]| sandbox.run(args).success();
    ScriptedServer::new(r#"{"tools":{}}"#)
        .answers("tools/list", r#"{"tools":[{"name":"echo","inputSchema":{"type":"object"}},{"name":"off","inputSchema":{"type":"object"}}],"_meta":{"x":1}}"#)
        .answers("tools/call", r#"{"content":[{"type":"text","text":"it works"}]}"#)
        .first("echo \"[$PLAIN] [$BOUND] $*\" >> seen")
        .install(&sandbox, "server");
    let connection = store(&sandbox);
    sandbox.run_with_input(&["secret", "set", "gh", "--stdin"], "a secret value").success();
    run(&["server", "add", "plain", "--env", "PLAIN=sealed", "--", "./server", "one"]);
    run(&["server", "add", "bound", "--env", "BOUND=secret://gh", "--", "./server", "--k=secret://gh"]);
    run(&["tool", "disable", "plain/off"]);
    run(&["user", "edit", "me", "--email", "me@example.org", "--attribute", "dept=web"]);
    for word in ["the first word of me", "the second word of me"] {
        sandbox.run_with_input(&["user", "passwd", "--password-stdin"], word).success();
    }
    add_user(&connection, 1, "ann@example.org");
    run(&["team", "create", "web"]);
    run(&["team", "member", "add", "web", "ann@example.org", "--role", "developer"]);
    run(&["team", "invite", "create", "web", "new@example.org"]);
    run(&["role", "create", "looker", "--allow", "servers.read"]);
    run(&["server", "add", "ours", "--team", "web", "--", "./server", "two"]);
    run(&["key", "rotate"]);
    run(&["profile", "create", "cursor"]);
    // What takes two people, or somebody who is refused.
    let rows = "INSERT INTO setting VALUES ('login.idle', '12h');
                INSERT INTO login SELECT 'l ' || id, id, randomblob(32), 1, 1, 9000000000000 FROM user;
                INSERT INTO join_request SELECT 'j', team.id, user.id, 'let me in', 'pending', 1, 2, NULL
                    FROM team, user WHERE slug = 'web' AND email = 'me@example.org';
                INSERT INTO audit_denial VALUES (zeroblob(32), 1, 1, 1, 0);
                INSERT INTO secret_grant SELECT secret.id, server.id, zeroblob(32), 1 FROM secret, server;
                INSERT INTO secret_lend SELECT secret.id, server.id, zeroblob(32), 1 FROM secret, server";
    connection.execute_batch(rows).unwrap();
    sandbox
}

/// A copy of the store, as it was `version` steps from the beginning.
fn at(sandbox: &Sandbox, version: usize) -> (PathBuf, Connection) {
    let folder = sandbox.home().join(format!("store-{version}"));
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
    store(sandbox).query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    for file in ["mcpgw.db", "vault.key"] {
        // Before there was a vault, there was no key.
        if version >= 2 || file == "mcpgw.db" {
            fs::copy(sandbox.data_dir().join(file), folder.join(file)).unwrap();
        }
    }
    let connection = Connection::open(folder.join("mcpgw.db")).unwrap();
    connection.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    for (number, down) in steps().into_iter().enumerate().skip(version).rev() {
        let sql = fs::read_to_string(&down).unwrap();
        connection.execute_batch(&sql).unwrap_or_else(|error| panic!("{}: {error}", down.display()));
        connection.pragma_update(None, "user_version", i64::try_from(number).unwrap()).unwrap();
    }
    if version < 3 {
        let row = "INSERT INTO server_env SELECT id, 'PLAIN', CAST('clear' AS BLOB) FROM server WHERE name = 'plain'";
        connection.execute(row, []).unwrap();
    }
    assert_eq!(broken(&connection), 0, "the way down to {version}");
    (folder, connection)
}

fn broken(connection: &Connection) -> i64 {
    connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0)).unwrap()
}

fn list(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn tables(connection: &Connection) -> Vec<String> {
    let all =
        list(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    all.into_iter().filter(|table| !PASSING.contains(&&**table)).collect()
}

/// By table, its columns and what stands in them.
type Rows = BTreeMap<String, (Vec<String>, BTreeSet<String>)>;

fn rows(connection: &Connection, version: usize) -> Rows {
    tables(connection)
        .into_iter()
        .map(|table| {
            let columns = list(connection, &format!("SELECT name FROM pragma_table_info('{table}')"));
            let columns: Vec<_> =
                columns.into_iter().filter(|column| !changes(version, &table, column)).collect();
            let rows = rows_of(connection, &table, &columns);
            (table, (columns, rows))
        })
        .collect()
}

fn rows_of(connection: &Connection, table: &str, columns: &[String]) -> BTreeSet<String> {
    let quoted: Vec<_> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
    list(connection, &format!("SELECT {} FROM {table}", quoted.join(" || ' ' || "))).into_iter().collect()
}

#[test]
fn every_row_of_each_earlier_version_is_kept_and_works() {
    let sandbox = full();
    let latest = steps().len();
    let filled = rows(&store(&sandbox), latest).into_values().filter(|(_, rows)| !rows.is_empty()).count();
    assert!(filled >= 20, "only {filled} tables have something that could be kept");
    for version in 1..latest {
        let (folder, connection) = at(&sandbox, version);
        let before = rows(&connection, version);
        drop(connection);
        let run = |args: &[&str]| -> Run {
            sandbox.run(&[&["--data-dir", folder.to_str().unwrap()], args].concat()).success()
        };
        let names = run(&["server", "list", "--field", "name"]).stdout;
        assert_eq!(
            names.lines().collect::<BTreeSet<_>>(),
            BTreeSet::from(["bound", "ours", "plain"]),
            "{version}"
        );
        let connection = Connection::open(folder.join("mcpgw.db")).unwrap();
        assert_eq!(broken(&connection), 0, "{version}");
        for (table, (columns, before)) in before {
            let after = rows_of(&connection, &table, &columns);
            assert!(before.is_subset(&after), "{version} {table}: {before:?} {after:?}");
        }
        let called = run(&["tool", "call", "plain/echo"]).stdout;
        assert!(called.contains("it works"), "{version}: {called}");
        let seen = fs::read_to_string(sandbox.home().join("seen")).unwrap();
        let value = if version < 3 { "clear" } else { "sealed" };
        assert_eq!(seen.lines().last().unwrap(), format!("[{value}] [] one"), "{version}");
        if version >= 5 {
            run(&["server", "test", "bound"]);
            let seen = fs::read_to_string(sandbox.home().join("seen")).unwrap();
            assert_eq!(seen.lines().last().unwrap(), "[] [a secret value] --k=a secret value", "{version}");
        }
        run(&["audit", "verify"]);
        // A copy of what stood in clear is overwritten.
        assert_eq!(folder.join(format!("mcpgw.db.v{version}.bak")).exists(), version >= 3, "{version}");
    }
}

/// What becomes another in a row of a version: what stood in clear is sealed, and secrets were nobody's.
fn changes(version: usize, table: &str, column: &str) -> bool {
    match (table, column) {
        ("server_env", "value") => version < 3,
        ("secret", "owner_id") => version < 11,
        _ => false,
    }
}
