//! What changes the store is told to the audit.

use super::source::{Finding, Source, assert_none, tree};

/// Parts of the store that mcpgw writes for itself, and why nobody has to be told of them.
const OWN: &[(&str, &str)] = &[
    ("src/core/store/audit.rs", "writes the audit"),
    ("src/core/store/audit_denial.rs", "writes the audit"),
    ("src/core/store/audit_head.rs", "signs the audit"),
    ("src/core/store/catalogue.rs", "keeps what servers said"),
    ("src/core/store/clear.rs", "seals what is there"),
    ("src/core/store/handle.rs", "is where all are written"),
    ("src/core/store/login.rs", "notes when a login was used; its making and its end are told"),
    ("src/core/store/seat.rs", "keeps which processes serve a team"),
    ("src/core/store/session.rs", "keeps which processes run"),
    ("src/core/store/usage.rs", "counts calls"),
    ("src/core/store/vault.rs", "makes the first key for something that is sealed, which is told"),
];

const RULE: &str = "what somebody changes in the store goes through `Store::audited`, which tells of it in the same transaction";

fn untold(files: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let own = |file: &Source| OWN.iter().any(|(path, _)| *path == file.path);
    for file in files.iter().filter(|file| file.area() == Some("store") && !own(file)) {
        for call in file.tokens.windows(3) {
            let writes = matches!(call[1].ident(), Some("write" | "write_within"));
            if writes && call[0].is('.') && call[2].is('(') {
                findings.push(Finding {
                    place: format!("{}:{}", file.path, call[1].line),
                    what: "writes without telling the audit".to_owned(),
                    rule: RULE,
                    fix: "take the `Act`, and return the `Deed`; what mcpgw keeps for itself has a line in OWN of this test",
                });
            }
        }
    }
    findings
}

#[test]
fn whatever_is_changed_in_the_store_is_told_to_the_audit() {
    assert_none(&untold(&tree()));
}

#[test]
fn a_change_that_nobody_is_told_of_is_found() {
    let text = "impl Store { async fn f(&self) { self.write(move |t| Ok(())).await } }";
    assert_eq!(untold(&[Source::new("src/core/store/gizmo.rs", text)]).len(), 1);
    assert_eq!(untold(&[Source::new("src/core/store/session.rs", text)]), []);
    assert_eq!(untold(&[Source::new("src/core/wire/gizmo.rs", text)]), []);
}
