use crate::support::people::{act_as, add_user, name_owner, store};
use crate::support::{Run, Sandbox};

const ME: &str = "me@example.org";
const ANN: &str = "ann@example.org";
const BOB: &str = "bob@example.org";

#[test]
fn a_role_of_a_team_is_made_granted_and_deleted() {
    let sandbox = Sandbox::new();
    let store = store(&sandbox);
    name_owner(&store, "me@example.org");
    add_user(&store, 1, ANN);
    sandbox.run(&["team", "create", "web"]).success();
    let create = ["role", "create", "caller", "--team", "web", "--allow", "servers.use"];
    sandbox.run(&[&create[..], &["--dry-run"]].concat()).success();
    sandbox.run(&create).success();
    assert!(sandbox.run(&create).stderr.starts_with("error: there is a role caller already"));
    assert_eq!(sandbox.run(&["role", "create", "owner", "--allow", "tools.read"]).code, "6");
    assert_eq!(sandbox.run(&["role", "create", "x", "--allow", "tools.dance"]).code, "2");
    // Nor does one hide another.
    sandbox.run(&["role", "create", "reader", "--allow", "tools.read"]).success();
    assert_eq!(
        sandbox.run(&["role", "create", "reader", "--team", "web", "--allow", "teams.edit"]).code,
        "6"
    );
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "caller"]).success();
    let delete = ["role", "delete", "caller", "--team", "web"];
    assert!(sandbox.run(&delete).stderr.starts_with("error: members still have the role caller: 1"));
    act_as(&store, ANN);
    assert_eq!(sandbox.run(&delete).code, "5");
    assert_eq!(sandbox.run(&["role", "create", "y", "--allow", "tools.read"]).code, "5");
    assert!(sandbox.run(&["role", "list", "--field", "name"]).stdout.contains("caller\n"));
    sandbox.run(&["team", "member", "remove", "web", ANN, "--yes"]).success();
    assert!(!sandbox.run(&["role", "list", "--field", "name"]).stdout.contains("caller"));
    act_as(&store, "me@example.org");
    sandbox.run(&delete).success();
    assert_eq!(sandbox.run(&delete).code, "3");
    sandbox.run(&["audit", "verify"]).success();
}

/// A store with an owner, Ann and Bob, and the owner's team.
fn three() -> (Sandbox, rusqlite::Connection) {
    let sandbox = Sandbox::new();
    let store = store(&sandbox);
    name_owner(&store, ME);
    add_user(&store, 1, ANN);
    add_user(&store, 2, BOB);
    sandbox.run(&["team", "create", "web"]).success();
    (sandbox, store)
}

fn run(sandbox: &Sandbox, line: &str) -> Run {
    sandbox.run(&line.split(' ').collect::<Vec<_>>())
}

#[test]
fn a_role_is_shown_and_changed() {
    let (sandbox, _) = three();
    run(&sandbox, "role create caller --team web --allow servers.use").success();
    insta::assert_snapshot!(run(&sandbox, "role show caller --team web"), @r"
    exit 0
    -- stdout
    caller
    ALLOWS       TO
    servers.use  use servers from a client
    ");
    assert_eq!(run(&sandbox, "role show caller").code, "3");
    assert_eq!(run(&sandbox, "role show owner --field built_in").stdout, "true\n");
    let edit = "role edit caller --team web --allow tools.execute --deny servers.use";
    run(&sandbox, &format!("{edit} --dry-run")).success();
    insta::assert_snapshot!(run(&sandbox, edit), @r"
    exit 0
    -- stdout
    changed the role caller
    ");
    insta::assert_snapshot!(run(&sandbox, edit), @r"
    exit 0
    -- stdout
    the role caller is so already
    ");
    insta::assert_snapshot!(run(&sandbox, "role edit caller --team web --deny tools.execute"), @r"
    exit 2
    -- stderr
    error: the role caller would allow nothing
      hint: to be rid of it: mcpgw role delete caller
    ");
    insta::assert_snapshot!(run(&sandbox, "role edit owner --deny teams.edit"), @r"
    exit 6
    -- stderr
    error: owner is mcpgw's own role: it stays as it is
      hint: make another one: mcpgw role create
    ");
    assert_eq!(run(&sandbox, "role edit caller --team web").code, "2");
    assert_eq!(run(&sandbox, "role edit none --allow tools.read").code, "3");
    let told = run(&sandbox, "audit list --action role.edit --field details.permissions_before");
    assert_eq!(told.stdout, "[\"servers.use\"]\n");
}

#[test]
fn nobody_gives_others_or_themselves_by_a_role_what_they_lack() {
    let (sandbox, store) = three();
    run(&sandbox, "role create lead --team web --allow roles.grant --allow teams.members").success();
    run(&sandbox, "role create caller --team web --allow roles.grant").success();
    run(&sandbox, &format!("team member add web {ANN} --role lead")).success();
    run(&sandbox, &format!("team member add web {BOB} --role caller")).success();
    act_as(&store, ANN);
    // Neither to Bob, nor to herself.
    for role in ["caller", "lead"] {
        let refused = run(&sandbox, &format!("role edit {role} --team web --allow servers.delete"));
        let said = format!("error: you can't grant the role {role}: you lack servers.delete there yourself");
        assert!(refused.code == "5" && refused.stderr.starts_with(&said), "{refused}");
    }
    run(&sandbox, "role edit caller --team web --allow teams.members").success();
    act_as(&store, BOB);
    assert_eq!(run(&sandbox, "role edit reader --allow tools.read").code, "5");
}

#[test]
fn roles_that_hold_everywhere_are_granted_and_taken_back() {
    let (sandbox, store) = three();
    run(&sandbox, "role create help --allow users.read --allow servers.use").success();
    assert_eq!(run(&sandbox, &format!("role grant member {ANN}")).code, "3");
    run(&sandbox, &format!("role grant help {ANN} --dry-run")).success();
    insta::assert_snapshot!(run(&sandbox, &format!("role grant help {ANN} --expires 30d")), @r"
    exit 0
    -- stdout
    ann@example.org is now help everywhere, until <time>
    ");
    run(&sandbox, &format!("role grant platform_viewer {ANN}")).success();
    assert_eq!(
        run(&sandbox, &format!("user show {ANN} --field roles")).stdout,
        "[\"help\",\"platform_viewer\"]\n"
    );
    assert!(
        run(&sandbox, "role delete help").stderr.starts_with("error: members still have the role help: 1")
    );
    act_as(&store, ANN);
    assert_eq!(run(&sandbox, "user list --field email").stdout.lines().count(), 3);
    assert_eq!(run(&sandbox, &format!("role grant help {BOB}")).code, "5");
    store.execute("UPDATE global_grant SET expires_at = 1 WHERE role = 'help'", []).unwrap();
    act_as(&store, ME);
    run(&sandbox, &format!("role revoke platform_viewer {ANN}")).success();
    insta::assert_snapshot!(run(&sandbox, &format!("role revoke platform_viewer {ANN}")), @r"
    exit 3
    -- stderr
    error: they don't have the role platform_viewer there
    ");
    act_as(&store, ANN);
    assert_eq!(run(&sandbox, "user list --field email").stdout, "ann@example.org\n", "it has expired");
    act_as(&store, ME);
    run(&sandbox, &format!("role revoke help {ANN}")).success();
    run(&sandbox, "role delete help").success();
    let told = run(&sandbox, "audit list --action role --field action");
    assert_eq!(
        told.stdout,
        "role.create\nrole.grant\nrole.grant\nrole.grant\nrole.revoke\nrole.revoke\nrole.delete\n"
    );
    run(&sandbox, "audit verify").success();
}

#[test]
fn users_are_made_and_changed_with_roles_of_the_store() {
    let (sandbox, store) = three();
    run(&sandbox, "role create help --allow users.read --allow users.create --allow roles.grant").success();
    run(&sandbox, "role create more --allow users.delete").success();
    run(&sandbox, "user create eve@example.org --no-password --global-role help").success();
    assert_eq!(run(&sandbox, "user show eve@example.org --field roles").stdout, "[\"help\"]\n");
    assert_eq!(run(&sandbox, "user create x@example.org --no-password --global-role none").code, "3");
    act_as(&store, "eve@example.org");
    insta::assert_snapshot!(run(&sandbox, "user create x@example.org --no-password --global-role more"), @r"
    exit 5
    -- stderr
    error: you can't grant the role more everywhere: you lack users.delete there yourself
    ");
    assert_eq!(run(&sandbox, "user create x@example.org --no-password --admin").code, "5");
    run(&sandbox, "user create x@example.org --no-password --global-role help").success();
    act_as(&store, ME);
    run(&sandbox, "user edit x@example.org --global-role more").success();
    assert_eq!(run(&sandbox, "user show x@example.org --field roles").stdout, "[\"more\"]\n");
    // Who may change a role may not give through it what they lack.
    run(&sandbox, "role create editor --allow roles.edit --allow users.read").success();
    run(&sandbox, &format!("role grant editor {ANN}")).success();
    act_as(&store, ANN);
    let refused = run(&sandbox, "role edit editor --allow users.delete");
    assert!(refused.code == "5" && refused.stderr.contains("you lack users.delete there"), "{refused}");
}

#[test]
fn the_last_admin_and_the_last_owner_keep_their_roles() {
    let (sandbox, _) = three();
    for line in
        [format!("role revoke platform_admin {ME}"), format!("role grant platform_admin {ME} --expires 1d")]
    {
        let run = run(&sandbox, &line);
        assert!(
            run.code == "6" && run.stderr.starts_with("error: this is the last active platform admin"),
            "{run}"
        );
    }
    run(&sandbox, &format!("role grant developer {ANN} --team web --expires 1d")).success();
    let role = "team member list web --field role";
    assert_eq!(run(&sandbox, role).stdout, "owner\ndeveloper\n");
    for line in [format!("role revoke owner {ME} --team web"), format!("role grant viewer {ME} --team web")] {
        let run = run(&sandbox, &line);
        assert!(run.code == "6" && run.stderr.contains("would be left without an active owner"), "{run}");
    }
    assert_eq!(run(&sandbox, &format!("role revoke viewer {ANN} --team web")).code, "3");
    run(&sandbox, &format!("role grant owner {ANN} --team web")).success();
    run(&sandbox, &format!("role revoke owner {ME} --team web")).success();
    assert_eq!(run(&sandbox, role).stdout, "owner\n");
    assert_eq!(run(&sandbox, &format!("role revoke owner {ME} --team web")).code, "3");
}

#[test]
fn an_admin_manages_members_of_any_team_and_says_so_where_it_is_for_themselves() {
    let (sandbox, store) = three();
    act_as(&store, ANN);
    run(&sandbox, "team create shop").success();
    act_as(&store, ME);
    // Members of a team where the admin is nothing.
    run(&sandbox, &format!("team member add shop {BOB} --role developer")).success();
    run(&sandbox, &format!("team member set-role shop {BOB} owner")).success();
    run(&sandbox, "team invite create shop new@example.org --role owner").success();
    insta::assert_snapshot!(run(&sandbox, &format!("team member add shop {ME} --role viewer --dry-run")), @r"
    exit 0
    -- stdout
    would add me@example.org to the team shop as viewer
    ");
    insta::assert_snapshot!(run(&sandbox, &format!("team member add shop {ME}")), @r"
    exit 5
    -- stderr
    error: you can't grant the role member: you lack servers.use there yourself
      hint: an admin may all the same, which the audit tells: --as-admin --reason TEXT
    ");
    assert_eq!(run(&sandbox, &format!("team invite create shop {ME}")).code, "5");
    assert_eq!(run(&sandbox, &format!("team member add shop {ME} --as-admin")).code, "2");
    run(&sandbox, &format!("team member add shop {ME} --as-admin --reason outage")).success();
    // A role that allows more than owners may is nobody's to grant there.
    run(&sandbox, "role create king --allow tenants.edit --allow sessions.kill --allow servers.use")
        .success();
    run(&sandbox, &format!("team member set-role shop {BOB} king")).success();
    run(&sandbox, "role create odd --allow tokens.create").success();
    assert_eq!(run(&sandbox, &format!("team member set-role shop {BOB} odd")).code, "5");
    let told = run(&sandbox, "audit list --action member --json").stdout;
    let count = |text| told.matches(text).count();
    assert_eq!((count("\"as_admin\": true"), count("\"reason\": \"outage\"")), (3, 1));
    // Who is no admin can't say so.
    act_as(&store, BOB);
    assert_eq!(
        run(&sandbox, &format!("team member set-role shop {BOB} owner --as-admin --reason x")).code,
        "5"
    );
}
