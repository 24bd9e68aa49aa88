use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

use crate::support::Sandbox;

fn mode(path: &std::path::Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn the_store_is_made_private_on_first_use() {
    let sandbox = Sandbox::new();
    sandbox.run(&["server", "list"]).success();
    assert_eq!(mode(&sandbox.data_dir()), 0o700);
    assert_eq!(mode(&sandbox.data_dir().join("mcpgw.db")), 0o600);
}

#[test]
fn a_store_that_others_can_read_is_refused() {
    let sandbox = Sandbox::new();
    sandbox.run(&["server", "list"]).success();
    let set =
        |path: &std::path::Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(&sandbox.data_dir().join("mcpgw.db"), 0o644);
    insta::assert_snapshot!(sandbox.run(&["server", "list"]), @r"
    exit 1
    -- stderr
    error: ~/.local/share/mcpgw/mcpgw.db may be read by other users (mode 644)
      hint: chmod 600 ~/.local/share/mcpgw/mcpgw.db
    ");
    set(&sandbox.data_dir().join("mcpgw.db"), 0o600);
    set(&sandbox.data_dir(), 0o755);
    insta::assert_snapshot!(sandbox.run(&["server", "list"]), @r"
    exit 0
    -- stdout
    no servers yet; add one: mcpgw server add NAME -- COMMAND (or --url URL)
    -- stderr
    warning: ~/.local/share/mcpgw can be listed by other users (mode 755)
      hint: chmod 700 ~/.local/share/mcpgw
    ");
}

#[test]
fn a_store_of_a_newer_mcpgw_and_a_file_that_is_none_are_refused() {
    let sandbox = Sandbox::new();
    sandbox.run(&["server", "list"]).success();
    let file = sandbox.data_dir().join("mcpgw.db");
    let mut bytes = fs::read(&file).unwrap();
    // `user_version` of the file's header (SQLite file format, section 1.3).
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    fs::write(&file, bytes).unwrap();
    let newer = sandbox.run(&["server", "list"]).to_string();
    let (known, _) = newer.split_once("this one knows ").unwrap().1.split_once(')').unwrap();
    insta::assert_snapshot!(newer.replace(&format!("knows {known})"), "knows less)"), @r"
    exit 1
    -- stderr
    error: ~/.local/share/mcpgw/mcpgw.db was written by a newer mcpgw (schema 99, this one knows less)
      hint: update mcpgw, or use another --data-dir
    ");
    fs::write(&file, "not a database, but long enough to be one".repeat(100)).unwrap();
    insta::assert_snapshot!(sandbox.run(&["server", "list", "--json"]), @r#"
    exit 1
    -- stderr
    {"error":{"code":"failed","message":"~/.local/share/mcpgw/mcpgw.db is not an mcpgw store","hint":"move the file away, or use another --data-dir"}}
    "#);
}

#[test]
fn eight_processes_that_add_at_once_on_a_fresh_store_all_succeed_or_lose_by_name() {
    let sandbox = Sandbox::new();
    let add = |name: &str| {
        let mut command = sandbox.command(["server", "add", name, "--no-check", "--", "true"]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let different: Vec<_> = (0..8).map(|n| add(&format!("server{n}"))).collect();
    for child in different {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let same: Vec<_> = (0..8).map(|_| add("same")).collect();
    let codes: Vec<_> =
        same.into_iter().map(|child| child.wait_with_output().unwrap().status.code()).collect();
    assert_eq!(codes.iter().filter(|code| **code == Some(0)).count(), 1, "{codes:?}");
    assert_eq!(codes.iter().filter(|code| **code == Some(6)).count(), 7, "{codes:?}");
    let list = sandbox.run(&["server", "list", "--field", "name"]).success();
    assert_eq!(list.stdout.lines().count(), 9);
}
