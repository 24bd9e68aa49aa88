//! A hint that a stream may have something to read.
//!
//! Who is sent something has often answered by the time that sending is done: where both share a processor, it ran at once. To look
//! then costs less than to ask the kernel which of all streams have something (epoll(7)). Where looks are in vain, fewer and fewer
//! are taken.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Waker};

/// How many hints are passed over at most, before it is looked again.
const MOST_PASSED_OVER: u32 = 63;

/// Tells the reader of a stream when to look, whatever is known of it.
#[derive(Debug, Default)]
pub struct Hint(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    given: bool,
    /// How many hints are still to be passed over, and how many were to be since the last look.
    left: u32,
    passed_over: u32,
    reader: Option<Waker>,
}

impl Hint {
    /// Whoever reads may look now.
    pub fn give(&self) {
        let mut state = self.lock();
        if let Some(left) = state.left.checked_sub(1) {
            state.left = left;
            return;
        }
        if !std::mem::replace(&mut state.given, true)
            && let Some(reader) = &state.reader
        {
            reader.wake_by_ref();
        }
    }

    /// Whether it was given since the last time; if not, the task is woken when it is.
    pub(super) fn take(&self, context: &Context<'_>) -> bool {
        let mut state = self.lock();
        if !std::mem::take(&mut state.given) {
            let known = state.reader.as_ref().is_some_and(|reader| reader.will_wake(context.waker()));
            if !known {
                state.reader = Some(context.waker().clone());
            }
            return false;
        }
        true
    }

    /// What a look was good for.
    pub(super) fn looked(&self, found: bool) {
        let mut state = self.lock();
        state.passed_over = if found { 0 } else { (2 * state.passed_over + 1).min(MOST_PASSED_OVER) };
        state.left = state.passed_over;
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::Wake;
    use std::time::Duration;

    use rustix::pipe::PipeFlags;

    use super::super::Reader;
    use super::super::time::timeout;
    use super::*;

    #[derive(Default)]
    struct Woken(AtomicUsize);

    impl Wake for Woken {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[tokio::test]
    async fn whether_hints_come_or_not_all_is_read() {
        let (from, to) = rustix::pipe::pipe_with(PipeFlags::NONBLOCK).expect("a pipe");
        let mut reader = Reader::non_blocking(from).expect("a reader");
        let (hint, mut sent, mut read) = (reader.hint(), 0, 0);
        for round in 0..500 {
            // Hints before there is something, after it, at both times and never.
            if round % 3 == 0 {
                hint.give();
            }
            if round % 5 != 0 {
                sent += rustix::io::write(&to, &[0; 100][..=round % 90]).expect("room");
            }
            if round % 4 == 0 {
                hint.give();
            }
            while read < sent {
                let ready = timeout(Duration::from_secs(10), reader.ready()).await;
                ready.expect("what was sent is noticed").expect("a pipe");
                match reader.try_read(&mut [0; 64]) {
                    Ok(count) => read += count,
                    Err(error) => assert_eq!(error.kind(), ErrorKind::WouldBlock),
                }
            }
        }
        drop(to);
        assert_eq!((read, reader.read(&mut [0; 64]).await.ok()), (sent, Some(0)));
    }

    #[test]
    fn looks_in_vain_become_rare_and_one_that_pays_makes_them_usual() {
        let (hint, woken) = (Hint::default(), Arc::new(Woken::default()));
        let waker = Waker::from(Arc::clone(&woken));
        let context = Context::from_waker(&waker);
        assert!(!hint.take(&context));
        let looks = |found: bool| {
            let look = |_: &usize| {
                hint.give();
                let looks = hint.take(&context);
                if looks {
                    hint.looked(found);
                }
                looks
            };
            (0..1000).filter(look).count()
        };
        let rare = looks(false);
        assert!((10..30).contains(&rare), "{rare}");
        let usual = looks(true);
        assert!(usual > 900, "{usual}");
        assert_eq!(woken.0.load(Ordering::Relaxed), rare + usual);
    }
}
