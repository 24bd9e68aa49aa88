//! Servers of one name, of several people and teams: each is found, and none is taken for another.

use super::child::Mirror;
use super::live::{listed, offers};
use super::people::People;
use super::world::mirror_program;

/// Has `who` add a mirror called `name` with `flags`; it offers `item`.
fn add(people: &People, who: &str, name: &str, item: &str, flags: &[&str]) -> Mirror {
    let directory = people.world.home().join(item);
    std::fs::create_dir(&directory).unwrap();
    let mirror = Mirror::new(directory.clone());
    offers(&mirror, item);
    let (program, directory) = (mirror_program(), directory.display().to_string());
    let program = program.display().to_string();
    let command = ["server", "add", name, "--no-check"];
    let args = [&command[..], flags, &["--", &program, &directory]].concat();
    people.change(who, &args);
    mirror
}

fn lines(printed: &str) -> Vec<&str> {
    printed.lines().collect()
}

#[test]
fn commands_name_and_reach_the_items_of_servers_of_one_name_as_sessions_do() {
    let (people, [_, anns]) = People::new();
    let bobs = add(&people, "bob", "shown", "three", &[]);
    for mirror in [&anns, &bobs] {
        mirror.pages("resources/templates/list", &[("-", r#"{"resourceTemplates":[]}"#)]);
    }
    let mut session = people.open("bob");
    let in_session: Vec<_> = listed(&mut session).into_iter().filter(|name| !name.contains(':')).collect();
    assert!(in_session.contains(&"shown__three".to_owned()), "{in_session:?}");
    let two = in_session.iter().find(|name| name.ends_with("-shown__two")).expect("it carries its team");
    let [tools, prompts] =
        ["tool", "prompt"].map(|noun| people.change("bob", &[noun, "list", "--field", "name"]));
    let named = lines(&tools).into_iter().chain(lines(&prompts));
    let mut told: Vec<_> = named.filter(|name| !name.ends_with("__ask")).collect();
    told.sort_unstable();
    let mut expected = in_session.clone();
    expected.sort_unstable();
    assert_eq!(told, expected);
    // What stands in a list is what is called.
    people.change("bob", &["tool", "call", two]);
    assert_eq!((anns.count("\"tools/call\""), bobs.count("\"tools/call\"")), (1, 0));
    people.change("bob", &["tool", "call", "shown/three"]);
    assert_eq!((anns.count("\"tools/call\""), bobs.count("\"tools/call\"")), (1, 1));
    let ids = people.change("bob", &["server", "list", "--field", "id"]);
    let [of_ann, of_bob] = lines(&ids)[..] else { panic!("{ids}") };
    people.change("bob", &["tool", "call", &format!("{of_ann}/two")]);
    assert_eq!((anns.count("\"tools/call\""), bobs.count("\"tools/call\"")), (2, 1));
    // What he may not change is none of those that he could mean.
    people.change("bob", &["server", "disable", "shown"]);
    let enabled = |id| people.change("bob", &["server", "show", id, "--field", "enabled"]);
    assert_eq!((enabled(of_ann).trim(), enabled(of_bob).trim()), ("true", "false"));
}

#[test]
fn what_is_to_be_done_to_one_of_several_servers_is_done_to_none_that_was_not_named() {
    let people = People::before();
    people.change("ann", &["team", "create", "web"]);
    add(&people, "ann", "twice", "one", &[]);
    add(&people, "ann", "twice", "two", &["--team", "web"]);
    let ids = people.change("ann", &["server", "list", "--field", "id"]);
    let [own, of_team] = lines(&ids)[..] else { panic!("{ids}") };
    let expected = format!(
        "there are 2 servers twice that you may do this to\n  hint: name one by its id: {own} of personal, {of_team} of web\n"
    );
    for args in [
        &["server", "remove", "twice", "--yes"][..],
        &["server", "disable", "twice"],
        &["server", "restart", "twice"],
    ] {
        let (code, _, said) = people.run("ann", args);
        assert_eq!((code, said.trim_start_matches("error: ")), (Some(6), &expected[..]), "{args:?}");
    }
    people.change("ann", &["server", "remove", of_team, "--yes"]);
    assert_eq!(lines(&people.change("ann", &["server", "list", "--field", "id"])), [own]);
    people.change("ann", &["server", "disable", "twice"]);
}
