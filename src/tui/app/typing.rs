//! What becomes of letters: in a field, the filter, the palette.

use super::state::{App, Overlay};
use crate::core::identity::is_short;
use crate::core::problem::{Problem, ProblemKind};
use crate::tui::action::Effect;
use crate::tui::component::{Entry, Form, Typed};
use crate::tui::keymap::{Command, Focus};

impl App {
    pub(super) fn typed(&mut self, c: char) {
        self.type_in(|typed| typed.push(c));
    }

    /// What is pasted is text, and never a command.
    pub(super) fn paste(&mut self, text: &str) {
        self.type_in(|typed| typed.paste(text));
    }

    fn type_in(&mut self, how: impl FnOnce(&mut Typed)) {
        match self.focus() {
            Focus::Form => {
                if let Some(field) = self.form.as_mut().and_then(Form::field) {
                    how(&mut field.typed);
                }
            }
            Focus::Filter => {
                how(&mut self.listing_mut().filter);
                self.sift();
            }
            Focus::Palette => {
                if let Some(Overlay::Palette(palette)) = &mut self.overlay {
                    how(&mut palette.typed);
                    palette.again();
                }
            }
            Focus::List | Focus::Detail | Focus::Confirm | Focus::Reading => {}
        }
    }

    pub(super) fn on_filter(&mut self, command: Command) {
        match command {
            Command::Erase => self.listing_mut().filter.erase(),
            Command::Clear => self.listing_mut().filter.clear(),
            Command::Back => {
                self.filtering = false;
                self.listing_mut().filter.clear();
            }
            _ => self.filtering = false,
        }
        self.sift();
    }

    /// Shows what the filter lets through, and of that the row that is looked at, if it is there.
    pub(super) fn sift(&mut self) {
        let listing = self.listing_mut();
        let id = listing.row().map(|row| row.id.clone());
        listing.sift(id.as_deref());
    }

    pub(super) fn on_form(&mut self, command: Command) -> Vec<Effect> {
        let Some(form) = self.form.as_mut().filter(|form| !form.busy) else { return Vec::new() };
        match command {
            Command::NextField => form.step(true),
            Command::PreviousField => form.step(false),
            Command::Erase => form.field().into_iter().for_each(|field| field.typed.erase()),
            Command::Clear => form.field().into_iter().for_each(|field| field.typed.clear()),
            Command::Submit => {
                if let Some(empty) = form.empty() {
                    form.at = empty;
                } else {
                    return self.submit();
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn submit(&mut self) -> Vec<Effect> {
        let Some(form) = &mut self.form else { return Vec::new() };
        let [first, second] = &form.fields[..] else { return Vec::new() };
        let effect = match form.entry {
            Entry::Login => {
                Effect::Login { email: first.typed.text().trim().to_owned(), password: second.typed.secret() }
            }
            Entry::Choose if first.typed.text() != second.typed.text() => {
                form.refuse(Problem::new(ProblemKind::Usage, "the two passwords differ"));
                return Vec::new();
            }
            Entry::Choose => {
                let email = self.who.as_ref().and_then(|who| who.email.clone()).unwrap_or_default();
                let word = first.typed.secret();
                let advice = "12 characters or more make a better password";
                self.advice = is_short(word.reveal()).then_some(advice);
                Effect::Choose { email, word }
            }
        };
        (form.busy, form.problem) = (true, None);
        vec![effect]
    }
}
