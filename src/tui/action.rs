//! What happens to the screen, and what it has done about that.

use std::time::Duration;

use super::deed::Deed;
use super::key::Key;
use super::row::{Detail, Row};
use super::screen::Place;
use super::text::Shown;
use crate::core::model::{Secret, UserId};
use crate::core::problem::Problem;

/// Something that happened.
#[derive(Debug)]
pub(in crate::tui) enum Action {
    Key(Key),
    Pasted(Secret<String>),
    Resized(u16, u16),
    /// It is so late, counted from the start.
    Tick(Duration),
    /// An effect of the login with this number has come to its end.
    Done(u32, Outcome),
}

/// What came of an effect.
#[derive(Debug)]
pub(in crate::tui) enum Outcome {
    /// Somebody acts from now on.
    Entered(Who),
    /// They are not believed, or their new password is not taken.
    Refused(Problem),
    Loaded(Place, Vec<Row>, Who),
    NotLoaded(Place, Problem),
    Looked(Place, String, Vec<Detail>),
    NotLooked(Place, String, Problem),
    Did(Deed, Done),
    NotDone(Deed, Problem),
    /// The login here has ended.
    Left,
}

/// What a deed came to.
#[derive(Debug)]
pub(in crate::tui) struct Done {
    pub(in crate::tui) said: Shown,
    /// What else there is to know.
    pub(in crate::tui) warnings: Vec<Problem>,
}

/// Who acts, as far as the screen is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tui) struct Who {
    pub(in crate::tui) user: UserId,
    /// What they log in as, if they do.
    pub(in crate::tui) email: Option<String>,
    /// What they are called, and their roles.
    pub(in crate::tui) called: Shown,
    /// Whether there is a login that can end.
    pub(in crate::tui) by_login: bool,
    /// Whether nobody else is in this store: then nothing is said of people.
    pub(in crate::tui) alone: bool,
    /// Whether they have to choose another password before anything else.
    pub(in crate::tui) must_change: bool,
}

impl Effect {
    /// Whether nothing is lost when it is cut off.
    pub(in crate::tui) fn only_looks(&self) -> bool {
        matches!(self, Self::Arrive | Self::Load(_) | Self::Look(..))
    }
}

/// Something to do beside the screen.
#[derive(Debug)]
pub(in crate::tui) enum Effect {
    /// Say who acts.
    Arrive,
    Login {
        email: String,
        password: Secret<String>,
    },
    Choose {
        email: String,
        word: Secret<String>,
    },
    Load(Place),
    Look(Place, String),
    Do(Deed),
    Leave,
    /// Give the terminal to the shell for a while.
    Suspend,
    Redraw,
    /// It is over, for this reason if that is a problem.
    Quit(Option<Problem>),
}
