//! Waits for sinks that had no room.

use std::sync::Arc;

use super::hub::Hub;

/// Goes on writing to the client whenever it has room again.
pub(super) async fn client(hub: Arc<Hub>) {
    let writer = Arc::clone(&hub.lock().client);
    loop {
        hub.client_blocked.notified().await;
        if writer.writable().await.is_err() {
            return hub.closing.cancel();
        }
        let mut state = hub.lock();
        hub.finish(&mut state);
    }
}

/// Goes on writing to a child whenever it has room again.
pub(super) async fn child(hub: Arc<Hub>, child: usize) {
    let (writer, blocked) = {
        let state = hub.lock();
        let side = &state.children[child];
        let Some(writer) = side.writer.clone() else { return };
        (writer, Arc::clone(&side.blocked))
    };
    loop {
        blocked.notified().await;
        if writer.writable().await.is_err() {
            return;
        }
        hub.lock().write_child(child);
    }
}
