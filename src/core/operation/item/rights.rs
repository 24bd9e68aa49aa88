//! What of servers' items who acts may know of, and use.

use std::collections::BTreeMap;

use super::list::naming;
use crate::core::access::{Action, Narrowing, Operation, Target, explain};
use crate::core::catalog::{Listing, UriTemplate, matching_effort, may_use, readings};
use crate::core::model::{Allowance, Catalogue, ListKind, Server, Team, TeamId};
use crate::core::operation::Context;
use crate::core::operation::authority::row;
use crate::core::problem::Problem;
use crate::core::store::ItemRules;
use crate::core::token::filter;

/// The rules of one moment, for who acts.
pub(in crate::core::operation) struct Rights<'a> {
    context: &'a Context,
    teams: BTreeMap<TeamId, Team>,
    rules: ItemRules,
}

impl<'a> Rights<'a> {
    pub(in crate::core::operation) async fn new(context: &'a Context) -> Result<Self, Problem> {
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
        if !explained.allowed {
            return Some(explained.because);
        }
        (!self.passes(server, kind, item)).then(|| "the token is not for it".to_owned())
    }

    /// Whether the token that who acts has, if any, lets an item through.
    pub(in crate::core::operation) fn passes(&self, server: &Server, kind: ListKind, item: &str) -> bool {
        let Context { tokens, settings, .. } = self.context;
        if tokens.is_empty() {
            return true;
        }
        let mut allowance = Allowance::default();
        filter(&mut allowance, tokens, server, settings.tokens.enforce_capabilities);
        match kind {
            ListKind::Tools | ListKind::Prompts => {
                let advertised = naming(self.context).advertise(&server.alias, server.prefix, item);
                may_use(&allowance, kind, item, &advertised)
            }
            ListKind::Resources | ListKind::Templates => may_use(&allowance, kind, item, item),
        }
    }

    /// Why who acts may not read what a template of the server stands for, where one does that they may not use.
    pub(super) fn template_refusal(&self, server: &Server, uri: &str) -> Option<String> {
        let rules = self.rules.get(&server.id).into_iter().flatten();
        let refused = rules.filter(|rule| rule.kind == ListKind::Templates).filter_map(|rule| {
            let because = self.refusal(server, ListKind::Templates, &rule.name)?;
            let fits =
                |reading: String| UriTemplate::parse(&rule.name).matches(&reading, &mut matching_effort(1));
            readings(uri).any(fits).then_some(because)
        });
        refused.into_iter().next()
    }

    /// Leaves out of what a server listed what who acts may not know of.
    pub(in crate::core::operation) fn conceal(&self, server: &Server, catalogue: &mut Catalogue) {
        for kind in ListKind::ALL.into_iter().filter(|_| self.rules.contains_key(&server.id)) {
            let items = &mut catalogue.items[kind.index()];
            items.retain(|item| {
                let one = Listing::from_items(kind, [item], None);
                one.iter().all(|item| self.knows(server, kind, &item.key_text()))
            });
        }
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
