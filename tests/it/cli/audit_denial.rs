//! What somebody was refused stands in the audit, and fills no disk.

use rusqlite::Connection;

use crate::support::Sandbox;

fn store(sandbox: &Sandbox) -> Connection {
    Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap()
}

#[test]
fn identical_refusals_are_one_row_and_one_with_their_number() {
    let sandbox = Sandbox::new();
    sandbox.run(&["server", "add", "x", "--no-check", "--", "true"]).success();
    let store = store(&sandbox);
    // Who acts may manage their own servers, and no more the installation.
    let role: String = store
        .query_row("DELETE FROM global_grant RETURNING user_id || ' ' || role", [], |row| row.get(0))
        .unwrap();
    let refused = sandbox.run(&["vault", "move", "--to", "file"]);
    assert_eq!(refused.code, "5", "{refused}");
    for _ in 0..2 {
        assert_eq!(sandbox.run(&["vault", "move", "--to", "file"]), refused);
    }
    assert_eq!(sandbox.run(&["audit", "list"]).code, "5");
    let (user, role) = role.split_once(' ').unwrap();
    store.execute("INSERT INTO global_grant VALUES (?1, ?2, NULL, 'manual', 0)", [user, role]).unwrap();
    let told = || {
        let run = sandbox.run(&["audit", "list", "--format", "plain", "--action", "vault.move"]).success();
        let cells = |line: &str| line.split('\t').skip(4).collect::<Vec<_>>().join(" ");
        run.stdout.lines().map(cells).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(told(), @"vault.move vault denied: it takes settings.edit, which no role there gives");
    // A minute later.
    store.execute("UPDATE audit_denial SET since = since - 60000", []).unwrap();
    insta::assert_snapshot!(told(), @r"
    vault.move vault denied: it takes settings.edit, which no role there gives
    vault.move vault denied: it takes settings.edit, which no role there gives (2 times)
    ");
    sandbox.run(&["audit", "verify"]).success();
}
