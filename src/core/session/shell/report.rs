//! The router's reports as log lines: in mcpgw's own log, and in the one of the server that they are about.

use super::super::router::Report;
use super::hub::State;
use crate::core::model::Server;
use crate::core::untrusted::{Breaks, untrusted};

/// Writes one report to the log.
pub(super) fn log(state: &State, report: &Report) {
    let name = |child: usize| state.router.server(child).name.as_str();
    let log = |child: usize| state.children.get(child).map(|side| side.log.clone()).unwrap_or_default();
    match report {
        Report::Noise { child, line } => {
            log(*child).noise(line);
            tracing::debug!(
                server = name(*child),
                "not a message on stdout: {}",
                untrusted(&log(*child).mask().text(line), Breaks::Escape)
            );
        }
        Report::Dropped { child: Some(child), reason } => {
            tracing::debug!(server = name(*child), "dropped {reason}");
        }
        Report::Dropped { child: None, reason } => tracing::debug!("dropped from the client: {reason}"),
        Report::Ready { child } => {
            log(*child).event("ready");
            tracing::info!(server = name(*child), "ready");
        }
        Report::Idle { child } => {
            log(*child).event("stopped: it has had nothing to do");
            tracing::info!(server = name(*child), "stopped: it has had nothing to do");
        }
        Report::Silent { child, silent } => {
            let seconds = silent.as_secs();
            log(*child).event(&format!("has said nothing for {seconds} s with requests pending"));
            tracing::warn!(server = name(*child), "has said nothing for {seconds} s with requests pending");
        }
        Report::Down { child, reason } => {
            log(*child).event(reason);
            tracing::warn!(
                server = name(*child),
                "down: {}",
                untrusted(&log(*child).mask().text(reason), Breaks::Escape)
            );
        }
        Report::ListFailed { child, reason } => {
            log(*child).event(reason);
            tracing::warn!(server = name(*child), "{}", untrusted(reason, Breaks::Escape));
        }
        Report::ListCut { child, method } => {
            tracing::warn!(server = name(*child), "{method} was cut short: too long, or its cursors repeat");
        }
        Report::Unreadable { child, method, items } => {
            let reason = format!("{method}: {items} left out that can't be read as JSON");
            log(*child).event(&reason);
            tracing::warn!(server = name(*child), "{reason}");
        }
        Report::Hidden { child, name: item, kept_by } => {
            tracing::warn!(server = name(*child), "{item} is hidden: {} has that name", name(*kept_by));
        }
    }
}

/// Says that a notification was dropped.
pub(super) fn queue_full(server: &Server) {
    tracing::warn!(server = server.name.as_str(), "does not read: a notification was dropped");
}
