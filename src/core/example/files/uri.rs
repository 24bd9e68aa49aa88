//! `file:` URIs (RFC 8089) of what lies below the directory.

use std::fmt::Write as _;

use super::directory::{Directory, slashed};

/// The URI of `path`, which is relative to the directory.
pub(super) fn of(directory: &Directory, path: &str) -> String {
    let root = slashed(directory.root());
    let absolute = format!("/{}/{path}", root.trim_start_matches(r"//?/").trim_matches('/'));
    let mut uri = "file://".to_owned();
    for byte in absolute.replace("//", "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// The path that a URI names, relative to the directory; none when it is no such URI.
pub(super) fn path(directory: &Directory, uri: &str) -> Option<String> {
    let encoded = uri.strip_prefix("file://").map(|rest| rest.strip_prefix("localhost").unwrap_or(rest))?;
    let absolute = decode(encoded)?;
    let root = slashed(directory.root());
    let root = root.trim_start_matches(r"//?/").trim_matches('/');
    let below = absolute.strip_prefix('/')?;
    let below = if root.is_empty() { below } else { below.strip_prefix(root)?.strip_prefix('/')? };
    Some(below.to_owned())
}

fn decode(encoded: &str) -> Option<String> {
    let mut bytes = encoded.bytes();
    let mut decoded = Vec::with_capacity(encoded.len());
    while let Some(byte) = bytes.next() {
        decoded.push(if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            let digits = str::from_utf8(&digits).ok().filter(|digits| !digits.starts_with('+'))?;
            u8::from_str_radix(digits, 16).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(decoded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_survives_the_way_to_a_uri_and_back() {
        let root = tempfile::tempdir().expect("a temporary directory");
        let directory = Directory::open(root.path()).expect("the root is there");
        for name in ["a.txt", "with space.txt", "sub/ä%41#?.txt", "日本"] {
            let uri = of(&directory, name);
            assert!(uri.starts_with("file:///") && uri.is_ascii() && !uri.contains(' '), "{uri}");
            assert_eq!(path(&directory, &uri).as_deref(), Some(name));
        }
    }

    #[test]
    fn what_is_no_uri_of_a_path_below_the_directory_names_none() {
        let root = tempfile::tempdir().expect("a temporary directory");
        let directory = Directory::open(root.path()).expect("the root is there");
        let cut = of(&directory, "a%zz").replace("%25", "%");
        for uri in ["http://x/y", "file:///etc/passwd", "file://elsewhere/a", "file:///", "a.txt", &cut] {
            assert_eq!(path(&directory, uri), None, "{uri}");
        }
    }
}
