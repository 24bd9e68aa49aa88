//! A session's journal, as it is written: one file, which is appended to all at once with what is new.
//!
//! It is there to outlive the process, not the machine: nothing waits for a disk.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::line::{EndedLine, Line, MAGIC, SentLine};
use super::reader::Reader;
use crate::core::model::{CallMethod, CallOutcome, ClientInfo, ServerId, TeamId, UsageSession};
use crate::core::platform::files::{self, FileId};
use crate::core::platform::{Appended, appended_length, private_directory};

/// How much waits at most for a disk that takes nothing, bytes. Further calls are only counted.
const MOST_WAITING: usize = 256 * 1024;
/// How much memory is kept for what comes next, bytes.
const KEPT: usize = 16 * 1024;
/// How long at least between two tries to make the file.
const AGAIN: Duration = Duration::from_secs(1);

/// What a file of a session that is still written is called.
pub(super) const EXTENSION: &str = "journal";
/// The same for one that is about to take its place.
pub(super) const NEXT: &str = "next";

/// The journal of one session.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    session: UsageSession,
    file: Option<Appended>,
    /// How long that may be, bytes: the store may take nothing.
    most: u64,
    /// What is still to be written.
    waiting: Vec<u8>,
    /// The first lines are made.
    begun: bool,
    servers: Vec<(ServerId, TeamId)>,
    /// Which items have been introduced.
    items: Vec<bool>,
    /// When the last call was, and its number.
    at: i64,
    number: u64,
    /// Calls that could not be written down, and when the last one was.
    lost: (u64, i64),
    failing: bool,
    tried_at: Option<Instant>,
}

impl Journal {
    pub(super) fn new(dir: &Path, session: UsageSession, most: u64) -> Self {
        Self {
            path: dir.join(format!("{}.{EXTENSION}", session.id)),
            session,
            file: None,
            most,
            waiting: Vec::new(),
            begun: false,
            servers: Vec::new(),
            items: Vec::new(),
            at: 0,
            number: 0,
            lost: (0, 0),
            failing: false,
            tried_at: None,
        }
    }

    /// Says whose it is, before anything else.
    pub(super) fn begin(&mut self, client: impl FnOnce() -> Option<ClientInfo>) {
        if std::mem::replace(&mut self.begun, true) {
            return;
        }
        let UsageSession { id, user, token, .. } = self.session;
        Line::Of { session: id, user, token }.append(&mut self.waiting);
        if let Some(client) = client() {
            Line::Client(client.shortened()).append(&mut self.waiting);
        }
    }

    /// A server is given a call.
    pub(super) fn sent(
        &mut self,
        (number, at): (u64, i64),
        server: (ServerId, TeamId),
        method: CallMethod,
        item: Option<(u32, Option<&str>)>,
        bytes: usize,
    ) {
        if self.waiting.len() > MOST_WAITING || self.is_long() {
            self.lost = (self.lost.0.saturating_add(1), at);
            return;
        }
        let server = self.server(server);
        if let Some((place, Some(name))) = item {
            self.item(place, name);
        }
        if std::mem::replace(&mut self.at, at) != at {
            Line::Time(at).append(&mut self.waiting);
        }
        if std::mem::replace(&mut self.number, number).checked_add(1) != Some(number) {
            Line::Number(number).append(&mut self.waiting);
        }
        let (item, bytes) = (item.map(|(place, _)| place), bytes as u64);
        SentLine { server, method, item, bytes }.append(&mut self.waiting);
    }

    /// A call has come to its end. That is written of every call that is: there are no more of them.
    pub(super) fn ended(&mut self, number: u64, outcome: CallOutcome, took: Duration, bytes: usize) {
        // One that came after what could be written down is counted as lost.
        let Some(back) = self.number.checked_sub(number) else { return };
        let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        EndedLine { back, outcome, took, bytes: bytes as u64 }.append(&mut self.waiting);
    }

    fn server(&mut self, wanted: (ServerId, TeamId)) -> usize {
        // Few, and what is used now was mostly used last.
        if let Some(place) = self.servers.iter().rposition(|known| *known == wanted) {
            return place;
        }
        let (place, (server, team)) = (self.servers.len(), wanted);
        self.servers.push(wanted);
        Line::Server { place, server, team }.append(&mut self.waiting);
        place
    }

    fn item(&mut self, place: u32, name: &str) {
        let index = place as usize;
        if self.items.len() <= index {
            self.items.resize(index + 1, false);
        }
        if !std::mem::replace(&mut self.items[index], true) {
            Line::Item { place, name: name.to_owned() }.append(&mut self.waiting);
        }
    }

    /// Whether nothing waits.
    pub(super) fn is_written(&self) -> bool {
        self.waiting.is_empty() && self.lost.0 == 0
    }

    /// Whether the file may not become longer.
    pub(super) fn is_long(&self) -> bool {
        self.file.as_ref().is_some_and(|file| file.end() > self.most)
    }

    /// The file, once it has been made, and where that is, or was: somebody may have taken it away.
    pub(super) fn made(&self) -> Option<(&Appended, &Path)> {
        self.file.as_ref().map(|file| (file, self.path.as_path()))
    }

    /// Writes what waits and how much was lost, as far as that can be done at once.
    pub(super) fn write_all(&mut self) {
        if self.lost.0 > 0 && self.waiting.len() <= MOST_WAITING {
            let (calls, at) = std::mem::take(&mut self.lost);
            Line::Lost { at, calls }.append(&mut self.waiting);
        }
        self.write();
    }

    /// Writes what waits, as far as that can be done at once.
    pub(super) fn write(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        match self.try_write() {
            Ok(()) => self.failing = false,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => {
                if !std::mem::replace(&mut self.failing, true) {
                    tracing::warn!("what is used can't be written down for now: {error}");
                }
            }
        }
    }

    fn try_write(&mut self) -> io::Result<()> {
        if self.file.is_none() {
            if self.tried_at.is_some_and(|at| at.elapsed() < AGAIN) {
                return Ok(());
            }
            self.tried_at = Some(Instant::now());
            self.file = Some(make(&self.path)?);
        }
        let Some(file) = &mut self.file else { return Ok(()) };
        let written = file.append(&self.waiting)?;
        if written == self.waiting.len() {
            self.waiting.clear();
            self.waiting.shrink_to(KEPT);
        } else {
            self.waiting.drain(..written);
        }
        Ok(())
    }

    /// Goes on in a file that holds only what `reader` has not read, and what that needs.
    pub(super) fn shorten(&mut self, reader: &mut Reader) -> io::Result<()> {
        let mut lines = reader.replay().snapshot();
        let start = lines.len();
        if let Some(old) = &self.file {
            // Somebody may have taken something from it.
            let length = old.end().min(old.file().metadata()?.len());
            let is_whole = length >= reader.offset();
            let from = if is_whole { reader.offset() } else { 0 };
            let rest = usize::try_from(length - from).map_err(io::Error::other)?;
            lines.resize(lines.len() + rest, 0);
            let filled = files::read_at(old.file(), &mut lines[start..], from)?;
            lines.truncate(start + filled);
            // All is new in one that somebody has emptied, but where a part is left nobody knows what is.
            if !is_whole && lines[start..].starts_with(&MAGIC.as_bytes()[..1]) {
                lines.truncate(start);
            }
        }
        let next = self.path.with_extension(NEXT);
        let file = self.replace(&next, &lines).inspect_err(|_| drop(std::fs::remove_file(&next)))?;
        self.file = Some(file);
        reader.moved(start as u64);
        Ok(())
    }

    /// Puts a file with these lines in place of the one that is there.
    fn replace(&self, next: &Path, lines: &[u8]) -> io::Result<Appended> {
        match std::fs::remove_file(next) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        private_directory(next.parent().unwrap_or(Path::new(".")))?;
        let file = files::open_regular(next)?;
        hold(&file)?;
        let (mut file, mut rest) = (Appended::new(file, 0)?, lines);
        while !rest.is_empty() {
            let count = file.append(rest)?;
            if count == 0 {
                return Err(io::ErrorKind::WriteZero.into());
            }
            rest = &rest[count..];
        }
        std::fs::rename(next, &self.path)?;
        Ok(file)
    }

    /// Takes the file away.
    pub(super) fn remove(&mut self) {
        if self.file.is_some() && std::fs::remove_file(&self.path).is_ok() {
            self.file = None;
        }
    }
}

/// Makes the file, held as long as the process runs: so others see that it is not theirs to read.
fn make(path: &Path) -> io::Result<Appended> {
    private_directory(path.parent().unwrap_or(Path::new(".")))?;
    loop {
        let file = files::open_regular(path)?;
        let is_held = hold(&file)?;
        // Whoever took it for left behind removes it before they let it go.
        if !is_held || is_at(&file, path) {
            let end = appended_length(&file)?;
            return Appended::new(file, end);
        }
    }
}

/// Holds a file as long as it is open. `false`: a file system without locks is used by one machine's processes as well as it can be.
fn hold(file: &File) -> io::Result<bool> {
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(std::fs::TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Whether `file` is what is at `path`.
pub(super) fn is_at(file: &File, path: &Path) -> bool {
    let there = files::read_regular(path).and_then(|there| FileId::of(&there));
    matches!((FileId::of(file), there), (Ok(this), Ok(there)) if this == there)
}
