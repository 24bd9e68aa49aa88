//! Arguments that more than one command takes.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};
use jiff::Timestamp;

use crate::core::clock::Clock;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::settings::{InvalidValue, parse_duration};

/// Flags of every command.
#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// Where the store is kept
    #[arg(long, global = true, value_name = "DIR", env = "MCPGW_DATA_DIR", hide_env_values = true)]
    pub data_dir: Option<PathBuf>,

    /// The settings file
    #[arg(long, global = true, value_name = "FILE", env = "MCPGW_CONFIG", hide_env_values = true)]
    pub config: Option<PathBuf>,

    /// Act with the token in this file, which only you can read
    #[arg(long, global = true, value_name = "FILE")]
    pub token_file: Option<PathBuf>,

    /// Print JSON: short for --format json
    #[arg(long, global = true, conflicts_with = "format")]
    pub json: bool,

    /// How to print: table, json, jsonl or plain
    #[arg(
        long,
        global = true,
        value_name = "FORMAT",
        env = "MCPGW_FORMAT",
        hide_env_values = true,
        hide_possible_values = true
    )]
    pub format: Option<Format>,

    /// Print one value of the JSON alone: member names and indexes, joined by dots
    #[arg(long, global = true, value_name = "PATH")]
    pub field: Option<String>,

    /// Say nothing but results and errors
    #[arg(short, long, global = true)]
    pub quiet: bool,

    /// Log to stderr what is done (twice: more)
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub verbose: u8,

    /// When to use colours: auto, always or never
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    pub color: Color,

    /// Never ask anything
    #[arg(long, global = true, env = "MCPGW_NO_INPUT", hide_env_values = true,
          value_parser = clap::builder::FalseyValueParser::new())]
    pub no_input: bool,

    /// Answer yes to every question
    #[arg(short, long, global = true)]
    pub yes: bool,
}

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Table,
    /// One JSON value
    Json,
    /// One JSON value a line for each element of a list
    Jsonl,
    /// Tab-separated, without headings or colours
    Plain,
}

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The flag of every command that changes something.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Mutation {
    /// Do everything but keep the result
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// Reads `30s`, `2m`, `500ms`.
pub(super) fn duration(text: &str) -> Result<Duration, InvalidValue> {
    let duration = parse_duration(text)?;
    if duration.is_zero() {
        return Err(InvalidValue("more than nothing".to_owned()));
    }
    Ok(duration)
}

/// The moment that is so far away.
pub(super) fn from_now(duration: Duration) -> Result<Timestamp, Problem> {
    let at = Clock::System.now().checked_add(duration);
    at.map_err(|_| Problem::new(ProblemKind::Usage, "that is longer than time is counted"))
}
