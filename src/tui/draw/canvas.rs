//! Puts text on the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::text::Ink;

/// A part of the screen that is written on from left to right.
pub(super) struct Pen<'a> {
    buffer: &'a mut Buffer,
    at: u16,
    line: u16,
    end: u16,
}

impl<'a> Pen<'a> {
    /// On the first line of `area`.
    pub(super) fn new(buffer: &'a mut Buffer, area: Rect) -> Self {
        let area = area.intersection(buffer.area);
        let end = if area.height == 0 { area.x } else { area.right() };
        Self { buffer, at: area.x, line: area.y, end }
    }

    /// How many columns are left.
    pub(super) fn room(&self) -> usize {
        usize::from(self.end - self.at)
    }

    /// Writes as much of `ink` as there is room for.
    pub(super) fn write<'b>(&mut self, ink: impl Into<Ink<'b>>, style: Style) -> &mut Self {
        let room = self.room();
        if room > 0 {
            self.at = self.buffer.set_stringn(self.at, self.line, ink.into().as_str(), room, style).0;
        }
        self
    }

    /// Writes `ink` into so many columns; `cut` tells that a part is missing.
    pub(super) fn cell<'b>(
        &mut self,
        ink: impl Into<Ink<'b>>,
        width: usize,
        style: Style,
        cut: &'static str,
    ) {
        let (ink, width, start) = (ink.into(), width.min(self.room()), self.at);
        let end = start + u16::try_from(width).unwrap_or(u16::MAX);
        if ink.width() <= width {
            self.write(ink, style);
        } else if width > 0 {
            let short = self.buffer.set_stringn(start, self.line, ink.as_str(), width - 1, style).0;
            self.buffer.set_stringn(short, self.line, cut, 1, style);
        }
        self.at = end;
    }

    /// Leaves so many columns free.
    pub(super) fn skip(&mut self, columns: usize) -> &mut Self {
        self.at = self.end.min(self.at.saturating_add(u16::try_from(columns).unwrap_or(u16::MAX)));
        self
    }
}

/// The line of `area` that is so far from its top, if there is one.
pub(super) fn line_of(area: Rect, from_top: usize) -> Option<Rect> {
    let from_top = u16::try_from(from_top).ok().filter(|from_top| *from_top < area.height)?;
    Some(Rect { y: area.y + from_top, height: 1, ..area })
}
