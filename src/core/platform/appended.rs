//! A file that one process appends to, a few bytes at a time, and that others read when it is gone.

use std::fs::File;
#[cfg(target_os = "linux")]
use std::fs::Permissions;
use std::io::{self, Write as _};
#[cfg(target_os = "linux")]
use std::os::unix::fs::{FileExt as _, PermissionsExt as _};
use std::sync::Arc;

use rustix::fs::OFlags;

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
    way: Way,
}

/// How it is done.
#[derive(Debug)]
enum Way {
    /// By storing; nothing: nowhere yet.
    #[cfg(target_os = "linux")]
    Memory(Option<Mapped>),
    /// By a write where the end is: zeros may stand behind it.
    #[cfg(target_os = "linux")]
    At,
    /// By a write to wherever the file ends.
    Append,
}

impl Appended {
    /// A file that is open for reading and writing, from `end` on, behind which nothing stands. Where it becomes memory of this
    /// process, it can't be opened for writing any more (mode 0400): nobody is to make it shorter by mistake.
    pub fn new(file: File, end: u64) -> io::Result<Self> {
        #[cfg(target_os = "linux")]
        if is_plain(&file) {
            file.set_permissions(Permissions::from_mode(0o400))?;
            return Ok(Self { file: Arc::new(file), end, way: Way::Memory(None) });
        }
        Self::by_writes(file, end)
    }

    fn by_writes(file: File, end: u64) -> io::Result<Self> {
        rustix::fs::fcntl_setfl(&file, rustix::fs::fcntl_getfl(&file)? | OFlags::APPEND)?;
        Ok(Self { file: Arc::new(file), end, way: Way::Append })
    }

    /// The file.
    pub fn file(&self) -> &Arc<File> {
        &self.file
    }

    /// Where the next bytes go.
    pub fn end(&self) -> u64 {
        self.end
    }

    /// Whether the file is at least as long as it was made.
    pub fn is_whole(&self) -> io::Result<bool> {
        let length = match &self.way {
            #[cfg(target_os = "linux")]
            Way::Memory(Some(memory)) => memory.length().max(self.end),
            _ => self.end,
        };
        Ok(self.file.metadata()?.len() >= length)
    }

    /// Appends as much as can be at once; returns how many bytes that was.
    pub fn append(&mut self, bytes: &[u8]) -> io::Result<usize> {
        #[cfg(target_os = "linux")]
        if matches!(self.way, Way::Memory(_)) {
            if self.store(bytes).is_some() {
                self.end += bytes.len() as u64;
                return Ok(bytes.len());
            }
            // Once is enough: it would be tried again with every call.
            self.way = Way::At;
        }
        let count = match self.way {
            Way::Append => (&*self.file).write(bytes)?,
            #[cfg(target_os = "linux")]
            _ => self.file.write_at(bytes, self.end)?,
        };
        self.end += count as u64;
        Ok(count)
    }

    #[cfg(target_os = "linux")]
    fn store(&mut self, bytes: &[u8]) -> Option<()> {
        let Way::Memory(memory) = &mut self.way else { return None };
        if memory.as_ref().is_some_and(|memory| memory.write_forward(bytes, self.end).is_some()) {
            return Some(());
        }
        let end = self.end + bytes.len() as u64;
        let longer = if end <= FIRST { FIRST } else { end.next_multiple_of(STEP) };
        let memory = memory.insert(Mapped::of(&self.file, longer)?);
        // Each page is asked for now, rather than when something is to be written there.
        for page in (self.end - self.end % PAGE as u64..longer).step_by(PAGE) {
            memory.add(page, &[0]);
        }
        memory.write_forward(bytes, self.end)
    }
}

/// How long what was appended to `file` is, if none of that was a zero: what stands before the first.
pub fn appended_length(file: &File) -> io::Result<u64> {
    let mut piece = vec![0; 16 * 1024];
    let mut start = 0;
    loop {
        let filled = super::files::read_at(file, &mut piece, start)?;
        match memchr::memchr(0, &piece[..filled]) {
            Some(end) => return Ok(start + end as u64),
            None => start += filled as u64,
        }
        if filled < piece.len() {
            return Ok(start);
        }
    }
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
            let of = if in_memory { Appended::new } else { Appended::by_writes };
            let mut appended = of(file, 0).expect("a file that is appended to");
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
    fn a_file_of_zeros_has_nothing_in_it_and_one_ends_with_the_first() {
        let mut file = tempfile::tempfile().expect("a file");
        assert_eq!(appended_length(&file).expect("read"), 0);
        file.set_len(100_000).expect("longer");
        assert_eq!(appended_length(&file).expect("read"), 0);
        for length in [1, 4_096, 16 * 1024, 50_000] {
            file.write_all(&vec![b'x'; length]).expect("written");
            io::Seek::rewind(&mut file).expect("its start");
            assert_eq!(appended_length(&file).expect("read"), length as u64);
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_can_be_no_memory_any_more_is_written_where_the_end_is() {
        let file = tempfile::tempfile().expect("a file");
        file.set_len(100).expect("zeros");
        let mut appended = Appended { file: Arc::new(file), end: 0, way: Way::At };
        for line in [b"one\n", b"two\n"] {
            assert_eq!(appended.append(line).expect("appended"), 4);
        }
        assert!(contents(appended.file()).starts_with(b"one\ntwo\n\0"));
        assert!(appended.is_whole().expect("its size"));
    }
}
