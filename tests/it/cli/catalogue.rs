//! What is kept of what servers list, where that is another list for every user.

use crate::support::people::{act_as, add_user, name_owner, store};
use crate::support::{Sandbox, ScriptedServer};

const ME: &str = "me@example.org";
const ANN: &str = "ann@example.org";

/// A server for everybody whose one tool is called like the secret of who uses it.
fn personal() -> (Sandbox, rusqlite::Connection) {
    let sandbox = Sandbox::new();
    let store = store(&sandbox);
    name_owner(&store, ME);
    add_user(&store, 1, ANN);
    ScriptedServer::new("{\"tools\":{}}")
        .first("say() { printf '%s\\n' \"${1//TOKEN/$TOKEN}\"; }")
        .answers("tools/list", "{\"tools\":[{\"name\":\"TOKEN\",\"inputSchema\":{\"type\":\"object\"}}]}")
        .install(&sandbox, "server");
    let add = ["server", "add", "s", "--no-check", "--visibility", "public"];
    sandbox.run(&[&add[..], &["--env", "TOKEN=secret://me/key", "--", "./server"]].concat()).success();
    for (who, value) in [(ANN, "hers"), (ME, "mine")] {
        act_as(&store, who);
        set(&sandbox, value);
        sandbox.run(&["secret", "grant", "key", "--server", "s"]).success();
    }
    (sandbox, store)
}

fn set(sandbox: &Sandbox, value: &str) {
    sandbox.run_with_input(&["secret", "set", "key", "--stdin"], value).success();
}

fn known(sandbox: &Sandbox) -> String {
    let run = sandbox.run(&["server", "show", "s", "--field", "offers.tools"]);
    if run.code == "3" { "nothing".to_owned() } else { run.success().stdout.trim().to_owned() }
}

fn entries(store: &rusqlite::Connection) -> i64 {
    store.query_row("SELECT count(*) FROM catalogue", [], |row| row.get(0)).unwrap()
}

#[test]
fn what_one_user_s_secret_shows_is_kept_beside_what_another_s_does() {
    let (sandbox, store) = personal();
    sandbox.run(&["server", "test", "s"]).success();
    assert_eq!(known(&sandbox), "[\"mine\"]");
    act_as(&store, ANN);
    assert_eq!(known(&sandbox), "nothing", "mine is not hers to know");
    sandbox.run(&["server", "test", "s"]).success();
    assert_eq!(known(&sandbox), "[\"hers\"]");
    act_as(&store, ME);
    assert_eq!(known(&sandbox), "[\"mine\"]", "hers took nothing of its place");
    // What changes nothing about its start forgets nothing; what does forgets it for everybody.
    sandbox.run(&["server", "edit", "s", "--timeout", "9s"]).success();
    assert_eq!((known(&sandbox).as_str(), entries(&store)), ("[\"mine\"]", 2));
    sandbox.run(&["server", "edit", "s", "--no-check", "--env", "OTHER=1"]).success();
    assert_eq!(entries(&store), 0);
}

#[test]
fn what_nobody_sees_any_more_is_forgotten_one_day() {
    let (sandbox, store) = personal();
    for value in ["one", "two"] {
        set(&sandbox, value);
        sandbox.run(&["server", "test", "s"]).success();
    }
    assert_eq!(entries(&store), 2);
    store.execute("UPDATE catalogue SET seen_at = seen_at - 31 * 86400000", []).unwrap();
    set(&sandbox, "three");
    sandbox.run(&["server", "test", "s"]).success();
    assert_eq!((known(&sandbox).as_str(), entries(&store)), ("[\"three\"]", 1));
}
