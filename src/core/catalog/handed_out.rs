//! URIs that servers gave the client in what they said: whose they are, within a bound.

use std::collections::HashMap;

use hashlink::LinkedHashMap;

use super::normal::normal_uri;

/// How many URIs that servers handed out are remembered, over all servers.
pub const MAX_HANDED_OUT: usize = 10_000;
/// The same, bytes.
const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Where there are too many, who gave most loses what it has not given for longest.
#[derive(Debug, Default)]
pub(super) struct HandedOut {
    /// Who gave a URI, the first to do so first.
    owners: HashMap<String, Vec<usize>>,
    /// By the spelling that all spellings share, where that is another.
    spellings: HashMap<String, String>,
    by: HashMap<usize, Given>,
}

/// What one server handed out, what it gave last at the end.
#[derive(Debug, Default)]
struct Given {
    uris: LinkedHashMap<String, ()>,
    bytes: usize,
}

impl Given {
    /// How much of both bounds it takes up.
    fn weight(&self) -> usize {
        self.bytes + self.uris.len() * (MAX_BYTES / MAX_HANDED_OUT)
    }
}

impl HandedOut {
    /// Remembers that `child` gave `uri`.
    pub(super) fn add(&mut self, child: usize, uri: &str) {
        if self.owners(uri).contains(&child) {
            self.by.entry(child).or_default().uris.to_back(uri);
            return;
        }
        if let Some(normal) = normal_uri(uri).filter(|normal| normal != uri) {
            self.spellings.entry(normal).or_insert_with(|| uri.to_owned());
        }
        self.owners.entry(uri.to_owned()).or_default().push(child);
        let given = self.by.entry(child).or_default();
        given.uris.insert(uri.to_owned(), ());
        given.bytes += uri.len();
        while self.is_full() && self.forget_one() {}
    }

    fn is_full(&self) -> bool {
        let given = || self.by.values();
        given().map(|given| given.uris.len()).sum::<usize>() > MAX_HANDED_OUT
            || given().map(|given| given.bytes).sum::<usize>() > MAX_BYTES
    }

    fn forget_one(&mut self) -> bool {
        let most = self.by.iter_mut().max_by_key(|(_, given)| given.weight());
        let Some((&child, given)) = most else { return false };
        let Some((oldest, ())) = given.uris.pop_front() else { return false };
        given.bytes -= oldest.len();
        self.disown(child, &oldest);
        true
    }

    fn disown(&mut self, child: usize, uri: &str) {
        if let Some(owners) = self.owners.get_mut(uri) {
            owners.retain(|&owner| owner != child);
            if owners.is_empty() {
                self.owners.remove(uri);
                let normal = normal_uri(uri)
                    .filter(|normal| self.spellings.get(normal).is_some_and(|kept| kept == uri));
                normal.map(|normal| self.spellings.remove(&normal));
            }
        }
    }

    /// Who gave `uri`, the first to do so first.
    pub(super) fn owners(&self, uri: &str) -> &[usize] {
        self.owners.get(uri).map(Vec::as_slice).unwrap_or_default()
    }

    /// One that means `normal`, a URI in the spelling that all spellings share.
    pub(super) fn respelled(&self, normal: &str) -> Option<&str> {
        let as_it_is = self.owners.get_key_value(normal).map(|(uri, _)| uri);
        as_it_is.or_else(|| self.spellings.get(normal)).map(String::as_str)
    }

    /// What `old` gave is from now on `new`'s.
    pub(super) fn rename(&mut self, old: usize, new: usize) {
        let Some(given) = self.by.remove(&old) else { return };
        for uri in given.uris.keys() {
            for owner in self.owners.get_mut(uri).into_iter().flatten().filter(|owner| **owner == old) {
                *owner = new;
            }
        }
        self.by.insert(new, given);
    }

    /// Forgets what `child` gave.
    pub(super) fn forget(&mut self, child: usize) {
        for (uri, ()) in self.by.remove(&child).into_iter().flat_map(|given| given.uris) {
            self.disown(child, &uri);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_bounded_at_the_cost_of_who_hands_out_most() {
        let mut handed_out = HandedOut::default();
        handed_out.add(1, "other:1");
        for n in 0..MAX_HANDED_OUT {
            handed_out.add(0, &format!("h:{n}"));
            // What is given again is not the oldest any more.
            handed_out.add(0, "h:0");
        }
        let kept = ["other:1", "h:0", "h:1", "h:2"].map(|uri| handed_out.owners(uri).to_vec());
        assert_eq!(kept, [vec![1], vec![0], vec![], vec![0]]);
        handed_out.add(0, &"h".repeat(MAX_BYTES));
        assert!(handed_out.owners("h:2").is_empty());
    }
}
