//! Looks again and again whether what sessions follow has changed.
//!
//! On the thread of the store, which reads it: the runtime, where all calls are made, is woken only by what has changed.

use std::time::{Duration, Instant};

use tokio::sync::watch;

use super::worker::Desk;
use super::{Generation, Store, StoreError, generation};

/// Who is told.
pub(super) struct Watch {
    period: Duration,
    next: Instant,
    told: watch::Sender<Option<Generation>>,
}

impl Store {
    /// Looks at the store every `period` while the receiver lives, and tells it when that finds anything but the last time;
    /// nothing stands for a store that can't be read. There is one watch at a time.
    pub async fn watch(
        &self,
        seen: Generation,
        period: Duration,
    ) -> Result<watch::Receiver<Option<Generation>>, StoreError> {
        let (told, looks) = watch::channel(Some(seen));
        let watch = Watch { period, next: Instant::now() + period, told };
        self.at_desk(move |desk| {
            desk.watch = Some(watch);
            Ok(())
        })
        .await?;
        Ok(looks)
    }
}

impl Watch {
    /// When it is time to look.
    pub(super) fn next_look(&self) -> Instant {
        self.next
    }

    /// Looks, unless nobody wants to know any more.
    pub(super) fn look(desk: &mut Desk) {
        desk.watch = desk.watch.take().filter(|watch| !watch.told.is_closed());
        let Some(watch) = &mut desk.watch else { return };
        let found = generation::read(&desk.connection).ok();
        watch.told.send_if_modified(|last| std::mem::replace(last, found) != found);
        watch.next = Instant::now() + watch.period;
    }
}
