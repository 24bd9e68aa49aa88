//! Nobody becomes, gives or takes more than they have, by whatever way round.

use super::token::{mint, with};
use crate::support::people::{act_as, add_user, name_owner, store};
use crate::support::{Run, Sandbox};

const ME: &str = "me@example.org";
const ANN: &str = "ann@example.org";
const BOB: &str = "bob@example.org";
const WORD: &str = "a quite long pass phrase";

/// A store with its admin, Ann and Bob, and the admin's team.
fn scene() -> (Sandbox, rusqlite::Connection) {
    let sandbox = Sandbox::new();
    let store = store(&sandbox);
    name_owner(&store, ME);
    add_user(&store, 1, ANN);
    add_user(&store, 2, BOB);
    run(&sandbox, "team create web").success();
    (sandbox, store)
}

fn run(sandbox: &Sandbox, line: &str) -> Run {
    sandbox.run_with_input(&line.split(' ').collect::<Vec<_>>(), WORD)
}

#[track_caller]
fn denied(sandbox: &Sandbox, line: &str) {
    let run = run(sandbox, line);
    assert_eq!(run.code, "5", "{line}: {run}");
}

#[test]
fn who_looks_after_users_does_not_become_an_admin() {
    let (sandbox, store) = scene();
    run(&sandbox, "role create desk --allow users.edit --allow users.read --allow users.delete").success();
    run(&sandbox, "role create grants --allow roles.grant --allow users.read").success();
    run(&sandbox, &format!("role grant desk {ANN}")).success();
    run(&sandbox, &format!("role grant grants {BOB}")).success();
    act_as(&store, ANN);
    for change in [
        "passwd ME --password-stdin",
        "passwd ME --expire",
        "edit ME --no-role",
        "edit ME --email x@example.org",
        "disable ME",
        "delete ME --yes",
    ] {
        denied(&sandbox, &format!("user {}", change.replace("ME", ME)));
    }
    // Not even of one who may do nothing now.
    store.execute("UPDATE user SET status = 'disabled' WHERE email = ?1", [ME]).expect("a row");
    denied(&sandbox, &format!("user passwd {ME} --password-stdin"));
    denied(&sandbox, &format!("user enable {ME}"));
    store.execute("UPDATE user SET status = 'active' WHERE email = ?1", [ME]).expect("a row");
    // What is their own they may change as before.
    run(&sandbox, "user edit 01900000-0000-7000-8000-000000000001 --name Ann").success();
    act_as(&store, BOB);
    denied(&sandbox, &format!("role revoke platform_admin {ME}"));
    act_as(&store, ME);
    run(&sandbox, &format!("user disable {BOB}")).success();
    assert!(run(&sandbox, &format!("user disable {BOB}")).success().stdout.contains("is disabled already"));
    run(&sandbox, "audit verify").success();
}

#[test]
fn a_token_that_may_change_users_is_not_the_whole_of_its_own() {
    let (sandbox, _) = scene();
    let token = mint(&sandbox, &["--permission", "users.edit", "--tool", "nothing"]);
    for change in [&["passwd", "me", "--password-stdin"][..], &["edit", "me", "--email", "x@example.org"]] {
        let run = with(&sandbox, &token, &[&["user"], change].concat());
        assert_eq!(run.code, "5", "{change:?}: {run}");
        assert!(run.stderr.contains("takes a login"), "{run}");
    }
}

#[test]
fn what_a_token_is_not_for_is_explained_so() {
    let sandbox = super::token::sandbox();
    run(&sandbox, "server test clock").success();
    let flags = [
        "--tool",
        "clock/now",
        "--permission",
        "servers.read",
        "--permission",
        "users.read",
        "--permission",
        "tools.read",
    ];
    let token = mint(&sandbox, &flags);
    let told = |tool: &str| {
        let told = with(&sandbox, &token, &["explain", "me", tool, "--json"]).success().stdout;
        told.contains("the token is not for it")
    };
    assert!(told("clock/count_down") && !told("clock/now"));
}

#[test]
fn a_token_names_nothing_that_its_maker_lacks() {
    let (sandbox, store) = scene();
    act_as(&store, ANN);
    denied(&sandbox, "token create --permission keys.export");
    run(&sandbox, "token create --name own --permission tokens.create --permission servers.edit").success();
    denied(&sandbox, "token edit own --permission keys.export");
}

#[test]
fn a_role_that_somebody_was_invited_as_gets_nothing_that_its_editor_lacks() {
    let (sandbox, _) = scene();
    run(&sandbox, "role create intern --team web --allow servers.read").success();
    run(&sandbox, "role create hr --team web --allow teams.members --allow roles.grant --allow teams.read")
        .success();
    run(&sandbox, &format!("team invite create web {BOB} --role intern")).success();
    run(&sandbox, &format!("team member add web {ANN} --role hr")).success();
    let store = store(&sandbox);
    act_as(&store, ANN);
    denied(&sandbox, "role edit intern --team web --allow teams.delete");
    run(&sandbox, "role edit intern --team web --allow teams.read").success();
}

#[test]
fn what_a_service_put_into_another_team_outlives_its_own() {
    let (sandbox, store) = scene();
    run(&sandbox, "team create other").success();
    run(&sandbox, "user create bot@example.org --service --team web").success();
    run(&sandbox, "team member add other bot@example.org --role developer").success();
    run(&sandbox, "server add kept --team other --visibility team --no-check -- true").success();
    run(&sandbox, "server add gone --team web --visibility team --no-check -- true").success();
    let bot = "(SELECT id FROM user WHERE email = 'bot@example.org')";
    store.execute(&format!("UPDATE server SET owner_id = {bot}"), []).expect("rows");
    run(&sandbox, "team delete web --cascade --yes").success();
    assert_eq!(run(&sandbox, "server list --field name").success().stdout, "kept\n");
    let owner = "SELECT email FROM server JOIN user ON user.id = owner_id WHERE server.name = 'kept'";
    let owner: String = store.query_row(owner, [], |row| row.get(0)).expect("an owner");
    assert_eq!(owner, ME);
}

#[test]
fn a_server_that_others_make_ones_own_takes_no_name_from_anybody() {
    let (sandbox, store) = scene();
    run(&sandbox, "team create beta").success();
    for team in ["beta", "web"] {
        run(&sandbox, &format!("team member add {team} {ANN} --role developer")).success();
    }
    run(&sandbox, "server add bank --team beta --visibility team --no-check -- true").success();
    run(&sandbox, "server add bank --team web --visibility team --no-check -- false").success();
    let theirs = format!("(SELECT id FROM user WHERE email = '{ANN}')");
    store
        .execute(&format!("UPDATE server SET owner_id = {theirs} WHERE command = 'false'"), [])
        .expect("a row");
    act_as(&store, ANN);
    assert_eq!(run(&sandbox, "server show bank --field command").success().stdout, "true\n");
    // What is decided by the name for good is asked about.
    assert_eq!(run(&sandbox, "token create --name t --server bank").code, "6");
    assert_eq!(run(&sandbox, "tool disable bank/x").code, "6");
    // One that they have made themselves comes first.
    run(&sandbox, "server add bank --no-check -- own").success();
    assert_eq!(run(&sandbox, "server show bank --field command").success().stdout, "own\n");
}
