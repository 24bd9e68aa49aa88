//! Reads a journal from where it was read last.

use std::fs::File;
use std::io;

use super::fold::Fold;
use super::replay::Replay;
use crate::core::model::UsageBatch;
use crate::core::platform::files;

/// How much is read at a time, bytes; no line of ours is that long.
const CHUNK: usize = 16 * 1024;
/// About how much becomes one transaction, bytes, and how many rows: others wait for the store meanwhile.
const PIECE: usize = 1024 * 1024;
const ROWS: usize = 4_000;

/// How far a journal has been read, and what it said until there.
#[derive(Debug, Default)]
pub struct Reader {
    offset: u64,
    replay: Replay,
    unsettled: bool,
}

impl Reader {
    /// Reads the next piece of what stands before `end`. Ends of calls up to `through` are known already.
    pub fn piece(&mut self, file: &File, end: u64, through: u64) -> io::Result<Option<UsageBatch>> {
        self.unsettled = true;
        let mut fold = Fold::default();
        let (mut chunk, mut read) = (vec![0; CHUNK], 0);
        let mut more = true;
        while read < PIECE && fold.len() < ROWS {
            let start = self.offset + read as u64;
            let room = usize::try_from(end.saturating_sub(start)).map_or(CHUNK, |rest| rest.min(CHUNK));
            let filled = files::read_at(file, &mut chunk[..room], start)?;
            let whole = match memchr::memrchr(b'\n', &chunk[..filled]) {
                Some(newline) => newline + 1,
                None if filled == CHUNK => CHUNK,
                None => 0,
            };
            self.lines(&chunk[..whole], through, &mut fold);
            read += whole;
            if filled < CHUNK {
                more = false;
                break;
            }
        }
        if read == 0 {
            return Ok(None);
        }
        self.offset += read as u64;
        Ok(self.batch(fold, self.replay.ends().max(through), more))
    }

    fn lines(&mut self, bytes: &[u8], through: u64, fold: &mut Fold) {
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]) {
            let line = &bytes[start.min(end)..end];
            if !line.is_empty() {
                self.replay.read(line, through, fold);
            }
            start = end + 1;
        }
    }

    /// What became of calls that never came to an end, once all has been read: the last of a session.
    pub fn rest(&mut self) -> Option<UsageBatch> {
        let fold = self.replay.unfinished();
        self.batch(fold, UsageBatch::ALL, false)
    }

    fn batch(&self, fold: Fold, through: u64, more: bool) -> Option<UsageBatch> {
        let session = self.replay.session().cloned()?;
        Some(UsageBatch { session, rows: fold.rows(&self.replay), through, more })
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
