//! What a password must be like. Pure.

use crate::core::model::Email;
use crate::core::settings::PasswordSettings;

/// From this length on, characters, nobody is advised to take a longer one.
pub const RECOMMENDED_LENGTH: usize = 12;
/// The longest password, bytes.
const LONGEST: usize = 1024;
/// The most common passwords, lower case, one a line; lines that begin with `# ` say where they are from.
const COMMON: &str = include_str!("common_passwords.txt");

/// Why a password was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Weakness {
    /// It has too few characters.
    #[error("it must have at least {least} characters; {RECOMMENDED_LENGTH} or more are better")]
    Short {
        /// What it must have at least.
        least: usize,
    },
    /// It is longer than any.
    #[error("it must have at most {LONGEST} bytes")]
    Long,
    /// It is all of too few kinds of characters.
    #[error(
        "it must have characters of {least} of these kinds: small letters, capital letters, digits, others"
    )]
    Uniform {
        /// How many kinds it must have at least.
        least: usize,
    },
    /// Everybody takes it.
    #[error("it is among the most common ones")]
    Common,
    /// It is the email, or what stands before its `@`.
    #[error("it is the email address")]
    Email,
    /// It is the one that is to be replaced.
    #[error("it is the present one, which has to be replaced")]
    Present,
    /// It was this user's before.
    #[error("it is one of the last {last} of this user")]
    Used {
        /// How many are refused.
        last: usize,
    },
}

/// Checks what can be known of `password` without those before it.
pub fn check(password: &str, email: Option<&Email>, rules: &PasswordSettings) -> Result<(), Weakness> {
    if password.chars().count() < rules.min_length {
        return Err(Weakness::Short { least: rules.min_length });
    }
    if password.len() > LONGEST {
        return Err(Weakness::Long);
    }
    if kinds(password) < rules.character_classes {
        return Err(Weakness::Uniform { least: rules.character_classes });
    }
    let lower = password.to_lowercase();
    if rules.refuse_common && is_common(&lower) {
        return Err(Weakness::Common);
    }
    let own =
        |email: &Email| email.as_str() == lower || email.as_str().split('@').next() == Some(lower.as_str());
    if email.is_some_and(own) { Err(Weakness::Email) } else { Ok(()) }
}

/// Whether a longer one would be better, though this one is long enough.
pub fn is_short(password: &str) -> bool {
    password.chars().count() < RECOMMENDED_LENGTH
}

/// How many of the four kinds of characters it has.
fn kinds(password: &str) -> usize {
    let has = |kind: fn(char) -> bool| usize::from(password.chars().any(kind));
    has(char::is_lowercase)
        + has(char::is_uppercase)
        + has(char::is_numeric)
        + has(|c| !c.is_lowercase() && !c.is_uppercase() && !c.is_numeric())
}

fn is_common(lower: &str) -> bool {
    COMMON.lines().filter(|line| !line.starts_with("# ")).any(|line| line == lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(password: &str, change: impl FnOnce(&mut PasswordSettings)) -> Result<(), Weakness> {
        let mut rules = PasswordSettings::default();
        change(&mut rules);
        check(password, Email::parse("Longname@example.org").ok().as_ref(), &rules)
    }

    #[test]
    fn what_is_short_long_common_or_the_email_is_refused() {
        assert_eq!(checked("sieben7", |_| ()), Err(Weakness::Short { least: 8 }));
        assert_eq!(checked("ünïcödé", |_| ()), Err(Weakness::Short { least: 8 }), "characters, not bytes");
        assert_eq!(checked("eight ch", |_| ()), Ok(()));
        assert_eq!(checked(&"x y".repeat(342), |_| ()), Err(Weakness::Long));
        for common in ["password", "PassWord", "12345678", "qwertyuiop", "iloveyou"] {
            assert_eq!(checked(common, |_| ()), Err(Weakness::Common), "{common}");
        }
        for own in ["longname", "LongName@example.org"] {
            assert_eq!(checked(own, |_| ()), Err(Weakness::Email), "{own}");
        }
    }

    #[test]
    fn every_rule_that_can_be_set_decides() {
        assert_eq!(checked("123456", |rules| rules.min_length = 6), Err(Weakness::Common));
        assert_eq!(checked("eight ch", |rules| rules.min_length = 9), Err(Weakness::Short { least: 9 }));
        assert_eq!(checked("password", |rules| rules.refuse_common = false), Ok(()));
        for (password, most) in [("abcdefgh", 1), ("abcdefgH", 2), ("abcdef1H", 3), ("abcde!1H", 4)] {
            assert_eq!(checked(password, |rules| rules.character_classes = most), Ok(()), "{password}");
            let more = checked(password, |rules| rules.character_classes = most + 1);
            assert_eq!(more, Err(Weakness::Uniform { least: most + 1 }), "{password}");
        }
    }

    #[test]
    fn the_list_has_thousands_of_passwords_and_its_licence() {
        let passwords = COMMON.lines().filter(|line| !line.starts_with("# "));
        assert!(passwords.clone().count() > 5000);
        assert!(passwords.clone().all(|line| line == line.trim() && line.len() >= 6));
        assert!(COMMON.contains("MIT"));
        assert!(!passwords.clone().any(|line| line.contains("Copyright")));
    }
}
