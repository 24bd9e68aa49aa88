//! A file as memory that all processes share who map it: a write is a few stores, and outlives the process as one to the file does.

use std::fs::File;
use std::io::{self, IoSlice};
use std::ops::Range;
use std::os::unix::fs::FileExt as _;
use std::sync::atomic::{AtomicU64, Ordering};

use mmap_io::atomic::AtomicSliceView;
use mmap_io::{MemoryMappedFile, MmapMode};
use rustix::fs::fstatfs;
use self_cell::self_cell;

/// How long each piece is that is read and written at once, bytes.
const WORD: usize = size_of::<u64>();

/// File systems where what is mapped is what is read and written, and where a page that has been allocated can always be written,
/// by the numbers that they begin with (statfs(2)). Elsewhere, as where files share pages until they are written, or where they are
/// on another machine, a full disk or a network that is down ends whoever stores there.
const PLAIN: [i64; 2] = [
    0xEF53,      // ext2, ext3, ext4
    0x0102_1994, // tmpfs
];

type Words<'a> = AtomicSliceView<'a, AtomicU64>;

self_cell!(
    struct Memory {
        owner: MemoryMappedFile,
        #[covariant]
        dependent: Words,
    }
);

/// The memory of a file that is never made shorter.
pub(super) struct Mapped(Memory);

impl Mapped {
    /// Maps a file that is open for reading and writing, while nobody else makes it longer: it becomes `least` bytes long (a multiple
    /// of 8), with zeros. Nothing: that is not to be had, and the file is as good as any.
    pub(super) fn of(file: &File, least: u64) -> Option<Self> {
        if !is_plain(file) {
            return None;
        }
        let length = file.metadata().ok()?.len();
        write_zeros(file, length..least).ok()?;
        let file = file.try_clone().ok()?;
        let memory = MemoryMappedFile::from_file(file, MmapMode::ReadWrite, "").ok()?;
        let words = usize::try_from(memory.len()).ok()? / WORD;
        Memory::try_new(memory, |memory| memory.atomic_u64_slice(0, words)).ok().map(Self)
    }

    /// Reads from `offset` on, the first word first. Nothing: not all of that is mapped.
    pub(super) fn read(&self, into: &mut [u8], offset: u64) -> Option<()> {
        let words = self.words(into.len(), offset)?;
        for (bytes, word) in into.chunks_exact_mut(WORD).zip(words) {
            bytes.copy_from_slice(&word.load(Ordering::Acquire).to_ne_bytes());
        }
        Some(())
    }

    /// Writes at `offset`, the last word first. Nothing: not all of that is mapped.
    pub(super) fn write(&self, bytes: &[u8], offset: u64) -> Option<()> {
        let words = self.words(bytes.len(), offset)?;
        for (bytes, word) in bytes.chunks_exact(WORD).zip(words).rev() {
            word.store(bytes.try_into().map_or(0, u64::from_ne_bytes), Ordering::Release);
        }
        Some(())
    }

    /// Writes at `offset`, the first byte first, where nobody else writes: each word keeps the bytes around them. Nothing: not all of
    /// that is mapped.
    pub(super) fn write_forward(&self, bytes: &[u8], offset: u64) -> Option<()> {
        let start = usize::try_from(offset).ok()?;
        let words = self.0.borrow_dependent().get(start / WORD..(start + bytes.len()).div_ceil(WORD))?;
        let (mut words, mut bytes, mut from) = (words.iter(), bytes, start % WORD);
        while !bytes.is_empty() {
            let word = words.next()?;
            let (now, later) = bytes.split_at(bytes.len().min(WORD - from));
            let mut whole = word.load(Ordering::Relaxed).to_ne_bytes();
            whole[from..from + now.len()].copy_from_slice(now);
            word.store(u64::from_ne_bytes(whole), Ordering::Release);
            (bytes, from) = (later, 0);
        }
        Some(())
    }

    /// Adds to the little-endian numbers from `offset` on, which nobody else writes. Nothing: not all of them are mapped.
    pub(super) fn add(&self, offset: u64, more: &[i64]) -> Option<()> {
        for (word, more) in self.words(size_of_val(more), offset)?.iter().zip(more) {
            let sum = u64::from_le(word.load(Ordering::Relaxed)).wrapping_add_signed(*more);
            word.store(sum.to_le(), Ordering::Release);
        }
        Some(())
    }

    /// The little-endian number at `offset`. Nothing: it is not mapped.
    pub(super) fn number(&self, offset: u64) -> Option<u64> {
        let word = self.words(WORD, offset)?.first()?;
        Some(u64::from_le(word.load(Ordering::Acquire)))
    }

    /// How long that is, bytes.
    pub(super) fn length(&self) -> u64 {
        (self.0.borrow_dependent().len() * WORD) as u64
    }

    /// Takes one from the little-endian number at `offset`. `false`: it was none, or is not mapped.
    pub(super) fn take_one(&self, offset: u64) -> bool {
        let fewer = |number: u64| u64::from_le(number).checked_sub(1).map(u64::to_le);
        let word = self.words(WORD, offset).and_then(<[_]>::first);
        word.is_some_and(|word| word.fetch_update(Ordering::SeqCst, Ordering::SeqCst, fewer).is_ok())
    }

    /// Makes the number at `offset` zero. Nothing: it is not mapped.
    pub(super) fn take_all(&self, offset: u64) -> Option<()> {
        self.words(WORD, offset)?.first()?.swap(0, Ordering::SeqCst);
        Some(())
    }

    fn words(&self, length: usize, offset: u64) -> Option<&[AtomicU64]> {
        let offset = usize::try_from(offset).ok()?;
        if !length.is_multiple_of(WORD) || !offset.is_multiple_of(WORD) {
            return None;
        }
        self.0.borrow_dependent().get(offset / WORD..(offset + length) / WORD)
    }
}

/// Makes room: zeros that are written, rather than reserved or left out, have a place on the disk. As much as can be goes into one
/// write, which makes large pages of it.
fn write_zeros(file: &File, range: Range<u64>) -> io::Result<()> {
    const ZEROS: [u8; 4096] = [0; 4096];
    let mut start = range.start;
    while start < range.end {
        let rest = usize::try_from(range.end - start).unwrap_or(usize::MAX);
        let count = if rest < ZEROS.len() {
            file.write_at(&ZEROS[..rest], start)?
        } else {
            rustix::io::pwritev(file, &[IoSlice::new(&ZEROS); 16][..(rest / ZEROS.len()).min(16)], start)?
        };
        if count == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        start += count as u64;
    }
    Ok(())
}

/// Whether what is mapped of a file is what is read and written.
pub(super) fn is_plain(file: &File) -> bool {
    let Ok(system) = fstatfs(file) else { return false };
    #[expect(clippy::useless_conversion, reason = "its type differs between machines")]
    i64::try_from(system.f_type).is_ok_and(|kind| PLAIN.contains(&kind))
}

impl std::fmt::Debug for Mapped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mapped").finish_non_exhaustive()
    }
}
