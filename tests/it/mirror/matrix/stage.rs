//! A store that ann keeps, and what bob may have of it, first and last.

use std::collections::BTreeMap;
use std::fs;

use super::super::child::Mirror;
use super::super::client::Client;
use super::super::compare::eventually;
use super::super::live::listed;
use super::super::people::People;
use super::super::world::mirror_program;
use super::table::servers;

/// What each server has of every kind.
pub(super) const ITEMS: [&str; 3] = ["plain", "slim", "off"];

const BOB: &str = "bob@example.org";

/// The servers that belong to a team of their own, of which bob is a member.
const TEAMS: [&str; 9] =
    ["ours", "trial", "reader", "alien", "left", "halted", "lapsed", "viewer", "expired"];

/// The store, and the servers in it, all of which bob may use at first.
pub(super) struct Stage {
    people: People,
    mirrors: BTreeMap<String, Mirror>,
}

impl Stage {
    pub(super) fn new() -> Self {
        let people = People::before();
        people.bob_comes();
        let mut stage = Self { people, mirrors: BTreeMap::new() };
        for team in TEAMS {
            stage.ann(&["team", "create", team]);
            stage.ann(&["team", "member", "add", team, BOB]);
        }
        for server in servers() {
            let (who, flags) = match server.as_str() {
                "mine" | "disabled" | "removed" => ("bob", vec![]),
                team if TEAMS.contains(&team) => ("ann", vec!["--team", team]),
                _ => ("ann", vec!["--visibility", "public"]),
            };
            stage.add(who, &server, &flags);
        }
        stage
    }

    fn add(&mut self, who: &str, server: &str, flags: &[&str]) {
        let directory = self.people.world.home().join(server);
        fs::create_dir(&directory).unwrap();
        let mirror = Mirror::new(directory.clone());
        script(&mirror, server);
        let program = mirror_program();
        let command = ["--", program.to_str().unwrap(), directory.to_str().unwrap()];
        self.people.change(who, &[&["server", "add", server, "--no-check"], flags, &command].concat());
        self.mirrors.insert(server.to_owned(), mirror);
    }

    /// A session of bob's.
    pub(super) fn open(&self) -> Client {
        self.people.open("bob")
    }

    pub(super) fn mirror(&self, server: &str) -> &Mirror {
        &self.mirrors[server]
    }

    fn ann(&self, args: &[&str]) {
        self.people.change("ann", args);
    }

    /// Takes from bob what he is not to have.
    pub(super) fn revoke(&self, session: &mut Client) {
        for server in ["mine", "ours", "open"] {
            let who = if server == "mine" { "bob" } else { "ann" };
            for (noun, prefix) in [
                ("tool", format!("{server}/")),
                ("prompt", format!("{server}/")),
                ("resource", format!("{server}/res://{server}/")),
                ("resource", format!("{server}/{server}-")),
            ] {
                let end = if prefix.ends_with('-') { "://{x}" } else { "" };
                let named = |item: &str| format!("{prefix}{item}{end}");
                self.people.change(who, &[noun, "disable", &named("off")]);
                self.people.change(who, &[noun, "edit", &named("slim"), "--visibility", "private"]);
            }
        }
        self.ann(&["server", "edit", "anns", "--no-check", "--visibility", "private"]);
        self.ann(&["team", "member", "remove", "alien", BOB, "--yes"]);
        self.people.change("bob", &["team", "member", "remove", "left", BOB, "--yes"]);
        self.ann(&["team", "suspend", "halted"]);
        self.comes_back_as("viewer", "viewer");
        self.read_only();
        self.people.change("bob", &["server", "disable", "disabled"]);
        self.people.change("bob", &["server", "remove", "removed", "--yes"]);
        // What nobody writes here may be written by a later version.
        let store = rusqlite::Connection::open(self.people.world.store_file()).unwrap();
        store.execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA busy_timeout = 30000").unwrap();
        store.execute("UPDATE server SET visibility = 'odd' WHERE name = 'odd'", []).unwrap();
        self.ann(&["team", "resume", "trial", "--trial", "30d"]);
        self.ann(&["team", "resume", "lapsed", "--trial", "1s"]);
        self.ann(&["team", "member", "set-role", "expired", BOB, "member", "--expires", "1s"]);
        let over =
            |list: &[String]| !list.iter().any(|name| name.contains("expired") || name.contains("lapsed"));
        eventually(|| over(&listed(session)), || "what has ended is still listed".to_owned());
    }

    /// Leaves bob one kind of what a team has.
    fn read_only(&self) {
        let allowed =
            ["servers.read", "servers.use", "tools.read", "prompts.read", "resources.list", "resources.read"];
        let mut args = vec!["role", "create", "reads", "--team", "reader"];
        args.extend(allowed.iter().flat_map(|permission| ["--allow", permission]));
        self.ann(&args);
        self.comes_back_as("reader", "reads");
    }

    /// Another role, but for the end of logins that comes with a change of it.
    fn comes_back_as(&self, team: &str, role: &str) {
        self.ann(&["team", "member", "remove", team, BOB, "--yes"]);
        self.ann(&["team", "member", "add", team, BOB, "--role", role]);
    }
}

fn script(mirror: &Mirror, server: &str) {
    let all = |item: &dyn Fn(&str) -> String| ITEMS.map(item).join(",");
    let named = |name: &str| format!(r#"{{"name":"{name}"}}"#);
    mirror.pages(
        "tools/list",
        &[("-", &format!(r#"{{"tools":[{},{{"name":"say"}},{{"name":"hold"}}]}}"#, all(&named)))],
    );
    mirror.pages("prompts/list", &[("-", &format!(r#"{{"prompts":[{}]}}"#, all(&named)))]);
    let resource = |item: &str| format!(r#"{{"name":"{item}","uri":"res://{server}/{item}"}}"#);
    mirror.pages("resources/list", &[("-", &format!(r#"{{"resources":[{}]}}"#, all(&resource)))]);
    // The last one would lead to the resources, too.
    let template = |item: &str| format!(r#"{{"name":"{item}","uriTemplate":"{server}-{item}://{{x}}"}}"#);
    let templates = format!(
        r#"{{"resourceTemplates":[{},{{"name":"any","uriTemplate":"res://{server}/{{x}}"}}]}}"#,
        all(&template)
    );
    mirror.pages("resources/templates/list", &[("-", &templates)]);
    let link = |item: &str| format!(r#"{{"type":"resource_link","name":"l","uri":"res://{server}/{item}"}}"#);
    let links = format!(
        r#"{{"id":@ID@,"result":{{"content":[{},{{"type":"resource_link","name":"l","uri":"link://{server}/plain"}}]}}}}"#,
        all(&link)
    );
    mirror.says("links", format!("{links}\n"));
    mirror.file("mouths", "");
}
