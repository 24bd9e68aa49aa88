//! What too many wrong passwords lead to: nobody gets in for a while, not even with the right one. Pure.

use jiff::Timestamp;

use crate::core::model::Standing;
use crate::core::settings::LoginSettings;

/// Whether no password helps at `now`.
pub fn is_locked(standing: Standing, now: Timestamp) -> bool {
    standing.locked_until.is_some_and(|until| now < until)
}

/// What a wrong password at `now` makes of `standing`. Who is locked out already is not locked out for longer; once that is
/// over, counting begins anew.
pub fn after_failure(standing: Standing, rules: &LoginSettings, now: Timestamp) -> Standing {
    if is_locked(standing, now) {
        return standing;
    }
    let before = if standing.locked_until.is_some() { 0 } else { standing.failed };
    let failed = before.saturating_add(1);
    let locked_until = (failed >= rules.max_failures).then(|| {
        // Nobody asks for a time that far ahead; who does is locked out for good.
        now.checked_add(rules.lock_for).unwrap_or(Timestamp::MAX)
    });
    Standing { failed, locked_until }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    #[test]
    fn the_fifth_wrong_password_locks_for_half_an_hour_and_then_counting_begins_anew() {
        let rules = LoginSettings::default();
        let mut standing = Standing::default();
        for second in 0..4 {
            standing = after_failure(standing, &rules, at(second));
            assert!(!is_locked(standing, at(second)));
        }
        standing = after_failure(standing, &rules, at(4));
        assert!(is_locked(standing, at(4)) && is_locked(standing, at(4 + 1799)));
        assert_eq!(after_failure(standing, &rules, at(1000)), standing, "a locked one is left as it is");
        assert!(!is_locked(standing, at(4 + 1800)));
        let next = after_failure(standing, &rules, at(4 + 1800));
        assert_eq!(next, Standing { failed: 1, locked_until: None });
    }

    #[test]
    fn both_settings_decide() {
        let lock_for = std::time::Duration::from_secs(10);
        let rules = LoginSettings { max_failures: 1, lock_for, ..LoginSettings::default() };
        let standing = after_failure(Standing::default(), &rules, at(0));
        assert_eq!(standing, Standing { failed: 1, locked_until: Some(at(10)) });
    }
}
