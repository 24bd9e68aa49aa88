//! The value of an environment variable.

use std::fmt;

use super::{Revision, Sealed, Secret};

/// The value of a server's environment variable: never printed, not even by [`fmt::Debug`].
#[derive(Clone, PartialEq, Eq)]
pub enum EnvValue {
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

impl EnvValue {
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

impl fmt::Debug for EnvValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EnvValue(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_environment_value_never_shows_in_debug_output() {
        assert!(!format!("{:?}", EnvValue::new("hunter2")).contains("hunter2"));
    }
}
