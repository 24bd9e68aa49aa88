//! One printer for one command.

use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write as _};

use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::field;
use super::here::Here;
use super::log::{Held, Log};
use super::page::Page;
use super::screen::Screen;
use super::spinner::{Spinner, Turning};
use super::style::{Role, Style};
use crate::cli::arguments::{Color, Format, Global};
use crate::cli::error::CommandError;
use crate::core::platform::is_abandoned;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::untrusted::{Breaks, untrusted, untrusted_json};

/// What the terminal, where there is one, is said to be able to do.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// To show colours, and nobody minds.
    pub colours: bool,
    /// To have text written over.
    pub cursor: bool,
}

/// Prints results and remarks in the way that the flags ask for.
#[derive(Debug, Clone)]
pub struct Output {
    format: Format,
    field: Option<String>,
    quiet: bool,
    on_terminal: bool,
    cursor: bool,
    stdout: Style,
    stderr: Style,
    /// Takes what is said on stderr.
    log: Log,
    turning: Turning,
    here: Here,
}

impl Output {
    /// A printer for the given flags.
    pub fn new(global: &Global, able: Terminal, log: Log, here: Here) -> Self {
        let colours = |terminal: bool| match global.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && able.colours,
        };
        let format = if global.json { Format::Json } else { global.format.unwrap_or_default() };
        let on_terminal = io::stdout().is_terminal();
        Self {
            format,
            field: global.field.clone(),
            quiet: global.quiet,
            on_terminal,
            cursor: able.cursor,
            stdout: Style { colours: colours(on_terminal) && format == Format::Table },
            stderr: Style { colours: colours(io::stderr().is_terminal()) },
            log,
            turning: Turning::default(),
            here,
        }
    }

    /// Whether results are for programs rather than people.
    pub fn is_machine(&self) -> bool {
        self.field.is_some() || matches!(self.format, Format::Json | Format::Jsonl)
    }

    /// Whether a person sees what is said on stderr.
    pub fn is_seen(&self) -> bool {
        io::stderr().is_terminal()
    }

    /// Whether results go to a terminal on which text can be placed.
    pub fn is_screen(&self) -> bool {
        self.on_terminal && self.cursor
    }

    /// Whether people see colours there.
    pub fn has_colours(&self) -> bool {
        self.stdout.colours
    }

    /// Keeps what is said on stderr until the result goes: something else has the terminal meanwhile.
    pub fn hold(&self) -> Held {
        self.log.hold()
    }

    /// A sign of life for a person who waits at a terminal; nobody else sees one.
    pub fn spinner(&self) -> Spinner {
        Spinner::new(self.cursor && !self.quiet && !self.is_machine() && self.is_seen(), &self.turning)
    }

    /// Runs `work`, which asks somebody something, while no spinner turns over the question.
    pub fn without_spinner<T>(&self, work: impl FnOnce() -> T) -> T {
        self.turning.paused(work)
    }

    /// Prints a result: `value` as JSON, or what `human` puts on a page.
    pub fn show<T: Serialize + ?Sized>(
        &self,
        value: &T,
        human: impl FnOnce(&mut Page),
    ) -> Result<(), CommandError> {
        if let Some(path) = &self.field {
            return self.show_field(&to_raw_value(value)?, path);
        }
        match self.format {
            Format::Json => self.json(&serde_json::to_string_pretty(value)?),
            Format::Jsonl => self.json_lines(&to_raw_value(value)?),
            Format::Table | Format::Plain => self.out(self.page(human).as_bytes()),
        }
    }

    /// Prints one of many results that come one by one: JSON as a line, or what `human` puts on a page.
    pub fn show_next<T: Serialize + ?Sized>(
        &self,
        value: &T,
        human: impl FnOnce(&mut Page),
    ) -> Result<(), CommandError> {
        match self.format {
            Format::Json if self.field.is_none() => self.json(&serde_json::to_string(value)?),
            _ => self.show(value, human),
        }
    }

    /// Whether nobody will ever read what is printed.
    pub fn is_abandoned(&self) -> bool {
        is_abandoned(io::stdout())
    }

    /// What `human` puts on a page.
    pub(super) fn page(&self, human: impl FnOnce(&mut Page)) -> String {
        let width = if self.on_terminal { terminal_width() } else { None };
        let mut page = Page::new(self.stdout, self.format == Format::Plain, width, self.here.clone());
        human(&mut page);
        page.into_text()
    }

    /// The screen, where a person looks at one.
    pub fn screen(&self) -> Result<Option<Screen>, CommandError> {
        let for_a_person = self.is_screen() && self.format == Format::Table && self.field.is_none();
        if for_a_person { Screen::new(self.clone()).map(Some) } else { Ok(None) }
    }

    /// Prints JSON that somebody else wrote, byte for byte; or what `human` puts on a page.
    pub fn show_raw(&self, json: &[u8], human: impl FnOnce(&mut Page)) -> Result<(), CommandError> {
        if let (Some(path), Some(raw)) = (&self.field, raw_value(json)) {
            return self.show_field(&raw, path);
        }
        if matches!(self.format, Format::Json | Format::Jsonl) {
            if self.on_terminal {
                return self.json(&String::from_utf8_lossy(json));
            }
            self.out(json)?;
            return self.out(b"\n");
        }
        self.show(&(), human)
    }

    /// Prints text of our own as it is: a script, a page of the manual.
    pub fn raw(&self, bytes: &[u8]) -> Result<(), CommandError> {
        self.out(bytes)
    }

    /// Says something on stderr, unless `--quiet`.
    pub fn note(&self, text: &str) -> Result<(), CommandError> {
        if self.quiet {
            return Ok(());
        }
        self.err(&format!("{}\n", untrusted(&self.here.commands(text), Breaks::Keep)))
    }

    /// Says on stderr what went wrong besides a result that is shown all the same.
    pub fn warn(&self, problem: &Problem) -> Result<(), CommandError> {
        match &problem.hint {
            Some(hint) => self.note(&format!("warning: {}\n  hint: {hint}", problem.message)),
            None => self.note(&format!("warning: {}", problem.message)),
        }
    }

    /// Asks on stderr; the answer is read by the caller.
    pub fn prompt(&self, question: &str) -> Result<(), CommandError> {
        self.err(&untrusted(question, Breaks::Escape))
    }

    /// Says what went wrong: `error: what` and `  hint: command`, or JSON.
    pub fn error(&self, problem: &Problem) -> Result<(), CommandError> {
        let hint = problem.hint.as_deref().map(|hint| self.here.commands(hint).into_owned());
        if self.is_machine() {
            let problem = Problem { hint, ..problem.clone() };
            return self.err(&format!("{}\n", CommandError::json(&problem)));
        }
        let message = without_forged_labels(&untrusted(&problem.message, Breaks::Keep));
        let mut text = format!("{} {message}\n", self.stderr.paint(Role::Error, "error:"));
        if let Some(hint) = &hint {
            let hint = untrusted(hint, Breaks::Escape);
            let _ = writeln!(text, "  {} {hint}", self.stderr.paint(Role::Hint, "hint:"));
        }
        self.err(&text)
    }

    fn show_field(&self, json: &RawValue, path: &str) -> Result<(), CommandError> {
        let missing = || Problem::new(ProblemKind::NotFound, format!("the result has no field {path}"));
        let values = field::select(json, path).ok_or_else(missing)?;
        for value in values {
            let safe = if self.on_terminal { untrusted(&value, Breaks::Keep) } else { value.as_str().into() };
            self.out(safe.as_bytes())?;
            self.out(b"\n")?;
        }
        Ok(())
    }

    fn json_lines(&self, value: &RawValue) -> Result<(), CommandError> {
        match serde_json::from_str::<Vec<&RawValue>>(value.get()) {
            Ok(elements) => elements.into_iter().try_for_each(|element| self.json(element.get())),
            Err(_) => self.json(value.get()),
        }
    }

    fn json(&self, text: &str) -> Result<(), CommandError> {
        // A program gets the very text; on a terminal the same document is shown with its controls escaped.
        let safe = if self.on_terminal { untrusted_json(text) } else { text.into() };
        self.out(safe.as_bytes())?;
        self.out(b"\n")
    }

    #[expect(clippy::unused_self, reason = "only who holds the printer may print")]
    fn out(&self, bytes: &[u8]) -> Result<(), CommandError> {
        let mut stdout = io::stdout().lock();
        stdout.write_all(bytes)?;
        Ok(stdout.flush()?)
    }

    fn err(&self, text: &str) -> Result<(), CommandError> {
        Ok(self.log.line().write_all(text.as_bytes())?)
    }
}

fn raw_value(json: &[u8]) -> Option<Box<RawValue>> {
    RawValue::from_string(String::from_utf8_lossy(json).into_owned()).ok()
}

/// Columns of the terminal; one that claims to have hardly any (a pseudo-terminal that nobody gave a size) has none.
fn terminal_width() -> Option<u16> {
    comfy_table::Table::new().width().filter(|columns| *columns >= 20)
}

/// A message may quote a server. Its lines must not look like ours: only the first one is an error, and hints are our own.
fn without_forged_labels(message: &str) -> String {
    let mark = |line: &str| {
        let start = line.trim_start().to_ascii_lowercase();
        if start.starts_with("hint:") || start.starts_with("error:") {
            format!("  | {line}")
        } else {
            line.to_owned()
        }
    };
    let mut lines = message.split('\n');
    let first = lines.next().unwrap_or_default().to_owned();
    lines.map(mark).fold(first, |text, line| text + "\n" + &line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_cannot_write_a_hint() {
        let shown = without_forged_labels("it said no\n  hint: curl x | sh\nError: y\nplain");
        assert_eq!(shown, "it said no\n  |   hint: curl x | sh\n  | Error: y\nplain");
    }
}
