//! What people see.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::{Color, Modifier};

use super::frame::draw;
use crate::core::problem::{Problem, ProblemKind};
use crate::tui::action::Outcome;
use crate::tui::key::Key;
use crate::tui::look::{Look, Mark};
use crate::tui::row::{Detail, Row};
use crate::tui::screen::Place;
use crate::tui::testing::{blank, done, entered, full, later, press, screen, text, typed, who};

#[test]
fn a_screen_that_is_too_small_says_so() {
    insta::assert_snapshot!(text(&full(59, 14)), @"needs 60x15");
}

#[test]
fn a_screen_with_nothing_on_it_says_what_brings_something() {
    let mut app = entered(80, 24);
    done(&mut app, Outcome::Loaded(Place::Servers, Vec::new(), who(1)));
    insta::assert_snapshot!(text(&app), @"
     mcpgw                                         ann@example.org (platform_admin)
     1 Servers  2 Items  3 Sessions  4 Tokens  5 Audit  6 People  7 Teams
    ╭ Servers (0) ─────────────────────────────────────────────────────────────────╮
    │ no servers yet                                                               │
    │ mcpgw server add NAME -- COMMAND (or --url URL)                              │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     / filter  : go to  ? help  ctrl-x log out  q quit
    ");
}

#[test]
fn a_screen_that_waits_says_so_after_a_while() {
    let mut app = entered(80, 24);
    assert!(!text(&app).contains("fetching"));
    later(&mut app, 1);
    insta::assert_snapshot!(text(&app), @"
     mcpgw  ⠸                                      ann@example.org (platform_admin)
     1 Servers  2 Items  3 Sessions  4 Tokens  5 Audit  6 People  7 Teams
    ╭ Servers (0) ─────────────────────────────────────────────────────────────────╮
    │ ⠸ fetching                                                                   │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     / filter  : go to  ? help  ctrl-x log out  q quit
    ");
}

#[test]
fn a_screen_that_failed_says_why() {
    let mut app = entered(80, 24);
    let problem = Problem::new(ProblemKind::Failed, "the store can't be read").hint("mcpgw status");
    done(&mut app, Outcome::NotLoaded(Place::Servers, problem));
    insta::assert_snapshot!(text(&app), @"
     mcpgw                                         ann@example.org (platform_admin)
     1 Servers  2 Items  3 Sessions  4 Tokens  5 Audit  6 People  7 Teams
    ╭ Servers (0) ─────────────────────────────────────────────────────────────────╮
    │ the store can't be read                                                      │
    │ hint: mcpgw status                                                           │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     / filter  : go to  ? help  ctrl-x log out  q quit
    ");
}

#[test]
fn a_narrow_screen_shows_rows_and_one_in_full_instead_of_them() {
    let mut app = full(80, 24);
    insta::assert_snapshot!(text(&app), @"
     mcpgw                                         ann@example.org (platform_admin)
     1 Servers  2 Items  3 Sessions  4 Tokens  5 Audit  6 People  7 Teams
    ╭ Servers (3) ─────────────────────────────────────────────────────────────────╮
    │     NAME     STATE     TEAM  VISIBILITY  TOOLS  COMMAND                      │
    │ ▸ ● files    ready     web   team        12     npx -y @modelcontextprotoco… │
    │   ○ time     disabled  web   team        12     npx -y @modelcontextprotoco… │
    │   ✕ tickets  down      web   team        12     npx -y @modelcontextprotoco… │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     enter open  x disable  d remove  / filter  : go to  ? help  q quit
    ");
    press(&mut app, [Key::Enter]);
    insta::assert_snapshot!(text(&app), @"
     mcpgw                                         ann@example.org (platform_admin)
     1 Servers  2 Items  3 Sessions  4 Tokens  5 Audit  6 People  7 Teams
    ╭ files ───────────────────────────────────────────────────────────────────────╮
    │ name     files                                                               │
    │ command  npx -y files ~/projects                                             │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     esc back  x disable  d remove  / filter  : go to  ? help  q quit
    ");
}

#[test]
fn a_wide_screen_shows_both() {
    let mut app = full(120, 40);
    insta::assert_snapshot!(text(&app), @"
     mcpgw                                                                                 ann@example.org (platform_admin)
     1 Servers  2 Items  3 Sessions  4 Tokens  5 Audit  6 People  7 Teams
    ╭ Servers (3) ───────────────────────────────────────────────────╮╭ files ─────────────────────────────────────────────╮
    │     NAME     STATE     TEAM  VISIBILITY  TOOLS  COMMAND        ││ name     files                                     │
    │ ▸ ● files    ready     web   team        12     npx -y @model… ││ command  npx -y files ~/projects                   │
    │   ○ time     disabled  web   team        12     npx -y @model… ││                                                    │
    │   ✕ tickets  down      web   team        12     npx -y @model… ││                                                    │
    ╰────────────────────────────────────────────────────────────────╯╰────────────────────────────────────────────────────╯
     enter open  x disable  d remove  / filter  : go to  ? help  ctrl-x log out  q quit
    ");
    typed(&mut app, "d");
    assert!(text(&app).contains("Remove the server files and its variables?"));
}

#[test]
fn the_palette_and_the_help_lie_over_the_rows() {
    let mut app = full(80, 24);
    typed(&mut app, ":te");
    insta::assert_snapshot!(text(&app), @"
     mcpgw                                         ann@example.org (platform_admin)
     1 Servers  2 Items  3 Sessions  4 Tokens  5 Audit  6 People  7 Teams
    ╭ Servers (3) ─────────────────────────────────────────────────────────────────╮
    │     NAME     STATE     TEAM  VISIBILITY  TOOLS  COMMAND                      │
    │ ▸ ● files    ready     web   team        12     npx -y @modelcontextprotoco… │
    │   ○ time     disabled  web   team        12     npx -y @modelcontextprotoco… │
    │   ✕ tickets  down      web   team        12     npx -y @modelcontextprotoco… │
    │           ╭ Go to ───────────────────────────────────────────────╮           │
    │           │ : te_                                                │           │
    │           │ ▸ Teams                                              │           │
    │           │   Tokens                                             │           │
    │           │   Items                                              │           │
    │           │   filter                                             │           │
    │           │   fetch anew                                         │           │
    │           ╰──────────────────────────────────────────────────────╯           │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     enter do it  down next  up previous  esc back  ctrl-c quit
    ");
    press(&mut app, [Key::Esc]);
    typed(&mut app, "?");
    insta::assert_snapshot!(text(&app), @"
     mcpgw                                         ann@example.org (platform_admin)
     1 Servers  2 Items  3 Sessions  4 Tokens  5 Audit  6 People  7 Teams
    ╭ Servers (3╭ Keys ────────────────────────────────────────────────╮───────────╮
    │     NAME  │ enter   open                                         │           │
    │ ▸ ● files │ x       disable                                      │xtprotoco… │
    │   ○ time  │ d       remove                                       │xtprotoco… │
    │   ✕ ticket│ /       filter                                       │xtprotoco… │
    │           │ :       go to                                        │           │
    │           │ ?       help                                         │           │
    │           │ ctrl-x  log out                                      │           │
    │           │ q       quit                                         │           │
    │           │ j       down                                         │           │
    │           │ k       up                                           │           │
    │           │ g       first                                        │           │
    │           │ G       last                                         │           │
    │           │ ctrl-d  half a page down                             │           │
    │           │ ctrl-u  half a page up                               │           │
    │           │ ]       next screen                                  │           │
    │           │ [       previous screen                              │           │
    │           │ R       fetch anew                                   │           │
    │           │ 1       Servers                                      │           │
    │           │ 2       Items                                        │           │
    ╰───────────╰──────────────────────────────────────────────────────╯───────────╯
     j down  k up  esc back  ctrl-c quit
    ");
}

#[test]
fn a_login_shows_neither_a_password_nor_anything_else() {
    let mut app = full(80, 24);
    press(&mut app, [Key::Ctrl('x')]);
    done(&mut app, Outcome::Left);
    typed(&mut app, "secret");
    insta::assert_snapshot!(text(&app), @"
              ╭ Log in ────────────────────────────────────────────────╮
              │ Email         ann@example.org                          │
              │ Password      ••••••••                                 │
              ╰────────────────────────────────────────────────────────╯
    enter go on  tab next field  shift-tab previous field  ctrl-c quit
    ");
}

#[test]
fn a_terminal_without_more_than_ascii_gets_nothing_more() {
    let mut app = full(120, 40);
    app.look = Look { colours: false, unicode: false };
    typed(&mut app, "d");
    assert!(screen(&app).is_ascii(), "{}", screen(&app));
}

#[test]
fn without_colours_nothing_has_one_and_what_is_looked_at_is_still_seen() {
    let mut app = full(80, 24);
    for colours in [true, false] {
        app.look = Look { colours, unicode: true };
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a terminal");
        terminal.draw(|frame| draw(&app, frame)).expect("a frame");
        let cells = terminal.backend().buffer().content();
        assert_eq!(cells.iter().any(|cell| cell.fg != Color::Reset || cell.bg != Color::Reset), colours);
        assert!(cells.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED)));
    }
}

/// All that steers terminals or hides from readers: escapes, C1, bidirectional controls, what has no width, what is very long.
const HOSTILE: &str =
    "a\x1b[2Jb\x1b]0;title\x07c\u{9b}31md\u{202e}e\u{2066}f\u{200b}g\u{feff}h\r\ni\tj\u{e0041}k\u{7f}";

#[test]
fn what_others_wrote_never_steers_the_terminal() {
    let hostile = HOSTILE.to_owned() + &"x".repeat(100_000);
    let mut app = blank(120, 40);
    let mut somebody = who(1);
    somebody.called = crate::tui::text::Shown::line(&hostile);
    done(&mut app, Outcome::Entered(somebody.clone()));
    let cells = [(); 6].map(|()| hostile.clone());
    let detail = [Detail::pairs([("name", hostile.clone())]), Detail::text(&hostile).collect()].concat();
    let row = Row { detail: Some(detail), ..Row::new("1".to_owned(), Mark::Up, cells) };
    done(&mut app, Outcome::Loaded(Place::Servers, vec![row], somebody));
    let problem = || Problem::new(ProblemKind::Failed, hostile.clone()).hint(hostile.clone());
    done(&mut app, Outcome::NotLoaded(Place::Servers, problem()));
    app.toasts.complain(app.now, Mark::Down, problem());
    for keys in ["", "!", "q/zz", "?"] {
        typed(&mut app, keys);
        let shown = screen(&app);
        let raw = |c: char| {
            c != '\n' && (c.is_control() || "\u{202e}\u{2066}\u{200b}\u{feff}\u{e0041}".contains(c))
        };
        assert!(!shown.contains(raw), "{shown:?}");
    }
    assert!(text(&app).contains("\\x1b["), "it is written out");
}
