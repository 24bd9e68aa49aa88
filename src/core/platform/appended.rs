//! A file that one process appends to, a few bytes at a time, and that others read when it is gone.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;
use std::sync::Arc;

#[cfg(target_os = "linux")]
use super::mapped::{Mapped, is_plain};

/// How long a file is at first that is memory, and by how much it is made longer then, bytes: each time takes as long as some calls,
/// and all of it is resident.
#[cfg(target_os = "linux")]
const FIRST: u64 = 16 * 1024;
#[cfg(target_os = "linux")]
const STEP: u64 = 64 * 1024;
/// How long a page is at least, bytes.
#[cfg(target_os = "linux")]
const PAGE: usize = 4096;

/// A file that is appended to. What was appended outlives the process, however it ends; where memory can be shared, that is a few
/// stores, and zeros follow.
#[derive(Debug)]
pub struct Appended {
    file: Arc<File>,
    end: u64,
    #[cfg(target_os = "linux")]
    memory: Option<Mapped>,
    #[cfg(target_os = "linux")]
    is_plain: bool,
}

impl Appended {
    /// A file that is open for reading and writing, from `end` on.
    pub fn new(file: File, end: u64) -> Self {
        Self {
            end,
            #[cfg(target_os = "linux")]
            memory: None,
            #[cfg(target_os = "linux")]
            is_plain: is_plain(&file),
            file: Arc::new(file),
        }
    }

    /// The file.
    pub fn file(&self) -> &Arc<File> {
        &self.file
    }

    /// Where the next bytes go, and nothing stands behind.
    pub fn end(&self) -> u64 {
        self.end
    }

    /// Whether the file is at least as long as it was made.
    pub fn is_whole(&self) -> io::Result<bool> {
        #[cfg(target_os = "linux")]
        let length = self.memory.as_ref().map_or(self.end, Mapped::length);
        #[cfg(not(target_os = "linux"))]
        let length = self.end;
        Ok(self.file.metadata()?.len() >= length)
    }

    /// Appends as much as can be at once; returns how many bytes that was.
    pub fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        #[cfg(target_os = "linux")]
        if self.store(bytes).is_some() {
            self.end += bytes.len() as u64;
            return Ok(bytes.len());
        }
        let count = self.file.write_at(bytes, self.end)?;
        self.end += count as u64;
        Ok(count)
    }

    #[cfg(target_os = "linux")]
    fn store(&mut self, bytes: &[u8]) -> Option<()> {
        if self.memory.as_ref().is_some_and(|memory| memory.write_forward(bytes, self.end).is_some()) {
            return Some(());
        }
        if !self.is_plain {
            return None;
        }
        let end = self.end + bytes.len() as u64;
        let longer = if end <= FIRST { FIRST } else { end.next_multiple_of(STEP) };
        let memory = self.memory.insert(Mapped::of(&self.file, longer)?);
        // Each page is asked for now, rather than when something is to be written there.
        for page in (self.end - self.end % PAGE as u64..longer).step_by(PAGE) {
            memory.add(page, &[0]);
        }
        memory.write_forward(bytes, self.end)
    }
}

/// How long `file` is without the zeros at its end: what was appended to it, if none of that was a zero.
pub fn appended_length(file: &File) -> io::Result<u64> {
    let mut end = file.metadata()?.len();
    let mut piece = [0; 4096];
    while end > 0 {
        let start = end.saturating_sub(piece.len() as u64);
        let filled = super::files::read_at(file, &mut piece, start)?;
        if let Some(last) = piece[..filled].iter().rposition(|&byte| byte != 0) {
            return Ok(start + last as u64 + 1);
        }
        end = start;
    }
    Ok(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn contents(file: &File) -> Vec<u8> {
        let mut bytes = vec![0; usize::try_from(file.metadata().expect("its size").len()).expect("small")];
        super::super::files::read_at(file, &mut bytes, 0).expect("read");
        bytes
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

        #[test]
        fn what_is_appended_stands_there_in_its_order_whatever_the_pieces(
            pieces in proptest::collection::vec((1_u8..=255, 1_usize..9_000), 1..40),
            in_memory in any::<bool>(),
        ) {
            let file = tempfile::tempfile().expect("a file");
            #[cfg(target_os = "linux")]
            let mut appended = Appended { is_plain: in_memory && is_plain(&file), ..Appended::new(file, 0) };
            #[cfg(not(target_os = "linux"))]
            let (mut appended, _) = (Appended::new(file, 0), in_memory);
            let mut expected = Vec::new();
            for (byte, length) in pieces {
                let piece = vec![byte; length];
                prop_assert_eq!(appended.append(&piece).expect("appended"), length);
                expected.extend_from_slice(&piece);
                prop_assert_eq!(appended.end(), expected.len() as u64);
            }
            let there = contents(appended.file());
            prop_assert!(there.starts_with(&expected));
            prop_assert!(there[expected.len()..].iter().all(|&byte| byte == 0));
            prop_assert!(appended.is_whole().expect("its size"));
            prop_assert_eq!(appended_length(appended.file()).expect("read"), expected.len() as u64);
            let short = expected.len() as u64 - 1;
            appended.file().set_len(short).expect("cut");
            prop_assert!(!appended.is_whole().expect("its size"));
            prop_assert_eq!(appended_length(appended.file()).expect("read"), short);
        }
    }

    #[test]
    fn a_file_of_zeros_has_nothing_in_it() {
        let file = tempfile::tempfile().expect("a file");
        assert_eq!(appended_length(&file).expect("read"), 0);
        file.set_len(10_000).expect("longer");
        assert_eq!(appended_length(&file).expect("read"), 0);
        file.write_at(b"x", 4_095).expect("written");
        assert_eq!(appended_length(&file).expect("read"), 4_096);
    }
}
