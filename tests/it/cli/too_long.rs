//! What is longer than anybody reads, or than a process can be given, is refused before it is kept.

use crate::support::{Run, Sandbox};

const MANY: usize = 10 * 1024 * 1024;

#[track_caller]
fn refused(run: &Run, words: &str) {
    assert_eq!(run.code, "2", "{:.300}", run.stderr);
    assert!(run.stderr.contains(words) && run.stderr.len() < 400, "{:.300}", run.stderr);
}

#[test]
fn names_and_descriptions_have_an_end() {
    let sandbox = Sandbox::new();
    let [name, description] = [201, 4001].map(|length| "x".repeat(length));
    for args in [
        &["team", "create", "web", "--name", &name][..],
        &["team", "edit", "personal", "--name", &name],
        &["user", "edit", "me", "--name", &name],
        &["user", "create", "a@example.org", "--no-password", "--name", &name],
    ] {
        refused(&sandbox.run(args), "the name is longer than 200 bytes");
    }
    for args in [
        &["team", "create", "web", "--description", &description][..],
        &["team", "edit", "personal", "--description", &description],
    ] {
        refused(&sandbox.run(args), "the description is longer than 4000 bytes");
    }
    let (name, description) = (&name[..200], &description[..4000]);
    sandbox.run(&["team", "create", "web", "--name", name, "--description", description]).success();
}

#[test]
fn ten_mebibytes_on_stdin_are_refused_wherever_a_row_would_hold_them() {
    let sandbox = Sandbox::new();
    let many = "x".repeat(MANY);
    let json = |member: &str, open: &str, close: &str| {
        format!(r#"{{"command":"true","{member}":{open}"{many}"{close}}}"#)
    };
    let add_json = &["server", "add-json", "s", "-", "--no-check"][..];
    for (args, input, words) in [
        (&["secret", "set", "k", "--stdin"][..], many.clone(), "more than 64 KiB"),
        (&["user", "passwd", "--password-stdin"], many.clone(), "more than 64 KiB"),
        (&["login", "--user", "a@example.org", "--password-stdin"], many.clone(), "more than 64 KiB"),
        (&["team", "invite", "accept", "--code-stdin"], many.clone(), "more than 64 KiB"),
        (add_json, json("args", "[", "]"), "an argument is longer than 131071 bytes"),
        (add_json, json("env", "{\"A\":", "}"), "the variable \"A\" is longer than 131071 bytes"),
        (add_json, format!(r#"{{"command":"{many}"}}"#), "the command is longer than 131071 bytes"),
        (
            &["server", "add", "s", "--no-check", "--env-stdin", "--", "true"],
            format!("A={many}\n"),
            "the variable \"A\" is longer than 131071 bytes",
        ),
    ] {
        refused(&sandbox.run_with_input(args, &input), words);
    }
    assert_eq!(sandbox.run(&["server", "list", "--json"]).stdout.trim(), "[]");
}
