//! Where a token is for.

use std::path::Path;

use crate::core::model::Token;

/// Why none of `chain` is to be used by what was started in `directory`; nothing: nothing is said against it. Nobody has an address
/// here: who is for certain networks is for nobody who was started.
pub fn misplaced(chain: &[Token], directory: Option<&Path>) -> Option<String> {
    chain.iter().map(|token| &token.scope).find_map(|scope| {
        if let Some(cidrs) = &scope.cidrs {
            let networks = cidrs.join(", ");
            return Some(format!(
                "the token is for connections from {networks}, and there is no connection here"
            ));
        }
        let workspace = scope.workspace.as_deref()?;
        let is_there = directory.is_some_and(|directory| is_within(directory, workspace));
        (!is_there).then(|| format!("the token is for what is started in {}", workspace.display()))
    })
}

/// Whether links lead to it or not.
fn is_within(directory: &Path, workspace: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    real(directory).starts_with(real(workspace))
}
