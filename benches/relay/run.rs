//! The run itself: interleaved rounds, so that whatever disturbs the machine disturbs every set-up alike.

use std::{
    fs,
    io::{self, IsTerminal as _, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use crate::{
    driver::{Broken, Cores, Outcome, Pinning, Rig, Setup, Wire},
    measure::{GROUPS, Group},
    options::Options,
    report::{Ledger, Row, json, readme_table, table},
};

/// The run is void or could not be made.
const BROKEN: u8 = 2;

/// Measures what the command line asks for. Exit code: 0; 1 if `--check` found a miss; 2 if the run says nothing.
pub(crate) fn run() -> ExitCode {
    let options = Options::of_process();
    match measured(&options) {
        Ok(code) => code,
        Err(error) => {
            // Nobody is left to tell if this fails.
            let _ = writeln!(io::stderr(), "error: {error}");
            BROKEN.into()
        }
    }
}

fn measured(options: &Options) -> Outcome<ExitCode> {
    let cores = Cores::detect()?;
    let setups = options.setups();
    let groups = wanted(options)?;
    let rig = Rig::new(&setups)?;
    let mut ledger = Ledger::default();
    for &pinning in options.pinnings() {
        cores.choose(pinning)?;
        for wire in Wire::ALL {
            for group in &groups {
                progress(&format!("{}, {}, {}", group.name, wire.key(), pinning.key()));
                measure(&rig, group, &setups, (wire, pinning), options, &mut ledger)?;
            }
        }
    }
    progress("");
    cores.choose(Pinning::Unpinned)?;
    conclude(options, &ledger, &setups, &cores.describe())
}

fn measure(
    rig: &Rig,
    group: &Group,
    setups: &[Setup],
    (wire, pinning): (Wire, Pinning),
    options: &Options,
    ledger: &mut Ledger,
) -> Outcome<()> {
    let plan = options.plan();
    for _ in 0..plan.rounds {
        for &setup in setups.iter().filter(|&&setup| group.has(setup)) {
            for (figure, value) in (group.measure)(rig, setup, wire, plan)? {
                ledger.note(Row { figure, wire, pinning }, setup, value);
            }
        }
    }
    Ok(())
}

/// The groups that have a figure of the name asked for, of which there must be one.
fn wanted(options: &Options) -> Outcome<Vec<&'static Group>> {
    let pattern = options.only.as_deref().unwrap_or_default();
    let wanted: Vec<_> =
        GROUPS.iter().filter(|group| group.figures.iter().any(|figure| figure.is_called(pattern))).collect();
    if wanted.is_empty() {
        let figures = GROUPS.iter().flat_map(|group| group.figures);
        let names = figures.map(|figure| format!("  {} ({})", figure.title(), figure.key())).collect();
        return Err(Broken::NoFigure { pattern: pattern.to_owned(), names });
    }
    Ok(wanted)
}

fn conclude(options: &Options, ledger: &Ledger, setups: &[Setup], machine: &str) -> Outcome<ExitCode> {
    let rounds = options.plan().rounds;
    let file = options.report.json.clone().unwrap_or_else(default_json);
    let mut text = json(ledger, setups, machine, rounds).to_string();
    text.push('\n');
    fs::write(&file, text).map_err(Broken::while_doing("write the JSON file"))?;

    let tally = ledger.tally(setups);
    let verdict = match ledger.void() {
        Some(reason) => format!("VOID: {reason}"),
        None if tally.asked == 0 => "Nothing to hold.".to_owned(),
        None if tally.missed == 0 => format!("All {} hold.", tally.asked),
        None => format!("{} of {} MISS.", tally.missed, tally.asked),
    };
    let (legend, table) = if options.report.readme {
        ("ratios to what must hold", readme_table(ledger, setups))
    } else {
        (
            "ratios: null relay to direct, mcpgw to what it must hold against; +: added to direct",
            table(ledger, setups),
        )
    };
    let report = format!(
        "{machine}; medians of {rounds} interleaved rounds; {legend}.\n\n{table}\n{verdict} JSON: {}\n",
        file.display()
    );
    io::stdout().write_all(report.as_bytes()).map_err(Broken::while_doing("print"))?;
    Ok(match ledger.void() {
        Some(_) => BROKEN.into(),
        None if options.report.check && tally.missed > 0 => ExitCode::FAILURE,
        None => ExitCode::SUCCESS,
    })
}

/// `relay-bench.json` in cargo's target directory, which mcpgw's executable lies two levels below.
fn default_json() -> PathBuf {
    let target = Path::new(env!("CARGO_BIN_EXE_mcpgw")).ancestors().nth(2);
    target.unwrap_or(Path::new("target")).join("relay-bench.json")
}

/// Says on a terminal what is being measured, on one line that is overwritten.
fn progress(what: &str) {
    let mut terminal = io::stderr();
    if terminal.is_terminal() {
        // A bench that can't show its progress still measures.
        let _ = write!(terminal, "\r\x1b[K{what}");
    }
}
