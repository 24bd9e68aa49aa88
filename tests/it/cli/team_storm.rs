//! Many processes change teams at once: limits are exact, a team keeps its owner, and nobody hears of a locked store.

use std::process::Stdio;

use crate::support::people::{add_user, name_owner, store};
use crate::support::{Run, Sandbox};

const ME: &str = "me@example.org";

/// Starts mcpgw with each of `commands` at once, and returns how each ended.
pub(super) fn at_once(sandbox: &Sandbox, commands: &[Vec<String>]) -> Vec<Run> {
    let start = std::sync::Barrier::new(commands.len());
    std::thread::scope(|threads| {
        let run = |args: &Vec<String>| {
            let mut command = sandbox.command(args);
            command.stdin(Stdio::null());
            start.wait();
            sandbox.finish(&mut command)
        };
        let running: Vec<_> = commands.iter().map(|args| threads.spawn(move || run(args))).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_owned).collect()
}

/// How many succeeded; the others were refused with these words.
#[track_caller]
fn succeeded(runs: &[Run], refusals: &[&str]) -> usize {
    let (done, refused): (Vec<_>, Vec<_>) = runs.iter().partition(|run| run.code == "0");
    for run in refused {
        assert!(refusals.iter().any(|words| run.stderr.contains(words)), "{run}");
    }
    done.len()
}

#[test]
fn a_team_is_full_exactly() {
    let sandbox = Sandbox::new();
    let store = store(&sandbox);
    sandbox.run(&["team", "create", "web"]).success();
    sandbox.run(&["config", "set", "team.max_members", "5"]).success();
    let add = |n: u32| {
        add_user(&store, n, &format!("u{n}@example.org"));
        words(&format!("team member add web u{n}@example.org"))
    };
    let commands: Vec<_> = (1..=16).map(add).collect();
    let runs = at_once(&sandbox, &commands);
    assert_eq!(succeeded(&runs, &["has 5 members already"]), 4);
    assert_eq!(sandbox.run(&["team", "show", "web", "--field", "members"]).stdout, "5\n");
}

#[test]
fn nobody_is_in_more_teams_than_may_be() {
    let sandbox = Sandbox::new();
    store(&sandbox);
    sandbox.run(&["config", "set", "team.max_per_user", "3"]).success();
    let commands: Vec<_> = (1..=16).map(|n| words(&format!("team create t{n}"))).collect();
    let runs = at_once(&sandbox, &commands);
    assert_eq!(succeeded(&runs, &["you are in 3 teams already"]), 3);
}

#[test]
fn a_team_never_loses_its_last_owner() {
    let sandbox = Sandbox::new();
    let store = store(&sandbox);
    name_owner(&store, ME);
    add_user(&store, 1, "ann@example.org");
    let refusals = &[
        "without an active owner",
        "is no member",
        "you lack",
        "not any more",
        "any more",
        "has changed meanwhile",
        "would last longer",
    ];
    for round in 0..3 {
        let team = format!("web{round}");
        sandbox.run(&["team", "create", &team]).success();
        sandbox.run(&["team", "member", "add", &team, "ann@example.org", "--role", "owner"]).success();
        let commands: Vec<_> = (0..16)
            .map(|n| match n % 4 {
                0 => words(&format!("team member remove {team} {ME} --yes")),
                1 => words(&format!("team member remove {team} ann@example.org --yes")),
                2 => words(&format!("team member set-role {team} ann@example.org viewer")),
                _ => words(&format!("team member set-role {team} {ME} owner --expires 1d")),
            })
            .collect();
        let done = succeeded(&at_once(&sandbox, &commands), refusals);
        assert!(done >= 1);
        let sql = "SELECT count(*) FROM membership JOIN team ON team.id = team_id
                   WHERE slug = ?1 AND role = 'owner' AND expires_at IS NULL";
        let owners: i64 = store.query_row(sql, [&team], |row| row.get(0)).unwrap();
        assert_eq!(owners, 1);
    }
    sandbox.run(&["audit", "verify"]).success();
}
