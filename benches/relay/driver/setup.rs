//! What is compared, and over which kind of descriptor.

use std::fmt;

/// What stands between the client and the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Setup {
    /// Nothing.
    Direct,
    /// Two threads that move bytes.
    NullRelay,
    /// The same, but they hold each line until it is complete. Only large ones tell these two apart.
    HoldingRelay,
    /// `mcpgw stdio` with so many servers.
    Mcpgw(usize),
}

impl Setup {
    /// What mcpgw is compared with, and mcpgw with each of `servers`, in the order of the table's columns.
    pub(crate) fn with(servers: &[usize]) -> Vec<Self> {
        let mcpgw = servers.iter().copied().map(Self::Mcpgw);
        [Self::Direct, Self::NullRelay, Self::HoldingRelay].into_iter().chain(mcpgw).collect()
    }

    /// Name in JSON.
    pub(crate) fn key(self) -> String {
        match self {
            Self::Direct => "direct".to_owned(),
            Self::NullRelay => "null_relay".to_owned(),
            Self::HoldingRelay => "holding_relay".to_owned(),
            Self::Mcpgw(servers) => format!("mcpgw_{servers}"),
        }
    }
}

impl fmt::Display for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Direct => f.write_str("direct"),
            Self::NullRelay => f.write_str("null relay"),
            Self::HoldingRelay => f.write_str("holding relay"),
            Self::Mcpgw(servers) => write!(f, "mcpgw, {servers}"),
        }
    }
}

/// What the client hands over as standard input and output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Wire {
    /// Two pipes, as most clients do.
    Pipes,
    /// Two UNIX socket pairs, one a stream, as Node and Electron do.
    Socketpairs,
}

impl Wire {
    /// Both kinds.
    pub(crate) const ALL: [Self; 2] = [Self::Pipes, Self::Socketpairs];

    /// Name in JSON and in the table.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Pipes => "pipes",
            Self::Socketpairs => "socketpairs",
        }
    }
}
