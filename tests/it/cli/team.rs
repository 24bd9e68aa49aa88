use crate::support::people::{act_as, add_user, name_owner, store};
use crate::support::{Sandbox, ScriptedServer};

const ME: &str = "me@example.org";
const ANN: &str = "ann@example.org";

/// A store with a team, which its owner owns, and with another user.
fn web() -> (Sandbox, rusqlite::Connection) {
    let sandbox = Sandbox::new();
    let store = store(&sandbox);
    name_owner(&store, ME);
    add_user(&store, 1, ANN);
    sandbox.run(&["team", "create", "web", "--name", "Web \u{1b}[31mshop"]).success();
    (sandbox, store)
}

fn id_of(store: &rusqlite::Connection, email: &str) -> String {
    store.query_row("SELECT id FROM user WHERE email = ?1", [email], |row| row.get(0)).unwrap()
}

#[test]
fn who_makes_a_team_owns_it() {
    let (sandbox, _) = web();
    insta::assert_snapshot!(sandbox.run(&["team", "create", "shop", "--dry-run"]), @r"
    exit 0
    -- stdout
    would make the team shop
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "create", "web"]), @r"
    exit 6
    -- stderr
    error: the name web is taken by another team
      hint: choose another one
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "list"]), @r"
    exit 0
    -- stdout
    TEAM      STATUS  YOU ARE  MEMBERS  NAME
    personal  active  owner    1        Personal
    user-1    active  -        1        Personal
    web       active  owner    1        Web \x1b[31mshop
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "show", "web"]), @r"
    exit 0
    -- stdout
    team     web
    name     Web \x1b[31mshop
    status   active
    kind     shared
    you are  owner
    members  1
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "member", "list", "web"]), @r"
    exit 0
    -- stdout
    MEMBER          ROLE   UNTIL  NAME
    me@example.org  owner  -
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "show", "shop"]), @r"
    exit 3
    -- stderr
    error: there is no team shop
      hint: mcpgw team list
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "create", "No"]), @r#"
    exit 2
    -- stderr
    error: invalid value 'No' for '<SLUG>': a team's slug is 1 to 32 of a-z 0-9 - and starts with a letter or digit, not "No"

    For more information, try '--help'.
    "#);
}

#[test]
fn a_team_is_changed() {
    let (sandbox, _) = web();
    let json = ["team", "edit", "web", "--discoverable", "--description", "Us", "--json"];
    insta::assert_snapshot!(sandbox.run(&json), @r#"
    exit 0
    -- stdout
    {
      "id": "<id>",
      "slug": "web",
      "changed": true,
      "dry_run": false
    }
    "#);
    insta::assert_snapshot!(sandbox.run(&["team", "edit", "web", "--discoverable"]), @r"
    exit 0
    -- stdout
    the team web is so already
    ");
}

#[test]
fn a_team_is_suspended_and_resumed() {
    let (sandbox, _) = web();
    insta::assert_snapshot!(sandbox.run(&["team", "suspend", "web", "--dry-run"]), @r"
    exit 0
    -- stdout
    would suspend the team web
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "suspend", "web"]), @r"
    exit 0
    -- stdout
    suspended the team web
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "suspend", "web"]), @r"
    exit 0
    -- stdout
    the team web is suspended already
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "show", "web", "--field", "status"]), @r"
    exit 0
    -- stdout
    suspended
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "resume", "web", "--trial", "30d"]), @r"
    exit 0
    -- stdout
    resumed the team web
    ");
    sandbox.run(&["team", "resume", "web"]).success();
    assert_eq!(sandbox.run(&["team", "show", "web", "--field", "status"]).stdout, "active\n");
}

#[test]
fn a_team_is_shown_as_json() {
    let (sandbox, _) = web();
    insta::assert_snapshot!(sandbox.run(&["team", "show", "web", "--json"]), @r#"
    exit 0
    -- stdout
    {
      "id": "<id>",
      "slug": "web",
      "name": "Web \u001b[31mshop",
      "description": "",
      "personal": false,
      "discoverable": false,
      "status": "active",
      "trial_ends": null,
      "plan": null,
      "quota": {
        "max_servers": null,
        "max_members": null,
        "max_concurrent": null,
        "per_minute": null,
        "per_hour": null,
        "per_day": null,
        "max_sessions_per_user": null
      },
      "switches": {
        "stdio": true,
        "remote": true,
        "sampling": true,
        "public": true,
        "sso": true
      },
      "role": "owner",
      "members": 1,
      "created_at": "<time>",
      "updated_at": "<time>",
      "calls": {}
    }
    "#);
}

#[test]
fn a_personal_team_stays_what_it_is() {
    let (sandbox, _) = web();
    for args in [
        &["team", "delete", "personal", "--cascade", "--yes"][..],
        &["team", "suspend", "personal"],
        &["team", "edit", "personal", "--discoverable"],
        &["team", "member", "add", "personal", ANN],
        &["team", "member", "remove", "personal", ME, "--yes"],
        &["team", "member", "set-role", "personal", ME, "viewer"],
    ] {
        let run = sandbox.run(args);
        assert!(run.stderr.starts_with("error: personal is a personal team: it can't be "), "{run}");
        assert_eq!(run.code, "6", "{run}");
    }
}

#[test]
fn a_team_with_servers_is_deleted_only_with_their_fate() {
    let (sandbox, _) = web();
    ScriptedServer::new("{}").install(&sandbox, "shop");
    sandbox.run(&["server", "add", "shop", "--team", "web", "--", "./shop"]).success();
    insta::assert_snapshot!(sandbox.run(&["team", "delete", "web", "--yes"]), @r"
    exit 6
    -- stderr
    error: the team web still has 1 server
      hint: --move-to TEAM gives all of it to another team, --cascade removes it
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "delete", "web", "--move-to", "none", "--yes"]), @r"
    exit 3
    -- stderr
    error: there is no team none
      hint: mcpgw team list
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "delete", "web", "--cascade", "--dry-run"]), @r"
    exit 0
    -- stdout
    would delete the team web
    would remove the server shop
    ");
    sandbox.run(&["team", "create", "other"]).success();
    sandbox.run(&["server", "add", "shop", "--team", "other", "--", "./shop"]).success();
    insta::assert_snapshot!(sandbox.run(&["team", "delete", "web", "--move-to", "other", "--yes"]), @r"
    exit 6
    -- stderr
    error: the team other has a server with the name or the alias of shop already
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "delete", "web", "--move-to", "personal", "--yes"]), @r"
    exit 0
    -- stdout
    deleted the team web
    moved the server shop to personal
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "delete", "other", "--cascade", "--yes"]), @r"
    exit 0
    -- stdout
    deleted the team other
    removed the server shop
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "list", "--field", "name"]), @r"
    exit 0
    -- stdout
    shop
    ");
    sandbox.run(&["audit", "verify"]).success();
}

#[test]
fn members_come() {
    let (sandbox, _) = web();
    insta::assert_snapshot!(sandbox.run(&["team", "member", "add", "web", "nobody@example.org"]), @r"
    exit 3
    -- stderr
    error: there is no user nobody@example.org
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "member", "add", "web", ANN, "--role", "boss"]), @r"
    exit 3
    -- stderr
    error: there is no role boss here
      hint: in a team it may be viewer, member, developer, owner, everywhere platform_viewer, platform_admin, or a role that was made here
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "member", "add", "web", ANN, "--dry-run"]), @r"
    exit 0
    -- stdout
    would add ann@example.org to the team web as member
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "member", "add", "web", ANN]), @r"
    exit 0
    -- stdout
    added ann@example.org to the team web as member
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "member", "add", "web", ANN]), @r"
    exit 6
    -- stderr
    error: ann@example.org is a member of the team web already, as member
      hint: to change that: mcpgw team member set-role web ann@example.org ROLE
    ");
}

#[test]
fn members_change_and_go() {
    let (sandbox, store) = web();
    sandbox.run(&["team", "member", "add", "web", ANN]).success();
    let developer = ["team", "member", "set-role", "web", ANN, "developer", "--json"];
    insta::assert_snapshot!(sandbox.run(&developer), @r#"
    exit 0
    -- stdout
    {
      "user": "<id>",
      "email": "ann@example.org",
      "name": "User 1",
      "status": "active",
      "role": "developer",
      "expires_at": null,
      "created_at": "<time>",
      "changed": true,
      "dry_run": false
    }
    "#);
    insta::assert_snapshot!(sandbox.run(&["team", "member", "list", "web"]), @r"
    exit 0
    -- stdout
    MEMBER           ROLE       UNTIL  NAME
    me@example.org   owner      -
    ann@example.org  developer  -      User 1
    ");
    store.execute("UPDATE membership SET expires_at = 1 WHERE role = 'developer'", []).unwrap();
    insta::assert_snapshot!(sandbox.run(&["team", "member", "remove", "web", ANN, "--yes"]), @r"
    exit 3
    -- stderr
    error: ann@example.org is no member of the team web
      hint: mcpgw team member list web
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "show", "web", "--field", "members"]), @r"
    exit 0
    -- stdout
    1
    ");
    sandbox.run(&["team", "member", "add", "web", ANN, "--expires", "1d"]).success();
    insta::assert_snapshot!(sandbox.run(&["team", "member", "remove", "web", ANN, "--yes"]), @r"
    exit 0
    -- stdout
    removed ann@example.org from the team web
    ");
    let audit = sandbox.run(&["audit", "list", "--action", "member", "--field", "action"]);
    insta::assert_snapshot!(audit, @r"
    exit 0
    -- stdout
    member.add
    member.edit
    member.add
    member.remove
    ");
}

#[test]
fn a_team_keeps_an_owner_for_good() {
    let (sandbox, store) = web();
    insta::assert_snapshot!(sandbox.run(&["team", "member", "remove", "web", ME, "--yes"]), @r"
    exit 6
    -- stderr
    error: the team web would be left without an active owner
      hint: make somebody else an owner first: mcpgw team member set-role web EMAIL owner
    ");
    for args in [
        &["team", "member", "set-role", "web", ME, "developer"][..],
        &["team", "member", "set-role", "web", ME, "owner", "--expires", "30d"],
    ] {
        assert_eq!(sandbox.run(args).code, "6");
    }
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "owner"]).success();
    // Nor is the last one disabled or deleted.
    store.execute("UPDATE membership SET role = 'member' WHERE user_id = ?1 AND role = 'owner' AND team_id IN (SELECT id FROM team WHERE slug = 'web')", [&id_of(&store, ME)]).unwrap();
    for verb in ["disable", "delete"] {
        let run = sandbox.run(&["user", verb, ANN, "--yes"]);
        assert!(run.stderr.contains("the team web would be left without an active owner"), "{run}");
    }
    store.execute("UPDATE membership SET role = 'owner' WHERE role = 'member'", []).unwrap();
    // One who may not act is no owner that is left.
    store.execute("UPDATE user SET status = 'disabled' WHERE email = ?1", [ANN]).unwrap();
    assert_eq!(sandbox.run(&["team", "member", "remove", "web", ME, "--yes"]).code, "6");
    store.execute("UPDATE user SET status = 'active'", []).unwrap();
    sandbox.run(&["team", "member", "remove", "web", ME, "--yes"]).success();
}

#[test]
fn nobody_grants_what_they_lack_and_sees_what_is_not_theirs() {
    let (sandbox, store) = web();
    add_user(&store, 2, "bob@example.org");
    let sql = "INSERT INTO role (id, team_id, name, permissions, created_at, updated_at)
               SELECT '01900000-0000-7000-8000-000000000099', id, 'lead', '[\"teams.members\",\"roles.grant\",\"servers.read\",\"tools.read\",\"prompts.read\",\"resources.list\"]', 1, 1
               FROM team WHERE slug = 'web'";
    store.execute(sql, []).unwrap();
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "lead"]).success();
    sandbox.run(&["team", "create", "hidden"]).success();
    act_as(&store, ANN);
    insta::assert_snapshot!(sandbox.run(&["team", "member", "add", "web", "bob@example.org"]), @r"
    exit 5
    -- stderr
    error: you can't grant the role member: you lack servers.use there yourself
    ");
    sandbox.run(&["team", "member", "add", "web", "bob@example.org", "--role", "viewer"]).success();
    insta::assert_snapshot!(sandbox.run(&["team", "suspend", "web"]), @r"
    exit 5
    -- stderr
    error: you may not suspend or resume a team: it takes tenants.edit, which no role there gives
      hint: somebody who grants roles there gives one that does
    ");
    let hidden = sandbox.run(&["team", "member", "add", "hidden", "bob@example.org"]);
    let absent = sandbox.run(&["team", "member", "add", "absent", "bob@example.org"]);
    assert_eq!(hidden.stderr.replace("hidden", "absent"), absent.stderr);
    insta::assert_snapshot!(absent, @r"
    exit 3
    -- stderr
    error: there is no team absent
      hint: mcpgw team list
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "list"]), @r"
    exit 0
    -- stdout
    TEAM    STATUS  YOU ARE  MEMBERS  NAME
    user-1  active  owner    1        Personal
    web     active  lead     3        Web \x1b[31mshop
    ");
    act_as(&store, "bob@example.org");
    insta::assert_snapshot!(sandbox.run(&["team", "member", "remove", "web", ANN, "--yes"]), @r"
    exit 5
    -- stderr
    error: you may not remove somebody from a team: it takes teams.members, which no role there gives
      hint: somebody who grants roles there gives one that does
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "member", "remove", "web", "bob@example.org", "--yes"]), @r"
    exit 0
    -- stdout
    removed bob@example.org from the team web
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "list", "--field", "slug"]), @r"
    exit 0
    -- stdout
    user-2
    ");
}

#[test]
fn who_has_a_team_does_not_learn_how_somebody_s_account_is() {
    let (sandbox, store) = web();
    add_user(&store, 2, "bob@example.org");
    sandbox.run(&["user", "disable", "bob@example.org"]).success();
    let admin = sandbox.run(&["team", "member", "add", "web", "bob@example.org"]);
    assert!(admin.code == "6" && admin.stderr.contains("disabled"), "{admin}");
    act_as(&store, ANN);
    sandbox.run(&["team", "create", "hers"]).success();
    let of = |who: &str| {
        let run = sandbox.run(&["team", "member", "add", "hers", who]);
        (run.code, run.stderr.replace(who, "WHO"))
    };
    assert_eq!(of("bob@example.org"), of("nobody@example.org"));
}

#[test]
fn an_empty_list_says_what_would_fill_it() {
    let sandbox = super::invite::web();
    for (list, says) in [
        (&["domain", "list", "web"][..], "no domain; add one: mcpgw team domain add web DOMAIN\n"),
        (&["invite", "list", "web"], "no invitation; make one: mcpgw team invite create web EMAIL\n"),
        (&["join", "list", "web"], "nobody asks to come in\n"),
        (&["join", "list"], "you asked for no team; ask: mcpgw team join request TEAM\n"),
    ] {
        assert_eq!(sandbox.run(&[&["team"], list].concat()).success().stdout, says);
        assert_eq!(sandbox.run(&[&["team"], list, &["--format", "plain"]].concat()).success().stdout, "");
    }
}
