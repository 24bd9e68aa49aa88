//! Sixteen processes let people into a team that has room for a few, and some are killed on the way.

use super::killed_races::{KILLED, PROCESSES, count, race, told, whole, words};
use super::user::{OTHER, WORD, create, log_in, shared};
use crate::support::Sandbox;

/// How many the team may have; its owner is one.
const MOST: i64 = 5;

const MEMBERS: &str = "SELECT count(*) FROM membership JOIN team ON team.id = team_id WHERE slug = 'web'";

fn user(number: usize) -> String {
    format!("u{number}@example.org")
}

/// A team with little room, by its own quota, and as many users as processes.
fn scene() -> Sandbox {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox.run(&["team", "create", "web", "--discoverable"]).success();
    sandbox.run(&["team", "quota", "web", "--max-members", &MOST.to_string()]).success();
    for number in 0..PROCESSES {
        create(&sandbox, &user(number), &[]).success();
    }
    sandbox
}

/// The same, all of whom ask to be let in.
fn asked() -> Sandbox {
    let sandbox = scene();
    for number in 0..PROCESSES {
        log_in(&sandbox, &user(number), OTHER).success();
        sandbox.run(&["team", "join", "request", "web"]).success();
    }
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox
}

/// There is room for so many and no more, whoever came first; each who is in stands in the audit.
#[track_caller]
fn filled(sandbox: &Sandbox, verb: &str, action: &str) {
    let came = count(sandbox, MEMBERS);
    assert!(came <= MOST, "{came}");
    assert_eq!(told(sandbox, action), came - 1);
    let mut full = 0;
    for number in 0..PROCESSES {
        let run = sandbox.run(
            &words(&format!("{verb} web {}", user(number))).iter().map(String::as_str).collect::<Vec<_>>(),
        );
        full += usize::from(run.stderr.contains("has 5 members already"));
    }
    assert!(full > 0);
    assert_eq!(count(sandbox, MEMBERS), MOST);
    assert_eq!(told(sandbox, action), MOST - 1);
    whole(sandbox, "me@example.org", WORD);
}

#[test]
fn no_more_are_let_in_than_there_is_room_for() {
    for killed in KILLED {
        let sandbox = asked();
        let each = |number| words(&format!("team join approve web {}", user(number)));
        race(&sandbox, killed, each, |_| String::new());
        // Who was let in asks no more, and everybody else still does.
        let pending = "SELECT count(*) FROM join_request WHERE state = 'pending'";
        assert_eq!(
            count(&sandbox, pending),
            i64::try_from(PROCESSES).unwrap() + 1 - count(&sandbox, MEMBERS)
        );
        filled(&sandbox, "team join approve", "join.approve");
    }
}

#[test]
fn no_more_are_added_than_the_quota_of_the_team_allows() {
    for killed in KILLED {
        let sandbox = scene();
        let each = |number| words(&format!("team member add web {}", user(number)));
        race(&sandbox, killed, each, |_| String::new());
        filled(&sandbox, "team member add", "member.add");
    }
}

#[test]
fn who_asks_is_answered_once() {
    for killed in KILLED {
        let sandbox = scene();
        log_in(&sandbox, &user(0), OTHER).success();
        sandbox.run(&["team", "join", "request", "web"]).success();
        log_in(&sandbox, "me@example.org", WORD).success();
        let each = |number| {
            words(match number % 3 {
                0 => "team join reject web u0@example.org",
                1 => "team join approve web u0@example.org",
                _ => "team join approve web u0@example.org --role viewer",
            })
        };
        race(&sandbox, killed, each, |_| String::new());
        let (approved, rejected) = (told(&sandbox, "join.approve"), told(&sandbox, "join.reject"));
        assert!(approved + rejected <= 1, "{approved} {rejected}");
        assert_eq!(count(&sandbox, MEMBERS), 1 + approved);
        let pending = "SELECT count(*) FROM join_request WHERE state = 'pending'";
        assert_eq!(count(&sandbox, pending), 1 - approved - rejected);
        whole(&sandbox, "me@example.org", WORD);
    }
}
