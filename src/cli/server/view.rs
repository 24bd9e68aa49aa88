//! A server as commands show it. Values of variables and headers are never among it.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::value::RawValue;

use super::reference::{DeclaredView, ReferenceView};
use crate::core::model::{
    Catalogue, ListKind, Prefix, Server, ServerId, Sighting, TeamId, Transport, UserId, Visibility,
};
use crate::core::operation::item::Concealed;
use crate::core::operation::server::{Obstacle, unmet};
use crate::core::telling::server::{names, state};

/// What JSON shows of a server.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct ServerView<'a> {
    id: ServerId,
    name: &'a str,
    alias: &'a str,
    prefix: Prefix,
    owner_id: UserId,
    team_id: TeamId,
    /// Who may see and use it; `null`: nobody, since it is written in a way that this mcpgw doesn't know.
    visibility: Option<Visibility>,
    enabled: bool,
    /// `enabled`, `disabled`, or `locked` when it can't have what it needs of the vault.
    state: &'static str,
    eager: bool,
    /// `stdio` for a command, `http` or `sse` for a remote server.
    transport: &'static str,
    #[serde(flatten)]
    reached: ReachedView<'a>,
    /// What of that refers to secrets.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    references: Vec<ReferenceView<'a>>,
    /// Why it can't be started, as far as that can be known without asking a keyring or a person.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locked: Vec<Obstacle>,
    start_timeout_ms: u128,
    timeout_ms: Option<u128>,
    created_at: Timestamp,
    updated_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    offers: Option<OffersView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_failure: Option<FailureView<'a>>,
    /// Its tools and prompts that clients don't see.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hidden: Vec<HiddenView<'a>>,
}

/// What JSON shows of the command, or of the remote server.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum ReachedView<'a> {
    Command { command: &'a str, args: &'a [String], env: Vec<DeclaredView<'a>>, cwd: Option<String> },
    Remote { url: &'a str, headers: Vec<DeclaredView<'a>> },
}

impl<'a> ReachedView<'a> {
    fn new(server: &'a Server) -> Self {
        let declared = DeclaredView::all(server);
        match &server.launch.transport {
            Transport::Stdio(launch) => Self::Command {
                command: &launch.command,
                args: &launch.args,
                env: declared,
                cwd: launch.cwd.as_ref().map(|cwd| cwd.to_string_lossy().into_owned()),
            },
            Transport::Remote(remote) => Self::Remote { url: &remote.url, headers: declared },
        }
    }
}

#[derive(Debug, Serialize)]
struct HiddenView<'a> {
    name: &'a str,
    kept_by: &'a str,
}

/// What JSON shows of a catalogue.
#[derive(Debug, Serialize)]
struct OffersView {
    protocol_version: String,
    server_info: Option<Box<RawValue>>,
    tools: Vec<String>,
    prompts: Vec<String>,
    resources: Vec<String>,
    resource_templates: Vec<String>,
    seen_at: Timestamp,
}

#[derive(Debug, Serialize)]
struct FailureView<'a> {
    message: &'a str,
    at: Timestamp,
}

impl<'a> ServerView<'a> {
    /// A server of which no more is known than its row tells.
    pub(in crate::cli) fn new(server: &'a Server) -> Self {
        Self::with_obstacles(server, unmet(server).collect())
    }

    /// A server that these keep from being started.
    pub(in crate::cli) fn with_obstacles(server: &'a Server, locked: Vec<Obstacle>) -> Self {
        let launch = &server.launch;
        Self {
            id: server.id,
            name: server.name.as_str(),
            alias: server.alias.as_str(),
            prefix: server.prefix,
            owner_id: server.belonging.owner,
            team_id: server.belonging.team,
            visibility: server.belonging.visibility,
            enabled: server.enabled,
            state: state(server, &locked),
            eager: server.eager,
            transport: launch.remote().map_or("stdio", |remote| remote.protocol.name()),
            reached: ReachedView::new(server),
            references: launch.references.iter().map(ReferenceView::new).collect(),
            locked,
            start_timeout_ms: server.start_timeout.as_millis(),
            timeout_ms: server.call_timeout.map(|limit| limit.as_millis()),
            created_at: server.created_at,
            updated_at: server.updated_at,
            offers: None,
            last_failure: None,
            hidden: Vec::new(),
        }
    }

    pub(in crate::cli) fn with_hidden(mut self, hidden: &'a [Concealed]) -> Self {
        let view = |item: &'a Concealed| HiddenView { name: &item.name, kept_by: item.kept_by.as_str() };
        self.hidden = hidden.iter().map(view).collect();
        self
    }

    pub(in crate::cli) fn with_sighting(mut self, sighting: Option<&'a Sighting>) -> Self {
        match sighting {
            Some(Sighting::Listed(catalogue)) => self.offers = Some(OffersView::new(catalogue)),
            Some(Sighting::Failed { message, at }) => {
                self.last_failure = Some(FailureView { message, at: *at });
            }
            None => {}
        }
        self
    }

    pub(in crate::cli) fn with_catalogue(mut self, catalogue: Option<&Catalogue>) -> Self {
        self.offers = catalogue.map(OffersView::new);
        self
    }
}

impl OffersView {
    fn new(catalogue: &Catalogue) -> Self {
        let [tools, prompts, resources, resource_templates] =
            ListKind::ALL.map(|kind| names(catalogue, kind));
        let info = String::from_utf8_lossy(&catalogue.server_info).into_owned();
        Self {
            protocol_version: catalogue.protocol_version.clone(),
            server_info: RawValue::from_string(info).ok(),
            tools,
            prompts,
            resources,
            resource_templates,
            seen_at: catalogue.seen_at,
        }
    }
}
