//! Sixteen processes do what only one of them may, and some are killed on the way: the store opens, what must hold holds, and the
//! audit has a row for each change.

use std::fs;
use std::path::Path;
use std::process::{Child, Output, Stdio};

use super::invite::{invite, web};
use super::user::{OTHER, WORD, create, log_in, prepare_owner, sandbox, shared, store};
use crate::support::Sandbox;

pub(super) const PROCESSES: usize = 16;

/// Of so many that are started one after the other, one is killed.
pub(super) const KILLED: [usize; 3] = [2, 3, 1];

pub(super) fn words(text: &str) -> Vec<String> {
    text.split(' ').map(ToOwned::to_owned).collect()
}

/// Whether a process has `file` open.
fn has_open(process: u32, file: &Path) -> bool {
    let open = fs::read_dir(format!("/proc/{process}/fd")).into_iter().flatten().flatten();
    open.filter_map(|entry| fs::read_link(entry.path()).ok()).any(|target| target == file)
}

/// Lets it come to the store, and then `steps` further, whatever it does meanwhile.
fn kill(mut child: Child, store: &Path, steps: usize) {
    let mut left = steps;
    while child.try_wait().unwrap().is_none() && left > 0 {
        left -= usize::from(has_open(child.id(), store));
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Runs so many at once, with `args` and what stands in the file `input` on stdin, and kills one in `killed`.
pub(super) fn race(
    sandbox: &Sandbox,
    killed: usize,
    args: impl Fn(usize) -> Vec<String>,
    input: impl Fn(usize) -> String,
) {
    let store = sandbox.data_dir().join("mcpgw.db-wal");
    let started: Vec<_> = (0..PROCESSES)
        .map(|number| {
            let said = super::vault::private(sandbox, &format!("said{number}"), &input(number));
            let mut command = sandbox.command(args(number));
            command.stdin(fs::File::open(said).unwrap()).stdout(Stdio::null()).stderr(Stdio::piped());
            command.spawn().expect("mcpgw starts")
        })
        .collect();
    let outputs = std::thread::scope(|threads| {
        let running: Vec<_> = started
            .into_iter()
            .enumerate()
            .map(|(number, child)| {
                let store = &store;
                threads.spawn(move || -> Option<Output> {
                    if number % killed == 0 {
                        kill(child, store, 1 + number * 40);
                        return None;
                    }
                    Some(child.wait_with_output().unwrap())
                })
            })
            .collect();
        running.into_iter().filter_map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    for output in outputs {
        let said = String::from_utf8_lossy(&output.stderr);
        for word in ["locked the store", "kept the store", "the store failed", "SQL", "database"] {
            assert!(!said.contains(word), "{said}");
        }
        let code = output.status.code();
        assert!(matches!(code, Some(0 | 3..=6)), "{code:?}: {said}");
    }
}

pub(super) fn count(sandbox: &Sandbox, sql: &str) -> i64 {
    store(sandbox).query_row(sql, [], |row| row.get(0)).unwrap()
}

/// The store is whole, and so is its audit; `who` may look.
#[track_caller]
pub(super) fn whole(sandbox: &Sandbox, who: &str, password: &str) {
    let connection = store(sandbox);
    let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok");
    assert_eq!(count(sandbox, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    log_in(sandbox, who, password).success();
    sandbox.run(&["audit", "verify"]).success();
    sandbox.run(&["vault", "status"]).success();
}

/// How many rows of the audit tell of this.
pub(super) fn told(sandbox: &Sandbox, action: &str) -> i64 {
    count(sandbox, &format!("SELECT count(*) FROM audit WHERE action = '{action}' AND outcome = 'done'"))
}

#[test]
fn an_active_admin_is_left() {
    for (verb, killed) in ["user disable", "user delete --yes", "user edit --no-role"].iter().zip(KILLED) {
        let sandbox = shared();
        log_in(&sandbox, "me@example.org", WORD).success();
        for number in 0..PROCESSES {
            create(&sandbox, &format!("admin{number}@example.org"), &["--admin"]).success();
        }
        let each = |number| [words(verb), vec![format!("admin{number}@example.org")]].concat();
        race(&sandbox, killed, each, |_| String::new());
        // The last one who is left goes on.
        sandbox.run(&["user", "edit", "me", "--no-role"]);
        let left = store(&sandbox)
            .query_row(
                "SELECT email FROM user JOIN global_grant ON user_id = id
                 WHERE role = 'platform_admin' AND status = 'active' ORDER BY email DESC LIMIT 1",
                [],
                |row| row.get::<_, String>(0),
            )
            .expect("an admin");
        whole(&sandbox, &left, if left.starts_with("me@") { WORD } else { OTHER });
    }
}

#[test]
fn the_first_further_user_switches_the_store_or_is_not_there() {
    for killed in KILLED {
        let sandbox = sandbox();
        prepare_owner(&sandbox);
        let each = |number| words(&format!("user create u{number}@example.org --password-stdin"));
        race(&sandbox, killed, each, |_| OTHER.to_owned());
        let users = count(&sandbox, "SELECT count(*) FROM user");
        let required =
            count(&sandbox, "SELECT count(*) FROM meta WHERE key = 'auth_mode' AND value = 'required'");
        assert!(users == 1 + required, "{users} {required}");
        assert_eq!(told(&sandbox, "user.create"), required);
        whole(&sandbox, "me@example.org", WORD);
    }
}

#[test]
fn a_team_keeps_an_owner() {
    for killed in KILLED {
        let sandbox = shared();
        log_in(&sandbox, "me@example.org", WORD).success();
        sandbox.run(&["team", "create", "web"]).success();
        sandbox.run(&["team", "member", "add", "web", "ann@example.org", "--role", "owner"]).success();
        let each = |number| {
            words(match number % 3 {
                0 => "team member remove web me@example.org --yes",
                1 => "team member remove web ann@example.org --yes",
                _ => "team member set-role web ann@example.org viewer",
            })
        };
        race(&sandbox, killed, each, |_| String::new());
        let owners = "SELECT count(*) FROM membership JOIN team ON team.id = team_id
                      WHERE slug = 'web' AND role = 'owner' AND expires_at IS NULL";
        assert!(count(&sandbox, owners) >= 1);
        let members = "SELECT count(*) FROM membership JOIN team ON team.id = team_id WHERE slug = 'web'";
        let gone = told(&sandbox, "member.remove") + told(&sandbox, "team.leave");
        assert_eq!(count(&sandbox, members), 2 - gone);
        whole(&sandbox, "me@example.org", WORD);
    }
}

#[test]
fn a_team_is_never_more_than_full() {
    for killed in KILLED {
        let sandbox = shared();
        log_in(&sandbox, "me@example.org", WORD).success();
        sandbox.run(&["team", "create", "web"]).success();
        sandbox.run(&["config", "set", "team.max_members", "5"]).success();
        for number in 0..PROCESSES {
            create(&sandbox, &format!("u{number}@example.org"), &[]).success();
        }
        let each = |number| words(&format!("team member add web u{number}@example.org"));
        race(&sandbox, killed, each, |_| String::new());
        let members = "SELECT count(*) FROM membership JOIN team ON team.id = team_id WHERE slug = 'web'";
        let came = count(&sandbox, members);
        assert!(came <= 5, "{came}");
        assert_eq!(told(&sandbox, "member.add"), came - 1);
        for number in 0..PROCESSES {
            sandbox.run(&["team", "member", "add", "web", &format!("u{number}@example.org")]);
        }
        assert_eq!(count(&sandbox, members), 5);
        whole(&sandbox, "me@example.org", WORD);
    }
}

#[test]
fn an_invitation_is_accepted_once_or_is_still_open() {
    for killed in KILLED {
        let sandbox = web();
        let code = invite(&sandbox, "new@example.org", &[]);
        sandbox.run(&["logout"]).success();
        let accept = words("team invite accept --code-stdin --password-stdin");
        let said = |number| format!("{code}\nword number {number} of many\n");
        race(&sandbox, killed, |_| accept.clone(), said);
        let accepted = told(&sandbox, "invite.accept");
        assert!(accepted <= 1);
        assert_eq!(count(&sandbox, "SELECT count(*) FROM user WHERE email = 'new@example.org'"), accepted);
        if accepted == 0 {
            let args: Vec<_> = accept.iter().map(String::as_str).collect();
            sandbox.run_with_input(&args, &said(0)).success();
        }
        assert_eq!(told(&sandbox, "invite.accept"), 1);
        whole(&sandbox, "me@example.org", WORD);
    }
}
