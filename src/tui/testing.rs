//! What tests of the screen share: a state of which every part is known.

use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::action::{Action, Effect, Outcome, Who};
use super::app::App;
use super::deed::Deed;
use super::draw::draw;
use super::key::Key;
use super::look::{Look, Mark};
use super::row::{Detail, Row};
use super::screen::Place;
use super::text::Shown;
use crate::core::model::{ServerId, UserId};

/// Somebody, by number.
pub(super) fn who(number: u8) -> Who {
    Who {
        user: UserId::new(1, [number; 10]),
        email: Some("ann@example.org".to_owned()),
        called: Shown::line("ann@example.org (platform_admin)"),
        by_login: true,
        alone: false,
        must_change: false,
    }
}

/// A screen of that size, which nobody is at yet.
pub(super) fn blank(columns: u16, rows: u16) -> App {
    let look = Look { colours: false, unicode: true };
    App::new(look, (columns, rows), false, None).0
}

/// The same with somebody at it, who waits for servers.
pub(super) fn entered(columns: u16, rows: u16) -> App {
    let mut app = blank(columns, rows);
    done(&mut app, Outcome::Entered(who(1)));
    app
}

/// The same with servers on it.
pub(super) fn full(columns: u16, rows: u16) -> App {
    let mut app = entered(columns, rows);
    done(&mut app, Outcome::Loaded(Place::Servers, servers(), who(1)));
    let detail =
        Detail::pairs([("name", "files".to_owned()), ("command", "npx -y files ~/projects".to_owned())]);
    done(&mut app, Outcome::Looked(Place::Servers, "1".to_owned(), detail));
    app
}

/// Servers in different states.
pub(super) fn servers() -> Vec<Row> {
    let server = |id: &str, name: &str, state: &str, mark, on: bool| {
        let named = name.to_owned();
        let cells =
            [name, state, "web", "team", "12", "npx -y @modelcontextprotocol/server-filesystem ~/projects"];
        let deeds = vec![
            Deed::SwitchServer {
                id: ServerId::new(1, [0; 10]),
                named: named.clone(),
                name: named.clone(),
                on,
            },
            Deed::RemoveServer { id: ServerId::new(1, [0; 10]), named: named.clone(), name: named },
        ];
        Row { deeds, ..Row::new(id.to_owned(), mark, cells.map(str::to_owned)) }
    };
    vec![
        server("1", "files", "ready", Mark::Up, false),
        server("2", "time", "disabled", Mark::Off, true),
        server("3", "tickets", "down", Mark::Down, false),
    ]
}

/// Lets an effect of now come to this.
pub(super) fn done(app: &mut App, outcome: Outcome) -> Vec<Effect> {
    app.update(Action::Done(app.number, outcome))
}

pub(super) fn press(app: &mut App, keys: impl IntoIterator<Item = Key>) -> Vec<Effect> {
    keys.into_iter().flat_map(|key| app.update(Action::Key(key))).collect()
}

pub(super) fn typed(app: &mut App, text: &str) -> Vec<Effect> {
    press(app, text.chars().map(Key::Char))
}

pub(super) fn later(app: &mut App, seconds: u64) -> Vec<Effect> {
    let now = app.now + Duration::from_secs(seconds);
    app.update(Action::Tick(now))
}

/// What is on the screen.
pub(super) fn screen(app: &App) -> String {
    let mut terminal = Terminal::new(TestBackend::new(app.size.0, app.size.1)).expect("a terminal");
    terminal.draw(|frame| draw(app, frame)).expect("a frame");
    terminal.backend().to_string()
}

/// The same without lines on which nothing is.
pub(super) fn text(app: &App) -> String {
    let lines = screen(app);
    let lines = lines
        .lines()
        .map(|line| line.trim_matches('"').trim_end())
        .filter(|line| line.contains(|c| c != ' ' && c != '│'));
    lines.collect::<Vec<_>>().join("\n")
}
