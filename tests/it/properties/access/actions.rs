//! What is asked of decisions: mostly what makes sense.

use mcpgw::core::access::{Action, Method, Operation};

use super::choices::Choices;
use super::reference::{DEEDS, Deed};
use super::world::Target;

type Asked = (Action, &'static Deed);

/// Every action, and its deed in the reference.
pub(super) struct Actions {
    all: Vec<Asked>,
    of_things: Vec<Asked>,
    of_teams: Vec<Asked>,
    of_users: Vec<Asked>,
    of_the_platform: Vec<Asked>,
}

impl Actions {
    pub(super) fn all() -> Self {
        let methods = Method::ALL.into_iter().map(Action::Method);
        let all: Vec<_> =
            methods.chain(Operation::ALL.iter().copied().map(Action::Operation)).map(named).collect();
        let about = |nouns: &[&str]| {
            let noun = |deed: &Deed| deed.0.split('.').next().unwrap_or_default();
            all.iter().copied().filter(|(_, deed)| nouns.contains(&noun(deed))).collect::<Vec<_>>()
        };
        let mut of_things =
            about(&["server", "tool", "prompt", "resource", "item", "row", "secret", "bundle"]);
        of_things.extend(all.iter().filter(|(action, _)| matches!(action, Action::Method(_))));
        Self {
            of_teams: about(&[
                "team",
                "member",
                "invite",
                "join",
                "team_role",
                "audit",
                "usage",
                "token",
                "service_token",
            ]),
            of_users: about(&["user", "token", "usage", "session", "explain"]),
            of_the_platform: about(&[
                "team", "user", "role", "key", "sso", "config", "vault", "audit", "usage",
            ]),
            of_things,
            all,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// One of them; seven times of eight one that is done to such a target.
    pub(super) fn about(&self, target: &Target, choices: &mut Choices) -> Asked {
        let sensible = match target {
            Target::Thing(_) => &self.of_things,
            Target::Team(_) => &self.of_teams,
            Target::User(_) => &self.of_users,
            Target::Platform => &self.of_the_platform,
        };
        let among = if choices.below(8) == 7 { &self.all } else { sensible };
        choices.of(among)
    }
}

fn named(action: Action) -> Asked {
    let name = match action {
        Action::Method(method) => format!("{method:?}"),
        Action::Operation(operation) => operation.name().to_owned(),
    };
    let deed = DEEDS.iter().find(|deed| deed.0 == name);
    (action, deed.unwrap_or_else(|| panic!("the reference knows no {name}")))
}
