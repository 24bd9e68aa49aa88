//! A server's references to secrets, as commands show them.

use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::error::CommandError;
use crate::core::model::{Reference, ReferenceState, Server, Spot, Target};
use crate::core::operation::server::{Obstacle, unmet};
use crate::core::telling::server::behind;

/// What JSON shows of a reference.
#[derive(Debug, Serialize)]
pub(super) struct ReferenceView<'a> {
    /// What holds it: `env`, `arg`, `header` or `url`.
    r#in: &'static str,
    /// The variable's or header's name, or the argument's number, from 0.
    at: String,
    /// The name of the secret.
    secret: &'a str,
    /// Whether it is the secret of whoever uses the server.
    mine: bool,
    /// `found`, `removed`, `not_made`, `not_granted` or `not_lent`.
    state: &'static str,
}

impl<'a> ReferenceView<'a> {
    pub(super) fn new(reference: &'a Reference) -> Self {
        let (r#in, at) = match &reference.spot {
            Spot::Env(name) => ("env", name.clone()),
            Spot::Arg(index) => ("arg", index.to_string()),
            Spot::Header(name) => ("header", name.clone()),
            Spot::Url => ("url", String::new()),
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
                ReferenceState::NotLent => "not_lent",
            },
        }
    }
}

/// What JSON shows of a variable or header: never its value.
#[derive(Debug, Serialize)]
pub(super) struct DeclaredView<'a> {
    name: &'a str,
    /// `sealed` for a value of its own, `reference` for one that holds secrets.
    value: &'static str,
    /// The references in it, as one types them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    secrets: Vec<String>,
}

impl<'a> DeclaredView<'a> {
    pub(super) fn all(server: &'a Server) -> Vec<Self> {
        let one = |name: &'a String| {
            let secrets = behind(server, name);
            let value = if secrets.is_empty() { "sealed" } else { "reference" };
            Self { name, value, secrets }
        };
        server.launch.declared().keys().map(one).collect()
    }
}

/// Says what keeps `server`, as it is kept now, from being started.
pub(super) fn note(context: &Context, server: &Server) -> Result<(), CommandError> {
    for Obstacle { reason, hint } in unmet(server) {
        let text = format!("note: {} can't be started, since {reason}; run:\n  {hint}", server.name);
        context.output.note(&text)?;
    }
    Ok(())
}
