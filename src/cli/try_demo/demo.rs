//! The steps of a try: each server alone, then all of them through `mcpgw stdio`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::Value;

use super::choice::{Choice, harmless};
use super::report::{CallReport, Merged, Report, ServerReport, client_settings};
use super::subject::{Subject, launch, text};
use super::timed;
use crate::cli::run::guard;
use crate::core::catalog::NamingRules;
use crate::core::model::{Borrower, DEFAULT_START_TIMEOUT, ListKind, Prefix, Server};
use crate::core::observe::Recorder;
use crate::core::operation::server::{Add, Reach, add, test};
use crate::core::operation::{Context, server_failure};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::upstream::direct::{Direct, DirectError, Offer};
use crate::core::upstream::{Bridge, ChildEnvironment, Launcher};

/// What a try works with.
pub(super) struct Demo<'a> {
    /// The store in the temporary directory, with default settings.
    pub(super) context: Context,
    /// This program.
    pub(super) binary: PathBuf,
    /// The flags that make it use that store.
    pub(super) flags: Vec<String>,
    /// How long a server may take to start.
    pub(super) start_timeout: Duration,
    /// Tells a person what goes on.
    pub(super) say: &'a dyn Fn(&str),
}

/// A server as it is without mcpgw.
struct Alone {
    server: Server,
    protocol_version: String,
    call: Option<DirectCall>,
}

struct DirectCall {
    choice: Choice,
    median_us: f64,
}

impl Demo<'_> {
    /// Tries all `subjects`. The process of `mcpgw stdio` is left in `gateway`, for the caller to stop.
    pub(super) async fn run(
        &self,
        subjects: Vec<Subject>,
        gateway: &mut Option<Direct>,
    ) -> Result<Report, Problem> {
        let mut all = Vec::with_capacity(subjects.len());
        for subject in subjects {
            (self.say)(&format!("starting {}", subject.name));
            all.push(self.alone(subject).await?);
        }
        (self.say)("starting mcpgw stdio");
        let client = gateway.insert(self.gateway().await?);
        let failure = |error: DirectError| gateway_failure(&error);
        client.initialize(&Offer::default(), DEFAULT_START_TIMEOUT).await.map_err(failure)?;
        let catalogue = merged(client).await.map_err(failure)?;
        let mut servers = Vec::with_capacity(all.len());
        for alone in all {
            (self.say)(&format!("calling {} through mcpgw", alone.server.name));
            servers.push(together(client, alone).await.map_err(failure)?);
        }
        Ok(Report { servers, catalogue, client_settings: client_settings(&self.binary) })
    }

    /// Registers a server, sees that it works, and times calls to it.
    async fn alone(&self, subject: Subject) -> Result<Alone, Problem> {
        let input = Add {
            name: subject.name,
            alias: None,
            prefix: Prefix::Alias,
            enabled: true,
            eager: false,
            launch: subject.launch,
            reach: Reach::default(),
            start_timeout: self.start_timeout,
            call_timeout: None,
            check: false,
            dry_run: false,
        };
        let server = add(&self.context, input).await?.server;
        // What is seen now is kept, so that the session has it at once, however slowly this server starts.
        let seen =
            test(&self.context, &server.name).await?.outcome.map_err(|failed| failed.problem)?.catalogue;
        let tools: Vec<_> = seen.items(ListKind::Tools).iter().map(parse).collect();
        let call = match subject.choice.or_else(|| harmless(&tools)) {
            Some(choice) => Some(self.direct_call(&server, choice).await?),
            None => None,
        };
        Ok(Alone { protocol_version: seen.protocol_version, server, call })
    }

    async fn direct_call(&self, server: &Server, choice: Choice) -> Result<DirectCall, Problem> {
        let failure = |error: DirectError| server_failure(server, &error);
        let max_frame = self.context.settings.relay.max_frame;
        let mut client =
            Direct::start(Some(Borrower::of(server)), &server.launch, &self.context.launcher, max_frame)
                .await
                .map_err(failure)?;
        client.initialize(&Offer::default(), server.start_timeout).await.map_err(failure)?;
        let timed = timed::call(&mut client, &choice.tool, &choice).await;
        // What a hint would say about a call is meant for servers that are kept.
        let timed = timed.map_err(|error| Problem { hint: None, ..failure(error) })?;
        client.stop().await;
        Ok(DirectCall { choice, median_us: timed.median_us })
    }

    /// Starts `mcpgw stdio` as a client does: with no variable of mcpgw's own.
    async fn gateway(&self) -> Result<Direct, Problem> {
        let args = self.flags.iter().cloned().chain(["stdio".to_owned()]).collect();
        let launch = launch(text(&self.binary)?, args);
        let inherited = self.context.launcher.environment.inherited.clone();
        let environment = ChildEnvironment { inherited, ..ChildEnvironment::default() };
        let vault = self.context.launcher.vault.clone();
        let (recorder, bridge) = (Recorder::default(), Bridge::default());
        let launcher = Launcher { environment, guard: guard(), vault, recorder, bridge };
        let max_frame = self.context.settings.relay.max_frame;
        Direct::start(None, &launch, &launcher, max_frame).await.map_err(|error| gateway_failure(&error))
    }
}

async fn merged(client: &mut Direct) -> Result<Merged, DirectError> {
    let mut lists = Vec::new();
    for kind in ListKind::ALL {
        let items = client.list(kind, DEFAULT_START_TIMEOUT).await?.items;
        lists.push(items.iter().map(parse).collect());
    }
    let mut lists = lists.into_iter();
    let mut next = || lists.next().unwrap_or_default();
    Ok(Merged { tools: next(), prompts: next(), resources: next(), resource_templates: next() })
}

async fn together(client: &mut Direct, alone: Alone) -> Result<ServerReport, DirectError> {
    let Alone { server, protocol_version, call } = alone;
    let call = match call {
        Some(DirectCall { choice, median_us }) => {
            let tool = NamingRules::default().advertise(&server.alias, server.prefix, &choice.tool);
            let timed = timed::call(client, &tool, &choice).await?;
            Some(CallReport {
                tool,
                arguments: Value::Object(choice.arguments),
                result: timed.result,
                direct_us: median_us,
                through_mcpgw_us: timed.median_us,
            })
        }
        None => None,
    };
    let command = server.launch.command();
    let command = command.into_iter().flat_map(|launch| std::iter::once(&launch.command).chain(&launch.args));
    let command = command.cloned().collect();
    Ok(ServerReport { name: server.name.to_string(), command, protocol_version, call })
}

fn gateway_failure(error: &DirectError) -> Problem {
    let mut message = format!("mcpgw stdio failed: {error}");
    for line in &error.evidence.stderr {
        let _ = write!(message, "\n  | {line}");
    }
    Problem::new(ProblemKind::Failed, message)
}

/// An item for people to look at; one that can't be parsed shows as its text.
fn parse(item: &[u8]) -> Value {
    serde_json::from_slice(item).unwrap_or_else(|_| String::from_utf8_lossy(item).into())
}
