//! The Markdown tables: all that was measured, and what belongs into a README.

use std::fmt::Write as _;

use super::{Ledger, Row, hold::Hold};
use crate::{
    driver::{Pinning, Setup},
    measure::Unit,
};

/// All rows.
pub(crate) fn table(ledger: &Ledger, setups: &[Setup]) -> String {
    let mut lines = vec![header(&["figure", "unit", "wire", "cores"], setups)];
    lines.extend(ledger.rows().map(|row| line(ledger, row, setups)));
    lined_up(lines)
}

/// The rows that must hold something, which are the pinned ones, in fewer columns: each value of mcpgw with its ratio
/// to what it must hold against.
pub(crate) fn readme_table(ledger: &Ledger, setups: &[Setup]) -> String {
    let mut lines = vec![header(&["figure", "over"], setups)];
    for row in ledger.rows() {
        let Some(hold) = Hold::of(row) else { continue };
        let figure = format!("{}, {}", row.figure.title(), row.figure.unit().symbol());
        let mut cells = vec![figure, row.wire.key().to_owned()];
        cells.extend(setups.iter().map(|&setup| short_cell(ledger, row, setup, hold)));
        cells.push(hold.to_string());
        lines.push(cells);
    }
    lined_up(lines)
}

/// With the columns lined up, so that it reads well as plain text too. The first line is the header.
fn lined_up(mut lines: Vec<Vec<String>>) -> String {
    let columns = lines[0].len();
    let width = |column: usize| lines.iter().map(|cells| cells[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    lines.insert(1, widths.iter().map(|&width| "-".repeat(width)).collect());
    let mut table = String::new();
    for cells in &lines {
        for (cell, width) in cells.iter().zip(&widths) {
            // Writing to a string can't fail.
            let _ = write!(table, "| {cell:<width$} ");
        }
        table.push_str("|\n");
    }
    table
}

fn header(columns: &[&str], setups: &[Setup]) -> Vec<String> {
    let mut cells: Vec<String> = columns.iter().map(ToString::to_string).collect();
    cells.extend(setups.iter().map(ToString::to_string));
    cells.push("must hold".to_owned());
    cells
}

fn line(ledger: &Ledger, row: Row, setups: &[Setup]) -> Vec<String> {
    let hold = Hold::of(row);
    let mut cells: Vec<String> =
        [row.figure.title(), row.figure.unit().symbol(), row.wire.key(), row.pinning.key()]
            .map(str::to_owned)
            .to_vec();
    cells.extend(setups.iter().map(|&setup| cell(ledger, row, setup, hold)));
    cells.push(hold.map(|hold| hold.to_string()).unwrap_or_default());
    cells
}

/// The value, its ratio to what it must be compared with, the time that it adds to direct, and whether it holds.
fn cell(ledger: &Ledger, row: Row, setup: Setup, hold: Option<Hold>) -> String {
    let Some(value) = ledger.value(row, setup) else { return "-".to_owned() };
    let mut cell = number(value, row.figure.unit());
    let reference = match setup {
        Setup::Direct => None,
        Setup::NullRelay | Setup::HoldingRelay => Some(Setup::Direct),
        // Unpinned rows must hold nothing, but are read beside the pinned ones.
        Setup::Mcpgw(_) => Hold::of(Row { pinning: Pinning::Pinned, ..row }).and_then(Hold::reference),
    };
    if let Some(ratio) = reference.and_then(|reference| ledger.ratio(row, setup, reference)) {
        let _ = write!(cell, " {ratio:.2}x");
    }
    if row.figure.unit() == Unit::Microseconds
        && setup != Setup::Direct
        && let Some(direct) = ledger.value(row, Setup::Direct)
    {
        let _ = write!(cell, " {:+.1}", value - direct);
    }
    match hold.and_then(|hold| hold.held(ledger, row, setup)) {
        Some(true) => cell.push_str(" ok"),
        Some(false) => cell.push_str(" MISS"),
        None => {}
    }
    cell
}

/// The value and, of mcpgw, the ratio that must hold, or that it misses.
fn short_cell(ledger: &Ledger, row: Row, setup: Setup, hold: Hold) -> String {
    let Some(value) = ledger.value(row, setup) else { return "-".to_owned() };
    let mut cell = number(value, row.figure.unit());
    if let Some(held) = hold.held(ledger, row, setup) {
        if let Some(ratio) = hold.reference().and_then(|reference| ledger.ratio(row, setup, reference)) {
            let _ = write!(cell, " ({ratio:.2}x)");
        }
        if !held {
            cell.push_str(" MISS");
        }
    }
    cell
}

fn number(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Microseconds | Unit::Mib => format!("{value:.1}"),
        Unit::Milliseconds | Unit::Times => format!("{value:.2}"),
        Unit::CallsPerSecond if value < 1e5 => format!("{:.1}k", value / 1e3),
        Unit::CallsPerSecond => format!("{:.0}k", value / 1e3),
        Unit::MibPerSecond | Unit::Count => format!("{value:.0}"),
    }
}
