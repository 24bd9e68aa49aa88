//! The few spans of a frame that change on its way.

use std::sync::Arc;

use super::span::Span;

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What goes, as a position in the frame.
    pub span: Span,
    /// What comes in its place.
    pub with: Arc<[u8]>,
}

/// Replacements in one frame, in order and without overlap. Empty: the frame passes as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// No change.
    pub fn none() -> Self {
        Self::default()
    }

    /// One replacement.
    pub fn one(span: Span, with: impl Into<Arc<[u8]>>) -> Self {
        Self(vec![Edit { span, with: with.into() }])
    }

    /// Adds a replacement, wherever it stands.
    pub fn push(&mut self, span: Span, with: impl Into<Arc<[u8]>>) {
        let at = self.0.partition_point(|edit| edit.span.start() < span.start());
        self.0.insert(at, Edit { span, with: with.into() });
    }

    /// Whether the frame passes as it is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How long `frame` is after the replacements.
    pub fn length(&self, frame: usize) -> usize {
        self.0.iter().fold(frame, |length, edit| length - edit.span.len() + edit.with.len())
    }

    /// Appends `source[within]` to `out`, with the replacements made. Spans are positions in `source`.
    pub fn append(&self, source: &[u8], within: Span, out: &mut Vec<u8>) {
        let mut from = within.start();
        for edit in &self.0 {
            out.extend_from_slice(&source[from..edit.span.start()]);
            out.extend_from_slice(&edit.with);
            from = edit.span.end();
        }
        out.extend_from_slice(&source[from..within.end()]);
    }

    /// The replacements, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Edit> {
        self.0.iter()
    }

    /// The same replacements for the frame's bytes at another place: every span moved by `offset`.
    #[must_use]
    pub fn shifted(mut self, offset: usize) -> Self {
        for edit in &mut self.0 {
            edit.span = Span::new(edit.span.start() + offset, edit.span.end() + offset);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replacements_apply_in_frame_order_whatever_order_they_came_in() {
        let frame = b"0123456789";
        let mut edits = Edits::one(Span::new(7, 8), *b"seven");
        edits.push(Span::new(2, 4), *b"");
        let mut out = Vec::new();
        edits.append(frame, Span::new(0, 10), &mut out);
        assert_eq!(out, b"01456seven89");
        assert_eq!(edits.length(frame.len()), out.len());
    }
}
