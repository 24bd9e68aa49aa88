//! Clients that are served now.

use super::place::{Column, cut, whole};
use super::{Detail, Row};
use crate::core::model::ServerPhase;
use crate::core::operation::{Context, session};
use crate::core::problem::Problem;
use crate::core::telling::session::{ServerView, SessionView};
use crate::core::telling::token::Names;
use crate::tui::deed::Deed;
use crate::tui::look::Mark;

pub(super) const COLUMNS: &[Column] = &[
    whole("PID", 0),
    whole("CLIENT", 1),
    whole("OF", 2),
    whole("SINCE", 3),
    whole("READY", 4),
    whole("CALLS NOW", 5),
    cut("DIRECTORY", 6),
];

pub(super) async fn load(context: &Context) -> Result<Vec<Row>, Problem> {
    let live: Vec<_> = session::list(context).await?.into_iter().map(SessionView::new).collect();
    let (names, now) = (Names::new(context).await?, context.clock.now());
    let own = context.principal.user();
    let alone = live.iter().all(|view| view.user_id == own);
    let rows = live.iter().map(|view| {
        let of = if alone { String::new() } else { names.called(view.user_id) };
        let [pid, client, since, ready, calls, directory] = view.row(now);
        let mut detail = Detail::pairs(view.pairs(now));
        let servers = view.servers.as_deref().unwrap_or_default();
        if !servers.is_empty() {
            detail.push(Detail::Heading("Servers"));
        }
        detail.extend(servers.iter().flat_map(server));
        let deeds = vec![Deed::KillSession { id: view.id, pid: view.pid }];
        let row =
            Row::new(view.id.to_string(), mark(view), [pid, client, of, since, ready, calls, directory]);
        Row { detail: Some(detail), deeds, ..row }
    });
    Ok(rows.collect())
}

/// One that does not answer, or that has a server down, is worth a look.
fn mark(view: &SessionView) -> Mark {
    match &view.servers {
        None => Mark::Down,
        Some(servers) if servers.iter().any(|server| server.state == ServerPhase::Down) => Mark::Warn,
        Some(_) => Mark::Up,
    }
}

fn server(server: &ServerView) -> impl Iterator<Item = Detail> {
    let [name, state, _, since, restarts, calls, latency, error] = server.row();
    let line =
        format!("{name}: {state} for {since}, {calls} calls now, {latency} a call, {restarts} restarts");
    let error = if error.is_empty() { String::new() } else { format!("  {error}") };
    Detail::text(&line).chain(Detail::text(&error)).collect::<Vec<_>>().into_iter()
}
