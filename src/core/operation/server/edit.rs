//! Changes a server, after trying what was changed about its start.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;

use super::add::{checked, refuse_taken};
use super::bind::{bind, refuse_narrower, restate};
use super::list::get_for;
use super::reach::{Reach, require_launch, require_leave, require_place};
use crate::core::access::Operation;
use crate::core::model::{
    Belonging, Borrower, HiddenValue, Prefix, Protocol, Reference, Server, ServerAlias, ServerName, Spot,
    Transport, command_hash,
};
use crate::core::operation::following::followed;
use crate::core::operation::{Context, Inspection, vault};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::StoreError;

/// What changes; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// A new name. The alias stays, and with it every advertised name.
    pub name: Option<ServerName>,
    /// A new alias.
    pub alias: Option<ServerAlias>,
    /// Whether its names carry the alias.
    pub prefix: Option<Prefix>,
    /// Whether it starts with every session.
    pub eager: Option<bool>,
    /// A new command with all its arguments, and the `PATH` that it was typed under.
    pub command: Option<(String, Vec<String>, Option<String>)>,
    /// Variables to add or replace.
    pub set_env: BTreeMap<String, HiddenValue>,
    /// Variables to drop.
    pub unset_env: Vec<String>,
    /// A new directory; inside, nothing: none any more.
    pub cwd: Option<Option<PathBuf>>,
    /// Another URL.
    pub url: Option<String>,
    /// What is spoken there.
    pub protocol: Option<Protocol>,
    /// Headers to add or replace.
    pub set_headers: BTreeMap<String, HiddenValue>,
    /// Headers to drop.
    pub unset_headers: Vec<String>,
    /// Whose it is, and who else may see it.
    pub reach: Reach,
    /// A new limit for its start.
    pub start_timeout: Option<Duration>,
    /// A new limit for one call; inside, nothing: none any more.
    pub call_timeout: Option<Option<Duration>>,
}

/// The server as it is now, or would be.
#[derive(Debug)]
pub struct Edited {
    /// The server.
    pub server: Server,
    /// What it offers, if it was checked.
    pub inspection: Option<Inspection>,
    /// Whether anything is different.
    pub changed: bool,
}

impl Edit {
    /// Whether it changes what stands there.
    fn touches(&self, spot: &Spot) -> bool {
        match spot {
            Spot::Env(name) => self.set_env.contains_key(name) || self.unset_env.contains(name),
            Spot::Arg(_) => self.command.is_some(),
            Spot::Header(name) => {
                self.set_headers.contains_key(name) || self.unset_headers.iter().any(|unset| unset == name)
            }
            Spot::Url => self.url.is_some(),
        }
    }

    /// Refuses what a server that is reached like `server` does not have.
    fn require_fitting(&self, server: &Server) -> Result<(), Problem> {
        let of_command = self.command.is_some()
            || self.cwd.is_some()
            || !self.set_env.is_empty()
            || !self.unset_env.is_empty();
        let of_remote = self.url.is_some()
            || self.protocol.is_some()
            || !self.set_headers.is_empty()
            || !self.unset_headers.is_empty();
        let name = &server.name;
        let message = match server.launch.transport {
            Transport::Stdio(_) if of_remote => {
                format!("{name} is a command: it has variables and a directory, and no URL or headers")
            }
            Transport::Remote(_) if of_command => {
                format!(
                    "{name} is a remote server: it has a URL and headers, and no command, variables or directory"
                )
            }
            _ => return Ok(()),
        };
        let hint = format!("to reach it in another way, add it anew: mcpgw server remove {name}");
        Err(Problem::new(ProblemKind::Usage, message).hint(hint))
    }

    fn apply(&self, server: &mut Server) {
        let edit = self.clone();
        set(&mut server.name, edit.name);
        set(&mut server.alias, edit.alias);
        set(&mut server.prefix, edit.prefix);
        set(&mut server.eager, edit.eager);
        set(&mut server.start_timeout, edit.start_timeout);
        set(&mut server.call_timeout, edit.call_timeout);
        match &mut server.launch.transport {
            Transport::Stdio(launch) => {
                set(&mut launch.cwd, edit.cwd);
                if let Some((command, args, path)) = edit.command {
                    (launch.command, launch.args, launch.path) = (command, args, path);
                }
                launch.env.retain(|name, _| !self.unset_env.contains(name));
                launch.env.extend(edit.set_env);
            }
            Transport::Remote(remote) => {
                set(&mut remote.url, edit.url);
                set(&mut remote.protocol, edit.protocol);
                remote.headers.retain(|name, _| !self.unset_headers.contains(name));
                remote.headers.extend(edit.set_headers);
            }
        }
        server.launch.references.retain(|reference| !self.touches(&reference.spot));
    }
}

/// An edit, where the server is to be, and what the references in it were bound to.
#[derive(Debug, Clone)]
struct Bound {
    edit: Edit,
    belonging: Belonging,
    references: Vec<Reference>,
}

impl Bound {
    fn apply(&self, server: &mut Server, now: Timestamp) {
        let before = server.clone();
        self.edit.apply(server);
        if self.edit.reach != Reach::default() {
            server.belonging = self.belonging;
        }
        server.launch.references.extend(self.references.clone());
        server.launch.references.sort_by(|a, b| (&a.spot, a.position).cmp(&(&b.spot, b.position)));
        server.updated_at = if *server == before { before.updated_at } else { now };
    }
}

/// Applies `edit` to the server of that name. When its start changes and `check` is on, it is started once.
pub async fn edit(
    context: &Context,
    name: &ServerName,
    edit: Edit,
    check: bool,
    dry_run: bool,
) -> Result<Edited, Problem> {
    let before = get_for(context, Operation::ServerEdit, name).await?;
    edit.require_fitting(&before)?;
    let now = context.clock.now();
    let mut server = before.clone();
    edit.apply(&mut server);
    server.belonging = edit.reach.resolve(context, before.belonging).await?;
    server.launch.validate()?;
    require_place(context, &server, Some(before.belonging)).await?;
    require_leave(context, &server, before.belonging).await?;
    refuse_taken(context, &server).await?;
    let before_it = Some((command_hash(&before.launch), now));
    let borrower = Borrower { before: before_it, ..Borrower::of(&server) };
    let references = bind(context, &server, borrower, |spot| edit.touches(spot)).await?;
    let bound = Bound { edit, belonging: server.belonging, references };
    server = before.clone();
    bound.apply(&mut server, now);
    require_launch(context, &before, &server).await?;
    let starts_anew = server.launch != before.launch || server.start_timeout != before.start_timeout;
    let mut references = std::mem::take(&mut server.launch.references);
    restate(context, &server, borrower, &mut references).await?;
    server.launch.references = references;
    refuse_narrower(Some(&before), &server)?;
    let inspection =
        if check && starts_anew { Some(checked(context, &server, borrower).await?) } else { None };
    if !dry_run {
        server = keep(context, &before, &bound, inspection.as_ref(), now).await?;
    }
    Ok(Edited { changed: server != before, server, inspection })
}

/// Seals what is new in `bound`, and writes it unless nothing changes.
async fn keep(
    context: &Context,
    before: &Server,
    bound: &Bound,
    inspection: Option<&Inspection>,
    now: Timestamp,
) -> Result<Server, Problem> {
    loop {
        let bound = sealed(context, before, bound).await?;
        let mut server = before.clone();
        bound.apply(&mut server, now);
        if server == *before {
            return Ok(server);
        }
        let seen = inspection.map(|inspection| inspection.sighting(&server));
        let apply = move |server: &mut Server| bound.apply(server, now);
        match context.store.change_server(context.act("server.edit"), before, seen, apply).await {
            // Somebody rotated the key meanwhile.
            Err(StoreError::KeyChanged) => drop(context.launcher.vault.refresh().await?),
            kept => {
                let server = kept?;
                followed(context).await;
                return Ok(server);
            }
        }
    }
}

/// `bound` with all that it declares sealed.
async fn sealed(context: &Context, before: &Server, bound: &Bound) -> Result<Bound, Problem> {
    let mut bound = bound.clone();
    let set = match before.launch.transport {
        Transport::Stdio(_) => &mut bound.edit.set_env,
        Transport::Remote(_) => &mut bound.edit.set_headers,
    };
    let declarer = (before.id, before.launch.sealed_column());
    *set = vault::seal_new(context, declarer, std::mem::take(set), before.launch.declared()).await?;
    Ok(bound)
}

/// Switches a server on or off. Returns whether that changed anything.
pub async fn set_enabled(
    context: &Context,
    name: &ServerName,
    enabled: bool,
    dry_run: bool,
) -> Result<bool, Problem> {
    let before = get_for(context, Operation::ServerEnable, name).await?;
    if before.enabled != enabled && !dry_run {
        let now = context.clock.now();
        let switch = move |server: &mut Server| {
            (server.enabled, server.updated_at) = (enabled, now);
        };
        let action = if enabled { "server.enable" } else { "server.disable" };
        context.store.change_server(context.act(action), &before, None, switch).await?;
        followed(context).await;
    }
    Ok(before.enabled != enabled)
}

fn set<T>(target: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *target = value;
    }
}
