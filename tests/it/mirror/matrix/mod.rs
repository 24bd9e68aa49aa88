//! Everything that a session may be asked, and everything that a server may say of its own accord, for everything that somebody
//! may or may not have.

mod requests;
mod speech;
mod stage;
mod table;

use std::collections::BTreeMap;

use super::client::Client;
use stage::Stage;
use table::{Row, table};

/// By column: a `y` for what leads somewhere, a `-` for what is as if it did not exist.
type Cells = BTreeMap<&'static str, String>;

#[test]
fn each_way_leads_to_what_is_somebodys_own_and_to_nothing_else() {
    let stage = Stage::new();
    let rows = table();
    // One session had all of it before, and one begins afterwards.
    let mut running = stage.open();
    requests::use_all(&stage, &mut running);
    stage.revoke(&mut running);
    let cells = check(&stage, &mut running, &rows);
    let mut fresh = stage.open();
    requests::use_all(&stage, &mut fresh);
    let cells = cells + check(&stage, &mut fresh, &rows);
    assert!(cells > 700, "{cells} cells");
}

/// Returns how many cells there are.
#[track_caller]
fn check(stage: &Stage, client: &mut Client, rows: &[(Row, Cells)]) -> usize {
    let mut found: Vec<Cells> = rows.iter().map(|(row, _)| requests::of_row(client, row)).collect();
    speech::of_rows(stage, client, rows, &mut found);
    let differing: Vec<_> = rows
        .iter()
        .zip(&found)
        .flat_map(|((row, expected), found)| {
            let differs = move |column: &&&str| expected[**column] != found[**column];
            let columns: Vec<_> = expected.keys().filter(differs).collect();
            columns
                .into_iter()
                .map(move |column| format!("{row} {column}: {} for {}", found[column], expected[column]))
        })
        .collect();
    assert_eq!(differing, [""; 0]);
    rows.iter().flat_map(|(_, cells)| cells.values()).map(|marks| marks.replace('.', "").len()).sum()
}
