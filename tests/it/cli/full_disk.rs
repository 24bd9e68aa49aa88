//! A disk that is full, or can't be written, in a mount namespace of the test's own.

use std::process::Command;

use crate::support::{Run, Sandbox, ScriptedServer};

/// What the scripts have in common: `m` is mcpgw, `session` starts one, `call` calls its server.
const PRELUDE: &str = r#"
data=$HOME/.local/share/mcpgw
mkdir -p -m 700 $data
m() { "$MCPGW" "$@" 2>&1; echo "exit $?"; }
ask() {
  echo "{\"jsonrpc\":\"2.0\",\"id\":$1,\"method\":\"$2\",\"params\":$3}" >&${S[1]}
  while read -r -t 30 line <&${S[0]}; do
    [[ $line == '{"jsonrpc":'* ]] || echo "on stdout: $line"
    [[ $line == *"\"id\":$1,"* ]] && return
  done
  line="no answer to $2"
}
session() {
  coproc S { exec "$MCPGW" stdio 2>/dev/null; }
  ask 1 initialize '{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}'
  echo '{"jsonrpc":"2.0","method":"notifications/initialized"}' >&${S[1]}
}
calls=1
call() {
  calls=$((calls + 1)); ask $calls tools/call '{"name":"s__t","arguments":{}}'
  [[ $line == *'"content"'* ]] && echo "the call is answered" || echo "the call: $line"
}
end() { local pid=$S_PID; eval "exec ${S[1]}>&-"; wait $pid; echo "the session: exit $?"; }
"#;

fn in_namespace(script: &str) -> Run {
    let sandbox = Sandbox::new();
    ScriptedServer::new(r#"{"tools":{}}"#)
        .answers("tools/list", r#"{"tools":[{"name":"t","inputSchema":{"type":"object"}}]}"#)
        .answers("tools/call", r#"{"content":[]}"#)
        .install(&sandbox, "s");
    sandbox.write("script", &format!("{PRELUDE}\n{script}"));
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "bash", "script"]).env_clear().current_dir(sandbox.home());
    command.env("HOME", sandbox.home()).env("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
    command.env("MCPGW", env!("CARGO_BIN_EXE_mcpgw")).env("MCPGW_KEYRING", "file");
    sandbox.finish(&mut command)
}

#[test]
fn a_full_disk_fails_changes_and_nothing_else() {
    insta::assert_snapshot!(in_namespace(
        "mount -t tmpfs -o size=2m,mode=700 tmpfs $data
         m server add s --no-check -- ./s
         session; call
         dd if=/dev/zero of=$data/filler bs=4k 2>/dev/null
         m server add t --no-check -- true
         m server list --field name
         call
         rm $data/filler
         m server add t --no-check -- true
         call; end
         m server list --field name"
    ), @r"
    exit 0
    -- stdout
    added s
    exit 0
    the call is answered
    error: the disk that the store is on is full
      hint: free some space, and try again; what was there is unharmed
    exit 1
    s
    exit 0
    the call is answered
    added t
    exit 0
    the call is answered
    the session: exit 0
    s
    t
    exit 0
    ");
}

#[test]
fn a_directory_that_can_not_be_written_is_told() {
    insta::assert_snapshot!(in_namespace(
        "m server add s --no-check -- ./s
         session; call
         mount --bind $data $data; mount -o remount,bind,ro $data
         m server add t --no-check -- true
         m server list --field name
         m stdio </dev/null
         call; end
         umount $data
         m server list --field name"
    ), @r"
    exit 0
    -- stdout
    added s
    exit 0
    the call is answered
    error: the store can't be written: attempt to write a readonly database
      hint: make it and its directory writable for you, or use another --data-dir
    exit 1
    s
    exit 0
    exit 0
    the call is answered
    the session: exit 0
    s
    exit 0
    ");
}

#[test]
fn a_fresh_store_on_a_full_disk_or_where_nothing_can_be_written_is_told() {
    insta::assert_snapshot!(in_namespace(
        "mount -t tmpfs -o size=16k,mode=700 tmpfs $data
         dd if=/dev/zero of=$data/filler bs=4k 2>/dev/null
         m server list
         mount -o remount,ro $data
         m server list
         m stdio </dev/null"
    ), @r"
    exit 0
    -- stdout
    error: the disk that the store is on is full
      hint: free some space, and try again; what was there is unharmed
    exit 1
    error: ~/.local/share/mcpgw/mcpgw.lock: Read-only file system (os error 30)
      hint: make it and its directory writable for you, or use another --data-dir
    exit 1
    error: ~/.local/share/mcpgw/mcpgw.lock: Read-only file system (os error 30)
      hint: make it and its directory writable for you, or use another --data-dir
    exit 1
    ");
}

#[test]
fn a_store_that_nobody_has_open_says_that_the_disk_is_full() {
    insta::assert_snapshot!(in_namespace(
        "mount -t tmpfs -o size=2m,mode=700 tmpfs $data
         m server add s --no-check -- ./s
         dd if=/dev/zero of=$data/filler bs=1k 2>/dev/null
         m server list
         rm $data/filler
         m server list --field name"
    ), @r"
    exit 0
    -- stdout
    added s
    exit 0
    error: the disk that the store is on is full
      hint: free some space, and try again; what was there is unharmed
    exit 1
    s
    exit 0
    ");
}
