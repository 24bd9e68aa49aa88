//! Whose session it is, and for how long.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;

use super::served::TOKEN_IS_OVER;
use super::{Serving, served};
use crate::core::model::{
    Bounds, Limit, LoginId, Plans, Served, SessionId, Team, TeamId, TokenId, UsageSession, UserId, Via,
};
use crate::core::platform::this_process;
use crate::core::store::{Followed, Generation, Seat, SessionCredential, Store, StoreError};
use crate::core::token::misplaced;

/// What the person at a client is told whose login is over, or who has to log in by now.
const LOGIN_IS_OVER: &str = "mcpgw: your login is over. Run `mcpgw login` in a terminal";
const SHARED: &str = "mcpgw: several people share this store now. Run `mcpgw login` in a terminal";

/// Whose session it is, and why that is believed.
#[derive(Debug, Clone, Copy)]
pub struct Bearer {
    /// Who.
    pub user: UserId,
    /// The session.
    pub session: SessionId,
    /// Why.
    pub proof: Proof,
}

/// What a session was begun with.
#[derive(Debug, Clone, Copy)]
pub enum Proof {
    /// Nothing: they act as the local owner, for as long as nobody has to log in.
    Owner,
    /// A login. A session that runs is use of it.
    Login(SessionLogin),
    /// A token.
    Token(TokenId),
}

/// The login that began a session.
#[derive(Debug, Clone, Copy)]
pub struct SessionLogin {
    /// Which one.
    pub id: LoginId,
    /// When it ends, however much it is used.
    pub ends: Timestamp,
}

impl Bearer {
    /// Why they are believed, as the audit says it.
    pub(super) fn via(&self) -> Via {
        match self.proof {
            Proof::Owner => Via::Owner,
            Proof::Login(_) => Via::Login,
            Proof::Token(_) => Via::Token,
        }
    }

    /// Whose calls they are that the session counts.
    pub fn usage(&self) -> UsageSession {
        let token = match self.proof {
            Proof::Token(id) => Some(id),
            Proof::Owner | Proof::Login(_) => None,
        };
        UsageSession { id: self.session, user: self.user, token, client: None }
    }

    /// What of the store their session follows.
    pub(super) async fn followed(&self, store: &Store) -> Result<Followed, StoreError> {
        let credential = match self.proof {
            Proof::Owner => SessionCredential::Owner,
            Proof::Login(login) => SessionCredential::Login(login.id),
            Proof::Token(id) => SessionCredential::Token(id),
        };
        store.followed(self.user, credential).await
    }

    /// What the person at the client is told once they are not believed any more.
    fn notice(&self) -> &'static str {
        match self.proof {
            Proof::Owner => SHARED,
            Proof::Login(_) => LOGIN_IS_OVER,
            Proof::Token(_) => TOKEN_IS_OVER,
        }
    }

    /// What their session, which was started in `directory`, serves at `now`, and of which moment the store is known then.
    pub async fn serving(
        &self,
        store: &Store,
        directory: Option<&Path>,
        now: Timestamp,
    ) -> Result<(Generation, Serving), StoreError> {
        let followed = self.followed(store).await?;
        let ends = match self.proof {
            Proof::Login(login) => Some(login.ends),
            Proof::Owner | Proof::Token(_) => None,
        };
        let is_over = ends.is_some_and(|ends| ends <= now) || followed.principal.is_none();
        let serving = if is_over {
            Serving { notice: Some(self.notice().into()), ..Serving::nothing() }
        } else if let Some(why) = misplaced(&followed.tokens, directory) {
            let why = format!("mcpgw: {why}");
            Serving { notice: Some(why.as_str().into()), ..Serving::nothing() }
        } else {
            let serving = served(&followed, now);
            let mut servers = self.seated(store, &followed, serving.servers).await;
            for served in &mut servers {
                let team = followed.teams.get(&served.server.belonging.team);
                served.bounds = Bounds::of_call(&followed.tokens, &followed.bound, team, &followed.plans);
            }
            Serving { servers, until: serving.until.into_iter().chain(ends).min(), ..serving }
        };
        Ok((followed.generation, serving))
    }

    /// Of `servers`, those of teams that this session may serve, where a user may have a team in so many sessions only.
    async fn seated(&self, store: &Store, followed: &Followed, mut servers: Vec<Served>) -> Vec<Served> {
        let limit = |served: &Served| {
            let team = followed.teams.get(&served.server.belonging.team)?;
            Some((team.id, session_limit(&followed.plans, team)?))
        };
        let limits: BTreeMap<TeamId, u32> = servers.iter().filter_map(limit).collect();
        if limits.is_empty() {
            return servers;
        }
        let seat = Seat { session: self.session, user: self.user, process: this_process() };
        let wanted = limits.iter().map(|(team, seats)| (*team, *seats)).collect();
        let seated = store.take_seats(seat, wanted).await.unwrap_or_else(|error| {
            tracing::warn!("can't see in how many sessions the teams of this one are: {error}");
            Vec::new()
        });
        for (team, seats) in limits.iter().filter(|(team, _)| !seated.contains(team)) {
            let slug = followed.teams.get(team).map_or("?", |team| team.slug.as_str());
            tracing::warn!(
                "the team {slug} may be in {seats} sessions of one user, and is in as many: not in this one"
            );
        }
        servers.retain(|served| {
            let team = &served.server.belonging.team;
            !limits.contains_key(team) || seated.contains(team)
        });
        servers
    }
}

/// In how many sessions of one user `team` may be. One whose plan is not known is in none.
fn session_limit(plans: &Plans, team: &Team) -> Option<u32> {
    plans.quota_of(&team.tenancy).map_or(Some(0), |quota| quota.get(Limit::SessionsPerUser))
}
