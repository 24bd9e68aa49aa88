//! Users and logins, as somebody at a shell meets them.

use rusqlite::Connection;

use super::vault::holding;
use crate::support::{Run, Sandbox};

/// What the owner of a store chooses.
pub(crate) const WORD: &str = "canary-of-the-owner 7d1f0c";
/// What a second user gets.
pub(crate) const OTHER: &str = "canary-of-another 52a9e3";

/// A sandbox where hashing a password costs nothing.
pub(crate) fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    let settings = "[password]\nhash_memory = \"64KiB\"\nhash_passes = 1\n";
    sandbox.write(".config/mcpgw/config.toml", settings);
    sandbox
}

/// The same, with an owner who can log in and a second user; everybody has to log in.
pub(crate) fn shared() -> Sandbox {
    let sandbox = sandbox();
    prepare_owner(&sandbox);
    create(&sandbox, "ann@example.org", &[]).success();
    sandbox
}

pub(crate) fn prepare_owner(sandbox: &Sandbox) {
    sandbox.run(&["user", "edit", "me", "--email", "me@example.org"]).success();
    sandbox.run_with_input(&["user", "passwd", "--password-stdin"], WORD).success();
}

pub(crate) fn create(sandbox: &Sandbox, email: &str, flags: &[&str]) -> Run {
    let args = [&["user", "create", email, "--password-stdin"], flags].concat();
    sandbox.run_with_input(&args, OTHER)
}

pub(crate) fn log_in(sandbox: &Sandbox, email: &str, password: &str) -> Run {
    sandbox.run_with_input(&["login", "--user", email, "--password-stdin"], password)
}

pub(crate) fn store(sandbox: &Sandbox) -> Connection {
    Connection::open(sandbox.data_dir().join("mcpgw.db")).unwrap()
}

#[test]
fn who_is_alone_never_logs_in() {
    let sandbox = sandbox();
    insta::assert_snapshot!(sandbox.run(&["whoami"]), @r"
    exit 0
    -- stdout
    the owner of this store
    roles: platform_admin
    ");
    sandbox.run(&["server", "add", "s", "--no-check", "--", "cat"]).success();
    sandbox.run(&["server", "list"]).success();
    sandbox.run(&["user", "create", "svc@example.org", "--no-password"]).success();
    sandbox.run(&["server", "list"]).success();
    insta::assert_snapshot!(sandbox.run(&["logout"]), @r"
    exit 0
    -- stdout
    you were not logged in
    ");
}

#[test]
fn with_a_second_user_everybody_logs_in_and_the_owner_has_to_be_able_to() {
    let sandbox = sandbox();
    insta::assert_snapshot!(create(&sandbox, "ann@example.org", &[]), @r"
    exit 6
    -- stderr
    error: you have no email and password to log in with, which everybody needs as soon as there is a second user
      hint: mcpgw user edit me --email EMAIL, then mcpgw user passwd
    ");
    prepare_owner(&sandbox);
    insta::assert_snapshot!(create(&sandbox, "ann@example.org", &[]), @r"
    exit 0
    -- stdout
    created the user ann@example.org
    from now on everybody has to log in: mcpgw login
    ");
    for command in [&["server", "list"][..], &["user", "list"], &["whoami"], &["stdio"], &["status"]] {
        let run = sandbox.run(command);
        assert_eq!(run.code, "4", "{command:?}: {run}");
        assert!(run.stderr.contains("hint: mcpgw login"), "{run}");
    }
    for command in [&["config", "path"][..], &["vault", "status"], &["logout"], &["completions", "bash"]] {
        let run = sandbox.run(command);
        assert_ne!(run.code, "4", "{command:?}: {run}");
    }
    insta::assert_snapshot!(log_in(&sandbox, "Me@Example.org", WORD), @r"
    exit 0
    -- stdout
    logged in as me@example.org
    ");
    insta::assert_snapshot!(sandbox.run(&["user", "list"]), @r"
    exit 0
    -- stdout
    EMAIL            NAME  STATUS  ROLES
    me@example.org         active  platform_admin
    ann@example.org        active
    ");
    sandbox.run(&["logout"]).success();
    assert_eq!(sandbox.run(&["server", "list"]).code, "4");
}

#[test]
fn who_is_no_admin_sees_nobody_else_and_changes_nobody() {
    let sandbox = shared();
    log_in(&sandbox, "ann@example.org", OTHER).success();
    assert_eq!(sandbox.run(&["user", "list", "--field", "email"]).stdout.trim(), "ann@example.org");
    insta::assert_snapshot!(sandbox.run(&["user", "show", "me@example.org"]), @r"
    exit 3
    -- stderr
    error: there is no user me@example.org
      hint: mcpgw user list
    ");
    assert_eq!(sandbox.run(&["user", "show", "nobody@example.org"]).code, "3");
    for command in
        [&["user", "disable", "me@example.org"][..], &["user", "delete", "me@example.org", "--yes"]]
    {
        assert_eq!(sandbox.run(command).code, "3", "{command:?}");
    }
    assert_eq!(create(&sandbox, "eve@example.org", &["--admin"]).code, "5");
    assert_eq!(sandbox.run(&["user", "edit", "me", "--admin"]).code, "5");
    let words = format!("{OTHER}\nquite another one");
    sandbox.run_with_input(&["user", "passwd", "--password-stdin"], &words).success();
    assert_eq!(log_in(&sandbox, "ann@example.org", OTHER).code, "4");
    log_in(&sandbox, "ann@example.org", "quite another one").success();
}

#[test]
fn whoever_is_not_let_in_is_told_the_same() {
    let sandbox = shared();
    let wrong = log_in(&sandbox, "me@example.org", "wrong");
    insta::assert_snapshot!(wrong, @r"
    exit 4
    -- stderr
    error: the email or the password is wrong
      hint: after 5 wrong passwords nobody gets in for 30m; an admin can help: mcpgw user unlock EMAIL, or, to an admin on this machine: mcpgw user recover EMAIL
    ");
    assert_eq!(log_in(&sandbox, "nobody@example.org", "wrong"), wrong);
    for _ in 0..4 {
        assert_eq!(log_in(&sandbox, "me@example.org", "wrong"), wrong);
    }
    assert_eq!(log_in(&sandbox, "me@example.org", WORD), wrong, "locked out, admin or not");
    let until = "SELECT locked_until IS NOT NULL AND failed = 5 FROM credential WHERE failed > 0";
    assert!(store(&sandbox).query_row(until, [], |row| row.get::<_, bool>(0)).unwrap());
    store(&sandbox).execute("UPDATE credential SET locked_until = 1", []).unwrap();
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox.run(&["user", "disable", "ann@example.org"]).success();
    assert_eq!(log_in(&sandbox, "ann@example.org", OTHER), wrong, "disabled");
}

#[test]
fn an_admin_unlocks_and_recovering_needs_a_person() {
    let sandbox = shared();
    for _ in 0..5 {
        log_in(&sandbox, "ann@example.org", "wrong");
    }
    log_in(&sandbox, "me@example.org", WORD).success();
    let shown = sandbox.run(&["user", "list"]);
    assert!(shown.stdout.contains("active, locked"), "{shown}");
    let dry = sandbox.run(&["user", "unlock", "ann@example.org", "--dry-run"]).success();
    assert_eq!(dry.stdout, "would unlock ann@example.org\n");
    let done = sandbox.run(&["user", "unlock", "ann@example.org"]).success();
    assert_eq!(done.stdout, "unlocked ann@example.org\n");
    log_in(&sandbox, "ann@example.org", OTHER).success();
    let alone = sandbox.run(&["user", "recover", "me@example.org", "--yes"]);
    insta::assert_snapshot!(alone, @r"
    exit 2
    -- stderr
    error: this needs a person at a terminal
    ");
}

#[test]
fn who_must_change_a_password_does_nothing_before() {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox.run(&["user", "passwd", "ann@example.org", "--expire"]).success();
    let entered = log_in(&sandbox, "ann@example.org", OTHER).success();
    assert!(entered.stdout.contains("mcpgw user passwd"), "{entered}");
    insta::assert_snapshot!(sandbox.run(&["server", "list"]), @r"
    exit 5
    -- stderr
    error: you have to choose another password first
      hint: mcpgw user passwd
    ");
    let same = sandbox.run_with_input(&["user", "passwd", "--password-stdin"], OTHER);
    assert!(same.code == "2" && same.stderr.contains("it is the present one"), "{same}");
    sandbox.run(&["whoami"]).success();
    let same = sandbox.run_with_input(&["user", "passwd", "--password-stdin"], OTHER);
    assert_eq!(same.code, "2", "{same}");
    sandbox.run_with_input(&["user", "passwd", "--password-stdin"], "quite another one").success();
    assert_eq!(sandbox.run(&["server", "list"]).code, "4", "the login ended with the password");
    log_in(&sandbox, "ann@example.org", "quite another one").success();
    sandbox.run(&["server", "list"]).success();
}

#[test]
fn the_first_admin_takes_the_place_of_the_owner_of_an_unused_store() {
    let sandbox = sandbox();
    let created = create(&sandbox, "boss@example.org", &["--admin"]).success();
    assert!(created.stdout.contains("from now on everybody has to log in"), "{created}");
    assert_eq!(sandbox.run(&["user", "list"]).code, "4");
    log_in(&sandbox, "boss@example.org", OTHER).success();
    assert_eq!(sandbox.run(&["user", "list", "--field", "email"]).stdout.trim(), "boss@example.org");
}

#[test]
fn the_first_admin_comes_from_the_environment_once() {
    let sandbox = sandbox();
    let file = super::vault::private(&sandbox, "word", OTHER);
    let with = |args: &[&str]| {
        let mut command = sandbox.command(args);
        command.env("MCPGW_ADMIN_EMAIL", "boss@example.org").env("MCPGW_ADMIN_PASSWORD_FILE", &file);
        sandbox.finish(&mut command)
    };
    assert_eq!(with(&["server", "list"]).code, "4", "an admin was made, and nobody is logged in");
    log_in(&sandbox, "boss@example.org", OTHER).success();
    with(&["server", "list"]).success();
    assert_eq!(sandbox.run(&["whoami", "--field", "roles.0"]).stdout.trim(), "platform_admin");
}

#[test]
fn passwords_stand_nowhere() {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    let again = create(&sandbox, "ann@example.org", &[]);
    assert_eq!(again.code, "6", "{again}");
    log_in(&sandbox, "ann@example.org", "canary-wrong 99");
    for canary in ["canary-of-the-owner", "canary-of-another", "canary-wrong"] {
        assert_eq!(holding(&sandbox.home(), canary), Vec::<std::path::PathBuf>::new());
        assert!(!again.to_string().contains(canary));
    }
}

#[test]
fn a_dry_run_keeps_nothing_and_fails_where_the_change_would() {
    let sandbox = sandbox();
    let dry = |args: &[&str]| sandbox.run_with_input(&[args, &["--dry-run"]].concat(), OTHER);
    let create = ["user", "create", "ann@example.org", "--password-stdin"];
    assert_eq!(dry(&create).code, "6", "the owner can't log in");
    assert_eq!(dry(&["user", "disable", "me"]).code, "6", "the last admin");
    assert_eq!(dry(&["user", "edit", "me", "--no-role"]).code, "6");
    dry(&[&create[..], &["--admin"]].concat()).success();
    prepare_owner(&sandbox);
    let made = dry(&create).success();
    assert_eq!(made.stdout, "would create the user ann@example.org\n");
    let name = dry(&["user", "edit", "me", "--name", "Me", "--field", "name"]).success();
    assert_eq!(name.stdout, "Me\n");
    dry(&["user", "passwd", "--password-stdin"]).success();
    assert_eq!(sandbox.run(&["user", "list", "--field", "name"]).stdout.trim(), "");
    assert_eq!(sandbox.run(&["user", "list"]).stdout.lines().count(), 2);
    log_in(&sandbox, "me@example.org", WORD).success();
}

#[test]
fn what_only_a_deleted_user_saw_goes_with_them_or_to_an_heir() {
    for heir in [false, true] {
        let sandbox = shared();
        log_in(&sandbox, "ann@example.org", OTHER).success();
        sandbox.run(&["server", "add", "hers", "--no-check", "--", "cat"]).success();
        sandbox.run_with_input(&["secret", "set", "hers", "--stdin"], "value").success();
        log_in(&sandbox, "me@example.org", WORD).success();
        assert_eq!(sandbox.run(&["server", "show", "hers"]).code, "3");
        let mut delete = vec!["user", "delete", "ann@example.org", "--yes"];
        if heir {
            delete.extend(["--transfer-to", "me"]);
        }
        sandbox.run(&delete).success();
        let code = if heir { "0" } else { "3" };
        assert_eq!(sandbox.run(&["server", "show", "hers"]).code, code);
        assert_eq!(sandbox.run(&["secret", "remove", "hers", "--dry-run"]).code, code);
        let left = "SELECT count(*) FROM team WHERE personal_of IS NOT NULL";
        assert_eq!(store(&sandbox).query_row(left, [], |row| row.get::<_, i64>(0)).unwrap(), 1);
    }
}
