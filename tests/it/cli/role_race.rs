//! Sixteen processes change who has a role, and what that allows, and some are killed on the way.

use super::killed_races::{KILLED, count, race, told, whole, words};
use super::user::{WORD, log_in, shared};
use crate::support::Sandbox;

/// A team in which Ann has a role of the team's own.
fn scene() -> Sandbox {
    let sandbox = shared();
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox.run(&["team", "create", "web"]).success();
    for role in ["caller", "other"] {
        sandbox.run(&["role", "create", role, "--team", "web", "--allow", "servers.use"]).success();
    }
    sandbox.run(&["team", "member", "add", "web", "ann@example.org", "--role", "caller"]).success();
    sandbox
}

#[test]
fn nobody_has_a_role_that_is_not_there() {
    for killed in KILLED {
        let sandbox = scene();
        let each = |number| {
            words(match number % 4 {
                0 => "role delete other --team web",
                1 => "team member set-role web ann@example.org other",
                2 => "team member set-role web ann@example.org viewer",
                _ => "role delete caller --team web",
            })
        };
        race(&sandbox, killed, each, |_| String::new());
        let roles = count(&sandbox, "SELECT count(*) FROM role WHERE name IN ('caller', 'other')");
        assert_eq!(roles, 2 - told(&sandbox, "role.delete"));
        let lost = "SELECT count(*) FROM membership WHERE role IN ('caller', 'other')
                    AND role NOT IN (SELECT name FROM role)";
        assert_eq!(count(&sandbox, lost), 0);
        whole(&sandbox, "me@example.org", WORD);
    }
}

#[test]
fn a_role_is_what_the_last_change_made_of_it_and_each_change_is_told() {
    const PERMISSIONS: [&str; 4] = ["tools.execute", "prompts.get", "resources.read", "tools.read"];
    for killed in KILLED {
        let sandbox = scene();
        // Each of them is allowed by some: nobody's change is lost by another's.
        let each = |number: usize| {
            let permission = PERMISSIONS[number % PERMISSIONS.len()];
            words(&format!("role edit caller --team web --allow {permission}"))
        };
        race(&sandbox, killed, each, |_| String::new());
        let permissions = "SELECT count(*) FROM role, json_each(permissions) WHERE name = 'caller'";
        let allowed = count(&sandbox, permissions);
        assert_eq!(told(&sandbox, "role.edit"), allowed - 1);
        for number in 0..PERMISSIONS.len() {
            let args = each(number);
            sandbox.run(&args.iter().map(String::as_str).collect::<Vec<_>>()).success();
        }
        assert_eq!(count(&sandbox, permissions), 5);
        assert_eq!(told(&sandbox, "role.edit"), 4);
        whole(&sandbox, "me@example.org", WORD);
    }
}
