//! One line that goes to a screen or does something, found by a few letters.

use super::fuzzy::fit;
use super::typed::Typed;
use crate::tui::keymap::Command;
use crate::tui::screen::Place;
use crate::tui::text::Shown;

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Choice {
    Go(Place),
    Do(Command),
}

/// The line, and what there is to choose from.
#[derive(Debug)]
pub(in crate::tui) struct Palette {
    pub(in crate::tui) typed: Typed,
    choices: Vec<(Shown, Choice)>,
    chosen: usize,
}

impl Palette {
    pub(in crate::tui) fn new(choices: Vec<(Shown, Choice)>) -> Self {
        Self { typed: Typed::default(), choices, chosen: 0 }
    }

    /// What fits, the best first.
    pub(in crate::tui) fn fitting(&self) -> Vec<(&Shown, Choice)> {
        let fits =
            |(text, choice): &'_ (Shown, Choice)| Some((fit(self.typed.text(), text.as_str())?, *choice));
        let mut found: Vec<_> =
            self.choices.iter().filter_map(|entry| Some((fits(entry)?, &entry.0))).collect();
        found.sort_by_key(|((fit, _), _)| std::cmp::Reverse(*fit));
        found.into_iter().map(|((_, choice), text)| (text, choice)).collect()
    }

    pub(in crate::tui) fn chosen(&self) -> usize {
        self.chosen
    }

    pub(in crate::tui) fn choice(&self) -> Option<Choice> {
        self.fitting().get(self.chosen).map(|(_, choice)| *choice)
    }

    /// Marks another one.
    pub(in crate::tui) fn step(&mut self, down: bool) {
        let last = self.fitting().len().saturating_sub(1);
        self.chosen = if down { (self.chosen + 1).min(last) } else { self.chosen.saturating_sub(1) };
    }

    /// Marks the best one, when something else is typed.
    pub(in crate::tui) fn again(&mut self) {
        self.chosen = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_letters_find_a_screen() {
        let mut palette =
            Palette::new(Place::ALL.map(|place| (Shown::line(place.title()), Choice::Go(place))).to_vec());
        assert_eq!(palette.fitting().len(), Place::ALL.len());
        palette.step(true);
        palette.typed.paste("tk");
        palette.again();
        assert_eq!(palette.choice(), Some(Choice::Go(Place::Tokens)));
        palette.typed.paste("zzz");
        assert_eq!(palette.choice(), None);
        palette.step(true);
        assert_eq!(palette.choice(), None);
    }
}
