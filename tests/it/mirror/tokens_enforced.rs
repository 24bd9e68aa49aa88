//! What a token's capabilities say nothing of: let through, or denied where that is set.

use super::live::{change, listed};
use super::tokens::{ITEMS, open, printed, token, used, world};
use super::world::World;

/// Capabilities, and what they let through of [`ITEMS`]: as they are, and where what is missing is denied.
const CASES: [(Option<&str>, [bool; 6], [bool; 6]); 6] = [
    (None, [true; 6], [false; 6]),
    (Some("{}"), [true; 6], [false; 6]),
    (
        Some(r#"{"tools":{"a":["one"]}}"#),
        [true, false, true, true, true, true],
        [true, false, false, false, false, false],
    ),
    (Some(r#"{"tools":{}}"#), [false, false, true, true, true, true], [false; 6]),
    (
        Some(r#"{"tools":{"a":[],"b":["two"]},"prompts":{"b":["two","one"]}}"#),
        [false, true, false, true, true, true],
        [false, true, false, true, false, false],
    ),
    (
        Some(r#"{"tools":{"b":["two"]},"prompts":{},"resources":{"a":["x:one"]}}"#),
        [false, true, false, false, true, false],
        [false, true, false, false, true, false],
    ),
];

/// In a session, and for commands, with a token for what `capabilities` say.
fn has(world: &World, name: &str, capabilities: Option<&str>, expected: [bool; 6]) {
    let file = world.home().join(format!("{name}.json"));
    let flags = capabilities.map_or_else(Vec::new, |text| {
        std::fs::write(&file, text).unwrap();
        vec!["--capabilities", file.to_str().unwrap()]
    });
    let token = token(world, name, &flags);
    let expected: Vec<_> = ITEMS.into_iter().zip(expected).filter(|(_, has)| *has).collect();
    let names: Vec<_> = expected.iter().map(|((_, name, _), _)| (*name).to_owned()).collect();
    let mut client = open(world, &token);
    assert_eq!(listed(&mut client), names, "{capabilities:?}");
    assert_eq!(used(&mut client), names, "{capabilities:?}");
    let with = ["--token-file", token.to_str().unwrap()];
    let tools = printed(world, &[&with[..], &["tool", "list", "--field", "name"]].concat());
    let tools: Vec<_> = tools.lines().filter(|name| !name.ends_with("__ask")).collect();
    let of_kind = expected.iter().filter(|((kind, ..), _)| *kind == "tools");
    assert_eq!(tools, of_kind.map(|((_, name, _), _)| *name).collect::<Vec<_>>(), "{capabilities:?}");
}

#[test]
fn what_capabilities_say_nothing_of_is_let_through_unless_that_is_set() {
    let (world, mirrors) = world();
    for mirror in &mirrors {
        mirror.pages("resources/templates/list", &[("-", r#"{"resourceTemplates":[]}"#)]);
    }
    assert_eq!(listed(&mut world.open()).len(), ITEMS.len());
    for (number, (capabilities, expected, _)) in CASES.into_iter().enumerate() {
        has(&world, &format!("off{number}"), capabilities, expected);
    }
    let running = world.home().join("off2.token");
    let mut running = open(&world, &running);
    assert_eq!(used(&mut running).len(), 5);
    change(&world, &["config", "set", "tokens.enforce_capabilities", "true", "--quiet"]);
    assert_eq!(used(&mut running), ["a__one"], "a session that runs follows");
    change(&world, &["config", "unset", "tokens.enforce_capabilities", "--quiet"]);
    assert_eq!(used(&mut running).len(), 5);
    change(&world, &["config", "set", "tokens.enforce_capabilities", "true", "--quiet"]);
    for (number, (capabilities, _, expected)) in CASES.into_iter().enumerate() {
        has(&world, &format!("on{number}"), capabilities, expected);
    }
    // Who acts without a token is not asked for any.
    assert_eq!(used(&mut world.open()).len(), ITEMS.len());
}

#[test]
fn a_template_that_is_named_leads_to_what_it_stands_for_and_to_nothing_else() {
    let (world, mirrors) = world();
    let templates =
        r#"{"resourceTemplates":[{"name":"t","uriTemplate":"t:{x}"},{"name":"u","uriTemplate":"u:{x}"}]}"#;
    for mirror in &mirrors {
        mirror.pages("resources/templates/list", &[("-", templates)]);
    }
    let said = world.home().join("t.json");
    std::fs::write(&said, r#"{"resources":{"a":["t:{x}"]}}"#).unwrap();
    let token = token(&world, "t", &["--capabilities", said.to_str().unwrap()]);
    let mut client = open(&world, &token);
    let listed = client.ask("1", "resources/templates/list", "{}");
    assert!(listed.contains("t:{x}") && !listed.contains("u:{x}"), "{listed}");
    for (uri, has) in [("t:7", true), ("t:%37", true), ("u:7", false), ("x:one", false), ("x:two", false)] {
        for method in ["resources/read", "resources/subscribe"] {
            let answer = client.ask("2", method, &format!(r#"{{"uri":"{uri}"}}"#));
            assert_eq!(answer.contains("\"result\""), has, "{method} {uri}: {answer}");
        }
        let mut read =
            world.other_command(&["resource", "read", uri, "--token-file", token.to_str().unwrap()]);
        let read = read.env("MCPGW_KEYRING", "file").output().unwrap();
        assert_eq!(read.status.success(), has, "{uri}: {}", String::from_utf8_lossy(&read.stderr));
    }
}

#[test]
fn where_it_is_set_each_token_that_one_was_made_with_has_to_say_it() {
    let (world, _mirrors) = world();
    assert_eq!(listed(&mut world.open()).len(), ITEMS.len());
    let maker = token(&world, "maker", &["--permission", "tokens.create"]);
    let said = world.home().join("said.json");
    std::fs::write(&said, r#"{"tools":{"a":["one"]}}"#).unwrap();
    // Naming a server takes the right to see it.
    change(
        &world,
        &[
            "token",
            "edit",
            "maker",
            "--permission",
            "tokens.create",
            "--permission",
            "servers.read",
            "--quiet",
        ],
    );
    let with = ["--token-file", maker.to_str().unwrap(), "token", "create", "--name", "made"];
    let flags = ["--capabilities", said.to_str().unwrap(), "--field", "token"];
    let made = world.home().join("made.token");
    std::fs::write(&made, printed(&world, &[&with[..], &flags].concat())).unwrap();
    std::fs::set_permissions(&made, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    assert_eq!(used(&mut open(&world, &made)), ["a__one", "a__one", "b__two", "x:one", "x:two"]);
    change(&world, &["config", "set", "tokens.enforce_capabilities", "true", "--quiet"]);
    assert_eq!(used(&mut open(&world, &made)), [""; 0]);
    change(&world, &["token", "edit", "maker", "--capabilities", said.to_str().unwrap(), "--quiet"]);
    let mut client = open(&world, &made);
    assert_eq!(used(&mut client), ["a__one"]);
}
