use clap::{CommandFactory as _, Parser as _};

use crate::support::Sandbox;

/// Every command that a person can see.
fn each(command: &clap::Command, check: &mut impl FnMut(&clap::Command)) {
    check(command);
    let shown = |command: &&clap::Command| !command.is_hide_set() && command.get_name() != "help";
    command.get_subcommands().filter(shown).for_each(|command| each(command, check));
}

#[test]
fn the_help_of_every_command_that_does_something_has_examples() {
    each(&mcpgw::cli::Cli::command(), &mut |command| {
        if !command.has_subcommands() {
            let help = command.clone().render_help().to_string();
            assert!(help.contains("Examples:\n  "), "{help}");
        }
    });
}

#[test]
fn commands_that_are_told_lead_to_the_store_that_was_named() {
    let sandbox = Sandbox::new();
    let other = sandbox.home().join("other store");
    let here = other.to_str().unwrap();
    let shown = "mcpgw --data-dir '~/other store'";
    let told = |args: &[&str]| sandbox.finish(sandbox.command(args).current_dir(sandbox.home()));
    let nobody = told(&["--data-dir", "other store", "server", "show", "none"]);
    assert!(nobody.stderr.contains(&format!("{shown} server list")), "{}", nobody.stderr);
    let made = told(&["--data-dir", here, "profile", "create", "cursor"]).success().stdout;
    assert!(made.contains(&format!("{shown} stdio --profile cursor")), "{made}");
    let nobody = told(&["server", "show", "none"]);
    assert!(
        nobody.stderr.contains("hint: mcpgw server list"),
        "what everybody finds isn't named: {}",
        nobody.stderr
    );
}

#[test]
fn the_line_of_a_group_names_its_verbs() {
    let mcpgw = mcpgw::cli::Cli::command();
    for group in mcpgw.get_subcommands().filter(|group| !group.is_hide_set() && group.has_subcommands()) {
        let line = group.get_about().map(ToString::to_string).unwrap_or_default();
        let (_, named) = line.rsplit_once(": ").unwrap_or_else(|| panic!("{line}"));
        let (named, rest) = named.strip_suffix(" and more").map_or((named, false), |named| (named, true));
        let named: Vec<_> = named.split(", ").collect();
        let verbs: Vec<_> = group.get_subcommands().map(clap::Command::get_name).collect();
        assert!(named.iter().all(|name| verbs.contains(name)), "{line}");
        assert_eq!(rest, verbs.iter().any(|verb| *verb != "help" && !named.contains(verb)), "{line}");
    }
}

#[test]
fn examples_are_commands_that_parse() {
    let mut examples = Vec::new();
    each(&mcpgw::cli::Cli::command(), &mut |command| {
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        // Broken where a terminal of 80 columns would break them in the middle.
        let wide = |line: &&str| line.starts_with("  ") && line.chars().count() > 80;
        // What cannot be broken: JSON, and a hash.
        let whole = |line: &&str| line.contains("mcpServers") || line.contains("--expect 12:");
        assert_eq!(help.lines().filter(wide).find(|line| !whole(line)), None);
        let help = help.replace("\\\n      ", "");
        examples.extend(help.lines().filter_map(|line| line.strip_prefix("  mcpgw ")).map(ToOwned::to_owned));
    });
    assert!(examples.len() > 20);
    for example in examples {
        // Up to what a shell would take for itself.
        let own = example.split([';', '|', '<', '>']).next().unwrap();
        let words = words(own);
        let parsed =
            mcpgw::cli::Cli::try_parse_from(std::iter::once("mcpgw").chain(words.iter().map(String::as_str)));
        assert!(parsed.is_ok(), "mcpgw {example}: {}", parsed.unwrap_err());
    }
}

/// Words as a shell cuts them, with single quotes and nothing else.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for (index, part) in line.split('\'').enumerate() {
        if index % 2 == 1 {
            words.last_mut().unwrap().push_str(part);
            continue;
        }
        for (index, piece) in part.split(' ').enumerate() {
            if index > 0 && words.last().is_some_and(|word| !word.is_empty()) {
                words.push(String::new());
            }
            words.last_mut().unwrap().push_str(piece);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn mcpgw_alone_shows_help_and_status_and_tells_a_client_what_it_forgot() {
    let sandbox = Sandbox::new();
    let run = sandbox.run(&[]).success();
    assert!(run.stdout.contains("Usage: mcpgw") && run.stdout.contains("mcpgw try"), "{run}");
    sandbox.run(&["server", "add", "x", "--no-check", "--", "true"]).success();
    let run = sandbox.run(&[]).success();
    assert!(run.stdout.contains("NAME  STATE"), "{run}");
    insta::assert_snapshot!(sandbox.run_with_input(&[], "{}\n"), @r"
    exit 2
    -- stderr
    error: stdin is a pipe, and mcpgw was given no command
      hint: an MCP client starts: mcpgw stdio
    ");
}

#[test]
fn usage_errors_are_exit_2_and_json_where_asked_for() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.run(&["server", "shwo", "x"]), @r"
    exit 2
    -- stderr
    error: unrecognized subcommand 'shwo'

      tip: a similar subcommand exists: 'show'

    Usage: mcpgw server [OPTIONS] <COMMAND>

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(sandbox.run(&["--json", "server", "add", "x"]), @r#"
    exit 2
    -- stderr
    {"error":{"code":"usage","message":"the following required arguments were not provided: <COMMAND>...","hint":"mcpgw server add --help"}}
    "#);
    insta::assert_snapshot!(sandbox.run(&["server", "add", "--json"]), @r#"
    exit 2
    -- stderr
    {"error":{"code":"usage","message":"the following required arguments were not provided: <NAME>, <COMMAND>...","hint":"mcpgw server add --help"}}
    "#);
    insta::assert_snapshot!(sandbox.run(&["--json", "server", "ls", "x"]), @r#"
    exit 2
    -- stderr
    {"error":{"code":"usage","message":"unexpected argument 'x' found","hint":"mcpgw server list --help"}}
    "#);
    let told = |args: &[&str]| sandbox.finish(sandbox.command(args).env("MCPGW_FORMAT", "json")).stderr;
    assert!(told(&["server", "shwo"]).starts_with(r#"{"error":{"code":"usage""#));
    assert!(told(&["server", "shwo", "--format", "table"]).starts_with("error: unrecognized"));
}

#[test]
fn a_command_without_the_dashes_before_it_is_told_where_they_go() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.run(&["server", "add", "npxonly", "npx", "-y", "foo bar"]), @r"
    exit 2
    -- stderr
    error: unexpected argument 'npx' found
      hint: put -- before the command: mcpgw server add npxonly -- npx -y 'foo bar'

    Usage: mcpgw server add [OPTIONS] <NAME> -- <COMMAND>...
           mcpgw server add [OPTIONS] <NAME> --url <URL>

    For more information, try '--help'.
    ");
    let run = sandbox.run(&["server", "add", "docs", "https://example.com/mcp?key=hunter2"]);
    let hint = "\n  hint: put --url before the URL: mcpgw server add docs --url URL\n";
    assert!(run.code == "2" && run.stderr.contains(hint), "{run}");
    for (args, hint) in [
        (&["server", "add", "npx", "npx", "npx"][..], "mcpgw server add npx -- npx npx"),
        (&["server", "add", "x", "--env", "A=hunter2", "npx"], "mcpgw server add … -- npx"),
        (&["server", "edit", "x", "./serve"], "mcpgw server edit x -- ./serve"),
        (&["try", "uvx", "time"], "mcpgw try -- uvx time"),
    ] {
        let run = sandbox.run(args);
        let hint = format!("put -- before the command: {hint}");
        assert!(run.code == "2" && run.stderr.contains(&format!("\n  hint: {hint}\n\n")), "{run}");
        let run = sandbox.run(&[&["--json"], args].concat());
        assert!(run.code == "2" && run.stderr.contains(&format!(r#""hint":"{hint}""#)), "{run}");
    }
    for args in [&["server", "add", "x", "-z", "npx"][..], &["tool", "show", "a", "b"]] {
        let run = sandbox.run(args);
        assert!(run.code == "2" && !run.stderr.contains("hint:"), "{run}");
    }
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let sandbox = Sandbox::new();
    let mut command = std::process::Command::new("sh");
    let binary = env!("CARGO_BIN_EXE_mcpgw");
    command.arg("-c").arg(format!("{{ {binary} config list; echo $? >&2; }} | true"));
    command.env("HOME", sandbox.home());
    let output = command.output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "0\n");
}

#[test]
fn what_an_error_quotes_can_not_steer_a_terminal() {
    let sandbox = Sandbox::new();
    let hostile = "x\u{1b}]0;t\u{7}\u{9b}2J\u{202e}\u{200b}y";
    for args in [
        &[hostile][..],
        &["server", "show", hostile],
        &["--json", hostile],
        &["--json", "config", "get", hostile],
    ] {
        let run = sandbox.run(args);
        let steers = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202e}' | '\u{200b}');
        assert!(
            run.code != "0" && run.stderr.contains('x') && !run.stderr.contains(steers),
            "{:?}",
            run.stderr
        );
    }
}
