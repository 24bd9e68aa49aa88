//! Logs somebody in.

use super::Gate;
use crate::core::identity::{self, Cost, LoginPlace, LoginSecret, after_failure, expiry, is_locked};
use crate::core::model::{Account, Email, Login, LoginId, Password, Secret, UserStatus};
use crate::core::platform::entropy;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::settings::format_duration;
use crate::core::store::Proof;

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
        let account = gate.store.account_of(email).await?;
        let kept = account.as_ref().and_then(|account| account.password.clone());
        let cost = Cost::from(&gate.settings.password);
        let hash = kept.as_ref().map(|kept| kept.hash.clone());
        let verdict = identity::verify(password.clone(), hash, cost).await?;
        let now = gate.clock.now();
        let may = |account: &Account, kept: &Password| {
            verdict.matches && account.user.status == UserStatus::Active && !is_locked(kept.standing, now)
        };
        let (account, kept) = match (account, kept) {
            (Some(account), Some(kept)) if may(&account, &kept) => (account, kept),
            _ => return Err(refuse(gate, email, verdict.matches).await),
        };
        let rehashed =
            if verdict.outdated { Some(identity::hash(password.clone(), cost).await?) } else { None };
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
            if let Err(error) = place.keep(&secret).await {
                gate.store.end_login(gate.act("login.end", Some(account.user.id)), secret.hash()).await?;
                return Err(error.into());
            }
            return Ok(Begun { account, login, must_change: kept.must_change });
        }
        // Locked out, disabled or another hash meanwhile: look again.
    }
    Err(refusal(gate))
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
        "after {} wrong passwords nobody gets in for {}; an admin can help: mcpgw user unlock EMAIL",
        rules.max_failures,
        format_duration(rules.lock_for)
    );
    Problem::new(ProblemKind::Unauthenticated, "the email or the password is wrong").hint(hint)
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
fn failed(error: std::io::Error) -> Problem {
    Problem::new(ProblemKind::Failed, error.to_string())
}
