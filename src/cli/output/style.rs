//! Colours, or their absence.

use clap::builder::styling::{AnsiColor, Style as Ansi};

/// What a piece of text is, as far as its looks go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Heading,
    Faint,
    Error,
    Hint,
}

/// Whether and how to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) colours: bool,
}

impl Style {
    /// `text`, which is safe already, in the looks of `role`.
    pub(super) fn paint(self, role: Role, text: &str) -> String {
        if !self.colours {
            return text.to_owned();
        }
        let ansi = match role {
            Role::Heading => Ansi::new().bold(),
            Role::Faint => Ansi::new().dimmed(),
            Role::Error => AnsiColor::Red.on_default().bold(),
            Role::Hint => AnsiColor::Cyan.on_default(),
        };
        format!("{ansi}{text}{ansi:#}")
    }
}
