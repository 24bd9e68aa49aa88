//! A team.

use crate::core::model::{Member, Team, TeamStatus};
use crate::core::operation::team::Listed;

/// One word for the state that a team is in.
pub(crate) fn status(team: &Team) -> &'static str {
    match team.status {
        TeamStatus::Active => "active",
        TeamStatus::Trial { .. } => "trial",
        TeamStatus::Suspended => "suspended",
    }
}

/// What is to be known of a team, as far as who asks may.
pub(crate) fn pairs(listed: &Listed) -> Vec<(&'static str, String)> {
    let team = &listed.team;
    let mut pairs = vec![("team", team.slug.to_string()), ("name", team.name.clone())];
    if !team.description.is_empty() {
        pairs.push(("description", team.description.clone()));
    }
    pairs.push((
        "status",
        match team.status.until() {
            Some(ends) => format!("{} until {ends}", status(team)),
            None => status(team).to_owned(),
        },
    ));
    pairs.push(("kind", if team.personal_of.is_some() { "personal" } else { "shared" }.to_owned()));
    if team.discoverable {
        pairs.push(("found by", "everybody".to_owned()));
    }
    pairs.extend(listed.role.as_ref().map(|role| ("you are", role.to_string())));
    pairs.extend(listed.members.map(|members| ("members", members.to_string())));
    pairs
}

/// What a member is called where there is room for one word.
pub(crate) fn called(member: &Member) -> String {
    member.email.as_ref().map_or_else(|| format!("(no email) {}", member.user), ToString::to_string)
}
