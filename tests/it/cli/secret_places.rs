//! Sealed secrets that stand where they were not sealed for: refused with words, and nothing is lost.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use crate::support::{Sandbox, ScriptedServer};

/// A sandbox with two secrets, a command, and a server with a variable of its own and a reference to each.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    ScriptedServer::new("{}").first("echo \"$A $B $C $OWN\" > seen").install(&sandbox, "server");
    for (name, value) in [("a", "value-a"), ("b", "value-b")] {
        sandbox.run_with_input(&["secret", "set", name, "--stdin"], value).success();
    }
    sandbox.run(&["secret", "set", "c", "--exec", "--", "echo", "value-c"]).success();
    let env = ["--env", "A=secret://a", "--env", "B=secret://b", "--env", "C=secret://c", "--env", "OWN=own"];
    sandbox.run(&[&["server", "add", "s"][..], &env, &["--", "./server"]].concat()).success();
    sandbox
}

fn store(sandbox: &Sandbox) -> Connection {
    Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap()
}

/// Everything in the tables with sealed columns.
fn rows(store: &Connection) -> String {
    let sql = "SELECT (SELECT group_concat(id || name || kind || coalesce(hex(value), hex(command))) FROM secret)
               || (SELECT group_concat(name || hex(value)) FROM server_env) || (SELECT hex(wrapped) FROM vault_key)";
    store.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// What somebody may do to the rows, and what a rotation and a start say to it.
const MOVES: [(&str, &str, &str); 7] = [
        (
            "UPDATE secret SET value = (SELECT value FROM secret WHERE name = 'b') WHERE name = 'a'",
            "the secret a can't be opened",
            "variable A needs the secret a, and the vault doesn't open it",
        ),
        (
            "UPDATE secret SET value = (SELECT value FROM server_env WHERE name = 'OWN') WHERE name = 'a'",
            "the secret a can't be opened",
            "variable A needs the secret a, and the vault doesn't open it",
        ),
        (
            "UPDATE server_env SET value = (SELECT value FROM secret WHERE name = 'a') WHERE name = 'OWN'",
            "the variable OWN",
            "variable OWN is sealed, and the vault doesn't open it",
        ),
        // A command that somebody smuggles in where a value was.
        (
            "UPDATE secret SET kind = 'exec', command = value, value = NULL WHERE name = 'a'",
            "the command of the secret a can't be opened",
            "variable A needs the secret a, and the vault doesn't open it",
        ),
        (
            "UPDATE secret SET kind = 'value', value = command, command = NULL WHERE name = 'c'",
            "the secret c can't be opened",
            "variable C needs the secret c, and the vault doesn't open it",
        ),
        // The secret takes the place of another that the server was bound to.
        (
            "UPDATE server_reference SET secret_id = 'x'; UPDATE secret SET id = '0198c0de-0000-7000-8000-000000000001'
             WHERE name = 'a'; UPDATE server_reference SET secret_id = '0198c0de-0000-7000-8000-000000000001'",
            "the secret a can't be opened",
            "variable A needs the secret a, and the vault doesn't open it",
        ),
        (
            "UPDATE secret SET command = CAST(substr(command, 1, length(command) - 1)
                || CASE substr(command, -1) WHEN x'00' THEN x'01' ELSE x'00' END AS BLOB) WHERE name = 'c'",
            "the command of the secret c can't be opened",
            "variable C needs the secret c, and the vault doesn't open it",
        ),
];

#[test]
fn a_sealed_secret_opens_nowhere_but_in_its_place() {
    let sandbox = sandbox();
    let store = store(&sandbox);
    let before = rows(&store);
    for (moved, rotation, start) in MOVES {
        let tables = ["secret", "server_env", "server_reference"];
        for table in tables {
            store.execute_batch(&format!("CREATE TEMP TABLE kept_{table} AS SELECT * FROM {table}")).unwrap();
        }
        store.execute_batch(moved).unwrap();
        let damaged = rows(&store);
        let refused = sandbox.run(&["secret", "rotate-key"]);
        assert!(refused.code == "1" && refused.stderr.contains(rotation), "{moved}: {refused}");
        let refused = sandbox.run(&["server", "test", "s"]);
        assert!(refused.code == "8" && refused.stderr.contains(start), "{moved}: {refused}");
        assert_eq!(rows(&store), damaged);
        for table in tables {
            let back = format!(
                "DELETE FROM {table}; INSERT INTO {table} SELECT * FROM kept_{table}; DROP TABLE kept_{table}"
            );
            store.execute_batch(&back).unwrap();
        }
    }
    assert_eq!(rows(&store), before);
    sandbox.run(&["secret", "rotate-key"]).success();
    sandbox.run(&["server", "test", "s"]).success();
    assert_eq!(fs::read_to_string(sandbox.home().join("seen")).unwrap(), "value-a value-b value-c own\n");
}

#[test]
fn what_was_bound_and_what_stands_there_have_to_agree() {
    let sandbox = sandbox();
    let store = store(&sandbox);
    // A reference that nobody saved for a variable that holds none, and one too few.
    for change in [
        "UPDATE server_reference SET item = 'OWN' WHERE item = 'A'",
        "INSERT INTO server_reference SELECT server_id, place, item, 1, name, secret_id FROM server_reference WHERE item = 'B'",
    ] {
        store.execute_batch("CREATE TEMP TABLE kept AS SELECT * FROM server_reference").unwrap();
        store.execute_batch(change).unwrap();
        let refused = sandbox.run(&["server", "test", "s"]);
        assert!(refused.code == "8" && !refused.to_string().contains("value-"), "{refused}");
        store
            .execute_batch("DELETE FROM server_reference; INSERT INTO server_reference SELECT * FROM kept; DROP TABLE kept")
            .unwrap();
    }
    sandbox.run(&["server", "test", "s"]).success();
}

#[test]
fn a_secret_of_another_store_is_refused_even_with_that_stores_key() {
    let (one, other) = (sandbox(), sandbox());
    let theirs = other.data_dir().join("mcpgw.db");
    let store = store(&one);
    let copy = |table: &str| {
        let theirs = theirs.to_str().unwrap();
        store.execute("ATTACH ?1 AS theirs", [theirs]).unwrap();
        store
            .execute_batch(&format!(
                "DELETE FROM {table}; INSERT INTO {table} SELECT * FROM theirs.{table}; DETACH theirs"
            ))
            .unwrap();
    };
    let refused = |words: &str| {
        let run = one.run(&["server", "test", "s"]);
        assert!(run.code == "8" && run.stderr.contains(words), "{run}");
    };
    let bind = "UPDATE server_reference SET secret_id = (SELECT id FROM secret WHERE secret.name = server_reference.name)";
    copy("secret");
    store.execute_batch(bind).unwrap();
    let own = "UPDATE secret SET owner_id = (SELECT value FROM meta WHERE key = 'local_owner')";
    store.execute_batch(own).unwrap();
    refused("a sealed value belongs to another key of the vault");
    copy("vault_key");
    let key = |sandbox: &Sandbox| sandbox.data_dir().join("vault.key");
    let copy_file = |from: &Path, to: &Path| fs::copy(from, to).unwrap();
    refused("the key file is not the one that the vault was made with");
    copy_file(&key(&other), &key(&one));
    refused("the key file is not the one that the vault was made with");
    other.run(&["server", "test", "s"]).success();
}

#[test]
fn a_flipped_bit_in_the_vaults_own_row_is_told_and_loses_nothing() {
    let sandbox = sandbox();
    let store = store(&sandbox);
    let before = rows(&store);
    for column in ["id", "key_check", "nonce", "wrapped"] {
        let sound: Vec<u8> =
            store.query_row(&format!("SELECT {column} FROM vault_key"), [], |row| row.get(0)).unwrap();
        let put = |bytes: &[u8]| {
            store.execute(&format!("UPDATE vault_key SET {column} = ?1"), [bytes]).unwrap();
        };
        for place in [0, sound.len() - 1] {
            let mut flipped = sound.clone();
            flipped[place] ^= 0x10;
            put(&flipped);
            let damaged = rows(&store);
            for args in [
                &["server", "test", "s"][..],
                &["vault", "status"],
                &["secret", "rotate-key"],
                &["vault", "move", "--to", "file"],
                &["secret", "set", "new", "--exec", "--", "echo"],
                &["server", "edit", "s", "--no-check", "--env", "OWN=other"],
            ] {
                let refused = sandbox.run(args);
                let hint = "put the key or the store back as it was, from a backup";
                assert!(refused.code == "8" && refused.stderr.contains(hint), "{column} {args:?}: {refused}");
            }
            assert_eq!(rows(&store), damaged);
            assert_eq!(sandbox.run(&["server", "list", "--field", "state"]).stdout, "locked\n");
        }
        put(&sound);
    }
    assert_eq!(rows(&store), before);
    sandbox.run(&["server", "test", "s"]).success();
}
