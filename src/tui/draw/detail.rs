//! One row in full.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::boxes::boxed;
use super::canvas::{Pen, line_of};
use crate::tui::app::App;
use crate::tui::keymap::Focus;
use crate::tui::look::Role;
use crate::tui::row::{Detail, Row};
use crate::tui::text::{Ink, Shown};

/// The widest column that names have.
const NAMES: usize = 14;

/// One line on the screen.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    /// What stands before it; nothing: it has the whole width.
    name: Option<&'static str>,
    ink: Ink<'a>,
    role: Role,
}

/// Draws the row that is looked at.
pub(super) fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let listing = app.listing();
    let name = listing.row().map(Row::name).unwrap_or_default();
    let title = if name.is_empty() { Shown::default() } else { Shown::line(&format!(" {} ", name.as_str())) };
    let inner = boxed(frame, area, app.look, &title, app.focus() == Focus::Detail);
    let detail = listing.detail().unwrap_or_default();
    let names = names(detail);
    for (at, line) in lines(detail, usize::from(inner.width)).into_iter().skip(listing.scroll).enumerate() {
        let Some(area) = line_of(inner, at) else { break };
        let mut pen = Pen::new(frame.buffer_mut(), area);
        if let Some(name) = line.name {
            pen.cell(name, names, app.look.style(Role::Dim), "");
        }
        pen.write(line.ink, app.look.style(line.role));
    }
}

/// How many lines it takes in so many columns.
pub(in crate::tui) fn detail_height(detail: &[Detail], width: usize) -> usize {
    lines(detail, width).len()
}

/// How wide the column of names is, with what parts it from the next.
fn names(detail: &[Detail]) -> usize {
    let names = detail.iter().map(|piece| match piece {
        Detail::Pair(name, _) => name.len(),
        Detail::Heading(_) | Detail::Line(_) => 0,
    });
    names.max().filter(|widest| *widest > 0).map_or(0, |widest| widest.min(NAMES) + 2)
}

/// A value beside its name; one word that has no room there, such as an id, stands in full below it.
fn pair<'a>(lines: &mut Vec<Line<'a>>, name: &'static str, value: &'a Shown, (names, width): (usize, usize)) {
    let beside = width.saturating_sub(names);
    let is_one_word = !value.as_str().contains(' ');
    if is_one_word && (beside + 1..=width).contains(&value.width()) {
        lines.push(Line { name: Some(name), ink: Ink::from(""), role: Role::Plain });
        lines.push(Line { name: None, ink: Ink::from(value), role: Role::Plain });
        return;
    }
    for (at, ink) in Ink::from(value).wrapped(beside).into_iter().enumerate() {
        lines.push(Line { name: Some(if at == 0 { name } else { "" }), ink, role: Role::Plain });
    }
}

fn lines(detail: &[Detail], width: usize) -> Vec<Line<'_>> {
    let names = names(detail);
    let mut lines = Vec::new();
    for piece in detail {
        match piece {
            Detail::Pair(name, value) => pair(&mut lines, name, value, (names, width)),
            Detail::Heading(heading) => {
                lines.push(Line { name: None, ink: Ink::from(""), role: Role::Title });
                lines.push(Line { name: None, ink: Ink::from(*heading), role: Role::Title });
            }
            Detail::Line(text) => {
                let wrapped = Ink::from(text).wrapped(width).into_iter();
                lines.extend(wrapped.map(|ink| Line { name: None, ink, role: Role::Plain }));
            }
        }
    }
    lines
}
