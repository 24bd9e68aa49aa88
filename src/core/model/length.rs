//! How long may be what people write into rows.

/// The longest name of a person or a team, bytes.
pub const LONGEST_NAME: usize = 200;

/// The longest description, bytes.
pub const LONGEST_DESCRIPTION: usize = 4000;

/// Something is longer than it may be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} is longer than {most} bytes")]
pub struct TooLong {
    what: &'static str,
    most: usize,
}

/// Refuses `text`, which is `what` for a person, if it is longer than `most` bytes.
pub fn check_length(what: &'static str, text: &str, most: usize) -> Result<(), TooLong> {
    if text.len() > most { Err(TooLong { what, most }) } else { Ok(()) }
}
