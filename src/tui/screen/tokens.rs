//! Credentials, and what they are for.

use super::place::{Column, whole};
use super::{Detail, Row};
use crate::core::model::Token;
use crate::core::operation::Context;
use crate::core::operation::token::{Listing, list};
use crate::core::problem::Problem;
use crate::core::telling::token::{Names, ends, lines};
use crate::tui::deed::Deed;
use crate::tui::look::Mark;

pub(super) const COLUMNS: &[Column] =
    &[whole("NAME", 0), whole("STATE", 1), whole("ENDS", 2), whole("OF", 3), whole("TOKEN", 4)];

pub(super) async fn load(context: &Context) -> Result<Vec<Row>, Problem> {
    let tokens = list(context, &Listing::All).await?;
    let (names, now) = (Names::new(context).await?, context.clock.now());
    let own = context.principal.user();
    let alone = tokens.iter().all(|token| token.user == own);
    let rows = tokens.iter().map(|token| {
        let (id, state) = (token.id.to_string(), token.state(now));
        let of = if alone { String::new() } else { names.called(token.user) };
        let mark = match state {
            "active" if token.ends_soon(now) => Mark::Warn,
            "active" => Mark::Up,
            _ => Mark::Off,
        };
        let deeds = match state {
            "revoked" => Vec::new(),
            _ => vec![Deed::RevokeToken { id: token.id, name: token.name.clone() }],
        };
        let cells = [token.name.clone(), state.to_owned(), ends(token, now), of, id.clone()];
        let detail = detail(token, &names, &ends(token, now), state);
        Row { detail: Some(detail), deeds, ..Row::new(id, mark, cells) }
    });
    Ok(rows.collect())
}

fn detail(token: &Token, names: &Names, ends: &str, state: &str) -> Vec<Detail> {
    let parent = token.parent.map(|parent| parent.to_string()).unwrap_or_default();
    let mut detail = Detail::pairs([
        ("name", token.name.clone()),
        ("id", token.id.to_string()),
        ("state", state.to_owned()),
        ("of", names.called(token.user)),
        ("made", format!("{} by {}", token.created_at, names.called(token.created_by))),
        ("made with", parent),
        ("ends", ends.to_owned()),
    ]);
    detail.push(Detail::Heading("What it is for"));
    detail.extend(lines(&names.scope(token)).iter().flat_map(|line| Detail::text(line)));
    detail
}
