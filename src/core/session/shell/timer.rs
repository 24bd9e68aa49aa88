//! Calls the router when it wants to be called.

use std::sync::Arc;
use std::time::Duration;

use super::hub::Hub;
use crate::core::platform::time::{sleep, sleep_until};

/// How long memory of a large frame is kept for the next one.
const SPARE_KEPT: Duration = Duration::from_secs(2);

/// Ticks until the session ends.
pub(super) async fn run(hub: Arc<Hub>) {
    loop {
        let armed = {
            let mut state = hub.lock();
            state.armed = state.router.deadline();
            state.armed
        };
        let due = async {
            match armed {
                Some(at) => sleep_until(at).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = due => hub.call(super::super::router::Router::tick),
            () = hub.timer.notified() => {}
        }
    }
}

/// Gives back memory that no large frame came for.
pub(super) async fn trim(hub: Arc<Hub>) {
    let mut seen = false;
    loop {
        sleep(SPARE_KEPT).await;
        let mut state = hub.lock();
        if seen {
            state.memory.drop_large();
        }
        seen = state.memory.has_large();
    }
}
