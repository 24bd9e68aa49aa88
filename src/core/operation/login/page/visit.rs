//! Who is let in: whoever opens the link first, and then that browser.
//!
//! A link that is opened stands on the command line of a browser, where others of this machine may read it: from then on it leads
//! nobody else to the form.

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

use aws_lc_rs::constant_time::verify_slices_are_equal;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::core::model::LoginPage;
use crate::core::platform::entropy;

/// What the cookie is called that makes a browser the one.
pub(super) const COOKIE: &str = "mcpgw-login";

/// The way in, while there is one.
#[derive(Debug, Default)]
pub(super) struct Door(Mutex<Option<Open>>);

#[derive(Debug)]
struct Open {
    at: LoginPage,
    path: String,
    /// What the browser has that opened it first.
    cookie: Option<String>,
}

/// How somebody comes who knows the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entry {
    /// As the first one, who gets this cookie.
    First(String),
    /// As the one who has it.
    Again,
    /// As somebody else.
    Late,
}

impl Door {
    /// Where it is on `host`; opens it, if it is closed.
    pub(super) fn open(&self, host: &str) -> io::Result<LoginPage> {
        let mut open = self.lock();
        if let Some(open) = &*open {
            return Ok(open.at.clone());
        }
        let path = format!("/{}", random()?);
        let at = LoginPage { url: format!("http://{host}{path}"), id: format!("mcpgw-login-{}", random()?) };
        *open = Some(Open { at: at.clone(), path, cookie: None });
        Ok(at)
    }

    pub(super) fn close(&self) {
        *self.lock() = None;
    }

    /// How somebody comes to `path` with these cookies; nothing: there is no such page. Only who comes to look may be the first.
    pub(super) fn enter(&self, path: &str, cookies: Option<&str>, looks: bool) -> io::Result<Option<Entry>> {
        let mut open = self.lock();
        let Some(open) = open.as_mut().filter(|open| are_equal(&open.path, path)) else { return Ok(None) };
        let Some(cookie) = &open.cookie else {
            if !looks {
                return Ok(Some(Entry::Late));
            }
            let cookie = random()?;
            open.cookie = Some(cookie.clone());
            return Ok(Some(Entry::First(cookie)));
        };
        let own = |pair: &str| pair.trim().strip_prefix(COOKIE)?.strip_prefix('=').map(str::to_owned);
        let shown = cookies.into_iter().flat_map(|cookies| cookies.split(';')).filter_map(own);
        let is_theirs = shown.into_iter().any(|shown| are_equal(&shown, cookie));
        Ok(Some(if is_theirs { Entry::Again } else { Entry::Late }))
    }

    fn lock(&self) -> MutexGuard<'_, Option<Open>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// 256 random bits, as they may stand in a URL.
fn random() -> io::Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(entropy::random::<32>()?))
}

fn are_equal(one: &str, other: &str) -> bool {
    verify_slices_are_equal(one.as_bytes(), other.as_bytes()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_who_comes_is_let_in_again_and_nobody_else_is() {
        let door = Door::default();
        let enter = |path: &str, cookies: Option<&str>| door.enter(path, cookies, true).expect("entropy");
        assert_eq!(enter("/", None), None);
        let at = door.open("h").expect("entropy");
        assert_eq!(door.open("h").expect("entropy"), at, "it is open");
        let path = at.url.strip_prefix("http://h").expect("its host").to_owned();
        assert_eq!(enter(&path[..path.len() - 1], None), None);
        assert_eq!(door.enter(&path, None, false).expect("none"), Some(Entry::Late));
        let Some(Entry::First(cookie)) = enter(&path, Some("other=1")) else { panic!("the first") };
        assert_eq!(enter(&path, None), Some(Entry::Late));
        assert_eq!(enter(&path, Some("mcpgw-login=x; mcpgw-login2=y")), Some(Entry::Late));
        assert_eq!(enter(&path, Some(&format!("a=b; {COOKIE}=x; {COOKIE}={cookie}"))), Some(Entry::Again));
        door.close();
        assert_eq!(enter(&path, Some(&format!("{COOKIE}={cookie}"))), None);
        assert_ne!(door.open("h").expect("entropy"), at);
    }
}
