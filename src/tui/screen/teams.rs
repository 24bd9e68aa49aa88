//! Teams, and who is in them.

use super::place::{Column, cut, whole};
use super::{Detail, Row};
use crate::core::model::{TeamSlug, TeamStatus};
use crate::core::operation::Context;
use crate::core::operation::team::{Listed, get, list, members};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::telling::team as told;
use crate::tui::deed::Deed;
use crate::tui::look::Mark;

pub(super) const COLUMNS: &[Column] =
    &[whole("TEAM", 0), whole("STATUS", 1), whole("YOU ARE", 2), whole("MEMBERS", 3), cut("NAME", 4)];

pub(super) async fn load(context: &Context) -> Result<Vec<Row>, Problem> {
    let teams = list(context).await?;
    let rows = teams.into_iter().map(|listed| {
        let Listed { team, members, role } = &listed;
        let mark = match team.status {
            TeamStatus::Active => Mark::Up,
            TeamStatus::Trial { .. } => Mark::Starting,
            TeamStatus::Suspended => Mark::Off,
        };
        let switch =
            Deed::SetTeamStatus { slug: team.slug.clone(), on: team.status == TeamStatus::Suspended };
        let deeds = if team.personal_of.is_some() { Vec::new() } else { vec![switch] };
        let role = role.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
        let members = members.map_or_else(|| "-".to_owned(), |members| members.to_string());
        let status = told::status(team).to_owned();
        let cells = [team.slug.to_string(), status, role, members, team.name.clone()];
        Row { deeds, ..Row::new(team.slug.to_string(), mark, cells) }
    });
    Ok(rows.collect())
}

pub(super) async fn look(context: &Context, id: &str) -> Result<Vec<Detail>, Problem> {
    let slug = TeamSlug::parse(id).map_err(|error| Problem::new(ProblemKind::Usage, error.to_string()))?;
    let listed = get(context, &slug).await?;
    let mut detail = Detail::pairs(told::pairs(&listed));
    if listed.members.is_some() {
        detail.push(Detail::Heading("Members"));
        let members = members(context, &slug).await?;
        detail.extend(members.iter().flat_map(|member| {
            let until = member.expires_at.map(|until| format!(", until {until}")).unwrap_or_default();
            Detail::text(&format!("{}  {}{until}", told::called(member), member.role)).collect::<Vec<_>>()
        }));
    }
    Ok(detail)
}
