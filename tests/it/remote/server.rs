//! A server that is called over HTTP, and answers as each test has it: well, badly, or not at all.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(30);

/// One request, as it came.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) verb: String,
    pub(super) path: String,
    /// By their names in lower case.
    pub(super) headers: BTreeMap<String, String>,
    pub(super) body: String,
}

impl Asked {
    /// The method of the JSON-RPC message in it, or nothing.
    pub(super) fn method(&self) -> String {
        self.message()["method"].as_str().unwrap_or_default().to_owned()
    }

    pub(super) fn message(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }

    /// The raw id of the JSON-RPC request in it.
    pub(super) fn id(&self) -> String {
        self.message()["id"].to_string()
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }
}

/// Where the answer to one request goes.
pub(super) struct Reply(TcpStream);

impl Reply {
    /// A whole answer; `headers` are lines.
    pub(super) fn whole(mut self, status: &str, headers: &str, body: &str) {
        let length = body.len();
        let _ = write!(self.0, "HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\n\r\n{body}");
    }

    pub(super) fn json(self, body: &str) {
        self.whole("200 OK", "content-type: application/json\r\n", body);
    }

    /// The result of the request `asked`, as raw JSON.
    pub(super) fn result(self, asked: &Asked, result: &str) {
        self.json(&format!("{{\"jsonrpc\":\"2.0\",\"id\":{},\"result\":{result}}}", asked.id()));
    }

    pub(super) fn accepted(self) {
        self.whole("202 Accepted", "", "");
    }

    /// The beginning of a stream of events.
    pub(super) fn stream(mut self, headers: &str) -> Stream {
        let _ = write!(
            self.0,
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n{headers}transfer-encoding: chunked\r\n\r\n"
        );
        Stream(self.0)
    }

    /// Ends the connection instead.
    pub(super) fn hang_up(self) {
        let _ = self.0.shutdown(std::net::Shutdown::Both);
    }
}

/// A stream of events. One that is dropped goes on without its end; so does its connection.
pub(super) struct Stream(TcpStream);

impl Stream {
    /// An event that holds one message.
    pub(super) fn message(&mut self, message: &str) {
        self.raw(&format!("data: {message}\n\n"));
    }

    pub(super) fn raw(&mut self, text: &str) {
        let _ = write!(self.0, "{:x}\r\n{text}\r\n", text.len());
    }

    /// Ends it in good order.
    pub(super) fn end(mut self) {
        let _ = self.0.write_all(b"0\r\n\r\n");
    }

    /// Ends the connection in the middle of it.
    pub(super) fn cut(self) {
        let _ = self.0.shutdown(std::net::Shutdown::Both);
    }

    /// Holds it open until nobody reads any more.
    pub(super) fn hold(mut self) {
        let _ = self.0.read(&mut [0]);
    }
}

/// What a test does with a request; a reply that it gives back is made as a plain server makes it.
type Handler = dyn Fn(&Asked, Reply) -> Option<Reply> + Send + Sync;

/// A running server. Its threads end with the test's process.
pub(super) struct Remote {
    port: u16,
    seen: Arc<Seen>,
}

#[derive(Default)]
struct Seen {
    all: Mutex<Vec<Asked>>,
    more: Condvar,
}

impl Remote {
    /// Starts it. What `handler` leaves alone is answered by a server with one tool, `t`, which has no sessions and says nothing by
    /// itself.
    pub(super) fn start(handler: impl Fn(&Asked, Reply) -> Option<Reply> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let (port, seen) = (listener.local_addr().expect("its address").port(), Arc::<Seen>::default());
        let (handler, shared): (Arc<Handler>, _) = (Arc::new(handler), Arc::clone(&seen));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (handler, seen) = (Arc::clone(&handler), Arc::clone(&shared));
                thread::spawn(move || serve(&stream, &*handler, &seen));
            }
        });
        Self { port, seen }
    }

    /// One that is as plain as it can be.
    pub(super) fn plain() -> Self {
        Self::start(|_, reply| Some(reply))
    }

    pub(super) fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub(super) fn url(&self) -> String {
        format!("{}/mcp", self.origin())
    }

    /// All requests so far.
    pub(super) fn seen(&self) -> Vec<Asked> {
        self.seen.all.lock().expect("a lock").clone()
    }

    /// The requests so far whose JSON-RPC method is `method`.
    pub(super) fn asked(&self, method: &str) -> Vec<Asked> {
        self.seen().into_iter().filter(|asked| asked.method() == method).collect()
    }

    /// Waits until there was a request like this.
    #[track_caller]
    pub(super) fn wait_for(&self, what: &str, like: impl Fn(&Asked) -> bool) -> Asked {
        let all = self.wait_until(what, |all| all.iter().any(&like));
        all.into_iter().find(|asked| like(asked)).expect("what was waited for")
    }

    /// Waits until the requests so far are `enough`.
    #[track_caller]
    pub(super) fn wait_until(&self, what: &str, enough: impl Fn(&[Asked]) -> bool) -> Vec<Asked> {
        let all = self.seen.all.lock().expect("a lock");
        let waited = self.seen.more.wait_timeout_while(all, PATIENCE, |all| !enough(all));
        let all = waited.expect("a lock").0.clone();
        assert!(enough(&all), "waited in vain for {what}, got {all:#?}");
        all
    }
}

fn serve(stream: &TcpStream, handler: &Handler, seen: &Seen) {
    let mut input = BufReader::new(stream.try_clone().expect("its other half"));
    while let Some(asked) = read(&mut input) {
        seen.all.lock().expect("a lock").push(asked.clone());
        seen.more.notify_all();
        let reply = Reply(stream.try_clone().expect("its other half"));
        if let Some(reply) = handler(&asked, reply) {
            plainly(&asked, reply);
        }
    }
}

fn plainly(asked: &Asked, reply: Reply) {
    match (asked.verb.as_str(), asked.method().as_str()) {
        ("POST", "initialize") => reply.result(asked, &opening(&json!({"tools": {}}))),
        ("POST", "tools/list") => {
            reply.result(asked, r#"{"tools":[{"name":"t","inputSchema":{"type":"object"}}]}"#);
        }
        ("POST", "tools/call") => reply.result(asked, r#"{"content":[]}"#),
        ("POST", _) if asked.message().get("id").is_some_and(|_| !asked.method().is_empty()) => {
            reply.result(asked, "{}");
        }
        ("POST", _) => reply.accepted(),
        _ => reply.whole("405 Method Not Allowed", "", ""),
    }
}

/// The result of `initialize` of a server that can do this.
pub(super) fn opening(capabilities: &Value) -> String {
    json!({
        "protocolVersion": "2025-06-18",
        "capabilities": capabilities,
        "serverInfo": {"name": "far", "version": "1"},
    })
    .to_string()
}

fn read(input: &mut BufReader<TcpStream>) -> Option<Asked> {
    let mut line = String::new();
    let mut next = |line: &mut String| {
        line.clear();
        input.read_line(line).ok().filter(|&count| count > 0).map(|_| line.trim_end().to_owned())
    };
    let first = next(&mut line)?;
    let (verb, path) = first.split_once(' ')?;
    let (verb, path) = (verb.to_owned(), path.split(' ').next()?.to_owned());
    let mut headers = BTreeMap::new();
    while let Some((name, value)) = next(&mut line)?.split_once(':') {
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    input.read_exact(&mut body).ok()?;
    Some(Asked { verb, path, headers, body: String::from_utf8(body).ok()? })
}
