//! URIs that mean the same.

use fluent_uri::Iri;

/// How often a URI may be encoded in itself before nobody takes it for that any more.
const LAYERS: usize = 8;

/// The form that all spellings of a URI share (RFC 3986, section 6.2.2: case, percent-encoding, dot segments); `None`: it is no
/// URI, and means only itself.
fn normal_uri(uri: &str) -> Option<String> {
    Iri::parse(uri).ok().map(|uri| uri.normalize().into_string())
}

/// What a URI is, and what a server that decodes more than it should may take it for.
pub fn readings(uri: &str) -> impl Iterator<Item = String> {
    let decoded = decoded(uri);
    [Some(uri.to_owned()), normal_uri(uri), normal_uri(&decoded), Some(decoded)].into_iter().flatten()
}

/// With what separates its parts, however often that was encoded, in clear.
fn decoded(uri: &str) -> String {
    let mut text = uri.to_owned();
    for _ in 0..LAYERS {
        let next = text.replace("%25", "%").replace("%2F", "/").replace("%2f", "/");
        if next == text {
            break;
        }
        text = next;
    }
    text
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
    fn what_a_careless_server_takes_for_the_same_is_a_reading() {
        for uri in ["file:///a%2Fb", "file:///a%252fb", "file:///a/x%2F..%2Fb", "file:///a/x/%252e%252e/b"] {
            assert!(readings(uri).any(|reading| reading == "file:///a/b"), "{uri}");
        }
    }
}
