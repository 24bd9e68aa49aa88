//! What the client asks.

use serde_json::Value;

use super::super::client::Client;
use super::Cells;
use super::stage::{ITEMS, Stage};
use super::table::{Row, servers};

/// A server that there never was.
const NONE: &str = "nosuch";

/// Makes the most of each server that is there: links are handed out, resources subscribed to, and a call is under way.
pub(super) fn use_all(stage: &Stage, client: &mut Client) {
    for server in servers() {
        client.say("\"links\"", &server, "links");
        let there = !client.answer("\"links\"").windows(7).any(|part| part == b"\"error\"");
        if !there {
            continue;
        }
        for item in ITEMS {
            client.ask("\"sub\"", "resources/subscribe", &format!(r#"{{"uri":"res://{server}/{item}"}}"#));
        }
        client.call(&under_way(&server), &format!("{server}__hold"), "{}");
        stage.mirror(&server).hears(&format!("\"id\":{}", under_way(&server)));
    }
}

/// The id of the call that is under way at a server.
pub(super) fn under_way(server: &str) -> String {
    format!("\"with {server}\"")
}

/// What the client is given in each way.
pub(super) fn of_row(client: &mut Client, row: &Row) -> Cells {
    let Row { server, item } = row;
    let uri = format!("res://{server}/{item}");
    let (head, tail) = item.split_at(1);
    let spelled = format!("res://{server}/%{:02X}{tail}", head.as_bytes()[0]);
    let wrapped = |uri: &str| format!("mcpgw://{server}/{}", uri.replace(':', "%3A").replace('/', "%2F"));
    let template = format!("{server}-{item}://{{x}}");
    let link = if row.is_server() { format!("link://{server}/plain") } else { uri.clone() };
    let read = |uri: &str| ("resources/read", format!(r#"{{"uri":"{uri}"}}"#));
    let subscribe = |uri: &str| ("resources/subscribe", format!(r#"{{"uri":"{uri}"}}"#));
    let named = format!(r#""name":"{server}__{item}""#);
    let complete = |reference: &str| {
        let params = format!(r#"{{"ref":{{{reference}}},"argument":{{"name":"x","value":""}}}}"#);
        ("completion/complete", params)
    };
    let ref_to = |uri: &str| complete(&format!(r#""type":"ref/resource","uri":"{uri}""#));
    let columns = [
        ("call", vec![("tools/call", format!("{{{named}}}"))]),
        ("get", vec![("prompts/get", format!("{{{named}}}"))]),
        (
            "read",
            vec![
                read(&uri),
                read(&spelled),
                read(&wrapped(&uri)),
                read(&template.replace("{x}", "7")),
                read(&link),
            ],
        ),
        (
            "complete",
            vec![
                complete(&format!(r#""type":"ref/prompt",{named}"#)),
                ref_to(&template),
                ref_to(&wrapped(&template)),
            ],
        ),
        ("subscribe", vec![subscribe(&uri), subscribe(&wrapped(&uri))]),
    ];
    let mut cells: Cells = columns
        .into_iter()
        .map(|(column, ways)| {
            let marks = ways.into_iter().map(|(method, params)| mark(client, server, method, &params));
            (column, marks.collect())
        })
        .collect();
    cells.insert("list", listed(client, &[&format!("{server}__{item}"), &uri, &template]));
    if cells["read"] == "-----" {
        let astray = astray(client, row);
        assert_eq!(astray, [""; 0], "{row}: what is refused is had in another spelling");
    }
    cells
}

/// What is had of something by spelling it as a careless server would take it, too.
fn astray(client: &mut Client, row: &Row) -> Vec<String> {
    let Row { server, item } = row;
    let doubly = item.bytes().map(|byte| format!("%25{byte:02x}")).collect::<Vec<_>>().concat();
    let spellings = [
        format!("RES://{server}/{item}"),
        format!("res://{}/{item}", server.to_uppercase()),
        format!("res://{server}/./{item}"),
        format!("res://{server}/x/../{item}"),
        format!("res://{server}//{item}"),
        format!("res://{server}/{item}#x"),
        format!("res://{server}/{item}%00"),
        format!("res://{server}/{doubly}"),
        format!("mcpgw://{server}/res%3A%2F%2F{server}%2F.%2F{item}"),
        format!("mcpgw://{server}/res%3A%2F%2F{server}%2F{doubly}"),
        format!("mcpgw://{server}/mcpgw%3A%2F%2F{server}%2Fres%253A%252F%252F{server}%252F{item}"),
    ];
    let methods = ["resources/read", "resources/subscribe", "resources/unsubscribe"];
    let all = spellings.iter().flat_map(|uri| methods.map(|method| (method, uri)));
    let had =
        all.filter(|(method, uri)| mark(client, server, method, &format!(r#"{{"uri":"{uri}"}}"#)) != '-');
    had.map(|(method, uri)| format!("{method} {uri}")).collect()
}

/// Whether a request is answered; otherwise it must be refused as it is when there is no such server.
fn mark(client: &mut Client, server: &str, method: &str, params: &str) -> char {
    let answer = client.ask("1", method, params);
    if answer.contains("\"result\":") {
        return 'y';
    }
    let names = [(server.to_owned(), NONE.to_owned()), (server.to_uppercase(), NONE.to_uppercase())];
    let of_none =
        |text: &str| names.iter().fold(text.to_owned(), |text, (own, none)| text.replace(own, none));
    let nothing = client.ask("1", method, &of_none(params));
    if of_none(&answer) == nothing { '-' } else { panic!("{method} {params}: {answer} but {nothing}") }
}

/// Whether this name of a tool and a prompt, this URI and this template are in the lists.
fn listed(client: &mut Client, [name, uri, template]: &[&str; 3]) -> String {
    let lists = [
        ("tools/list", "tools", "name", name),
        ("prompts/list", "prompts", "name", name),
        ("resources/list", "resources", "uri", uri),
        ("resources/templates/list", "resourceTemplates", "uriTemplate", template),
    ];
    let mark = |(method, member, key, text): (&str, &str, &str, &&str)| {
        let answer: Value = serde_json::from_str(&client.ask("\"list\"", method, "{}")).unwrap();
        let items = answer["result"][member].as_array().unwrap();
        if items.iter().any(|item| item[key] == **text) { 'y' } else { '-' }
    };
    lists.into_iter().map(mark).collect()
}
