//! The transcript test with a server that mcpgw calls at a URL: a client sees what it sees of the same server on stdio.

use super::client::Client;
use super::listening::{Port, Transport, everything_over_sse, everything_over_streamable_http};
use super::programs::Programs;
use super::transcript::{Setting, sees_the_same};
use super::world::{Server, World};

#[test]
fn a_raw_client_sees_over_streamable_http_what_it_sees_on_stdio() {
    sees_the_same(Client::Raw, &STREAMABLE_HTTP);
}

#[test]
fn typescript_sdk_1_sees_over_streamable_http_what_it_sees_on_stdio() {
    sees_the_same(Client::TypeScript1, &STREAMABLE_HTTP);
}

#[test]
fn typescript_sdk_2_sees_over_streamable_http_what_it_sees_on_stdio() {
    sees_the_same(Client::TypeScript2, &STREAMABLE_HTTP);
}

#[test]
fn python_sdk_1_sees_over_streamable_http_what_it_sees_on_stdio() {
    sees_the_same(Client::Python1, &STREAMABLE_HTTP);
}

#[test]
fn python_sdk_2_sees_over_streamable_http_what_it_sees_on_stdio() {
    sees_the_same(Client::Python2, &STREAMABLE_HTTP);
}

#[test]
fn a_raw_client_sees_over_sse_what_it_sees_on_stdio() {
    sees_the_same(Client::Raw, &SSE);
}

#[test]
fn a_raw_client_sees_over_sse_that_is_found_out_what_it_sees_on_stdio() {
    sees_the_same(Client::Raw, &SSE_FOUND_OUT);
}

const STREAMABLE_HTTP: Setting =
    Setting { name: " over Streamable HTTP", transport: Transport::StreamableHttp, servers: streamable_http };

const SSE: Setting = Setting { name: " over SSE", transport: Transport::Sse, servers: sse };

const SSE_FOUND_OUT: Setting =
    Setting { name: " over SSE, found out", transport: Transport::Sse, servers: sse_found_out };

fn streamable_http(world: &World, programs: &Programs) -> Vec<Server> {
    with_everything_at(world, programs, everything_over_streamable_http())
}

fn sse(world: &World, programs: &Programs) -> Vec<Server> {
    with_everything_at(world, programs, everything_over_sse().called_with(&["--transport", "sse"]))
}

fn sse_found_out(world: &World, programs: &Programs) -> Vec<Server> {
    with_everything_at(world, programs, everything_over_sse())
}

/// server-everything, which is called there, and two others, which are started.
fn with_everything_at(world: &World, programs: &Programs, port: Port) -> Vec<Server> {
    let mut servers = world.servers(programs);
    servers.truncate(3);
    servers[0].port = Some(port);
    servers
}
