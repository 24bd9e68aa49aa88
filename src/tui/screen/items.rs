//! What servers offer: tools, prompts, resources and templates, and why one of them can't be used.

use std::collections::HashMap;

use super::place::{Column, cut, whole};
use super::servers::named;
use super::{Detail, Row};
use crate::core::model::{ListKind, ServerId, ServerName};
use crate::core::operation::item::{self, Item};
use crate::core::operation::server::Known;
use crate::core::operation::{Context, Effort, server};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::telling::item as told;
use crate::core::telling::raw::Raw;
use crate::tui::deed::Deed;
use crate::tui::look::Mark;

pub(super) const COLUMNS: &[Column] =
    &[whole("NAME", 0), whole("KIND", 2), whole("SERVER", 3), cut("WHAT IT IS", 1)];

/// What parts the members of an id; no name of a server and no kind holds it.
const BETWEEN: char = '/';

pub(super) async fn load(context: &Context) -> Result<Vec<Row>, Problem> {
    let known = server::list_known(context).await?;
    let servers: Vec<_> = known.iter().map(|known| known.server.clone()).collect();
    let (named, mut rows) = (named(&servers), Vec::new());
    for kind in ListKind::ALL {
        // Nothing is started just because somebody looks.
        let mut found = item::list(context, kind, None, Effort::Kept).await?;
        // What is switched off stays where it is.
        found.items.sort_by(|a, b| (&a.server, &a.advertised).cmp(&(&b.server, &b.advertised)));
        rows.extend(found.items.iter().map(|item| row(kind, item, &named)));
        rows.extend(found.concealed.into_iter().map(|item| {
            let id = format!("hidden{BETWEEN}{}{BETWEEN}{}", item.server_id, item.name);
            let why = format!("hidden: {} has that name", item.kept_by);
            Row::new(id, Mark::Warn, [item.name, kind.noun().to_owned(), item.server.to_string(), why])
        }));
        if kind == ListKind::Tools {
            rows.extend(found.failures.into_iter().map(|(server, problem)| {
                let id = format!("failed{BETWEEN}{}", server.id);
                let cells = ["-".to_owned(), String::new(), server.name.to_string(), problem.message.clone()];
                Row { detail: Some(Detail::of(&problem)), ..Row::new(id, Mark::Down, cells) }
            }));
        }
    }
    let unseen = known.into_iter().filter(|known| known.server.enabled && known.sighting.is_none());
    rows.extend(unseen.map(|Known { server, .. }| {
        let hint = format!("not started yet; try it: mcpgw server test {}", server.name);
        let cells = ["-".to_owned(), String::new(), server.name.to_string(), hint];
        let row = Row::new(format!("unseen{BETWEEN}{}", server.id), Mark::Idle, cells);
        Row { detail: Some(Vec::new()), ..row }
    }));
    Ok(rows)
}

fn row(kind: ListKind, item: &Item, named: &HashMap<ServerId, String>) -> Row {
    let id = format!("{}{BETWEEN}{}{BETWEEN}{}", kind.index(), item.server_id, item.original);
    let mark = match &item.refusal {
        None => Mark::Up,
        Some(_) if item.is_disabled => Mark::Off,
        Some(_) => Mark::Warn,
    };
    let server = item.server.to_string();
    let deed = Deed::SwitchItem {
        kind,
        id: item.server_id,
        server: named.get(&item.server_id).cloned().unwrap_or_default(),
        item: item.original.clone(),
        on: item.is_disabled,
    };
    let cells = [item.advertised.clone(), kind.noun().to_owned(), server, told::about(item)];
    Row { deeds: vec![deed], ..Row::new(id, mark, cells) }
}

pub(super) async fn look(context: &Context, id: &str) -> Result<Vec<Detail>, Problem> {
    let mut parts = id.splitn(3, BETWEEN);
    let (kind, server, name) = (parts.next(), parts.next(), parts.next());
    let kind = ListKind::ALL.into_iter().find(|one| kind == Some(&one.index().to_string()));
    let (Some(kind), Some(server), Some(name)) = (kind, server, name) else { return Ok(Vec::new()) };
    let server =
        ServerName::parse(server).map_err(|error| Problem::new(ProblemKind::Usage, error.to_string()))?;
    let found = item::list(context, kind, Some(&server), Effort::Kept).await?;
    let Some(item) = found.items.iter().find(|item| item.original == name) else { return Ok(Vec::new()) };
    let raw = Raw::new(&item.raw);
    let text = |member: &str| raw.text_of(member).unwrap_or_default();
    let mut detail = Detail::pairs([
        ("name", item.advertised.clone()),
        ("server", item.server.to_string()),
        ("its own name", item.original.clone()),
        ("can't be used", item.refusal.clone().unwrap_or_default()),
        ("title", text("title")),
        ("type", text("mimeType")),
    ]);
    detail.extend(Detail::text(&text("description")));
    let arguments = told::arguments(raw);
    if !arguments.is_empty() {
        detail.push(Detail::Heading("Arguments"));
    }
    for [name, kind, needed, about] in arguments {
        let needed = if needed.is_empty() { "" } else { ", needed" };
        detail.extend(Detail::text(&format!("{name} ({kind}{needed}) {}", about.replace('\n', " "))));
    }
    Ok(detail)
}
