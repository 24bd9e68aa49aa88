//! Waits that cost nothing while they last.
//!
//! As long as a timer of the runtime is pending, the kernel sets a timer and takes it back each time the runtime waits for anything at
//! all: beside a call that takes some microseconds that is a lot. A timer that is a descriptor is set once (`timerfd_create(2)`).

use std::time::{Duration, Instant};

/// Returns after `duration`. For waits that are pending while calls are made. Cancel-safe.
pub async fn rest(duration: Duration) {
    #[cfg(target_os = "linux")]
    if let Ok(alarm) = alarm(duration)
        && alarm.readable().await.is_ok()
    {
        return;
    }
    tokio::time::sleep(duration).await;
}

/// Returns at this time. For waits that are pending while calls are made. Cancel-safe.
pub async fn rest_until(at: Instant) {
    rest(at.saturating_duration_since(Instant::now())).await;
}

#[cfg(target_os = "linux")]
fn alarm(duration: Duration) -> std::io::Result<tokio::io::unix::AsyncFd<std::os::fd::OwnedFd>> {
    use rustix::time::{
        Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create,
        timerfd_settime,
    };

    const NEVER: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };
    let alarm = timerfd_create(TimerfdClockId::Monotonic, TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC)?;
    // A timer that is set to nothing never rings.
    let it_value =
        Timespec::try_from(duration.max(Duration::from_nanos(1))).map_err(std::io::Error::other)?;
    let time = Itimerspec { it_interval: NEVER, it_value };
    timerfd_settime(&alarm, TimerfdTimerFlags::empty(), &time)?;
    super::endpoint::register(alarm, tokio::io::Interest::READABLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn it_takes_as_long_as_is_said_and_no_time_takes_none() {
        let began = Instant::now();
        rest(Duration::ZERO).await;
        rest_until(began).await;
        rest(Duration::from_millis(20)).await;
        assert!(began.elapsed() >= Duration::from_millis(20));
        rest_until(began + Duration::from_millis(40)).await;
        assert!(began.elapsed() >= Duration::from_millis(40));
    }

    #[tokio::test]
    async fn others_go_on_meanwhile() {
        let long = rest(Duration::from_hours(1));
        tokio::select! {
            () = long => panic!("an hour"),
            () = rest(Duration::from_millis(1)) => {}
        }
    }
}
