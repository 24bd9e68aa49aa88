//! What a client asked for and was not given.

use super::{CallMethod, ServerId};

/// What a client asked for and was not given.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Declined {
    /// Its session does not have it.
    Missing(Missing),
    /// There may be no more of it now.
    Unmade(UnmadeCall),
    /// All of it: its token is for the client of this name, and it calls itself otherwise.
    OtherClient(String),
}

/// A call that was not made because a limit was reached.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UnmadeCall {
    /// What was to be called.
    pub server: ServerId,
    /// What was asked.
    pub method: CallMethod,
    /// Of which item, as its server lists it, if it does.
    pub item: Option<String>,
    /// Why not: the same for all calls that one limit refuses.
    pub reason: String,
}

/// A request for something that the session does not have: it is nowhere, or not for its user.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Missing {
    /// What was wanted of it.
    pub wanted: Wanted,
    /// How the client called it: an advertised name, or a URI. Untrusted, and cut to [`Missing::LONGEST`].
    pub name: String,
}

/// What a client may want of one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// To call a tool.
    Call,
    /// To get a prompt, or values for one of its arguments.
    Get,
    /// To read a resource, to be told of its changes, or to get values for a variable of its template.
    Read,
}

impl Missing {
    /// How much of a name is kept, bytes.
    pub const LONGEST: usize = 1024;

    /// For a name of any length.
    pub fn new(wanted: Wanted, name: &str) -> Self {
        let name = &name[..name.floor_char_boundary(Self::LONGEST)];
        Self { wanted, name: name.to_owned() }
    }
}
