//! The cursors that mcpgw hands to its client: opaque to it, bound to one state of one list.

/// A place in a merged list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// Which state of the list: it counts up with every change.
    pub state: u64,
    /// The first item of the page.
    pub offset: usize,
}

impl Cursor {
    /// Reads what [`Cursor::to_text`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let (state, offset) = text.strip_prefix('p')?.split_once('.')?;
        Some(Self { state: state.parse().ok()?, offset: offset.parse().ok()? })
    }

    /// The text form.
    pub fn to_text(self) -> String {
        format!("p{}.{}", self.state, self.offset)
    }
}
