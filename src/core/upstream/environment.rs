//! What a child finds in its environment.

use std::ffi::OsString;

use crate::core::model::{Command, Secret};

/// What every child of this process inherits: the allow-listed variables of mcpgw's own environment.
#[derive(Debug, Clone, Default)]
pub struct ChildEnvironment {
    /// Variables that pass, with `PATH` among them.
    pub inherited: Vec<(OsString, OsString)>,
    /// All that mcpgw itself was started with but its own settings: for commands that its owner has it run for themself.
    pub own: Vec<(OsString, OsString)>,
    /// The id of the store that this mcpgw serves, given to children as `MCPGW_PARENT`, so that a mcpgw among them can
    /// refuse to serve itself.
    pub parent: String,
}

impl ChildEnvironment {
    /// The whole environment of a command. What the server declares, opened, wins; `PATH` is the one it was added with.
    pub(super) fn of(
        &self,
        launch: &Command,
        declared: &[(String, Secret<String>)],
    ) -> Vec<(OsString, OsString)> {
        let mut all = self.inherited.clone();
        let mut set = |name: &str, value: &str| {
            all.retain(|(known, _)| known != name);
            all.push((name.into(), value.into()));
        };
        if let Some(path) = &launch.path {
            set("PATH", path);
        }
        for (name, value) in declared {
            set(name, value.reveal());
        }
        set("MCPGW_PARENT", &self.parent);
        all
    }

    /// The environment of the bridge to a remote server.
    pub(super) fn of_bridge(&self) -> Vec<(OsString, OsString)> {
        // Where certificates are that this machine trusts, if somebody said so.
        let certificates = |name: &OsString| ["SSL_CERT_FILE", "SSL_CERT_DIR"].iter().any(|own| name == own);
        let mut all = self.inherited.clone();
        all.extend(self.own.iter().filter(|(name, _)| certificates(name)).cloned());
        all.push(("MCPGW_PARENT".into(), self.parent.as_str().into()));
        all
    }

    /// The environment of a command that belongs to whoever runs mcpgw, and to no server.
    pub(super) fn of_own_command(&self, path: Option<&str>) -> Vec<(OsString, OsString)> {
        let mut all = self.own.clone();
        if let Some(path) = path {
            all.retain(|(known, _)| known != "PATH");
            all.push(("PATH".into(), path.into()));
        }
        all.push(("MCPGW_PARENT".into(), self.parent.as_str().into()));
        all
    }
}
