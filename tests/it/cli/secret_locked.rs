//! Servers that can't have what they need: every list of servers says so, why, and what helps.

use std::fs;

use crate::support::{Run, Sandbox, ScriptedServer};

/// A sandbox with a server that has a value of its own and two secrets, and one that needs nothing.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    ScriptedServer::new("{}").install(&sandbox, "server");
    sandbox.run_with_input(&["secret", "set", "gh", "--stdin", "-q"], "x").success();
    let env = ["--env", "TOKEN=secret://gh", "--env", "BOTH=secret://gh:secret://me/mine", "--env", "OWN=1"];
    sandbox
        .run(&[&["server", "add", "s", "-q", "--no-check"][..], &env, &["--", "./server"]].concat())
        .success();
    sandbox.run(&["server", "add", "plain", "-q", "--", "./server"]).success();
    sandbox
}

fn states(sandbox: &Sandbox) -> [String; 2] {
    ["server list", "status"].map(|command| {
        let field = if command == "status" { "servers.state" } else { "state" };
        let args: Vec<_> = command.split(' ').chain(["--field", field]).collect();
        sandbox.run(&args).success().stdout
    })
}

#[test]
fn a_server_says_where_its_values_come_from_and_which_of_them_is_missing() {
    let sandbox = sandbox();
    insta::assert_snapshot!(sandbox.run(&["server", "list"]), @r"
    exit 0
    -- stdout
    NAME   ALIAS  STATE    COMMAND
    s      s      locked   ~/server
    plain  plain  enabled  ~/server
    s can't be started, since its variable BOTH needs your secret mine, and you have none of that name
      hint: mcpgw secret set mine; mcpgw secret grant mine --server s
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "show", "s"]), @r"
    exit 0
    -- stdout
    name           s
    alias          s
    state          locked
    command        ~/server
    variables      BOTH (secret://gh secret://me/mine) OWN (sealed) TOKEN (secret://gh)
    can't start    its variable BOTH needs your secret mine, and you have none of that name
    hint           mcpgw secret set mine; mcpgw secret grant mine --server s
    start timeout  1m
    not started yet; try it: mcpgw server test s
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "show", "s", "--field", "env"]), @r#"
    exit 0
    -- stdout
    [{"name":"BOTH","value":"reference","secrets":["secret://gh","secret://me/mine"]},{"name":"OWN","value":"sealed"},{"name":"TOKEN","value":"reference","secrets":["secret://gh"]}]
    "#);
    insta::assert_snapshot!(sandbox.run(&["server", "show", "s", "--field", "locked"]), @r#"
    exit 0
    -- stdout
    [{"reason":"its variable BOTH needs your secret mine, and you have none of that name","hint":"mcpgw secret set mine; mcpgw secret grant mine --server s"}]
    "#);
    insta::assert_snapshot!(sandbox.run(&["server", "list", "--format", "plain"]), @r"
    exit 0
    -- stdout
    s	s	locked	~/server
    plain	plain	enabled	~/server
    ");
    insta::assert_snapshot!(sandbox.run(&["status", "--field", "servers"]), @r#"
    exit 0
    -- stdout
    [{"name":"s","state":"locked","sessions":0,"tools":null,"prompts":null,"resources":null,"last_failure":"can't be started, since its variable BOTH needs your secret mine, and you have none of that name; hint: mcpgw secret set mine; mcpgw secret grant mine --server s"},{"name":"plain","state":"idle","sessions":0,"tools":0,"prompts":0,"resources":0,"last_failure":null}]
    "#);
    sandbox.run_with_input(&["secret", "set", "mine", "--stdin"], "x").success();
    sandbox.run(&["secret", "grant", "mine", "--server", "s"]).success();
    assert_eq!(states(&sandbox), ["enabled\nenabled\n", "idle\nidle\n"]);
    sandbox.run(&["server", "disable", "s"]).success();
    sandbox.run(&["secret", "remove", "gh", "--force"]).success();
    assert_eq!(states(&sandbox), ["disabled\nenabled\n", "disabled\nidle\n"]);
}

#[test]
fn a_vault_that_does_not_open_locks_those_that_need_it_until_it_opens_again() {
    let sandbox = sandbox();
    sandbox.run(&["server", "edit", "s", "--no-check", "--unset-env", "BOTH"]).success();
    assert_eq!(states(&sandbox), ["enabled\nenabled\n", "idle\nidle\n"]);
    let (key, away) = (sandbox.data_dir().join("vault.key"), sandbox.home().join("away"));
    fs::rename(&key, &away).unwrap();
    assert_eq!(states(&sandbox), ["locked\nenabled\n", "locked\nidle\n"]);
    insta::assert_snapshot!(sandbox.run(&["server", "list"]), @r"
    exit 0
    -- stdout
    NAME   ALIAS  STATE    COMMAND
    s      s      locked   ~/server
    plain  plain  enabled  ~/server
    s can't be started, since the vault doesn't open what it needs: the vault's key file ~/.local/share/mcpgw/vault.key is missing
      hint: put the key or the store back as it was, from a backup
    ");
    insta::assert_snapshot!(sandbox.run(&["server", "show", "s", "--field", "locked.hint"]), @r"
    exit 0
    -- stdout
    put the key or the store back as it was, from a backup
    ");
    fs::rename(&away, &key).unwrap();
    assert_eq!(states(&sandbox), ["enabled\nenabled\n", "idle\nidle\n"]);
}

#[test]
fn a_passphrase_that_nobody_gives_locks_those_that_need_it() {
    let sandbox = sandbox();
    sandbox.run(&["server", "edit", "s", "--no-check", "--unset-env", "BOTH"]).success();
    super::vault::private(&sandbox, "passphrase", "correct horse");
    let with = |args: &[&str]| -> Run {
        let mut command = sandbox.command(args);
        sandbox.finish(command.env("MCPGW_VAULT_PASSPHRASE_FILE", sandbox.home().join("passphrase")))
    };
    with(&["vault", "move", "--to", "passphrase"]).success();
    assert_eq!(with(&["server", "list", "--field", "state"]).stdout, "enabled\nenabled\n");
    assert_eq!(states(&sandbox), ["locked\nenabled\n", "locked\nidle\n"]);
    insta::assert_snapshot!(sandbox.run(&["status", "--field", "servers.last_failure"]), @r"
    exit 0
    -- stdout
    can't be started, since the vault doesn't open what it needs: the vault needs its passphrase; hint: set MCPGW_VAULT_PASSPHRASE_FILE or vault.passphrase_command, or run it on a terminal
    null
    ");
    fs::remove_file(sandbox.home().join("passphrase")).unwrap();
    assert_eq!(with(&["server", "list", "--field", "state"]).stdout, "locked\nenabled\n");
}
