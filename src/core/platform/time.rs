//! Waits that cost nothing while they last.
//!
//! With its own timers the runtime looks at the clock each time it has waited for anything at all, and while one of them is pending,
//! the kernel sets a timer and takes it back each time: beside a call that takes some microseconds that is a lot. A timer that is a
//! descriptor is set once (`timerfd_create(2)`), and the runtime needs no clock.

use std::fmt;
use std::future::{Future, IntoFuture, poll_fn};
use std::task::Poll;
use std::time::{Duration, Instant};

/// What was waited for did not come in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elapsed;

impl fmt::Display for Elapsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the time is over")
    }
}

impl std::error::Error for Elapsed {}

/// Returns after `duration`. Cancel-safe.
pub async fn sleep(duration: Duration) {
    #[cfg(target_os = "linux")]
    linux::sleep(duration).await;
    #[cfg(not(target_os = "linux"))]
    tokio::time::sleep(duration).await;
}

/// Returns at this time. Cancel-safe.
pub async fn sleep_until(at: Instant) {
    sleep(at.saturating_duration_since(Instant::now())).await;
}

/// What `future` gives, if it does so within `limit`: one that is ready is asked first. Dropped otherwise.
pub fn timeout<F: IntoFuture>(
    limit: Duration,
    future: F,
) -> impl Future<Output = Result<F::Output, Elapsed>> + use<F> {
    // Boxed, or whoever waits holds it several times over: once where it comes from, once where it is polled.
    let (mut future, mut over) = (Box::pin(future.into_future()), Box::pin(sleep(limit)));
    poll_fn(move |context| match future.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(Ok(output)),
        Poll::Pending => over.as_mut().poll(context).map(|()| Err(Elapsed)),
    })
}

/// The same until a time.
pub fn timeout_at<F: IntoFuture>(
    at: Instant,
    future: F,
) -> impl Future<Output = Result<F::Output, Elapsed>> + use<F> {
    timeout(at.saturating_duration_since(Instant::now()), future)
}

#[cfg(target_os = "linux")]
mod linux {
    use std::io;
    use std::os::fd::OwnedFd;
    use std::thread;
    use std::time::{Duration, Instant};

    use rustix::time::{
        Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create,
        timerfd_settime,
    };
    use tokio::io::Interest;
    use tokio::io::unix::AsyncFd;
    use tokio::sync::oneshot;

    const NEVER: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };
    /// A timer that is set to nothing never rings.
    const LEAST: Duration = Duration::from_nanos(1);
    /// No process lives that long.
    const MOST: Duration = Duration::from_hours(24 * 365 * 30);

    /// How long it takes at most until another try to have a descriptor.
    const AGAIN: Duration = Duration::from_secs(1);
    /// How long others wait where nothing is to be had to wait with.
    const TURN: Duration = Duration::from_millis(1);

    pub(super) async fn sleep(duration: Duration) {
        let until = Instant::now() + duration.min(MOST);
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match alarm(left.max(LEAST)) {
                Ok(alarm) if alarm.readable().await.is_ok() => return,
                // No more descriptors are to be had, which somebody may be waiting to change.
                _ => asleep(left.min(AGAIN)).await,
            }
            if Instant::now() >= until {
                return;
            }
        }
    }

    fn alarm(duration: Duration) -> io::Result<AsyncFd<OwnedFd>> {
        let alarm =
            timerfd_create(TimerfdClockId::Monotonic, TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC)?;
        let it_value = Timespec::try_from(duration).map_err(io::Error::other)?;
        let time = Itimerspec { it_interval: NEVER, it_value };
        timerfd_settime(&alarm, TimerfdTimerFlags::empty(), &time)?;
        super::super::endpoint::register(alarm, Interest::READABLE)
    }

    /// Has a thread wait; without one, others get their turn now and then.
    pub(super) async fn asleep(duration: Duration) {
        let until = Instant::now() + duration;
        let (sender, woken) = oneshot::channel();
        let sleeper = thread::Builder::new().stack_size(64 * 1024).spawn(move || {
            thread::sleep(duration);
            // Nobody waits any more when what was waited for has come.
            let _ = sender.send(());
        });
        if sleeper.is_err() || woken.await.is_err() {
            while Instant::now() < until {
                thread::sleep(TURN);
                tokio::task::yield_now().await;
            }
        }
    }

    #[cfg(test)]
    #[tokio::test]
    async fn without_a_descriptor_it_takes_as_long() {
        let began = Instant::now();
        asleep(Duration::from_millis(20)).await;
        assert!(began.elapsed() >= Duration::from_millis(20));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn it_takes_as_long_as_is_said_and_no_time_takes_none() {
        let began = Instant::now();
        sleep(Duration::ZERO).await;
        sleep_until(began).await;
        sleep(Duration::from_millis(20)).await;
        assert!(began.elapsed() >= Duration::from_millis(20));
        sleep_until(began + Duration::from_millis(40)).await;
        assert!(began.elapsed() >= Duration::from_millis(40));
    }

    #[tokio::test]
    async fn others_go_on_meanwhile() {
        tokio::select! {
            () = sleep(Duration::MAX) => panic!("more than an hour"),
            () = sleep(Duration::from_millis(1)) => {}
        }
    }

    #[tokio::test]
    async fn what_is_ready_is_in_time_and_what_never_comes_is_not() {
        let past = Instant::now();
        assert_eq!(timeout(Duration::ZERO, std::future::ready(1)).await, Ok(1));
        assert_eq!(timeout_at(past, std::future::ready(2)).await, Ok(2));
        assert_eq!(timeout(Duration::from_millis(1), std::future::pending::<()>()).await, Err(Elapsed));
        assert_eq!(timeout_at(past, std::future::pending::<()>()).await, Err(Elapsed));
    }
}
