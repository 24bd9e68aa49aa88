//! What deciding costs: one decision, one look-up, the table of a session.
//!
//! `cargo bench --bench access` prints one Markdown table.

mod figure;
mod world;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser;

use figure::{Figure, table};
use world::World;

/// What deciding costs.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo bench --bench access --", disable_version_flag = true)]
struct Options {
    /// Exit 1 when a figure misses what it must hold
    #[arg(long)]
    check: bool,
}

fn main() -> std::io::Result<ExitCode> {
    let options = Options::parse_from(std::env::args_os().filter(|argument| argument != "--bench"));
    let figures: Vec<Figure> = World::new().figures();
    std::io::stdout().write_all(table(&figures).as_bytes())?;
    let missed = figures.iter().any(|figure| !figure.holds());
    Ok(if options.check && missed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
