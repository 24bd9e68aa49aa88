//! The kernel's table of this process's descriptors.

/// How many may be open before that table grows: more than most processes may have.
#[cfg(target_os = "linux")]
const MANY: u64 = 1024;

/// Has the table grow now. Later, when the process has several threads, whoever opens the descriptor that has no place in it waits for
/// all processors, which takes milliseconds (`expand_fdtable` in Linux). It never becomes smaller.
pub fn expect_many_descriptors() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Resource, getrlimit};

        let most = getrlimit(Resource::Nofile).current.unwrap_or(MANY).min(MANY);
        if let Some(last) = i32::try_from(most).ok().and_then(|most| most.checked_sub(1)) {
            // Closed at once. Without a stdin, or where it can't be, it is as before.
            let _ = rustix::io::fcntl_dupfd_cloexec(std::io::stdin(), last);
        }
    }
}
