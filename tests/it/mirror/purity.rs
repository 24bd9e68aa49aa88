//! Whatever happens and whatever is logged: stdout holds protocol frames and nothing else.

use std::process::Stdio;

use serde_json::Value;

use super::client::Client;
use super::world::World;

/// Directives of `MCPGW_LOG`, one of which is none.
const LEVELS: [&str; 7] = ["off", "error", "warn", "mcpgw=info", "mcpgw=debug", "trace", "][nonsense"];

/// A home in which nothing goes well but one server.
fn world() -> World {
    let world = World::with_settings("initialize_hold = \"100ms\"\nlist_hold = \"100ms\"\n");
    world.add("missing", &[], &["/nowhere/no-such-program".into()]);
    world.add("talking", &[], &["echo".into(), "usage: talking [OPTIONS]".into()]);
    world.mirror("crashing").file("crash", "no licence found");
    world.mirror("ancient").replies(
        "initialize",
        "{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{\"protocolVersion\":\"1999-01-01\",\"capabilities\":{}}}\n",
    );
    let noisy = world.mirror("noisy");
    noisy.file("start", "Welcome!\n\x1b[2J\n{\"half\":\n[]\n\"text\"\n17\n");
    noisy.says("r", "DEBUG\n{}\n\n{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{}}\n");
    world
}

#[test]
fn at_every_level_and_in_every_failure_stdout_holds_frames_alone() {
    let world = world();
    for level in LEVELS {
        let mut client = Client::on_pipes(world.command().env("MCPGW_LOG", level).stderr(Stdio::null()));
        client.open("{}");
        client.ask("\"list\"", "tools/list", "{}");
        client.say("1", "noisy", "r");
        client.call("2", "noisy__hold", "{}");
        client.call("3", "noisy__die", "{}");
        client.answer("2");
        client.call("4", "crashing__anything", "{}");
        client.send("no frame");
        client.send("[]");
        client.send("{\"id\":1}");
        client.call("5", "noisy__mute", "{}");
        client.answer("5");
        client.close();
        assert!(client.end().success());
        // The answers that were waited for are frames by that.
        let seen = client.last_lines();
        for line in &seen {
            let frame: Value = serde_json::from_slice(line)
                .unwrap_or_else(|error| panic!("{level}: {error}: {}", line.escape_ascii()));
            assert_eq!(frame["jsonrpc"], "2.0", "{level}: {frame}");
        }
        assert!(seen.len() >= 4, "{level}: {} lines", seen.len());
    }
}
