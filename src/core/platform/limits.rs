//! What the operating system may do with this process's memory.

use std::sync::{Mutex, PoisonError};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// The limit of core dumps as it was before [`no_core_dumps`] lowered it.
static LOWERED: Mutex<Option<Rlimit>> = Mutex::new(None);

/// Keeps this process's memory out of core dumps, from now on.
pub fn no_core_dumps() {
    let mut lowered = LOWERED.lock().unwrap_or_else(PoisonError::into_inner);
    if lowered.is_some() {
        return;
    }
    let limit = getrlimit(Resource::Core);
    // Lowering the soft limit can't fail.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: limit.maximum });
    *lowered = Some(limit);
    // The kernel writes none of such a process, whatever the limit says; it ends with `execve`.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

/// Starts a process that shall have the limit that this one was given: children inherit it.
pub(super) fn as_given<T>(start: impl FnOnce() -> T) -> T {
    let lowered = LOWERED.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(given) = *lowered else {
        drop(lowered);
        return start();
    };
    let zero = Rlimit { current: Some(0), maximum: given.maximum };
    // Up to the hard limit, and down again: neither can fail.
    let _ = setrlimit(Resource::Core, given);
    let started = start();
    let _ = setrlimit(Resource::Core, zero);
    drop(lowered);
    started
}
