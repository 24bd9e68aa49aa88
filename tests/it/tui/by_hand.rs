//! What clients start, started by somebody in a terminal.

use super::terminal::{READY, Terminal};
use crate::support::Sandbox;

#[test]
#[ignore = "needs tmux"]
fn a_session_says_whom_it_waits_for_and_how_it_ends() {
    let sandbox = Sandbox::new();
    let terminal = Terminal::new(&sandbox, 100, 30);
    terminal.line("clear; mcpgw stdio; echo exit $?");
    terminal.shows("ctrl-d ends it");
    terminal.press(&["C-d"]);
    terminal.shows("exit 0");
    terminal.line("clear; mcpgw stdio --quiet < /dev/null; echo exit $?");
    terminal.until("its end", |screen| screen.contains("exit 0") && screen.contains(READY));
    assert!(!terminal.screen().contains("ctrl-d"));
}
