//! One frame.

use ratatui::Frame;

use super::canvas::Pen;
use super::layout::LEAST;
use super::{chrome, detail, form, overlay, table};
use crate::tui::app::App;
use crate::tui::look::Role;
use crate::tui::text::Shown;

/// Paints `app`.
pub(in crate::tui) fn draw(app: &App, frame: &mut Frame<'_>) {
    let layout = app.layout();
    if layout.is_too_small() {
        let text = Shown::line(&format!("needs {}x{}", LEAST.0, LEAST.1));
        Pen::new(frame.buffer_mut(), layout.line(0)).write(&text, app.look.style(Role::Warn));
        return;
    }
    if let Some(entry) = &app.form {
        form::draw(app, entry, frame);
        chrome::bottom(app, frame);
        return;
    }
    chrome::top(app, frame);
    if layout.is_wide() {
        let (list, whole) = layout.panes();
        table::draw(app, frame, list);
        detail::draw(app, frame, whole);
    } else if app.opened {
        detail::draw(app, frame, layout.body());
    } else {
        table::draw(app, frame, layout.body());
    }
    chrome::bottom(app, frame);
    overlay::toasts(app, frame);
    overlay::draw(app, frame);
}
