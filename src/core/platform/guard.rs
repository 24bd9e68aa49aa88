//! The side of mcpgw of its guard: a process that ends the children of one that was killed.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustix::fs::OFlags;
use rustix::pipe::{PipeFlags, pipe_with};

use super::inherited::close_inherited_on_exec;
use super::process::Group;

/// Knows which groups must not outlive this process. Cheap to clone; the default one watches nothing.
#[derive(Debug, Clone, Default)]
pub struct Guard(Option<Arc<Mutex<Post>>>);

#[derive(Debug)]
struct Post {
    program: PathBuf,
    argument: &'static str,
    groups: BTreeSet<i32>,
    process: Option<(File, Child)>,
}

impl Guard {
    /// A guard that `program` becomes when it is started with `argument`; it starts before the first child.
    pub fn new(program: PathBuf, argument: &'static str) -> Self {
        let post = Post { program, argument, groups: BTreeSet::new(), process: None };
        Self(Some(Arc::new(Mutex::new(post))))
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
        self.0.as_ref().map(|post| post.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Post {
    /// Starts the guard and tells it all groups. Without one, servers still run: only a killed mcpgw would leave them.
    fn start(&mut self) {
        if let Some((pipe, mut process)) = self.process.take() {
            drop(pipe);
            // It has ended, or hangs; killed, it is soon reaped. Either may fail only where there is nothing to do.
            let _ = process.kill();
            let _ = process.wait();
        }
        match spawn(&self.program, self.argument) {
            Ok(started) => self.process = Some(started),
            Err(error) => return tracing::warn!("can't start the guard of child processes: {error}"),
        }
        for group in self.groups.clone() {
            self.say('+', group);
        }
    }

    /// Whether the guard was told.
    fn say(&mut self, sign: char, group: i32) -> bool {
        let Some((pipe, _)) = &mut self.process else { return false };
        pipe.write_all(format!("{sign}{group}\n").as_bytes()).is_ok()
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
    let process = command.spawn()?;
    Ok((File::from(pipe), process))
}
