//! Where things are, by the size of the screen alone.

use ratatui::layout::Rect;

/// The least that something useful fits on.
pub(super) const LEAST: (u16, u16) = (60, 15);
/// From so many columns on, a row stands in full beside the others.
const WIDE: u16 = 100;

/// Where things are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) struct Layout {
    size: (u16, u16),
}

impl Layout {
    pub(in crate::tui) fn new(size: (u16, u16)) -> Self {
        Self { size }
    }

    /// Whether there is no room for anything but that word.
    pub(in crate::tui) fn is_too_small(self) -> bool {
        self.size.0 < LEAST.0 || self.size.1 < LEAST.1
    }

    /// Whether there is room for a row in full beside the others.
    pub(in crate::tui) fn is_wide(self) -> bool {
        self.size.0 >= WIDE
    }

    /// One line from the top.
    pub(super) fn line(self, from_top: u16) -> Rect {
        Rect::new(0, from_top, self.size.0, 1)
    }

    pub(super) fn bottom(self) -> Rect {
        self.line(self.size.1.saturating_sub(1))
    }

    /// What is between the lines at the top and the one at the bottom.
    pub(super) fn body(self) -> Rect {
        Rect::new(0, 2, self.size.0, self.size.1.saturating_sub(3))
    }

    /// The pane of the rows, and that of one in full, where both are seen.
    pub(super) fn panes(self) -> (Rect, Rect) {
        let body = self.body();
        let list = body.width * 11 / 20;
        (Rect { width: list, ..body }, Rect { x: list, width: body.width - list, ..body })
    }

    /// How many rows are seen.
    pub(in crate::tui) fn rows(self) -> usize {
        // Two borders and the headings.
        usize::from(self.body().height.saturating_sub(3)).max(1)
    }

    /// The columns and lines that a row in full has.
    pub(in crate::tui) fn detail(self) -> (usize, usize) {
        let pane = if self.is_wide() { self.panes().1 } else { self.body() };
        (usize::from(pane.width.saturating_sub(4)), usize::from(pane.height.saturating_sub(2)))
    }
}
