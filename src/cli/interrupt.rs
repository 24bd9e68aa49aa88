//! The wish of the person at the keyboard, or of the system, that this process end.

use std::future::Future;
use std::io;

/// Signals this close to each other are one wish: a terminal tells all its processes, and then their parents tell them too.
#[cfg(unix)]
const ONE_WISH: std::time::Duration = std::time::Duration::from_millis(500);

/// Listens from now on; the future resolves on ctrl-c, or when the terminal or the system asks for the end.
#[cfg(unix)]
pub(super) fn interrupted() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hang_up.recv() => {}
        }
    })
}

/// Listens from now on; the future resolves on ctrl-c.
#[cfg(windows)]
pub(super) fn interrupted() -> io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}

/// The same for a process that may take its time to end: whoever asks again some time later has it end at once.
#[cfg(unix)]
pub(super) fn interrupted_or_else() -> io::Result<impl Future<Output = ()>> {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    let armed = Arc::new(AtomicBool::new(false));
    let first = interrupted()?;
    crate::core::platform::end_at_once_if(&armed, super::error::Exit::Cancelled as u8)?;
    Ok(async move {
        first.await;
        tokio::spawn(async move {
            crate::core::platform::time::sleep(ONE_WISH).await;
            armed.store(true, Ordering::SeqCst);
        });
    })
}

/// The same for a process that may take its time to end.
#[cfg(windows)]
pub(super) fn interrupted_or_else() -> io::Result<impl Future<Output = ()>> {
    interrupted()
}
