//! A question before something is lost. What is marked first is the answer that loses nothing.

use crate::tui::deed::Deed;
use crate::tui::text::Shown;

/// The question.
#[derive(Debug)]
pub(in crate::tui) struct Confirm {
    pub(in crate::tui) question: Shown,
    pub(in crate::tui) deed: Deed,
    /// Whether "yes" is marked.
    pub(in crate::tui) yes: bool,
}

impl Confirm {
    pub(in crate::tui) fn new(question: Shown, deed: Deed) -> Self {
        Self { question, deed, yes: false }
    }
}
