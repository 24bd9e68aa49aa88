//! The table of a session's servers.

use crate::cli::output::Page;
use crate::core::telling::session::{ServerView, SessionView};

/// The servers of a session.
pub(in crate::cli) fn server_table(view: &SessionView, page: &mut Page) {
    let headings = ["NAME", "STATE", "PID", "SINCE", "RESTARTS", "CALLS NOW", "LATENCY", "LAST ERROR"];
    page.table(headings, view.servers.iter().flatten().map(ServerView::row));
}
