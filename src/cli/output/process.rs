//! What is printed outside any command: usage, panics, log lines.

use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal as _, Write as _};
use std::panic::{self, PanicHookInfo};

use clap::error::ErrorKind;

use super::log::Log;
use crate::cli::error::{CommandError, Exit};
use crate::core::observe::Recorder;
use crate::core::problem::Problem;
use crate::core::untrusted::{Breaks, untrusted};

/// Makes a panic say on stderr, in our own words, that it is a bug. Stdout stays the protocol's.
pub fn report_panics() {
    panic::set_hook(Box::new(|info| {
        // With nobody listening on stderr there is nobody to tell.
        let _ = io::stderr().write_all(bug(info).as_bytes());
    }));
}

/// The same for a session, which has a log, and a stderr that may never be read.
pub fn report_panics_to(log: Log, recorder: Recorder) {
    panic::set_hook(Box::new(move |info| {
        let text = bug(info);
        let _ = log.line().write_all(text.as_bytes());
        log.finish();
        recorder.own_panic(&text);
    }));
}

fn bug(info: &PanicHookInfo<'_>) -> String {
    format!("error: mcpgw has a bug and stopped: {info}\n  hint: please report it, with these lines\n")
}

/// Whether the arguments ask for JSON, or `usual` (`MCPGW_FORMAT`) does where they don't say, as far as that can be told
/// before they are understood.
pub fn wants_json(arguments: &[OsString], usual: Option<&OsStr>) -> bool {
    let mut own = arguments.iter().take_while(|argument| *argument != "--");
    let mut asked = None;
    while let Some(argument) = own.next() {
        asked = match argument.to_str() {
            Some("--json") => return true,
            Some("--format") => own.next().map(OsString::as_os_str),
            Some(joined) => joined.strip_prefix("--format=").map(OsStr::new).or(asked),
            None => asked,
        };
    }
    asked.or(usual).is_some_and(|format| format == "json" || format == "jsonl")
}

/// Prints what clap has to say: help and version on stdout, usage errors on stderr, with what else helps.
pub fn usage(error: &clap::Error, hint: Option<&str>, colours: bool) -> Exit {
    let asked_for = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    let text = error.render();
    // What it quotes may come from a server by way of a script.
    let safe = untrusted(&text.to_string(), Breaks::Keep).into_owned();
    let plain = |terminal: bool| !colours || !terminal || safe != text.to_string();
    let written = if asked_for {
        let text = if plain(io::stdout().is_terminal()) { safe } else { text.ansi().to_string() };
        io::stdout().lock().write_all(text.as_bytes())
    } else {
        let text = if plain(io::stderr().is_terminal()) { safe } else { text.ansi().to_string() };
        io::stderr().lock().write_all(with_hint(text, hint).as_bytes())
    };
    // A reader that has gone is no reason to complain.
    drop(written);
    if asked_for { Exit::Success } else { Exit::Usage }
}

/// Prints a usage error as JSON.
pub fn usage_json(problem: &Problem) -> Exit {
    // A reader that has gone is no reason to complain.
    let _ = writeln!(io::stderr(), "{}", CommandError::json(problem));
    Exit::Usage
}

/// The hint stands where those of all errors do, before the usage.
fn with_hint(text: String, hint: Option<&str>) -> String {
    let Some(hint) = hint else { return text };
    text.replacen("\n\n", &format!("\n  hint: {}\n\n", untrusted(hint, Breaks::Escape)), 1)
}
