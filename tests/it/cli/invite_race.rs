//! Sixteen processes accept invitations at once: each is accepted once, and a team has no more members than it may.

use std::process::Stdio;

use super::invite::{invite, web};
use super::user::{log_in, store};
use crate::support::Sandbox;

const PROCESSES: usize = 16;

/// Accepts with each of `codes` at once, and returns how each ended.
fn at_once(sandbox: &Sandbox, codes: &[String]) -> Vec<(String, String)> {
    let started: Vec<_> = codes
        .iter()
        .enumerate()
        .map(|(number, code)| {
            let said = format!("{code}\nword number {number} of many\n");
            let file = super::vault::private(sandbox, &format!("said{number}"), &said);
            let mut command =
                sandbox.command(["team", "invite", "accept", "--code-stdin", "--password-stdin"]);
            command.stdin(std::fs::File::open(file).unwrap()).stdout(Stdio::null()).stderr(Stdio::piped());
            command.spawn().expect("mcpgw starts")
        })
        .collect();
    let ended = started.into_iter().map(|child| child.wait_with_output().expect("mcpgw ends"));
    ended
        .map(|output| {
            let code = output.status.code().map_or_else(String::new, |code| code.to_string());
            (code, String::from_utf8_lossy(&output.stderr).into_owned())
        })
        .collect()
}

fn count(sandbox: &Sandbox, sql: &str) -> i64 {
    store(sandbox).query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn an_invitation_is_accepted_once() {
    let sandbox = web();
    let code = invite(&sandbox, "new@example.org", &[]);
    sandbox.run(&["logout"]).success();
    let ended = at_once(&sandbox, &vec![code; PROCESSES]);
    assert_eq!(ended.iter().filter(|(code, _)| code == "0").count(), 1, "{ended:?}");
    for (code, stderr) in ended.iter().filter(|(code, _)| code != "0") {
        let over = stderr.contains("was accepted already") || stderr.contains("the password is wrong");
        assert!(over && ["4", "6"].contains(&&**code), "{code}: {stderr}");
    }
    assert_eq!(count(&sandbox, "SELECT count(*) FROM user"), 3);
    assert_eq!(
        count(&sandbox, "SELECT count(*) FROM audit WHERE action = 'invite.accept' AND outcome = 'done'"),
        1
    );
    log_in(&sandbox, "me@example.org", super::user::WORD).success();
    sandbox.run(&["audit", "verify"]).success();
}

#[test]
fn a_team_is_full_exactly_whoever_accepts_first() {
    let sandbox = web();
    sandbox.run(&["config", "set", "team.max_members", "6"]).success();
    let codes: Vec<_> = (0..PROCESSES).map(|n| invite(&sandbox, &format!("n{n}@example.org"), &[])).collect();
    sandbox.run(&["logout"]).success();
    let ended = at_once(&sandbox, &codes);
    assert_eq!(ended.iter().filter(|(code, _)| code == "0").count(), 5, "{ended:?}");
    for (code, stderr) in ended.iter().filter(|(code, _)| code != "0") {
        assert!(code == "6" && stderr.contains("has 6 members already"), "{code}: {stderr}");
    }
    assert_eq!(
        count(&sandbox, "SELECT count(*) FROM user"),
        7,
        "nor was an account made for who didn't get in"
    );
}
