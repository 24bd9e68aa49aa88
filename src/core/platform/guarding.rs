//! The guard itself: reads which groups to end, and ends them when nobody can write that any more.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

use super::process::Group;

/// How long a group has between SIGTERM and SIGKILL.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often it is looked whether the groups are gone.
const LOOK: Duration = Duration::from_millis(20);

/// Reads `+ID` and `-ID` lines from stdin; at its end, ends every group that was named and not taken back.
pub fn stand_guard() -> io::Result<()> {
    // Ended with mcpgw, it could not end what is left: it hears no signal that is meant for a whole group.
    let heard = Arc::new(AtomicBool::new(false));
    for signal in [SIGTERM, SIGINT, SIGHUP] {
        signal_hook::flag::register(signal, Arc::clone(&heard))?;
    }
    // The only failure is that it leads a group already, as when a person starts it.
    let _ = rustix::process::setsid();
    end(&listen(io::stdin().lock()));
    Ok(())
}

/// The groups that are left at the end of `input`. A line that is cut short names none.
fn listen(mut input: impl io::BufRead) -> BTreeSet<i32> {
    let mut groups = BTreeSet::new();
    let mut line = String::new();
    while matches!(input.read_line(&mut line), Ok(1..)) {
        let whole = line.strip_suffix('\n').unwrap_or_default();
        if let Some(id) = whole.strip_prefix('+').and_then(|id| id.parse().ok()) {
            groups.insert(id);
        } else if let Some(id) = whole.strip_prefix('-').and_then(|id| id.parse().ok()) {
            groups.remove(&id);
        }
        line.clear();
    }
    groups
}

/// SIGTERM to all, SIGKILL later to those that are left.
fn end(groups: &BTreeSet<i32>) {
    let groups: Vec<_> = groups.iter().filter_map(|&id| Group::from_id(id)).collect();
    for group in &groups {
        group.terminate();
    }
    let start = Instant::now();
    while groups.iter().any(|group| group.exists()) {
        if start.elapsed() >= PATIENCE {
            return groups.into_iter().filter(|group| group.exists()).for_each(Group::kill);
        }
        thread::sleep(LOOK);
    }
}

#[cfg(test)]
mod tests {
    use super::listen;

    #[test]
    fn what_was_named_and_not_taken_back_is_left() {
        let left = listen(&b"+5\n+7\nnoise\n-5\n-9\n+11\n+12"[..]);
        assert_eq!(left.into_iter().collect::<Vec<_>>(), [7, 11]);
    }
}
