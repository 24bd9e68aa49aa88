//! The last lines of a file, read from its end.

use std::fs::File;
use std::io::{self, Read, Seek as _, SeekFrom};

use super::Entry;

/// How much is read at once, bytes.
const BLOCK: u64 = 64 * 1024;

/// Appends the last `count` lines of the first `end` bytes of `file`, newest first. Blank ones don't count.
pub(super) fn last_lines(file: &mut File, end: u64, count: usize, into: &mut Vec<Entry>) -> io::Result<()> {
    let wanted = into.len() + count;
    let mut start = end;
    // The beginning of a line whose end was in the block behind.
    let mut rest = Vec::new();
    while start > 0 && into.len() < wanted {
        let length = start.min(BLOCK);
        start -= length;
        file.seek(SeekFrom::Start(start))?;
        let mut block = Vec::new();
        Read::by_ref(file).take(length).read_to_end(&mut block)?;
        block.append(&mut rest);
        let mut lines = block.split(|&byte| byte == b'\n');
        let first = lines.next().unwrap_or_default();
        let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
        into.extend(lines.into_iter().rev().take(wanted - into.len()).map(Entry::parse));
        rest = first.to_vec();
    }
    if start == 0 && into.len() < wanted && !rest.is_empty() {
        into.push(Entry::parse(&rest));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_lines_are_found_across_blocks() {
        // Long lines, so that many of them cross the border of a block.
        let lines: Vec<_> = (0..700).map(|number| format!("{number} {}\n", "x".repeat(1000))).collect();
        let home = tempfile::tempdir().expect("a directory");
        let path = home.path().join("x.log");
        std::fs::write(&path, lines.concat()).expect("a file");
        let mut file = File::open(path).expect("the file");
        let end = file.metadata().expect("its size").len();
        for count in [0, 1, 2, 100, 500, 700, 1000] {
            let mut entries = Vec::new();
            last_lines(&mut file, end, count, &mut entries).expect("no error");
            let newest = lines.iter().rev().take(count).map(|line| line.trim_end().as_bytes().to_vec());
            let expected: Vec<_> = newest.collect();
            let found: Vec<_> = entries.into_iter().map(|entry| entry.text).collect();
            assert!(found == expected, "{count}: {} lines", found.len());
        }
    }
}
