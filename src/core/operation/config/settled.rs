//! All that is set: by the caller's file, and in the store for everybody.

use std::path::Path;

use super::text::{read, within};
use crate::core::clock::Clock;
use crate::core::model::{Act, AuthMode, Via};
use crate::core::platform::origin;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::settings::{self, Setting, Settings};
use crate::core::store::{Store, StoreError};

/// What holds for a caller.
#[derive(Debug, Clone)]
pub struct Settled {
    /// The values.
    pub settings: Settings,
    /// Settings of the store that the file says otherwise, in vain.
    pub ignored: Vec<&'static Setting>,
}

/// What holds for who brings `file` to `store`. What guards a store is not for those to choose who come to it: it stands in the
/// store. Where nobody logs in, who comes is its owner, and what their file says of it is taken over.
pub async fn settled(store: &Store, file: &Path, clock: Clock) -> Result<Settled, Problem> {
    let text = read(file)?;
    let problem = |error: settings::SettingsError| within(file, error);
    let (mut settings, meant) =
        (settings::load(&text).map_err(problem)?, settings::meant(&text).map_err(problem)?);
    let mut kept = store.settings().await?;
    let missing: Vec<_> = meant.iter().filter(|(setting, _)| !kept.contains_key(setting.key)).collect();
    if !missing.is_empty() && store.auth_mode().await? == AuthMode::Local {
        let act = Act {
            at: clock.now(),
            actor: Some(store.local_owner().await?.id),
            via: Via::Owner,
            origin: origin(),
            action: "config.adopt",
        };
        let values = missing.iter().map(|(setting, value)| (setting.key, value.clone())).collect();
        match store.adopt_settings(act, values).await {
            Ok(now) => kept = now,
            // Somebody logs in since a moment ago.
            Err(StoreError::LoginRequired) => {}
            Err(error) => {
                tracing::warn!("can't take over what {} says of the store: {error}", file.display());
                kept.extend(missing.iter().map(|(setting, value)| (setting.key.to_owned(), value.clone())));
            }
        }
    }
    settings::overlay(&mut settings, &kept);
    let differs = |(setting, value): &&(&'static Setting, String)| kept.get(setting.key) != Some(value);
    let ignored = meant.iter().filter(differs).map(|(setting, _)| *setting).collect();
    Ok(Settled { settings, ignored })
}

/// Says that what the file says of `setting` has no effect.
pub fn ignored(file: &Path, setting: &Setting) -> Problem {
    let key = setting.key;
    let message =
        format!("{}: {key} has no effect there: it is kept in the store, for everybody", file.display());
    Problem::new(ProblemKind::Failed, message)
        .hint(format!("remove it there; who may set it does so for everybody: mcpgw config set {key} VALUE"))
}
