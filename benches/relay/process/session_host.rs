//! Many sessions in one process, one after the other and several at a time: what a broker will do.

use std::{
    error::Error,
    ffi::OsString,
    fs,
    io::{self, Write as _},
    os::fd::OwnedFd,
    os::unix::net::UnixStream,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use mcpgw::core::{
    catalog::NamingRules,
    clock::Clock,
    model::Served,
    paths,
    platform::{Guard, adopt_reader, adopt_writer},
    session::{self, RouterConfig, Session, SessionIo},
    settings::Settings,
    store::Store,
    upstream::{Bridge, ChildEnvironment, Launcher},
    vault::{self, PassphraseSources, Vault, VaultOptions},
};
use tokio::task::JoinSet;

/// How many sessions there are at a time.
const AT_ONCE: usize = 20;
/// Sessions before the first look: what is made once is made by then.
const WARM_UP: usize = 500;
/// What a client says: it opens its session and calls the only server.
const SAID: &[u8] = b"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{}}}\n\
{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n\
{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"s01__echo\",\"arguments\":{}}}\n";
/// What it must get.
const DUE: &[u8] = b"\"id\":2,\"result\"";

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Serves so many sessions on a data directory, and prints what they left behind: KiB of resident memory, descriptors.
pub(crate) fn session_host(mut arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let data = arguments.next().map(PathBuf::from);
    let sessions = arguments.next().and_then(|count| count.to_str()?.parse().ok());
    let (Some(data), Some(sessions)) = (data, sessions) else { return ExitCode::FAILURE };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
    match runtime.map_err(Into::into).and_then(|runtime| runtime.block_on(host(&data, sessions))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The exit code says it too.
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

async fn host(data: &Path, sessions: usize) -> Outcome<()> {
    let store = Store::open(&paths::store_file(data)).await?;
    let host = Host {
        servers: store.servers().await?.into_iter().map(Arc::new).map(Served::whole).collect(),
        settings: Settings::default(),
        launcher: launcher(&store, data),
        store,
    };
    host.serve(WARM_UP).await?;
    let before = footprint()?;
    host.serve(sessions).await?;
    let after = footprint()?;
    writeln!(io::stdout(), "{} {}", after.0 - before.0, after.1 - before.1)?;
    Ok(())
}

fn launcher(store: &Store, data: &Path) -> Launcher {
    let passphrase = PassphraseSources { file: None, command: None, ask: None };
    let options = VaultOptions { data_dir: data.to_owned(), keeper: vault::Keeper::Off, passphrase };
    Launcher {
        environment: ChildEnvironment { parent: store.id().to_owned(), ..ChildEnvironment::default() },
        guard: Guard::new(env!("CARGO_BIN_EXE_mcpgw").into(), "__guard"),
        vault: Vault::new(store.clone(), options, Clock::System),
        recorder: mcpgw::core::observe::Recorder::default(),
        bridge: Bridge::default(),
    }
}

struct Host {
    servers: Vec<Served>,
    settings: Settings,
    launcher: Launcher,
    store: Store,
}

impl Host {
    /// `count` sessions, [`AT_ONCE`] at a time.
    async fn serve(&self, count: usize) -> Outcome<()> {
        let mut running = JoinSet::new();
        for nonce in 0..count {
            if running.len() >= AT_ONCE
                && let Some(ended) = running.join_next().await
            {
                ended??;
            }
            let (ours, theirs) = UnixStream::pair()?;
            let session = self.session(nonce as u64);
            running.spawn(async move {
                let io = SessionIo {
                    input: adopt_reader(OwnedFd::from(theirs.try_clone()?))?,
                    output: adopt_writer(OwnedFd::from(theirs))?,
                };
                let (_, told) = tokio::join!(session::run(session, io, std::future::pending()), client(ours));
                told
            });
        }
        while let Some(ended) = running.join_next().await {
            ended??;
        }
        Ok(())
    }

    fn session(&self, nonce: u64) -> Session {
        let Settings { naming, relay, .. } = self.settings.clone();
        let config = RouterConfig {
            servers: self.servers.clone(),
            naming: NamingRules { separator: naming.separator, max_length: naming.max_length },
            page_size: relay.page_size,
            initialize_hold: relay.initialize_hold,
            list_hold: relay.list_hold,
            idle_stop: relay.idle_stop,
            hide_after: relay.hide_after,
            ping_after: relay.ping_after,
            child_queue: relay.child_queue,
            instructions_limit: relay.instructions_limit,
            notice: None,
            label_requests: relay.label_requests,
            clients: Vec::new(),
            version: "0".to_owned(),
            nonce,
        };
        let store = Some(self.store.clone());
        let keeper = session::Keeper { store, clock: Clock::System, refresh_after: relay.refresh_after };
        let (_, commands) = session::handle();
        let (launcher, quota_dir) = (self.launcher.clone(), None);
        let max_frame = relay.max_frame;
        Session { config, launcher, keeper, meter: None, commands, quota_dir, max_frame }
    }
}

/// Says its lines, waits for the last answer and hangs up.
async fn client(stream: UnixStream) -> Outcome<()> {
    stream.set_nonblocking(true)?;
    let stream = tokio::net::UnixStream::from_std(stream)?;
    // A fresh socket has room for a few hundred bytes.
    stream.writable().await?;
    stream.try_write(SAID)?;
    let (mut got, mut block) = (Vec::new(), [0; 4096]);
    while memchr::memmem::find(&got, DUE).is_none() {
        stream.readable().await?;
        match stream.try_read(&mut block) {
            Ok(0) => return Err("the session ended before its answer".into()),
            Ok(count) => got.extend_from_slice(&block[..count]),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Resident memory in KiB, and descriptors.
fn footprint() -> Outcome<(i64, i64)> {
    let status = fs::read_to_string("/proc/self/status")?;
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.split_whitespace().next());
    let descriptors = fs::read_dir("/proc/self/fd")?.count();
    Ok((resident.unwrap_or_default().parse()?, i64::try_from(descriptors)?))
}
