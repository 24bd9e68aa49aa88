//! An MCP server that says exactly what it is told to and writes down exactly what it hears; for tests.
//!
//! `mirror DIR` serves stdin and stdout. It parses as little as it can and re-encodes nothing. In `DIR` it finds its script
//! and leaves its records:
//!
//! * `start`: bytes that it writes before anything else; `crash`: it ends at once, saying what the file holds;
//!   `gate`: a FIFO that somebody must open for writing before it answers `initialize`; `grandchild`: it starts a process
//!   of its own that would outlive it; `deaf`: it never reads
//! * `reply/METHOD` (`/` as `.`): the bytes that it answers a request with, `@ID@` standing for the id
//! * `pages/METHOD`: a line for each cursor: the cursor's token (`-` for none, `*` for any), a tab, the result, `@N@`
//!   standing for how many pages were asked for
//! * `slow`: how many milliseconds it takes to answer `initialize`
//! * `say/NAME`: the bytes that the tool `say` with `{"script":"NAME"}` writes
//! * `mouths`: it makes a FIFO `mouth-PID` before it answers anything, and says whatever is written there
//! * the tool `ask` asks the client back; `strays`: answers and progress that are for none of those requests
//! * the tools `die`, `deaf`, `shut`, `mute`, `flood`, `hold` and those of `fault`: what can go wrong
//! * `heard`: every line that it got, as it came, or with the file `brief` its method and id; `pids`, `environ`, `descriptors`: about itself

mod asker;
mod fault;
mod members;
mod script;

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::os::fd::AsFd as _;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::sync::{Mutex, PoisonError};

use script::{Script, Step};

fn main() -> io::Result<ExitCode> {
    let Some(directory) = std::env::args_os().nth(1).map(PathBuf::from) else {
        return Err(io::Error::other("usage: mirror DIR"));
    };
    // Before anything else is opened.
    record_self(&directory)?;
    let mut output = File::from(io::stdout().as_fd().try_clone_to_owned()?);
    let mut script = Script::new(directory.clone());
    if let Ok(words) = fs::read_to_string(directory.join("crash")) {
        writeln!(io::stderr(), "{words}")?;
        return Ok(ExitCode::from(3));
    }
    output.write_all(&fs::read(directory.join("start")).unwrap_or_default())?;
    if directory.join("grandchild").exists() {
        let sleep = Command::new("sleep").arg("1000").stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        append(&directory, "pids", format!("{}\n", sleep.id()).as_bytes())?;
    }
    if directory.join("deaf").exists() {
        park();
    }
    if directory.join("mouths").exists() {
        listen_to_mouth(directory.join(format!("mouth-{}", std::process::id())), output.try_clone()?)?;
    }
    let brief = directory.join("brief").exists();
    let mut input = BufReader::new(io::stdin());
    loop {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(ExitCode::SUCCESS);
        }
        if brief {
            append(&directory, "heard", &brief_of(&line))?;
        } else {
            append(&directory, "heard", &line)?;
        }
        match script.step(&line)? {
            Step::Say(bytes) => say(&mut output, &bytes)?,
            Step::Later(parts) => {
                let mut output = output.try_clone()?;
                std::thread::spawn(move || {
                    for (time, bytes) in parts {
                        std::thread::sleep(time);
                        // Nobody may be there any more.
                        let _ = say(&mut output, &bytes);
                    }
                });
            }
            Step::Noise => noise(&mut output)?,
            Step::Die => return Ok(ExitCode::from(3)),
            Step::Deaf => park(),
            Step::Shut => {
                rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
                park();
            }
            Step::Flood => flood(&mut output)?,
            Step::Mute => {
                output = OpenOptions::new().write(true).open("/dev/null")?;
                rustix::stdio::dup2_stdout(&output)?;
            }
        }
    }
}

/// Says, from now on, what comes out of a FIFO at `path`.
fn listen_to_mouth(path: PathBuf, mut output: File) -> io::Result<()> {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    mknodat(CWD, &path, FileType::Fifo, Mode::from_raw_mode(0o600), 0)?;
    std::thread::spawn(move || {
        while let Ok(words) = fs::read(&path) {
            // Nobody may be there any more.
            let _ = say(&mut output, &words);
        }
    });
    Ok(())
}

/// Writes as a whole what a thread might otherwise write into.
fn say(output: &mut File, bytes: &[u8]) -> io::Result<()> {
    static SAYING: Mutex<()> = Mutex::new(());
    let _saying = SAYING.lock().unwrap_or_else(PoisonError::into_inner);
    output.write_all(bytes)
}

/// The method and the id.
fn brief_of(line: &[u8]) -> Vec<u8> {
    let member = |name| members::member(line, name).unwrap_or(b"-");
    [member("method"), b" ", member("id"), b"\n"].concat()
}

/// Never returns, and never reads.
fn park() -> ! {
    loop {
        std::thread::park();
    }
}

/// Writes notifications for as long as somebody takes them.
fn flood(output: &mut File) -> io::Result<()> {
    let filler = "x".repeat(1000);
    for number in 0_u64.. {
        let line = format!(
            "{{\"jsonrpc\":\"2.0\",\"method\":\"vendor/flood\",\"params\":{{\"n\":{number},\"filler\":\"{filler}\"}}}}\n"
        );
        output.write_all(line.as_bytes())?;
    }
    Ok(())
}

/// Writes lines that are no messages for as long as somebody takes them.
fn noise(output: &mut File) -> io::Result<()> {
    loop {
        output.write_all("DEBUG 0123456789 working, and telling everybody\n".repeat(16).as_bytes())?;
    }
}

fn record_self(directory: &std::path::Path) -> io::Result<()> {
    append(directory, "pids", format!("{}\n", std::process::id()).as_bytes())?;
    fs::write(directory.join("environ"), fs::read("/proc/self/environ")?)?;
    let mut open = Vec::new();
    for entry in fs::read_dir("/proc/self/fd")? {
        let entry = entry?;
        // The descriptor of this very reading is gone once it is over.
        if fs::read_link(entry.path()).is_ok_and(|target| !target.ends_with("fd")) {
            open.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    open.sort();
    fs::write(directory.join("descriptors"), open.join(" "))
}

fn append(directory: &std::path::Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    OpenOptions::new().append(true).create(true).open(directory.join(name))?.write_all(bytes)
}
