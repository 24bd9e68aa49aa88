//! What others wrote moves nobody's terminal: whichever command shows it, in whichever format, to a person or into a pipe.

use std::fs::File;
use std::io::Read as _;
use std::process::Stdio;

use rustix::pty::{OpenptFlags, grantpt, ioctl_tiocgptpeer, openpt, unlockpt};

use super::child::Mirror;
use super::compare::eventually;
use super::world::World;

/// A title, a cleared screen, C1, a reversed line, nothing visible, a line that was not there.
const WORDS: &str =
    "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\u{202e}evil\u{200b}\u{feff}\u{2066}\u{8}\rgone\nfake";

/// What shows something that others wrote, or repeats what was typed; `@` stands for the words.
const COMMANDS: &[&[&str]] = &[
    &["server", "list"],
    &["server", "show", "a"],
    &["server", "show", "down"],
    &["server", "test", "a"],
    &["server", "test", "down"],
    &["server", "logs", "a"],
    &["server", "logs", "down"],
    &["server", "show", "@"],
    &["tool", "list"],
    &["tool", "list", "--server", "@"],
    &["tool", "show", "a/@"],
    &["tool", "call", "a/@"],
    &["tool", "call", "a/say"],
    &["tool", "call", "@"],
    &["prompt", "list"],
    &["prompt", "get", "a/@"],
    &["resource", "list"],
    &["resource", "read", "x:@"],
    &["resource", "read", "@"],
    &["status"],
    &["session", "list"],
    &["session", "show", "1"],
    &["session", "show", "@"],
    &["user", "list"],
    &["user", "show", "me"],
    &["user", "show", "@"],
    &["whoami"],
    &["team", "list"],
    &["team", "show", "web"],
    &["team", "show", "@"],
    &["team", "member", "list", "web"],
    &["team", "member", "add", "web", "@"],
    &["role", "list"],
    &["role", "create", "@", "--allow", "@"],
    &["secret", "list"],
    &["secret", "remove", "@", "--yes"],
    &["audit", "list"],
    &["audit", "show", "1"],
    &["audit", "show", "2"],
    &["audit", "export"],
    &["audit", "list", "--action", "@"],
    &["explain", "me", "a/@"],
    &["explain", "@", "@"],
    &["config", "get", "@"],
    &["config", "set", "@", "@"],
    &["config", "set", "relay.list_hold", "@"],
    &["server", "list", "--field", "@"],
    &["server", "list", "--@"],
    &["--data-dir", "@", "server", "list"],
    &["--config", "@", "server", "list"],
    &["@"],
];

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn script(mirror: &Mirror) {
    let words = quoted(WORDS);
    let said = |member: &str, item: &str| format!(r#"{{"{member}":[{{"name":"say"}},{item}]}}"#);
    let item = format!(r#"{{"name":{words},"title":{words},"description":{words}}}"#);
    mirror.pages("tools/list", &[("-", &said("tools", &item))]);
    mirror.pages("prompts/list", &[("-", &said("prompts", &item))]);
    let uri = quoted(&format!("x:{WORDS}"));
    let resource = format!(r#"{{"name":{words},"title":{words},"uri":{uri},"mimeType":{words}}}"#);
    mirror.pages("resources/list", &[("-", &format!(r#"{{"resources":[{resource}]}}"#))]);
    let template = format!(
        r#"{{"name":{words},"description":{words},"uriTemplate":{}}}"#,
        quoted(&format!("y:{WORDS}{{z}}"))
    );
    mirror.pages("resources/templates/list", &[("-", &format!(r#"{{"resourceTemplates":[{template}]}}"#))]);
    mirror.replies(
        "initialize",
        format!(
            r#"{{"jsonrpc":"2.0","id":@ID@,"result":{{"protocolVersion":"2025-11-25","capabilities":{{"tools":{{}},"prompts":{{}},"resources":{{}}}},"serverInfo":{{"name":{words},"version":{words}}},"instructions":{words}}}}}{}"#,
            "\n"
        ),
    );
    mirror.replies(
        "tools/call",
        format!("{}\n", format_args!(r#"{{"jsonrpc":"2.0","id":@ID@,"result":{{"content":[{{"type":"text","text":{words}}}],"isError":true}}}}"#)),
    );
    let error = format!(r#"{{"jsonrpc":"2.0","id":@ID@,"error":{{"code":-32000,"message":{words}}}}}"#);
    mirror.replies("prompts/get", format!("{error}\n"));
    let content =
        format!(r#"{{"jsonrpc":"2.0","id":@ID@,"result":{{"contents":[{{"uri":{uri},"text":{words}}}]}}}}"#);
    mirror.replies("resources/read", format!("{content}\n"));
    mirror.file("start", format!("{WORDS}\n"));
}

/// A store in which everything that takes any words has these, and a session of a client that is called so.
fn world() -> (World, super::client::Client) {
    let world = World::new();
    let run = |args: &[&str]| {
        let output = world.other_command(args).env("MCPGW_KEYRING", "file").output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    run(&["team", "create", "web", "--name", WORDS, "--description", WORDS]);
    run(&["user", "edit", "me", "--name", WORDS]);
    script(&world.mirror("a"));
    let down = world.mirror_after("down", &format!("printf '%s\\n' '{WORDS}' >&2; exit 3"));
    drop(down);
    let store = rusqlite::Connection::open(world.store_file()).unwrap();
    store.execute("UPDATE server SET cwd = ?1 WHERE name = 'down'", [WORDS]).unwrap();
    let mut client = world.start();
    let info = format!(r#"{{"name":{0},"version":{0}}}"#, quoted(WORDS));
    client.ask(
        "\"open\"",
        "initialize",
        &format!(r#"{{"protocolVersion":"2025-11-25","capabilities":{{}},"clientInfo":{info}}}"#),
    );
    client.send(r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#);
    client.ask("\"list\"", "tools/list", "{}");
    let found = || world.other_command(&["session", "list", "--field", "pid"]).output().unwrap().stdout;
    eventually(|| !found().is_empty(), || "no session is found".to_owned());
    (world, client)
}

/// What stands in `said` that a terminal would act on, ASCII first.
fn raw(said: &str) -> Option<char> {
    let said = said.replace("\r\n", "\n");
    let acts = |c: &char| match c {
        '\n' | '\t' => false,
        '\u{202e}' | '\u{2066}' | '\u{200b}' | '\u{feff}' => true,
        c => c.is_control(),
    };
    said.chars().filter(acts).min()
}

/// What a command says on a terminal.
fn on_terminal(world: &World, args: &[&str]) -> String {
    let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
    grantpt(&terminal).unwrap();
    unlockpt(&terminal).unwrap();
    let side = ioctl_tiocgptpeer(&terminal, OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    let mut command = world.other_command(args);
    command.stdout(Stdio::from(side.try_clone().unwrap())).stderr(Stdio::from(side));
    let mut process = command.spawn().unwrap();
    drop(command);
    let (mut terminal, mut said, mut chunk) = (File::from(terminal), Vec::new(), [0; 4096]);
    // A terminal that nobody holds open any more fails (tty_io.c).
    while let Ok(count @ 1..) = terminal.read(&mut chunk) {
        said.extend_from_slice(&chunk[..count]);
    }
    process.wait().unwrap();
    String::from_utf8(said).unwrap()
}

fn in_pipe(world: &World, args: &[&str]) -> String {
    let output = world.other_command(args).stdin(Stdio::null()).output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

#[test]
fn no_command_says_in_any_format_what_moves_a_terminal() {
    let (world, client) = world();
    let pid = client.id().to_string();
    let mut faults = Vec::new();
    let mut told = 0;
    for command in COMMANDS {
        for format in ["table", "plain", "json", "jsonl"] {
            let words: Vec<_> = command.iter().map(|word| word.replace('@', WORDS)).collect();
            let mut args: Vec<_> = words.iter().map(String::as_str).collect();
            args.extend(["--format", format, "--color", "never", "--quiet", "--no-input"]);
            if command[..2.min(command.len())] == ["session", "show"] && args[2] == "1" {
                args[2] = &pid;
            }
            for (place, said) in [("pipe", in_pipe(&world, &args)), ("terminal", on_terminal(&world, &args))]
            {
                told += usize::from(said.contains("evil"));
                // A program gets the very text, in which JSON escapes what begins a sequence.
                let for_a_program = place == "pipe" && format.starts_with("json");
                if let Some(c) = raw(&said).filter(|c| c.is_ascii() || !for_a_program) {
                    faults.push(format!("{command:?} {format} {place}: {c:?} in {said:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults: {faults:#?}", faults.len());
    assert!(told > 200, "{told} outputs have the words");
}
