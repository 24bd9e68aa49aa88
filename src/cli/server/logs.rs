//! `mcpgw server logs`

use std::io;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde::Serialize;

use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::output::Output;
use crate::core::model::ServerName;
use crate::core::observe::{Entry, Follower, Ring, Stream};
use crate::core::operation::server;
use crate::core::platform::time::sleep;
use crate::core::problem::{Problem, ProblemKind};

/// How often a log that is followed is looked at.
const LOOK: Duration = Duration::from_millis(250);

/// How often it is decided again whether who follows it may.
const AGAIN: Duration = Duration::from_secs(1);

/// Arguments of `server logs`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw server logs files
  mcpgw server logs files -f
  mcpgw server logs files -n 1000 --format jsonl")]
pub(in crate::cli) struct Args {
    /// The server's name
    #[arg(value_parser = ServerName::parse)]
    name: ServerName,

    /// Go on with what comes, until interrupted
    #[arg(short, long)]
    follow: bool,

    /// How many of the last lines to show
    #[arg(short = 'n', long, value_name = "LINES", default_value_t = 100)]
    lines: usize,
}

/// What JSON shows of a line.
#[derive(Debug, Serialize)]
struct LineView {
    time: Option<Timestamp>,
    pid: Option<u32>,
    stream: Option<Stream>,
    text: String,
}

impl Args {
    /// Whether it goes on until it is interrupted.
    pub(super) fn follows(&self) -> bool {
        self.follow
    }

    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        let mut operations = context.operations().await?;
        let ring = server::log(&operations, &self.name).await?;
        let (entries, mut follower) = Follower::open(ring.clone(), self.lines).map_err(unreadable(&ring))?;
        if entries.is_none() {
            context.output.note(&format!("nothing is logged yet: no session has started {}", self.name))?;
        }
        let views: Vec<_> = entries.into_iter().flatten().map(LineView::new).collect();
        if !self.follow {
            context.output.show(&views, |page| views.iter().for_each(|view| page.line(&view.text())))?;
            return Ok(Exit::Success);
        }
        show_each(&context.output, views)?;
        let mut decided_at = Instant::now();
        loop {
            if decided_at.elapsed() >= AGAIN {
                // Who may not see it any more sees no more of it.
                operations = context.anew(&operations).await?;
                server::log(&operations, &self.name).await?;
                decided_at = Instant::now();
            }
            if context.output.is_abandoned() {
                return Err(CommandError::BrokenPipe);
            }
            loop {
                let entries = follower.catch_up().map_err(unreadable(&ring))?;
                if entries.is_empty() {
                    break;
                }
                show_each(&context.output, entries.into_iter().map(LineView::new))?;
                tokio::task::yield_now().await;
            }
            sleep(LOOK).await;
        }
    }
}

impl LineView {
    fn new(entry: Entry) -> Self {
        let Entry { at, pid, stream, text } = entry;
        Self { time: at, pid, stream, text: String::from_utf8_lossy(&text).into_owned() }
    }

    fn text(&self) -> String {
        match (self.time, self.pid, self.stream) {
            (Some(time), Some(pid), Some(stream)) => {
                format!("{time:.3} {pid} {:6} {}", stream.as_str(), self.text)
            }
            _ => self.text.clone(),
        }
    }
}

fn show_each(output: &Output, views: impl IntoIterator<Item = LineView>) -> Result<(), CommandError> {
    views.into_iter().try_for_each(|view| output.show_next(&view, |page| page.line(&view.text())))
}

fn unreadable(ring: &Ring) -> impl FnOnce(io::Error) -> Problem {
    let file = ring.file().display().to_string();
    move |error| {
        Problem::new(ProblemKind::Failed, format!("can't read the log {file}: {error}"))
            .hint("move the file away; a new one is made when the server says something")
    }
}
