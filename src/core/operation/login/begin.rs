//! Logs somebody in.

use super::Gate;
use super::identify::{Acting, acting};
use crate::core::identity::{self, Cost, LoginPlace, LoginSecret, after_failure, expiry, is_locked};
use crate::core::model::{Account, Email, Login, LoginId, Password, Secret, UserStatus};
use crate::core::platform::entropy;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::settings::format_duration;
use crate::core::store::Proof;

impl Begun {
    /// Whoever it is, as they act now.
    pub async fn acting(self, gate: &Gate) -> Result<Acting, Problem> {
        let acting = acting(gate, self.account.user, Some(self.login)).await?;
        Ok(Acting { must_change: self.must_change, ..acting })
    }
}

/// How often somebody else may change a password's hash while it is compared.
const TRIES: usize = 3;

/// A login that began.
#[derive(Debug, Clone)]
pub struct Begun {
    /// Who.
    pub account: Account,
    /// The login.
    pub login: Login,
    /// Whether it does for nothing but to choose another password.
    pub must_change: bool,
}

/// Logs somebody in, and keeps what proves it at `place`. Who doesn't exist, is locked out or has the wrong password is told the
/// same, after the same time.
pub async fn begin(
    gate: &Gate,
    place: &LoginPlace,
    email: &Email,
    password: Secret<String>,
) -> Result<Begun, Problem> {
    for _ in 0..TRIES {
        let Proven { account, kept, outdated } = prove(gate, email, &password).await?;
        let now = gate.clock.now();
        let cost = Cost::from(&gate.settings.password);
        let rehashed = if outdated { Some(identity::hash(password.clone(), cost).await?) } else { None };
        let proof = Proof { hash: kept.hash, rehashed };
        let secret = LoginSecret::random().map_err(failed)?;
        let login = Login {
            id: LoginId::new(
                u64::try_from(now.as_millisecond()).unwrap_or(0),
                entropy::random().map_err(failed)?,
            ),
            user: account.user.id,
            created_at: now,
            last_used_at: now,
            expires_at: expiry(&gate.settings.login, now),
        };
        let act = gate.act("login.begin", Some(account.user.id));
        let locked = move |standing| is_locked(standing, now);
        if gate.store.begin_login(act, login.clone(), secret.hash(), proof, locked).await? {
            if let Err(error) = place.keep(&secret, account.user.id).await {
                gate.store.end_login(gate.act("login.end", Some(account.user.id)), secret.hash()).await?;
                return Err(error.into());
            }
            return Ok(Begun { account, login, must_change: kept.must_change });
        }
        // Locked out, disabled or another hash meanwhile: look again.
    }
    Err(refusal(gate))
}

/// Somebody whose password was right.
pub(in crate::core::operation) struct Proven {
    pub account: Account,
    pub kept: Password,
    /// Whether the password is to be hashed anew.
    pub outdated: bool,
}

/// Compares a password with that of `email`, who has to be active and not locked out. A wrong one is counted.
pub(in crate::core::operation) async fn prove(
    gate: &Gate,
    email: &Email,
    password: &Secret<String>,
) -> Result<Proven, Problem> {
    let account = gate.store.account_of(email).await?;
    let kept = account.as_ref().and_then(|account| account.password.clone());
    let cost = Cost::from(&gate.settings.password);
    let hash = kept.as_ref().map(|kept| kept.hash.clone());
    let verdict = identity::verify(password.clone(), hash, cost).await?;
    let now = gate.clock.now();
    let may = |account: &Account, kept: &Password| {
        verdict.matches && account.user.status == UserStatus::Active && !is_locked(kept.standing, now)
    };
    match (account, kept) {
        (Some(account), Some(kept)) if may(&account, &kept) => {
            Ok(Proven { account, kept, outdated: verdict.outdated })
        }
        _ => Err(refuse(gate, email, verdict.matches).await),
    }
}

/// Counts a wrong password.
async fn refuse(gate: &Gate, email: &Email, matches: bool) -> Problem {
    let rules = gate.settings.login.clone();
    let now = gate.clock.now();
    let change = move |standing| if matches { standing } else { after_failure(standing, &rules, now) };
    match gate.store.refuse_login(gate.act("login.begin", None), email, change).await {
        Ok(()) => refusal(gate),
        Err(error) => error.into(),
    }
}

fn refusal(gate: &Gate) -> Problem {
    let rules = &gate.settings.login;
    let hint = format!(
        "after {} wrong passwords nobody gets in for {}; an admin can help: mcpgw user unlock EMAIL, \
         or, to an admin on this machine: mcpgw user recover EMAIL",
        rules.max_failures,
        format_duration(rules.lock_for)
    );
    Problem::new(ProblemKind::Unauthenticated, "the email or the password is wrong").hint(hint)
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
fn failed(error: std::io::Error) -> Problem {
    Problem::new(ProblemKind::Failed, error.to_string())
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::core::clock::Clock;
    use crate::core::model::Standing;
    use crate::core::operation::user::found_store;
    use crate::core::settings::Settings;
    use crate::core::store::Store;
    use crate::core::vault::Keeper;

    const TRIES: usize = 200;

    async fn gate(dir: &std::path::Path) -> Gate {
        let mut settings = Settings::default();
        (settings.password.hash_memory, settings.password.hash_passes) = (1 << 20, 1);
        settings.login.max_failures = 1000;
        let store = Store::open(&dir.join("data/mcpgw.db")).await.expect("a store");
        Gate { store, settings, clock: Clock::System }
    }

    fn email(text: &str) -> Email {
        Email::parse(text).expect("an email")
    }

    fn median(mut times: Vec<Duration>) -> f64 {
        times.sort();
        times[times.len() / 2].as_secs_f64()
    }

    /// Medians of tries in turn: whatever else the machine does meets all three alike.
    #[tokio::test]
    async fn unknown_wrong_and_locked_take_the_same_time() {
        let dir = tempfile::tempdir().expect("a directory");
        let gate = gate(dir.path()).await;
        let word = || Secret::new("a word that is long".to_owned());
        let owner = email("me@example.org");
        assert!(found_store(&gate, owner.clone(), word()).await.expect("founded"));
        let place =
            LoginPlace { state_dir: dir.path().join("state"), store: "s".to_owned(), keeper: Keeper::File };
        let later = gate.clock.now().checked_add(Duration::from_hours(1)).expect("a time");
        let locked = Standing { failed: 1000, locked_until: Some(later) };
        let mut took = [Vec::new(), Vec::new(), Vec::new()];
        for number in 0..3 * TRIES {
            let who = if number % 3 == 0 { email("no@example.org") } else { owner.clone() };
            let standing = if number % 3 == 2 { locked } else { Standing::default() };
            let act = gate.act("login.begin", None);
            gate.store.refuse_login(act, &owner, move |_| standing).await.expect("set");
            let given = if number % 3 == 2 { word() } else { Secret::new("wrong".to_owned()) };
            let began = Instant::now();
            let refused = begin(&gate, &place, &who, given).await.expect_err("nobody gets in");
            took[number % 3].push(began.elapsed());
            assert_eq!(refused, refusal(&gate));
        }
        let medians = took.map(median);
        let (least, most) =
            (medians.iter().copied().fold(f64::MAX, f64::min), medians.into_iter().fold(0., f64::max));
        assert!(most < least * 1.3, "seconds for unknown, wrong and locked: {medians:?}");
    }
}
