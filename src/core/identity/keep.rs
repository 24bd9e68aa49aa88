//! Where a login's secret is kept between commands: in the system's keyring, or in a private file.
//!
//! The file is there in both cases, and says so when the keyring has the secret: who never logs in never waits for a keyring. In its
//! second line stands whose login it is: that is no secret, and is known when the store has forgotten the login.

use std::fs;
use std::io::{self, ErrorKind, Read as _};
use std::path::PathBuf;

use super::LoginSecret;
use crate::core::model::{Secret, UserId};
use crate::core::platform::files::{self, FileVersion};
use crate::core::platform::keyring::{self, KeyringError};
use crate::core::vault::Keeper;

/// What the file holds when the keyring has the secret.
const IN_KEYRING: &str = "keyring";
/// What its second line begins with.
const OF_USER: &str = "user ";
/// Longer than anything that such a file holds.
const MOST: u64 = 256;

/// Why there is no secret, where there should be one.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The file can't be read or written.
    #[error("{}: {source}", file.display())]
    Io {
        /// The file.
        file: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// There is something in its place: a directory, a symbolic link.
    #[error("{} should be the file of your login, and is {what}", file.display())]
    Odd {
        /// The file.
        file: PathBuf,
        /// What it is.
        what: &'static str,
    },
    /// Others can read it.
    #[error("{} can be read by other users (mode {mode:03o})", file.display())]
    Exposed {
        /// The file.
        file: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The file holds something else.
    #[error("{} holds no login", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
    },
    /// The keyring gave nothing.
    #[error(transparent)]
    Keyring(#[from] KeyringError),
}

/// Where the login of one person at one store is kept.
#[derive(Debug, Clone)]
pub struct LoginPlace {
    /// The directory of the file.
    pub state_dir: PathBuf,
    /// The store's id.
    pub store: String,
    /// Who may keep it.
    pub keeper: Keeper,
}

impl LoginPlace {
    fn file(&self) -> PathBuf {
        self.state_dir.join(format!("login-{}", self.store))
    }

    fn item(&self) -> String {
        format!("login {}", self.store)
    }

    /// The secret, if one is kept. Looks at the keyring only when that has it.
    pub async fn read(&self) -> Result<Option<LoginSecret>, KeepError> {
        let Some(text) = self.read_file()? else { return Ok(None) };
        let secret = match text.reveal().lines().next() {
            Some(IN_KEYRING) => {
                let bytes = keyring::read(&self.item()).await?;
                std::str::from_utf8(bytes.reveal()).ok().and_then(LoginSecret::parse)
            }
            Some(line) => LoginSecret::parse(line),
            None => None,
        };
        secret.map(Some).ok_or_else(|| KeepError::Unreadable { file: self.file() })
    }

    /// Whose login is kept, as far as the file says that.
    pub fn user(&self) -> Option<UserId> {
        let text = self.read_file().ok()??;
        text.reveal().lines().nth(1)?.strip_prefix(OF_USER).and_then(UserId::parse)
    }

    /// What changes whenever another login is kept; nothing: none is.
    pub fn version(&self) -> Option<FileVersion> {
        FileVersion::of(&self.file()).ok()
    }

    /// Keeps `secret`, which proves a login of `user`, in place of what was kept before.
    pub async fn keep(&self, secret: &LoginSecret, user: UserId) -> Result<(), KeepError> {
        let in_keyring = match self.keeper {
            Keeper::Any => keyring::probe().await.is_ok() && self.write_item(secret).await.is_ok(),
            Keeper::Os => self.write_item(secret).await.map(|()| true)?,
            Keeper::File | Keeper::Off => false,
        };
        let text = if in_keyring { IN_KEYRING } else { secret.text().reveal() };
        files::create_private_dir(&self.state_dir).map_err(self.io())?;
        let file = self.file();
        match fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(self.odd().unwrap_or_else(|| self.io()(error)));
            }
            _ => {}
        }
        files::replace(&file, format!("{text}\n{OF_USER}{user}\n").as_bytes()).map_err(self.io())
    }

    /// Forgets what is kept, if something is.
    pub async fn forget(&self) -> Result<(), KeepError> {
        let in_keyring = self
            .read_file()
            .ok()
            .flatten()
            .is_some_and(|text| text.reveal().lines().next() == Some(IN_KEYRING));
        if in_keyring {
            keyring::delete(&self.item()).await?;
        }
        match fs::remove_file(self.file()) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(self.odd().unwrap_or_else(|| self.io()(error)))
            }
            _ => Ok(()),
        }
    }

    async fn write_item(&self, secret: &LoginSecret) -> Result<(), KeyringError> {
        keyring::write(&self.item(), Secret::new(secret.text().reveal().as_bytes().to_vec())).await
    }

    fn read_file(&self) -> Result<Option<Secret<String>>, KeepError> {
        let file = self.file();
        let opened = match files::read_regular(&file) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(self.odd().unwrap_or_else(|| self.io()(error))),
            Ok(opened) => opened,
        };
        let exposure = files::exposure(&file).map_err(self.io())?;
        if exposure.readable || exposure.writable {
            return Err(KeepError::Exposed { file, mode: exposure.mode });
        }
        let mut text = String::with_capacity(256);
        opened.take(MOST).read_to_string(&mut text).map_err(self.io())?;
        Ok(Some(Secret::new(text)))
    }

    /// What is wrong with what stands in the place of the file.
    fn odd(&self) -> Option<KeepError> {
        let file = self.file();
        let kind = fs::symlink_metadata(&file).ok()?.file_type();
        let what = match kind {
            _ if kind.is_dir() => "a directory",
            _ if kind.is_symlink() => "a symbolic link",
            _ if kind.is_file() => return None,
            _ => "no file at all",
        };
        Some(KeepError::Odd { file, what })
    }

    fn io(&self) -> impl FnOnce(io::Error) -> KeepError {
        let file = self.file();
        move |source| KeepError::Io { file, source }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(dir: &std::path::Path) -> LoginPlace {
        LoginPlace { state_dir: dir.join("state"), store: "s".to_owned(), keeper: Keeper::File }
    }

    #[tokio::test]
    async fn a_secret_is_kept_privately_replaced_and_forgotten() {
        let dir = tempfile::tempdir().expect("a directory");
        let place = place(dir.path());
        assert_eq!(place.read().await.expect("nothing"), None);
        let (first, second) = (LoginSecret::random().expect("one"), LoginSecret::random().expect("another"));
        assert_eq!((place.user(), place.version()), (None, None));
        let (ann, bob) = (UserId::new(1, [0; 10]), UserId::new(2, [0; 10]));
        place.keep(&first, ann).await.expect("kept");
        let before = place.version();
        place.keep(&second, bob).await.expect("kept");
        assert!(place.version().is_some() && place.version() != before);
        assert_eq!(place.user(), Some(bob));
        let exposure = files::exposure(&dir.path().join("state/login-s")).expect("its mode");
        assert_eq!(exposure.mode, 0o600);
        assert_eq!(place.read().await.expect("the second"), Some(second));
        place.forget().await.expect("forgotten");
        place.forget().await.expect("again");
        assert_eq!(place.read().await.expect("nothing"), None);
    }

    #[tokio::test]
    async fn a_file_that_others_can_read_or_that_holds_something_else_is_refused() {
        let dir = tempfile::tempdir().expect("a directory");
        let place = place(dir.path());
        place.keep(&LoginSecret::random().expect("entropy"), UserId::new(1, [0; 10])).await.expect("kept");
        let file = dir.path().join("state/login-s");
        fs::write(&file, "something else").expect("written");
        assert!(matches!(place.read().await, Err(KeepError::Unreadable { .. })));
        fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o644)).expect("exposed");
        assert!(matches!(place.read().await, Err(KeepError::Exposed { mode: 0o644, .. })));
    }
}
