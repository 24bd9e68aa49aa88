//! Sets a secret: makes it, or gives it another value.

use super::whose::Whose;
use crate::core::access::{Narrowing, Operation, Row, Target};
use crate::core::model::{
    Belonging, NamedSecret, SealedColumn, Secret, SecretCommand, SecretId, SecretKind, SecretName,
    TeamStatus, check_secret,
};
use crate::core::operation::Context;
use crate::core::operation::following::followed;
use crate::core::platform::entropy;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::StoreError;
use crate::core::vault::{OpenVault, Place, VaultError};

/// What a secret is to be.
#[derive(Debug, Clone)]
pub enum NewSecret {
    /// A value.
    Value(Secret<String>),
    /// The output of a command.
    Exec(SecretCommand),
}

/// What setting it changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// There was none of that name.
    Made,
    /// It was something else.
    Replaced,
    /// It was so already.
    None,
}

/// The secret as it is now, or would be.
#[derive(Debug)]
pub struct WasSet {
    /// Its identity; one that a dry run would make has none.
    pub id: Option<SecretId>,
    /// What it is made of.
    pub kind: SecretKind,
    /// What is different.
    pub change: Change,
}

/// Sets the secret `name`. One that exists keeps its id: servers that refer to it get the new value at their next start.
pub async fn set(
    context: &Context,
    whose: &Whose,
    name: &SecretName,
    new: &NewSecret,
    dry_run: bool,
) -> Result<WasSet, Problem> {
    let (kind, clear) = content(new)?;
    if kind == SecretKind::Exec && *whose != Whose::Mine {
        let problem = Problem::new(ProblemKind::Usage, "a command runs for nobody but its owner");
        return Err(problem.hint("--stdin, or --file FILE"));
    }
    let vault = &context.launcher.vault;
    loop {
        let (belonging, before) = found(context, whose, name).await?;
        let id = before.as_ref().map(|before| before.id);
        if dry_run && before.is_none() {
            return Ok(WasSet { id, kind, change: Change::Made });
        }
        let open = vault.open().await?;
        if before.as_ref().is_some_and(|kept| holds(&open, kept, kind, &clear)) {
            return Ok(WasSet { id, kind, change: Change::None });
        }
        let change = if before.is_some() { Change::Replaced } else { Change::Made };
        if dry_run {
            return Ok(WasSet { id, kind, change });
        }
        let secret = sealed(context, &open, (name, belonging), before.as_ref(), (kind, &clear))?;
        let id = Some(secret.id);
        match context.store.keep_secret(context.act("secret.set"), secret, before.is_some()).await {
            // Somebody rotated the key meanwhile.
            Err(StoreError::KeyChanged) => drop(vault.refresh().await?),
            // Somebody made or removed it meanwhile: look again.
            Ok(false) => {}
            kept => {
                kept?;
                followed(context).await;
                return Ok(WasSet { id, kind, change });
            }
        }
    }
}

/// Whether there is a secret of that name that who acts may set.
pub async fn exists(context: &Context, whose: &Whose, name: &SecretName) -> Result<bool, Problem> {
    Ok(found(context, whose, name).await?.1.is_some())
}

/// The secret that would be set, if there is one, and how it would belong; refused unless who acts may set it.
async fn found(
    context: &Context,
    whose: &Whose,
    name: &SecretName,
) -> Result<(Belonging, Option<NamedSecret>), Problem> {
    let belonging = whose.belonging(context).await?;
    let before = context.store.secret(belonging, name).await?;
    let belonging = before.as_ref().map_or(belonging, |before| before.belonging);
    let teams = context.store.teams().await?;
    let team_status = teams.get(&belonging.team).map_or(TeamStatus::Suspended, |team| team.status);
    let narrowing = Narrowing::NONE;
    let target = Target::Row(Row { belonging, server: None, team_status, enabled: true, narrowing });
    let operation = if *whose == Whose::Public { Operation::SecretPublish } else { Operation::SecretSet };
    context.require_known(operation, &target)?;
    Ok((belonging, before))
}

fn content(new: &NewSecret) -> Result<(SecretKind, Secret<Vec<u8>>), Problem> {
    match new {
        NewSecret::Value(value) => {
            check_secret(value.reveal())?;
            Ok((SecretKind::Value, Secret::new(value.reveal().as_bytes().to_vec())))
        }
        NewSecret::Exec(command) => {
            if command.command.is_empty() || command.args.iter().any(|arg| arg.contains('\0')) {
                return Err(Problem::new(ProblemKind::Usage, "the command can't be run"));
            }
            let json = serde_json::to_vec(command)
                .map_err(|error| Problem::new(ProblemKind::Usage, format!("the command: {error}")))?;
            Ok((SecretKind::Exec, Secret::new(json)))
        }
    }
}

fn sealed(
    context: &Context,
    vault: &OpenVault,
    (name, belonging): (&SecretName, Belonging),
    before: Option<&NamedSecret>,
    (kind, clear): (SecretKind, &Secret<Vec<u8>>),
) -> Result<NamedSecret, Problem> {
    let now = context.clock.now();
    let id = match before {
        Some(before) => before.id,
        None => SecretId::new(
            u64::try_from(now.as_millisecond()).unwrap_or(0),
            entropy::random().map_err(VaultError::entropy)?,
        ),
    };
    Ok(NamedSecret {
        id,
        belonging: before.map_or(belonging, |before| before.belonging),
        name: name.clone(),
        kind,
        sealed: vault.seal(&place(kind.column(), &id.to_string()), clear.reveal())?,
        revision: entropy::random().map_err(VaultError::entropy)?,
        created_at: before.map_or(now, |before| before.created_at),
        updated_at: now,
    })
}

/// Whether `kept` is that already. One that can't be opened isn't.
fn holds(vault: &OpenVault, kept: &NamedSecret, kind: SecretKind, clear: &Secret<Vec<u8>>) -> bool {
    let opened = vault.unseal(&place(kept.kind.column(), &kept.id.to_string()), &kept.sealed);
    kept.kind == kind && opened.is_ok_and(|opened| opened == *clear)
}

fn place(column: SealedColumn, row: &str) -> Place<'_> {
    Place { column, row }
}
