//! `mcpgw stdio`

use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;

use super::context::Context;
use super::error::{CommandError, Exit};
use super::interrupt::interrupted_or_else;
use crate::core::catalog::NamingRules;
use crate::core::clock::Clock;
use crate::core::control::{Bearer, Proof, SessionLogin, Surroundings, WayBack, appear};
use crate::core::identity::last_moment;
use crate::core::model::{Offer, ProfileName, SessionId};
use crate::core::operation;
use crate::core::operation::login::{Gate, LoginAgain};
use crate::core::paths::{quota_dir, usage_dir};
use crate::core::platform::{adopt_reader, adopt_writer, close_inherited_on_exec, entropy};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::session::{Commands, Keeper, RouterConfig, Session, SessionEnd, SessionIo, handle, run};
use crate::core::settings::Settings;
use crate::core::store::Store;
use crate::core::upstream::Launcher;
use crate::core::usage::Meter;

/// What the person at a client is told of whom nobody knows who they were.
const FORGOTTEN: &str =
    "mcpgw: your login is over. Run `mcpgw login` in a terminal, then restart mcpgw in this client";

/// What a person is told who starts this by hand.
const BY_HAND: &str = "waiting for an MCP client, which usually starts this itself; ctrl-d ends it";

/// Serve all enabled servers as one, on stdin and stdout: what an MCP client spawns
///
/// Lists are answered from what earlier sessions saw, and a server starts with the first request that needs it, offered what
/// this client declared. When the client closes stdin, requests under way are answered, and every server ends.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw stdio
  mcpgw stdio --profile cursor
  In a client's configuration: {\"mcpServers\": {\"mcpgw\": {\"command\": \"mcpgw\", \"args\": [\"stdio\"]}}}")]
pub(super) struct StdioArgs {
    /// Act with the token of this profile; see `mcpgw profile create`
    #[arg(long, value_name = "PROFILE", value_parser = ProfileName::parse)]
    pub(super) profile: Option<ProfileName>,
}

impl StdioArgs {
    pub(super) async fn run(self, context: &mut Context) -> Result<Exit, CommandError> {
        close_inherited_on_exec();
        context.for_session(self.profile);
        let operations = match context.operations().await {
            Err(error) if context.login_is_over(&error).await => match context.lapsed().await? {
                Some(operations) => operations,
                None => return forgotten(context).await,
            },
            operations => operations?,
        };
        if context.parent() == Some(operations.store.id()) {
            let problem =
                Problem::new(ProblemKind::Conflict, "this mcpgw was started by a mcpgw with the same store")
                    .hint("remove the server that runs mcpgw: mcpgw server list");
            return Err(problem.into());
        }
        let bearer = bearer(&operations)?;
        let (cwd, now) = (std::env::current_dir().ok(), operations.clock.now());
        let (seen, serving) = bearer.serving(&operations.store, cwd.as_deref(), now).await?;
        let (handle, commands) = handle();
        let retention = operations.settings.usage.retention;
        let meter = (!retention.is_zero())
            .then(|| Meter::new(&usage_dir(operations.store.directory()), bearer.usage()));
        let surroundings = Surroundings {
            store: operations.store.clone(),
            bearer,
            way_back: way_back(context, &operations, &bearer)?,
            is_over: serving.notice.is_some(),
            seen,
            until: serving.until,
            run_dir: context.paths.run_dir(),
            cwd,
            meter: meter.clone(),
            retention,
            naming: naming(&operations.settings),
            clock: operations.clock,
        };
        let behind =
            Behind { store: Some(operations.store.clone()), meter, launcher: operations.launcher.clone() };
        let session = session(&operations.settings, serving.into_offer(), behind, commands)?;
        drop(operations);
        let io = standard_io()?;
        let interrupted = interrupted_or_else()?;
        let presence = appear(handle, surroundings);
        tracing::info!("a session begins, served by mcpgw {}", env!("CARGO_PKG_VERSION"));
        if io::stdin().is_terminal() {
            context.output.note(BY_HAND)?;
        }
        let end = run(session, io, interrupted).await;
        presence.leave().await;
        Ok(ended(end))
    }
}

/// How the person of a session logs in again while it runs: not with a token.
fn way_back(
    context: &Context,
    operations: &operation::Context,
    bearer: &Bearer,
) -> Result<Option<Arc<dyn WayBack>>, Problem> {
    if let Proof::Token(_) = bearer.proof {
        return Ok(None);
    }
    let gate = Gate { store: operations.store.of_nobody(), ..Gate::from(operations) };
    let place = context.login_place(&gate.store)?;
    Ok(Some(Arc::new(LoginAgain::new(gate, place, bearer.user))))
}

/// Serves nothing, and says how to log in, where nobody knows who was logged in: a client that can't be told why mcpgw did not start
/// shows its user nothing.
async fn forgotten(context: &mut Context) -> Result<Exit, CommandError> {
    let Gate { store, settings, .. } = context.gate().await?;
    let launcher = context.launcher(&store, &context.paths.data_dir, &settings)?;
    drop(store);
    let (handle, commands) = handle();
    // Nobody changes what it serves.
    handle.is_found();
    let offer = Offer { notice: Some(FORGOTTEN.into()), ..Offer::default() };
    let behind = Behind { store: None, meter: None, launcher };
    let session = session(&settings, offer, behind, commands)?;
    let io = standard_io()?;
    tracing::warn!("a session begins whose user has to log in first");
    Ok(ended(run(session, io, interrupted_or_else()?).await))
}

fn ended(end: SessionEnd) -> Exit {
    tracing::info!("the session ends: {end:?}");
    match end {
        SessionEnd::Closed => Exit::Success,
        SessionEnd::Interrupted => Exit::Cancelled,
        SessionEnd::Broken => Exit::Failed,
    }
}

/// The streams that this process was started with.
pub(super) fn standard_io() -> Result<SessionIo, Problem> {
    let input = owned(io::stdin()).and_then(adopt_reader).map_err(|error| unusable("stdin", &error))?;
    let output = owned(io::stdout()).and_then(adopt_writer).map_err(|error| unusable("stdout", &error))?;
    Ok(SessionIo { input, output })
}

fn bearer(operations: &operation::Context) -> Result<Bearer, CommandError> {
    let ends = |login| last_moment(login, &operations.settings.login);
    let proof = match (operations.tokens.first(), &operations.login) {
        (Some(token), _) => Proof::Token(token.id),
        (None, Some(login)) => Proof::Login(SessionLogin { id: login.id, ends: ends(login) }),
        (None, None) => Proof::Owner,
    };
    let millis = u64::try_from(operations.clock.now().as_millisecond()).unwrap_or(0);
    let session = SessionId::new(millis, entropy::random()?);
    Ok(Bearer { user: operations.principal.user(), session, proof })
}

/// What a session stands on.
struct Behind {
    /// What is known of servers; nothing: there will be none.
    store: Option<Store>,
    /// Where what is used is written down, if it is.
    meter: Option<Meter>,
    launcher: Launcher,
}

fn naming(settings: &Settings) -> NamingRules {
    let naming = &settings.naming;
    NamingRules { separator: naming.separator.clone(), max_length: naming.max_length }
}

fn session(
    settings: &Settings,
    offer: Offer,
    Behind { store, meter, launcher }: Behind,
    commands: Commands,
) -> Result<Session, CommandError> {
    let relay = settings.relay.clone();
    let config = RouterConfig {
        servers: offer.servers,
        naming: naming(settings),
        page_size: relay.page_size,
        initialize_hold: relay.initialize_hold,
        list_hold: relay.list_hold,
        idle_stop: relay.idle_stop,
        hide_after: relay.hide_after,
        ping_after: relay.ping_after,
        child_queue: relay.child_queue,
        instructions_limit: relay.instructions_limit,
        notice: offer.notice,
        label_requests: relay.label_requests,
        clients: offer.clients,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        nonce: u64::from_ne_bytes(entropy::random()?),
    };
    let keeper = Keeper { store, clock: Clock::System, refresh_after: relay.refresh_after };
    let quota_dir = keeper.store.as_ref().map(|store| quota_dir(store.directory()));
    Ok(Session { config, launcher, keeper, meter, commands, quota_dir, max_frame: relay.max_frame })
}

fn unusable(stream: &str, error: &io::Error) -> Problem {
    Problem::new(ProblemKind::Failed, format!("can't use {stream}: {error}"))
}

fn owned(stream: impl AsFd) -> io::Result<OwnedFd> {
    stream.as_fd().try_clone_to_owned()
}
