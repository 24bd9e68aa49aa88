//! What servers say of their own accord.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::super::child::{Mirror, is_alive};
use super::super::client::Client;
use super::super::live::ends;
use super::Cells;
use super::requests::under_way;
use super::stage::{ITEMS, Stage};
use super::table::Row;

const LISTS: [&str; 3] = ["tools", "prompts", "resources"];
const ASKED: [&str; 3] = ["sampling/createMessage", "elicitation/create", "roots/list"];

/// Has every server with a call under way say all there is to say, and notes what the client hears of it.
pub(super) fn of_rows(stage: &Stage, client: &mut Client, rows: &[(Row, Cells)], found: &mut [Cells]) {
    client.rest();
    let mut order: Vec<_> = (0..rows.len()).filter(|&row| rows[row].0.is_server()).collect();
    // Those that must not be heard come first: what they set off would show with the others.
    order.sort_by_key(|&row| rows[row].1["asked"].contains('y'));
    for row in order {
        let server = &rows[row].0.server;
        let heard = of_server(stage.mirror(server), client, server, &rows[row].1);
        for ((of, _), found) in rows.iter().zip(&mut *found).filter(|((of, _), _)| of.server == *server) {
            let marks = |words: &[String]| -> String {
                words.iter().map(|word| if heard.contains(word) { 'y' } else { '-' }).collect()
            };
            let only_servers = |marks: String| if of.is_server() { marks } else { "...".to_owned() };
            found.insert("updated", marks(&[format!("res://{server}/{}", of.item)]));
            found.insert("changed", only_servers(marks(&LISTS.map(changed))));
            found.insert("asked", only_servers(marks(&ASKED.map(ToOwned::to_owned))));
        }
    }
}

fn changed(list: &str) -> String {
    format!("notifications/{list}/list_changed")
}

/// What the client hears of what a server says: methods, and URIs of what is updated.
fn of_server(mirror: &Mirror, client: &mut Client, server: &str, expected: &Cells) -> BTreeSet<String> {
    // That of the session which began last.
    let process = mirror.processes().into_iter().rfind(|&process| is_alive(process));
    let Some(process) = process else { return BTreeSet::new() };
    let before = mirror.count("\"tools/list\"");
    mirror.speaks(process, &words(server, process));
    mirror.hears(&format!("\"id\":\"said by {process}\""));
    let mut lines = Vec::new();
    for (list, mark) in LISTS.iter().zip(expected["changed"].chars()) {
        if mark == 'y' {
            lines.push(client.holding(&changed(list)));
        }
    }
    lines.extend(client.rest_of_lines());
    let mut heard = BTreeSet::new();
    for line in lines {
        let said: serde_json::Value = serde_json::from_slice(&line).unwrap();
        let what = said["params"]["uri"].as_str().or(said["method"].as_str());
        if let (true, Some(method)) = (said.get("id").is_some(), what) {
            client.send(format!(r#"{{"jsonrpc":"2.0","id":{},"result":{{"of":"{method}"}}}}"#, said["id"]));
            if expected["asked"].contains('y') {
                mirror.hears(&format!(r#""result":{{"of":"{method}"}}"#));
            }
        }
        heard.extend(what.map(ToOwned::to_owned));
    }
    for method in ASKED.iter().filter(|method| !heard.contains(**method)) {
        let refused = mirror.hears(&format!("\"id\":\"{method}\""));
        assert!(String::from_utf8_lossy(&refused).contains("\"error\""), "{server}: {refused:?}");
    }
    if !expected["asked"].contains('y') {
        assert_eq!(mirror.count("\"tools/list\""), before, "{server} is asked for its lists again");
        let id = under_way(server);
        mirror.speaks(process, &format!("{{\"id\":{id},\"result\":{{\"content\":[]}}}}\n"));
        client.answer(&id);
        ends(process);
    }
    heard
}

/// All that a server can say, and at last a request that mcpgw answers itself.
fn words(server: &str, process: u32) -> String {
    let mut words = String::new();
    let mut say = |line: String| {
        let _ = writeln!(words, "{line}");
    };
    for item in ITEMS {
        say(format!(
            r#"{{"jsonrpc":"2.0","method":"notifications/resources/updated","params":{{"uri":"res://{server}/{item}"}}}}"#
        ));
    }
    for list in LISTS {
        say(format!(r#"{{"jsonrpc":"2.0","method":"{}"}}"#, changed(list)));
    }
    say(r#"{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"error","data":"secret"}}"#
        .to_owned());
    for method in ASKED {
        say(format!(r#"{{"jsonrpc":"2.0","id":"{method}","method":"{method}","params":{{}}}}"#));
    }
    say(format!(r#"{{"jsonrpc":"2.0","id":"said by {process}","method":"ping"}}"#));
    words
}
