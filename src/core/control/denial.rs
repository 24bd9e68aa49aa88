//! Which of the things that a client can't have are there, but not for its user: a denial, which the audit is told of.

use std::collections::HashMap;

use jiff::Timestamp;

use super::arrange::others;
use super::served;
use crate::core::access::{Action, Method, Narrowing, Operation, Row, Target, explain};
use crate::core::catalog::{
    Listing, NamingRules, UriTemplate, matching_effort, may_use, readings, unwrap_uri,
};
use crate::core::model::{
    Allowance, Belonging, CallMethod, ListKind, Missing, Server, ServerAlias, ServerId, Subject, UnmadeCall,
    Wanted,
};
use crate::core::store::{Followed, KnownItem};
use crate::core::token::narrowed;

/// A missing of something that is there.
pub(super) struct Denial {
    /// What was wanted, as the audit calls it.
    pub action: &'static str,
    /// The item.
    pub subject: Subject,
    /// Why not.
    pub reason: String,
    /// Whose it is; nothing: no team is told of it.
    pub belonging: Option<Belonging>,
    /// What usage is told, if the session itself does not tell it: what was asked, of which server, and its item.
    pub used: Option<(CallMethod, ServerId, String)>,
}

/// Whose session it is that refused something, and what of the store they may not use.
pub(super) struct Asked<'a> {
    followed: &'a Followed,
    allowances: HashMap<ServerId, Allowance>,
    now: Timestamp,
    naming: &'a NamingRules,
}

impl<'a> Asked<'a> {
    /// Nothing: they may use all that there is.
    pub(super) fn new(followed: &'a Followed, now: Timestamp, naming: &'a NamingRules) -> Option<Self> {
        let serving = served(followed, now).servers.into_iter();
        let allowances = serving.map(|served| (served.server.id, served.allowance)).collect();
        let asked = Self { followed, allowances, now, naming };
        let some = asked.closed().next().is_some();
        some.then_some(asked)
    }

    /// The servers that are not wholly theirs, and so those whose items have to be known.
    pub(super) fn closed(&self) -> impl Iterator<Item = &'a Server> {
        let whole = |allowance: &Allowance| ListKind::ALL.into_iter().all(|kind| allowance.is_whole(kind));
        let servers = self.followed.servers.iter();
        servers.filter(move |server| !self.allowances.get(&server.id).is_some_and(whole))
    }

    /// The denial that `missing` is; nothing: what was wanted is nowhere. `known` is what those servers were seen to have.
    pub(super) fn denial(&self, known: &[KnownItem], missing: &Missing) -> Option<Denial> {
        self.closed().find_map(|server| {
            let own = known.iter().filter(|item| item.server == server.id);
            let listed = own.map(|item| (item.kind, key(item)));
            let rules = self.followed.rules.get(&server.id).into_iter().flatten();
            let ruled = rules.map(|rule| (rule.kind, rule.name.clone()));
            let aliases: Vec<_> = self.aliases(server).collect();
            let meant = |(kind, name): &(ListKind, String)| {
                !self.permits(server, *kind, name) && self.means(missing, (server, &aliases), *kind, name)
            };
            let (kind, name) = listed.chain(ruled).find(meant)?;
            Some(self.denied(server, kind, &name))
        })
    }

    fn permits(&self, server: &Server, kind: ListKind, name: &str) -> bool {
        let advertised = match kind {
            ListKind::Tools | ListKind::Prompts => self.naming.advertise(&server.alias, server.prefix, name),
            ListKind::Resources | ListKind::Templates => name.to_owned(),
        };
        self.allowances.get(&server.id).is_some_and(|allowance| may_use(allowance, kind, name, &advertised))
    }

    /// Whether a client that asked so meant this item of `server`.
    fn means(
        &self,
        missing: &Missing,
        (server, aliases): (&Server, &[ServerAlias]),
        kind: ListKind,
        item: &str,
    ) -> bool {
        let asked = missing.name.as_str();
        match (missing.wanted, kind) {
            (Wanted::Call, ListKind::Tools) | (Wanted::Get, ListKind::Prompts) => {
                aliases.iter().any(|alias| self.naming.advertise(alias, server.prefix, item) == asked)
            }
            (Wanted::Read, ListKind::Resources | ListKind::Templates) => {
                let plain = unwrap_uri(asked)
                    .filter(|(alias, _)| aliases.iter().any(|own| own.as_str() == *alias))
                    .map(|(_, uri)| uri);
                let uri = plain.as_deref().unwrap_or(asked);
                match kind {
                    ListKind::Templates => {
                        item == uri || UriTemplate::parse(item).matches(uri, &mut matching_effort(1))
                    }
                    _ => readings(uri).any(|reading| readings(item).any(|own| own == reading)),
                }
            }
            _ => false,
        }
    }

    /// Under which aliases a session may have it.
    fn aliases(&self, server: &Server) -> impl Iterator<Item = ServerAlias> + use<> {
        // So many can want the same one.
        let same = self.followed.servers.iter().filter(|other| other.alias == server.alias).count();
        let own = std::iter::once(server.alias.clone());
        own.chain(others(&self.followed.teams, server).take(same))
    }

    fn denied(&self, server: &Server, kind: ListKind, name: &str) -> Denial {
        let (operation, method) = match kind {
            ListKind::Tools => (Operation::ToolCall, CallMethod::CallTool),
            ListKind::Prompts => (Operation::PromptGet, CallMethod::GetPrompt),
            ListKind::Resources | ListKind::Templates => (Operation::ResourceRead, CallMethod::ReadResource),
        };
        let used = Some((method, server.id, name.to_owned()));
        let reason = self.reason(server, kind, name);
        let subject = Subject::of_item(server, kind, Some(name));
        Denial { action: operation.name(), subject, reason, belonging: Some(server.belonging), used }
    }

    fn reason(&self, server: &Server, kind: ListKind, name: &str) -> String {
        let Some(principal) = self.followed.principal.clone() else {
            return "who the session was begun for is not known by it any more".to_owned();
        };
        let principal = narrowed(principal, &self.followed.tokens);
        let team = self.followed.teams.get(&server.belonging.team);
        let row = Row::in_team(server, team);
        let mut rules = self.followed.rules.get(&server.id).into_iter().flatten();
        let rule = rules.find(|rule| rule.kind == kind && rule.name == name);
        let target = Target::Row(row.item(rule.map_or(Narrowing::NONE, |rule| rule.narrowing)));
        let explained = explain(&principal, Action::Method(Method::List(kind)), &target, self.now);
        if explained.allowed { "the token is not for it, or not now".to_owned() } else { explained.because }
    }
}

/// The denial that a call is which a limit refused; nothing: its server is gone.
pub(super) fn unmade(followed: &Followed, call: &UnmadeCall) -> Option<Denial> {
    let server = followed.servers.iter().find(|server| server.id == call.server)?;
    let (operation, kind) = match call.method {
        CallMethod::GetPrompt | CallMethod::Complete => (Operation::PromptGet, ListKind::Prompts),
        CallMethod::ReadResource | CallMethod::Subscribe => (Operation::ResourceRead, ListKind::Resources),
        _ => (Operation::ToolCall, ListKind::Tools),
    };
    let subject = Subject::of_item(server, kind, call.item.as_deref());
    let reason = call.reason.clone();
    // The session counts it itself.
    let used = None;
    Some(Denial { action: operation.name(), subject, reason, belonging: Some(server.belonging), used })
}

/// What a server calls its item.
fn key(item: &KnownItem) -> String {
    let listing = Listing::from_items(item.kind, [&*item.raw], None);
    listing.iter().next().map(|item| item.key_text()).unwrap_or_default()
}

/// The denial that a session is whose token is for another client.
pub(super) fn other_client(followed: &Followed, client: &str) -> Option<Denial> {
    let token = followed.tokens.first()?;
    let subject = Subject { kind: "token", id: Some(token.id.to_string()), name: token.name.clone() };
    let reason = format!("the token is for the MCP client {client}");
    Some(Denial { action: "token.use", subject, reason, belonging: None, used: None })
}
