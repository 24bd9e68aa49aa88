//! A server. Values of variables and headers are never among what is told.

use super::raw::Raw;
use crate::core::model::{
    Catalogue, ListKind, Prefix, Protocol, Remote, Server, Sighting, Transport, Visibility, shell_line,
};
use crate::core::operation::item::Concealed;
use crate::core::operation::server::Obstacle;
use crate::core::settings::format_duration;

/// What is started, or called, on one line.
pub(crate) fn reached(server: &Server) -> String {
    match &server.launch.transport {
        Transport::Stdio(command) => shell_line(command),
        Transport::Remote(remote) => remote.url.clone(),
    }
}

/// One word for whether it is used, and can be.
pub(crate) fn state(server: &Server, obstacles: &[Obstacle]) -> &'static str {
    match server.enabled {
        false => "disabled",
        true if !obstacles.is_empty() => "locked",
        true => "enabled",
    }
}

/// The settings of a server, for a page.
pub(crate) fn settings(server: &Server, obstacles: &[Obstacle]) -> Vec<(&'static str, String)> {
    let launch = &server.launch;
    let mut pairs = vec![
        ("name", server.name.to_string()),
        (
            "alias",
            match server.prefix {
                Prefix::Alias => server.alias.to_string(),
                Prefix::None => format!("{} (not used as a prefix)", server.alias),
            },
        ),
        ("state", state(server, obstacles).to_owned()),
        match &launch.transport {
            Transport::Stdio(_) => ("command", reached(server)),
            Transport::Remote(_) => ("URL", reached(server)),
        },
    ];
    if let Some(Remote { protocol: Protocol::Sse, .. }) = launch.remote() {
        pairs.push(("protocol", "HTTP+SSE, of MCP 2024-11-05".to_owned()));
    }
    // Who is alone meets no visibility.
    match server.belonging.visibility {
        Some(Visibility::Private) => {}
        Some(wider) => pairs.push(("visibility", wider.name().to_owned())),
        None => pairs.push(("visibility", "unknown to this mcpgw: nobody may use it".to_owned())),
    }
    if !launch.declared().is_empty() {
        let label = if launch.remote().is_some() { "headers" } else { "variables" };
        pairs.push((label, declared(server)));
    }
    for Obstacle { reason, hint } in obstacles {
        pairs.extend([("can't start", reason.clone()), ("hint", hint.clone())]);
    }
    if let Some(cwd) = launch.command().and_then(|command| command.cwd.as_ref()) {
        pairs.push(("directory", cwd.display().to_string()));
    }
    if server.eager {
        pairs.push(("starts", "with every session".to_owned()));
    }
    pairs.push(("start timeout", format_duration(server.start_timeout)));
    if let Some(limit) = server.call_timeout {
        pairs.push(("call timeout", format_duration(limit)));
    }
    pairs
}

/// What a server offers, for a page.
pub(crate) fn offers(catalogue: &Catalogue) -> Vec<(&'static str, String)> {
    let info = |member: &str| Raw::new(&catalogue.server_info).text_of(member);
    let mut pairs = Vec::new();
    let name = [info("name"), info("version")].into_iter().flatten().collect::<Vec<_>>().join(" ");
    pairs.push(("offered by", format!("{name} (MCP {})", catalogue.protocol_version)));
    for (kind, label) in ListKind::ALL.into_iter().zip(["tools", "prompts", "resources", "templates"]) {
        let names = names(catalogue, kind);
        let text =
            if names.is_empty() { "0".to_owned() } else { format!("{}: {}", names.len(), names.join(" ")) };
        pairs.push((label, text));
    }
    pairs
}

/// What was seen of a server last: what it offers, or why it did not start.
pub(crate) fn seen(sighting: Option<&Sighting>) -> Vec<(&'static str, String)> {
    match sighting {
        Some(Sighting::Listed(catalogue)) => offers(catalogue),
        Some(Sighting::Failed { message, .. }) => vec![("last start", message.clone())],
        None => Vec::new(),
    }
}

/// An item that no client sees, and why.
pub(crate) fn hidden(item: &Concealed) -> String {
    format!("{}, since {} has that name", item.name, item.kept_by)
}

/// What the server calls its items: the URI of a resource, the pattern of a template, the name of all else.
pub(crate) fn names(catalogue: &Catalogue, kind: ListKind) -> Vec<String> {
    catalogue
        .items(kind)
        .iter()
        .map(|item| Raw::new(item).text_of(kind.key()).unwrap_or_else(|| "?".to_owned()))
        .collect()
}

/// The references in the variable or header `name`, as one types them.
pub(crate) fn behind(server: &Server, name: &str) -> Vec<String> {
    let spot = server.launch.spot_of(name);
    server.launch.references_in(&spot).map(|reference| reference.target.to_string()).collect()
}

/// The variables or headers of `server`, each with where its value comes from.
fn declared(server: &Server) -> String {
    let one = |name: &String| {
        let behind = behind(server, name);
        if behind.is_empty() { format!("{name} (sealed)") } else { format!("{name} ({})", behind.join(" ")) }
    };
    server.launch.declared().keys().map(one).collect::<Vec<_>>().join(" ")
}
