//! Finds a member of a JSON object without parsing the rest.

/// The raw value of the first member called `name` (written without escapes) of the object that `object` starts with.
pub(crate) fn member<'a>(object: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let mut depth = 0;
    let mut key: &[u8] = b"";
    let mut start = None;
    let mut at = 0;
    while let Some(&byte) = object.get(at) {
        match byte {
            b'"' => {
                let end = string_end(object, at);
                if depth == 1 && start.is_none() {
                    key = &object[at + 1..end - 1];
                }
                at = end;
                continue;
            }
            b':' if depth == 1 => start = Some(at + 1),
            b'{' | b'[' => depth += 1,
            b',' | b'}' | b']' => {
                if depth == 1
                    && key == name.as_bytes()
                    && let Some(start) = start
                {
                    return Some(object[start..at].trim_ascii());
                }
                if depth == 1 {
                    start = None;
                }
                if byte != b',' {
                    depth -= 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// Where the string that starts at `at` ends.
fn string_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at + 1;
    while end < bytes.len() && bytes[end] != b'"' {
        end += if bytes[end] == b'\\' { 2 } else { 1 };
    }
    (end + 1).min(bytes.len())
}
