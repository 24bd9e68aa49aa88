//! The router's whole state.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use foldhash::fast::RandomState;

use super::announce::Announcements;
use super::batch::Batch;
use super::call::OpenCall;
use super::effect::{Effect, Origin};
use super::fetch::Own;
use super::given_up::GivenUp;
use super::ledger::Ledger;
use super::list::{CatalogList, HeldList};
use super::login::LoginAsked;
use super::open::Client;
use super::peer::Peer;
use super::recent::Recent;
use super::reverse::Reverse;
use super::route::Unrouted;
use super::task_list::{TaskGathering, TaskPages};
use super::task_name::TaskNames;
use super::uri::Wrapped;
use crate::core::catalog::{NamingRules, UriTable};
use crate::core::model::{Notice, Served, Server};
use crate::core::wire::{IdKey, RpcError, error_frame};

/// What a session is made of.
#[derive(Debug, Clone)]
pub struct RouterConfig {
    /// The servers, in the order in which they keep a name that two of them have.
    pub servers: Vec<Served>,
    /// How names are made.
    pub naming: NamingRules,
    /// Items in one page towards the client.
    pub page_size: usize,
    /// How long starting servers may hold the answer to `initialize`.
    pub initialize_hold: Duration,
    /// How long they may hold the answer to a list.
    pub list_hold: Duration,
    /// After how long without work a child is stopped.
    pub idle_stop: Option<Duration>,
    /// How long the items of a child that is down stay listed.
    pub hide_after: Duration,
    /// With requests pending, a child that has said nothing for this long is asked for a sign of life.
    pub ping_after: Duration,
    /// How much may wait for a child that is not ready, bytes.
    pub child_queue: usize,
    /// How long all instructions together may be, bytes.
    pub instructions_limit: usize,
    /// Why nothing is served, where somebody can do something about it.
    pub notice: Option<Notice>,
    /// Whether requests that a person will read say which server asks.
    pub label_requests: bool,
    /// What the client has to call itself, in the words of each of its tokens that say so.
    pub clients: Vec<String>,
    /// This program's version, for `serverInfo`.
    pub version: String,
    /// Random bits that make this session's own ids its own: mcpgw may sit behind mcpgw.
    pub nonce: u64,
}

/// One session: the client, its servers, and every request that is under way between them.
#[derive(Debug)]
pub struct Router {
    pub(super) config: RouterConfig,
    pub(super) now: Instant,
    pub(super) client: Client,
    /// Every run of a server has its place here for good, so that nothing that comes late is taken for another's.
    pub(super) peers: Vec<Peer>,
    /// The places of the servers that the client sees, in the order in which they keep a name that two of them have.
    pub(super) order: Vec<usize>,
    /// There is, or was, more than one server: whose a task is must be said.
    pub(super) several: bool,
    /// The client's requests without an answer.
    pub(super) calls: HashMap<IdKey, OpenCall, RandomState>,
    /// Those that servers may still work on although nobody waits for them.
    pub(super) given_up: GivenUp,
    /// Who works on the request that carries a progress token.
    pub(super) progress: HashMap<IdKey, (usize, IdKey), RandomState>,
    /// mcpgw's own requests to children.
    pub(super) own: HashMap<u64, Own, RandomState>,
    /// Children's requests to the client.
    pub(super) reverse: HashMap<u64, Reverse, RandomState>,
    pub(super) lists: [CatalogList; 4],
    pub(super) held: Vec<HeldList>,
    pub(super) uris: UriTable,
    pub(super) wrapped: Wrapped,
    pub(super) announcements: Announcements,
    /// The client's requests that wait for lists to be complete before they can be routed.
    pub(super) unrouted: Vec<Unrouted>,
    pub(super) unrouted_bytes: usize,
    pub(super) batches: Vec<Batch>,
    /// Whose a URL elicitation is, by the id that the client knows.
    pub(super) elicitations: Recent<String, usize>,
    /// For whom the client runs a task.
    pub(super) client_tasks: Recent<String, usize>,
    /// Whose a number of ours is as the progress token of such a task, and what the server gave for it.
    pub(super) client_task_progress: Recent<u64, (usize, Vec<u8>)>,
    /// Whose a progress token is that goes on in a task.
    pub(super) task_progress: Recent<IdKey, usize>,
    /// How far the client was asked to have its person log in.
    pub(super) login_asked: LoginAsked,
    pub(super) gatherings: HashMap<u64, TaskGathering, RandomState>,
    pub(super) task_pages: TaskPages,
    pub(super) task_names: TaskNames,
    pub(super) ledger: Ledger,
    pub(super) effects: VecDeque<Effect>,
    pub(super) deadline: Option<Instant>,
    id_prefix: String,
    next_id: u64,
}

impl Router {
    /// A session before its first frame.
    pub fn new(config: RouterConfig, now: Instant) -> Self {
        let peers: Vec<_> = config.servers.iter().map(|served| Peer::new(served.clone(), now)).collect();
        Self {
            id_prefix: format!("mcpgw:{:016x}:", config.nonce),
            wrapped: Wrapped::default(),
            config,
            now,
            client: Client::default(),
            order: (0..peers.len()).collect(),
            several: peers.len() > 1,
            peers,
            calls: HashMap::default(),
            given_up: GivenUp::default(),
            progress: HashMap::default(),
            own: HashMap::default(),
            reverse: HashMap::default(),
            lists: Default::default(),
            held: Vec::new(),
            uris: UriTable::default(),
            announcements: Announcements::default(),
            unrouted: Vec::new(),
            unrouted_bytes: 0,
            batches: Vec::new(),
            elicitations: Recent::default(),
            client_tasks: Recent::default(),
            client_task_progress: Recent::default(),
            task_progress: Recent::default(),
            login_asked: LoginAsked::default(),
            gatherings: HashMap::default(),
            task_pages: TaskPages::default(),
            task_names: TaskNames::default(),
            ledger: Ledger::default(),
            effects: VecDeque::new(),
            deadline: None,
            next_id: 0,
        }
    }

    /// Sets the clock; it never goes back.
    pub fn set_now(&mut self, now: Instant) {
        self.now = now;
    }

    /// What is to be done, in order. Relays mean the frame of the last call.
    pub fn take_effects(&mut self, into: &mut VecDeque<Effect>) {
        if into.is_empty() {
            std::mem::swap(into, &mut self.effects);
        } else {
            into.append(&mut self.effects);
        }
    }

    /// When [`Router::tick`] wants to be called.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// Whether no request of the client is without an answer.
    pub fn is_quiet(&self) -> bool {
        self.calls.values().all(|call| call.cancelled.is_some())
            && self.held.is_empty()
            && !self.client.is_opening()
    }

    /// Whether `initialize` is answered.
    pub fn is_open(&self) -> bool {
        self.client.is_open()
    }

    /// The server whose run this is.
    pub fn server(&self, child: usize) -> &Server {
        &self.peers[child].server
    }

    /// The servers that the client sees.
    pub(super) fn active(&self) -> impl Iterator<Item = &Peer> {
        self.order.iter().map(|&child| &self.peers[child])
    }

    /// The only server.
    pub(super) fn only(&self) -> Option<usize> {
        if let [only] = *self.order.as_slice() { Some(only) } else { None }
    }

    /// Asks for a tick at `at`, or earlier.
    pub(super) fn arm(&mut self, at: Instant) {
        if self.deadline.is_none_or(|armed| at < armed) {
            self.deadline = Some(at);
        }
    }

    /// A number for an id of our own.
    pub(super) fn number(&mut self) -> u64 {
        self.next_id += 1;
        self.next_id
    }

    /// The id token, quotes and all, of one of our numbers.
    pub(super) fn own_token(&self, number: u64) -> Vec<u8> {
        format!("\"{}{number}\"", self.id_prefix).into_bytes()
    }

    /// The number in an id token of ours.
    pub(super) fn own_number(&self, token: &[u8]) -> Option<u64> {
        let inner = token.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
        let digits = inner.strip_prefix(self.id_prefix.as_bytes())?;
        std::str::from_utf8(digits).ok()?.parse().ok()
    }

    /// Whether an answer under this id would be taken for one to a request of ours.
    pub(super) fn is_own(&self, key: &IdKey) -> bool {
        matches!(key, IdKey::Text(text) if text.starts_with(self.id_prefix.as_bytes()))
    }

    pub(super) fn tell_client(&mut self, origin: Origin, frame: Vec<u8>) {
        self.effects.push_back(Effect::ToClient { origin, frame });
    }

    pub(super) fn tell_child(&mut self, child: usize, frame: Vec<u8>) {
        self.effects.push_back(Effect::ToChild { child, frame, request: None });
    }

    /// Answers a request of the client, or adds the answer to the batch that the request came in.
    pub(super) fn answer(&mut self, origin: Origin, id: Option<&[u8]>, frame: Vec<u8>) {
        match id.and_then(IdKey::from_token).filter(|key| self.is_in_batch(key)) {
            Some(key) => self.answer_in_batch(origin, &key, frame),
            None => self.tell_client(origin, frame),
        }
    }

    /// Answers a request of the client with an error of our own.
    pub(super) fn refuse(&mut self, id: Option<&[u8]>, error: &RpcError) {
        self.answer(Origin::Control, id, error_frame(id, error));
    }

    /// An error that names a server.
    pub(super) fn server_error(&self, child: usize, what: &str) -> RpcError {
        let name = self.peers[child].server.name.as_str();
        RpcError::new(RpcError::INTERNAL, format!("server {name:?} {what}")).with("server", name)
    }
}
