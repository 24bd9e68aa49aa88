//! How long files and functions may be, and what a `mod.rs` may hold.

use super::source::{Finding, Source, assert_none, tree};

const LONGEST: usize = 700;
const MEDIAN: usize = 150;
const PERCENTILE_95: usize = 450;

const LENGTH: &str =
    "one idea a file: none over 700 lines, 95 % of them at most 450, half of them at most 150";
const SPLIT: &str = "split the longest files along their ideas";

fn sizes(files: &[(&str, usize)]) -> Vec<Finding> {
    let mut sorted = files.to_vec();
    sorted.sort_by_key(|&(_, lines)| lines);
    let mut findings = Vec::new();
    for (part, limit) in [(50, MEDIAN), (95, PERCENTILE_95), (100, LONGEST)] {
        let index = (sorted.len() * part).div_ceil(100).max(1) - 1;
        if let Some((path, lines)) = sorted.get(index).filter(|(_, lines)| *lines > limit) {
            let what = format!("{lines} lines, where {part} % of all files must have at most {limit}");
            findings.push(Finding { place: (*path).to_owned(), what, rule: LENGTH, fix: SPLIT });
        }
    }
    findings
}

/// Clippy measures functions; this keeps the measure in force.
fn function_limit(clippy_config: &str, files: &[Source]) -> Vec<Finding> {
    let rule = "one screen a function: clippy refuses one of more than 60 lines, without exception";
    let mut findings = Vec::new();
    if !clippy_config.lines().any(|line| line.trim() == "too-many-lines-threshold = 60") {
        findings.push(Finding {
            place: "clippy.toml".to_owned(),
            what: "the limit is gone".to_owned(),
            rule,
            fix: "set `too-many-lines-threshold = 60`",
        });
    }
    for file in files {
        for token in file.tokens.iter().filter(|token| token.ident() == Some("too_many_lines")) {
            findings.push(Finding {
                place: format!("{}:{}", file.path, token.line),
                what: "sets the limit aside".to_owned(),
                rule,
                fix: "split the function along its steps",
            });
        }
    }
    findings
}

fn module_files(files: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with("/mod.rs")) {
        for token in &file.tokens {
            if let Some(word @ ("fn" | "impl" | "struct" | "enum" | "trait" | "static")) = token.ident() {
                findings.push(Finding {
                    place: format!("{}:{}", file.path, token.line),
                    what: format!("holds `{word}`"),
                    rule: "a `mod.rs` holds the module's docs, `mod` and `pub use`; no logic",
                    fix: "move it to a file that is named after it",
                });
            }
        }
    }
    findings
}

#[test]
fn files_are_short() {
    let tree = tree();
    let files: Vec<_> = tree.iter().map(|file| (file.path.as_str(), file.lines)).collect();
    assert_none(&sizes(&files));
}

#[test]
fn functions_are_short() {
    let clippy_config =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/clippy.toml")).expect("clippy.toml");
    assert_none(&function_limit(&clippy_config, &tree()));
}

#[test]
fn module_files_hold_no_logic() {
    assert_none(&module_files(&tree()));
}

#[test]
fn long_files_are_found() {
    let of = |lines: usize, count: usize| vec![("src/a.rs", lines); count];
    assert_eq!(sizes(&[of(100, 95), of(450, 4), of(700, 1)].concat()), []);
    assert_eq!(sizes(&[of(100, 99), of(701, 1)].concat()).len(), 1, "one file is too long");
    assert_eq!(sizes(&[of(100, 94), of(451, 6)].concat()).len(), 1, "too many are long");
    assert_eq!(sizes(&[of(100, 49), of(151, 51)].concat()).len(), 1, "most are middling");
    assert_eq!(sizes(&[]), []);
}

#[test]
fn a_function_limit_that_is_lifted_is_found() {
    let kept = "too-many-lines-threshold = 60\n";
    let lifted = Source::new("src/cli/add.rs", "#[allow(clippy::too_many_lines)] fn f() {}");
    assert_eq!(function_limit(kept, &[]), []);
    assert_eq!(function_limit("too-many-lines-threshold = 90\n", &[]).len(), 1);
    assert_eq!(function_limit(kept, &[lifted]).len(), 1);
}

#[test]
fn logic_in_a_module_file_is_found() {
    let docs = "//! Docs.\nmod add;\npub use add::Add;\n";
    assert_eq!(module_files(&[Source::new("src/core/store/mod.rs", docs)]), []);
    assert_eq!(module_files(&[Source::new("src/core/store/mod.rs", "fn f() {}")]).len(), 1);
    assert_eq!(module_files(&[Source::new("src/core/store/add.rs", "fn f() {}")]), []);
}
