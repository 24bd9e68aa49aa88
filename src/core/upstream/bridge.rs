//! What stands between a session and a remote server: a process of mcpgw's own that is a child like any other.
//!
//! Everything that holds for children holds for it (start, failure, log, end), what a server sends is parsed where there is
//! nothing but its own secrets, and a session that has no remote server carries nothing of HTTP or TLS.

use std::ffi::OsString;
use std::path::PathBuf;

use super::SpawnError;
use super::http::Endpoint;
use super::spawn::Located;
use super::unsealed::Unsealed;
use crate::core::model::{Launch, Remote, Spot, check_header_value};
use crate::core::platform::{OwnProgram, ProcessStart};

/// The longest URL and headers with the secrets in them, bytes as JSON: a new pipe has room for them.
pub(super) const LONGEST_CALL: usize = 48 * 1024;

/// Which program is the bridge, and how it is to be.
#[derive(Debug, Clone, Default)]
pub struct Bridge {
    program: PathBuf,
    max_frame: usize,
}

impl Bridge {
    /// The first argument of a bridge; the second one says whom it calls, for those who look at processes.
    pub const ARGUMENT: &str = "__remote";

    /// `program` is mcpgw. `max_frame` bounds each message from a server, bytes.
    pub fn new(program: PathBuf, max_frame: usize) -> Self {
        Self { program, max_frame }
    }

    /// A bridge to `remote`, the one of `launch`. What it is called with goes where no other process can read it: to its stdin.
    pub(super) fn located(
        &self,
        (launch, remote): (&Launch, &Remote),
        unsealed: Unsealed,
        environment: Vec<(OsString, OsString)>,
    ) -> Result<Located, SpawnError> {
        let Unsealed { declared, mut texts, mask } = unsealed;
        for (name, value) in &declared {
            check_header_value(name, value.reveal()).map_err(SpawnError::Header)?;
        }
        let endpoint = Endpoint {
            protocol: remote.protocol,
            url: texts.pop().map_or_else(|| remote.url.clone(), |url| url.reveal().clone()),
            hides_path: launch.references_in(&Spot::Url).next().is_some(),
            is_local: remote.is_local(),
            headers: declared.iter().map(|(name, value)| (name.clone(), value.reveal().clone())).collect(),
            max_frame: self.max_frame,
        };
        let first = endpoint.to_line(LONGEST_CALL).ok_or(SpawnError::LongCall)?;
        let origin = remote.origin().to_owned();
        let args = vec![Self::ARGUMENT.to_owned(), origin.clone()];
        let own = Some(OwnProgram { name: "mcpgw", first });
        let start = ProcessStart { program: self.program.clone(), args, environment, cwd: None, own };
        Ok(Located::bridge(origin, start, mask))
    }
}
