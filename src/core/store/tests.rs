use std::collections::BTreeMap;
use std::path::PathBuf;

use super::*;
use crate::core::clock::Clock;
use crate::core::model::{
    Act, Belonging, Catalogue, CatalogueKey, Command, DEFAULT_START_TIMEOUT, HiddenValue, KeyId, ListKind,
    MasterSource, Origin, Prefix, ProcessId, Sealed, Server, ServerAlias, ServerId, ServerName, SessionId,
    SessionRow, Sighting, UserId, Via, Visibility, WrappedKey, configuration_hash, offer_hash,
};
use crate::core::platform::{entropy, files};

fn name(text: &str) -> ServerName {
    ServerName::parse(text).expect("a valid name")
}

async fn server(store: &Store, text: &str) -> Server {
    let owner = store.local_owner().await.expect("an owner");
    let now = Clock::System.now();
    let millis = u64::try_from(now.as_millisecond()).expect("after 1970");
    Server {
        id: ServerId::new(millis, entropy::random().expect("entropy")),
        belonging: Belonging {
            owner: owner.id,
            team: owner.personal_team,
            visibility: Some(Visibility::Private),
        },
        name: name(text),
        alias: ServerAlias::from_name(&name(text)),
        prefix: Prefix::Alias,
        enabled: true,
        eager: false,
        launch: Command {
            command: "prog".to_owned(),
            args: vec!["a b".to_owned(), String::new(), "é\n".to_owned()],
            env: BTreeMap::from([("K".to_owned(), sealed())]),
            cwd: Some(PathBuf::from("/srv")),
            path: Some("/bin".to_owned()),
        }
        .into(),
        start_timeout: DEFAULT_START_TIMEOUT,
        call_timeout: None,
        created_at: now,
        updated_at: now,
    }
}

const KEY: KeyId = KeyId([7; 16]);

fn sealed() -> HiddenValue {
    HiddenValue::Sealed { sealed: Sealed::new(KEY, [1; 24], &[2; 20]), revision: [3; 16] }
}

fn key(server: &Server) -> CatalogueKey {
    let offer = offer_hash("2025-11-25", &serde_json::json!({}));
    CatalogueKey { server: server.id, configuration: configuration_hash(&server.launch), offer }
}

fn listed() -> Sighting {
    let mut catalogue = Catalogue {
        protocol_version: "2025-11-25".to_owned(),
        capabilities: Box::from(*b"{}"),
        server_info: Box::from(*b"{\"name\":\"x\"}"),
        instructions: None,
        items: Default::default(),
        extras: Vec::new(),
        seen_at: Clock::System.now(),
    };
    let odd: [&[u8]; 3] =
        [b"{\"name\":\"\\ud83d\", \"n\":1e400}", b"{\"name\":\"a\"}", b"{\"name\":\"\xff\"}"];
    catalogue.items[ListKind::Tools.index()] = odd.into_iter().collect();
    Sighting::Listed(catalogue)
}

fn act() -> Act {
    let at = jiff::Timestamp::UNIX_EPOCH;
    Act { at, actor: None, via: Via::Owner, origin: Origin::default(), action: "server.test" }
}

struct Fixture {
    dir: tempfile::TempDir,
}

impl Fixture {
    fn new() -> Self {
        Self { dir: tempfile::tempdir().expect("a directory") }
    }

    fn file(&self) -> PathBuf {
        self.dir.path().join("data").join("mcpgw.db")
    }

    async fn open(&self) -> Store {
        let store = Store::open(&self.file()).await.expect("the store opens");
        let key = WrappedKey {
            id: KEY,
            source: MasterSource::File,
            check: [0; 16],
            nonce: [0; 24],
            wrapped: vec![0; 48],
            created_at: jiff::Timestamp::UNIX_EPOCH,
        };
        assert_eq!(store.create_vault_key(None, key.clone()).await.expect("a key"), key);
        store
    }
}

#[tokio::test]
async fn what_was_written_is_read_back_by_another_process_as_it_was() {
    let fixture = Fixture::new();
    let store = fixture.open().await;
    let (one, two) = (server(&store, "one").await, server(&store, "two").await);
    store.insert_server(act(), one.clone(), Some((key(&one), listed()))).await.expect("insert");
    store.insert_server(act(), two.clone(), None).await.expect("insert");
    let id = store.id().to_owned();
    drop(store);

    let store = fixture.open().await;
    assert_eq!(store.id(), id);
    assert_eq!(store.servers().await.expect("servers"), [one.clone(), two]);
    assert_eq!(store.server(one.id).await.expect("server"), Some(one.clone()));
    assert_eq!(store.sighting(key(&one)).await.expect("sighting").map(untimed), Some(untimed(listed())));
}

fn untimed(mut sighting: Sighting) -> Sighting {
    if let Sighting::Listed(catalogue) = &mut sighting {
        catalogue.seen_at = jiff::Timestamp::UNIX_EPOCH;
    }
    sighting
}

#[tokio::test]
async fn names_and_aliases_are_unique_and_the_error_says_whose() {
    let fixture = Fixture::new();
    let store = fixture.open().await;
    store.insert_server(act(), server(&store, "one").await, None).await.expect("insert");
    let same_name = store.insert_server(act(), server(&store, "one").await, None).await;
    assert!(matches!(same_name, Err(StoreError::NameTaken(_))), "{same_name:?}");
    let same_alias = store.insert_server(act(), server(&store, "One").await, None).await;
    assert!(
        matches!(same_alias, Err(StoreError::AliasTaken { by: Some(ref by), .. }) if by == "one"),
        "{same_alias:?}"
    );
    let two = server(&store, "two").await;
    store.insert_server(act(), two.clone(), None).await.expect("insert");
    let renamed = store.change_server(act(), &two, None, |server| server.name = name("one")).await;
    assert!(matches!(renamed, Err(StoreError::NameTaken(_))), "{renamed:?}");
}

#[tokio::test]
async fn a_changed_configuration_forgets_what_the_old_one_listed() {
    let fixture = Fixture::new();
    let store = fixture.open().await;
    let one = server(&store, "one").await;
    store.insert_server(act(), one.clone(), Some((key(&one), listed()))).await.expect("insert");
    store.change_server(act(), &one, None, |server| server.eager = true).await.expect("change");
    assert!(store.sighting(key(&one)).await.expect("sighting").is_some());
    store
        .change_server(act(), &one, None, |server| {
            server.launch = Command { command: "other".to_owned(), ..Command::default() }.into();
        })
        .await
        .expect("change");
    assert_eq!(store.sighting(key(&one)).await.expect("sighting"), None);
    // A session that started the old command reports late.
    store.keep_sighting(key(&one), listed()).await.expect("ignored");
    assert_eq!(store.sighting(key(&one)).await.expect("sighting"), None);
}

#[tokio::test]
async fn a_removed_server_takes_everything_along() {
    let fixture = Fixture::new();
    let store = fixture.open().await;
    let one = server(&store, "one").await;
    store.insert_server(act(), one.clone(), Some((key(&one), listed()))).await.expect("insert");
    store.remove_server(act(), &one).await.expect("removed");
    assert_eq!(store.sighting(key(&one)).await.expect("sighting"), None);
    let gone = store.remove_server(act(), &one).await;
    assert!(matches!(gone, Err(StoreError::NoServer(_))), "{gone:?}");
}

#[tokio::test]
async fn a_file_of_a_newer_binary_and_a_file_of_another_program_are_refused() {
    let fixture = Fixture::new();
    drop(fixture.open().await);
    let raw = rusqlite::Connection::open(fixture.file()).expect("a raw connection");
    raw.pragma_update(None, "user_version", 99).expect("a newer version");
    let newer = Store::open(&fixture.file()).await;
    assert!(matches!(newer, Err(StoreError::Newer { found: 99, .. })), "{newer:?}");
    raw.pragma_update(None, "user_version", 1).expect("the old version");
    raw.pragma_update(None, "application_id", 7).expect("another program's");
    let foreign = Store::open(&fixture.file()).await;
    assert!(matches!(foreign, Err(StoreError::Foreign { .. })), "{foreign:?}");
    drop(raw);
    std::fs::write(fixture.file(), vec![b'x'; 8192]).expect("no database at all");
    let garbage = Store::open(&fixture.file()).await;
    assert!(matches!(garbage, Err(StoreError::Foreign { .. })), "{garbage:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_can_read_any_file_and_a_wider_mode_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;

    let fixture = Fixture::new();
    let store = fixture.open().await;
    store.insert_server(act(), server(&store, "one").await, None).await.expect("insert");
    let dir = fixture.dir.path().join("data");
    let mut names = Vec::new();
    for entry in std::fs::read_dir(&dir).expect("the directory") {
        let path = entry.expect("an entry").path();
        assert_eq!(files::exposure(&path).expect("its mode").mode, 0o600, "{}", path.display());
        names.push(path.file_name().expect("a name").to_string_lossy().into_owned());
    }
    assert!(names.contains(&"mcpgw.db-wal".to_owned()), "{names:?}");
    assert_eq!(files::exposure(&dir).expect("its mode").mode, 0o700);
    drop(store);

    let mode = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("chmod");
    };
    mode(&fixture.file(), 0o640);
    let wide = Store::open(&fixture.file()).await;
    assert!(matches!(wide, Err(StoreError::Exposed { wanted: 0o600, .. })), "{wide:?}");
    mode(&fixture.file(), 0o600);
    mode(&dir, 0o755);
    assert!(matches!(fixture.open().await.warning(), Some(Warning::ListableDirectory { mode: 0o755, .. })));
    mode(&dir, 0o770);
    let replaceable = Store::open(&fixture.file()).await;
    assert!(matches!(replaceable, Err(StoreError::Exposed { wanted: 0o700, .. })), "{replaceable:?}");
}

#[tokio::test]
async fn what_sessions_follow_counts_and_what_they_write_does_not() {
    let fixture = Fixture::new();
    let store = fixture.open().await;
    let mut before = store.generation().await.expect("a generation");
    let server = server(&store, "a").await;
    store.insert_server(act(), server.clone(), None).await.expect("the server is new");
    let mut changed = async || {
        let now = store.generation().await.expect("a generation");
        std::mem::replace(&mut before, now) != now
    };
    assert!(changed().await, "a server was added");
    store.change_server(act(), &server, None, |server| server.enabled = false).await.expect("a change");
    assert!(changed().await, "a server was disabled");
    store.keep_sighting(key(&server), listed()).await.expect("kept");
    let row = session_row();
    store.register_session(row.clone()).await.expect("registered");
    assert_eq!(store.sessions().await.expect("sessions"), std::slice::from_ref(&row));
    store.forget_sessions(vec![row.id], std::time::Duration::from_secs(1)).await.expect("forgotten");
    assert_eq!(store.sessions().await.expect("sessions"), []);
    assert!(!changed().await, "a session has written");
    store.remove_server(act(), &server).await.expect("removed");
    let followed =
        store.followed(server.belonging.owner, SessionCredential::Owner).await.expect("what is followed");
    assert!(changed().await && followed.servers.is_empty());
    assert_eq!(followed.generation, store.generation().await.expect("a generation"));
}

#[tokio::test]
async fn what_was_decided_on_rights_that_are_gone_is_not_written() {
    let fixture = Fixture::new();
    let store = fixture.open().await;
    let owner = store.local_owner().await.expect("an owner");
    let principal = store.principal(owner.id).await.expect("a principal").expect("the owner");
    let acting = store.of_principal(std::sync::Arc::new(principal));
    let raw = rusqlite::Connection::open(fixture.file()).expect("a raw connection");
    // More than there was changes nothing.
    let more = "INSERT INTO global_grant SELECT id, 'platform_viewer', NULL, 'manual', 0 FROM user";
    raw.execute_batch(more).expect("another role");
    let (one, two) = (server(&store, "one").await, server(&store, "two").await);
    acting.insert_server(act(), one, None).await.expect("the server is new");
    raw.execute_batch("DELETE FROM global_grant").expect("no role");
    let late = acting.insert_server(act(), two, None).await;
    assert!(matches!(late, Err(StoreError::RightsChanged)), "{late:?}");
    assert_eq!(store.servers().await.expect("servers").len(), 1);
}

#[tokio::test]
async fn who_watches_is_told_what_another_process_changes_and_nothing_else() {
    let fixture = Fixture::new();
    let (store, other) = (fixture.open().await, fixture.open().await);
    let seen = store.generation().await.expect("a generation");
    let mut looks = store.watch(seen, std::time::Duration::from_millis(1)).await.expect("a watch");
    other.register_session(session_row()).await.expect("registered");
    let server = server(&other, "a").await;
    other.insert_server(act(), server, None).await.expect("the server is new");
    looks.changed().await.expect("it is told");
    assert_eq!(*looks.borrow_and_update(), Some(other.generation().await.expect("a generation")));
    // It does not keep the thread from other work, and ends with who watches.
    assert_eq!(store.servers().await.expect("servers").len(), 1);
    drop(looks);
    assert_eq!(store.servers().await.expect("servers").len(), 1);
}

#[tokio::test]
async fn who_reads_does_not_wait_for_those_who_wait_to_write() {
    let fixture = Fixture::new();
    let store = fixture.open().await;
    let servers = [server(&store, "a").await, server(&store, "b").await];
    let other = rusqlite::Connection::open(fixture.file()).expect("a raw connection");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody writes");
    let writes = servers.map(|server| {
        let store = store.clone();
        tokio::spawn(async move { store.insert_server(act(), server, None).await })
    });
    tokio::task::yield_now().await;
    assert!(store.servers().await.expect("servers").is_empty());
    let limit = std::time::Duration::from_millis(1);
    let late = store.forget_sessions(vec![session_row().id], limit).await;
    assert!(matches!(late, Err(StoreError::Busy)), "{late:?}");
    assert!(writes.iter().all(|write| !write.is_finished()));
    other.execute_batch("COMMIT").expect("an end");
    for write in writes {
        write.await.expect("no panic").expect("the server is new");
    }
    assert_eq!(store.servers().await.expect("servers").len(), 2);
}

fn session_row() -> SessionRow {
    SessionRow {
        id: SessionId::new(1, entropy::random().expect("entropy")),
        user: UserId::new(1, [0; 10]),
        process: ProcessId { pid: 7, start: u64::MAX },
        socket: PathBuf::from("/run/x"),
        cwd: None,
        started_at: Clock::System.now(),
    }
}
