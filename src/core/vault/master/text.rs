//! A key as files and keyrings keep it.

use crate::core::model::Secret;
use crate::core::vault::cipher::{KEY, Key};

/// A key as text: 64 hexadecimal digits.
pub(super) fn to_text(key: &Key) -> Secret<String> {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(2 * KEY + 1);
    for byte in key.reveal() {
        // Writing to a string can't fail.
        let _ = write!(text, "{byte:02x}");
    }
    Secret::new(text)
}

/// The key in such a text; white space may stand at its end.
pub(super) fn from_text(text: &str) -> Option<Key> {
    let digits = text.trim_end();
    if digits.len() != 2 * KEY || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut key = [0; KEY];
    for (place, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[2 * place..2 * place + 2], 16).ok()?;
    }
    Some(Secret::new(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_survives_its_text_and_nothing_else_is_a_key() {
        let key = Secret::new([0xa5; KEY]);
        assert_eq!(from_text(to_text(&key).reveal()), Some(key.clone()));
        assert_eq!(from_text(&format!("{}\n", to_text(&key).reveal())), Some(key));
        for text in ["", "00", &"g".repeat(64), &"0".repeat(66), &"é".repeat(32)] {
            assert_eq!(from_text(text), None, "{text}");
        }
    }
}
