//! What somebody loses while their session runs: at once, and nothing else with it.

use std::time::{Duration, Instant};

use super::child::{Mirror, is_alive};
use super::client::Client;
use super::live::{ALL, Asked, announced, ends, listed, offers, process};
use super::people::People;

pub(super) const BOB: &str = "bob@example.org";

/// How soon a client is told after the command has returned.
pub(super) const SOON: Duration = Duration::from_secs(1);

/// Bob in a team that has the server `lost`, and `kept` for everybody.
pub(super) fn stage() -> (People, [Mirror; 2]) {
    let people = People::before();
    people.change("ann", &["team", "create", "web"]);
    let lost = people.world.mirror_with("lost", &["--team", "web"]);
    let kept = people.world.mirror_with("kept", &["--visibility", "public"]);
    offers(&lost, "one");
    lost.pages("resources/templates/list", &[("-", r#"{"resourceTemplates":[]}"#)]);
    offers(&kept, "two");
    people.bob_comes();
    people.change("ann", &["team", "member", "add", "web", BOB]);
    (people, [lost, kept])
}

/// The same, and a session of his.
fn scene() -> (People, [Mirror; 2], Client) {
    let (people, mirrors) = stage();
    let bob = people.open("bob");
    (people, mirrors, bob)
}

/// Who says what.
pub(super) type Said<'a> = (&'a str, &'a [&'a str]);

/// Takes all of `lost` from bob's session, looks at what becomes of it, and gives it back.
#[track_caller]
pub(super) fn lose(people: &People, mirrors: &[Mirror; 2], bob: &mut Client, take: Said<'_>, back: Said<'_>) {
    let [lost, kept] = mirrors;
    assert_eq!(listed(bob), ["lost__one", "kept__two", "lost__one", "kept__two", "x:one", "x:two"]);
    let under_way = [Asked::of(bob, "1", "lost"), Asked::of(bob, "2", "kept")];
    for uri in ["x:one", "x:two"] {
        let subscribed = bob.ask("3", "resources/subscribe", &format!(r#"{{"uri":"{uri}"}}"#));
        assert!(subscribed.contains("result"), "{subscribed}");
    }
    let [taken, untouched] = [process(lost), process(kept)];
    let calls = lost.count("tools/call");
    people.change(take.0, take.1);
    let returned = Instant::now();
    let refused = bob.ask("4", "tools/call", r#"{"name":"lost__one"}"#);
    assert!(refused.contains("Unknown tool: lost__one"), "{take:?}: {refused}");
    bob.holding("list_changed");
    assert!(returned.elapsed() < SOON, "{take:?}: {:?}", returned.elapsed());
    assert_eq!(listed(bob), ["kept__two", "kept__two", "x:two"], "{take:?}");
    let read = bob.ask("5", "resources/read", r#"{"uri":"x:one"}"#);
    assert!(read.contains("\"error\""), "{take:?}: {read}");
    let called = bob.ask("6", "tools/call", r#"{"name":"kept__two"}"#);
    assert!(called.contains("\"result\""), "{take:?}: {called}");
    assert_eq!(lost.count("tools/call"), calls);
    let [of_lost, of_kept] = under_way;
    of_lost.finish(bob);
    ends(taken);
    of_kept.finish(bob);
    assert_eq!((process(kept), kept.count("unsubscribe")), (untouched, 0), "{take:?}");
    bob.rest();
    people.change(back.0, back.1);
    announced(bob, &ALL);
}

#[test]
fn what_is_taken_is_gone_with_the_next_request_and_the_rest_goes_on() {
    let (people, mirrors, mut bob) = scene();
    let edit =
        |visibility: &'static str| ["server", "edit", "lost", "--no-check", "--visibility", visibility];
    for (take, back) in [
        (
            ("bob", &["team", "member", "remove", "web", BOB, "--yes"][..]),
            ("ann", &["team", "member", "add", "web", BOB][..]),
        ),
        (
            ("ann", &["team", "member", "remove", "web", BOB, "--yes"]),
            ("ann", &["team", "member", "add", "web", BOB]),
        ),
        (("ann", &["team", "suspend", "web"]), ("ann", &["team", "resume", "web"])),
        (("ann", &["server", "disable", "lost"]), ("ann", &["server", "enable", "lost"])),
        (("ann", &edit("private")), ("ann", &edit("team"))),
    ] {
        lose(&people, &mirrors, &mut bob, take, back);
    }
}

#[test]
fn one_tool_goes_alone() {
    let (people, [lost, _kept], mut bob) = scene();
    listed(&mut bob);
    let asked = Asked::of(&mut bob, "1", "lost");
    let untouched = process(&lost);
    people.change("ann", &["tool", "disable", "lost/one"]);
    let returned = Instant::now();
    let refused = bob.ask("2", "tools/call", r#"{"name":"lost__one"}"#);
    assert!(refused.contains("Unknown tool"), "{refused}");
    bob.holding("notifications/tools/list_changed");
    assert!(returned.elapsed() < SOON, "{:?}", returned.elapsed());
    assert_eq!(listed(&mut bob), ["kept__two", "lost__one", "kept__two", "x:one", "x:two"]);
    asked.finish(&mut bob);
    announced(&mut bob, &[]);
    assert_eq!(process(&lost), untouched);
}

#[test]
fn what_ends_by_itself_is_gone_when_it_has_ended() {
    let (people, [lost, kept], mut bob) = scene();
    let expiring = &["team", "member", "set-role", "web", BOB, "member", "--expires", "1s"][..];
    for (end, back) in [
        (expiring, &["team", "member", "add", "web", BOB][..]),
        (&["team", "resume", "web", "--trial", "1s"], &["team", "resume", "web"]),
    ] {
        assert_eq!(listed(&mut bob).len(), 6);
        let asked = Asked::of(&mut bob, "1", "lost");
        let called = bob.ask("2", "tools/call", r#"{"name":"kept__two"}"#);
        assert!(called.contains("\"result\""), "{called}");
        let [taken, untouched] = [process(&lost), process(&kept)];
        let began = Instant::now();
        people.change("ann", end);
        bob.holding("list_changed");
        let took = began.elapsed();
        assert!(
            took > Duration::from_millis(900) && took < Duration::from_secs(1) + SOON,
            "{end:?}: {took:?}"
        );
        assert_eq!(listed(&mut bob), ["kept__two", "kept__two", "x:two"], "{end:?}");
        let refused = bob.ask("3", "tools/call", r#"{"name":"lost__one"}"#);
        assert!(refused.contains("Unknown tool"), "{refused}");
        asked.finish(&mut bob);
        ends(taken);
        assert_eq!(process(&kept), untouched);
        bob.rest();
        // Over is over: it is given anew.
        people.change("ann", back);
        announced(&mut bob, &ALL);
    }
}

/// A role that is not built in, under those who have it.
#[test]
fn who_has_a_role_that_is_changed_has_what_it_allows_then_and_keeps_the_rest() {
    let (people, mirrors) = stage();
    let allowed = ["servers.use", "tools.execute", "prompts.get", "resources.read"];
    let allowed: Vec<_> = allowed.iter().flat_map(|permission| ["--allow", permission]).collect();
    people.change("ann", &[&["role", "create", "caller", "--team", "web"][..], &allowed].concat());
    people.change("ann", &["team", "member", "set-role", "web", BOB, "caller"]);
    let mut bob = people.open("bob");
    let edit = |flag: &'static str, permission: &'static str| {
        ["role", "edit", "caller", "--team", "web", flag, permission]
    };
    let (take, back) = (edit("--deny", "servers.use"), edit("--allow", "servers.use"));
    lose(&people, &mirrors, &mut bob, ("ann", &take), ("ann", &back));
    let all = ["lost__one", "kept__two", "lost__one", "kept__two", "x:one", "x:two"];
    for (permission, kind, place, method, params) in [
        ("tools.execute", "tools", 0, "tools/call", r#"{"name":"lost__one"}"#),
        ("prompts.get", "prompts", 2, "prompts/get", r#"{"name":"lost__one"}"#),
        ("resources.read", "resources", 4, "resources/read", r#"{"uri":"x:one"}"#),
    ] {
        assert_eq!(listed(&mut bob), all);
        let under_way = [Asked::of(&mut bob, "1", "lost"), Asked::of(&mut bob, "7", "kept")];
        let processes = mirrors.each_ref().map(process);
        let asked = mirrors[0].count(method);
        people.change("ann", &edit("--deny", permission));
        let returned = Instant::now();
        let refused = bob.ask("2", method, params);
        assert!(refused.contains("\"error\""), "{permission}: {refused}");
        bob.holding(&format!("notifications/{kind}/list_changed"));
        assert!(returned.elapsed() < SOON, "{permission}: {:?}", returned.elapsed());
        let left = all.into_iter().enumerate().filter(|(at, _)| *at != place).map(|(_, name)| name);
        assert_eq!(listed(&mut bob), left.collect::<Vec<_>>(), "{permission}");
        assert_eq!(mirrors[0].count(method), asked, "{permission}");
        for asked in under_way {
            asked.finish(&mut bob);
        }
        announced(&mut bob, &[]);
        assert_eq!(mirrors.each_ref().map(process), processes, "{permission}");
        people.change("ann", &edit("--allow", permission));
        announced(&mut bob, &[kind]);
    }
}

/// Another role shows in the session that runs, and the rest of that goes on.
#[test]
fn who_gets_another_role_has_what_it_allows_and_keeps_the_rest() {
    let (people, _mirrors, mut bob) = scene();
    let asked = Asked::of(&mut bob, "2", "kept");
    listed(&mut bob);
    people.change("ann", &["team", "member", "set-role", "web", BOB, "viewer"]);
    let returned = Instant::now();
    let refused = bob.ask("1", "tools/call", r#"{"name":"lost__one"}"#);
    assert!(refused.contains("\"error\""), "{refused}");
    bob.holding("list_changed");
    assert!(returned.elapsed() < SOON, "{:?}", returned.elapsed());
    assert_eq!(listed(&mut bob), ["kept__two", "kept__two", "x:two"]);
    assert!(is_alive(asked.pid()));
    asked.finish(&mut bob);
}
