//! What the router wants done.

use std::sync::Arc;
use std::time::Duration;

use super::peer::Hello;
use crate::core::catalog::Listing;
use crate::core::model::{CatalogueKey, Declined, Server};
use crate::core::wire::{Edits, IdKey};

/// Whose queue towards the client a frame waits in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// mcpgw itself.
    Control,
    /// A child: its frames stay in the order in which it wrote them, and what mcpgw says on its behalf comes behind them.
    Child(usize),
}

/// One thing to do. `child` is the place of a server in the session.
#[derive(Debug, Clone)]
pub enum Effect {
    /// The frame that just came in goes to a child, with these edits.
    RelayToChild {
        /// Which one.
        child: usize,
        /// What changes.
        edits: Edits,
        /// The client's request that fails if the child's queue is full.
        request: Option<IdKey>,
    },
    /// The frame that just came in goes to the client, with these edits.
    RelayToClient {
        /// Whose frame it is.
        child: usize,
        /// What changes.
        edits: Edits,
    },
    /// A frame of mcpgw's own, or one that was parked, goes to a child.
    ToChild {
        /// Which one.
        child: usize,
        /// The frame.
        frame: Vec<u8>,
        /// The client's request that fails if the child's queue is full.
        request: Option<IdKey>,
    },
    /// A frame of mcpgw's own goes to the client.
    ToClient {
        /// In whose order.
        origin: Origin,
        /// The frame.
        frame: Vec<u8>,
    },
    /// A frame that came too early or in a batch: now it is to be routed.
    Replay {
        /// The child that sent it; the client when absent.
        child: Option<usize>,
        /// The frame.
        frame: Vec<u8>,
    },
    /// The client is ready for what children say.
    OpenGate,
    /// Start the child; answered by `child_spawned` or `child_gone`. Children are numbered without gaps.
    Start {
        /// Which one.
        child: usize,
        /// How.
        server: Arc<Server>,
    },
    /// End the child. Nothing that it still says counts.
    Stop {
        /// Which one.
        child: usize,
    },
    /// Ask the store what earlier starts gave; answered by `cached`.
    LookUp {
        /// Each child with its key.
        keys: Vec<(usize, CatalogueKey)>,
    },
    /// Keep in the store what a start gave.
    Keep {
        /// Under which conditions.
        key: Box<CatalogueKey>,
        /// What.
        kept: Box<Kept>,
    },
    /// The client was not given something.
    Refused(Box<Declined>),
    /// Something for the log.
    Report(Report),
}

/// What a start gave.
#[derive(Debug, Clone)]
pub enum Kept {
    /// The child came up and listed all it has.
    Listed {
        /// What it said when it was opened.
        hello: Hello,
        /// What it listed, of each kind that it offers.
        lists: [Option<Arc<Listing>>; 4],
        /// It is not what is kept, as far as is known.
        anew: bool,
    },
    /// It did not come up, or not in time.
    Failed {
        /// Why, for a person; may quote untrusted text.
        reason: String,
    },
}

/// Something that nobody asked about and somebody may look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// A child wrote a line on stdout that is no frame.
    Noise {
        /// Which one.
        child: usize,
        /// The beginning of the line, untrusted.
        line: String,
    },
    /// A frame that leads nowhere was dropped.
    Dropped {
        /// The child that sent it; the client when absent.
        child: Option<usize>,
        /// Why.
        reason: &'static str,
    },
    /// A child can be used.
    Ready {
        /// Which one.
        child: usize,
    },
    /// A child has had nothing to do and is stopped.
    Idle {
        /// Which one.
        child: usize,
    },
    /// A child has requests and says nothing.
    Silent {
        /// Which one.
        child: usize,
        /// For how long.
        silent: Duration,
    },
    /// A child ended or could not be started.
    Down {
        /// Which one.
        child: usize,
        /// Why, for a person; may quote untrusted text.
        reason: String,
    },
    /// A child's list could not be read.
    ListFailed {
        /// Which one.
        child: usize,
        /// Why, for a person.
        reason: String,
    },
    /// A child's list was cut short by a bound or a cursor that came again.
    ListCut {
        /// Which one.
        child: usize,
        /// The method of the list.
        method: &'static str,
    },
    /// Items of a child's list were left out, since not everybody could read a list with them.
    Unreadable {
        /// Which one.
        child: usize,
        /// The method of the list.
        method: &'static str,
        /// How many.
        items: usize,
    },
    /// An item is not advertised, because an earlier server has its name.
    Hidden {
        /// Whose item.
        child: usize,
        /// The advertised name.
        name: String,
        /// Who keeps it.
        kept_by: usize,
    },
}
