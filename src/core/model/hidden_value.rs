//! A value that a server's configuration holds and that is never shown.

use std::fmt;

use super::{Revision, Sealed, Secret};

/// The value of a server's environment variable or header: never printed, not even by [`fmt::Debug`].
#[derive(Clone, PartialEq, Eq)]
pub enum HiddenValue {
    /// As somebody just gave it. It is sealed before it is kept.
    Clear(Secret<String>),
    /// As it is kept.
    Sealed {
        /// The value, sealed for its server and name.
        sealed: Sealed,
        /// Another one whenever the value is set.
        revision: Revision,
    },
}

impl HiddenValue {
    /// A value as somebody gives it.
    pub fn new(value: impl Into<String>) -> Self {
        Self::Clear(Secret::new(value.into()))
    }

    /// The value, unless it is sealed.
    pub fn clear(&self) -> Option<&str> {
        match self {
            Self::Clear(text) => Some(text.reveal()),
            Self::Sealed { .. } => None,
        }
    }
}

impl fmt::Debug for HiddenValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HiddenValue(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_value_never_shows_in_debug_output() {
        assert!(!format!("{:?}", HiddenValue::new("hunter2")).contains("hunter2"));
    }
}
