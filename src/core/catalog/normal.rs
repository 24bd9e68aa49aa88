//! URIs that mean the same.

use fluent_uri::Iri;

/// How often a URI may be encoded in itself before nobody takes it for that any more.
const LAYERS: usize = 8;

/// The form that all spellings of a URI share (RFC 3986, section 6.2.2: case, percent-encoding, dot segments); `None`: it is no
/// URI, and means only itself.
pub fn normal_uri(uri: &str) -> Option<String> {
    Iri::parse(uri).ok().map(|uri| uri.normalize().into_string())
}

/// What a URI is, and what a server that is careless with it may take it for.
pub fn readings(uri: &str) -> impl Iterator<Item = String> {
    [Some(uri.to_owned()), normal_uri(uri)].into_iter().flatten().chain(careless(uri).into_iter().flatten())
}

/// What careless servers may take a URI for, or each that a pattern stands for: decoded not at all, once, and so on until nothing is
/// left to decode; each time whole, and cut at a NUL character and at the fragment; without empty and dot segments.
pub(super) fn careless(uri: &str) -> Vec<[String; 2]> {
    let mut taken = Vec::new();
    let mut bytes = uri.as_bytes().to_vec();
    for _ in 0..=LAYERS {
        let text = String::from_utf8_lossy(&bytes);
        let cut = text.split(['\0', '#']).next().unwrap_or_default();
        taken.push([walked(&text), walked(cut)]);
        let next = decoded(&bytes);
        if next == bytes {
            break;
        }
        bytes = next;
    }
    taken
}

/// Without empty and dot segments.
fn walked(text: &str) -> String {
    let (scheme, rest) = text.split_once(':').unwrap_or(("", text));
    let mut segments: Vec<&str> = Vec::new();
    for segment in rest.split(['/', '\\']) {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()),
            segment => segments.push(segment),
        }
    }
    format!("{}:{}", scheme.to_ascii_lowercase(), segments.join("/"))
}

/// Each `%xx` replaced by its byte; what only looks like one stays.
fn decoded(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&first, behind)) = rest.split_first() {
        let digit = |place: usize| behind.get(place).and_then(|&byte| char::from(byte).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (first, digit(0), digit(1)) {
            out.push(u8::try_from(high * 16 + low).unwrap_or_default());
            rest = &behind[2..];
        } else {
            out.push(first);
            rest = behind;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_uri_share_a_form() {
        let form = normal_uri("file:///a/b").expect("a URI");
        for spelling in ["FILE:///a/b", "file:///a/%62", "file:///a/./b", "file:///x/../a/b", "file:///%61/b"]
        {
            assert_eq!(normal_uri(spelling), Some(form.clone()), "{spelling}");
        }
        for other in ["file:///a/B", "file:///a/b/", "file:///a%2Fb", "file:///a/b?c"] {
            assert_ne!(normal_uri(other), Some(form.clone()), "{other}");
        }
        assert_eq!(normal_uri("no uri"), None);
    }

    #[test]
    fn what_a_careless_server_takes_for_the_same_shares_a_reading() {
        let own: Vec<_> = readings("file:///a/b").collect();
        for uri in [
            "file:///a%2Fb",
            "file:///a%252fb",
            "file:///a/x%2F..%2Fb",
            "file:///a/x/%252e%252e/b",
            "file:///a/[/../b",
            "file:///a/x y/../b",
            "file:///a/%/../%62",
            "file:///a//b",
            "file:///a/b/",
            "file:///a/b#x",
            "file:///a/b%00",
            "file:///a%25%32%66b",
            "file:///a\\b",
        ] {
            assert!(readings(uri).any(|reading| own.contains(&reading)), "{uri}");
        }
        for uri in ["file:///a/c", "file:///a/b/c", "file:///b", "http:///a/b", "file:///a/b?c"] {
            assert!(!readings(uri).any(|reading| own.contains(&reading)), "{uri}");
        }
    }
}
