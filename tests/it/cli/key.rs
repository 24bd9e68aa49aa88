use std::os::unix::fs::PermissionsExt as _;

use crate::support::Sandbox;

const PRIVATE: &str = r#"{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;

fn algorithms(sandbox: &Sandbox, state: &str) -> Vec<String> {
    let listed = sandbox.run(&["key", "list", "--json"]).success().stdout;
    let keys: Vec<serde_json::Value> = serde_json::from_str(&listed).expect("a list");
    let of_state = keys.iter().filter(|key| key["state"] == state);
    let mut names: Vec<_> =
        of_state.map(|key| key["algorithm"].as_str().expect("a name").to_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_algorithm_has_its_keys_and_the_last_one_signs() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(&["key", "list", "--json"]).success().stdout.trim(), "[]");
    let all = ["HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"];
    for algorithm in all {
        sandbox.run(&["key", "rotate", "--algorithm", algorithm]).success();
        assert_eq!(algorithms(&sandbox, "signs"), [algorithm]);
    }
    assert_eq!(algorithms(&sandbox, "believed").len(), all.len() - 1);
    let es512 = sandbox.run(&["key", "rotate", "--algorithm", "ES512"]);
    assert!(es512.code == "2" && es512.stderr.contains("ES512 is not supported"), "{es512}");
    let set = sandbox.run(&["key", "export"]).success().stdout;
    assert!(!set.contains("\"HS") && !set.contains("\"oct\"") && !set.contains("\"d\""), "{set}");
    let set: serde_json::Value = serde_json::from_str(&set).expect("a set");
    assert_eq!(set["keys"].as_array().map(Vec::len), Some(all.len() - 3));
    // Without an overlap none before is believed any more.
    sandbox.run(&["key", "rotate", "--overlap", "0s"]).success();
    assert_eq!(algorithms(&sandbox, "retired").len(), all.len());
    // A new key of the vault has all of them sealed anew.
    sandbox.run(&["secret", "rotate-key", "--yes"]).success();
    sandbox.run(&["key", "export", "--private", "--out", "key.pem"]).success();
    sandbox.run(&["audit", "verify"]).success();
}

#[test]
fn a_key_comes_in_and_goes_out_and_the_audit_knows() {
    let sandbox = Sandbox::new();
    let file = sandbox.write("key.jwk", PRIVATE);
    let exposed = sandbox.run(&["key", "import", "key.jwk"]);
    assert!(exposed.code == "2" && exposed.stderr.contains("chmod 600"), "{exposed}");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).expect("a mode");
    sandbox.run(&["key", "import", "key.jwk", "--dry-run"]).success();
    assert!(algorithms(&sandbox, "signs").is_empty());
    let imported = sandbox.run(&["key", "import", "key.jwk", "--field", "kid"]).success();
    assert_eq!(imported.stdout.trim(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    assert_eq!(sandbox.run(&["key", "import", "key.jwk"]).code, "6");
    assert_eq!(sandbox.run_with_input(&["key", "import", "-"], "no key").code, "2");
    assert_eq!(sandbox.run(&["key", "export", "--private"]).code, "2");
    sandbox.run(&["key", "export", "--private", "--out", "out.pem"]).success();
    let out = sandbox.home().join("out.pem");
    assert_eq!(std::fs::metadata(&out).expect("the file").permissions().mode() & 0o777, 0o600);
    assert_eq!(sandbox.run(&["key", "export", "--private", "--out", "out.pem"]).code, "1");
    let missing = ["key", "export", "--private", "--out", "none.pem", "--key", "../../etc/passwd"];
    assert_eq!(sandbox.run(&missing).code, "3");
    assert!(!sandbox.home().join("none.pem").exists());
    let audit = sandbox.run(&["audit", "list", "--action", "key", "--field", "action"]).success().stdout;
    assert_eq!(audit.lines().collect::<Vec<_>>(), ["key.import", "key.export"]);
    // What went out comes in at another store, as the same key; nothing of it stands in clear in this one.
    let other = Sandbox::new();
    let text = std::fs::read_to_string(&out).expect("the key");
    let again = other.run_with_input(&["key", "import", "-", "--field", "kid"], &text).success();
    assert_eq!(again.stdout, imported.stdout);
    let secret = b"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
    let store = std::fs::read(sandbox.data_dir().join("mcpgw.db")).expect("the store");
    assert!(!store.windows(secret.len()).any(|window| window == secret));
}

#[test]
fn a_secret_that_both_sides_have_is_long_enough_and_comes_back_as_a_jwk() {
    let sandbox = Sandbox::new();
    let jwk = |bytes: usize| format!(r#"{{"kty":"oct","alg":"HS256","k":"{}"}}"#, "A".repeat(bytes * 4 / 3));
    assert_eq!(sandbox.run_with_input(&["key", "import", "-"], &jwk(24)).code, "2");
    sandbox.run_with_input(&["key", "import", "-"], &jwk(33)).success();
    sandbox.run(&["key", "export", "--private", "--out", "out.jwk"]).success();
    let text = std::fs::read_to_string(sandbox.home().join("out.jwk")).expect("the secret");
    Sandbox::new().run_with_input(&["key", "import", "-"], &text).success();
}
