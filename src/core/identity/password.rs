//! Passwords as Argon2id (RFC 9106) makes them unreadable: hashing, and comparing with a hash.
//!
//! Hashing takes a tenth of a second and 64 MiB by design: it is done on threads of its own, a few at a time.

use argon2::password_hash::phc;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::core::model::{PasswordHash, Secret};
use crate::core::platform::entropy;
use crate::core::settings::PasswordSettings;

/// How many are hashed at the same time: each needs its own memory.
const AT_ONCE: usize = 2;
/// Bytes; what RFC 9106, section 4, recommends.
const SALT: usize = 16;

static PLACES: Semaphore = Semaphore::const_new(AT_ONCE);

/// Why a password could not be hashed or compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// A hash in the store is none.
    #[error("the kept hash of the password can't be read")]
    Unreadable,
    /// There was no memory, thread or randomness for it.
    #[error("the password can't be hashed: {0}")]
    Failed(String),
}

/// What hashing a password takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory, KiB.
    pub memory_kib: u32,
    /// How often it is gone through.
    pub passes: u32,
    /// Into how many parts it is cut.
    pub lanes: u32,
}

impl From<&PasswordSettings> for Cost {
    fn from(settings: &PasswordSettings) -> Self {
        let memory_kib = u32::try_from(settings.hash_memory / 1024).unwrap_or(u32::MAX);
        Self { memory_kib, passes: settings.hash_passes, lanes: settings.hash_lanes }
    }
}

impl Cost {
    fn argon2(self) -> Result<Argon2<'static>, PasswordError> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, None).map_err(failed)?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }
}

/// How a password compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// It is the one that was hashed.
    pub matches: bool,
    /// It was hashed at another cost than is asked for today.
    pub outdated: bool,
}

/// Hashes `password`, as a PHC string.
pub async fn hash(password: Secret<String>, cost: Cost) -> Result<PasswordHash, PasswordError> {
    aside(move || {
        let salt: [u8; SALT] = entropy::random().map_err(failed)?;
        hash_now(&password, cost, &salt)
    })
    .await
}

/// Compares `password` with what is kept of one. Where nothing is kept, as long is worked to no end: how long the answer takes
/// doesn't tell whether there is such a user.
pub async fn verify(
    password: Secret<String>,
    kept: Option<PasswordHash>,
    cost: Cost,
) -> Result<Verdict, PasswordError> {
    aside(move || {
        if let Some(kept) = kept {
            return compare(&password, &kept, cost);
        }
        hash_now(&password, cost, &[0; SALT])?;
        Ok(Verdict { matches: false, outdated: false })
    })
    .await
}

/// Whether `password` is one of those.
pub async fn is_one_of(password: Secret<String>, kept: Vec<PasswordHash>) -> Result<bool, PasswordError> {
    aside(move || {
        for hash in &kept {
            if matches(&password, &parse(hash)?) {
                return Ok(true);
            }
        }
        Ok(false)
    })
    .await
}

fn hash_now(password: &Secret<String>, cost: Cost, salt: &[u8]) -> Result<PasswordHash, PasswordError> {
    let hash = cost.argon2()?.hash_password_with_salt(password.reveal().as_bytes(), salt).map_err(failed)?;
    Ok(PasswordHash::new(hash.to_string()))
}

fn compare(password: &Secret<String>, kept: &PasswordHash, cost: Cost) -> Result<Verdict, PasswordError> {
    let parsed = parse(kept)?;
    let params = Params::try_from(&parsed).map_err(|_| PasswordError::Unreadable)?;
    let made = Cost { memory_kib: params.m_cost(), passes: params.t_cost(), lanes: params.p_cost() };
    Ok(Verdict { matches: matches(password, &parsed), outdated: made != cost })
}

fn parse(kept: &PasswordHash) -> Result<phc::PasswordHash, PasswordError> {
    phc::PasswordHash::new(kept.as_str()).map_err(|_| PasswordError::Unreadable)
}

/// Compares in constant time, at the cost that stands in the hash.
fn matches(password: &Secret<String>, kept: &phc::PasswordHash) -> bool {
    Argon2::default().verify_password(password.reveal().as_bytes(), kept).is_ok()
}

async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, PasswordError> + Send + 'static,
) -> Result<T, PasswordError> {
    let place = PLACES.acquire().await.map_err(failed)?;
    let done = tokio::task::spawn_blocking(work).await.map_err(failed)?;
    drop(place);
    done
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
fn failed(error: impl ToString) -> PasswordError {
    PasswordError::Failed(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };

    fn secret(text: &str) -> Secret<String> {
        Secret::new(text.to_owned())
    }

    #[tokio::test]
    async fn a_password_is_known_again_and_no_other_is() {
        let kept = hash(secret("correct horse"), CHEAP).await.expect("a hash");
        assert!(kept.as_str().starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{}", kept.as_str());
        assert_ne!(kept, hash(secret("correct horse"), CHEAP).await.expect("a hash"), "salted");
        let right = verify(secret("correct horse"), Some(kept.clone()), CHEAP).await;
        assert_eq!(right, Ok(Verdict { matches: true, outdated: false }));
        for other in ["", "correct horsf", "correct horse\0"] {
            let wrong = verify(secret(other), Some(kept.clone()), CHEAP).await.expect("a verdict");
            assert!(!wrong.matches, "{other:?}");
        }
        let nobody = verify(secret("correct horse"), None, CHEAP).await;
        assert_eq!(nobody, Ok(Verdict { matches: false, outdated: false }));
        let broken = verify(secret("x"), Some(PasswordHash::new("$argon2id$".to_owned())), CHEAP).await;
        assert_eq!(broken, Err(PasswordError::Unreadable));
    }

    #[tokio::test]
    async fn every_part_of_the_cost_shows_in_the_hash_and_makes_an_old_one_outdated() {
        let kept = hash(secret("correct horse"), CHEAP).await.expect("a hash");
        let others = [
            (Cost { memory_kib: 128, ..CHEAP }, "m=128,t=1,p=1"),
            (Cost { passes: 2, ..CHEAP }, "m=64,t=2,p=1"),
            (Cost { lanes: 2, ..CHEAP }, "m=64,t=1,p=2"),
        ];
        for (cost, shown) in others {
            let verdict = verify(secret("correct horse"), Some(kept.clone()), cost).await;
            assert_eq!(verdict, Ok(Verdict { matches: true, outdated: true }), "{shown}");
            let anew = hash(secret("correct horse"), cost).await.expect("a hash");
            assert!(anew.as_str().contains(shown), "{}", anew.as_str());
        }
    }

    #[tokio::test]
    async fn a_password_that_was_taken_before_is_found() {
        let mut kept = Vec::new();
        for text in ["one", "two", "three"] {
            kept.push(hash(secret(text), CHEAP).await.expect("a hash"));
        }
        assert_eq!(is_one_of(secret("two"), kept.clone()).await, Ok(true));
        assert_eq!(is_one_of(secret("four"), kept).await, Ok(false));
    }
}
