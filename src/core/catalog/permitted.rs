//! Which items, and which URIs, a session may use.

use std::collections::HashSet;

use super::normal::{careless, normal_uri, readings};
use super::template::{UriTemplate, matching_effort};
use crate::core::model::{Allowance, Filter, ListKind, glob_matches};

/// Whether a session may use this URI, in the child's own form, whatever its server takes it for.
pub fn permits(allowance: &Allowance, uri: &str) -> bool {
    let withheld: HashSet<String> = allowance.withheld(ListKind::Resources).flat_map(readings).collect();
    allowance.offers(ListKind::Resources)
        && !readings(uri).any(|reading| withheld.contains(&reading))
        && may_read(allowance, uri)
}

/// Whether a session may use this item, by the server's name for it. `advertised` is what clients see it as.
pub fn may_use(allowance: &Allowance, kind: ListKind, item: &str, advertised: &str) -> bool {
    match kind {
        ListKind::Resources => allowance.leaves(kind, item) && may_read(allowance, item),
        _ => allowance.permits(kind, item, advertised),
    }
}

/// Whether the tokens of a session let this URI through, in the child's own form and in every reading: a template or an earlier
/// answer may lead to it.
pub(super) fn may_read(allowance: &Allowance, uri: &str) -> bool {
    allowance.filters(ListKind::Resources).iter().all(|filter| lets_read(filter, uri))
}

fn lets_read(filter: &Filter, uri: &str) -> bool {
    match filter {
        // Named as it is: whatever its server takes it for is what was meant.
        Filter::Names(names) if names.contains(uri) => true,
        Filter::Names(names) => {
            let mut effort = matching_effort(names.len());
            let templates: Vec<&str> =
                names.iter().map(String::as_str).filter(|name| name.contains('{')).collect();
            stands_for(&templates, uri, |template, uri| {
                UriTemplate::parse(template).matches(uri, &mut effort)
            })
        }
        Filter::Globs { advertised, original } => {
            let globs: Vec<&str> = advertised.iter().chain(original).map(String::as_str).collect();
            stands_for(&globs, uri, glob_matches)
        }
    }
}

/// Whether the patterns stand for this URI and for all that careless servers may take it for: each is compared with the patterns, and
/// with what the same servers would take those for.
fn stands_for(patterns: &[&str], uri: &str, mut matches: impl FnMut(&str, &str) -> bool) -> bool {
    if !patterns.iter().any(|pattern| matches(pattern, uri)) {
        return false;
    }
    let taken: Vec<_> = patterns.iter().map(|pattern| careless(pattern)).collect();
    let mut fits = |layer: usize, cut: usize, text: &str| {
        patterns.iter().zip(&taken).any(|(pattern, taken)| {
            let form = &taken[layer.min(taken.len() - 1)][cut];
            matches(pattern, text) || matches(form, text)
        })
    };
    let spellings = [Some(uri.to_owned()), normal_uri(uri)];
    spellings.iter().flatten().all(|spelling| {
        let taken = careless(spelling);
        let mut forms =
            taken.iter().enumerate().flat_map(|(layer, [whole, cut])| [(layer, 0, whole), (layer, 1, cut)]);
        forms.all(|(layer, cut, text)| fits(layer, cut, text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_lets_through_what_it_names_whatever_its_scheme_and_nothing_that_only_looks_like_it() {
        let lets = |filter: Filter, uri: &str| {
            let mut allowance = Allowance::default();
            allowance.filter(ListKind::Resources, filter);
            permits(&allowance, uri) && may_use(&allowance, ListKind::Resources, uri, uri)
        };
        let globs = |glob: &str| Filter::Globs { advertised: vec![glob.to_owned()], original: Vec::new() };
        for (glob, uri) in [
            ("x://one", "x://one"),
            ("memo://*", "memo://insights/7"),
            ("file:///tmp/*", "file:///tmp/a/b.txt"),
            ("file:///tmp/My%20Notes/*", "file:///tmp/My%20Notes/a.txt"),
            ("file:///tmp/*", "file:///tmp/a%20b%2523c"),
            ("https://h/a?q=*", "https://h/a?q=1"),
            ("x://a#*", "x://a#b"),
            ("*one", "x://one"),
            ("x:o*", "x:one"),
            ("*", "test://static/resource/1"),
        ] {
            assert!(lets(globs(glob), uri), "{glob} {uri}");
        }
        let names = |name: &str| Filter::Names([name.to_owned()].into());
        assert!(lets(names("x://one"), "x://one"));
        assert!(lets(names("test://static/{id}"), "test://static/7"));
        assert!(!lets(names("test://static/{id}"), "test://static/..%2Fsecret"));
        assert!(!lets(names("test://static/{id}"), "test://static/x%252Fy%2F..%2F..%2Fsecret"));
        assert!(!lets(names("x://one"), "x://two"));
        for (glob, uri) in [
            ("file:///tmp/*", "file:///tmp/../etc/passwd"),
            ("file:///tmp/*", "file:///tmp/%2e%2e/etc/passwd"),
            ("file:///tmp/*", "file:///tmp/x%2F..%2F..%2Fetc"),
            ("file:///tmp/*", "file:///tmp/x/%252e%252e/%252e%252e/etc"),
            ("file:///tmp/*", "file:///tmp/x%23%2F..%2F..%2Fetc%2Fpasswd"),
            ("file:///tmp/*", "file:///tmp/x%00%2F..%2F..%2Fetc%2Fpasswd"),
            ("file:///tmp/*", "file:///tmp/x%252Fy%252Fz%2F..%2F..%2Fetc%2Fpasswd"),
            ("file:///tmp/*", "file:///etc/passwd"),
            ("x://one", "x://one/two"),
            ("memo://*", "memos://a"),
        ] {
            assert!(!lets(globs(glob), uri), "{glob} {uri}");
        }
    }
}
