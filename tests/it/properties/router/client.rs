//! The client of a simulated session: what it asked, what it was told, and whether it may have been.

use std::collections::HashMap;

use serde_json::Value;

/// A request of the client.
#[derive(Debug, Default)]
pub(super) struct Request {
    /// The server that it is for; `None` for what mcpgw answers itself.
    pub(super) server: Option<usize>,
    /// Whether it carries its id as a progress token.
    pub(super) progress: bool,
    pub(super) cancelled: bool,
    /// Whether a server got it.
    pub(super) delivered: bool,
}

/// The client.
#[derive(Debug, Default)]
pub(super) struct Client {
    last_id: i64,
    /// Its requests without an answer.
    pub(super) open: HashMap<i64, Request>,
    /// Requests of servers without an answer: the id it sees, the server, the server's own id.
    pub(super) asked: Vec<(String, usize, i64)>,
}

impl Client {
    /// Makes a request, and returns its id.
    pub(super) fn request(&mut self, server: Option<usize>, progress: bool) -> i64 {
        self.last_id += 1;
        self.open.insert(self.last_id, Request { server, progress, ..Request::default() });
        self.last_id
    }

    /// An open request, chosen by number.
    pub(super) fn choose(&self, number: usize) -> Option<i64> {
        let mut ids: Vec<_> = self.open.keys().copied().collect();
        ids.sort_unstable();
        (!ids.is_empty()).then(|| ids[number % ids.len()])
    }

    /// Takes a frame; `from` is the server whose own frame it is, `None` for mcpgw's.
    pub(super) fn takes(&mut self, from: Option<usize>, frame: &Value) {
        match (frame["method"].as_str(), &frame["id"]) {
            (Some("notifications/progress"), _) => {
                let token = frame["params"]["progressToken"].as_i64().expect("a token of the client");
                let request = self.open.get(&token).expect("progress of a request that is under way");
                assert!(request.progress && request.server == from, "progress of another's request: {frame}");
            }
            (Some("notifications/cancelled"), _) => {
                let id = frame["params"]["requestId"].as_str().expect("an id of mcpgw's");
                let place = self.asked.iter().position(|(asked, ..)| asked == id);
                let (_, server, _) = self.asked.remove(place.expect("a request that is open at the client"));
                assert!(from.is_none_or(|from| from == server), "{frame}");
            }
            (Some(method), Value::Null) => assert!(method.ends_with("list_changed"), "{frame}"),
            (Some(_), id) => {
                let id = id.as_str().expect("an id of mcpgw's").to_owned();
                assert!(self.asked.iter().all(|(asked, ..)| *asked != id), "{id} is in use");
                let own = frame["params"]["own"].as_i64().expect("the server's id");
                self.asked.push((id, from.expect("a server"), own));
            }
            (None, id) => {
                let id = id.as_i64().unwrap_or_else(|| panic!("an answer to no request: {frame}"));
                let request = self.open.remove(&id).unwrap_or_else(|| panic!("a second answer: {frame}"));
                if let Some(from) = from {
                    assert_eq!(request.server, Some(from), "{frame}");
                }
                if let Some(said_by) = frame["result"]["from"].as_u64() {
                    assert_eq!(request.server, usize::try_from(said_by).ok(), "{frame}");
                }
            }
        }
    }
}
