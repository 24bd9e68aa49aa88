//! Everything that mcpgw changes on purpose, taken back; what still differs after this is a fault.
//!
//! With several servers behind it, mcpgw may show a client the following, and nothing else, otherwise than the server does:
//!
//! 1. Names of tools and prompts are `<alias>__<name>`, shortened when they are long. (`items` finds each one in the merged
//!    lists, and `calls` calls it by that name; no result is touched.)
//! 2. What a person will read begins with `[<alias>] `: the message of an elicitation, and those inside error -32042.
//! 3. The id of a server's task is `<alias>:<id>`, in every member `taskId`.
//! 4. A request that names what no server has is refused by mcpgw itself, in its own words; the code says why it was
//!    refused as MCP has it for that revision. (Servers choose other codes, or a result with `isError`; those used here take
//!    any cursor, and subscriptions to anything.)
//! 5. A page of a list is merged from all of them, so `_meta` beside the items is no server's; items keep theirs.
//! 6. The answer to `initialize` is merged from all of them: see `opening`.
//!
//! Two sessions with the same server differ too: each time a task gets another id and another time.
//!
//! A server that is reached over HTTP says some things otherwise than the same one does on stdio, whoever calls it:
//!
//! * server-everything names the session in what it logs and in some results; on stdio it has no id for one;
//! * over Streamable HTTP, what belongs to no request has a stream of its own, so it comes before or after an answer.

use std::sync::LazyLock;

use regex::{Captures, Regex};
use serde_json::Value;

use super::listening::Transport;
use super::mask::Mask;
use super::recording::Frame;

/// Where server-everything names its session.
static SESSION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?P<of>from|for) session [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").expect("a pattern")
});

/// Where a session ran.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Way {
    Direct,
    Through,
}

/// What the frames of one server say, whichever way they came.
pub(super) struct Normal {
    way: Way,
    alias: &'static str,
    /// How the server is reached through mcpgw; directly it always is on stdio.
    transport: Transport,
    /// The ids of its tasks, in the order in which they were met.
    tasks: Vec<String>,
}

impl Normal {
    pub(super) fn new(way: Way, alias: &'static str, transport: Transport) -> Self {
        Self { way, alias, transport, tasks: Vec::new() }
    }

    /// The params of a request to the client.
    pub(super) fn request(&mut self, method: &str, params: &Value, mask: Mask) -> String {
        let mut params = params.clone();
        if method == "elicitation/create" {
            self.unlabel(&mut params["message"]);
        }
        self.value(&params, mask)
    }

    /// An answer to a request; `refused` is what the request named that doesn't exist.
    pub(super) fn answer(&mut self, frame: &Frame, refused: Option<&str>, mask: Mask) -> String {
        if let Some(refused) = refused {
            return self.refusal(frame, refused);
        }
        let mut error = frame.error.clone().unwrap_or_default();
        if error["code"] == -32042 {
            for elicitation in error["data"]["elicitations"].as_array_mut().into_iter().flatten() {
                self.unlabel(&mut elicitation["message"]);
            }
        }
        let mut result = frame.result.clone().unwrap_or_default();
        if let Some(page) = result.as_object_mut().filter(|page| page.contains_key("tasks")) {
            page.shift_remove("_meta");
        }
        format!("result {}, error {}", self.value(&result, mask), self.value(&error, mask))
    }

    /// Any part of a message that holds no label.
    pub(super) fn value(&mut self, value: &Value, mask: Mask) -> String {
        // mcpgw tells its servers whose they are; one at a port is told that.
        let added: &[&str] = match self.transport {
            Transport::Stdio => &["MCPGW_PARENT"],
            Transport::StreamableHttp | Transport::Sse => &["MCPGW_PARENT", "PORT"],
        };
        let mut value = mask.apply(value, added);
        self.rename_tasks(&mut value);
        match self.transport {
            Transport::Stdio => value.to_string(),
            Transport::StreamableHttp | Transport::Sse => {
                let on_stdio =
                    |named: &Captures<'_>| if &named["of"] == "for" { "for session undefined" } else { "" };
                SESSION.replace_all(&value.to_string(), on_stdio).into_owned()
            }
        }
    }

    /// Whether what belongs to no request comes before or after the answer to one.
    pub(super) fn hears_beside_answers(&self) -> bool {
        self.transport == Transport::StreamableHttp
    }

    fn refusal(&self, frame: &Frame, refused: &str) -> String {
        if self.way == Way::Direct {
            return format!("refused: {refused}");
        }
        let code = match refused {
            "name" | "task" | "cursor" | "level" => -32602,
            "resource" => -32002,
            "method" => -32601,
            other => panic!("nothing is refused as {other}"),
        };
        match &frame.error {
            Some(error) if error["code"] == code => format!("refused: {refused}"),
            error => format!("not refused as {refused}: {:?} {error:?}", frame.result),
        }
    }

    /// Takes the server's label off; a text without one is marked, so that it differs.
    fn unlabel(&self, message: &mut Value) {
        if self.way == Way::Direct {
            return;
        }
        let labelled = message.as_str().unwrap_or_default();
        let own = labelled.strip_prefix(&format!("[{}] ", self.alias));
        *message = own.map_or_else(|| Value::from(format!("<without a label> {labelled}")), Value::from);
    }

    fn rename_tasks(&mut self, value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.rename_tasks(item)),
            Value::Object(members) => {
                for (key, member) in members {
                    match (key.as_str(), &*member) {
                        ("taskId", Value::String(id)) => *member = Value::from(self.task(id)),
                        ("createdAt" | "lastUpdatedAt", Value::String(_)) => *member = Value::from("<time>"),
                        _ => self.rename_tasks(member),
                    }
                }
            }
            // A server may name a task in what it says, too; mcpgw leaves that alone.
            Value::String(text) => {
                for (at, id) in self.tasks.iter().enumerate() {
                    if text.contains(id.as_str()) {
                        *text = text.replace(id.as_str(), &format!("<task {at}>"));
                    }
                }
            }
            _ => {}
        }
    }

    /// Which task of the server's an id stands for; any other id, such as of a task that the client keeps, stays.
    fn task(&mut self, id: &str) -> String {
        let own = match self.way {
            Way::Direct => Some(id),
            Way::Through => id.strip_prefix(&format!("{}:", self.alias)),
        };
        let Some(own) = own.filter(|own| is_made_by_the_server(own)) else { return id.to_owned() };
        let known = self.tasks.iter().position(|task| task == own);
        let at = known.unwrap_or_else(|| {
            self.tasks.push(own.to_owned());
            self.tasks.len() - 1
        });
        format!("<task {at}>")
    }
}

/// The SDK that the servers stand on makes ids of 32 hex digits; the clients here don't.
fn is_made_by_the_server(id: &str) -> bool {
    id.len() == 32 && id.chars().all(|digit| digit.is_ascii_hexdigit())
}

#[test]
fn only_what_mcpgw_changes_on_purpose_is_taken_back() {
    let id = "0190163d8694739baea5966c26f8ad91";
    let task = |way, id: &str| {
        let value = serde_json::json!({ "taskId": id, "createdAt": "now" });
        Normal::new(way, "one", Transport::Stdio).value(&value, Mask::Exact)
    };
    let direct = task(Way::Direct, id);
    assert_eq!(direct, task(Way::Through, &format!("one:{id}")));
    assert_ne!(direct, task(Way::Through, id));
    assert_ne!(direct, task(Way::Through, &format!("other:{id}")));
    assert_eq!(task(Way::Direct, "mine"), task(Way::Through, "mine"));

    let asked = |way, message: &str| {
        let params = serde_json::json!({ "message": message });
        Normal::new(way, "one", Transport::Stdio).request("elicitation/create", &params, Mask::Exact)
    };
    assert_eq!(asked(Way::Direct, "Who?"), asked(Way::Through, "[one] Who?"));
    assert_ne!(asked(Way::Direct, "Who?"), asked(Way::Through, "Who?"));
    assert_ne!(asked(Way::Direct, "Who?"), asked(Way::Through, "[other] Who?"));
}
