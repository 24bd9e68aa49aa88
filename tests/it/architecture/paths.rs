//! The paths that source code names, with `use` groups taken apart and `self`, `super` and `crate` resolved.

use super::lexer::Token;

/// A path such as `std::fs::read`, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// `crate` first when it lies in this crate.
    pub path: Vec<String>,
    pub line: usize,
    /// Whether it is a macro's name: `!` follows.
    pub is_macro: bool,
}

impl Named {
    pub(super) fn starts_with(&self, prefix: &[&str]) -> bool {
        self.path.len() >= prefix.len() && self.path.iter().zip(prefix).all(|(part, want)| part == want)
    }

    pub(super) fn contains(&self, parts: &[&str]) -> bool {
        self.path.windows(parts.len()).any(|window| window.iter().eq(parts))
    }
}

/// Every path in `tokens`, for code that lives in the module `module` of this crate.
pub(super) fn named(tokens: &[Token], module: &[String]) -> Vec<Named> {
    let mut parser = Parser { tokens, at: 0, out: Vec::new() };
    while parser.at < tokens.len() {
        if tokens[parser.at].ident().is_some() {
            parser.tree(&[]);
        } else {
            parser.at += 1;
        }
    }
    for found in &mut parser.out {
        found.path = resolve(&found.path, module);
    }
    parser.out
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    out: Vec<Named>,
}

impl Parser<'_> {
    fn tree(&mut self, prefix: &[String]) {
        let mut path = prefix.to_vec();
        let line = self.tokens[self.at].line;
        while let Some(name) = self.tokens.get(self.at).and_then(Token::ident) {
            if name != "self" || path.is_empty() {
                path.push(name.to_owned());
            }
            self.at += 1;
            if !(self.here(':') && self.tokens.get(self.at + 1).is_some_and(|token| token.is(':'))) {
                break;
            }
            self.at += 2;
            if self.here('{') {
                return self.group(&path);
            }
        }
        let is_macro = self.here('!') && !self.tokens.get(self.at + 1).is_some_and(|token| token.is('='));
        self.out.push(Named { path, line, is_macro });
    }

    fn group(&mut self, prefix: &[String]) {
        self.at += 1;
        while self.at < self.tokens.len() && !self.here('}') {
            match self.tokens[self.at].ident() {
                Some("as") => self.at += 2,
                Some(_) => self.tree(prefix),
                None => self.at += 1,
            }
        }
        self.at += 1;
    }

    fn here(&self, punct: char) -> bool {
        self.tokens.get(self.at).is_some_and(|token| token.is(punct))
    }
}

fn resolve(path: &[String], module: &[String]) -> Vec<String> {
    let supers = path.iter().take_while(|part| *part == "super").count();
    match path.first().map(String::as_str) {
        Some("mcpgw") => absolute(&[], &path[1..]),
        Some("self") if path.len() > 1 => absolute(module, &path[1..]),
        Some("super") => absolute(&module[..module.len().saturating_sub(supers)], &path[supers..]),
        _ => path.to_vec(),
    }
}

fn absolute(module: &[String], rest: &[String]) -> Vec<String> {
    std::iter::once("crate".to_owned()).chain(module.iter().cloned()).chain(rest.iter().cloned()).collect()
}

#[test]
fn groups_are_taken_apart_and_relative_paths_resolved() {
    let source = "use std::{env, io::{self, Read as R}}; fn f() { super::wire::scan(); self::g(); println!(); a != b }";
    let module = ["core".to_owned(), "session".to_owned()];
    let found = named(&super::lexer::tokens(source), &module);
    let has = |path: &str| found.iter().any(|named| named.path.join("::") == path);
    for path in ["std::env", "std::io", "std::io::Read", "crate::core::wire::scan", "crate::core::session::g"]
    {
        assert!(has(path), "{path} in {found:?}");
    }
    let macros: Vec<_> = found.iter().filter(|named| named.is_macro).map(|named| &named.path[0]).collect();
    assert_eq!(macros, ["println"]);
}
