//! Reads a journal from where it was read last.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use super::fold::fold;
use super::replay::Replay;
use crate::core::model::{UsageBatch, UsageRow};

/// How much is read at a time, bytes: what becomes of that is one transaction.
const PIECE: usize = 256 * 1024;

/// How far a journal has been read, and what it said until there.
#[derive(Debug, Default)]
pub struct Reader {
    offset: u64,
    replay: Replay,
    unsettled: bool,
}

impl Reader {
    /// Reads the next piece. Ends up to `through` are known already.
    pub fn piece(&mut self, file: &mut File, through: u64) -> io::Result<Option<UsageBatch>> {
        self.unsettled = true;
        file.seek(SeekFrom::Start(self.offset))?;
        let mut bytes = Vec::new();
        file.take(PIECE as u64).read_to_end(&mut bytes)?;
        let end = match bytes.iter().rposition(|&byte| byte == b'\n') {
            Some(newline) => newline + 1,
            // No line of ours is that long.
            None if bytes.len() == PIECE => PIECE,
            None => return Ok(None),
        };
        let lines = bytes[..end].split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
        let rows: Vec<_> = lines.filter_map(|line| self.replay.read(line, through)).collect();
        self.offset += end as u64;
        let more = bytes.len() == PIECE;
        Ok(self.batch(fold(rows), self.replay.last().max(through), more))
    }

    /// What became of calls that never came to an end, once all has been read: the last of a session.
    pub fn rest(&mut self) -> Option<UsageBatch> {
        let rows = fold(self.replay.unfinished());
        self.batch(rows, UsageBatch::ALL, false)
    }

    fn batch(&self, rows: Vec<UsageRow>, through: u64, more: bool) -> Option<UsageBatch> {
        let session = self.replay.session().cloned()?;
        Some(UsageBatch { session, rows, through, more })
    }

    /// What was read until now is kept.
    pub fn settled(&mut self) {
        self.unsettled = false;
    }

    /// Whether it is not known that what was read is kept.
    pub fn is_unsettled(&self) -> bool {
        self.unsettled
    }

    /// How far it has been read, bytes.
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// What it said until there.
    pub fn replay(&self) -> &Replay {
        &self.replay
    }

    /// What was read is now the first so many bytes of another file.
    pub fn moved(&mut self, offset: u64) {
        self.offset = offset;
    }
}
