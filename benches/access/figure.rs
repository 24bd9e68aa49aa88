//! How a figure is taken and shown.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

const ROUNDS: usize = 21;

/// One row of the table, in nanoseconds.
#[derive(Debug)]
pub(crate) struct Figure {
    name: &'static str,
    median: f64,
    slowest: f64,
    at_most: f64,
}

impl Figure {
    /// What doing `one` costs, done `times` in each round.
    pub(crate) fn of(name: &'static str, at_most: Duration, times: u32, mut one: impl FnMut()) -> Self {
        let nanoseconds = |time: Duration| time.as_secs_f64() * 1e9;
        let mut rounds: Vec<_> = (0..ROUNDS)
            .map(|_| {
                let start = Instant::now();
                for _ in 0..times {
                    one();
                }
                nanoseconds(start.elapsed()) / f64::from(times)
            })
            .collect();
        rounds.sort_unstable_by(f64::total_cmp);
        Self { name, median: rounds[ROUNDS / 2], slowest: rounds[ROUNDS - 1], at_most: nanoseconds(at_most) }
    }

    /// Whether it is as fast as it must be.
    pub(crate) fn holds(&self) -> bool {
        self.median <= self.at_most
    }
}

/// All of them, as Markdown.
pub(crate) fn table(figures: &[Figure]) -> String {
    let mut table = String::new();
    let mut line = |cells: [&str; 4]| {
        let [name, median, slowest, hold] = cells;
        // Writing to a string can't fail.
        let _ = writeln!(table, "| {name:<42} | {median:>12} | {slowest:>13} | {hold:>12} |");
    };
    line(["figure", "median", "slowest round", "must hold"]);
    let dashes = "-".repeat(42);
    line([&dashes, &dashes[..12], &dashes[..13], &dashes[..12]]);
    for figure in figures {
        let median = format!("{}{}", time(figure.median), if figure.holds() { "" } else { " MISS" });
        line([figure.name, &median, &time(figure.slowest), &format!("<= {}", time(figure.at_most))]);
    }
    table
}

fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        long if long >= 1e6 => format!("{:.2} ms", long / 1e6),
        middling if middling >= 1e4 => format!("{:.1} us", middling / 1e3),
        short => format!("{short:.1} ns"),
    }
}
