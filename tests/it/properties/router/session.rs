//! A session without I/O: the router, and a client and servers that check all they get.

use std::sync::Arc;
use std::time::{Duration, Instant};

use mcpgw::core::catalog::NamingRules;
use mcpgw::core::model::{self, Served, Transport};
use mcpgw::core::session::{Failure, Router, RouterConfig};
use serde_json::json;

use super::acts::{Act, Manner};
use super::book::Book;
use super::client::Client;
use super::frames::{notice, opening, other_request, repeated, request};
use super::said::said;
use super::server::{Life, Server};
use super::subscribed::form;
use crate::support::routed::{self, config};

/// How long the second server may work on a call.
const CALL_TIMEOUT: Duration = Duration::from_secs(20);

/// Whose frame the router was given.
#[derive(Clone, Copy)]
pub(super) enum From {
    Client,
    Server(usize),
    Nobody,
}

/// The whole of it.
pub(super) struct Session {
    pub(super) router: Router,
    now: Instant,
    pub(super) client: Client,
    pub(super) book: Book,
    /// Every run of a server, in the router's order.
    pub(super) servers: Vec<Server>,
    /// Which server each of them is a run of.
    pub(super) server_of: Vec<usize>,
    /// The run of each server that is in use.
    current: Vec<usize>,
    rows: Vec<Arc<model::Server>>,
    /// What the store knows of each server, two bits each; the highest bit is whether lists take their time.
    pub(super) known: u32,
    /// Runs whose lists are to come from the store.
    pub(super) loading: Vec<usize>,
    /// Whether the client may send batches.
    batches: bool,
    /// The members of the batch that is being made.
    pub(super) batch: Option<Vec<String>>,
}

impl Session {
    /// A session of this many servers, whose client has sent `initialize`.
    pub(super) fn open(servers: usize) -> Self {
        Self::of(servers, false, 0)
    }

    /// The same, with a client that may send batches, and servers that may be known from before.
    pub(super) fn of(count: usize, batches: bool, known: u32) -> Self {
        let now = Instant::now();
        let rows: Vec<_> = (0..count).map(|number| Arc::new(row(number))).collect();
        let router = Router::new(small(served(&rows)), now);
        let client = Client::of(count);
        let servers = std::iter::repeat_with(Server::default).take(count).collect();
        let (server_of, current) = ((0..count).collect(), (0..count).collect());
        let mut session = Self {
            router,
            now,
            client,
            book: Book::default(),
            servers,
            server_of,
            current,
            rows,
            known,
            loading: Vec::new(),
            batches,
            batch: None,
        };
        let id = session.client.request(None, false);
        session.client_says(&request(id, "initialize", &opening(batches)));
        session
    }

    /// Does one thing, and all that follows from it.
    pub(super) fn act(&mut self, act: Act) {
        match act {
            Act::Wait(time) => self.wait(Duration::from_millis(time)),
            Act::Batch(which) => self.send_batch(which),
            Act::AskOfTask(run, task) => self.ask_of_task(run % self.servers.len(), task),
            Act::Complete(run, which) => self.complete(run % self.servers.len(), which),
            Act::Restart(server) => self.restart(server % self.current.len()),
            Act::Edit(server, launch) => self.edit(server % self.current.len(), launch),
            Act::Answer(server, ..)
            | Act::Stray(server, _)
            | Act::Progress(server, _)
            | Act::Changed(server, _)
            | Act::Updated(server)
            | Act::Status(server)
            | Act::AskBack(server, _)
            | Act::TakeBack(server, _)
            | Act::Spawned(server)
            | Act::Gone(server)
            | Act::Blocked(server, _) => self.server_acts(server % self.servers.len(), &act),
            act => self.client_acts(act),
        }
    }

    fn client_acts(&mut self, act: Act) {
        match act {
            Act::Call(server, progress) => self.call(server % self.current.len(), progress, false),
            Act::Task(server) => self.call(server % self.current.len(), true, true),
            Act::OfTask(number) => self.ask_about_task(number),
            Act::Read(server) => {
                let server = server % self.current.len();
                let id = self.client.request(Some(server), false);
                self.client_says(&request(id, "resources/read", &json!({ "uri": format!("r:{server}") })));
            }
            Act::Subscribe(server, which, on) => {
                let uri = form(server % self.current.len(), which);
                let id = self.client.request(Some(server % self.current.len()), false);
                self.client.subscribed.asked(&uri, id, on);
                let method = if on { "resources/subscribe" } else { "resources/unsubscribe" };
                self.client_says(&request(id, method, &json!({ "uri": uri })));
            }
            Act::Ask(what) => {
                let id = self.client.request(None, false);
                self.client_says(&other_request(what, id));
            }
            Act::Repeat(server, what) => self.repeat(server % self.current.len(), what),
            Act::Cancel(number) => self.cancel(number),
            Act::Reply(number) => {
                if let Some(answer) = self.client.reply(number, self.batch.is_some()) {
                    self.client_says(&answer);
                }
            }
            Act::ReplyProgress(number) => {
                if let Some(token) = self.client.asked_id(number) {
                    let params = json!({ "progressToken": token, "progress": 1 });
                    self.client_says(&notice("notifications/progress", &params));
                }
            }
            Act::HostStatus(number) => {
                let params = json!({ "taskId": format!("c{}", number % 8) });
                self.client_says(&notice("notifications/tasks/status", &params));
            }
            _ => {}
        }
    }

    /// Asks about a task, or for all of them.
    fn ask_about_task(&mut self, number: usize) {
        if number.is_multiple_of(3) || self.client.tasks.is_empty() {
            let server = (!self.client.several).then_some(0);
            let id = self.client.request(server, false);
            return self.client_says(&request(id, "tasks/list", &json!({})));
        }
        let (task, server, _) = self.client.tasks[number % self.client.tasks.len()].clone();
        let id = self.client.request(Some(server), false);
        if let Some(request) = self.client.open.get_mut(&id) {
            request.task = Some(task.clone());
        }
        self.client_says(&request(id, "tasks/get", &json!({ "taskId": task })));
    }

    fn repeat(&mut self, server: usize, what: usize) {
        let line = if what < 5 {
            let id = self.client.request(None, false);
            repeated(what, server, id)
        } else {
            self.client.unreadable += 1;
            let id = self.client.asked_id(server).unwrap_or_default();
            format!(r#"{{"jsonrpc":"2.0","id":"{id}","id":7,"result":{{}}}}"#)
        };
        self.client_writes(line);
    }

    /// A few things of the client in one line.
    fn send_batch(&mut self, which: u32) {
        if !self.batches {
            return;
        }
        self.client.batches += 1;
        self.batch = Some(Vec::new());
        let before: Vec<_> = self.client.open.keys().copied().collect();
        for member in 0..=which % 4 {
            let bits = (which >> (6 * member + 2)) as usize;
            let number = bits >> 3;
            self.client_acts(match bits % 8 {
                0 => Act::Call(number, true),
                1 => Act::Read(number),
                2 => Act::Ask(1 + number % 8),
                3 => Act::Cancel(number),
                4 => Act::Reply(number),
                5 => Act::OfTask(number),
                6 => Act::Task(number),
                _ => Act::Repeat(number % self.current.len(), number % 5),
            });
        }
        let batch = self.client.batches;
        for (id, request) in &mut self.client.open {
            if !before.contains(id) {
                request.batch = Some(batch);
            }
        }
        if let Some(members) = self.batch.take().filter(|members| !members.is_empty()) {
            self.client_writes(format!("[{}]", members.join(" , ")));
        }
    }

    /// A server hears of the tasks that the client runs for it, and of no other.
    fn ask_of_task(&mut self, me: usize, number: usize) {
        let count = self.client.hosted.len();
        if count == 0 || self.servers[me].life != Life::Running || self.servers[me].blocked {
            return;
        }
        let (task, owner) = self.client.hosted[number % count].clone();
        let id = self.servers[me].next_id();
        let line = request(id, "tasks/get", &json!({ "own": id, "taskId": task })).to_string();
        self.server_says(me, line.as_bytes());
        let refused = !self.servers[me].asked.contains(&id);
        let other = self.client.several && owner != self.server_of[me];
        assert!(refused == other || !self.is_only_run(me), "{task} is server {owner}'s, not {me}'s");
    }

    /// The client is told that an elicitation is over by whoever asked for it, and by no other.
    fn complete(&mut self, me: usize, which: usize) {
        if self.servers[me].life != Life::Running {
            return;
        }
        let before = self.client.completed;
        let params = json!({ "elicitationId": format!("e{which}") });
        let line = notice("notifications/elicitation/complete", &params).to_string();
        self.server_says(me, line.as_bytes());
        let asked = self.servers[me].elicited.contains(&which);
        let passed = self.client.completed - before;
        let expected = usize::from(asked || !self.client.several);
        assert!(passed == expected || !self.is_only_run(me));
    }

    fn restart(&mut self, server: usize) {
        assert!(self.router.restart(self.rows[server].id));
        self.runs_anew(server);
    }

    /// The row of a server changes: how it is started, or something that makes no difference to its process.
    fn edit(&mut self, server: usize, launch: bool) {
        let row = Arc::make_mut(&mut self.rows[server]);
        if launch {
            if let Transport::Stdio(command) = &mut row.launch.transport {
                command.args.push("again".to_owned());
            }
        } else {
            row.start_timeout += Duration::from_secs(1);
        }
        self.router.servers_changed(served(&self.rows));
        if launch {
            self.runs_anew(server);
        } else {
            self.carry_out(From::Nobody, b"");
        }
    }

    fn runs_anew(&mut self, server: usize) {
        self.current[server] = self.servers.len();
        self.server_of.push(server);
        self.servers.push(Server::default());
        self.carry_out(From::Nobody, b"");
    }

    /// Whether there was only ever one run of the server that this is a run of.
    fn is_only_run(&self, run: usize) -> bool {
        self.server_of.iter().filter(|&&server| server == self.server_of[run]).count() == 1
    }

    fn call(&mut self, server: usize, progress: bool, task: bool) {
        let id = self.client.request(Some(server), progress);
        let mut params = json!({ "name": format!("s{server}__t") });
        if progress {
            params["_meta"] = json!({ "progressToken": id });
        }
        if task {
            params["task"] = json!({ "ttl": 1 });
        }
        self.client_says(&request(id, "tools/call", &params));
    }

    fn cancel(&mut self, number: usize) {
        let Some(id) = self.client.choose(number) else { return };
        if let Some(request) = self.client.open.get_mut(&id) {
            request.cancelled = true;
        }
        self.client_says(&notice("notifications/cancelled", &json!({ "requestId": id })));
    }

    fn server_acts(&mut self, me: usize, act: &Act) {
        let server = &mut self.servers[me];
        match (act, server.life) {
            (&Act::Blocked(_, blocked), _) => server.blocked = blocked,
            (Act::Spawned(_), Life::Starting) => {
                server.life = Life::Running;
                self.router.child_spawned(me);
                self.carry_out(From::Nobody, b"");
            }
            (Act::Gone(_), Life::Starting | Life::Running) => {
                server.end();
                self.router.child_gone(me, "ended", Failure::Ended);
                self.carry_out(From::Nobody, b"");
            }
            (act, Life::Running) => {
                let name = self.server_of[me];
                if let Some(line) = said(server, name, act) {
                    self.server_says(me, line.as_bytes());
                }
            }
            _ => {}
        }
    }

    /// Brings everything to its end: what is still open then was forgotten.
    pub(super) fn wind_up(&mut self) {
        for _ in 0..200 {
            for me in 0..self.servers.len() {
                self.act(Act::Blocked(me, false));
                self.act(Act::Spawned(me));
                while !self.servers[me].open.is_empty() {
                    self.act(Act::Answer(me, 0, Manner::Result));
                }
            }
            if self.router.is_quiet() {
                break;
            }
            let next = self.router.deadline().expect("a deadline while something is under way");
            self.wait(next.saturating_duration_since(self.now));
        }
        assert!(self.router.is_quiet(), "{:#?}", self.client.open);
        let forgotten: Vec<_> = self.client.open.iter().filter(|(_, request)| !request.cancelled).collect();
        assert!(forgotten.is_empty(), "never answered: {forgotten:#?}");
        assert_eq!(self.client.unreadable, 0, "errors never came");
        self.book.close(&mut self.router);
        for server in 0..self.current.len() {
            self.check_subscription(server);
        }
    }

    /// A change of the server's resource comes in every form that the client relies on.
    fn check_subscription(&mut self, server: usize) {
        let run = &self.servers[self.current[server]];
        if run.life == Life::Running && run.opened && run.missed == 0 {
            let relied_on = self.client.subscribed.relies_on(server);
            assert!(run.subscribed || !relied_on, "server {server} does not know of a subscription");
            self.client.subscribed.forget_updates();
            self.act(Act::Updated(self.current[server]));
            self.client.subscribed.check(server);
        }
    }

    /// Whether a request of the client has no answer yet.
    pub(super) fn is_open(&self, id: i64) -> bool {
        self.client.open.contains_key(&id)
    }

    fn wait(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some(due) = self.router.deadline().filter(|&due| due <= until) {
            self.now = due.max(self.now);
            self.router.set_now(self.now);
            self.router.tick();
            self.carry_out(From::Nobody, b"");
            let again = self.router.deadline();
            assert!(
                again.is_none_or(|again| again > self.now),
                "a deadline that stays due: the timer would spin"
            );
        }
        self.now = until;
        self.router.set_now(until);
        self.load();
        self.carry_out(From::Nobody, b"");
    }
}

fn served(rows: &[Arc<model::Server>]) -> Vec<Served> {
    rows.iter().cloned().map(Served::whole).collect()
}

/// Names are cut, pages are short and queues full.
fn small(servers: Vec<Served>) -> RouterConfig {
    let naming = NamingRules { separator: "__".to_owned(), max_length: 50 };
    RouterConfig { naming, page_size: 2, child_queue: 2_000, ..config(servers) }
}

fn row(number: usize) -> model::Server {
    let call_timeout = (number == 1).then_some(CALL_TIMEOUT);
    model::Server { call_timeout, ..routed::server(number) }
}
