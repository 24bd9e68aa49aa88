//! Who has a token that ends soon is told in time, and what ends is replaced before it does.

use serde_json::Value;

use super::token::{mint, raw, sandbox};
use crate::support::{Run, Sandbox};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// As if it were so many milliseconds later.
fn later(sandbox: &Sandbox, token: &str, by: i64, args: &[&str]) -> Run {
    let mut command = sandbox.command(args);
    command.env("MCPGW_TEST_CLOCK_AHEAD", by.to_string());
    if !token.is_empty() {
        command.env("MCPGW_TOKEN", token);
    }
    sandbox.finish(&mut command)
}

fn warned(run: &Run) -> bool {
    run.stderr.contains("warning: the token") && run.stderr.contains("hint: mcpgw token rotate")
}

#[test]
fn who_acts_with_one_is_told_in_its_last_week_and_not_after_it() {
    let sandbox = sandbox();
    for (name, flags, quiet, told, over) in [
        ("usual", &[][..], 22 * DAY, 24 * DAY, 30 * DAY + 1000),
        ("year", &["--expires", "365d"], 357 * DAY, 359 * DAY, 365 * DAY + 1000),
        ("day", &["--expires", "1d"], DAY / 2, DAY - DAY / 5, DAY + 1000),
    ] {
        let token = mint(&sandbox, &[&["--name", name], flags].concat());
        let fresh = later(&sandbox, &token, quiet, &["whoami"]).success();
        assert!(!warned(&fresh), "{name}: {fresh}");
        let soon = later(&sandbox, &token, told, &["whoami"]).success();
        assert!(warned(&soon), "{name}: {soon}");
        // Neither is what a script reads touched by it.
        assert_eq!(soon.stdout, fresh.stdout);
        let session = later(&sandbox, &token, told, &["stdio"]).success();
        assert!(warned(&session) && session.stdout.is_empty(), "{session}");
        let listed = |by| later(&sandbox, "", by, &["token", "list"]).success().stdout;
        let line = |list: String| list.lines().find(|line| line.contains(name)).expect("its line").to_owned();
        assert!(!line(listed(quiet)).contains("(soon)"));
        assert!(line(listed(told)).contains("active") && line(listed(told)).contains("(soon)"));
        assert!(line(listed(over)).contains("expired") && !line(listed(over)).contains("(soon)"));
        assert_eq!(later(&sandbox, &token, over, &["whoami"]).code, "4");
        sandbox.run(&["token", "revoke", name]).success();
    }
    let token = mint(&sandbox, &["--no-expiry"]);
    assert!(!warned(&later(&sandbox, &token, 3650 * DAY, &["whoami"]).success()));
}

#[test]
fn what_takes_its_place_lives_as_long_as_it_and_both_work_for_the_grace() {
    let sandbox = sandbox();
    let old = mint(&sandbox, &["--name", "ci", "--expires", "10d"]);
    let rotate = ["token", "rotate", "ci", "--grace", "1h", "--field", "token"];
    let mut command = sandbox.command(rotate);
    command.env("MCPGW_TEST_CLOCK_AHEAD", (9 * DAY).to_string());
    let output = command.output().expect("mcpgw starts");
    let new = String::from_utf8(output.stdout).expect("text").trim().to_owned();
    let half_hour = DAY / 48;
    for (token, by, code) in [
        (&old, 9 * DAY + half_hour, "0"),
        (&new, 9 * DAY + half_hour, "0"),
        (&old, 9 * DAY + 3 * half_hour, "4"),
        (&new, 18 * DAY, "0"),
        (&new, 19 * DAY + half_hour, "4"),
    ] {
        assert_eq!(later(&sandbox, token, by, &["whoami"]).code, code, "{by}");
    }
    assert_eq!(
        raw(&sandbox, &["audit", "list", "--action", "token.rotate", "--field", "action"]),
        "token.rotate"
    );
}

#[test]
fn one_ends_with_what_it_was_made_with_and_says_so_from_when_that_is_known() {
    let sandbox = sandbox();
    let permissions =
        ["--permission", "tokens.create", "--permission", "tokens.read", "--permission", "servers.read"];
    let maker = mint(&sandbox, &[&["--name", "maker", "--expires", "30d"], &permissions[..]].concat());
    // What is printed, as it is.
    let raw_later = |by: i64, token: &str, args: &[&str]| {
        let mut command = sandbox.command(args);
        command.env("MCPGW_TEST_CLOCK_AHEAD", by.to_string());
        if !token.is_empty() {
            command.env("MCPGW_TOKEN", token);
        }
        let output = command.output().expect("mcpgw starts");
        [output.stdout, output.stderr].map(|text| String::from_utf8(text).expect("text"))
    };
    let made = |by: &str, name: &str, flags: &[&str]| {
        let args = [&["token", "create", "--field", "token", "--name", name], flags].concat();
        let [token, _] = raw_later(0, by, &args);
        token.trim().to_owned()
    };
    let child = made(&maker, "child", &permissions);
    let grandchild = made(&child, "grandchild", &["--permission", "servers.read"]);
    let state = |by: i64, name: &str| {
        let [list, _] = raw_later(by, "", &["token", "list", "--json"]);
        let rows: Vec<Value> = serde_json::from_str(&list).expect("rows");
        let row = rows.into_iter().find(|row| row["name"] == name).expect("its row");
        (
            row["state"].as_str().unwrap_or_default().to_owned(),
            row["ends_at"].clone(),
            row["expires_at"].clone(),
        )
    };
    let (_, ends, _) = state(0, "maker");
    sandbox.run(&["token", "edit", "maker", "--expires", "1d"]).success();
    let (_, earlier, _) = state(0, "maker");
    assert_ne!(earlier, ends);
    for name in ["child", "grandchild"] {
        assert_eq!(state(0, name), ("active".to_owned(), earlier.clone(), ends.clone()), "{name}");
        assert_eq!(state(DAY + 60_000, name).0, "expired", "{name}");
    }
    let id = raw(&sandbox, &["token", "show", "maker", "--field", "id"]);
    let [_, told] = raw_later(DAY - 60_000, &grandchild, &["whoami"]);
    assert!(told.contains(&format!("hint: mcpgw token rotate {id}")), "{told}");
    assert_eq!(later(&sandbox, &grandchild, DAY + 60_000, &["whoami"]).code, "4");
    // What takes the place of that one lets them live on.
    sandbox.run(&["token", "rotate", "maker", "--expires", "20d"]).success();
    assert_eq!(state(2 * DAY, "grandchild").0, "active");
    assert_eq!(later(&sandbox, &grandchild, 2 * DAY, &["whoami"]).code, "0");
}

#[test]
fn a_token_that_nobody_got_is_named_with_what_ends_it() {
    let sandbox = sandbox();
    // What is said of the vault's key is said once.
    sandbox.run(&["token", "create", "--name", "first"]).success();
    let mut command = sandbox.command(["token", "create", "--name", "lost"]);
    let run =
        sandbox.finish(command.stdout(std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap()));
    insta::assert_snapshot!(run, @r"
    exit 1
    -- stderr
    error: can't write the output: No space left on device (os error 28)
      hint: nobody has the token lost that was made: mcpgw token revoke <id>
    ");
}
