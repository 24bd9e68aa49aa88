//! One person, who never heard of logins.

use super::terminal::{READY, Terminal};
use crate::support::Sandbox;

#[test]
fn without_a_terminal_it_says_what_it_needs() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.run(&["tui"]), @r"
    exit 2
    -- stderr
    error: the full screen needs a terminal on stdin and stdout
      hint: for a script: mcpgw status --json
    ");
}

#[test]
#[ignore = "needs tmux"]
fn an_empty_home_shows_what_fills_it_and_nothing_of_people() {
    let sandbox = Sandbox::new();
    let terminal = Terminal::with_tui(&sandbox, "no servers yet");
    let screen = terminal.screen();
    assert!(screen.contains("mcpgw server add NAME -- COMMAND"), "{screen}");
    assert!(!screen.contains("People") && !screen.contains("Log in"), "{screen}");
    sandbox.run(&["server", "add", "files", "--no-check", "--", "cat"]).success();
    terminal.shows("Servers (1)");
    terminal.press(&["q"]);
    terminal.shows(READY);
}

#[test]
#[ignore = "needs tmux"]
fn what_is_done_takes_effect_and_is_told_as_a_command() {
    let sandbox = Sandbox::new();
    for name in ["files", "time"] {
        sandbox.run(&["server", "add", name, "--no-check", "--", "cat"]).success();
    }
    let terminal = Terminal::with_tui(&sandbox, "Servers (2)");
    terminal.press(&["j", "x"]);
    terminal.shows("mcpgw server disable time");
    assert_eq!(sandbox.run(&["server", "list", "--field", "enabled"]).stdout, "true\nfalse\n");
    terminal.press(&["d"]);
    terminal.shows("Remove the server time and its variables?");
    terminal.press(&["Enter"]);
    terminal.until("the question is gone", |screen| !screen.contains("Are you sure?"));
    terminal.press(&["d", "y"]);
    terminal.shows("Servers (1)");
    assert_eq!(sandbox.run(&["server", "list", "--field", "name"]).stdout, "files\n");
    terminal.line(":audit");
    terminal.shows("server.remove");
}
