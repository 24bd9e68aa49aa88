//! The end of a session: what is under way is answered, what was said is written, and every child ends.

use std::future::{Future, pending};
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::super::router::Router;
use super::hub::Hub;
use crate::core::platform::time::{sleep, sleep_until, timeout};

/// How long the end of input leaves in all: for requests under way to be answered, then for children to end by themselves.
/// A client that ends us has two seconds of patience before it sends SIGTERM, and two more before SIGKILL.
pub(super) const GRACE: Duration = Duration::from_millis(3_500);
/// How long what was said, or has to be said because of the end, may take to be written.
const LAST_WORDS: Duration = Duration::from_millis(500);
/// How often it is looked whether the client still reads.
const ABANDONED: Duration = Duration::from_millis(100);
/// How long children may take to end, all at once: the patience of [`crate::core::upstream::stop()`], and a little.
const CHILDREN: Duration = Duration::from_millis(4_500);

/// Waits until the client has been answered and told everything, or is gone, or it is `until`.
pub(super) async fn serve_out(hub: &Arc<Hub>, until: Instant) {
    tokio::select! {
        () = drain(hub) => {}
        () = abandoned(hub) => {}
        () = sleep_until(until) => {}
    }
}

/// Ends every child, and meanwhile tells the client what it is still to be told. Hurries from `hurry_at` on, and once
/// `asked` resolves.
pub(super) async fn finish(
    hub: &Arc<Hub>,
    mut asked: Pin<&mut impl Future<Output = ()>>,
    hurry_at: Option<Instant>,
) {
    hub.closing.cancel();
    hub.call(Router::end);
    hub.tasks.close();
    let ending = async {
        let children = timeout(CHILDREN, hub.tasks.wait());
        let words = serve_out(hub, Instant::now() + LAST_WORDS);
        let _ = tokio::join!(children, words, hub.keeper.finish(hub));
    };
    let hurrying = async {
        if let Some(at) = hurry_at {
            tokio::select! {
                () = sleep_until(at) => {}
                () = &mut asked => {}
            }
        }
        hub.hurry.cancel();
        pending::<()>().await;
    };
    tokio::select! {
        () = ending => {}
        () = hurrying => {}
    }
    let writer = Arc::clone(&hub.lock().client);
    let patience = if hub.hurry.is_cancelled() { LAST_WORDS } else { GRACE };
    let _ = timeout(patience, writer.flush()).await;
}

/// Waits until the client has closed its output as well: nobody is left to answer. Writing would show it, but a request
/// that is never answered writes nothing.
async fn abandoned(hub: &Arc<Hub>) {
    let writer = Arc::clone(&hub.lock().client);
    while !writer.is_abandoned() {
        sleep(ABANDONED).await;
    }
}

/// Waits until no request is under way and everything is written.
async fn drain(hub: &Arc<Hub>) {
    loop {
        {
            let mut state = hub.lock();
            state.draining = true;
            hub.finish(&mut state);
            if state.is_drained() {
                return;
            }
        }
        hub.quiet.notified().await;
    }
}
