//! A script from the handbook, as it stands there.

use std::fs;
use std::process::Command;

use crate::support::Sandbox;

const WORD: &str = "a canary that nobody guesses 7731";

#[test]
#[expect(clippy::disallowed_methods, reason = "a test finds programs where its user does")]
fn a_script_gets_a_token_for_what_it_does_and_no_secret_is_left_in_clear() {
    let sandbox = Sandbox::new();
    let mcpgw = std::path::Path::new(env!("CARGO_BIN_EXE_mcpgw")).parent().expect("its directory");
    let path = std::env::var("PATH").expect("a path");
    // Beside the home, as what is in it is searched.
    let tokens = tempfile::tempdir().expect("a directory");
    let output = Command::new("sh")
        .args(["-c", include_str!("cookbook.sh")])
        .env_clear()
        .current_dir(sandbox.home())
        .env("HOME", sandbox.home())
        .env("PATH", format!("{}:{path}", mcpgw.display()))
        .env("MCPGW_KEYRING", "file")
        .env("MCPGW_NO_INPUT", "1")
        .env("TOKENS", tokens.path())
        .env("PASSWORD", WORD)
        .output()
        .expect("a shell");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {said}", output.status);
    assert!(String::from_utf8_lossy(&output.stdout).contains("\nclock__now\n"), "{said}");
    let secrets = ["ci", "next"].map(|name| fs::read_to_string(tokens.path().join(name)).expect("a token"));
    let mut left = vec![sandbox.home()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(
                fs::read_dir(&path).expect("a directory").map(|entry| entry.expect("an entry").path()),
            );
            continue;
        }
        let Ok(bytes) = fs::read(&path) else { continue };
        for secret in secrets.iter().map(|secret| secret.trim()).chain([WORD]) {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "a secret stands in {}", path.display());
        }
    }
}
