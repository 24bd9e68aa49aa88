//! Servers on the official Python SDKs that mcpgw calls at a URL: a client sees what it sees of the same servers on stdio.

use super::bytes::brings_bytes;
use super::client::Client;
use super::listening::{Port, Transport};
use super::programs::Programs;
use super::transcript::{Setting, sees_the_same};
use super::world::{Server, World};

#[test]
fn a_raw_client_sees_of_servers_on_the_python_sdks_what_it_sees_on_stdio() {
    sees_the_same(
        Client::Raw,
        &Setting {
            name: ", servers on the Python SDKs",
            transport: Transport::StreamableHttp,
            servers: with_sessions,
        },
    );
}

#[test]
fn every_revision_brings_bytes_from_servers_on_the_python_sdks_with_sessions_and_without() {
    brings_bytes("bytes from servers on the Python SDKs", with_sessions_and_without);
}

fn with_sessions(_: &World, programs: &Programs) -> Vec<Server> {
    vec![
        server("sdk1", programs.python_sdk1(), "http", "/mcp"),
        // The SDK sends whoever calls this on to the path without the slash.
        server("sdk2", programs.python(), "http", "/mcp/"),
    ]
}

pub(super) fn with_sessions_and_without(world: &World, programs: &Programs) -> Vec<Server> {
    let mut servers = with_sessions(world, programs);
    servers.push(server("sdk1-plain", programs.python_sdk1(), "json", "/mcp/"));
    servers.push(server("sdk2-plain", programs.python(), "json", "/mcp"));
    servers
}

fn server(alias: &'static str, python: String, transport: &str, path: &'static str) -> Server {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/interop/servers/sdk.py").to_owned();
    Server {
        alias,
        command: vec![python, script, alias.to_owned()],
        // Python must not leave what it compiles beside its source.
        environment: vec![("PYTHONDONTWRITEBYTECODE", "1".to_owned())],
        port: Some(Port::new(&[transport], path, "Uvicorn running on")),
    }
}
