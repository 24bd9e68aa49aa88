//! mcpgw behind mcpgw, each with a store of its own.

use super::child::holds;
use super::compare::assert_bytes;
use super::world::World;

#[test]
fn two_in_a_row_lose_nothing_either_and_keep_their_ids_apart() {
    let inner = World::new();
    let mirror = inner.mirror("a");
    let outer = World::new();
    let [data, config] =
        [".local/share/mcpgw", ".config/mcpgw/config.toml"].map(|path| inner.home().join(path));
    let program = env!("CARGO_BIN_EXE_mcpgw");
    let command =
        [program.into(), "--data-dir".into(), data.into(), "--config".into(), config.into(), "stdio".into()];
    outer.add("inner", &[], &command);
    let direct = outer.mirror("b");
    let mut client = outer.open();

    let said = r#"{"jsonrpc":"2.0","id":@ID@,"result":{"x":1e400,"y":"\ud83d","x":0.10}}"#;
    mirror.says("odd", format!("{said}\n"));
    client.call("\"1\"", "inner__a__say", r#"{"script":"odd"}"#);
    assert_bytes(&client.answer("\"1\""), said.replace("@ID@", "\"1\"").as_bytes());

    // Both ask with the same id, one of them through two.
    let ask = |who: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":1,"method":"sampling/createMessage","params":{{"messages":[],"who":"{who}"}}}}"#
        )
    };
    mirror.says("ask", ask("a") + "\n");
    direct.says("ask", ask("b") + "\n");
    client.call("2", "inner__a__say", r#"{"script":"ask"}"#);
    client.call("3", "b__say", r#"{"script":"ask"}"#);
    for (who, asking) in [("a", &mirror), ("b", &direct)] {
        let request = client.holding(&format!("\"who\":\"{who}\""));
        let id = String::from_utf8_lossy(&request)
            .split("\"id\":")
            .nth(1)
            .unwrap()
            .split(',')
            .next()
            .unwrap()
            .to_owned();
        client.send(format!(r#"{{"jsonrpc":"2.0","id":{id},"result":{{"for":"{who}"}}}}"#));
        let expected = format!(r#"{{"jsonrpc":"2.0","id":1,"result":{{"for":"{who}"}}}}"#);
        assert_bytes(&asking.hears("\"for\""), expected.as_bytes());
    }

    client.call("4", "inner__a__hold", "{}");
    mirror.hears("\"hold\"");
    client.send(r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":4}}"#);
    assert!(holds(&mirror.hears("notifications/cancelled"), "\"requestId\":4"));
}
