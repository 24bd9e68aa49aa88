//! Boxes: panes, and what lies over them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear};

use crate::tui::look::{Look, Role};
use crate::tui::text::{Ink, Shown};

/// Draws a box with `title`, and returns what is inside, a column away from its sides.
pub(super) fn boxed(frame: &mut Frame<'_>, area: Rect, look: Look, title: &Shown, focus: bool) -> Rect {
    let role = if focus { Role::Focus } else { Role::Border };
    let block = Block::bordered()
        .border_set(look.border())
        .border_style(look.style(role))
        .title(Ink::from(title).as_str().to_owned())
        .title_style(look.style(Role::Title));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    Rect { x: inner.x.saturating_add(1), width: inner.width.saturating_sub(2), ..inner }
}

/// The same over what is there already.
pub(super) fn over(frame: &mut Frame<'_>, area: Rect, look: Look, title: &Shown) -> Rect {
    frame.render_widget(Clear, area);
    boxed(frame, area, look, title, true)
}

/// A box of at most that size in the middle of `around`.
pub(super) fn middle(around: Rect, width: usize, height: usize) -> Rect {
    let width = u16::try_from(width).unwrap_or(u16::MAX).min(around.width);
    let height = u16::try_from(height).unwrap_or(u16::MAX).min(around.height);
    let (x, y) = (around.x + (around.width - width) / 2, around.y + (around.height - height) / 2);
    Rect { x, y, width, height }
}
