//! Sessions that act with a token: what its row says is what is listed, what is listed is what can be called, and a change of the
//! row is followed by the next call.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::child::Mirror;
use super::client::Client;
use super::compare::eventually;
use super::live::{announced, change, listed, offers};
use super::world::{EVERYTHING, World};

/// A world of two servers with an item of each kind: `a` is private, `b` is for everybody.
pub(super) fn world() -> (World, [Mirror; 2]) {
    let world = World::new();
    let mirrors = [world.mirror("a"), world.mirror_with("b", &["--visibility", "public"])];
    offers(&mirrors[0], "one");
    offers(&mirrors[1], "two");
    (world, mirrors)
}

pub(super) fn printed(world: &World, args: &[&str]) -> String {
    let output = world.other_command(args).env("MCPGW_KEYRING", "file").output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// A file with a token for this.
pub(super) fn token(world: &World, name: &str, flags: &[&str]) -> PathBuf {
    let args = [&["token", "create", "--name", name, "--field", "token"], flags].concat();
    let file = world.home().join(format!("{name}.token"));
    std::fs::write(&file, printed(world, &args)).unwrap();
    std::fs::set_permissions(&file, Permissions::from_mode(0o600)).unwrap();
    file
}

pub(super) fn command(world: &World, token: &Path) -> Command {
    let mut command = world.command();
    command.arg("--token-file").arg(token).env("MCPGW_KEYRING", "file").stderr(Stdio::null());
    command
}

pub(super) fn open(world: &World, token: &Path) -> Client {
    let mut client = Client::on_pipes(&mut command(world, token));
    client.open(EVERYTHING);
    client
}

/// The same, once commands find it.
pub(super) fn open_found(world: &World, token: &Path) -> Client {
    let client = open(world, token);
    let pid = client.id().to_string();
    let found = || printed(world, &["session", "list", "--field", "pid"]).lines().any(|line| line == pid);
    eventually(found, || format!("no session {pid} is found"));
    client
}

/// One item of the world: its kind's list, the name that clients see, and its server.
pub(super) const ITEMS: [(&str, &str, &str); 6] = [
    ("tools", "a__one", "a"),
    ("tools", "b__two", "b"),
    ("prompts", "a__one", "a"),
    ("prompts", "b__two", "b"),
    ("resources", "x:one", "a"),
    ("resources", "x:two", "b"),
];

/// Which items may be used, asked one after the other.
pub(super) fn used(client: &mut Client) -> Vec<String> {
    let mut used = Vec::new();
    for (number, (kind, name, _)) in ITEMS.into_iter().enumerate() {
        let (method, params) = match kind {
            "tools" => ("tools/call", format!(r#"{{"name":"{name}"}}"#)),
            "prompts" => ("prompts/get", format!(r#"{{"name":"{name}"}}"#)),
            _ => ("resources/read", format!(r#"{{"uri":"{name}"}}"#)),
        };
        if client.ask(&format!("\"use {number}\""), method, &params).contains("\"result\"") {
            used.push(name.to_owned());
        }
    }
    used
}

type Column = (&'static [&'static str], fn(&str, &str, &str) -> bool);

/// Each column of a scope, as flags, and what it lets through: by kind, name and server.
const COLUMNS: [Column; 15] = [
    (&[], |_, _, _| true),
    (&["--public-only"], |_, _, server| server == "b"),
    (&["--team", "personal"], |_, _, _| true),
    (&["--server", "a"], |_, _, server| server == "a"),
    (&["--tool", "*__two"], |kind, name, _| kind != "tools" || name == "b__two"),
    (&["--prompt", "a/o?e"], |kind, name, _| kind != "prompts" || name == "a__one"),
    (&["--resource", "x:t*"], |kind, name, _| kind != "resources" || name == "x:two"),
    (&["--capabilities", "c.json"], |kind, name, _| match kind {
        "tools" => name == "a__one",
        "prompts" => false,
        _ => true,
    }),
    (&["--tool", "none"], |kind, _, _| kind != "tools"),
    (&["--days", "mon-sun", "--hours", "00:00-24:00", "--zone", "Europe/Berlin"], |_, _, _| true),
    (&["--workspace", "."], |_, _, _| true),
    (&["--client", "raw"], |_, _, _| true),
    (&["--permission", "servers.read"], |_, _, _| true),
    (&["--per-minute", "1000", "--per-day", "1000"], |_, _, _| true),
    (&["--expires", "1h"], |_, _, _| true),
];

#[test]
fn each_column_and_each_pair_of_columns_lists_what_can_be_called_and_nothing_else() {
    let (world, _mirrors) = world();
    std::fs::write(world.home().join("c.json"), r#"{"tools":{"a":["one"]},"prompts":{}}"#).unwrap();
    // What there is is known before.
    assert_eq!(listed(&mut world.open()).len(), ITEMS.len());
    for (first, (flags, lets)) in COLUMNS.iter().enumerate() {
        for (second, (more, also)) in COLUMNS.iter().enumerate().skip(first) {
            if first != second && flags.first() == more.first() {
                continue;
            }
            if [flags, more].iter().all(|flags| matches!(flags.first(), Some(&("--public-only" | "--team"))))
                && first != second
            {
                continue;
            }
            let both = if first == second { flags.to_vec() } else { [*flags, *more].concat() };
            let file = token(&world, &format!("t{first}-{second}"), &both);
            let mut client = open(&world, &file);
            let expected: Vec<_> = ITEMS
                .into_iter()
                .filter(|(kind, name, server)| lets(kind, name, server) && also(kind, name, server))
                .map(|(_, name, _)| name.to_owned())
                .collect();
            assert_eq!(listed(&mut client), expected, "{both:?}");
            assert_eq!(used(&mut client), expected, "{both:?}");
        }
    }
}

#[test]
fn an_edit_narrows_a_running_session_and_a_revocation_ends_what_it_serves() {
    let (world, mirrors) = world();
    let file = token(&world, "t", &[]);
    let mut client = open_found(&world, &file);
    let all: Vec<_> = ITEMS.into_iter().map(|(_, name, _)| name.to_owned()).collect();
    assert_eq!(listed(&mut client), all);
    change(&world, &["token", "edit", "t", "--tool", "b__*", "--quiet"]);
    announced(&mut client, &["tools"]);
    assert_eq!(listed(&mut client), ["b__two", "a__one", "b__two", "x:one", "x:two"]);
    let refused = client.ask("\"r\"", "tools/call", r#"{"name":"a__one"}"#);
    assert!(refused.contains("error"), "{refused}");
    assert_eq!(mirrors[0].count("tools/call"), 0);
    change(&world, &["token", "edit", "t", "--clear", "tools", "--server", "a"]);
    assert_eq!(used(&mut client), ["a__one", "a__one", "x:one"]);
    // What is made again under the same name is something else.
    change(&world, &["token", "revoke", "t"]);
    assert_eq!(used(&mut client), [""; 0]);
    assert_eq!(listed(&mut client), [""; 0]);
    let ended = command(&world, &file).stdin(Stdio::null()).output().unwrap();
    assert_eq!(ended.status.code(), Some(4));
}

#[test]
fn what_was_made_with_a_token_ends_with_it_also_while_it_runs() {
    let (world, _mirrors) = world();
    let parent = token(&world, "parent", &["--permission", "tokens.create"]);
    let args =
        ["--token-file", parent.to_str().unwrap(), "token", "create", "--name", "child", "--field", "token"];
    let child = world.home().join("child.token");
    std::fs::write(&child, printed(&world, &args)).unwrap();
    std::fs::set_permissions(&child, Permissions::from_mode(0o600)).unwrap();
    let mut client = open_found(&world, &child);
    assert_eq!(listed(&mut client).len(), ITEMS.len());
    change(&world, &["token", "edit", "parent", "--public-only"]);
    assert_eq!(used(&mut client), ["b__two", "b__two", "x:two"]);
    change(&world, &["key", "rotate", "--overlap", "0s"]);
    assert_eq!(used(&mut client), [""; 0]);
}

#[test]
fn a_session_with_hours_begins_outside_them_and_one_for_networks_never() {
    let (world, _mirrors) = world();
    let now = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC);
    // Two days off, whatever the time is.
    let day = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        [usize::try_from((now.weekday().to_monday_zero_offset() + 3) % 7).unwrap()];
    let shut = token(&world, "shut", &["--days", day, "--zone", "UTC"]);
    let mut client = open_found(&world, &shut);
    assert_eq!(listed(&mut client), [""; 0]);
    let refused = client.ask("\"r\"", "tools/call", r#"{"name":"a__one"}"#);
    assert!(refused.contains("is for other hours"), "{refused}");
    change(&world, &["token", "edit", "shut", "--clear", "hours"]);
    assert_eq!(listed(&mut client).len(), ITEMS.len());
    for (name, flags) in [("net", ["--cidr", "10.0.0.0/8"]), ("dir", ["--workspace", "/nowhere"])] {
        let file = token(&world, name, &flags);
        let refused = command(&world, &file).stdin(Stdio::null()).output().unwrap();
        assert_eq!((refused.status.code(), refused.stdout), (Some(5), Vec::new()), "{name}");
    }
}

#[test]
fn a_profile_has_a_token_that_stands_nowhere_in_clear() {
    let (world, _mirrors) = world();
    let as_profile = |name: &str| {
        let mut command = world.command();
        command.args(["--profile", name]).env("MCPGW_KEYRING", "file").stderr(Stdio::null());
        command
    };
    let refused = as_profile("cursor").stdin(Stdio::null()).output().unwrap();
    assert_eq!(refused.status.code(), Some(4), "never the next one");
    let made = printed(&world, &["profile", "create", "cursor", "--server", "b", "--json"]);
    assert!(!made.contains("eyJ"), "{made}");
    let open = || {
        let mut client = Client::on_pipes(&mut as_profile("cursor"));
        client.open(EVERYTHING);
        client
    };
    let mut client = open();
    assert_eq!(used(&mut client), ["b__two", "b__two", "x:two"]);
    let pid = client.id().to_string();
    let found = || printed(&world, &["session", "list", "--field", "pid"]).lines().any(|line| line == pid);
    eventually(found, || format!("no session {pid} is found"));
    // Another token takes the place of the one that it has; nobody is shown that either.
    let made_at = || printed(&world, &["profile", "list", "--field", "0.created_at"]);
    let made = made_at();
    assert!(!printed(&world, &["token", "rotate", "cursor", "--json"]).contains("eyJ"));
    assert_eq!(made_at(), made);
    assert_eq!(used(&mut client), [""; 0]);
    let mut client = open();
    assert_eq!(listed(&mut client), ["b__two", "b__two", "x:two"]);
    printed(&world, &["secret", "rotate-key", "--yes"]);
    assert_eq!(listed(&mut open()).len(), 3);
    assert_eq!(printed(&world, &["profile", "list", "--field", "0.state"]), "active");
    // A profile whose token is revoked has none, until it is given another one.
    let mut client = open();
    assert_eq!(listed(&mut client).len(), 3);
    printed(&world, &["token", "revoke", "cursor"]);
    eventually(|| used(&mut client).is_empty(), || "a revoked token serves".to_owned());
    assert_eq!(printed(&world, &["profile", "list", "--field", "0.state"]), "revoked");
    assert_eq!(as_profile("cursor").stdin(Stdio::null()).output().unwrap().status.code(), Some(4));
    printed(&world, &["profile", "remove", "cursor"]);
    printed(&world, &["profile", "create", "cursor", "--server", "b"]);
    assert_eq!(used(&mut open()), ["b__two", "b__two", "x:two"]);
    printed(&world, &["profile", "remove", "cursor"]);
    assert_eq!(as_profile("cursor").stdin(Stdio::null()).output().unwrap().status.code(), Some(4));
    let store = std::fs::read(world.store_file()).unwrap();
    assert!(!store.windows(4).any(|window| window == b"eyJ0"), "a token stands in the store");
}

#[test]
fn a_token_for_a_client_opens_for_no_other() {
    let (world, _mirrors) = world();
    let mut client = open(&world, &token(&world, "own", &["--client", "raw"]));
    assert_eq!(listed(&mut client).len(), ITEMS.len());
    let mut other = Client::on_pipes(&mut command(&world, &token(&world, "other", &["--client", "cursor"])));
    let answer = String::from_utf8(other.open(EVERYTHING)).unwrap();
    assert!(answer.contains("error") && answer.contains("cursor"), "{answer}");
    other.close();
    other.end();
    let told = printed(&world, &["audit", "list", "--action", "token.use", "--field", "reason"]);
    assert_eq!(told, "the token is for the MCP client cursor");
}

#[test]
fn a_resource_of_any_scheme_is_listed_and_read_by_who_has_a_token_for_it_and_by_nobody_else() {
    let world = World::new();
    let mirror = world.mirror("a");
    let uris = ["x://one", "file:///srv/a%20b/c.txt", "memo://insights"];
    let resources = uris.map(|uri| format!(r#"{{"name":"r","uri":"{uri}"}}"#)).join(",");
    mirror.pages("resources/list", &[("-", &format!(r#"{{"resources":[{resources}]}}"#))]);
    for (number, (glob, uri)) in
        [("x://*", uris[0]), ("a/x://one", uris[0]), ("file:///srv/*", uris[1]), ("memo://insights", uris[2])]
            .into_iter()
            .enumerate()
    {
        let mut client = open(&world, &token(&world, &format!("t{number}"), &["--resource", glob]));
        let list = client.ask("1", "resources/list", "{}");
        for (place, other) in uris.into_iter().enumerate() {
            assert_eq!(list.contains(other), other == uri, "{glob}: {list}");
            let params = format!(r#"{{"uri":"{other}"}}"#);
            let read = client.ask(&format!("\"read {place}\""), "resources/read", &params);
            assert_eq!(read.contains("\"result\""), other == uri, "{glob} {other}: {read}");
        }
    }
}
