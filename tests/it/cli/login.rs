//! How logins end, where they are kept, and what each of their settings does.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use mcpgw::core::settings;

use super::user::{OTHER, WORD, create, log_in, sandbox, shared, store};
use crate::support::Sandbox;

fn file(sandbox: &Sandbox) -> std::path::PathBuf {
    let dir = sandbox.home().join(".local/state/mcpgw");
    let mut entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    entries.find(|path| path.file_name().unwrap().to_string_lossy().starts_with("login-")).unwrap()
}

#[test]
fn a_login_is_kept_privately_and_a_broken_one_is_never_passed_over() {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    let file = file(&sandbox);
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let secret = fs::read_to_string(&file).unwrap();
    assert!(super::vault::holding(&sandbox.data_dir(), secret.trim()).is_empty(), "the store knows its hash");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    let exposed = sandbox.run(&["server", "list"]);
    assert!(exposed.code == "4" && exposed.stderr.contains("chmod 600"), "{exposed}");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    fs::write(&file, "0".repeat(64)).unwrap();
    // Not even where nobody has to log in.
    store(&sandbox).execute("UPDATE meta SET value = 'local' WHERE key = 'auth_mode'", []).unwrap();
    insta::assert_snapshot!(sandbox.run(&["server", "list"]), @r"
    exit 4
    -- stderr
    error: your login is over
      hint: mcpgw login
    ");
    sandbox.run(&["logout"]).success();
    sandbox.run(&["server", "list"]).success();
}

#[test]
fn a_password_a_role_and_a_status_end_logins() {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    create(&sandbox, "boss@example.org", &["--admin"]).success();
    let admin = fs::read_to_string(file(&sandbox)).unwrap();
    for change in [
        &["user", "edit", "ann@example.org", "--global-role", "platform_viewer"][..],
        &["user", "edit", "ann@example.org", "--no-role"],
        &["user", "disable", "ann@example.org"],
        &["user", "passwd", "ann@example.org", "--expire"],
        &["user", "passwd", "ann@example.org", "--password-stdin"],
    ] {
        sandbox.run(&["user", "enable", "ann@example.org"]).success();
        log_in(&sandbox, "ann@example.org", OTHER).success();
        let theirs = fs::read_to_string(file(&sandbox)).unwrap();
        fs::write(file(&sandbox), &admin).unwrap();
        sandbox.run_with_input(change, "another password").success();
        fs::write(file(&sandbox), theirs).unwrap();
        assert_eq!(sandbox.run(&["whoami"]).code, "4", "{change:?}");
        fs::write(file(&sandbox), &admin).unwrap();
    }
}

/// A setting, another value for it, and whether something is as it is with that value.
type Check = (&'static str, &'static str, fn(&Sandbox) -> bool);

#[test]
fn every_setting_of_passwords_and_logins_does_something() {
    let checks: [Check; 11] = [
        ("password.min_length", "40", |sandbox| !takes(sandbox, "long enough for most")),
        ("password.character_classes", "4", |sandbox| !takes(sandbox, "long enough for most")),
        ("password.refuse_common", "false", |sandbox| takes(sandbox, "password")),
        ("password.history", "0", |sandbox| takes(sandbox, WORD)),
        ("password.hash_memory", "128KiB", |sandbox| hashed_as(sandbox, "$m=128,t=1,p=1$")),
        ("password.hash_passes", "2", |sandbox| hashed_as(sandbox, "$m=64,t=2,p=1$")),
        ("password.hash_lanes", "2", |sandbox| hashed_as(sandbox, "$m=64,t=1,p=2$")),
        ("login.max_failures", "1", |sandbox| {
            log_in(sandbox, "me@example.org", "wrong");
            log_in(sandbox, "me@example.org", WORD).code == "4"
        }),
        ("login.lock_for", "10d", |sandbox| {
            (0..5).for_each(|_| drop(log_in(sandbox, "me@example.org", "wrong")));
            store(sandbox)
                .execute("UPDATE credential SET locked_until = locked_until - 86400000", [])
                .unwrap();
            log_in(sandbox, "me@example.org", WORD).code == "4"
        }),
        ("login.idle", "1h", |sandbox| later_is_over(sandbox, 2)),
        ("login.lifetime", "1h", |sandbox| later_is_over(sandbox, 2)),
    ];
    for setting in settings::all() {
        let concerned = ["password.", "login."].iter().any(|table| setting.key.starts_with(table));
        let check = checks.iter().find(|(key, ..)| *key == setting.key);
        assert_eq!(check.is_some(), concerned, "{} has no check here", setting.key);
        let Some((key, value, differs)) = check else { continue };
        assert!(!differs(&shared()), "{key} by default");
        let sandbox = shared();
        log_in(&sandbox, "me@example.org", WORD).success();
        sandbox.run(&["config", "set", key, value]).success();
        sandbox.run(&["logout"]).success();
        assert!(differs(&sandbox), "{key} = {value}");
    }
}

fn takes(sandbox: &Sandbox, password: &str) -> bool {
    log_in(sandbox, "me@example.org", WORD).success();
    let run = sandbox.run_with_input(&["user", "passwd", "--password-stdin"], &format!("{WORD}\n{password}"));
    assert!(matches!(&*run.code, "0" | "2"), "{run}");
    run.code == "0"
}

/// Whether the password is hashed like that after the next login.
fn hashed_as(sandbox: &Sandbox, cost: &str) -> bool {
    log_in(sandbox, "me@example.org", WORD).success();
    let sql = "SELECT hash FROM credential JOIN user ON user.id = user_id WHERE email = 'me@example.org'";
    store(sandbox).query_row(sql, [], |row| row.get::<_, String>(0)).unwrap().contains(cost)
}

/// Whether a login that began, and was used, so many hours ago is over.
fn later_is_over(sandbox: &Sandbox, hours: i64) -> bool {
    log_in(sandbox, "me@example.org", WORD).success();
    let sql = "UPDATE login SET created_at = created_at - ?1, last_used_at = last_used_at - ?1, expires_at = expires_at - ?1";
    store(sandbox).execute(sql, [hours * 3_600_000]).unwrap();
    sandbox.run(&["whoami"]).code == "4"
}

#[test]
fn a_login_that_is_used_lives_on() {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    store(&sandbox).execute("UPDATE login SET last_used_at = last_used_at - 40000000", []).unwrap();
    sandbox.run(&["whoami"]).success();
    store(&sandbox).execute("UPDATE login SET last_used_at = last_used_at - 40000000", []).unwrap();
    sandbox.run(&["whoami"]).success();
}

#[test]
fn a_password_is_not_taken_twice_in_a_row_of_five() {
    let sandbox = sandbox();
    sandbox.run(&["user", "edit", "me", "--email", "me@example.org"]).success();
    let set = |word: &str| sandbox.run_with_input(&["user", "passwd", "--password-stdin"], word).code;
    for number in 0..5 {
        assert_eq!(set(&format!("password number {number}")), "0");
    }
    for number in 0..5 {
        assert_eq!(set(&format!("password number {number}")), "2", "{number}");
    }
    assert_eq!(set("password number 5"), "0");
    assert_eq!(set("password number 0"), "0", "the sixth last");
}

#[test]
fn who_is_deleted_is_logged_out() {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    let admin = fs::read_to_string(file(&sandbox)).unwrap();
    log_in(&sandbox, "ann@example.org", OTHER).success();
    let theirs = fs::read_to_string(file(&sandbox)).unwrap();
    fs::write(file(&sandbox), admin).unwrap();
    sandbox.run(&["user", "delete", "ann@example.org", "--yes"]).success();
    fs::write(file(&sandbox), theirs).unwrap();
    assert_eq!(sandbox.run(&["whoami"]).code, "4");
}

#[test]
fn who_is_logged_in_changes_their_password_with_the_present_one() {
    let sandbox = shared();
    let change = |input: &str| sandbox.run_with_input(&["user", "passwd", "--password-stdin"], input);
    log_in(&sandbox, "ann@example.org", OTHER).success();
    insta::assert_snapshot!(change("only the new one"), @r"
    exit 2
    -- stderr
    error: to change your password takes the present one
      hint: give two lines: the present password, then the new one
    ");
    for _ in 0..5 {
        assert_eq!(change("not the present one\nquite another one").code, "4");
    }
    let locked = change(&format!("{OTHER}\nquite another one"));
    insta::assert_snapshot!(locked, @r"
    exit 4
    -- stderr
    error: the present password is wrong
      hint: after 5 wrong passwords nobody gets in for 30m; an admin can help: mcpgw user unlock EMAIL, or, to an admin on this machine: mcpgw user recover EMAIL
    ");
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox.run(&["user", "unlock", "ann@example.org"]).success();
    log_in(&sandbox, "ann@example.org", OTHER).success();
    change(&format!("{OTHER}\nquite another one")).success();
    log_in(&sandbox, "ann@example.org", "quite another one").success();
    // That of others takes the right to do it, and not their password.
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox
        .run_with_input(&["user", "passwd", "ann@example.org", "--password-stdin"], "a third one")
        .success();
    assert_eq!(change("not the present one\nquite another one").code, "4", "an admin's own, too");
}

#[test]
fn all_logins_end_at_once() {
    let sandbox = shared();
    let mut secrets = Vec::new();
    for _ in 0..2 {
        log_in(&sandbox, "ann@example.org", OTHER).success();
        secrets.push(fs::read_to_string(file(&sandbox)).unwrap());
    }
    log_in(&sandbox, "me@example.org", WORD).success();
    let mine = fs::read_to_string(file(&sandbox)).unwrap();
    let file = file(&sandbox);
    fs::write(&file, &secrets[0]).unwrap();
    insta::assert_snapshot!(sandbox.run(&["logout", "--all"]), @r"
    exit 0
    -- stdout
    logged out, 2 logins have ended
    ");
    for (secret, code) in [(&secrets[1], "4"), (&mine, "0")] {
        fs::write(&file, secret).unwrap();
        fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
        assert_eq!(sandbox.run(&["whoami"]).code, code);
    }
}

#[test]
fn what_is_no_file_is_no_login_and_is_not_passed_over() {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    let file = file(&sandbox);
    let elsewhere = sandbox.home().join("elsewhere");
    fs::rename(&file, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &file).unwrap();
    insta::assert_snapshot!(sandbox.run(&["server", "list"]), @r"
    exit 4
    -- stderr
    error: ~/.local/state/mcpgw/login-<id> should be the file of your login, and is a symbolic link
      hint: move it away: mv ~/.local/state/mcpgw/login-<id> ~/.local/state/mcpgw/login-<id>.old; then: mcpgw login
    ");
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    for command in [&["whoami"][..], &["server", "list"], &["stdio"]] {
        let run = sandbox.run(command);
        assert!(run.code == "4" && run.stderr.contains("and is a directory"), "{run}");
    }
    let run = log_in(&sandbox, "me@example.org", WORD);
    assert!(run.code == "4" && run.stderr.contains("and is a directory"), "{run}");
}
