//! What the operating system may do with this process's memory.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Keeps this process's memory out of core dumps. The hard limit stays, so that children may have theirs.
pub fn no_core_dumps() {
    let limit = getrlimit(Resource::Core);
    // Lowering the soft limit can't fail.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: limit.maximum });
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}
