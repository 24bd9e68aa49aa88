//! Every revision that is known here, on both sides: all tools appear and work.

use super::compare::assert_bytes;
use super::world::World;

const REVISIONS: [&str; 4] = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

#[test]
fn clients_of_every_revision_see_and_call_the_tools_of_servers_of_every_revision() {
    let world = World::new();
    let mirrors: Vec<_> = REVISIONS
        .iter()
        .map(|revision| {
            let mirror = world.mirror(&format!("s{revision}"));
            mirror.says("r", format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{\"of\":\"{revision}\"}}}}\n"));
            mirror.replies(
                "initialize",
                format!("{{\"jsonrpc\":\"2.0\",\"id\":@ID@,\"result\":{{\"protocolVersion\":\"{revision}\",\"capabilities\":{{\"tools\":{{}}}},\"serverInfo\":{{\"name\":\"m\",\"version\":\"1\"}}}}}}\n"),
            );
            mirror
        })
        .collect();
    for client_revision in REVISIONS {
        let mut client = world.start();
        let hello = String::from_utf8(client.open_as(client_revision, "{}")).unwrap();
        assert!(hello.contains(&format!("\"protocolVersion\":\"{client_revision}\"")), "{hello}");
        let list = client.ask("1", "tools/list", "{}");
        for server_revision in REVISIONS {
            let name = format!("s{server_revision}");
            assert!(list.contains(&format!("\"{name}__say\"")), "{client_revision}: {list}");
            client.say("2", &name, "r");
            let expected = format!(r#"{{"jsonrpc":"2.0","id":2,"result":{{"of":"{server_revision}"}}}}"#);
            assert_bytes(&client.answer("2"), expected.as_bytes());
        }
    }
    // Each is offered what the client asked for, and chose its own.
    for mirror in mirrors {
        for revision in REVISIONS {
            assert_eq!(mirror.count(&format!("\"protocolVersion\":\"{revision}\"")), 1);
        }
    }
}
