//! What can be done now: what the bottom line, the help and the palette are made from.

use super::state::App;
use crate::tui::component::Choice;
use crate::tui::deed::Deed;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Command, Focus, bindings};
use crate::tui::row::Row;
use crate::tui::screen::Place;
use crate::tui::text::Shown;

/// A key, and what it does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) struct Hint {
    pub(in crate::tui) key: Key,
    pub(in crate::tui) command: Command,
    pub(in crate::tui) says: &'static str,
}

impl App {
    /// What keys do now where they go to `focus`, the most wanted first.
    pub(in crate::tui) fn hints(&self, focus: Focus) -> Vec<Hint> {
        let hint = |binding: &'static Binding| {
            let says = self.offered(binding.command, focus).then(|| self.says(binding))?;
            Some(Hint { key: *binding.keys.first()?, command: binding.command, says })
        };
        bindings(focus).filter_map(hint).collect()
    }

    /// The deed that `command` asks for, of the row that is looked at.
    pub(super) fn deed(&self, command: Command) -> Option<&Deed> {
        self.listing().row()?.deeds.iter().find(|deed| deed.command() == command)
    }

    /// Whether `command` would do something.
    fn offered(&self, command: Command, focus: Focus) -> bool {
        match command {
            Command::Switch | Command::Remove | Command::Kill | Command::Unlock | Command::Approve => {
                self.deed(command).is_some()
            }
            Command::Open if focus == Focus::List => self.listing().row().is_some(),
            Command::Lock => self.who.as_ref().is_some_and(|who| who.by_login),
            Command::Tell => self.last.is_some(),
            Command::Errors => self.toasts.errors().len() > 0,
            Command::Go(number) => usize::from(number) <= self.places().count(),
            Command::Back if focus == Focus::List => !self.listing().filter.is_empty(),
            Command::OtherPane => self.layout().is_wide(),
            _ => true,
        }
    }

    fn says(&self, binding: &Binding) -> &'static str {
        if let Some(deed) = self.deed(binding.command) {
            return deed.verb();
        }
        match binding.command {
            Command::Go(number) => {
                self.places().nth(usize::from(number) - 1).map_or(binding.says, Place::title)
            }
            _ => binding.says,
        }
    }

    /// What the palette offers: screens, and what else can be done here.
    pub(super) fn choices(&self) -> Vec<(Shown, Choice)> {
        let places = self.places().map(|place| (Shown::line(place.title()), Choice::Go(place)));
        let object = self.listing().row().map(Row::name).unwrap_or_default();
        let doable = self.hints(self.focus()).into_iter().filter(|hint| is_worth_a_line(hint.command));
        let doable = doable.map(|hint| {
            let label = match self.deed(hint.command) {
                Some(deed) => format!("{} {}", deed.verb(), object.as_str()),
                None => hint.says.to_owned(),
            };
            (Shown::line(&label), Choice::Do(hint.command))
        });
        places.chain(doable).collect()
    }
}

/// Whether somebody would look for it by its name.
fn is_worth_a_line(command: Command) -> bool {
    matches!(
        command,
        Command::Switch
            | Command::Remove
            | Command::Kill
            | Command::Unlock
            | Command::Approve
            | Command::Filter
            | Command::Refresh
            | Command::Help
            | Command::Tell
            | Command::Errors
            | Command::Lock
            | Command::Quit
    )
}
