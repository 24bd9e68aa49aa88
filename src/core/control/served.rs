//! What of the store a session serves: what its user may use now.

use std::sync::Arc;

use jiff::Timestamp;

use super::arrange;
use crate::core::access::{Action, Method, Principal, Row, Target, decide};
use crate::core::model::{Allowance, Bounds, ListKind, Notice, Offer, Served, Server, Switch};
use crate::core::store::Followed;
use crate::core::token::{Hold, filter, hold, narrowed};

/// What the person at a client is told whose token is over.
pub(super) const TOKEN_IS_OVER: &str = "mcpgw: the token that this client was given is not valid any more";
const OTHER_HOURS: &str = "mcpgw: the token that this client was given is for other hours";

/// What a session serves.
#[derive(Debug, Clone)]
pub struct Serving {
    /// The servers, in the order in which they keep a name that two of them have: the user's own, a team's, public ones; of each
    /// the older first.
    pub servers: Vec<Served>,
    /// When that changes by itself.
    pub until: Option<Timestamp>,
    /// Why that is nothing, where somebody can do something about it.
    pub notice: Option<Notice>,
    /// The clients that it is for, by every token; nothing: for all.
    pub clients: Vec<String>,
}

impl Serving {
    /// Nothing, for good.
    pub(super) fn nothing() -> Self {
        Self { servers: Vec::new(), until: None, notice: None, clients: Vec::new() }
    }

    /// The same as who is told of it wants it.
    pub fn into_offer(self) -> Offer {
        Offer { servers: self.servers, notice: self.notice, clients: self.clients }
    }
}

/// What the user of `followed` may use at `now`. Listed is callable: every item is decided on as a call of it would be.
pub fn served(followed: &Followed, now: Timestamp) -> Serving {
    let Some(principal) = followed.principal.clone() else { return Serving::nothing() };
    let ends = held(followed, now);
    if !ends.holds {
        let notice = if ends.until.is_some() { OTHER_HOURS } else { TOKEN_IS_OVER };
        return Serving { until: ends.until, notice: Some(notice.into()), ..Serving::nothing() };
    }
    let principal = &narrowed(principal, &followed.tokens);
    let mut deciding = Deciding { principal, now, until: ends.until };
    let usable = |server: &Server| Some((server.clone(), deciding.server(followed, server)?));
    let mut servers: Vec<_> = followed.servers.iter().filter_map(usable).collect();
    arrange(principal, &followed.teams, &mut servers, |_| true);
    let served =
        |(server, allowance)| Served { server: Arc::new(server), allowance, bounds: Bounds::default() };
    let servers = servers.into_iter().map(served);
    let clients = followed.tokens.iter().filter_map(|token| token.scope.client.clone()).collect();
    Serving { servers: servers.collect(), until: deciding.until, notice: None, clients }
}

/// Whether the token that the session has works now, and until when that stays so; where it never will again, nothing ends that.
fn held(followed: &Followed, now: Timestamp) -> Hold {
    let Followed { tokens, retires_at, .. } = followed;
    if tokens.is_empty() {
        return Hold { holds: true, until: None };
    }
    if retires_at.is_some_and(|at| at <= now) || tokens.iter().any(|token| !token.is_active(now)) {
        return Hold { holds: false, until: None };
    }
    let Hold { holds, until } = hold(tokens, now);
    Hold { holds, until: until.into_iter().chain(*retires_at).min() }
}

struct Deciding<'a> {
    principal: &'a Principal,
    now: Timestamp,
    until: Option<Timestamp>,
}

impl Deciding<'_> {
    /// What of `server` may be used; nothing: it isn't there.
    fn server(&mut self, followed: &Followed, server: &Server) -> Option<Allowance> {
        let team = followed.teams.get(&server.belonging.team);
        let row = Row::in_team(server, team);
        if !self.allows(Method::Join, row) {
            return None;
        }
        let mut allowance = Allowance::default();
        if !team.is_some_and(|team| team.tenancy.switches.has(Switch::Sampling)) {
            allowance.bar_sampling();
        }
        for kind in ListKind::ALL.into_iter().filter(|&kind| !self.allows(Method::List(kind), row)) {
            allowance.bar(kind);
        }
        for rule in followed.rules.get(&server.id).into_iter().flatten() {
            if !self.allows(Method::List(rule.kind), row.item(rule.narrowing)) {
                allowance.withhold(rule.kind, rule.name.clone());
            }
        }
        filter(&mut allowance, &followed.tokens, server, followed.enforces_capabilities);
        (!allowance.is_nothing()).then_some(allowance)
    }

    fn allows(&mut self, method: Method, row: Row) -> bool {
        let decision = decide(self.principal, Action::Method(method), &Target::Row(row), self.now);
        self.until = self.until.into_iter().chain(decision.until).min();
        decision.is_allowed()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::time::Duration;

    use super::*;
    use crate::core::access::{ItemVisibility, Membership, Narrowing, Role};
    use crate::core::model::{
        Belonging, Bound, CallLimits, Command, Plans, Prefix, Protocol, Remote, ServerAlias, ServerId,
        ServerName, Team, TeamId, TeamSlug, TeamStatus, Tenancy, UserId, UserStatus, Visibility,
    };
    use crate::core::store::{Generation, ItemRule};

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn user(number: u64) -> UserId {
        UserId::new(number, [0; 10])
    }

    fn team(number: u64) -> TeamId {
        TeamId::new(number, [0; 10])
    }

    fn server(number: u64, owner: u64, of: u64, visibility: Visibility) -> Server {
        Server {
            id: ServerId::new(number, [0; 10]),
            belonging: Belonging { owner: user(owner), team: team(of), visibility: Some(visibility) },
            name: ServerName::parse("s").expect("a name"),
            alias: ServerAlias::parse("s").expect("an alias"),
            prefix: Prefix::Alias,
            enabled: true,
            eager: false,
            launch: Command { command: "c".to_owned(), ..Command::default() }.into(),
            start_timeout: Duration::from_secs(1),
            call_timeout: None,
            created_at: NOW,
            updated_at: NOW,
        }
    }

    /// User 1, whose own team is 1, with a role in team 9.
    fn followed(role: Role, until: Option<Timestamp>, status: TeamStatus, servers: Vec<Server>) -> Followed {
        let membership = Membership { team: team(9), permissions: role.permissions(), until, status };
        let principal = Principal::new(user(1), team(1), TeamStatus::Active, UserStatus::Active);
        let row = |number: u64, slug: &str, status| Team {
            id: team(number),
            slug: TeamSlug::parse(slug).expect("a slug"),
            name: slug.to_owned(),
            description: String::new(),
            personal_of: None,
            discoverable: false,
            status,
            tenancy: Tenancy::default(),
            created_at: NOW,
            updated_at: NOW,
        };
        let teams =
            [row(1, "me", TeamStatus::Active), row(2, "them", TeamStatus::Active), row(9, "web", status)];
        Followed {
            generation: Generation::default(),
            principal: Some(principal.with_memberships([membership])),
            tokens: Vec::new(),
            retires_at: None,
            bound: Bound::of_user(user(1), None, CallLimits::default()),
            servers,
            rules: BTreeMap::new(),
            teams: teams.into_iter().map(|team| (team.id, team)).collect(),
            plans: Plans::default(),
            enforces_capabilities: false,
        }
    }

    fn aliases(followed: &Followed) -> Vec<String> {
        served(followed, NOW).servers.iter().map(|served| served.server.alias.to_string()).collect()
    }

    fn of_team() -> Vec<Server> {
        vec![server(1, 2, 9, Visibility::Team)]
    }

    #[test]
    fn an_alias_is_kept_by_the_nearest_server_and_the_others_carry_their_team() {
        let all = vec![
            server(1, 2, 2, Visibility::Public),
            server(2, 2, 9, Visibility::Team),
            server(3, 1, 1, Visibility::Private),
            server(4, 2, 2, Visibility::Private),
        ];
        let followed = followed(Role::Member, None, TeamStatus::Active, all);
        assert_eq!(aliases(&followed), ["s", "web-s", "them-s"]);
    }

    #[test]
    fn who_may_only_look_is_served_nothing_and_neither_is_a_suspended_team() {
        assert_eq!(aliases(&followed(Role::Viewer, None, TeamStatus::Active, of_team())), [""; 0]);
        assert_eq!(aliases(&followed(Role::Owner, None, TeamStatus::Suspended, of_team())), [""; 0]);
        assert_eq!(aliases(&followed(Role::Member, None, TeamStatus::Active, of_team())), ["s"]);
    }

    #[test]
    fn what_a_team_may_not_have_or_do_is_not_served() {
        let switched_off = |switch| {
            let mut followed = followed(Role::Member, None, TeamStatus::Active, of_team());
            followed.servers.push(server(2, 2, 2, Visibility::Public));
            for team in followed.teams.values_mut() {
                team.tenancy.switches.set(switch, false);
            }
            served(&followed, NOW).servers
        };
        assert!(switched_off(Switch::Stdio).is_empty());
        let public = switched_off(Switch::Public);
        assert_eq!(public.len(), 1, "what was public is for members, and this user is none of that team");
        assert!(public[0].allowance.may_ask("sampling"));
        let sampling = switched_off(Switch::Sampling);
        assert_eq!(sampling.len(), 2);
        assert!(sampling.iter().all(|served| !served.allowance.may_ask("sampling")));
        assert!(sampling.iter().all(|served| served.allowance.may_ask("elicitation")));
        assert_eq!(switched_off(Switch::Remote).len(), 2, "there is none that it would be about");
    }

    #[test]
    fn a_remote_server_is_what_its_own_switch_says() {
        let served = |switch| {
            let mut followed = followed(Role::Member, None, TeamStatus::Active, of_team());
            let url = "https://example.com/mcp".to_owned();
            let remote = Remote { protocol: Protocol::Http, url, headers: BTreeMap::new() };
            followed.servers[0].launch = remote.into();
            for team in followed.teams.values_mut() {
                team.tenancy.switches.set(switch, false);
            }
            served(&followed, NOW).servers.len()
        };
        assert_eq!((served(Switch::Stdio), served(Switch::Remote)), (1, 0));
    }

    #[test]
    fn what_ends_by_itself_says_when_and_is_gone_then() {
        let ends = NOW + Duration::from_mins(1);
        for followed in [
            followed(Role::Member, Some(ends), TeamStatus::Active, of_team()),
            followed(Role::Member, None, TeamStatus::Trial { ends }, of_team()),
        ] {
            let before = served(&followed, NOW);
            assert_eq!((before.servers.len(), before.until), (1, Some(ends)));
            let after = served(&followed, ends);
            assert_eq!((after.servers.len(), after.until), (0, None));
        }
    }

    #[test]
    fn an_item_that_is_narrower_than_its_server_is_withheld_from_the_others() {
        let narrowed = |visibility| {
            let mut followed = followed(Role::Member, None, TeamStatus::Active, of_team());
            let narrowing = Narrowing { visibility, enabled: true };
            let rule = ItemRule { kind: ListKind::Tools, name: "t".to_owned(), narrowing };
            followed.rules.insert(ServerId::new(1, [0; 10]), vec![rule]);
            served(&followed, NOW).servers.remove(0).allowance.permits(ListKind::Tools, "t", "s__t")
        };
        assert!(!narrowed(ItemVisibility::At(Visibility::Private)));
        assert!(!narrowed(ItemVisibility::Unknown));
        assert!(narrowed(ItemVisibility::At(Visibility::Team)));
    }
}
