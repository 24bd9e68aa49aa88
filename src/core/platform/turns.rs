//! How long a turn on the processor this thread asks for: its slice, as the kernel calls it (sched(7), `sched_setattr(2)`).
//!
//! Among those that want a processor, the kernel takes who must be done with a turn first, and interrupts who runs for somebody
//! who must be done sooner. A relay is woken by those that it serves, and what it then does is wanted only once they wait for it:
//! if it asks for longer turns than they, it lets them come to that point, where it would interrupt them between writing and
//! waiting. One on the same processor as its client and its servers then changes between them four times a call instead of up to
//! seven. It gets no more of the processor, and no less.

/// Asks for long turns for the calling thread, and for threads that it starts. Where the kernel doesn't know of such (before
/// Linux 6.12), or this process was given another priority than the ordinary one, it stays as it is.
pub fn take_long_turns() {
    #[cfg(target_os = "linux")]
    linux::take_long_turns();
}

/// Starts a process that shall take turns as this one was to: children inherit their length.
pub(super) fn as_given<T>(start: impl FnOnce() -> T) -> T {
    #[cfg(target_os = "linux")]
    let _given = linux::Given::back();
    start()
}

#[cfg(target_os = "linux")]
mod linux {
    use std::cell::Cell;
    use std::time::Duration;

    use rustix::process::getpriority_process;
    use thread_priority::{
        DeadlineFlags, RealtimeThreadSchedulePolicy, ThreadPriority, ThreadSchedulePolicy,
        set_thread_priority_and_policy,
    };

    /// Several times the kernel's own choice, 1.4 to 3 ms; 6 ms already do. With 50 ms, calls on a busy processor have waited for
    /// as long.
    pub(super) const LONG: Duration = Duration::from_millis(10);

    /// What the kernel chooses itself.
    const OWN_CHOICE: Duration = Duration::ZERO;

    /// `SCHED_FLAG_KEEP_POLICY` of `sched_setattr(2)`: the call changes no policy, whichever it names. A kernel that doesn't know it
    /// (before Linux 5.3) refuses the call.
    const KEEP_POLICY: DeadlineFlags = DeadlineFlags::from_bits_retain(0x08);

    thread_local! {
        static IS_LONG: Cell<bool> = const { Cell::new(false) };
    }

    pub(super) fn take_long_turns() {
        IS_LONG.set(ask_for(LONG));
    }

    /// Turns as this process was given, until it is dropped.
    pub(super) struct Given;

    impl Given {
        pub(super) fn back() -> Option<Self> {
            (IS_LONG.get() && ask_for(OWN_CHOICE)).then_some(Self)
        }
    }

    impl Drop for Given {
        fn drop(&mut self) {
            ask_for(LONG);
        }
    }

    /// Whether the kernel took it. It takes the nice value together with the slice, and would take 0 for any other.
    fn ask_for(slice: Duration) -> bool {
        const CALLING_THREAD: thread_priority::ThreadId = 0;
        // A deadline task's runtime is the same member of the call as the slice of an ordinary one.
        let slice = ThreadPriority::Deadline {
            runtime: slice,
            deadline: Duration::ZERO,
            period: Duration::ZERO,
            flags: KEEP_POLICY,
        };
        let kept = ThreadSchedulePolicy::Realtime(RealtimeThreadSchedulePolicy::Deadline);
        getpriority_process(None) == Ok(0)
            && set_thread_priority_and_policy(CALLING_THREAD, slice, kept).is_ok()
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs;
    use std::process::Command;

    use super::*;

    const SCHED: &str = "/proc/thread-self/sched";

    /// A member of what proc(5) tells of a thread, a number.
    fn member(name: &str, of: &str) -> Option<u64> {
        let line = of.lines().find(|line| line.split_whitespace().next() == Some(name))?;
        line.rsplit(' ').next()?.parse().ok()
    }

    /// Whether this kernel lets a thread choose: Linux 6.12 was the first.
    fn lets_choose(release: &str) -> bool {
        let mut parts = release.split(['.', '-']).map_while(|part| part.parse::<u32>().ok());
        (parts.next(), parts.next()) >= (Some(6), Some(12))
    }

    #[test]
    fn a_thread_takes_long_turns_and_its_children_those_that_it_was_given() {
        std::thread::spawn(|| {
            let told = || fs::read_to_string(SCHED).expect("what the kernel tells of this thread");
            let before = told();
            take_long_turns();
            let after = told();
            for kept in ["policy", "prio"] {
                assert!(member(kept, &after).is_some(), "{after}");
                assert_eq!(member(kept, &after), member(kept, &before), "{kept}");
            }
            let long = linux::LONG.as_nanos().try_into().ok();
            let release = fs::read_to_string("/proc/sys/kernel/osrelease").expect("a release");
            let is_ordinary = rustix::process::getpriority_process(None) == Ok(0);
            let chooses = lets_choose(&release) && is_ordinary;
            let expected = if chooses { long } else { member("se.slice", &before) };
            assert_eq!(member("se.slice", &after), expected);

            let child = as_given(|| Command::new("cat").arg("/proc/self/sched").output()).expect("cat");
            let child = String::from_utf8(child.stdout).expect("text");
            for given in ["policy", "prio", "se.slice"] {
                assert_eq!(member(given, &child), member(given, &before), "{given}");
            }
            assert_eq!(member("se.slice", &told()), expected, "afterwards it is as before");
        })
        .join()
        .expect("no panic");
    }
}
