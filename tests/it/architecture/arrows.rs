//! Which module may import which: arrows point one way.

use super::source::{Finding, Source, assert_none, tree};

/// The areas of `core`, from those that may import all below them to the one that imports none.
/// Areas on one line are siblings.
const ORDER: &[&[&str]] = &[
    &["telling"],
    &["operation", "session", "example"],
    &["upstream", "sso"],
    &["identity", "observe", "client", "control"],
    &["vault", "usage"],
    &["store"],
    &["token", "guard"],
    &["settings", "paths", "clock", "platform"],
    &["access", "catalog", "era"],
    &["wire"],
    &["model", "problem", "untrusted"],
];

const ARROWS: &str =
    "inside `core` an arrow may only point down the order of areas; siblings never import each other";
const SHELLS: &str = "arrows between the layers: bin -> cli -> tui -> core";
const ORDERED: &str = "every area of `core` has its place in the order of areas";

fn height(area: &str) -> Option<usize> {
    ORDER.iter().rev().position(|line| line.contains(&area))
}

fn between_areas(files: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        let Some(area) = file.area() else { continue };
        let Some(from) = height(area) else {
            findings.push(Finding {
                place: file.path.clone(),
                what: format!("`core::{area}` is unknown"),
                rule: ORDERED,
                fix: "put the file into an existing area, or give the new area a line in ORDER of this test",
            });
            continue;
        };
        for named in &file.named {
            let in_core = named.starts_with(&["crate", "core"]);
            let Some(other) = (if in_core { named.path.get(2) } else { None }) else { continue };
            if other != area && height(other).is_some_and(|to| to >= from) {
                findings.push(Finding {
                    place: format!("{}:{}", file.path, named.line),
                    what: format!("`core::{area}` imports `core::{other}`"),
                    rule: ARROWS,
                    fix: "move what both need to an area below both, or pass it in as a value",
                });
            }
        }
    }
    findings
}

fn between_layers(files: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        let above: &[&str] = match file.module.first().map(String::as_str) {
            Some("core") => &["cli", "tui"],
            Some("tui") => &["cli"],
            _ => continue,
        };
        for named in
            file.named.iter().filter(|named| above.iter().any(|up| named.starts_with(&["crate", up])))
        {
            findings.push(Finding {
                place: format!("{}:{}", file.path, named.line),
                what: format!("imports `{}`", named.path.join("::")),
                rule: SHELLS,
                fix: "let the shell call this code and hand in what it needs as values",
            });
        }
    }
    findings
}

#[test]
fn arrows_between_the_areas_of_core_point_one_way() {
    assert_none(&between_areas(&tree()));
}

#[test]
fn core_knows_no_shell() {
    assert_none(&between_layers(&tree()));
}

#[test]
fn an_arrow_that_points_up_or_sideways_is_found() {
    let cases = [
        ("src/core/model/server.rs", "use crate::core::store::Store;", true),
        ("src/core/wire/scan.rs", "use super::super::catalog::Name;", true),
        ("src/core/session/router.rs", "use crate::core::{operation, wire};", true),
        ("src/core/store/mod.rs", "fn f() { crate::core::upstream::spawn() }", true),
        ("src/core/gizmo/mod.rs", "", true),
        ("src/core/store/mod.rs", "use crate::core::model::Server; use super::store::x;", false),
        (
            "src/core/store/mod.rs",
            "//! See [`crate::core::upstream`].\n#[cfg(test)] use crate::core::session::A;",
            false,
        ),
    ];
    for (path, text, found) in cases {
        assert_eq!(!between_areas(&[Source::new(path, text)]).is_empty(), found, "{path}: {text}");
    }
}

#[test]
fn a_core_that_names_a_shell_is_found() {
    let cases = [
        ("src/core/operation/add.rs", "use crate::{cli::output, core::store};", true),
        ("src/tui/app.rs", "use crate::cli::Context;", true),
        ("src/cli/add.rs", "use crate::cli::Context; use crate::tui::run;", false),
    ];
    for (path, text, found) in cases {
        assert_eq!(!between_layers(&[Source::new(path, text)]).is_empty(), found, "{path}: {text}");
    }
}
