//! Binds references to secrets when a server is saved: from then on they mean these very secrets.

use crate::core::access::{Operation, Target as Asked};
use crate::core::model::{
    Borrower, Launch, Mention, NamedSecret, Reference, ReferenceState, SecretName, Server, Spot, Target,
    Visibility, command_hash, mentions_at,
};
use crate::core::operation::Context;
use crate::core::operation::secret::row;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::StoreError;

/// The references in what `server` declares, and in its other texts, that `new` picks out, in the order in which a server has them.
/// What is sealed already holds what was bound when it was.
pub(super) async fn bind(
    context: &Context,
    server: &Server,
    borrower: Borrower,
    new: impl Fn(&Spot) -> bool,
) -> Result<Vec<Reference>, Problem> {
    let mut bound = Vec::new();
    for (spot, text) in texts(&server.launch).into_iter().filter(|(spot, _)| new(spot)) {
        let all = mentions_at(&spot, text).map_err(|error| {
            Problem::new(ProblemKind::Usage, format!("the {spot} {error}")).hint("mcpgw secret list")
        })?;
        for (position, mention) in all.into_iter().enumerate() {
            let target = meant(context, server, borrower, mention).await?;
            let target = target.map_err(|name| unknown(server, &spot, &name))?;
            bound.push((spot.clone(), position, target));
        }
    }
    let mut references: Vec<_> = bound
        .into_iter()
        .map(|(spot, position, target)| {
            // Until it is known.
            Reference { spot, position, target, state: ReferenceState::Removed }
        })
        .collect();
    restate(context, server, borrower, &mut references).await?;
    references.sort_by(|a, b| (&a.spot, a.position).cmp(&(&b.spot, b.position)));
    Ok(references)
}

/// Finds out how `references` stand for `server` as it is to be.
pub(super) async fn restate(
    context: &Context,
    server: &Server,
    borrower: Borrower,
    references: &mut [Reference],
) -> Result<(), Problem> {
    if references.is_empty() {
        return Ok(());
    }
    let targets = references.iter().map(|reference| reference.target.clone()).collect();
    let found = context.store.behind(Some(borrower), command_hash(&server.launch), targets).await?;
    for (reference, found) in references.iter_mut().zip(found) {
        reference.state = match found {
            Ok(NamedSecret { id, revision, .. }) => ReferenceState::Found { id, revision },
            Err(unmet) => unmet,
        };
    }
    Ok(())
}

/// Refuses a server that would refer to a secret which it may not have. What stood there before, and is not to be had any more,
/// stays as long as nobody else gets to use the server.
pub(super) fn refuse_narrower(before: Option<&Server>, server: &Server) -> Result<(), Problem> {
    let mut unlent = server.launch.references.iter().filter(|reference| {
        reference.state == ReferenceState::NotLent && !server.had(before, &reference.target)
    });
    match unlent.next() {
        None => Ok(()),
        Some(reference) => {
            let (server, secret) = (server.name.clone(), reference.target.name().clone());
            Err(StoreError::PrivateSecret { server, secret }.into())
        }
    }
}

/// What a reference in `server` means, for who acts: the secret of its team, one that was lent to it, or a public one; in a private
/// server its owner's, or a public one. Else that name.
async fn meant(
    context: &Context,
    server: &Server,
    borrower: Borrower,
    Mention { mine, name, .. }: Mention,
) -> Result<Result<Target, SecretName>, Problem> {
    if mine {
        return Ok(Ok(Target::Mine(name)));
    }
    let teams = context.store.teams().await?;
    let mut named = context.store.secrets_named(&name).await?;
    named.retain(|secret| context.may(Operation::SecretUse, &Asked::Row(row(secret, &teams))));
    let of = |visibility| named.iter().filter(move |secret| secret.belonging.visibility == Some(visibility));
    let own = of(Visibility::Private).next();
    let public = of(Visibility::Public).next();
    let lent = match own {
        Some(own) => {
            let target = Target::Secret { id: own.id, name: name.clone() };
            let command = command_hash(&server.launch);
            context.store.behind(Some(borrower), command, vec![target]).await?.iter().any(Result::is_ok)
        }
        None => false,
    };
    let found = if server.belonging.visibility == Some(Visibility::Private) {
        own.filter(|own| own.belonging.owner == server.belonging.owner).or(public)
    } else {
        let team = of(Visibility::Team).find(|secret| secret.belonging.team == server.belonging.team);
        // One's own that is not lent is what was meant if there is no other: the refusal says what to do.
        team.or(own.filter(|_| lent)).or(public).or(own)
    };
    Ok(found.map(|secret| Target::Secret { id: secret.id, name: name.clone() }).ok_or(name))
}

/// Everything that may hold references and is not sealed.
fn texts(launch: &Launch) -> Vec<(Spot, &str)> {
    let declared =
        launch.declared().iter().filter_map(|(name, value)| Some((launch.spot_of(name), value.clear()?)));
    declared.chain(launch.texts()).collect()
}

fn unknown(server: &Server, spot: &Spot, name: &SecretName) -> Problem {
    let message = format!("the {spot} refers to the secret {name}, and there is none of that name");
    let hint = match server.belonging.visibility {
        Some(Visibility::Private) => format!("mcpgw secret set {name}"),
        _ => format!("mcpgw secret set {name} --team TEAM"),
    };
    Problem::new(ProblemKind::NotFound, message).hint(hint)
}
