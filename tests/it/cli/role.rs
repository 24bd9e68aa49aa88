use crate::support::Sandbox;
use crate::support::people::{act_as, add_user, name_owner, store};

const ANN: &str = "ann@example.org";

#[test]
fn a_role_of_a_team_is_made_granted_and_deleted() {
    let sandbox = Sandbox::new();
    let store = store(&sandbox);
    name_owner(&store, "me@example.org");
    add_user(&store, 1, ANN);
    sandbox.run(&["team", "create", "web"]).success();
    let create = ["role", "create", "caller", "--team", "web", "--allow", "servers.use"];
    sandbox.run(&[&create[..], &["--dry-run"]].concat()).success();
    sandbox.run(&create).success();
    assert!(sandbox.run(&create).stderr.starts_with("error: there is a role caller already"));
    assert_eq!(sandbox.run(&["role", "create", "owner", "--allow", "tools.read"]).code, "6");
    assert_eq!(sandbox.run(&["role", "create", "x", "--allow", "tools.dance"]).code, "2");
    // Nor does one hide another.
    sandbox.run(&["role", "create", "reader", "--allow", "tools.read"]).success();
    assert_eq!(
        sandbox.run(&["role", "create", "reader", "--team", "web", "--allow", "teams.edit"]).code,
        "6"
    );
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "caller"]).success();
    let delete = ["role", "delete", "caller", "--team", "web"];
    assert!(sandbox.run(&delete).stderr.starts_with("error: members still have the role caller: 1"));
    act_as(&store, ANN);
    assert_eq!(sandbox.run(&delete).code, "5");
    assert_eq!(sandbox.run(&["role", "create", "y", "--allow", "tools.read"]).code, "5");
    assert!(sandbox.run(&["role", "list", "--field", "name"]).stdout.contains("caller\n"));
    sandbox.run(&["team", "member", "remove", "web", ANN, "--yes"]).success();
    assert!(!sandbox.run(&["role", "list", "--field", "name"]).stdout.contains("caller"));
    act_as(&store, "me@example.org");
    sandbox.run(&delete).success();
    assert_eq!(sandbox.run(&delete).code, "3");
    sandbox.run(&["audit", "verify"]).success();
}
