//! A server's references to secrets, as commands show them.

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::core::model::{Reference, ReferenceState, Server, Spot, Target};
use crate::core::upstream::{describe_unmet, remedy_of};

/// What JSON shows of a reference.
#[derive(Debug, Serialize)]
pub(super) struct ReferenceView<'a> {
    /// What holds it: `env` or `arg`.
    r#in: &'static str,
    /// The variable's name, or the argument's number, from 0.
    at: String,
    /// The name of the secret.
    secret: &'a str,
    /// Whether it is the secret of whoever uses the server.
    mine: bool,
    /// `found`, `removed`, `not_made` or `not_granted`.
    state: &'static str,
}

impl<'a> ReferenceView<'a> {
    pub(super) fn new(reference: &'a Reference) -> Self {
        let (r#in, at) = match &reference.spot {
            Spot::Env(name) => ("env", name.clone()),
            Spot::Arg(index) => ("arg", index.to_string()),
        };
        Self {
            r#in,
            at,
            secret: reference.target.name().as_str(),
            mine: matches!(reference.target, Target::Mine(_)),
            state: match reference.state {
                ReferenceState::Found { .. } => "found",
                ReferenceState::Removed => "removed",
                ReferenceState::NotMade => "not_made",
                ReferenceState::NotGranted => "not_granted",
            },
        }
    }
}

/// Why `server` can't be started as far as that can be known while the vault is shut, and the command that helps.
pub(super) fn obstacles(server: &Server) -> impl Iterator<Item = (String, String)> {
    let unmet = |reference: &&Reference| !matches!(reference.state, ReferenceState::Found { .. });
    server.launch.references.iter().filter(unmet).map(|Reference { spot, target, state, .. }| {
        let what = format!("its {spot} {}", describe_unmet(target, *state));
        (what, remedy_of(spot, target, *state, server.name.as_str()))
    })
}

/// The variables of `server`, each with where its value comes from.
pub(super) fn variables(server: &Server) -> String {
    let one = |name: &String| {
        let spot = Spot::Env(name.clone());
        let behind: Vec<_> = server.launch.references_in(&spot).map(|r| r.target.to_string()).collect();
        if behind.is_empty() { format!("{name} (sealed)") } else { format!("{name} ({})", behind.join(" ")) }
    };
    server.launch.env.keys().map(one).collect::<Vec<_>>().join(" ")
}

/// Says what keeps `server`, as it is kept now, from being started.
pub(super) fn note(context: &Context, server: &Server) -> Result<(), CommandError> {
    for (what, remedy) in obstacles(server) {
        let text = format!("note: {} can't be started, since {what}; run:\n  {remedy}", server.name);
        context.output.note(&text)?;
    }
    Ok(())
}
