//! What proves an invitation.

use super::opaque;
use crate::core::model::{Hash, Secret};

/// Why something is no code of an invitation. The text is not quoted: it may be another secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the code of an invitation is 64 hexadecimal digits")]
pub struct InvalidInviteCode;

/// 256 random bits, as 64 hexadecimal digits: shown once, to who invites. The store knows their hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InviteCode(Secret<String>);

impl InviteCode {
    /// A new one.
    pub fn random() -> std::io::Result<Self> {
        opaque::random().map(Self)
    }

    /// The one in `text`, which may stand among white space, and in capital letters.
    pub fn parse(text: &str) -> Result<Self, InvalidInviteCode> {
        opaque::parse(&text.trim().to_ascii_lowercase()).map(Self).ok_or(InvalidInviteCode)
    }

    /// Its text, for who invites.
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }

    /// What the store knows of it.
    pub fn hash(&self) -> Hash {
        opaque::hash(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_was_shown_and_nothing_else_is_one() {
        let code = InviteCode::random().expect("entropy");
        assert_ne!(code, InviteCode::random().expect("entropy"));
        let sent = format!(" {}\r\n", code.reveal().to_uppercase());
        assert_eq!(InviteCode::parse(&sent), Ok(code.clone()));
        assert_eq!(format!("{code:?}"), "InviteCode(Secret(..))");
        for text in ["", "00", &"g".repeat(64), &"0".repeat(66)] {
            assert_eq!(InviteCode::parse(text), Err(InvalidInviteCode), "{text}");
        }
    }
}
