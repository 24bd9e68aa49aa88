//! Binds references to secrets when a server is saved: from then on they mean these very secrets.

use crate::core::model::{
    Launch, NamedSecret, Reference, ReferenceState, Server, Spot, Target, command_hash, mentions,
};
use crate::core::operation::Context;
use crate::core::problem::{Problem, ProblemKind};

/// The references in the variables and arguments of `server` that `new` picks out, in the order in which a server has them.
/// A variable that is sealed holds what was bound when it was.
pub(super) async fn bind(
    context: &Context,
    server: &Server,
    new: impl Fn(&Spot) -> bool,
) -> Result<Vec<Reference>, Problem> {
    let mut bound = Vec::new();
    for (spot, text) in texts(&server.launch).filter(|(spot, _)| new(spot)) {
        let all = mentions(text).map_err(|error| {
            Problem::new(ProblemKind::Usage, format!("the {spot} {error}")).hint("mcpgw secret list")
        })?;
        for (position, mention) in all.into_iter().enumerate() {
            let target = if mention.mine {
                Target::Mine(mention.name)
            } else {
                let secret = context.store.secret(&mention.name).await?;
                let name = mention.name;
                let id = secret.ok_or_else(|| unknown(&spot, name.as_str()))?.id;
                Target::Secret { id, name }
            };
            bound.push((spot.clone(), position, target));
        }
    }
    with_states(context, server, bound).await
}

async fn with_states(
    context: &Context,
    server: &Server,
    bound: Vec<(Spot, usize, Target)>,
) -> Result<Vec<Reference>, Problem> {
    if bound.is_empty() {
        return Ok(Vec::new());
    }
    let targets = bound.iter().map(|(_, _, target)| target.clone()).collect();
    let found = context.store.behind(Some(server.id), command_hash(&server.launch), targets).await?;
    let mut references: Vec<_> = bound
        .into_iter()
        .zip(found)
        .map(|((spot, position, target), found)| {
            let state = match found {
                Ok(NamedSecret { id, revision, .. }) => ReferenceState::Found { id, revision },
                Err(unmet) => unmet,
            };
            Reference { spot, position, target, state }
        })
        .collect();
    references.sort_by(|a, b| (&a.spot, a.position).cmp(&(&b.spot, b.position)));
    Ok(references)
}

/// Everything that may hold references and is not sealed.
fn texts(launch: &Launch) -> impl Iterator<Item = (Spot, &str)> {
    let variables =
        launch.env.iter().filter_map(|(name, value)| Some((Spot::Env(name.clone()), value.clear()?)));
    let args = launch.args.iter().enumerate().map(|(index, arg)| (Spot::Arg(index), arg.as_str()));
    variables.chain(args)
}

fn unknown(spot: &Spot, name: &str) -> Problem {
    let message = format!("the {spot} refers to the secret {name}, and there is none of that name");
    Problem::new(ProblemKind::NotFound, message).hint(format!("mcpgw secret set {name}"))
}
