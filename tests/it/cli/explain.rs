//! Why somebody may, or may not.

use super::belongings::{ANN, ME, turn_to};
use super::user::shared;
use crate::support::{Sandbox, ScriptedServer};

/// A store of two where everybody may use `shop`, of which one tool is off.
fn with_shop() -> Sandbox {
    let sandbox = shared();
    turn_to(&sandbox, ME);
    let tools = r#"{"tools":[{"name":"buy","inputSchema":{}},{"name":"sell","inputSchema":{}}]}"#;
    let server = ScriptedServer::new(r#"{"tools":{}}"#).answers("tools/list", tools);
    server.install(&sandbox, "shop");
    sandbox.run(&["server", "add", "shop", "--visibility", "public", "--", "./shop"]).success();
    sandbox.run(&["tool", "disable", "shop/sell"]).success();
    sandbox
}

#[test]
fn a_decision_is_told_with_its_reason_and_what_helps() {
    let sandbox = with_shop();
    insta::assert_snapshot!(sandbox.run(&["explain", "ann@example.org", "shop"]), @r"
    exit 0
    -- stdout
    ann@example.org: server shop
    TO      ALLOWED  BECAUSE                                           WHAT HELPS
    see     yes      it is public: everybody may use it
    use     yes      it is public: everybody may use it
    change  no       it takes servers.edit, which no role there gives  somebody who grants roles there gives one that does
    ");
    insta::assert_snapshot!(sandbox.run(&["explain", "me", "shop__sell"]), @r"
    exit 0
    -- stdout
    me@example.org: tool shop/sell
    TO      ALLOWED  BECAUSE                           WHAT HELPS
    see     yes      it is in their own personal team
    use     no       it is disabled on its server      enable it with `mcpgw tool enable`
    change  yes      it is in their own personal team
    ");
    let used = sandbox.run(&["explain", "ann@example.org", "shop/buy", "--field", "0.decisions.1.allowed"]);
    assert_eq!(used.stdout, "true\n");
}

#[test]
fn nobody_is_told_of_what_they_may_not_see() {
    let sandbox = with_shop();
    sandbox.run(&["server", "edit", "shop", "--no-check", "--visibility", "private"]).success();
    turn_to(&sandbox, ANN);
    for what in ["shop", "shop/buy", "shop__buy"] {
        let theirs = sandbox.run(&["explain", "me", what]);
        let nobodys = sandbox.run(&["explain", "me", &what.replace("shop", "void")]);
        assert_eq!(theirs.code, "3", "{theirs}");
        assert_eq!(theirs.stderr.replace("shop", "void"), nobodys.stderr);
    }
    let other = sandbox.run(&["explain", "me@example.org", "shop"]);
    let nobody = sandbox.run(&["explain", "no@example.org", "shop"]);
    assert_eq!((other.code.as_str(), nobody.code.as_str()), ("3", "3"), "{other}");
    assert_eq!(other.stderr.replace("me@", "no@"), nobody.stderr);
}
