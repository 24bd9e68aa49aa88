//! The files under `src/`, and how a finding is told.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::lexer::{Token, tokens};
use super::paths::{Named, named};

/// One source file as the rules see it.
pub(super) struct Source {
    /// From the package's root, with `/`.
    pub path: String,
    /// Where it lies in the crate: `["core", "store"]` for `src/core/store/mod.rs`.
    pub(super) module: Vec<String>,
    pub lines: usize,
    /// Without comments and without items under `#[cfg(test)]`.
    pub tokens: Vec<Token>,
    /// Every path that those tokens name.
    pub named: Vec<Named>,
}

impl Source {
    pub(super) fn new(path: &str, text: &str) -> Self {
        let module = module_of(path);
        let tokens = without_tests(&tokens(text));
        let named = named(&tokens, &module);
        Self { path: path.to_owned(), module, lines: text.lines().count(), tokens, named }
    }

    /// The area of `core` that this file belongs to: `store` for all of `src/core/store`.
    pub(super) fn area(&self) -> Option<&str> {
        if self.module.first()? == "core" { self.module.get(1).map(String::as_str) } else { None }
    }
}

/// What a rule found: where, what, and both halves of what to tell the author.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub place: String,
    pub what: String,
    pub rule: &'static str,
    pub fix: &'static str,
}

/// Every Rust file under `src/`, in a stable order.
pub(super) fn tree() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(root, &root.join("src"), &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(files.iter().any(|file| file.path == "src/lib.rs"), "no sources under {}", root.display());
    files
}

/// Fails with every finding, its rule and its fix.
#[track_caller]
pub(super) fn assert_none(findings: &[Finding]) {
    let mut report = String::new();
    for Finding { place, what, rule, fix } in findings {
        let _ = write!(report, "\n{place}: {what}\n  rule: {rule}\n  fix:  {fix}\n");
    }
    assert!(findings.is_empty(), "{report}");
}

fn collect(root: &Path, dir: &Path, files: &mut Vec<Source>) {
    for entry in fs::read_dir(dir).expect("src is readable") {
        let path = entry.expect("src is readable").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source file is UTF-8");
            let name = path.strip_prefix(root).expect("src lies in the package").to_str().expect("UTF-8");
            files.push(Source::new(&name.replace('\\', "/"), &text));
        }
    }
}

fn module_of(path: &str) -> Vec<String> {
    let inner = path.strip_prefix("src/").unwrap_or(path).trim_end_matches(".rs");
    let mut parts: Vec<_> = inner.split('/').map(str::to_owned).collect();
    if matches!(parts.last().map(String::as_str), Some("mod" | "lib")) {
        parts.pop();
    }
    parts
}

/// Drops each item that follows `#[cfg(test)]`, up to its closing brace or semicolon.
fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if is_cfg_test(&tokens[at..]) {
            at = end_of_item(tokens, at);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

fn is_cfg_test(tokens: &[Token]) -> bool {
    tokens.len() > 6
        && tokens[0].is('#')
        && tokens[1].is('[')
        && tokens[2].ident() == Some("cfg")
        && tokens[3].is('(')
        && tokens[4].ident() == Some("test")
        && tokens[5].is(')')
}

fn end_of_item(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        if token.is('{') {
            depth += 1;
        } else if token.is('}') {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + 1;
            }
        } else if token.is(';') && depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

#[test]
fn test_items_are_left_out_and_what_follows_them_is_not() {
    let text = "#[cfg(test)]\nmod tests { fn a() { b() } }\nfn after() {}\n#[cfg(test)] use hidden::c;\nfn last() {}";
    let source = Source::new("src/core/store/mod.rs", text);
    let idents: Vec<_> = source.tokens.iter().filter_map(Token::ident).collect();
    assert_eq!(idents, ["fn", "after", "fn", "last"]);
    assert_eq!(source.area(), Some("store"));
}
