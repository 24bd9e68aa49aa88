//! What of servers' items who acts may know of, and use.

use std::collections::BTreeMap;

use crate::core::access::{Action, Narrowing, Operation, Target, explain};
use crate::core::catalog::readings;
use crate::core::model::{ListKind, Server, Team, TeamId};
use crate::core::operation::Context;
use crate::core::operation::authority::row;
use crate::core::problem::Problem;
use crate::core::store::ItemRules;

/// The rules of one moment, for who acts.
pub(super) struct Rights<'a> {
    context: &'a Context,
    teams: BTreeMap<TeamId, Team>,
    rules: ItemRules,
}

impl<'a> Rights<'a> {
    pub(super) async fn new(context: &'a Context) -> Result<Self, Problem> {
        Ok(Self { context, teams: context.store.teams().await?, rules: context.store.item_rules().await? })
    }

    /// Whether who acts may know that there is such an item.
    pub(super) fn knows(&self, server: &Server, kind: ListKind, item: &str) -> bool {
        let operation = match kind {
            ListKind::Tools => Operation::ToolShow,
            ListKind::Prompts => Operation::PromptShow,
            ListKind::Resources | ListKind::Templates => Operation::ResourceShow,
        };
        self.context.may(operation, &self.target(server, kind, item))
    }

    /// Why who acts may not use an item; nothing: they may.
    pub(super) fn refusal(&self, server: &Server, kind: ListKind, item: &str) -> Option<String> {
        let operation = match kind {
            ListKind::Tools => Operation::ToolCall,
            ListKind::Prompts => Operation::PromptGet,
            ListKind::Resources | ListKind::Templates => Operation::ResourceRead,
        };
        let (target, now) = (self.target(server, kind, item), self.context.clock.now());
        let explained = explain(&self.context.principal, Action::Operation(operation), &target, now);
        (!explained.allowed).then_some(explained.because)
    }

    /// What was set for one item.
    pub(super) fn narrowing(&self, server: &Server, kind: ListKind, item: &str) -> Narrowing {
        let mut rules = self.rules.get(&server.id).into_iter().flatten().filter(|rule| rule.kind == kind);
        let rule = if kind == ListKind::Resources {
            // A rule holds for whatever its URI may be taken for.
            let spellings: Vec<_> = readings(item).collect();
            rules.find(|rule| readings(&rule.name).any(|reading| spellings.contains(&reading)))
        } else {
            rules.find(|rule| rule.name == item)
        };
        rule.map_or(Narrowing::NONE, |rule| rule.narrowing)
    }

    fn target(&self, server: &Server, kind: ListKind, item: &str) -> Target {
        Target::Row(row(server, &self.teams).item(self.narrowing(server, kind, item)))
    }
}
