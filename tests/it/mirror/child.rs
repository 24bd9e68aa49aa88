//! A mirror child as a test sees it: its script and its records (tests/support/mirror).

use std::fs;
use std::path::{Path, PathBuf};

use super::compare::{eventually, shown};

/// One mirror. Whatever is written takes effect with the next line that it hears.
pub(super) struct Mirror {
    directory: PathBuf,
}

impl Mirror {
    pub(super) fn new(directory: PathBuf) -> Self {
        for folder in ["say", "reply", "pages"] {
            fs::create_dir(directory.join(folder)).unwrap();
        }
        Self { directory }
    }

    /// What the tool `say` writes when it is called with this script.
    pub(super) fn says(&self, script: &str, bytes: impl AsRef<[u8]>) {
        self.file(&format!("say/{script}"), bytes);
    }

    /// What a method is answered with.
    pub(super) fn replies(&self, method: &str, bytes: impl AsRef<[u8]>) {
        self.file(&format!("reply/{}", method.replace('/', ".")), bytes);
    }

    /// What a list method is answered with, by cursor token.
    pub(super) fn pages(&self, method: &str, pages: &[(&str, &str)]) {
        let lines: Vec<_> = pages.iter().map(|(cursor, result)| format!("{cursor}\t{result}\n")).collect();
        self.file(&format!("pages/{}", method.replace('/', ".")), lines.concat());
    }

    /// Any file of its directory; it is swapped in as a whole.
    pub(super) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let fresh = self.directory.join("fresh");
        fs::write(&fresh, bytes).unwrap();
        fs::rename(fresh, self.directory.join(name)).unwrap();
    }

    /// Makes it wait before it answers `initialize`, until [`Mirror::let_go`].
    pub(super) fn gate(&self) {
        let mode = rustix::fs::Mode::from_raw_mode(0o600);
        rustix::fs::mknodat(rustix::fs::CWD, self.path("gate"), rustix::fs::FileType::Fifo, mode, 0).unwrap();
    }

    /// Lets a gated mirror go on; returns when it does.
    pub(super) fn let_go(&self) {
        drop(fs::OpenOptions::new().write(true).open(self.path("gate")).unwrap());
    }

    /// Has one of its processes say something of its own accord; it has a file `mouths`.
    pub(super) fn speaks(&self, pid: u32, words: &str) {
        fs::write(self.path(&format!("mouth-{pid}")), words).unwrap();
    }

    /// Every line that it heard, without the line end.
    pub(super) fn heard(&self) -> Vec<Vec<u8>> {
        let bytes = fs::read(self.path("heard")).unwrap_or_default();
        let mut lines: Vec<_> = bytes.split(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
        // What follows the last line end is a line that is still being written, or nothing.
        lines.pop();
        lines
    }

    /// How many lines it heard that hold `text`.
    pub(super) fn count(&self, text: &str) -> usize {
        self.heard().iter().filter(|line| holds(line, text)).count()
    }

    /// The first line it hears that holds `text`.
    #[track_caller]
    pub(super) fn hears(&self, text: &str) -> Vec<u8> {
        let found = || self.heard().into_iter().find(|line| holds(line, text));
        eventually(
            || found().is_some(),
            || {
                let all: Vec<_> = self.heard().iter().map(|line| shown(line)).collect();
                format!("{text:?} is not among what the mirror heard: {all:#?}")
            },
        );
        found().unwrap()
    }

    /// The processes that it was and started, oldest first.
    pub(super) fn processes(&self) -> Vec<u32> {
        let pids = fs::read_to_string(self.path("pids")).unwrap_or_default();
        pids.lines().map(|pid| pid.parse().unwrap()).collect()
    }

    /// The text of one of its records.
    pub(super) fn record(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// A place in its directory.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }
}

/// Whether a process is there and is more than a zombie that waits to be reaped.
pub(super) fn is_alive(pid: u32) -> bool {
    let Ok(stat) = fs::read_to_string(Path::new("/proc").join(pid.to_string()).join("stat")) else {
        return false;
    };
    // The state follows the program's name, which is in parentheses (proc(5)).
    !stat.rsplit_once(')').is_some_and(|(_, rest)| rest.trim_start().starts_with(['Z', 'X']))
}

pub(super) fn holds(line: &[u8], text: &str) -> bool {
    memchr::memmem::find(line, text.as_bytes()).is_some()
}
