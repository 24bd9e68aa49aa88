//! Completion scripts and the manual are generated from the command tree, and committed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Set to write the files instead of comparing them.
const BLESS: &str = "MCPGW_BLESS";

#[test]
fn completions_are_up_to_date() {
    compare("completions", mcpgw::cli::completion_scripts());
}

#[test]
fn the_manual_is_up_to_date() {
    compare("man", mcpgw::cli::manual_pages().unwrap());
}

#[expect(clippy::disallowed_methods, reason = "how a test is run is its user's to say")]
fn compare(folder: &str, files: Vec<(String, Vec<u8>)>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let wanted: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
    if std::env::var_os(BLESS).is_some() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
        for (name, contents) in &wanted {
            fs::write(folder.join(name), contents).unwrap();
        }
    }
    let entries =
        fs::read_dir(&folder).map(|entries| entries.map(|entry| entry.unwrap().path()).collect::<Vec<_>>());
    let found: BTreeMap<String, Vec<u8>> = entries
        .unwrap_or_default()
        .into_iter()
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    let differs: Vec<_> =
        wanted.keys().chain(found.keys()).filter(|name| wanted.get(*name) != found.get(*name)).collect();
    assert!(
        differs.is_empty(),
        "{} differs from the command tree: {differs:?}\nwrite it anew: {BLESS}=1 cargo test --test it generated",
        folder.display()
    );
}
