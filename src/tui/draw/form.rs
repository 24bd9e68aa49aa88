//! The login, and the choice of a password.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::boxes::{boxed, middle};
use super::canvas::{Pen, line_of};
use super::chrome::turning;
use crate::tui::app::App;
use crate::tui::component::{Entry, Field, Form};
use crate::tui::look::Role;
use crate::tui::text::{Ink, Shown};

/// The columns of the box, with its sides.
const WIDTH: usize = 58;
const LABELS: usize = 14;
/// What stands for a password, however long it is.
const HIDDEN: (&str, &str) = ("••••••••", "********");

pub(super) fn draw(app: &App, form: &Form, frame: &mut Frame<'_>) {
    let said = said(form);
    let lines: Vec<_> = said.iter().flat_map(|(shown, role)| wrapped(shown, WIDTH - 4, *role)).collect();
    let height = form.fields.len() + 4 + lines.len().max(1);
    let area = middle(frame.area(), WIDTH, height);
    let inner = boxed(frame, area, app.look, &Shown::line(&format!(" {} ", form.title())), true);
    for (at, field) in form.fields.iter().enumerate() {
        let Some(line) = line_of(inner, at + 1) else { return };
        draw_field(app, frame, line, field, at == form.at && !form.busy);
    }
    let below = form.fields.len() + 2;
    if form.busy {
        let Some(line) = line_of(inner, below) else { return };
        let mut pen = Pen::new(frame.buffer_mut(), line);
        pen.write(turning(app), app.look.style(Role::Accent))
            .skip(1)
            .write("one moment", app.look.style(Role::Dim));
        return;
    }
    for (at, (ink, role)) in lines.into_iter().enumerate() {
        let Some(line) = line_of(inner, below + at) else { return };
        Pen::new(frame.buffer_mut(), line).write(ink, app.look.style(role));
    }
}

/// Why one is here, or what was wrong.
fn said(form: &Form) -> Vec<(Shown, Role)> {
    let Some(problem) = form.problem.as_ref().filter(|_| !form.busy) else { return Vec::new() };
    // That one is about to do: it says why one is here, and nothing went wrong.
    let is_why = form.entry == Entry::Login && problem.hint.as_deref() == Some("mcpgw login");
    let hint = problem.hint.as_deref().filter(|_| !is_why);
    let role = if is_why { Role::Warn } else { Role::Bad };
    let message = Shown::lines(&problem.message).into_iter().map(move |line| (line, role));
    message.chain(hint.map(|hint| (Shown::line(&format!("hint: {hint}")), Role::Dim))).collect()
}

fn wrapped(shown: &Shown, width: usize, role: Role) -> impl Iterator<Item = (Ink<'_>, Role)> {
    Ink::from(shown).wrapped(width).into_iter().map(move |ink| (ink, role))
}

fn draw_field(app: &App, frame: &mut Frame<'_>, line: Rect, field: &Field, has_keys: bool) {
    let look = app.look;
    let label = look.style(if has_keys { Role::Focus } else { Role::Dim });
    let mut pen = Pen::new(frame.buffer_mut(), line);
    pen.cell(field.label, LABELS, label, "");
    let room = pen.room();
    let value = if field.hidden {
        let stands = if field.typed.is_empty() { "" } else { look.sign(HIDDEN.0, HIDDEN.1) };
        Shown::line(stands)
    } else {
        // Of what is too long the end is seen, where one types.
        let text = field.typed.text();
        let skipped = text.chars().count().saturating_sub(room.saturating_sub(1));
        Shown::line(&text.chars().skip(skipped).collect::<String>())
    };
    pen.write(&value, look.style(Role::Plain));
    if has_keys {
        let x = line
            .right()
            .saturating_sub(u16::try_from(pen.room()).unwrap_or(0))
            .min(line.right().saturating_sub(1));
        frame.set_cursor_position(Position::new(x, line.y));
    }
}
