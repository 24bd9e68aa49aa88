//! What becomes of a key.

use super::state::{App, Overlay, Reading};
use crate::tui::action::Effect;
use crate::tui::component::{Choice, Confirm, Palette, Toast};
use crate::tui::deed::Deed;
use crate::tui::draw::{detail_height, reading_overflow};
use crate::tui::key::Key;
use crate::tui::keymap::{Command, Focus, command};
use crate::tui::look::Mark;
use crate::tui::screen::Place;

/// How many lines a text moves by half a page.
const HALF: usize = 10;

impl App {
    pub(super) fn key(&mut self, key: Key) -> Vec<Effect> {
        let focus = self.focus();
        let Some(command) = command(focus, key) else {
            if let Key::Char(c) = key
                && !self.layout().is_too_small()
            {
                self.typed(c);
            }
            return Vec::new();
        };
        match command {
            Command::Abort => return vec![Effect::Quit(None)],
            Command::Suspend => return vec![Effect::Suspend],
            Command::Redraw => return vec![Effect::Redraw],
            Command::Quit if self.layout().is_too_small() => return vec![Effect::Quit(None)],
            // Nobody sees what it would be done to.
            _ if self.layout().is_too_small() => return Vec::new(),
            _ => {}
        }
        match focus {
            Focus::List | Focus::Detail => self.on_rows(command),
            Focus::Filter => {
                self.on_filter(command);
                Vec::new()
            }
            Focus::Palette => self.on_palette(command),
            Focus::Confirm => self.on_question(command),
            Focus::Reading => {
                self.on_text(command);
                Vec::new()
            }
            Focus::Form => self.on_form(command),
        }
    }

    fn on_rows(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Quit => return vec![Effect::Quit(None)],
            Command::Open => self.opened = self.listing().row().is_some(),
            Command::Back if self.opened => self.opened = false,
            Command::Back => {
                self.listing_mut().filter.clear();
                self.sift();
            }
            Command::OtherPane => {
                self.opened = !self.opened && self.layout().is_wide() && self.listing().row().is_some();
            }
            Command::Help => self.overlay = Some(Overlay::Reading(Reading::Help, 0)),
            Command::Errors => self.overlay = Some(Overlay::Reading(Reading::Errors, 0)),
            Command::Palette => self.overlay = Some(Overlay::Palette(Palette::new(self.choices()))),
            Command::Filter => (self.filtering, self.opened) = (true, false),
            Command::Go(number) => {
                if let Some(place) = self.places().nth(usize::from(number).saturating_sub(1)) {
                    self.go(place);
                }
            }
            Command::NextScreen => self.turn(true),
            Command::PreviousScreen => self.turn(false),
            Command::Refresh => self.listing_mut().expire(),
            Command::Tell => self.tell_command(),
            Command::Lock => return self.leave(),
            Command::Switch | Command::Remove | Command::Kill | Command::Unlock | Command::Approve => {
                return self.deed(command).cloned().map(|deed| self.ask(deed)).unwrap_or_default();
            }
            moved => self.moved(moved),
        }
        Vec::new()
    }

    /// Moves among rows, or in the whole of one.
    fn moved(&mut self, command: Command) {
        let layout = self.layout();
        let half = (layout.rows() / 2).max(1);
        let opened = self.opened;
        let longest = self.longest_scroll();
        let listing = self.listing_mut();
        let at = if opened { listing.scroll } else { listing.selected() };
        let to = match command {
            Command::Down => at + 1,
            Command::Up => at.saturating_sub(1),
            Command::First => 0,
            Command::Last => usize::MAX,
            Command::HalfDown => at + half,
            Command::HalfUp => at.saturating_sub(half),
            _ => at,
        };
        if opened { listing.scroll = to.min(longest) } else { listing.select(to) }
    }

    /// How far the whole of the row that is looked at goes on below the screen.
    fn longest_scroll(&self) -> usize {
        let (width, height) = self.layout().detail();
        let lines = self.listing().detail().map_or(0, |detail| detail_height(detail, width));
        lines.saturating_sub(height)
    }

    fn turn(&mut self, forward: bool) {
        let places: Vec<Place> = self.places().collect();
        let at = places.iter().position(|place| *place == self.at).unwrap_or(0);
        let step = if forward { 1 } else { places.len() - 1 };
        self.go(places[(at + step) % places.len()]);
    }

    fn tell_command(&mut self) {
        if let Some(last) = self.last.clone() {
            self.toasts.say(self.now, Toast::new(Mark::Idle, last, None));
        }
    }

    fn leave(&mut self) -> Vec<Effect> {
        if !self.who.as_ref().is_some_and(|who| who.by_login) {
            return Vec::new();
        }
        self.lock(None, true);
        vec![Effect::Leave]
    }

    /// Does it, or asks first.
    fn ask(&mut self, deed: Deed) -> Vec<Effect> {
        let as_owner = !self.by_credential && self.who.as_ref().is_some_and(|who| !who.by_login);
        if let Some(question) = deed.question(as_owner) {
            self.overlay = Some(Overlay::Confirm(Confirm::new(question, deed)));
            return Vec::new();
        }
        self.start(deed)
    }

    fn start(&mut self, deed: Deed) -> Vec<Effect> {
        if self.doing.contains(&deed) {
            return Vec::new();
        }
        self.doing.push(deed.clone());
        vec![Effect::Do(deed)]
    }

    fn on_question(&mut self, command: Command) -> Vec<Effect> {
        let Some(Overlay::Confirm(confirm)) = &mut self.overlay else { return Vec::new() };
        let yes = match command {
            Command::OtherAnswer => {
                confirm.yes = !confirm.yes;
                return Vec::new();
            }
            Command::Yes => true,
            Command::Submit => confirm.yes,
            _ => false,
        };
        let deed = confirm.deed.clone();
        self.overlay = None;
        if yes { self.start(deed) } else { Vec::new() }
    }

    fn on_palette(&mut self, command: Command) -> Vec<Effect> {
        let Some(Overlay::Palette(palette)) = &mut self.overlay else { return Vec::new() };
        match command {
            Command::Down => palette.step(true),
            Command::Up => palette.step(false),
            Command::Erase => {
                palette.typed.erase();
                palette.again();
            }
            Command::Clear => {
                palette.typed.clear();
                palette.again();
            }
            Command::Back => self.overlay = None,
            Command::Open => {
                let choice = palette.choice();
                self.overlay = None;
                match choice {
                    Some(Choice::Go(place)) => self.go(place),
                    Some(Choice::Do(command)) => return self.on_rows(command),
                    None => {}
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn on_text(&mut self, command: Command) {
        let longest = reading_overflow(self);
        let Some(Overlay::Reading(_, scroll)) = &mut self.overlay else { return };
        *scroll = match command {
            Command::Down => *scroll + 1,
            Command::Up => scroll.saturating_sub(1),
            Command::First => 0,
            Command::Last => longest,
            Command::HalfDown => *scroll + HALF,
            Command::HalfUp => scroll.saturating_sub(HALF),
            _ => {
                self.overlay = None;
                return;
            }
        }
        .min(longest);
    }
}
