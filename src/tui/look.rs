//! How things look: roles rather than colours, signs beside colours, and ASCII where the terminal has no more.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

/// What a piece of the screen is, as far as its looks go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Role {
    Plain,
    Dim,
    Title,
    Accent,
    Good,
    Warn,
    Bad,
    Selected,
    Border,
    Focus,
}

/// How something is, as a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Mark {
    /// It does what it is for.
    Up,
    /// It is about to.
    Starting,
    /// It could, and is not asked to.
    Idle,
    /// Somebody switched it off.
    Off,
    /// It fails.
    Down,
    /// Somebody should look at it.
    Warn,
    /// That was done.
    Done,
}

/// What the terminal can show. Colours are the sixteen that every terminal's own theme decides on, so that they are readable on a
/// dark ground and on a light one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whether it is shown in colours.
    pub colours: bool,
    /// Whether the terminal shows more than ASCII.
    pub unicode: bool,
}

/// Borders for terminals that show nothing but ASCII.
const ASCII: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

impl Look {
    pub(in crate::tui) fn style(self, role: Role) -> Style {
        let colour = |colour| if self.colours { Style::new().fg(colour) } else { Style::new() };
        match role {
            Role::Plain => Style::new(),
            Role::Dim | Role::Border => Style::new().add_modifier(Modifier::DIM),
            Role::Title => Style::new().add_modifier(Modifier::BOLD),
            Role::Accent => colour(Color::Cyan),
            Role::Good => colour(Color::Green),
            Role::Warn => colour(Color::Yellow),
            Role::Bad => colour(Color::Red).add_modifier(Modifier::BOLD),
            Role::Selected => Style::new().add_modifier(Modifier::REVERSED),
            Role::Focus => colour(Color::Cyan).add_modifier(Modifier::BOLD),
        }
    }

    /// The sign of `mark`, one column wide, and its role.
    pub(in crate::tui) fn mark(self, mark: Mark) -> (&'static str, Role) {
        let (sign, ascii, role) = match mark {
            Mark::Up => ("●", "*", Role::Good),
            Mark::Starting => ("◐", "~", Role::Warn),
            Mark::Idle => ("◌", ".", Role::Dim),
            Mark::Off => ("○", "o", Role::Dim),
            Mark::Down => ("✕", "x", Role::Bad),
            Mark::Warn => ("⚠", "!", Role::Warn),
            Mark::Done => ("✓", "+", Role::Good),
        };
        (self.sign(sign, ascii), role)
    }

    /// `sign` where the terminal can show it.
    pub(in crate::tui) fn sign(self, sign: &'static str, ascii: &'static str) -> &'static str {
        if self.unicode { sign } else { ascii }
    }

    pub(in crate::tui) fn border(self) -> border::Set<'static> {
        if self.unicode { border::ROUNDED } else { ASCII }
    }

    /// The frame of a sign of life that turns.
    pub(in crate::tui) fn turning(self, tick: u64) -> &'static str {
        const SIGNS: [&str; 8] = ["⠋", "⠙", "⠸", "⠴", "⠦", "⠇", "⠏", "⠋"];
        const ASCII: [&str; 4] = ["|", "/", "-", "\\"];
        let signs: &[&'static str] = if self.unicode { &SIGNS } else { &ASCII };
        signs[usize::try_from(tick).unwrap_or(0) % signs.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: [Mark; 7] =
        [Mark::Up, Mark::Starting, Mark::Idle, Mark::Off, Mark::Down, Mark::Warn, Mark::Done];

    #[test]
    fn no_two_states_differ_by_colour_alone() {
        for unicode in [true, false] {
            let look = Look { colours: false, unicode };
            let mut signs: Vec<_> = MARKS.map(|mark| look.mark(mark).0).to_vec();
            assert!(unicode || signs.iter().all(|sign| sign.is_ascii()));
            signs.sort_unstable();
            signs.dedup();
            assert_eq!(signs.len(), MARKS.len());
        }
    }
}
