//! What lies over the rows: the palette, a question, texts, and what came of something.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::boxes::{middle, over};
use super::canvas::{Pen, line_of};
use super::chrome::cut;
use crate::tui::app::{App, Hint, Overlay, Reading};
use crate::tui::component::{Confirm, Palette, Toast};
use crate::tui::keymap::Focus;
use crate::tui::look::Role;
use crate::tui::text::{Ink, Shown};

/// The columns of a box, with its sides.
const WIDTH: usize = 56;
/// How many choices are seen.
const CHOICES: usize = 8;

pub(super) fn draw(app: &App, frame: &mut Frame<'_>) {
    match &app.overlay {
        Some(Overlay::Palette(palette)) => draw_palette(app, palette, frame),
        Some(Overlay::Confirm(confirm)) => draw_question(app, confirm, frame),
        Some(Overlay::Reading(reading, scroll)) => draw_text(app, *reading, *scroll, frame),
        None => {}
    }
}

fn draw_palette(app: &App, palette: &Palette, frame: &mut Frame<'_>) {
    let area = middle(app.layout().body(), WIDTH, CHOICES + 3);
    let inner = over(frame, area, app.look, &Shown::line(" Go to "));
    let typed = Shown::line(&format!("{}_", palette.typed.text()));
    Pen::new(frame.buffer_mut(), inner)
        .write(": ", app.look.style(Role::Dim))
        .write(&typed, app.look.style(Role::Plain));
    let first = (palette.chosen() + 1).saturating_sub(CHOICES);
    for (at, (text, _)) in palette.fitting().into_iter().enumerate().skip(first) {
        let Some(line) = line_of(inner, at - first + 1) else { break };
        let chosen = at == palette.chosen();
        let style = app.look.style(if chosen { Role::Selected } else { Role::Plain });
        let pointer = if chosen { app.look.sign("▸", ">") } else { " " };
        let mut pen = Pen::new(frame.buffer_mut(), line);
        pen.write(pointer, style).skip(1);
        let room = pen.room();
        pen.cell(text, room, style, cut(app));
    }
}

fn draw_question(app: &App, confirm: &Confirm, frame: &mut Frame<'_>) {
    let lines = Ink::from(&confirm.question).wrapped(WIDTH - 4);
    let most = usize::from(app.layout().body().height).saturating_sub(4).max(1);
    let area = middle(app.layout().body(), WIDTH, lines.len().min(most) + 4);
    let inner = over(frame, area, app.look, &Shown::line(" Are you sure? "));
    for (at, ink) in lines.into_iter().take(most).enumerate() {
        let Some(line) = line_of(inner, at) else { break };
        Pen::new(frame.buffer_mut(), line).write(ink, app.look.style(Role::Plain));
    }
    let Some(last) = line_of(inner, usize::from(inner.height).saturating_sub(1)) else { return };
    let style = |marked: bool| app.look.style(if marked { Role::Selected } else { Role::Plain });
    let pointer = |marked: bool| if marked { app.look.sign("▸", ">") } else { " " };
    let mut pen = Pen::new(frame.buffer_mut(), last);
    pen.write(pointer(!confirm.yes), style(!confirm.yes)).write(" No ", style(!confirm.yes)).skip(2);
    pen.write(pointer(confirm.yes), style(confirm.yes)).write(" Yes ", style(confirm.yes));
}

/// The lines of a text: a word, and what it means.
fn lines(app: &App, reading: Reading) -> Vec<(Shown, Shown)> {
    match reading {
        Reading::Help => {
            let rows = if app.opened { Focus::Detail } else { Focus::List };
            let hint = |hint: Hint| (Shown::line(&hint.key.to_string()), Shown::line(hint.says));
            app.hints(rows).into_iter().map(hint).collect()
        }
        Reading::Errors => {
            let width = WIDTH - 4;
            let mut lines = Vec::new();
            if app.toasts.errors().len() == 0 {
                lines.push((Shown::default(), Shown::line("none so far")));
            }
            for problem in app.toasts.errors() {
                let hint = problem.hint.iter().map(|hint| format!("  hint: {hint}"));
                for text in
                    Shown::lines(&problem.message).into_iter().chain(hint.map(|hint| Shown::line(&hint)))
                {
                    let wrapped = Ink::from(&text).wrapped(width);
                    lines
                        .extend(wrapped.into_iter().map(|ink| (Shown::default(), Shown::line(ink.as_str()))));
                }
            }
            lines
        }
    }
}

fn text_area(app: &App, lines: usize) -> Rect {
    middle(app.layout().body(), WIDTH, lines + 2)
}

/// How far the text that is read goes on below its box.
pub(in crate::tui) fn reading_overflow(app: &App) -> usize {
    let Some(Overlay::Reading(reading, _)) = &app.overlay else { return 0 };
    let lines = lines(app, *reading).len();
    lines.saturating_sub(usize::from(text_area(app, lines).height).saturating_sub(2))
}

fn draw_text(app: &App, reading: Reading, scroll: usize, frame: &mut Frame<'_>) {
    let lines = lines(app, reading);
    let title = match reading {
        Reading::Help => " Keys ",
        Reading::Errors => " Errors, the last first ",
    };
    let names = lines.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    let inner = over(frame, text_area(app, lines.len()), app.look, &Shown::line(title));
    for (at, (name, text)) in lines.iter().skip(scroll).enumerate() {
        let Some(line) = line_of(inner, at) else { break };
        let mut pen = Pen::new(frame.buffer_mut(), line);
        if names > 0 {
            pen.cell(name, names + 2, app.look.style(Role::Accent), cut(app));
        }
        pen.write(text, app.look.style(Role::Plain));
    }
}

/// What came of something, above the line at the bottom.
pub(super) fn toasts(app: &App, frame: &mut Frame<'_>) {
    let body = app.layout().body();
    let width = usize::from(body.width).saturating_sub(4).min(76);
    let toasts: Vec<_> = app.toasts.shown().cloned().collect();
    let lines: Vec<_> = toasts.iter().flat_map(|toast| toast_lines(app, toast, width - 6)).collect();
    if lines.is_empty() {
        return;
    }
    let widest = lines.iter().map(|(_, ink, _)| ink.width()).max().unwrap_or(0) + 6;
    let height = u16::try_from(lines.len() + 2).unwrap_or(body.height).min(body.height);
    let width = u16::try_from(widest.min(width)).unwrap_or(body.width);
    let area = Rect {
        x: body.right() - width.min(body.width),
        y: body.bottom() - height,
        width: width.min(body.width),
        height,
    };
    let inner = over(frame, area, app.look, &Shown::default());
    for (at, (sign, ink, role)) in lines.into_iter().enumerate() {
        let Some(line) = line_of(inner, at) else { break };
        let mut pen = Pen::new(frame.buffer_mut(), line);
        pen.cell(sign, 2, app.look.style(role), "");
        pen.write(ink, app.look.style(if sign.is_empty() { Role::Dim } else { Role::Plain }));
    }
}

fn toast_lines<'a>(app: &App, toast: &'a Toast, width: usize) -> Vec<(&'static str, Ink<'a>, Role)> {
    let (sign, role) = app.look.mark(toast.mark);
    let said = Ink::from(&toast.said).wrapped(width).into_iter().enumerate();
    let said = said.map(|(at, ink)| (if at == 0 { sign } else { "" }, ink, role));
    let hint = toast.hint.iter().flat_map(|hint| Ink::from(hint).wrapped(width));
    said.chain(hint.map(|ink| ("", ink, Role::Dim))).collect()
}
