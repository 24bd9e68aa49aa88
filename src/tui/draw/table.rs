//! The rows of a screen.

use std::fmt::Write as _;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::boxes::boxed;
use super::canvas::{Pen, line_of};
use super::chrome::{cut, turning};
use crate::tui::app::App;
use crate::tui::component::Listing;
use crate::tui::keymap::Focus;
use crate::tui::look::Role;
use crate::tui::row::Row;
use crate::tui::screen::Column;
use crate::tui::text::{Ink, Shown};

/// What is between two columns.
const GAP: usize = 2;
/// What a column has at least that may be cut.
const LEAST: usize = 12;
/// From this room on there is some for more than names.
const ROOMY: usize = 50;
/// The sign of the row that is looked at, and that of how it is.
const MARKS: usize = 4;

/// Draws the rows of the screen that one is on.
pub(super) fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let listing = app.listing();
    let focus = matches!(app.focus(), Focus::List | Focus::Filter);
    let inner = boxed(frame, area, app.look, &title(app, listing), focus);
    let Some(rows) = listing.rows() else {
        if let Some(problem) = &listing.problem {
            let hint = problem.hint.as_ref().map(|hint| format!("hint: {hint}")).unwrap_or_default();
            say(app, frame, inner, &[(&problem.message, Role::Bad), (&hint, Role::Dim)]);
        } else if listing.is_waiting(app.now) {
            let mut pen = Pen::new(frame.buffer_mut(), inner);
            pen.write(turning(app), app.look.style(Role::Accent)).skip(1);
            pen.write("fetching", app.look.style(Role::Dim));
        }
        return;
    };
    if listing.shown() == 0 {
        let (what, how) = if listing.count() == 0 {
            listing.place.empty()
        } else {
            ("nothing here fits the filter", "esc shows everything")
        };
        say(app, frame, inner, &[(what, Role::Plain), (how, Role::Dim)]);
        return;
    }
    let rows: Vec<_> = rows.collect();
    let widths = widths(listing.place.columns(), &rows, usize::from(inner.width).saturating_sub(MARKS));
    headings(app, frame, inner, listing.place.columns(), &widths);
    for (line, (index, row)) in rows.iter().enumerate().skip(listing.offset).enumerate() {
        let Some(area) = line_of(inner, line + 1) else { break };
        draw_row(app, frame, area, row, &widths, index == listing.selected());
    }
}

/// What the screen is, how many rows it has, and what it is filtered by.
fn title(app: &App, listing: &Listing) -> Shown {
    let (name, count, shown) = (listing.place.title(), listing.count(), listing.shown());
    let mut title =
        if shown == count { format!(" {name} ({count}) ") } else { format!(" {name} ({shown} of {count}) ") };
    if app.filtering || !listing.filter.is_empty() {
        let cursor = if app.filtering { "_" } else { "" };
        let _ = write!(title, "/ {}{cursor} ", listing.filter.text());
        if listing.filter.is_empty() {
            title.push_str("(word, column:word, !word) ");
        }
    }
    if let (Some(problem), true) = (&listing.problem, listing.rows().is_some()) {
        let _ = write!(title, "not fetched anew: {} ", problem.message);
    }
    Shown::line(&title)
}

/// Says something where rows would be.
fn say(app: &App, frame: &mut Frame<'_>, area: Rect, lines: &[(&str, Role)]) {
    let mut at = 0;
    for (text, role) in lines {
        let shown = Shown::line(text);
        for ink in Ink::from(&shown).wrapped(usize::from(area.width)) {
            let Some(line) = line_of(area, at) else { return };
            Pen::new(frame.buffer_mut(), line).write(ink, app.look.style(*role));
            at += 1;
        }
    }
}

fn headings(app: &App, frame: &mut Frame<'_>, area: Rect, columns: &[Column], widths: &[usize]) {
    let mut pen = Pen::new(frame.buffer_mut(), area);
    pen.skip(MARKS);
    for (column, &width) in columns.iter().zip(widths).filter(|(_, width)| **width > 0) {
        pen.cell(column.title, width, app.look.style(Role::Dim), cut(app));
        pen.skip(GAP);
    }
}

fn draw_row(app: &App, frame: &mut Frame<'_>, area: Rect, row: &Row, widths: &[usize], selected: bool) {
    let look = app.look;
    let base = look.style(if selected { Role::Selected } else { Role::Plain });
    if selected {
        frame.buffer_mut().set_style(area, base);
    }
    let (sign, role) = look.mark(row.mark);
    let mut pen = Pen::new(frame.buffer_mut(), area);
    let pointer = if selected { look.sign("▸", ">") } else { " " };
    pen.write(pointer, base).skip(1).write(sign, base.patch(look.style(role))).skip(1);
    for (cell, &width) in row.cells.iter().zip(widths).filter(|(_, width)| **width > 0) {
        pen.cell(cell, width, base, cut(app));
        pen.skip(GAP);
    }
}

/// How wide each column is; 0: there is no room for it, or nothing in it.
///
/// What may be cut is cut first; then columns go. The first one stays, whatever happens: where there is room for more, a few long names
/// don't take it all.
fn widths(columns: &[Column], rows: &[&Row], room: usize) -> Vec<usize> {
    let natural =
        |at: usize| rows.iter().filter_map(|row| row.cells.get(at)).map(Shown::width).max().unwrap_or(0);
    let mut widths: Vec<_> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| match natural(at) {
            0 if column.rank > 0 => 0,
            widest => widest.max(column.title.len()),
        })
        .collect();
    let taken = |widths: &[usize]| {
        let present = widths.iter().filter(|width| **width > 0).count();
        widths.iter().sum::<usize>() + GAP * present.saturating_sub(1)
    };
    if taken(&widths) > room && room >= ROOMY {
        let others = taken(&widths) - widths[0];
        widths[0] = widths[0].min((room * 3 / 5).max(room.saturating_sub(others)));
    }
    let whole = widths.clone();
    loop {
        let mut over = taken(&widths).saturating_sub(room);
        for (column, width) in columns.iter().zip(&mut widths).rev().filter(|(column, _)| column.may_be_cut) {
            let spare = over.min(width.saturating_sub(LEAST.max(column.title.len())));
            *width -= spare;
            over -= spare;
        }
        if over == 0 {
            return widths;
        }
        let present = columns.iter().enumerate().filter(|(at, column)| column.rank > 0 && widths[*at] > 0);
        let Some((last, _)) = present.max_by_key(|(_, column)| column.rank) else {
            widths[0] = room;
            return widths;
        };
        for (at, width) in widths.iter_mut().enumerate().filter(|(_, width)| **width > 0) {
            *width = if at == last { 0 } else { whole[at] };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::look::Mark;
    use crate::tui::screen::Place;

    #[test]
    fn what_may_be_cut_is_cut_and_then_columns_go() {
        let cells = ["files", "ready", "web", "team", "12", "npx -y @modelcontextprotocol/server-filesystem"];
        let row = Row::new("1".to_owned(), Mark::Up, cells.map(str::to_owned));
        let at = |room| widths(Place::Servers.columns(), &[&row], room);
        assert_eq!(at(100), [5, 5, 4, 10, 5, 46]);
        assert_eq!(at(60), [5, 5, 4, 10, 5, 21]);
        assert_eq!(at(50), [5, 5, 4, 10, 5, 0]);
        assert_eq!(at(20), [5, 5, 4, 0, 0, 0]);
        assert_eq!(at(3), [3, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn a_long_name_leaves_room_for_what_else_there_is_to_say() {
        let long = "file:///srv/notes/2026/what-was-said-at-the-long-table-in-the-garden.md";
        let rows = ["files__read", long].map(|name| {
            let cells = [name, "tool", "files", "can't be used"];
            Row::new(name.to_owned(), Mark::Up, cells.map(str::to_owned))
        });
        let at = |room| widths(Place::Items.columns(), &rows.iter().collect::<Vec<_>>(), room);
        assert_eq!(at(120)[0], long.len());
        assert!(at(72)[0] == 43 && at(72)[1] > 0, "{:?}", at(72));
        assert_eq!(at(40)[0], 40);
    }
}
