//! What whoever starts the screen hands in.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::core::identity::LoginPlace;
use crate::core::operation::Context;
use crate::core::operation::login::{Acting, Gate};
use crate::core::problem::Problem;
use crate::core::vault::Vault;

/// Gives who acts what operations work with.
pub type Equip = Arc<dyn Fn(Gate, Acting) -> Result<Context, Problem> + Send + Sync>;

/// One installation, as it is to somebody who may have to log in.
#[derive(Clone)]
pub struct Door {
    /// The installation.
    pub gate: Gate,
    /// Where a login is kept, here as for every command.
    pub place: LoginPlace,
    /// What a login is looked up with.
    pub vault: Vault,
    /// Whether a token or the like decides who acts: then there is nothing to log in to.
    pub by_credential: bool,
    /// What comes after.
    pub equip: Equip,
    /// The present directory.
    pub directory: Option<PathBuf>,
}

impl fmt::Debug for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Door").field("by_credential", &self.by_credential).finish_non_exhaustive()
    }
}

/// How it begins.
#[derive(Debug)]
pub enum Start {
    /// Somebody acts already.
    In(Box<Acting>),
    /// They have to log in first, for this reason.
    Out(Problem),
}
