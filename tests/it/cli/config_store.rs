//! Settings that guard a store stand in the store, whatever file its callers bring.

use super::user::{OTHER, WORD, log_in, sandbox, shared};
use crate::support::Sandbox;

fn get(sandbox: &Sandbox, key: &str, field: &str) -> String {
    sandbox.run(&["config", "get", key, "--field", field]).success().stdout.trim().to_owned()
}

#[test]
fn what_guards_the_store_is_kept_there_and_says_so() {
    let sandbox = Sandbox::new();
    assert_eq!(get(&sandbox, "login.idle", "kept_in"), "store");
    assert_eq!(get(&sandbox, "relay.list_hold", "kept_in"), "file");
    assert!(!sandbox.data_dir().exists(), "a look makes no store");
    insta::assert_snapshot!(sandbox.run(&["config", "set", "login.idle", "3600s"]), @r"
    exit 0
    -- stdout
    login.idle = 1h
    ");
    assert!(!sandbox.config_file().exists());
    assert_eq!(
        [get(&sandbox, "login.idle", "value"), get(&sandbox, "login.idle", "origin")],
        ["1h", "store"]
    );
    sandbox.run(&["config", "set", "login.idle", "2h", "--dry-run"]).success();
    assert_eq!(get(&sandbox, "login.idle", "value"), "1h");
    assert_eq!(sandbox.run(&["config", "set", "login.idle", "no"]).code, "2");
    sandbox.run(&["config", "unset", "login.idle"]).success();
    assert_eq!(sandbox.run(&["config", "unset", "login.idle"]).stdout, "login.idle was not set\n");
    assert_eq!(get(&sandbox, "login.idle", "origin"), "default");
    let told = sandbox.run(&["audit", "list", "--action", "config", "--json"]).success().stdout;
    assert!(told.contains("\"value\": \"1h\"") && told.contains("config.unset"), "{told}");
}

#[test]
fn nobody_chooses_them_by_the_file_that_they_bring() {
    let sandbox = shared();
    log_in(&sandbox, "ann@example.org", OTHER).success();
    let file = sandbox.write("weak.toml", "[login]\nlifetime = \"365d\"\nmax_failures = 1000\n");
    let with = |args: &[&str], input: &str| {
        let file = file.to_string_lossy().into_owned();
        sandbox.run_with_input(&[args, &["--config", &file]].concat(), input)
    };
    insta::assert_snapshot!(with(&["server", "list", "--json"], ""), @r"
    exit 0
    -- stdout
    []
    -- stderr
    warning: ~/weak.toml: login.lifetime has no effect there: it is kept in the store, for everybody
      hint: remove it there; who may set it does so for everybody: mcpgw --config ~/weak.toml config set login.lifetime VALUE
    warning: ~/weak.toml: login.max_failures has no effect there: it is kept in the store, for everybody
      hint: remove it there; who may set it does so for everybody: mcpgw --config ~/weak.toml config set login.max_failures VALUE
    ");
    let wrong = ["login", "--user", "me@example.org", "--password-stdin"];
    for _ in 0..5 {
        assert_eq!(with(&wrong, "wrong").code, "4");
    }
    assert_eq!(log_in(&sandbox, "me@example.org", WORD).code, "4", "locked out all the same");
    assert_eq!(with(&["config", "set", "login.max_failures", "900"], "").code, "5");
    assert_eq!(with(&["config", "unset", "login.max_failures"], "").code, "5");
    assert_eq!(get(&sandbox, "login.max_failures", "value"), "5");
}

#[test]
fn what_an_earlier_version_had_in_the_file_is_taken_over_while_one_person_uses_the_store() {
    let sandbox = sandbox();
    assert_eq!(get(&sandbox, "password.hash_passes", "value"), "1");
    assert_eq!(get(&sandbox, "password.hash_passes", "origin"), "file");
    let first = sandbox.run(&["server", "list", "--json"]).success();
    assert_eq!(first.stderr, "");
    assert_eq!(get(&sandbox, "password.hash_passes", "origin"), "store");
    let told = sandbox.run(&["audit", "list", "--action", "config.adopt", "--json"]).success().stdout;
    assert!(told.contains("password.hash_passes = 1"), "{told}");
    // From then on the store's word counts, and setting it leaves no other in the file.
    sandbox.run(&["config", "set", "password.hash_passes", "2"]).success();
    let text = std::fs::read_to_string(sandbox.config_file()).unwrap();
    assert!(!text.contains("hash_passes") && text.contains("hash_memory"), "{text}");
    assert_eq!(get(&sandbox, "password.hash_passes", "value"), "2");
    sandbox.run(&["config", "unset", "password.hash_memory"]).success();
    sandbox.run(&["server", "list"]).success();
    assert_eq!(get(&sandbox, "password.hash_memory", "origin"), "default");
    sandbox.write(".config/mcpgw/config.toml", "[login]\nidle = \"nonsense\"\n");
    assert_eq!(sandbox.run(&["server", "list"]).code, "2");
    sandbox.run(&["config", "unset", "login.idle"]).success();
    sandbox.run(&["server", "list"]).success();
}

#[test]
fn many_processes_take_it_over_once() {
    let sandbox = sandbox();
    std::thread::scope(|threads| {
        for _ in 0..8 {
            threads.spawn(|| sandbox.run(&["server", "list"]).success());
        }
    });
    let told = sandbox.run(&["audit", "list", "--action", "config.adopt", "--field", "action"]).success();
    assert_eq!(told.stdout, "config.adopt\n");
}
