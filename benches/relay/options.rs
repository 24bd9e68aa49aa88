//! The command line, and how much work it asks for.

use std::{path::PathBuf, time::Duration};

use clap::Parser;

use crate::driver::{Pinning, Setup};

/// What the relay costs: direct, behind a null relay, and behind mcpgw.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo bench --bench relay --", disable_version_flag = true)]
pub(crate) struct Options {
    /// Few rounds, pinned to one core only: the inner loop of tuning, half a minute
    #[arg(long)]
    pub(crate) quick: bool,
    /// Only figures whose name in the table or in JSON contains this, with those that are taken from the same
    /// processes: `call`, `in flight`, `1 MiB`, `sampling`, `resident`, `list`
    #[arg(long, value_name = "PATTERN")]
    pub(crate) only: Option<String>,
    /// Measure mcpgw with so many servers
    #[arg(long, value_name = "N", value_delimiter = ',', default_values_t = [1, 10, 50],
          value_parser = parse_servers)]
    pub(crate) servers: Vec<usize>,
    /// Only direct and the null relay: is this machine quiet enough to measure on?
    #[arg(long, conflicts_with = "servers")]
    pub(crate) baseline: bool,
    /// Rounds to take the median of
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) rounds: Option<u32>,
    #[command(flatten)]
    pub(crate) report: Report,
}

/// What becomes of the figures.
#[derive(Debug, clap::Args)]
pub(crate) struct Report {
    /// Print a shorter table, for the README: pinned only, and only what must hold something
    #[arg(long)]
    pub(crate) readme: bool,
    /// Exit 1 when a figure misses what it must hold
    #[arg(long)]
    pub(crate) check: bool,
    /// Where the figures go as JSON [default: relay-bench.json in cargo's target directory]
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
}

/// How often each thing is done in one round.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    /// Rounds; every figure is the median over them.
    pub(crate) rounds: u32,
    /// Calls made one after the other.
    pub(crate) sequential: u32,
    /// Calls made with 64 in flight.
    pub(crate) in_flight: u32,
    /// Calls that ask back, made one after the other.
    pub(crate) asking: u32,
    /// Calls that ask back, made with 64 in flight.
    pub(crate) asking_in_flight: u32,
    /// Calls that tell of their progress.
    pub(crate) progress: u32,
    /// Frames of 1 MiB, each way.
    pub(crate) frames_1_mib: u32,
    /// Frames of 16 MiB.
    pub(crate) frames_16_mib: u32,
    /// Starts.
    pub(crate) starts: u32,
    /// Children killed in the middle of a call.
    pub(crate) ends: u32,
    /// How long calls are made beside children that are a nuisance, and how long before that without.
    pub(crate) beside: Duration,
    /// Sessions in one process.
    pub(crate) sessions: u32,
}

impl Options {
    /// Of this process, without the `--bench` that `cargo bench` puts there.
    pub(crate) fn of_process() -> Self {
        Self::parse_from(std::env::args_os().filter(|argument| argument != "--bench"))
    }

    /// What is compared.
    pub(crate) fn setups(&self) -> Vec<Setup> {
        Setup::with(if self.baseline { &[] } else { &self.servers })
    }

    /// The cores to measure on.
    pub(crate) fn pinnings(&self) -> &'static [Pinning] {
        if self.quick || self.report.readme {
            &[Pinning::Pinned]
        } else {
            &[Pinning::Pinned, Pinning::Unpinned]
        }
    }

    /// The work of one round under these options.
    pub(crate) fn plan(&self) -> Plan {
        let mut plan = if self.quick {
            Plan {
                rounds: 3,
                sequential: 3_000,
                in_flight: 20_000,
                asking: 1_500,
                asking_in_flight: 8_000,
                progress: 500,
                frames_1_mib: 15,
                frames_16_mib: 3,
                starts: 3,
                ends: 3,
                beside: Duration::from_millis(500),
                sessions: 3_000,
            }
        } else {
            Plan {
                rounds: 7,
                sequential: 20_000,
                in_flight: 30_000,
                asking: 2_500,
                asking_in_flight: 12_000,
                progress: 1_000,
                frames_1_mib: 30,
                frames_16_mib: 5,
                starts: 5,
                ends: 5,
                beside: Duration::from_secs(1),
                sessions: 3_000,
            }
        };
        plan.rounds = self.rounds.unwrap_or(plan.rounds);
        plan
    }
}

fn parse_servers(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(servers @ 1..=99) => Ok(servers),
        _ => Err("from 1 to 99 servers".to_owned()),
    }
}
