//! A line that somebody types, which may be a password.

use std::fmt;

use zeroize::{Zeroize as _, Zeroizing};

use crate::core::model::Secret;

/// How long it gets, bytes: room for all of it from the start, as a buffer that grows leaves copies behind.
const LONGEST: usize = 1024;

/// What was typed; it is wiped from memory when it goes.
pub(in crate::tui) struct Typed(Zeroizing<String>);

impl Default for Typed {
    fn default() -> Self {
        Self(Zeroizing::new(String::with_capacity(LONGEST)))
    }
}

impl Typed {
    pub(in crate::tui) fn of(text: &str) -> Self {
        let mut typed = Self::default();
        typed.paste(text);
        typed
    }

    pub(in crate::tui) fn push(&mut self, c: char) {
        if self.0.len() + c.len_utf8() <= LONGEST && !c.is_control() {
            self.0.push(c);
        }
    }

    /// Takes the first line of `text`.
    pub(in crate::tui) fn paste(&mut self, text: &str) {
        text.lines().next().unwrap_or_default().chars().for_each(|c| self.push(c));
    }

    pub(in crate::tui) fn erase(&mut self) {
        self.0.pop();
    }

    pub(in crate::tui) fn clear(&mut self) {
        self.0.zeroize();
    }

    pub(in crate::tui) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(in crate::tui) fn text(&self) -> &str {
        &self.0
    }

    /// What was typed, for whom it is meant.
    pub(in crate::tui) fn secret(&self) -> Secret<String> {
        Secret::new(self.0.as_str().to_owned())
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_takes_one_line_of_bounded_length_and_never_shows_it() {
        let mut typed = Typed::of("hunter2\nrm -rf");
        assert_eq!(typed.text(), "hunter2");
        assert_eq!(format!("{typed:?}"), "Typed(..)");
        typed.push('\u{1b}');
        typed.erase();
        assert_eq!(typed.secret().reveal(), "hunter");
        typed.clear();
        assert!(typed.is_empty());
        typed.paste(&"é".repeat(LONGEST));
        assert_eq!(typed.text().len(), LONGEST);
    }
}
