//! The way back into a session whose login is over.

use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;

use super::SessionLogin;
use crate::core::model::LoginPage;

/// What comes of something that takes a while; may be dropped at any time.
pub type Coming<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// How the person of a session logs in again while it runs.
pub trait WayBack: Debug + Send + Sync {
    /// Their login, if they have logged in again before this one was over. Says so soon, or not at all.
    fn ahead(&self) -> Coming<'_, Option<SessionLogin>>;

    /// Returns when they are logged in here.
    fn again(&self) -> Coming<'_, SessionLogin>;

    /// The page at which they do that with a browser, from now on; nothing: there can't be one.
    fn open_page(&self) -> Coming<'_, Option<LoginPage>>;

    /// They are back: nothing of that is needed for now.
    fn settle(&self);
}
