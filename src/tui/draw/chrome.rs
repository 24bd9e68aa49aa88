//! The lines at the top and at the bottom.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::canvas::Pen;
use crate::tui::app::{App, Hint};
use crate::tui::keymap::{Command, Focus};
use crate::tui::look::Role;
use crate::tui::text::Shown;

/// How often a sign of life turns, milliseconds.
const TURN: u128 = 100;

/// Who acts, and which screens there are.
pub(super) fn top(app: &App, frame: &mut Frame<'_>) {
    let (look, layout) = (app.look, app.layout());
    let who = app.who.as_ref().map(|who| who.called.clone()).unwrap_or_default();
    let line = layout.line(0);
    let mut pen = Pen::new(frame.buffer_mut(), line);
    pen.skip(1).write("mcpgw", look.style(Role::Title)).skip(2);
    if app.is_busy() {
        pen.write(turning(app), look.style(Role::Accent));
    }
    let width = who.width().min(usize::from(line.width).saturating_sub(12));
    let start = line.right().saturating_sub(u16::try_from(width + 1).unwrap_or(line.width));
    let area = Rect { x: start, width: line.right() - start, ..line };
    Pen::new(frame.buffer_mut(), area).cell(&who, width, look.style(Role::Dim), cut(app));
    screens(app, frame, layout.line(1));
}

fn screens(app: &App, frame: &mut Frame<'_>, line: Rect) {
    let titles: Vec<_> = app.places().map(|place| (place, place.title())).collect();
    let all: usize = titles.iter().map(|(_, title)| title.len() + 4).sum();
    let fits = all <= usize::from(line.width);
    let mut pen = Pen::new(frame.buffer_mut(), line);
    for (index, (place, title)) in titles.into_iter().enumerate() {
        let is_here = place == app.at;
        let style = app.look.style(if is_here { Role::Selected } else { Role::Plain });
        let label =
            if fits || is_here { format!(" {} {title} ", index + 1) } else { format!(" {} ", index + 1) };
        pen.write(&Shown::line(&label), style);
    }
}

/// What keys do here.
pub(super) fn bottom(app: &App, frame: &mut Frame<'_>) {
    let line = app.layout().bottom();
    let mut pen = Pen::new(frame.buffer_mut(), line);
    pen.skip(1);
    for (key, says) in fitting(app, usize::from(line.width).saturating_sub(2)) {
        pen.write(&key, app.look.style(Role::Accent)).skip(1);
        pen.write(says, app.look.style(Role::Plain)).skip(2);
    }
}

/// The hints for which there is room; how to get help and out is always among them.
fn fitting(app: &App, room: usize) -> Vec<(Shown, &'static str)> {
    let focus = app.focus();
    let mut hints: Vec<_> =
        app.hints(focus).into_iter().filter(|hint| is_worth_a_word(hint.command, focus)).collect();
    let wide = |hint: &Hint| hint.key.to_string().len() + hint.says.len() + 3;
    while hints.iter().map(wide).sum::<usize>() > room + 2 {
        let spare = |hint: &Hint| !matches!(hint.command, Command::Help | Command::Quit | Command::Abort);
        let Some(last) = hints.iter().rposition(spare) else { break };
        hints.remove(last);
    }
    hints.into_iter().map(|hint| (Shown::line(&hint.key.to_string()), hint.says)).collect()
}

fn is_worth_a_word(command: Command, focus: Focus) -> bool {
    let on_rows = matches!(focus, Focus::List | Focus::Detail);
    match command {
        Command::Down | Command::Up | Command::Abort => !on_rows,
        Command::First
        | Command::Last
        | Command::HalfDown
        | Command::HalfUp
        | Command::Go(_)
        | Command::NextScreen
        | Command::PreviousScreen
        | Command::OtherPane
        | Command::Refresh
        | Command::Clear
        | Command::Erase
        | Command::Suspend
        | Command::Redraw => false,
        _ => true,
    }
}

/// A sign of life.
pub(super) fn turning(app: &App) -> &'static str {
    app.look.turning(u64::try_from(app.now.as_millis() / TURN).unwrap_or(0))
}

/// What tells that a part is missing.
pub(super) fn cut(app: &App) -> &'static str {
    app.look.sign("…", "~")
}
