//! Tells the audit what the client of a session was refused, beside the relay.

use std::sync::OnceLock;
use std::time::Duration;

use tokio::sync::watch;

use super::denial::{Asked, Denial, other_client, unmade};
use super::{Bearer, Proof, Subject};
use crate::core::catalog::NamingRules;
use crate::core::clock::Clock;
use crate::core::model::{
    Act, CallOutcome, ClientInfo, Declined, Deed, Origin, Outcome, UsageItem, UsageRow, UsageSession, Via,
};
use crate::core::platform::origin;
use crate::core::platform::time::sleep;
use crate::core::store::{Store, StoreError};

/// How long at least between two times that the audit is told: a client may ask all the time.
const BETWEEN: Duration = Duration::from_secs(1);

/// How long until it is told the first time: what servers have just listed is kept by then, and only what is known to be there can
/// have been denied.
const SOON: Duration = Duration::from_millis(300);

/// How long the store may be held by others meanwhile.
const PATIENCE: Duration = Duration::from_secs(1);

/// Who tells the audit, and of whom.
#[derive(Debug, Clone)]
pub(super) struct Teller {
    pub store: Store,
    /// As they are now: who logs in again has another proof.
    pub bearer: watch::Receiver<Bearer>,
    pub clock: Clock,
    pub naming: NamingRules,
    /// Whether usage is told, too.
    pub counts: bool,
    /// What the client calls itself, once that was asked.
    pub client: OnceLock<ClientInfo>,
}

impl Teller {
    /// Tells of what `subject` refuses, for as long as it is polled.
    pub(super) async fn watch(&self, subject: &impl Subject) {
        loop {
            subject.refuses().await;
            if let Some(client) = subject.state().await.and_then(|state| state.client) {
                // It says so once.
                let _ = self.client.set(client.shortened());
            }
            sleep(SOON).await;
            self.tell(subject.take_refused()).await;
            sleep(BETWEEN).await;
        }
    }

    /// Tells what of `refused` is there, but not for this user, or not now. The rest is nowhere, and nobody's business.
    pub(super) async fn tell(&self, refused: Vec<(Declined, u32)>) {
        if refused.is_empty() {
            return;
        }
        if let Err(error) = self.try_tell(refused).await {
            tracing::warn!("the audit could not be told of what was refused: {error}");
        }
    }

    async fn try_tell(&self, refused: Vec<(Declined, u32)>) -> Result<(), StoreError> {
        let (bearer, now) = (*self.bearer.borrow(), self.clock.now());
        let followed = bearer.followed(&self.store).await?;
        // Whose login is over is nobody, until they are back.
        let is_nobody = matches!(bearer.proof, Proof::Login(_)) && followed.principal.is_none();
        let (actor, via) = if is_nobody { (None, Via::Nobody) } else { (Some(bearer.user), bearer.via()) };
        let (mut missing, mut denials) = (Vec::new(), Vec::new());
        for (declined, count) in refused {
            match declined {
                Declined::Missing(one) => missing.push((one, count)),
                Declined::Unmade(call) => denials.extend(unmade(&followed, &call).map(|one| (one, count))),
                Declined::OtherClient(name) => {
                    denials.extend(other_client(&followed, &name).map(|one| (one, count)));
                }
            }
        }
        if let Some(asked) = Asked::new(&followed, now, &self.naming).filter(|_| !missing.is_empty()) {
            let known = self.store.known_items(asked.closed().map(|server| server.id).collect()).await?;
            let denied = missing.into_iter();
            denials.extend(denied.filter_map(|(one, count)| Some((asked.denial(&known, &one)?, count))));
        }
        let rows = if is_nobody { Vec::new() } else { self.rows(&denials) };
        let client = self.client.get().map(|ClientInfo { name, version }| {
            let mut name = format!("{name} {version}");
            name.truncate(name.floor_char_boundary(ClientInfo::LONGEST));
            name
        });
        let origin = Origin { client, ..origin() };
        let denials = denials.into_iter().map(|(denial, count)| {
            let act = Act { at: now, actor, via, origin: origin.clone(), action: denial.action };
            let deed = Deed {
                subject: Some(denial.subject),
                outcome: Outcome::Denied(denial.reason),
                details: serde_json::Map::new(),
            };
            let deed = match denial.belonging {
                Some(belonging) => deed.belonging(belonging),
                None => deed,
            };
            (act, deed, count)
        });
        let denials: Vec<_> = denials.collect();
        if denials.is_empty() {
            return Ok(());
        }
        let told = self.store.record_denials(denials, PATIENCE).await;
        self.count(rows).await;
        told
    }

    /// What usage is told of denied calls, of which no server heard.
    fn rows(&self, denials: &[(Denial, u32)]) -> Vec<UsageRow> {
        let at = self.clock.now().as_millisecond();
        let rows = denials.iter().filter_map(|(denial, count)| {
            let (method, server, item) = denial.used.as_ref()?;
            Some(UsageRow {
                at,
                method: Some(*method),
                server: Some((*server, denial.belonging?.team)),
                item: UsageItem::named(item),
                outcome: CallOutcome::Denied,
                calls: u64::from(*count),
                took: 0,
                bytes_in: 0,
                bytes_out: 0,
            })
        });
        rows.filter(|_| self.counts).collect()
    }

    async fn count(&self, rows: Vec<UsageRow>) {
        if rows.is_empty() {
            return;
        }
        let session = UsageSession { client: self.client.get().cloned(), ..self.bearer.borrow().usage() };
        if let Err(error) = self.store.add_usage(session, rows, PATIENCE).await {
            tracing::warn!("calls that were denied could not be counted: {error}");
        }
    }
}
