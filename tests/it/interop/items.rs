//! What the servers list, directly and through mcpgw.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::transcript::{Step, Transcript};

/// The lists, the member of a page that holds the items, and the member of an item that says which it is.
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

/// The longest name that mcpgw advertises unless told otherwise.
const NAME_LIMIT: usize = 50;

pub(super) struct List {
    pub(super) method: &'static str,
    member: &'static str,
    key: &'static str,
    renamed: bool,
}

impl List {
    pub(super) fn items(&self, step: &Step) -> Vec<Value> {
        step.items(self.member)
    }

    pub(super) fn key_of<'a>(&self, item: &'a Value) -> &'a str {
        item[self.key].as_str().unwrap_or_else(|| panic!("{}: no {} in {item}", self.method, self.key))
    }
}

/// What each original name is advertised as: (list member, alias, original name) to advertised name.
pub(super) type Names = BTreeMap<(&'static str, &'static str, String), String>;

/// Finds every item of every server in the merged lists, equal but for its name, in its server's order, and nothing else there.
///
/// Returns the names, and how many items were compared.
pub(super) fn compare(direct: &[(&'static str, Transcript)], merged: &Transcript) -> (Names, usize) {
    let mut names = Names::new();
    let mut compared = 0;
    for (position, list) in LISTS.iter().enumerate() {
        let merged = list.items(&merged.steps[position]);
        let mut seen = BTreeSet::new();
        for (alias, direct) in direct {
            let mut previous = None;
            for item in list.items(&direct.steps[position]) {
                let place = find(list, alias, &item, &merged);
                assert!(seen.insert(place), "{} {} appears for two servers", list.method, merged[place]);
                assert!(previous < Some(place), "{}: {alias} lists {item} in another order", list.method);
                previous = Some(place);
                compared += 1;
                let advertised = list.key_of(&merged[place]).to_owned();
                names.insert((list.member, alias, list.key_of(&item).to_owned()), advertised);
            }
        }
        let unknown: Vec<&Value> =
            merged.iter().enumerate().filter(|(at, _)| !seen.contains(at)).map(|(_, item)| item).collect();
        assert!(unknown.is_empty(), "{}: no server lists {unknown:#?}", list.method);
    }
    (names, compared)
}

fn find(list: &List, alias: &str, item: &Value, merged: &[Value]) -> usize {
    let original = list.key_of(item);
    let place = merged.iter().position(|candidate| {
        let key = list.key_of(candidate);
        if list.renamed { is_name_of(key, alias, original) } else { key == original }
    });
    let place = place.unwrap_or_else(|| {
        let keys: Vec<&str> = merged.iter().map(|item| list.key_of(item)).collect();
        panic!("{}: {alias}'s {original} is missing in {keys:#?}", list.method)
    });
    let mut expected = item.clone();
    expected[list.key] = merged[place][list.key].clone();
    // As text, so that the order of members counts too.
    assert_eq!(expected.to_string(), merged[place].to_string(), "{}: {alias}'s {original}", list.method);
    place
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
