//! Signals that end this process at once.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

/// A signal that asks for the end, and comes once `armed` is true, ends this process there and then with this exit code.
/// Nothing is tidied up: what its children left is the guard's.
pub fn end_at_once_if(armed: &Arc<AtomicBool>, code: u8) -> io::Result<()> {
    for signal in [SIGTERM, SIGINT, SIGHUP] {
        signal_hook::flag::register_conditional_shutdown(signal, code.into(), Arc::clone(armed))?;
    }
    Ok(())
}
