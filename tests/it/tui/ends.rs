//! However it ends, the terminal is what it was before.

use super::terminal::{READY, Terminal};
use crate::support::Sandbox;

/// The terminal as programs can change it: its modes, and which screen it shows.
fn state(terminal: &Terminal<'_>) -> String {
    // What is typed is seen too, and is not what is waited for.
    terminal.line("clear; stty -g > modes; echo ke''pt");
    terminal.shows("kept");
    terminal.fact("#{alternate_on} #{cursor_flag}")
}

fn modes(sandbox: &Sandbox) -> String {
    std::fs::read_to_string(sandbox.home().join("modes")).expect("the modes")
}

/// Runs `command` until it shows `first`, has it end by `end`, and compares. Returns what it left on the terminal.
fn ends(command: &str, first: &str, end: impl FnOnce(&Terminal<'_>)) -> String {
    let sandbox = Sandbox::new();
    let terminal = Terminal::new(&sandbox, 100, 30);
    let before = (state(&terminal), modes(&sandbox));
    terminal.line(&format!("clear; {command}; echo exit $?"));
    terminal.shows(first);
    assert!(terminal.fact("#{alternate_on}") == "1", "it has the whole screen");
    end(&terminal);
    let left = terminal.until("its end", |screen| screen.lines().any(|line| line.starts_with("exit ")));
    assert!(!left.contains(first), "{left}");
    assert_eq!((state(&terminal), modes(&sandbox)), before);
    left
}

/// The same with what alone people see.
fn ends_well(end: impl FnOnce(&Terminal<'_>)) {
    let left = ends("mcpgw tui", "no servers yet", end);
    assert!(left.contains("exit 0"), "{left}");
}

#[test]
#[ignore = "needs tmux"]
fn by_a_key() {
    ends_well(|terminal| terminal.press(&["q"]));
    ends_well(|terminal| terminal.press(&["C-c"]));
}

#[test]
#[ignore = "needs tmux"]
fn by_a_signal() {
    ends_well(|terminal| {
        let pid = terminal.fact("#{pane_pid}");
        let children = format!("/proc/{pid}/task/{pid}/children");
        let child = std::fs::read_to_string(children).expect("the shell's child");
        let status = std::process::Command::new("kill").arg(child.trim()).status().expect("kill runs");
        assert!(status.success());
    });
}

#[test]
#[ignore = "needs tmux"]
fn by_a_bug() {
    let tests = std::env::current_exe().expect("this program");
    let program = tests.ancestors().nth(2).expect("its directory").join("examples/panicking");
    assert!(program.exists(), "`cargo build --example panicking` makes it");
    let left = ends(&format!("{} bugs screen", program.display()), "you are not logged in", |terminal| {
        terminal.line("me@example.org");
        terminal.line("a word that is long");
    });
    assert!(left.contains("error: mcpgw has a bug") && left.contains("a bug behind the screen"), "{left}");
    assert!(!left.contains("exit 0"), "{left}");
}

#[test]
#[ignore = "needs tmux"]
fn it_stops_and_goes_on() {
    let sandbox = Sandbox::new();
    let terminal = Terminal::with_tui(&sandbox, "no servers yet");
    terminal.press(&["C-z"]);
    terminal.until("the shell", |screen| screen.contains(READY) && !screen.contains("no servers yet"));
    assert_eq!(terminal.fact("#{alternate_on} #{cursor_flag}"), "0 1");
    terminal.line("fg");
    terminal.shows("no servers yet");
    terminal.press(&["q"]);
    terminal.until("the shell", |screen| screen.contains(READY) && !screen.contains("no servers yet"));
}

#[test]
#[ignore = "needs tmux"]
fn a_small_terminal_is_told_of_and_a_larger_one_is_used() {
    let sandbox = Sandbox::new();
    let terminal = Terminal::new(&sandbox, 59, 14);
    terminal.line("clear; mcpgw tui");
    terminal.shows("needs 60x15");
    terminal.resize(80, 24);
    terminal.shows("no servers yet");
    terminal.press(&["q"]);
}
