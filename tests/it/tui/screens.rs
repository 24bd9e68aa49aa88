//! What each screen shows, for somebody who may see it all.

use std::process::{Child, Stdio};
use std::time::Instant;

use super::terminal::{PATIENCE, Terminal};
use crate::cli::user::{WORD, log_in, shared};
use crate::support::Sandbox;

#[test]
#[ignore = "needs tmux"]
fn each_screen_shows_what_commands_show() {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    let example = env!("CARGO_BIN_EXE_mcpgw");
    sandbox.run(&["team", "create", "web"]).success();
    sandbox.run(&["server", "add", "files", "--team", "web", "--", example, "__example", "files"]).success();
    sandbox.run(&["server", "add", "later", "--no-check", "--", "cat"]).success();
    sandbox.run(&["tool", "disable", "files/search"]).success();
    sandbox.run(&["token", "create", "--name", "ci"]).success();
    let session = Session::start(&sandbox);
    let terminal = Terminal::with_tui(&sandbox, "Servers (2)");
    terminal.until("its team", |screen| screen.contains("web") && screen.contains("team"));
    terminal.press(&["2"]);
    terminal.shows("Items (5)");
    terminal.shows("not started yet");
    terminal.line("/search");
    terminal.shows("can't be used");
    terminal.press(&["x"]);
    terminal.shows("mcpgw tool enable files/search");
    terminal.until("it is usable", |screen| !screen.contains("can't be used"));
    terminal.press(&["3"]);
    terminal.shows(&session.0.id().to_string());
    terminal.press(&["K", "y"]);
    terminal.shows("ended session");
    terminal.shows("no client is served now");
    terminal.press(&["4"]);
    terminal.shows("servers.use");
    terminal.press(&["d", "y"]);
    terminal.shows("revoked ci");
    terminal.shows("○ ci");
    terminal.press(&["5"]);
    terminal.shows("token.revoke");
    terminal.press(&["6"]);
    terminal.shows("People (2)");
    terminal.press(&["7"]);
    terminal.shows("Teams (3)");
    terminal.line("/web");
    terminal.shows("Members");
    terminal.press(&["x"]);
    terminal.shows("Suspend the team web?");
    terminal.press(&["y"]);
    terminal.shows("suspended web");
    assert_eq!(sandbox.run(&["team", "show", "web", "--field", "status"]).stdout, "suspended\n");
}

#[test]
#[ignore = "needs tmux"]
fn what_is_refused_says_why_and_is_kept() {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    let terminal = Terminal::with_tui(&sandbox, "Servers (0)");
    terminal.press(&["6"]);
    terminal.shows("People (2)");
    terminal.press(&["x", "y"]);
    let refused = sandbox.run(&["user", "disable", "me"]).stderr;
    let message = refused.lines().next().and_then(|line| line.strip_prefix("error: ")).expect("a message");
    terminal.shows(message);
    terminal.until("it is gone", |screen| !screen.contains(message));
    terminal.press(&["!"]);
    terminal.shows(message);
}

/// A session of mcpgw, which ends with its owner.
struct Session(Child);

impl Session {
    fn start(sandbox: &Sandbox) -> Self {
        let mut command = sandbox.command(["stdio"]);
        command.stdin(Stdio::piped()).stdout(Stdio::null());
        let session = Self(command.spawn().expect("mcpgw starts"));
        let deadline = Instant::now() + PATIENCE;
        while sandbox.run(&["session", "list", "--field", "pid"]).stdout.is_empty() {
            assert!(Instant::now() < deadline, "the session has not begun");
        }
        session
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
