//! What the servers list, directly and through mcpgw.

use std::collections::BTreeSet;

use serde_json::Value;

use super::score::Score;

/// The longest name that mcpgw advertises unless told otherwise.
const NAME_LIMIT: usize = 50;

/// A list of the protocol: the member of its pages that holds the items, and the member of an item that says which it is.
pub(super) struct List {
    pub(super) method: &'static str,
    pub(super) member: &'static str,
    key: &'static str,
    renamed: bool,
}

pub(super) const LISTS: [List; 4] = [
    List { method: "tools/list", member: "tools", key: "name", renamed: true },
    List { method: "prompts/list", member: "prompts", key: "name", renamed: true },
    List { method: "resources/list", member: "resources", key: "uri", renamed: false },
    List {
        method: "resources/templates/list",
        member: "resourceTemplates",
        key: "uriTemplate",
        renamed: false,
    },
];

/// The items of each of the `LISTS`, as text, so that the order of members and the form of numbers count too.
pub(super) type Listed = [Vec<String>; 4];

impl List {
    pub(super) fn key_of(&self, item: &str) -> String {
        let item: Value = serde_json::from_str(item).expect("an item is JSON");
        item[self.key]
            .as_str()
            .unwrap_or_else(|| panic!("{}: no {} in {item}", self.method, self.key))
            .to_owned()
    }
}

/// Scores every item of every server: in the merged lists, equal but for its name, in its server's order, and nothing else there.
pub(super) fn compare(score: &mut Score, direct: &[(&'static str, Listed)], merged: &Listed) {
    for (position, list) in LISTS.iter().enumerate() {
        let merged = &merged[position];
        let keys: Vec<String> = merged.iter().map(|item| list.key_of(item)).collect();
        let mut seen = BTreeSet::new();
        for (alias, listed) in direct {
            let mut previous = None;
            for item in &listed[position] {
                let original = list.key_of(item);
                let what = format!("{}: {alias}'s {original}", list.method);
                let Some(place) = find(list, alias, &original, &keys).filter(|place| seen.insert(*place))
                else {
                    score.compare(what, item, "not listed");
                    continue;
                };
                let renamed = item.replacen(&format!("\"{original}\""), &format!("\"{}\"", keys[place]), 1);
                score.compare(&what, &renamed, &merged[place]);
                if previous >= Some(place) {
                    score.compare(what, "in the server's order", "in another order");
                }
                previous = Some(place);
            }
        }
        let unknown = (0..keys.len()).filter(|at| !seen.contains(at)).map(|at| &keys[at]);
        unknown.for_each(|key| score.compare(list.method, "listed by no server", key));
    }
}

/// The name by which the merged lists show an item of a server's; one that they don't show is called as if they did.
pub(super) fn advertised(merged: &Listed, member: &str, alias: &str, original: &str) -> String {
    let position = LISTS.iter().position(|list| list.member == member).expect("a list of the protocol");
    let list = &LISTS[position];
    let keys: Vec<String> = merged[position].iter().map(|item| list.key_of(item)).collect();
    let place = find(list, alias, original, &keys);
    place.map_or_else(|| format!("{alias}__{original}"), |place| keys[place].clone())
}

fn find(list: &List, alias: &str, original: &str, keys: &[String]) -> Option<usize> {
    let is_it = |key: &String| if list.renamed { is_name_of(key, alias, original) } else { key == original };
    keys.iter().position(is_it)
}

/// The naming rule: `<alias>__<name>`, or as much of it as fits before `_` and six hex digits.
fn is_name_of(advertised: &str, alias: &str, original: &str) -> bool {
    let whole = format!("{alias}__{original}");
    if whole.len() <= NAME_LIMIT {
        return advertised == whole;
    }
    advertised.len() == NAME_LIMIT
        && advertised
            .strip_prefix(&whole[..NAME_LIMIT - 7])
            .and_then(|rest| rest.strip_prefix('_'))
            .is_some_and(|hash| hash.chars().all(|digit| matches!(digit, '0'..='9' | 'a'..='f')))
}

#[test]
fn a_name_that_fits_is_kept_whole_and_another_is_shortened() {
    assert!(is_name_of("git__git_log", "git", "git_log"));
    assert!(!is_name_of("git_git_log", "git", "git_log"));
    let original = "a-tool-with-a-name-that-goes-on-and-on-and-on-and-on";
    let kept = &format!("server__{original}")[..43];
    assert!(is_name_of(&format!("{kept}_0a1b2c"), "server", original));
    assert!(!is_name_of(&format!("{kept}_0a1b2"), "server", original));
    assert!(!is_name_of(&format!("{kept}_0a1b2g"), "server", original));
    assert!(!is_name_of(&format!("server__{original}"), "server", original));
}
