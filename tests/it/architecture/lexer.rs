//! Rust source as tokens: enough of the language to tell names, macros and string literals from comments.

/// One token and the line it starts on, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: Kind,
    pub line: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// An identifier or keyword.
    Ident(String),
    /// The text of a string literal of any kind, escapes as written.
    Text(String),
    /// Any other single character.
    Punct(char),
}

impl Token {
    pub(super) fn is(&self, punct: char) -> bool {
        self.kind == Kind::Punct(punct)
    }

    pub(super) fn ident(&self) -> Option<&str> {
        if let Kind::Ident(name) = &self.kind { Some(name) } else { None }
    }
}

/// The tokens of `source`; comments, numbers, characters and lifetimes leave none.
pub(super) fn tokens(source: &str) -> Vec<Token> {
    let mut lexer = Lexer { rest: source, line: 1, out: Vec::new() };
    while !lexer.rest.is_empty() {
        lexer.step();
    }
    lexer.out
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
    out: Vec<Token>,
}

impl<'a> Lexer<'a> {
    fn step(&mut self) {
        let rest = self.rest;
        if rest.starts_with("//") {
            self.take(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.take(block_comment(rest));
        } else if let Some((open, close)) = string_delimiters(rest) {
            let line = self.line;
            self.take(open);
            let raw = close != "\"" || rest[..open].contains('r');
            let body = self.take(string_body(self.rest, &close, raw));
            self.take(close.len().min(self.rest.len()));
            self.out.push(Token { kind: Kind::Text(body.to_owned()), line });
        } else if rest.starts_with('\'') {
            self.take(quote(rest));
        } else {
            self.plain();
        }
    }

    fn plain(&mut self) {
        let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
        let rest = self.rest;
        let word = rest.find(|c| !part_of_word(c)).unwrap_or(rest.len());
        let line = self.line;
        if word == 0 {
            let first = rest.chars().next().unwrap_or('\n');
            self.take(first.len_utf8());
            if !first.is_whitespace() {
                self.out.push(Token { kind: Kind::Punct(first), line });
            }
        } else {
            let text = self.take(word);
            if !text.starts_with(|c: char| c.is_ascii_digit()) {
                self.out.push(Token { kind: Kind::Ident(text.to_owned()), line });
            }
        }
    }

    fn take(&mut self, len: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(len);
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }
}

/// The length of the block comment that `rest` starts with; they nest.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The length of a string literal's opening and the text that closes it.
fn string_delimiters(rest: &str) -> Option<(usize, String)> {
    let prefix = rest.find(|c| !matches!(c, 'b' | 'c' | 'r')).unwrap_or(rest.len());
    let hashes = rest[prefix..].bytes().take_while(|&b| b == b'#').count();
    let raw = rest[..prefix].contains('r');
    let quoted = rest[prefix + hashes..].starts_with('"') && prefix <= 2 && (raw || hashes == 0);
    quoted.then(|| (prefix + hashes + 1, format!("\"{}", "#".repeat(hashes))))
}

/// The length of a string's text up to `close`.
fn string_body(rest: &str, close: &str, raw: bool) -> usize {
    if raw {
        return rest.find(close).unwrap_or(rest.len());
    }
    let mut escaped = false;
    for (at, c) in rest.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    rest.len()
}

/// The length of a character literal, or of the mark alone when it starts a lifetime.
fn quote(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => rest[3..].find('\'').map_or(rest.len(), |end| end + 4),
        Some(_) => match chars.next() {
            Some((at, '\'')) => at + 1,
            _ => 1,
        },
        None => 1,
    }
}

#[test]
fn comments_characters_and_strings_hide_no_code_and_show_none() {
    let source = r##"a /* b /* c */ "d */ e // f
        'g' '\'' "h\" i" r#"j " k"# b"l" &'m n '"' o"##;
    let seen = tokens(source);
    let idents: Vec<_> = seen.iter().filter_map(Token::ident).collect();
    let texts: Vec<_> = seen.iter().filter(|token| matches!(token.kind, Kind::Text(_))).collect();
    assert_eq!(idents, ["a", "e", "m", "n", "o"]);
    assert_eq!(texts.len(), 3);
    assert_eq!(texts[1], &Token { kind: Kind::Text("j \" k".to_owned()), line: 2 });
}
