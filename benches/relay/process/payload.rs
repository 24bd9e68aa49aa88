//! What large frames are made of.

/// Source code as JSON carries it: an escape every 20 bytes or so, which a scanner can't skip over in one stride.
const CODE: &str = r#"    let greeting = format!(\"Hello, {name}!\");\n    if path == \"C:\\\\temp\" {\n        return Err(Error::new(\"no\"));\n    }\n"#;

/// `bytes` bytes of JSON string content: source code with escapes, or one run without any.
pub(crate) fn text(bytes: usize, escaped: bool) -> String {
    let mut text = String::with_capacity(bytes);
    if escaped {
        for _ in 0..bytes / CODE.len() {
            text.push_str(CODE);
        }
    }
    text.extend(std::iter::repeat_n('x', bytes - text.len()));
    text
}
