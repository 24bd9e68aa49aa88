//! Several people: the screen asks who one is, and keeps to the answer.

use super::terminal::Terminal;
use crate::cli::user::{OTHER, WORD, log_in, shared};
use crate::support::Sandbox;

const OWNER: &str = "me@example.org";
const ANN: &str = "ann@example.org";

/// Types who one is, where nothing was typed before.
fn logs_in(terminal: &Terminal<'_>, email: &str, word: &str) {
    terminal.line(email);
    terminal.line(word);
}

#[test]
#[ignore = "needs tmux"]
fn a_wrong_password_is_refused_in_the_words_of_the_command_and_the_right_one_lets_in() {
    let sandbox = shared();
    sandbox.run_with_input(&["login", "--user", OWNER, "--password-stdin"], WORD).success();
    sandbox.run(&["server", "add", "files", "--no-check", "--", "cat"]).success();
    sandbox.run(&["logout"]).success();
    let terminal = Terminal::with_tui(&sandbox, "you are not logged in");
    assert!(!terminal.screen().contains("files"));
    logs_in(&terminal, OWNER, "a wrong one");
    let refused = log_in(&sandbox, ANN, "a wrong one").stderr;
    let message = refused.lines().next().and_then(|line| line.strip_prefix("error: ")).expect("a message");
    let screen = terminal.shows(message);
    assert!(!screen.contains("wrong one"), "{screen}");
    terminal.line(WORD);
    terminal.shows("Servers (1)");
    assert!(sandbox.run(&["whoami"]).success().stdout.contains(OWNER), "commands act as them, too");

    terminal.press(&["x"]);
    terminal.shows("disabled files");
    assert_eq!(sandbox.run(&["server", "list", "--field", "enabled"]).stdout, "false\n");

    terminal.press(&["C-x"]);
    terminal.until("the login", |screen| screen.contains("Log in") && !screen.contains("one moment"));
    assert_eq!(sandbox.run(&["whoami"]).code, "4");
    assert!(!terminal.screen().contains("files"));
}

#[test]
#[ignore = "needs tmux"]
fn a_login_that_ends_elsewhere_asks_again_and_one_is_where_one_was() {
    let sandbox = shared();
    log_in(&sandbox, OWNER, WORD).success();
    let terminal = Terminal::with_tui(&sandbox, "Servers (0)");
    terminal.press(&["6"]);
    terminal.shows("People (2)");
    sandbox.run(&["logout"]).success();
    terminal.shows("your login is over");
    terminal.line(WORD);
    terminal.shows("People (2)");

    sandbox.run(&["logout"]).success();
    terminal.shows("your login is over");
    terminal.press(&["BTab", "C-u"]);
    logs_in(&terminal, ANN, OTHER);
    let screen = terminal.shows("Servers (0)");
    assert!(screen.contains(ANN) && !screen.contains(OWNER), "{screen}");
    terminal.press(&["5"]);
    terminal.shows("you may not");
}

#[test]
#[ignore = "needs tmux"]
fn who_must_choose_another_password_does_that_and_goes_on() {
    let sandbox = shared();
    log_in(&sandbox, OWNER, WORD).success();
    sandbox.run(&["user", "passwd", ANN, "--expire"]).success();
    sandbox.run(&["logout"]).success();
    let terminal = Terminal::with_tui(&sandbox, "you are not logged in");
    logs_in(&terminal, ANN, OTHER);
    terminal.shows("Choose another password");
    let another = |word: &str| {
        terminal.line(word);
        terminal.line(word);
    };
    another("short");
    terminal.shows("this password can't be taken");
    another("something else entirely");
    terminal.shows("Servers (0)");
    assert!(sandbox.run(&["whoami"]).success().stdout.contains(ANN));
    sandbox.run(&["logout"]).success();
    assert_eq!(log_in(&sandbox, ANN, "something else entirely").code, "0");
}

#[test]
#[ignore = "needs tmux"]
fn a_credential_that_is_no_good_is_refused_as_everywhere() {
    let sandbox = shared();
    let file = private(&sandbox, "token", "nonsense");
    let terminal = Terminal::new(&sandbox, 100, 30);
    terminal.line(&format!("mcpgw --token-file {file} tui; echo exit $?"));
    terminal.shows("exit 4");
}

fn private(sandbox: &Sandbox, name: &str, text: &str) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let file = sandbox.write(name, text);
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).expect("a private file");
    file.to_string_lossy().into_owned()
}

#[test]
#[ignore = "needs tmux"]
fn whoever_logs_out_ends_their_own_login_and_nobody_else_s() {
    let sandbox = shared();
    log_in(&sandbox, OWNER, WORD).success();
    let terminal = Terminal::with_tui(&sandbox, "Servers (0)");
    log_in(&sandbox, ANN, OTHER).success();
    terminal.press(&["C-x"]);
    terminal.until("the login", |screen| screen.contains("Log in") && !screen.contains("one moment"));
    assert!(sandbox.run(&["whoami"]).success().stdout.contains(ANN));
    let store = crate::support::people::store(&sandbox);
    let left: String = store
        .query_row("SELECT group_concat(email) FROM login JOIN user ON user.id = user_id", [], |row| {
            row.get(0)
        })
        .expect("logins");
    assert_eq!(left, ANN);
}

#[test]
#[ignore = "needs tmux"]
fn what_was_begun_comes_to_its_end_before_the_screen_does() {
    let sandbox = shared();
    log_in(&sandbox, OWNER, WORD).success();
    sandbox.run(&["server", "add", "files", "--no-check", "--", "cat"]).success();
    let terminal = Terminal::with_tui(&sandbox, "Servers (1)");
    terminal.press(&["x", "q"]);
    terminal.until("the shell", |screen| !screen.contains("Servers (1)"));
    assert_eq!(sandbox.run(&["server", "list", "--field", "enabled"]).stdout, "false\n");
    terminal.line("clear; mcpgw tui");
    terminal.shows("Servers (1)");
    terminal.press(&["C-x", "C-c"]);
    terminal.until("the shell", |screen| !screen.contains("Log in") && !screen.contains("Servers (1)"));
    assert_eq!(sandbox.run(&["whoami"]).code, "4");
}
