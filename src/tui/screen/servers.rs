//! Servers, and how they are doing.

use std::collections::HashMap;

use super::place::{Column, cut, whole};
use super::{Detail, Row};
use crate::core::model::{Server, ServerId, ServerName, Visibility};
use crate::core::operation::server::{self, Whole};
use crate::core::operation::{Context, session};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::telling::server as told;
use crate::core::telling::session::SessionView;
use crate::core::telling::standing::{ServerStatus, State};
use crate::core::telling::token::Names;
use crate::tui::deed::Deed;
use crate::tui::look::Mark;

pub(super) const COLUMNS: &[Column] = &[
    whole("NAME", 0),
    whole("STATE", 1),
    whole("TEAM", 2),
    whole("VISIBILITY", 3),
    whole("TOOLS", 4),
    cut("COMMAND", 5),
];

pub(super) async fn load(context: &Context) -> Result<Vec<Row>, Problem> {
    let known = server::list_known(context).await?;
    let servers: Vec<_> = known.iter().map(|known| known.server.clone()).collect();
    let obstacles = server::obstacles(context, &servers).await?;
    let sessions: Vec<_> = session::list(context).await?.into_iter().map(SessionView::new).collect();
    let names = Names::new(context).await?;
    let named = named(&servers);
    // Where all is one person's own, nothing is said of teams and visibility.
    let own = |server: &Server| {
        server.belonging.visibility == Some(Visibility::Private)
            && server.belonging.team == context.principal.personal_team()
    };
    let shared = !servers.iter().all(own);
    let rows = known.iter().zip(&obstacles).map(|(known, obstacles)| {
        let (server, status) = (&known.server, ServerStatus::new(known, obstacles, &sessions));
        let name = server.name.to_string();
        let named = named.get(&server.id).cloned().unwrap_or_default();
        let (team, visibility) = if shared {
            let visibility = server.belonging.visibility.map_or("unknown", Visibility::name);
            (names.team(server.belonging.team), visibility.to_owned())
        } else {
            (String::new(), String::new())
        };
        let tools = status.tools.map_or_else(|| "?".to_owned(), |tools| tools.to_string());
        let cells =
            [name.clone(), status.state.name().to_owned(), team, visibility, tools, told::reached(server)];
        let deeds = vec![
            Deed::SwitchServer {
                id: server.id,
                named: named.clone(),
                name: name.clone(),
                on: !server.enabled,
            },
            Deed::RemoveServer { id: server.id, named, name },
        ];
        Row { deeds, ..Row::new(server.id.to_string(), mark(status.state), cells) }
    });
    Ok(rows.collect())
}

/// How commands name each of `servers`: by its name, or by its id where another one has that.
pub(super) fn named(servers: &[Server]) -> HashMap<ServerId, String> {
    let mut called: HashMap<&ServerName, usize> = HashMap::new();
    for server in servers {
        *called.entry(&server.name).or_default() += 1;
    }
    let named = |server: &Server| match called.get(&server.name) {
        Some(1) => server.name.to_string(),
        _ => server.id.to_string(),
    };
    servers.iter().map(|server| (server.id, named(server))).collect()
}

fn mark(state: State) -> Mark {
    match state {
        State::Ready => Mark::Up,
        State::Starting => Mark::Starting,
        State::Idle => Mark::Idle,
        State::Disabled => Mark::Off,
        State::Locked => Mark::Warn,
        State::Down => Mark::Down,
    }
}

pub(super) async fn look(context: &Context, id: &str) -> Result<Vec<Detail>, Problem> {
    let name = ServerName::parse(id).map_err(|error| Problem::new(ProblemKind::Usage, error.to_string()))?;
    let Whole { known, obstacles, hidden } = server::whole(context, &name).await?;
    let mut detail = Detail::pairs(told::settings(&known.server, &obstacles));
    detail.extend(Detail::pairs(told::seen(known.sighting.as_ref())));
    detail.extend(Detail::pairs(hidden.into_iter().map(|item| ("hidden", told::hidden(&item)))));
    Ok(detail)
}
