//! What a child finds in its environment.

use std::ffi::OsString;

use crate::core::model::{Launch, Secret};

/// What every child of this process inherits: the allow-listed variables of mcpgw's own environment.
#[derive(Debug, Clone, Default)]
pub struct ChildEnvironment {
    /// Variables that pass, with `PATH` among them.
    pub inherited: Vec<(OsString, OsString)>,
    /// The id of the store that this mcpgw serves, given to children as `MCPGW_PARENT`, so that a mcpgw among them can
    /// refuse to serve itself.
    pub parent: String,
}

impl ChildEnvironment {
    /// The whole environment of a child. What the server declares, opened, wins; `PATH` is the one it was added with.
    pub(super) fn of(
        &self,
        launch: &Launch,
        declared: &[(&str, Secret<String>)],
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
}
