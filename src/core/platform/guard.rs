//! The side of mcpgw of its guard: a process that ends the children of one that was killed.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use rustix::fs::OFlags;
use rustix::pipe::{PipeFlags, pipe_with};
use tokio::process::{Child, Command};
use tokio::sync::oneshot;

use super::inherited::close_inherited_on_exec;
use super::process::Group;
use super::time::sleep_until;
use super::turns;

/// How soon after another a guard starts by itself, so that one that can't run is not tried again and again.
const REST: Duration = Duration::from_secs(1);

/// Knows which groups must not outlive this process. Cheap to clone; the default one watches nothing.
#[derive(Debug, Clone, Default)]
pub struct Guard(Option<Arc<Mutex<Post>>>);

#[derive(Debug)]
struct Post {
    program: PathBuf,
    argument: &'static str,
    groups: BTreeSet<i32>,
    process: Option<Running>,
    /// How many guards there have been.
    starts: u64,
    /// Itself, for who waits for the guard's end.
    this: Weak<Mutex<Self>>,
}

/// A guard that was started.
#[derive(Debug)]
struct Running {
    pipe: File,
    give_up: oneshot::Sender<()>,
}

impl Guard {
    /// A guard that `program` becomes when it is started with `argument`; it starts before the first child.
    pub fn new(program: PathBuf, argument: &'static str) -> Self {
        let post = |this: &Weak<_>| {
            let (groups, this) = (BTreeSet::new(), Weak::clone(this));
            Mutex::new(Post { program, argument, groups, process: None, starts: 0, this })
        };
        Self(Some(Arc::new_cyclic(post)))
    }

    /// Sees to it that the guard runs. Before a child is started, so that the time in which nobody watches it is that of
    /// one write.
    pub(super) fn ready(&self) {
        let Some(mut post) = self.post() else { return };
        if post.process.is_none() {
            post.start();
        }
    }

    /// Ends `group` should this process end first.
    pub(super) fn watch(&self, group: Group) {
        let Some(mut post) = self.post() else { return };
        post.groups.insert(group.id());
        if !post.say('+', group.id()) {
            // Somebody has killed or stopped it: the next one is told everything.
            post.start();
        }
    }

    /// `group` is gone, and its id may soon be another's.
    pub(super) fn forget(&self, group: Group) {
        let Some(mut post) = self.post() else { return };
        if post.groups.remove(&group.id()) && !post.say('-', group.id()) && !post.groups.is_empty() {
            post.start();
        }
    }

    fn post(&self) -> Option<MutexGuard<'_, Post>> {
        self.0.as_deref().map(lock)
    }
}

fn lock(post: &Mutex<Post>) -> MutexGuard<'_, Post> {
    post.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Post {
    /// Starts the guard and tells it all groups. Without one, servers still run: only a killed mcpgw would leave them.
    fn start(&mut self) {
        if let Some(before) = self.process.take() {
            // It has ended, or hangs. Nobody may wait for its end any more.
            let _ = before.give_up.send(());
        }
        self.starts += 1;
        let (pipe, process) = match spawn(&self.program, self.argument) {
            Ok(started) => started,
            Err(error) => return tracing::warn!("can't start the guard of child processes: {error}"),
        };
        let (give_up, given_up) = oneshot::channel();
        self.process = Some(Running { pipe, give_up });
        // The task ends with its process, which ends with the pipe.
        tokio::spawn(attend(Weak::clone(&self.this), self.starts, process, given_up));
        for group in self.groups.clone() {
            self.say('+', group);
        }
    }

    /// Whether the guard was told.
    fn say(&mut self, sign: char, group: i32) -> bool {
        let Some(Running { pipe, .. }) = &mut self.process else { return false };
        pipe.write_all(format!("{sign}{group}\n").as_bytes()).is_ok()
    }
}

/// Reaps a guard, and starts another if it was not to end.
async fn attend(post: Weak<Mutex<Post>>, number: u64, mut process: Child, given_up: oneshot::Receiver<()>) {
    let rested = Instant::now() + REST;
    tokio::select! {
        _ = process.wait() => {}
        Ok(()) = given_up => {
            // Killed, it is soon reaped; that fails only where there is nothing to do.
            let _ = process.kill().await;
            return;
        }
    }
    sleep_until(rested).await;
    let Some(post) = post.upgrade() else { return };
    let mut post = lock(&post);
    if post.starts == number {
        post.process = None;
        if !post.groups.is_empty() {
            tracing::warn!("the guard of child processes was ended; another starts");
            post.start();
        }
    }
}

/// Starts a guard, and returns the pipe to it, which nothing else inherits.
fn spawn(program: &Path, argument: &str) -> io::Result<(File, Child)> {
    // A guard that held what a client leaked to mcpgw would keep it open after mcpgw's end.
    close_inherited_on_exec();
    let (listening, pipe) = pipe_with(PipeFlags::CLOEXEC)?;
    // A guard that is stopped must not stop mcpgw.
    rustix::fs::fcntl_setfl(&pipe, rustix::fs::fcntl_getfl(&pipe)? | OFlags::NONBLOCK)?;
    let mut command = Command::new(program);
    command.arg0("mcpgw").arg(argument).env_clear().current_dir("/");
    command.stdin(Stdio::from(listening)).stdout(Stdio::null()).stderr(Stdio::null());
    let process = turns::as_given(|| command.spawn())?;
    Ok((File::from(pipe), process))
}
