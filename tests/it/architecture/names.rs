//! Who may name what: terminals, the environment, I/O, SQL, the operating system, rmcp.

use super::lexer::Kind;
use super::source::{Finding, Source, assert_none, tree};

/// Code that one part of the tree keeps for itself, or that one part may not touch.
struct Rule {
    says: &'static str,
    fix: &'static str,
    applies: fn(&Source) -> bool,
    /// Paths that may not be named, by their first parts.
    starts: &'static [&'static [&'static str]],
    /// Paths that may not be named, by any run of their parts.
    contains: &'static [&'static [&'static str]],
    /// What of those may be named after all, by its first parts.
    except: &'static [&'static [&'static str]],
    macros: &'static [&'static str],
    /// Words that a string literal may not start with.
    texts: &'static [&'static str],
}

const NOTHING: Rule = Rule {
    says: "",
    fix: "",
    applies: |_| true,
    starts: &[],
    contains: &[],
    except: &[],
    macros: &[],
    texts: &[],
};

const PRINT_MACROS: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];
const PURE: &[&str] = &["model", "wire", "access", "catalog", "era"];

const RULES: &[Rule] = &[
    Rule {
        says: "`core` knows no command line, terminal, environment or home directory",
        fix: "read it in `cli` and pass it in as a value",
        applies: |file| file.module.first().is_some_and(|layer| layer == "core"),
        starts: &[&["clap"], &["ratatui"], &["crossterm"], &["etcetera"], &["std", "env"]],
        contains: &[&["home_dir"]],
        except: &[&["std", "env", "split_paths"], &["std", "env", "join_paths"], &["std", "env", "consts"]],
        macros: PRINT_MACROS,
        ..NOTHING
    },
    Rule {
        says: "in `core` only `core::platform` names the streams that the process was started with",
        fix: "take `impl Read` or `impl Write`, or the descriptors that `core::platform` opens",
        applies: |file| file.area().is_some_and(|area| area != "platform"),
        contains: &[&["io", "stdin"], &["io", "stdout"], &["io", "stderr"]],
        ..NOTHING
    },
    Rule {
        says: "`core::{model, wire, access, catalog, era}` and the session's router are pure: no I/O, clock, store or task",
        fix: "decide here on values, and do the I/O in the caller",
        applies: |file| {
            file.area().is_some_and(|area| PURE.contains(&area))
                || file.path.starts_with("src/core/session/router")
        },
        starts: &[
            &["tokio"],
            &["tokio_util"],
            &["rusqlite"],
            &["rmcp"],
            &["std", "fs"],
            &["std", "net"],
            &["std", "process"],
            &["std", "thread"],
            &["crate", "core", "store"],
            &["crate", "core", "platform"],
            &["crate", "core", "upstream"],
        ],
        contains: &[&["Instant", "now"], &["SystemTime", "now"], &["Timestamp", "now"], &["Zoned", "now"]],
        ..NOTHING
    },
    Rule {
        says: "only `core::store` holds SQL and names the database",
        fix: "add a typed function to `core::store` and call that",
        applies: |file| file.area() != Some("store"),
        starts: &[&["rusqlite"], &["rusqlite_migration"]],
        texts: &[
            "SELECT ",
            "INSERT ",
            "UPDATE ",
            "DELETE FROM ",
            "CREATE TABLE ",
            "CREATE INDEX ",
            "ALTER TABLE ",
            "DROP TABLE ",
            "PRAGMA ",
            "BEGIN IMMEDIATE",
        ],
        ..NOTHING
    },
    Rule {
        says: "only `core::platform` names the operating system",
        fix: "give `core::platform` a function that says what is wanted, and call that",
        applies: |file| file.area() != Some("platform"),
        starts: &[&["rustix"], &["close_fds"], &["libc"], &["nix"], &["process_wrap"], &["windows_sys"]],
        ..NOTHING
    },
    Rule {
        says: "rmcp's types stay inside `core::upstream`",
        fix: "hand its callers bytes or a type of our own",
        applies: |file| file.area() != Some("upstream"),
        starts: &[&["rmcp"]],
        ..NOTHING
    },
    Rule {
        says: "only `core::upstream` makes HTTP requests",
        fix: "hand its callers bytes or a type of our own",
        applies: |file| file.area() != Some("upstream"),
        starts: &[&["reqwest"]],
        ..NOTHING
    },
    Rule {
        says: "only the page to log in at is served over HTTP",
        fix: "serve it there",
        applies: |file| !file.path.starts_with("src/core/operation/login/page/"),
        starts: &[&["hyper"], &["hyper_util"], &["http_body_util"]],
        ..NOTHING
    },
    Rule {
        says: "waits are those of `core::platform::time`, which cost a session nothing",
        fix: "use `core::platform::time::{sleep, timeout}`",
        applies: |file| file.area() != Some("platform"),
        starts: &[&["tokio", "time"]],
        ..NOTHING
    },
    Rule {
        says: "only `cli::output` prints",
        fix: "print through `cli::output`, which knows formats, colours and broken pipes",
        applies: |file| !file.path.starts_with("src/cli/output"),
        macros: PRINT_MACROS,
        ..NOTHING
    },
    Rule {
        says: "only `cli::output` lays out tables and draws spinners",
        fix: "put it on a `Page`, or ask `Output` for a spinner",
        applies: |file| !file.path.starts_with("src/cli/output"),
        starts: &[&["comfy_table"]],
        ..NOTHING
    },
    Rule {
        says: "only `tui` draws on the whole screen",
        fix: "put it on a `Page`; what is drawn belongs to `src/tui`",
        applies: |file| file.module.first().is_none_or(|layer| layer != "tui"),
        starts: &[&["ratatui"], &["crossterm"]],
        ..NOTHING
    },
    Rule {
        says: "in `tui` only `tui::terminal` touches the terminal: all else is actions and frames",
        fix: "let `tui::terminal` do it, and hand it or take from it a type of our own",
        applies: |file| {
            file.module.first().is_some_and(|layer| layer == "tui")
                && !file.path.starts_with("src/tui/terminal")
        },
        starts: &[&["ratatui", "crossterm"], &["crossterm"], &["ratatui", "init"]],
        contains: &[&["io", "stdin"], &["io", "stdout"], &["io", "stderr"]],
        ..NOTHING
    },
    Rule {
        says: "what is on the screen depends on the state alone: only effects reach the store, the clock and tasks",
        fix: "make it an `Effect`, which `tui::desk` carries out",
        applies: |file| {
            ["src/tui/app", "src/tui/component", "src/tui/draw"]
                .iter()
                .any(|pure| file.path.starts_with(pure))
        },
        starts: &[
            &["tokio"],
            &["std", "fs"],
            &["std", "thread"],
            &["crate", "core", "operation"],
            &["crate", "core", "store"],
            &["crate", "core", "platform"],
        ],
        contains: &[&["Instant", "now"], &["SystemTime", "now"], &["Timestamp", "now"]],
        ..NOTHING
    },
    Rule {
        says: "only `cli::output`, `tui::terminal` and the two commands that speak the protocol name stdout or stderr",
        fix: "print through `cli::output`, which knows formats, colours and broken pipes",
        applies: |file| {
            let ends = ["src/cli/stdio.rs", "src/cli/example.rs"];
            file.area() != Some("platform")
                && !file.path.starts_with("src/cli/output")
                && !file.path.starts_with("src/tui/terminal")
                && !ends.contains(&file.path.as_str())
        },
        contains: &[&["io", "stdout"], &["io", "stderr"]],
        ..NOTHING
    },
];

fn check(files: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files {
        for rule in RULES.iter().filter(|rule| (rule.applies)(file)) {
            for (line, what) in rule.breaches(file) {
                let place = format!("{}:{line}", file.path);
                findings.push(Finding { place, what, rule: rule.says, fix: rule.fix });
            }
        }
    }
    findings
}

impl Rule {
    fn breaches(&self, file: &Source) -> Vec<(usize, String)> {
        let names = file.named.iter().filter(|named| {
            if self.except.iter().any(|prefix| named.starts_with(prefix)) {
                return false;
            }
            self.starts.iter().any(|prefix| named.starts_with(prefix))
                || self.contains.iter().any(|parts| named.contains(parts))
                || (named.is_macro && self.macros.contains(&named.path[named.path.len() - 1].as_str()))
        });
        let texts = file.tokens.iter().filter_map(|token| match &token.kind {
            Kind::Text(text) if self.texts.iter().any(|word| text.trim_start().starts_with(word)) => {
                Some((token.line, format!("holds {text:?}")))
            }
            _ => None,
        });
        names.map(|named| (named.line, format!("names `{}`", named.path.join("::")))).chain(texts).collect()
    }
}

#[test]
fn each_part_names_only_what_it_may() {
    assert_none(&check(&tree()));
}

/// One breach of each kind, and beside it the same code where it is allowed.
#[test]
fn each_breach_is_found_where_it_is_one() {
    let cases = [
        ("use clap::Parser;", "src/core/operation/add.rs", "src/cli/add.rs"),
        ("fn f() { std::env::var_os(\"HOME\"); }", "src/core/paths.rs", "src/cli/environment.rs"),
        ("fn f() { std::io::stdin(); }", "src/core/session/shell/hub.rs", "src/core/platform/standard.rs"),
        ("use std::{env, fs};", "src/core/paths.rs", "src/cli/paths.rs"),
        ("fn f() { println!(\"x\") }", "src/cli/add.rs", "src/cli/output.rs"),
        ("use comfy_table::Table;", "src/cli/server/list.rs", "src/cli/output/page.rs"),
        ("use ratatui::Frame;", "src/cli/add.rs", "src/tui/draw/frame.rs"),
        ("use ratatui::crossterm::event;", "src/tui/run.rs", "src/tui/terminal/events.rs"),
        ("fn f() { io::stdout().flush(); }", "src/tui/run.rs", "src/tui/terminal/screen.rs"),
        ("use crate::core::operation::server;", "src/tui/app/keys.rs", "src/tui/desk.rs"),
        ("fn f() { std::io::stdout().flush(); }", "src/cli/add.rs", "src/cli/output/mod.rs"),
        ("use std::io::{self, Write}; fn f() { io::stderr(); }", "src/bin/mcpgw.rs", "src/cli/stdio.rs"),
        ("use tokio::sync::mpsc;", "src/core/wire/writer.rs", "src/core/upstream/stdio.rs"),
        ("use tokio::sync::mpsc;", "src/core/session/router/call.rs", "src/core/session/shell/hub.rs"),
        (
            "use crate::core::store::Store;",
            "src/core/session/router/list.rs",
            "src/core/session/shell/hub.rs",
        ),
        ("fn f() { std::time::Instant::now(); }", "src/core/catalog/merge.rs", "src/core/clock.rs"),
        ("use rusqlite::Connection;", "src/core/operation/add.rs", "src/core/store/connection.rs"),
        ("const Q: &str = \"SELECT 1\";", "src/cli/add.rs", "src/core/store/servers.rs"),
        ("const Q: &str = r\"\n  UPDATE t SET a = 1\";", "src/core/clock.rs", "src/core/store/servers.rs"),
        ("fn f() { rustix::process::getpid(); }", "src/core/upstream/spawn.rs", "src/core/platform/unix.rs"),
        ("use rmcp::model::Tool;", "src/core/session/lists.rs", "src/core/upstream/http.rs"),
        ("use reqwest::Client;", "src/core/session/shell/hub.rs", "src/core/upstream/http/caller.rs"),
        ("use hyper::Response;", "src/core/control/answer.rs", "src/core/operation/login/page/answer.rs"),
        ("use tokio::time::sleep;", "src/core/session/shell/hub.rs", "src/core/platform/time.rs"),
    ];
    for (text, forbidden, allowed) in cases {
        assert!(!check(&[Source::new(forbidden, text)]).is_empty(), "{forbidden}: {text}");
        assert_eq!(check(&[Source::new(allowed, text)]), [], "{allowed}: {text}");
    }
    let every_rule_fires = RULES.iter().all(|rule| {
        cases
            .iter()
            .any(|(text, path, _)| check(&[Source::new(path, text)]).iter().any(|f| f.rule == rule.says))
    });
    assert!(every_rule_fires, "a rule has no case here that breaks it");
}

#[test]
fn comments_tests_and_plain_words_break_nothing() {
    let text = "//! Never `println!`; see [`clap`].\n#[cfg(test)] mod tests { use tokio::fs; }\nfn f() { std::env::split_paths(g(\"Select one\")) }";
    assert_eq!(check(&[Source::new("src/core/wire/scan.rs", text)]), []);
}
