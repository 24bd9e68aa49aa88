//! Secrets under names: set, listed, removed, and never shown.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::support::{Run, Sandbox};

const CANARY: &str = "canary-3b0e71d9c4";

fn set(sandbox: &Sandbox, name: &str, value: &str) -> Run {
    sandbox.run_with_input(&["secret", "set", name, "--stdin"], value)
}

#[test]
fn a_secret_is_made_changed_listed_and_removed_and_never_shown() {
    let sandbox = Sandbox::new();
    let mut runs = vec![sandbox.run(&["secret", "list"])];
    insta::assert_snapshot!(runs[0], @r"
    exit 0
    -- stdout
    no secrets yet; make one: mcpgw secret set NAME
    ");
    let dry = sandbox.run_with_input(&["secret", "set", "gh", "--stdin", "--dry-run"], CANARY);
    assert!(dry.stdout == "would make the secret gh\n", "{dry}");
    assert_eq!(sandbox.run(&["secret", "list", "--json"]).stdout, "[]\n");
    assert!(!sandbox.data_dir().join("vault.key").exists());
    let made = set(&sandbox, "gh", CANARY);
    insta::assert_snapshot!(made, @r"
    exit 0
    -- stdout
    made the secret gh
    servers get it with --env NAME=secret://gh
    -- stderr
    warning: no keyring can be used: the key to your secrets is in ~/.local/share/mcpgw/vault.key
      hint: mcpgw vault move --to passphrase, or --to os
    ");
    let id = sandbox.run(&["secret", "list", "--field", "id"]).stdout;
    // A line feed that a command put there is not part of it.
    assert_eq!(set(&sandbox, "gh", &format!("{CANARY}\n")).stdout, "the secret gh is so already\n");
    assert_eq!(set(&sandbox, "gh", &format!("{CANARY}-2")).stdout, "changed the secret gh\n");
    assert_eq!(sandbox.run(&["secret", "list", "--field", "id"]).stdout, id);
    assert_eq!(sandbox.run(&["vault", "status", "--field", "sealed_values"]).stdout, "1\n");
    runs.extend([dry, made, sandbox.run(&["secret", "list", "--json"]).success()]);
    runs.push(sandbox.run(&["secret", "rotate-key"]).success());
    assert_eq!(set(&sandbox, "gh", &format!("{CANARY}-2")).stdout, "the secret gh is so already\n");
    for run in runs {
        assert!(!run.to_string().contains(CANARY), "{run}");
    }
    assert_eq!(super::vault::holding(&sandbox.home(), CANARY), Vec::<std::path::PathBuf>::new());

    assert_eq!(sandbox.run(&["secret", "remove", "gh"]).code, "2");
    insta::assert_snapshot!(sandbox.run(&["secret", "remove", "gh", "--yes"]), @r"
    exit 0
    -- stdout
    removed the secret gh
    ");
    insta::assert_snapshot!(sandbox.run(&["secret", "rm", "gh", "--yes"]), @r"
    exit 3
    -- stderr
    error: there is no secret named gh
      hint: mcpgw secret list
    ");
}

#[test]
fn what_can_not_be_a_secret_is_refused_before_anything_is_made() {
    let sandbox = Sandbox::new();
    for (value, reason) in [
        (String::new(), "the value is empty"),
        ("\n".to_owned(), "the value is empty"),
        ("a\0b".to_owned(), "NUL"),
        ("x".repeat(64 * 1024 + 1), "longer than 64 KiB"),
        ("x".repeat(10 << 20), "more than 64 KiB"),
    ] {
        let run = set(&sandbox, "s", &value);
        assert!(run.code == "2" && run.stderr.contains(reason), "{run}");
    }
    for name in ["", "me", "a/b", "-x", "é", "a\u{1b}[31mb", "secret://x", &"n".repeat(65)] {
        let run = set(&sandbox, name, "x");
        assert!(run.code == "2" && !run.stderr.contains('\u{1b}'), "{run}");
    }
    insta::assert_snapshot!(sandbox.run(&["secret", "set", "s"]), @r"
    exit 2
    -- stderr
    error: the secret s has no value, and there is nobody to ask
      hint: --stdin, --file FILE, or --exec -- COMMAND
    ");
    insta::assert_snapshot!(sandbox.run(&["secret", "set", "s", "--exec", "--", "no-such-program"]), @r"
    exit 2
    -- stderr
    error: no-such-program: no such program
    ");
    for args in
        [&["--exec"][..], &["--stdin", "--file", "x"], &["--stdin", "--exec", "--", "true"], &["--", "x"]]
    {
        assert_eq!(sandbox.run(&[&["secret", "set", "s"], args].concat()).code, "2");
    }
    assert!(!sandbox.data_dir().join("vault.key").exists());
}

#[test]
fn a_file_of_a_secret_is_private() {
    let sandbox = Sandbox::new();
    let file = sandbox.write("token", "hunter2\n");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    insta::assert_snapshot!(sandbox.run(&["secret", "set", "s", "--file", "token"]), @r"
    exit 2
    -- stderr
    error: token can be read by other users (mode 640)
      hint: chmod 600 token
    ");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    sandbox.run(&["secret", "set", "s", "--file", "token"]).success();
    assert_eq!(set(&sandbox, "s", "hunter2").stdout, "the secret s is so already\n");
    for file in ["missing", "."] {
        let run = sandbox.run(&["secret", "set", "s", "--file", file]);
        assert_eq!(run.code, "2", "{run}");
    }
}
