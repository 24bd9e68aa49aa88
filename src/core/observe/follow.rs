//! What a log holds, and what comes to it, as it comes, across the moving of its files.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use jiff::Timestamp;

use super::read::last_lines;
use super::{Entry, Ring};
use crate::core::platform::files::{self, FileId};

/// How much of a file is read before its lines are handed out, bytes.
const MOST: u64 = 1024 * 1024;

/// Reads a ring from a moment on.
#[derive(Debug)]
pub struct Follower {
    ring: Ring,
    /// The file that is being read, which may have been moved or removed meanwhile.
    current: Option<(File, FileId)>,
    /// A line whose end is not there yet.
    begun: Vec<u8>,
    /// When the last line was said.
    last: Option<Timestamp>,
    /// The file that was read is gone: what is left may hold lines that were read already.
    skip_until: Option<Timestamp>,
}

impl Follower {
    /// The last `count` lines of `ring`, oldest first, and a follower of all that comes behind them. No lines at all: there
    /// is no log yet.
    pub fn open(ring: Ring, count: usize) -> io::Result<(Option<Vec<Entry>>, Self)> {
        let Newer { mut files, .. } = newer_than(&ring, None)?;
        let mut newest_first = Vec::new();
        for (file, _) in &mut files {
            let end = file.metadata()?.len();
            last_lines(file, end, count - newest_first.len(), &mut newest_first)?;
            // Where a follower goes on.
            file.seek(SeekFrom::Start(end))?;
        }
        newest_first.reverse();
        let last = newest_first.last().and_then(|entry| entry.at);
        let seen = (!files.is_empty()).then_some(newest_first);
        let current = if files.is_empty() { None } else { Some(files.swap_remove(0)) };
        Ok((seen, Self { ring, current, begun: Vec::new(), last, skip_until: None }))
    }

    /// What came since the last time, at most about a MiB; call again at once until nothing comes.
    pub fn catch_up(&mut self) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        self.read(&mut entries)?;
        while entries.is_empty() && self.advance()? {
            self.read(&mut entries)?;
        }
        if let Some(last) = entries.last() {
            self.last = last.at.or(self.last);
            self.skip_until = None;
        }
        Ok(entries)
    }

    fn read(&mut self, into: &mut Vec<Entry>) -> io::Result<()> {
        let Some((file, _)) = &mut self.current else { return Ok(()) };
        if file.stream_position()? > file.metadata()?.len() {
            // Somebody has emptied it.
            file.seek(SeekFrom::Start(0))?;
            self.begun.clear();
        }
        file.take(MOST).read_to_end(&mut self.begun)?;
        let Some(end) = memchr::memrchr(b'\n', &self.begun) else { return Ok(()) };
        let rest = self.begun.split_off(end + 1);
        let lines = std::mem::replace(&mut self.begun, rest);
        let lines = lines.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).map(Entry::parse);
        let skip_until = self.skip_until;
        into.extend(
            lines.filter(|entry| skip_until.is_none_or(|until| entry.at.is_none_or(|at| at > until))),
        );
        Ok(())
    }

    /// Goes on to the file behind the one that was read to its end. `false`: there is none yet.
    fn advance(&mut self) -> io::Result<bool> {
        let current = self.current.as_ref().map(|(_, id)| *id);
        let Newer { mut files, lost } = newer_than(&self.ring, current)?;
        let Some(next) = files.pop() else { return Ok(false) };
        if lost {
            self.skip_until = self.last;
        }
        self.current = Some(next);
        self.begun.clear();
        Ok(true)
    }
}

/// Files of a ring, newest first.
struct Newer {
    files: Vec<(File, FileId)>,
    /// The file that they should be newer than is none of the ring any more.
    lost: bool,
}

/// The files of `ring` that are newer than the one with this id; all without one.
///
/// Files move towards the old end while they are opened: in the order from new to old each is seen at least once.
fn newer_than(ring: &Ring, current: Option<FileId>) -> io::Result<Newer> {
    let mut files: Vec<(File, FileId)> = Vec::new();
    for path in ring.files().into_iter().rev() {
        let Some((file, id)) = open(&path)? else { continue };
        if current == Some(id) {
            return Ok(Newer { files, lost: false });
        }
        if files.iter().all(|(_, known)| *known != id) {
            files.push((file, id));
        }
    }
    Ok(Newer { files, lost: current.is_some() })
}

fn open(path: &Path) -> io::Result<Option<(File, FileId)>> {
    match files::read_regular(path) {
        Ok(file) => {
            let id = FileId::of(&file)?;
            Ok(Some((file, id)))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Bounds;
    use super::*;

    fn drain(follower: &mut Follower, seen: &mut Vec<String>) {
        loop {
            let entries = follower.catch_up().expect("no error");
            if entries.is_empty() {
                return;
            }
            seen.extend(entries.iter().map(|entry| String::from_utf8_lossy(&entry.text).into_owned()));
        }
    }

    #[test]
    fn no_line_is_missed_or_seen_twice_when_files_move() {
        let home = tempfile::tempdir().expect("a directory");
        let ring = Ring::new(home.path().join("x.log"), Bounds { bytes: 100, files: 5 });
        ring.append(b"before\n").expect("a line");
        let mut follower = Follower::open(ring.clone(), 0).expect("a follower").1;
        let mut seen = Vec::new();
        for number in 0..200 {
            ring.append(format!("{number:9}\n").as_bytes()).expect("a line");
            // Between two looks files move up to three times.
            if number % 37 == 0 {
                drain(&mut follower, &mut seen);
            }
        }
        drain(&mut follower, &mut seen);
        assert_eq!(seen, (0..200).map(|number| format!("{number:9}")).collect::<Vec<_>>());
    }

    #[test]
    fn the_last_lines_are_found_across_files() {
        let home = tempfile::tempdir().expect("a directory");
        let ring = Ring::new(home.path().join("x.log"), Bounds { bytes: 100, files: 3 });
        assert_eq!(Follower::open(ring.clone(), 5).expect("no error").0, None);
        (0..25).for_each(|number| ring.append(format!("{number:9}\n").as_bytes()).expect("a line"));
        for count in [0, 1, 5, 6, 17, 25, 100] {
            let (entries, mut follower) = Follower::open(ring.clone(), count).expect("no error");
            let found: Vec<_> = entries.expect("a log").into_iter().map(|entry| entry.text).collect();
            let expected: Vec<_> =
                (25 - count.min(25)..25).map(|number| format!("{number:9}").into_bytes()).collect();
            assert_eq!(found, expected);
            assert_eq!(follower.catch_up().expect("no error"), []);
        }
    }

    #[test]
    fn what_is_left_of_a_log_is_not_read_again_when_its_newest_file_is_removed() {
        let home = tempfile::tempdir().expect("a directory");
        let ring = Ring::new(home.path().join("x.log"), Bounds { bytes: 100, files: 3 });
        let line = |second: u32| format!("2025-11-21T08:00:{second:02}.000Z 42 stderr {second}\n");
        (0..6).for_each(|second| ring.append(line(second).as_bytes()).expect("a line"));
        let mut follower = Follower::open(ring.clone(), 0).expect("a follower").1;
        ring.append(line(6).as_bytes()).expect("a line");
        let mut seen = Vec::new();
        drain(&mut follower, &mut seen);
        std::fs::remove_file(ring.file()).expect("no file");
        ring.append(line(7).as_bytes()).expect("a line");
        drain(&mut follower, &mut seen);
        assert_eq!(seen, ["6", "7"]);
    }

    #[test]
    fn a_log_that_is_not_there_yet_or_is_removed_or_emptied_is_followed_on() {
        let home = tempfile::tempdir().expect("a directory");
        let ring = Ring::new(home.path().join("x.log"), Bounds { bytes: 1000, files: 2 });
        let mut follower = Follower::open(ring.clone(), 0).expect("a follower").1;
        let mut seen = Vec::new();
        drain(&mut follower, &mut seen);
        ring.append(b"one\ntwo\n").expect("lines");
        drain(&mut follower, &mut seen);
        std::fs::remove_file(ring.file()).expect("no file");
        drain(&mut follower, &mut seen);
        ring.append(b"three\n").expect("a line");
        drain(&mut follower, &mut seen);
        File::create(ring.file()).expect("an empty file");
        drain(&mut follower, &mut seen);
        ring.append(b"4\n").expect("a line");
        drain(&mut follower, &mut seen);
        assert_eq!(seen, ["one", "two", "three", "4"]);
    }
}
