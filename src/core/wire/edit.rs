//! The few spans of a frame that change on its way.

use std::slice;
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
pub struct Edits(Few);

/// Mostly there is one at most.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum Few {
    #[default]
    None,
    One(Edit),
    Many(Vec<Edit>),
}

impl Edits {
    /// No change.
    pub fn none() -> Self {
        Self::default()
    }

    /// One replacement.
    pub fn one(span: Span, with: impl Into<Arc<[u8]>>) -> Self {
        Self(Few::One(Edit { span, with: with.into() }))
    }

    /// Adds a replacement, wherever it stands.
    pub fn push(&mut self, span: Span, with: impl Into<Arc<[u8]>>) {
        let edit = Edit { span, with: with.into() };
        self.0 = match std::mem::take(&mut self.0) {
            Few::None => Few::One(edit),
            Few::One(first) => Few::Many(insert(vec![first], edit)),
            Few::Many(edits) => Few::Many(insert(edits, edit)),
        };
    }

    /// Whether the frame passes as it is.
    pub fn is_empty(&self) -> bool {
        self.all().is_empty()
    }

    /// How long `frame` is after the replacements.
    pub fn length(&self, frame: usize) -> usize {
        self.iter().fold(frame, |length, edit| length - edit.span.len() + edit.with.len())
    }

    /// Appends `source[within]` to `out`, with the replacements made. Spans are positions in `source`.
    pub fn append(&self, source: &[u8], within: Span, out: &mut Vec<u8>) {
        let mut from = within.start();
        for edit in self.all() {
            out.extend_from_slice(&source[from..edit.span.start()]);
            out.extend_from_slice(&edit.with);
            from = edit.span.end();
        }
        out.extend_from_slice(&source[from..within.end()]);
    }

    /// The replacements, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Edit> {
        self.all().iter()
    }

    /// The same replacements for the frame's bytes at another place: every span moved by `offset`.
    #[must_use]
    pub fn shifted(mut self, offset: usize) -> Self {
        let edits = match &mut self.0 {
            Few::None => &mut [],
            Few::One(edit) => slice::from_mut(edit),
            Few::Many(edits) => edits.as_mut_slice(),
        };
        for edit in edits {
            edit.span = Span::new(edit.span.start() + offset, edit.span.end() + offset);
        }
        self
    }

    fn all(&self) -> &[Edit] {
        match &self.0 {
            Few::None => &[],
            Few::One(edit) => slice::from_ref(edit),
            Few::Many(edits) => edits,
        }
    }
}

fn insert(mut edits: Vec<Edit>, edit: Edit) -> Vec<Edit> {
    let at = edits.partition_point(|other| other.span.start() < edit.span.start());
    edits.insert(at, edit);
    edits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replacements_apply_in_frame_order_whatever_order_they_came_in() {
        let frame = b"0123456789";
        let mut edits = Edits::one(Span::new(7, 8), *b"seven");
        edits.push(Span::new(2, 4), *b"");
        edits.push(Span::new(5, 6), *b"V");
        let mut out = Vec::new();
        edits.append(frame, Span::new(0, 10), &mut out);
        assert_eq!(out, b"014V6seven89");
        assert_eq!(edits.length(frame.len()), out.len());
    }
}
