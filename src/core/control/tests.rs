use std::path::PathBuf;
use std::time::Duration;

use tokio::net::UnixStream;
use tokio::sync::mpsc;

use super::*;
use crate::core::catalog::NamingRules;
use crate::core::clock::Clock;
use crate::core::model::{Declined, Offer, ProcessId, ServerId, SessionRow, SessionState};
use crate::core::platform::connect_to;
use crate::core::store::Store;

const PATIENCE: Duration = Duration::from_secs(10);

/// What was done to a session.
#[derive(Debug, PartialEq, Eq)]
enum Done {
    Followed(usize),
    Restarted(ServerId),
    Ended,
}

#[derive(Clone)]
struct Recorder(mpsc::UnboundedSender<Done>);

impl Recorder {
    fn note(&self, done: Done) -> bool {
        self.0.send(done).is_ok()
    }
}

impl Subject for Recorder {
    async fn stays(&self) {}

    fn is_found(&self) {}

    async fn state(&self) -> Option<SessionState> {
        Some(SessionState { client: None, protocol_version: None, calls: 3, servers: Vec::new() })
    }

    async fn follow(&self, offer: Offer) -> bool {
        self.note(Done::Followed(offer.servers.len()))
    }

    async fn restart(&self, server: ServerId) -> bool {
        self.note(Done::Restarted(server))
    }

    async fn opens_urls(&self) -> bool {
        false
    }

    async fn refuses(&self) {
        std::future::pending::<()>().await;
    }

    fn take_refused(&self) -> Vec<(Declined, u32)> {
        Vec::new()
    }

    fn end(&self) {
        self.note(Done::Ended);
    }
}

struct Fixture {
    dir: tempfile::TempDir,
    store: Store,
    presence: Presence,
    done: mpsc::UnboundedReceiver<Done>,
}

impl Fixture {
    async fn new() -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let store = Store::open(&dir.path().join("mcpgw.db")).await.expect("a store");
        let (sender, done) = mpsc::unbounded_channel();
        let surroundings = Surroundings {
            store: store.clone(),
            bearer: Bearer {
                user: store.local_owner().await.expect("an owner").id,
                session: crate::core::model::SessionId::new(0, [7; 10]),
                proof: super::Proof::Owner,
            },
            until: None,
            way_back: None,
            is_over: false,
            seen: store.generation().await.expect("a generation"),
            run_dir: dir.path().join("run"),
            cwd: None,
            meter: None,
            retention: Duration::ZERO,
            naming: NamingRules::default(),
            clock: Clock::System,
        };
        let presence = appear(Recorder(sender), surroundings);
        Self { dir, store, presence, done }
    }

    /// The session's socket, once it is registered.
    async fn socket(&self) -> PathBuf {
        loop {
            if let Some(row) = sessions(&self.store).await.expect("sessions").first() {
                return row.socket.clone();
            }
            tokio::task::yield_now().await;
        }
    }
}

/// Says `bytes`, and returns what comes back before the end.
async fn say(socket: &std::path::Path, bytes: &[u8]) -> String {
    let stream = connect_to(socket).await.expect("a connection");
    // It may hang up before it has heard everything.
    let _ = line::write(&stream, bytes).await;
    let heard =
        crate::core::platform::time::timeout(PATIENCE, line::read(&stream, 1 << 20)).await.expect("an end");
    String::from_utf8(heard.unwrap_or_default()).expect("text")
}

#[tokio::test]
async fn a_session_answers_and_is_gone_without_a_trace_when_it_leaves() {
    let mut fixture = Fixture::new().await;
    let socket = fixture.socket().await;
    let answer = ask(&socket, Request::State, PATIENCE).await.expect("an answer");
    assert!(matches!(answer, Answer::State(state) if state.calls == 3));
    let server = ServerId::new(1, [1; 10]);
    let answer = ask(&socket, Request::Restart { server }, PATIENCE).await.expect("an answer");
    assert_eq!(answer, Answer::Done);
    assert_eq!(fixture.done.recv().await, Some(Done::Restarted(server)));
    assert_eq!(poke_all(&fixture.store).await.expect("pokes"), []);
    assert_eq!(ask(&socket, Request::End, PATIENCE).await.expect("an answer"), Answer::Done);
    assert_eq!(fixture.done.recv().await, Some(Done::Ended));
    fixture.presence.leave().await;
    assert!(!socket.exists());
    assert_eq!(fixture.store.sessions().await.expect("sessions"), []);
    assert!(matches!(ask(&socket, Request::State, PATIENCE).await, Err(AskError::Gone)));
}

#[tokio::test]
async fn nonsense_is_refused_and_disturbs_nobody() {
    let fixture = Fixture::new().await;
    let socket = fixture.socket().await;
    let malformed = r#"{"mcpgw":1,"answer":{"refused":"malformed"}}"#;
    for nonsense in
        [&b"\n"[..], b"\xff\xfe\n", b"{\"mcpgw\":1}\n", b"{\"mcpgw\":1,\"do\":\"restart\",\"server\":7}\n"]
    {
        assert_eq!(say(&socket, nonsense).await, malformed);
    }
    assert_eq!(
        say(&socket, b"{\"mcpgw\":9,\"do\":\"x\"}\n").await,
        malformed.replace("malformed", "version")
    );
    let flood = vec![b'x'; 64 << 20];
    let answer = say(&socket, &flood).await;
    assert!(answer.is_empty() || answer == malformed, "{answer}");
    // Half a line, and then nothing: given up after a second.
    assert_eq!(say(&socket, b"{\"mcpgw\":1").await, "");
    assert!(ask(&socket, Request::State, PATIENCE).await.is_ok());
}

#[tokio::test]
async fn a_thousand_peers_that_say_nothing_keep_nobody_out() {
    let fixture = Fixture::new().await;
    let socket = fixture.socket().await;
    let mut idle: Vec<UnixStream> = Vec::new();
    for _ in 0..1_000 {
        idle.push(ask::connect(&socket).await.expect("a connection"));
        // What was dropped counts no more; this test has only so many descriptors.
        idle.retain(|stream| !matches!(stream.try_read(&mut [0]), Ok(0)));
        assert!(idle.len() < 300, "{} connections are open", idle.len());
    }
    assert!(ask(&socket, Request::State, PATIENCE).await.is_ok());
}

#[tokio::test]
async fn what_killed_sessions_left_is_swept() {
    let fixture = Fixture::new().await;
    let socket = fixture.socket().await;
    let living = fixture.store.sessions().await.expect("sessions").remove(0);
    let mut child = std::process::Command::new("true").spawn().expect("a process");
    child.wait().expect("its end");
    for (number, process) in [
        (1, ProcessId { pid: child.id(), start: 1 }),
        // Its id was given to another: to this very process.
        (2, ProcessId { start: living.process.start + 1, ..living.process }),
    ] {
        let left = fixture.dir.path().join(format!("run/{number}.sock"));
        drop(crate::core::platform::listen_at(&left).expect("a socket"));
        assert!(left.exists());
        let id = crate::core::model::SessionId::new(number, [0; 10]);
        let row = SessionRow { id, process, socket: left, cwd: None, ..living.clone() };
        fixture.store.register_session(row).await.expect("registered");
    }
    assert_eq!(sessions(&fixture.store).await.expect("sessions"), [living]);
    assert_eq!(fixture.store.sessions().await.expect("sessions").len(), 1);
    let entries = std::fs::read_dir(fixture.dir.path().join("run")).expect("the directory");
    let sockets: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    assert_eq!(sockets, [socket]);
}
