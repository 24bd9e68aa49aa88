//! What proves a login, and when one is over.

use std::time::Duration;

use jiff::Timestamp;

use super::opaque;
use crate::core::model::{Hash, Login, Secret};
use crate::core::settings::LoginSettings;

/// Use is noted this often at most: every command would write otherwise.
const NOTED: Duration = Duration::from_mins(1);

/// 256 random bits, as 64 hexadecimal digits: whoever has them acts as the user. The store knows their hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoginSecret(Secret<String>);

impl LoginSecret {
    /// A new one.
    pub fn random() -> std::io::Result<Self> {
        opaque::random().map(Self)
    }

    /// The one in `text`, if that is one; white space may stand at its end.
    pub fn parse(text: &str) -> Option<Self> {
        opaque::parse(text.trim_end()).map(Self)
    }

    /// Its text, for whoever keeps it.
    pub(super) fn text(&self) -> &Secret<String> {
        &self.0
    }

    /// What the store knows of it.
    pub fn hash(&self) -> Hash {
        opaque::hash(&self.0)
    }
}

/// When a login that begins at `now` ends, however much it is used.
pub fn expiry(rules: &LoginSettings, now: Timestamp) -> Timestamp {
    now.checked_add(rules.lifetime).unwrap_or(Timestamp::MAX)
}

/// When `login` ends, however much it is used.
pub fn last_moment(login: &Login, rules: &LoginSettings) -> Timestamp {
    login.expires_at.min(expiry(rules, login.created_at))
}

/// Whether `login` is over at `now`. Settings that became shorter hold for those that had begun, too.
pub fn is_over(login: &Login, rules: &LoginSettings, now: Timestamp) -> bool {
    let idle_end = login.last_used_at.checked_add(rules.idle).unwrap_or(Timestamp::MAX);
    now >= last_moment(login, rules) || now >= idle_end
}

/// Whether its use at `now` is to be noted.
pub fn is_worth_noting(login: &Login, rules: &LoginSettings, now: Timestamp) -> bool {
    let unnoted = NOTED.min(rules.idle / 8);
    login.last_used_at.checked_add(unnoted).is_ok_and(|due| now >= due)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::{LoginId, UserId};

    #[test]
    fn a_secret_is_read_as_it_was_written_and_nothing_else_is_one() {
        let secret = LoginSecret::random().expect("entropy");
        assert_ne!(secret, LoginSecret::random().expect("entropy"));
        assert_eq!(LoginSecret::parse(&format!("{}\n", secret.text().reveal())), Some(secret.clone()));
        assert_eq!(format!("{secret:?}"), "LoginSecret(Secret(..))");
        for text in ["", "00", &"g".repeat(64), &"0".repeat(66)] {
            assert_eq!(LoginSecret::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_login_ends_unused_and_in_any_case_and_both_can_be_set() {
        let at = |second| Timestamp::from_second(second).expect("a time");
        let rules = LoginSettings::default();
        let (hours, now) = (3600, at(0));
        let mut login = Login {
            id: LoginId::new(0, [0; 10]),
            user: UserId::new(0, [0; 10]),
            created_at: now,
            last_used_at: now,
            expires_at: expiry(&rules, now),
        };
        assert!(!is_over(&login, &rules, at(12 * hours - 1)) && is_over(&login, &rules, at(12 * hours)));
        login.last_used_at = at(7 * 24 * hours - 10);
        assert!(!is_over(&login, &rules, at(7 * 24 * hours - 1)));
        assert!(is_over(&login, &rules, at(7 * 24 * hours)));
        let shorter = LoginSettings { lifetime: Duration::from_hours(1), ..rules.clone() };
        assert!(is_over(&login, &shorter, at(7 * 24 * hours - 1)), "a shorter life holds at once");
        login.last_used_at = now;
        let shorter = LoginSettings { idle: Duration::from_secs(8), ..rules };
        assert!(is_over(&login, &shorter, at(8)) && !is_over(&login, &shorter, at(7)));
        assert!(is_worth_noting(&login, &shorter, at(1)));
    }
}
