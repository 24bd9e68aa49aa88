//! `mcpgw status` and `mcpgw session` where no session runs, or none that can be asked.

use crate::support::Sandbox;

#[test]
fn an_empty_home_is_told_what_to_do_first() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.run(&["status"]), @r"
    exit 0
    -- stdout
    store     ~/.local/share/mcpgw
    settings  ~/.config/mcpgw/config.toml
    servers   0
    sessions  0
    add one: mcpgw server add NAME -- COMMAND
    ");
    insta::assert_snapshot!(sandbox.run(&["session", "list"]), @r"
    exit 0
    -- stdout
    no client is served now; one starts: mcpgw stdio
    ");
    assert_eq!(sandbox.run(&["session", "list", "--json"]).success().stdout, "[]\n");
}

#[test]
fn without_a_session_servers_are_as_their_last_start_left_them() {
    let sandbox = Sandbox::new();
    sandbox.run(&["server", "add", "off", "--no-check", "--", "true"]).success();
    sandbox.run(&["server", "disable", "off"]).success();
    let commands = "echo no licence >&2; exit 3";
    sandbox.run(&["server", "add", "bad", "--no-check", "--", "sh", "-c", commands]).success();
    sandbox.run(&["tool", "list"]);
    sandbox.run(&["server", "add", "new", "--no-check", "--", "true"]).success();
    let text = sandbox.run(&["status"]).success().stdout;
    assert!(text.ends_with("no client is served now; servers start for one: mcpgw stdio\n"), "{text}");
    let states = sandbox.run(&["status", "--field", "servers.state"]).success().stdout;
    assert_eq!(states, "disabled\ndown\nidle\n");
}

#[test]
fn a_session_that_is_not_there_is_not_found_and_nonsense_is_no_session() {
    let sandbox = Sandbox::new();
    for command in ["show", "kill"] {
        insta::allow_duplicates! {
            insta::assert_snapshot!(sandbox.run(&["session", command, "4711"]), @r"
            exit 3
            -- stderr
            error: there is no session 4711
              hint: mcpgw session list
            ");
        }
        assert_eq!(sandbox.run(&["session", command, "x"]).code, "2");
    }
    sandbox.run(&["server", "add", "new", "--no-check", "--", "true"]).success();
    insta::assert_snapshot!(sandbox.run(&["server", "restart", "new"]), @r"
    exit 0
    -- stdout
    no session has new running
    ");
    assert_eq!(sandbox.run(&["server", "restart", "old"]).code, "3");
    sandbox.run(&["server", "disable", "new"]).success();
    insta::assert_snapshot!(sandbox.run(&["server", "restart", "new"]), @r"
    exit 6
    -- stderr
    error: the server new is disabled
      hint: mcpgw server enable new
    ");
}
