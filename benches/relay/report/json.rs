//! The same as JSON, with the values of every round.

use serde_json::{Map, Value, json};

use super::{Ledger, Row, hold::Hold};
use crate::driver::Setup;

/// `{machine, rounds, void, missed, rows}`; `void` is null or says why the run says nothing.
pub(crate) fn json(ledger: &Ledger, setups: &[Setup], machine: &str, rounds: u32) -> Value {
    json!({
        "machine": machine,
        "rounds": rounds,
        "void": ledger.void(),
        "missed": ledger.tally(setups).missed,
        "rows": ledger.rows().map(|row| entry(ledger, row, setups)).collect::<Vec<_>>(),
    })
}

fn entry(ledger: &Ledger, row: Row, setups: &[Setup]) -> Value {
    let hold = Hold::of(row);
    let mut values = Map::new();
    for &setup in setups {
        if let Some(median) = ledger.value(row, setup) {
            let value = json!({
                "median": median,
                "rounds": ledger.rounds(row, setup),
                "of_direct": ledger.ratio(row, setup, Setup::Direct),
                "of_null_relay": ledger.ratio(row, setup, Setup::NullRelay),
                "of_holding_relay": ledger.ratio(row, setup, Setup::HoldingRelay),
                "holds": hold.and_then(|hold| hold.held(ledger, row, setup)),
            });
            values.insert(setup.key(), value);
        }
    }
    json!({
        "figure": row.figure.key(),
        "unit": row.figure.unit().symbol(),
        "wire": row.wire.key(),
        "cores": row.pinning.key(),
        "must_hold": hold.map(|hold| hold.to_string()),
        "values": values,
    })
}
