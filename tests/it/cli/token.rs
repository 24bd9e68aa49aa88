use std::os::unix::fs::PermissionsExt as _;

use serde_json::{Value, json};

use crate::support::{Run, Sandbox};

/// A sandbox with a server of two tools that is never reached for its own sake.
pub(super) fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    let mcpgw = env!("CARGO_BIN_EXE_mcpgw");
    sandbox.run(&["server", "add", "clock", "--", mcpgw, "__example", "time"]).success();
    sandbox
}

/// What is printed, as it is.
pub(super) fn raw(sandbox: &Sandbox, args: &[&str]) -> String {
    let output = sandbox.command(args).output().expect("mcpgw starts");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

pub(super) fn mint(sandbox: &Sandbox, flags: &[&str]) -> String {
    raw(sandbox, &[&["token", "create", "--field", "token"], flags].concat())
}

pub(super) fn with(sandbox: &Sandbox, token: &str, args: &[&str]) -> Run {
    sandbox.finish(sandbox.command(args).env("MCPGW_TOKEN", token))
}

pub(super) fn refusals(sandbox: &Sandbox) -> Vec<String> {
    let rows: Vec<Value> =
        serde_json::from_str(&raw(sandbox, &["audit", "list", "--action", "token.use", "--json"]))
            .expect("rows");
    rows.iter().map(|row| row["reason"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_token_is_shown_once_and_acts_as_its_user_with_what_it_is_for() {
    let sandbox = sandbox();
    let made: Value =
        serde_json::from_str(&raw(&sandbox, &["token", "create", "--name", "ci", "--json"])).expect("JSON");
    let members: Vec<_> = made.as_object().expect("an object").keys().collect();
    assert_eq!(members, ["id", "jti", "name", "token", "expires_at", "ends_at", "scope"]);
    let token = made["token"].as_str().expect("a token");
    for args in
        [&["token", "list", "--json"][..], &["token", "show", "ci", "--json"], &["audit", "list", "--json"]]
    {
        assert!(!raw(&sandbox, args).contains(token));
    }
    assert!(with(&sandbox, token, &["whoami"]).success().stdout.starts_with("acting with the token ci"));
    let called = with(&sandbox, token, &["tool", "call", "clock__now"]);
    assert_eq!(called.code, "0", "{called}");
    // What is to be managed has to be named.
    for args in [
        &["token", "create"][..],
        &["token", "list"],
        &["key", "rotate"],
        &["config", "set", "log.own_files", "3"],
    ] {
        assert_eq!(with(&sandbox, token, args).code, "5", "{args:?}");
    }
    let file = sandbox.write("token", token);
    let by_file = ["--token-file", "token", "whoami"];
    let exposed = sandbox.run(&by_file);
    assert!(exposed.code == "4" && exposed.stderr.contains("chmod 600"), "{exposed}");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).expect("a mode");
    sandbox.run(&by_file).success();
    // The first credential decides, whatever comes of it.
    let output = sandbox.finish(sandbox.command(by_file).env("MCPGW_TOKEN", "nothing"));
    assert_eq!(output.code, "0", "{output}");
    let by_variable = sandbox.finish(sandbox.command(["whoami"]).env("MCPGW_TOKEN_FILE", &file));
    assert!(by_variable.success().stdout.starts_with("acting with"));
    let both =
        sandbox.finish(sandbox.command(["whoami"]).env("MCPGW_TOKEN", "x").env("MCPGW_TOKEN_FILE", &file));
    assert_eq!(both.code, "4");
}

/// What a script should have filled with the output of a command that failed.
#[test]
fn a_variable_that_is_empty_is_no_token_and_lets_nobody_else_act() {
    let sandbox = sandbox();
    for name in ["MCPGW_TOKEN", "MCPGW_TOKEN_FILE"] {
        for args in [&["whoami"][..], &["tool", "call", "clock__now"], &["stdio"]] {
            let run = sandbox.finish(sandbox.command(args).env(name, ""));
            assert_eq!((run.code.as_str(), run.stdout.as_str()), ("4", ""), "{name} {args:?}: {run}");
        }
    }
}

#[test]
fn items_that_a_token_is_not_for_are_neither_listed_nor_called() {
    let sandbox = sandbox();
    let listed = |token: &str| {
        let run = with(&sandbox, token, &["tool", "list", "--field", "name"]).success();
        run.stdout.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let cases: [(&[&str], &[&str]); 6] = [
        (&[], &["clock__now", "clock__convert", "clock__list_zones", "clock__count_down"]),
        (&["--tool", "*__c*"], &["clock__convert", "clock__count_down"]),
        (&["--tool", "clock/now", "--tool", "clock/list_*"], &["clock__now", "clock__list_zones"]),
        (&["--tool", "cl?ck/no?"], &["clock__now"]),
        (&["--prompt", "*"], &["clock__now", "clock__convert", "clock__list_zones", "clock__count_down"]),
        (&["--tool", "now"], &[]),
    ];
    for (flags, expected) in cases {
        let token = mint(&sandbox, flags);
        assert_eq!(listed(&token), expected, "{flags:?}");
        let called = with(&sandbox, &token, &["tool", "call", "clock__now"]);
        assert_eq!(called.code == "0", expected.contains(&"clock__now"), "{flags:?}: {called}");
    }
    let capable = sandbox.write("c.json", r#"{"tools": {"clock": ["now"]}, "prompts": {}}"#);
    let token = mint(&sandbox, &["--capabilities", capable.to_str().expect("a path")]);
    assert_eq!(listed(&token), ["clock__now"]);
    assert_eq!(with(&sandbox, &token, &["prompt", "list", "--json"]).success().stdout.trim(), "[]");
    // What is made again under the same name is something else.
    let mcpgw = env!("CARGO_BIN_EXE_mcpgw");
    let of_server = mint(&sandbox, &["--server", "clock"]);
    let of_glob = mint(&sandbox, &["--tool", "clock/*"]);
    assert_eq!(listed(&of_server).len(), 4);
    sandbox.run(&["server", "remove", "clock", "--yes"]).success();
    sandbox.run(&["server", "add", "clock", "--", mcpgw, "__example", "time"]).success();
    for token in [of_server, of_glob, token] {
        assert!(listed(&token).is_empty());
    }
}

/// The parts of a token, as JSON.
pub(super) fn parts(token: &str) -> (Value, Value, String) {
    use base64::Engine as _;
    let parts: Vec<_> = token.split('.').collect();
    let json = |part: &str| {
        let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(part).expect("base64");
        serde_json::from_slice(&bytes).expect("JSON")
    };
    (json(parts[0]), json(parts[1]), parts[2].to_owned())
}

fn joined(header: &Value, claims: &Value, signature: &str) -> String {
    use base64::Engine as _;
    let text = |value: &Value| base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}.{signature}", text(header), text(claims))
}

#[test]
fn whatever_is_no_token_of_this_store_is_refused_alike_and_the_audit_knows() {
    let sandbox = sandbox();
    let token = mint(&sandbox, &["--permission", "tokens.create"]);
    let (header, claims, signature) = parts(&token);
    let edited = |name: &str, value: Value| {
        let mut claims = claims.clone();
        claims[name] = value;
        joined(&header, &claims, &signature)
    };
    let headed = |name: &str, value: Value| {
        let mut header = header.clone();
        header[name] = value;
        joined(&header, &claims, &signature)
    };
    let other = Sandbox::new();
    let foreign = mint(&other, &[]);
    let attacks = [
        joined(&json!({"alg": "none"}), &claims, ""),
        headed("alg", json!("HS256")),
        headed("kid", json!("../../../etc/passwd")),
        headed("kid", json!("' OR 1=1 --")),
        headed("jku", json!("http://127.0.0.1:1/")),
        edited("sub", json!("01900000-0000-7000-8000-000000000001")),
        edited("exp", json!(99_999_999_999_i64)),
        edited("aud", json!("urn:mcpgw:other")),
        foreign,
        token[..token.len() - 1].to_owned(),
        token[1..].to_owned(),
        format!("{token}."),
        "x".repeat(100_000),
        "\u{1b}[31m".to_owned(),
        "...".to_owned(),
    ];
    let refused = with(&sandbox, "nothing", &["whoami"]);
    assert_eq!(refused.code, "4");
    for attack in attacks {
        let run = with(&sandbox, &attack, &["whoami"]);
        assert_eq!(run, refused, "{}", attack.get(..40).unwrap_or(&attack));
    }
    // Of 1 MiB, which no variable holds.
    let file = sandbox.write("long", &"e".repeat(1 << 20));
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).expect("a mode");
    let long = sandbox.run(&["--token-file", "long", "whoami"]);
    assert_eq!(long.code, "4");
    assert!(long.stderr.starts_with("error: the token is not valid: that of --token-file long\n"), "{long}");
    with(&sandbox, &token, &["whoami"]).success();
    // None of it opened the vault, or asked for more than a row.
    let reasons = refusals(&sandbox);
    assert!(reasons.contains(&"this store has no such token".to_owned()), "{reasons:?}");
    assert!(reasons.contains(&"it is no credential".to_owned()), "{reasons:?}");
}

#[test]
fn a_row_that_is_not_what_was_signed_is_worth_nothing() {
    let sandbox = sandbox();
    let token = mint(&sandbox, &["--name", "a"]);
    let store = rusqlite::Connection::open(sandbox.data_dir().join("mcpgw.db")).expect("the store");
    let refused = with(&sandbox, "nothing", &["whoami"]);
    let tried = |sql: &str, reason: &str| {
        store.execute_batch(&format!("SAVEPOINT attack; {sql}; RELEASE attack")).expect(sql);
        assert_eq!(with(&sandbox, &token, &["whoami"]), refused, "{sql}");
        let reasons = refusals(&sandbox);
        assert!(reasons.iter().any(|one| one == reason), "{sql}: {reasons:?}");
    };
    // A hash that somebody put there makes no token of what was not signed.
    tried(
        "UPDATE signing_key SET public = json_set(public, '$.x', '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')",
        "its signature is wrong",
    );
    tried("UPDATE signing_key SET algorithm = 'HS256'", "its signature is wrong");
    tried("UPDATE token SET expires_at = 1", "its signature is wrong");
}

#[test]
fn what_ends_a_token_ends_it_for_those_that_were_made_with_it() {
    let sandbox = sandbox();
    let all = ["--permission", "tokens.create", "--permission", "tokens.read"];
    let parent = mint(&sandbox, &[&["--name", "parent"][..], &all].concat());
    let child = |flags: &[&str]| {
        let args = [&["token", "create", "--field", "token"][..], flags].concat();
        sandbox.command(args).env("MCPGW_TOKEN", &parent).output().expect("mcpgw starts")
    };
    let made = child(&["--name", "child"]);
    let child_token = String::from_utf8(made.stdout).expect("text").trim().to_owned();
    with(&sandbox, &child_token, &["whoami"]).success();
    // Neither wider nor longer than what it is made with, nor itself.
    for wider in [&["--permission", "servers.edit"][..], &["--no-expiry"], &["--expires", "400d"]] {
        assert_eq!(child(wider).status.code(), Some(5), "{wider:?}");
    }
    for args in [&["token", "edit", "parent", "--name", "x"][..], &["token", "rotate", "parent"]] {
        assert_eq!(with(&sandbox, &parent, args).code, "5", "{args:?}");
    }
    with(&sandbox, &parent, &["token", "edit", "child", "--tool", "no*"]).success();
    assert_eq!(with(&sandbox, &child_token, &["tool", "call", "clock__convert"]).code, "3");
    // What replaces the parent has its children; what revokes it has them revoked.
    let second = raw(&sandbox, &["token", "rotate", "parent", "--grace", "1h", "--field", "token"]);
    for token in [&parent, &second, &child_token] {
        with(&sandbox, token, &["whoami"]).success();
    }
    let id = with(&sandbox, &second, &["whoami", "--field", "token"]);
    assert_eq!(id.code, "0");
    let id = raw(&sandbox, &["token", "list", "--field", "0.id"]);
    sandbox.run(&["token", "revoke", &id]).success();
    for token in [&second, &child_token] {
        assert_eq!(with(&sandbox, token, &["whoami"]).code, "4");
    }
    with(&sandbox, &parent, &["whoami"]).success();
    sandbox.run(&["token", "revoke", "--all", "--user", "me"]).success();
    assert_eq!(with(&sandbox, &parent, &["whoami"]).code, "4");
    sandbox.run(&["audit", "verify"]).success();
}

#[test]
fn a_name_means_the_token_that_took_the_place_of_the_other_unless_one_is_to_be_revoked() {
    let sandbox = sandbox();
    let old = mint(&sandbox, &["--name", "ci", "--expires", "2h"]);
    let old = parts(&old).1["jti"].as_str().unwrap().to_owned();
    sandbox.run(&["token", "rotate", "ci", "--grace", "1m", "--expires", "3h"]).success();
    assert_ne!(raw(&sandbox, &["token", "show", "ci", "--field", "id"]), old);
    let revoked = sandbox.run(&["token", "revoke", "ci"]);
    assert!(revoked.code == "2" && revoked.stderr.contains("several tokens are called ci"), "{revoked}");
    sandbox.run(&["token", "revoke", &old]).success();
    sandbox.run(&["token", "revoke", "ci"]).success();
    // What it did can still be asked by its name, and nothing of it can be changed.
    sandbox.run(&["token", "usage", "ci"]).success();
    assert_eq!(sandbox.run(&["token", "edit", "ci", "--per-day", "1"]).code, "6");
}

#[test]
fn keys_that_retire_take_their_tokens_along_and_every_algorithm_works() {
    let sandbox = sandbox();
    let first = mint(&sandbox, &[]);
    let all = ["HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"];
    let mut tokens = vec![first.clone()];
    for algorithm in all {
        sandbox.run(&["key", "rotate", "--algorithm", algorithm]).success();
        let token = mint(&sandbox, &[]);
        assert_eq!(parts(&token).0["alg"], algorithm);
        tokens.push(token);
    }
    for token in &tokens {
        with(&sandbox, token, &["whoami"]).success();
    }
    sandbox.run(&["key", "rotate", "--overlap", "0s"]).success();
    for token in &tokens {
        assert_eq!(with(&sandbox, token, &["whoami"]).code, "4");
    }
    let states = sandbox.run(&["token", "list", "--field", "state"]).success().stdout;
    assert_eq!(states.lines().filter(|state| *state == "expired").count(), tokens.len(), "{states}");
}

#[test]
fn a_credential_of_elsewhere_is_taken_over_and_circumstances_count() {
    let sandbox = sandbox();
    let word = "0123456789abcdef0123456789abcdef";
    let import = ["token", "create", "--name", "old", "--import-stdin"];
    assert_eq!(sandbox.run_with_input(&import, "short").code, "2");
    sandbox.run_with_input(&import, word).success();
    assert_eq!(sandbox.run_with_input(&import, word).code, "6");
    with(&sandbox, word, &["whoami"]).success();
    let verified = sandbox.run_with_input(&["token", "verify", "--token-stdin", "--field", "valid"], word);
    assert_eq!(verified.success().stdout, "true\n");
    assert_eq!(sandbox.run_with_input(&["token", "verify", "--token-stdin"], "x").code, "9");
    assert_eq!(with(&sandbox, word, &["token", "verify", "--field", "valid"]).success().stdout, "true\n");
    assert_eq!(with(&sandbox, "x", &["token", "verify"]).code, "9", "however it is shown");
    let elsewhere: [&[&str]; 4] = [
        &["--cidr", "10.0.0.0/8"],
        &["--client", "cursor"],
        &["--workspace", "/nowhere"],
        // Never now: the day is over as soon as it begins.
        &["--days", "mon", "--hours", "00:00-00:01", "--zone", "Pacific/Kiritimati"],
    ];
    for flags in &elsewhere[..3] {
        assert_eq!(with(&sandbox, &mint(&sandbox, flags), &["whoami"]).code, "5", "{flags:?}");
    }
    with(&sandbox, &mint(&sandbox, &["--workspace", "."]), &["whoami"]).success();
    let bad: [&[&str]; 6] = [
        &["--zone", "Nowhere/Place"],
        &["--hours", "25:00-26:00"],
        &["--days", "someday"],
        &["--cidr", "10.0.0.0/99"],
        &["--permission", "rows.reveal"],
        &["--expires", "0s"],
    ];
    for flags in bad {
        assert_eq!(sandbox.run(&[&["token", "create"], flags].concat()).code, "2", "{flags:?}");
    }
    assert_eq!(sandbox.run(&["token", "create", "--server", "none"]).code, "3");
    assert_eq!(sandbox.run(&["token", "create", "--dry-run", "--name", "dry"]).success().code, "0");
    assert_eq!(sandbox.run(&["token", "show", "dry"]).code, "3");
}

#[test]
fn the_limits_of_a_token_are_shown_with_what_was_used_of_them() {
    let sandbox = sandbox();
    sandbox.run(&["token", "create", "--name", "ci", "--per-day", "5", "--max-concurrent", "2"]).success();
    sandbox.run(&["token", "edit", "ci", "--per-hour", "3"]).success();
    let shown = sandbox.run(&["token", "show", "ci", "--field", "calls"]).success();
    let said: serde_json::Value = serde_json::from_str(&shown.stdout).unwrap();
    assert_eq!(
        said,
        json!({
            "per_hour": { "used": 0, "limit": 3 },
            "per_day": { "used": 0, "limit": 5 },
            "concurrency": { "used": 0, "limit": 2 },
        })
    );
    sandbox.run(&["token", "edit", "ci", "--per-day", "none", "--max-concurrent", "none"]).success();
    let said = sandbox.run(&["token", "show", "ci", "--field", "calls"]).stdout;
    assert_eq!(said, "{\"per_hour\":{\"used\":0,\"limit\":3}}\n");
    sandbox.run(&["token", "edit", "ci", "--clear", "limits"]).success();
    assert_eq!(sandbox.run(&["token", "show", "ci", "--field", "calls"]).stdout, "{}\n");
    let refused = sandbox.run(&["token", "create", "--max-concurrent", "0"]);
    assert_eq!(refused.code, "2");
    assert!(refused.stderr.contains("mcpgw token revoke"), "{refused}");
    assert_eq!(sandbox.run(&["token", "create", "--per-day", "1000000001"]).code, "2");
}
