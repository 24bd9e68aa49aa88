//! A home with one remote server, and a client in front of it.

use super::server::Remote;
use crate::support::{Client, Sandbox};

/// A sandbox whose only server is `remote`, called `r` and without a prefix, and not tried when it was added.
pub(super) fn sandbox(remote: &Remote, flags: &[&str]) -> Sandbox {
    let sandbox = Sandbox::new();
    let url = remote.url();
    let args = ["server", "add", "r", "--no-check", "--no-prefix", "--url", &url];
    sandbox.run(&[&args[..], flags].concat()).success();
    sandbox
}

/// A session in `sandbox`, whose client can do this, that has seen the tool `t`.
pub(super) fn session(sandbox: &Sandbox, capabilities: &str) -> Client {
    let mut client = Client::open_with(&mut sandbox.command(["stdio"]), capabilities);
    client.wait_for_tool("\"t\"");
    client
}

/// A session in front of `remote` alone.
pub(super) fn client(remote: &Remote) -> (Sandbox, Client) {
    let sandbox = sandbox(remote, &[]);
    let client = session(&sandbox, "{}");
    (sandbox, client)
}
