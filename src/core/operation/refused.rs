//! What must hold of teams, roles and who is in them, in words that help.

use crate::core::access::Role;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::Guard;

/// Why a change was refused, as `message` says.
pub(super) fn refused(guard: &Guard, message: String) -> Problem {
    let problem = Problem::new(kind(guard), message);
    match hint_about_teams(guard).or_else(|| hint_about_roles(guard)) {
        Some(hint) => problem.hint(hint),
        None => problem,
    }
}

fn kind(guard: &Guard) -> ProblemKind {
    match guard {
        Guard::NoTeam(_)
        | Guard::NoUser(_)
        | Guard::NoMember { .. }
        | Guard::NoRole(_)
        | Guard::NotGranted(_)
        | Guard::NoInvitation
        | Guard::NoDomain { .. }
        | Guard::NotInvited { .. }
        | Guard::NotAsked { .. } => ProblemKind::NotFound,
        Guard::Lacks { .. }
        | Guard::Outlasts(_)
        | Guard::Outranked { .. }
        | Guard::LacksEverywhere { .. }
        | Guard::NoLonger(_)
        | Guard::Unwelcome(_)
        | Guard::SwitchedOff { .. }
        | Guard::InviterLacks { .. }
        | Guard::AccountChanged(_) => ProblemKind::Denied,
        Guard::EmptyRole(_) => ProblemKind::Usage,
        Guard::SlugTaken(_)
        | Guard::RoleTaken(_)
        | Guard::RoleUsed { .. }
        | Guard::BuiltIn(_)
        | Guard::Member { .. }
        | Guard::LastOwner(_)
        | Guard::Holds { .. }
        | Guard::TooManyTeams { .. }
        | Guard::Full { .. }
        | Guard::NoRoom { .. }
        | Guard::NoPlan { .. }
        | Guard::NoOwner { .. }
        | Guard::TooManyAttributes
        | Guard::InvitationOver(_)
        | Guard::Invited { .. }
        | Guard::Asked { .. }
        | Guard::Personal(..)
        | Guard::DisabledUser(_)
        | Guard::Clash { .. }
        | Guard::SecretClash { .. } => ProblemKind::Conflict,
    }
}

fn hint_about_teams(guard: &Guard) -> Option<String> {
    Some(match guard {
        Guard::NoTeam(_) => "mcpgw team list".to_owned(),
        Guard::SlugTaken(_) => "choose another one".to_owned(),
        Guard::NoMember { team, .. } => format!("mcpgw team member list {team}"),
        Guard::Member { team, who, .. } => {
            format!("to change that: mcpgw team member set-role {team} {who} ROLE")
        }
        Guard::LastOwner(team) => {
            format!("make somebody else an owner first: mcpgw team member set-role {team} EMAIL owner")
        }
        Guard::Holds { .. } => {
            "--move-to TEAM gives all of it to another team, --cascade removes it".to_owned()
        }
        Guard::TooManyTeams { .. } => "mcpgw config get team.max_per_user".to_owned(),
        Guard::Full { team, .. } => {
            format!("mcpgw config get team.max_members, and: mcpgw team quota {team}")
        }
        Guard::NoRoom { team, .. } | Guard::SwitchedOff { team, .. } => format!("mcpgw team quota {team}"),
        Guard::NoPlan { .. } => "mcpgw config get team.plans".to_owned(),
        Guard::NoOwner { server, .. } => {
            format!(
                "name a team and an owner who is in it: mcpgw server edit {server} --team TEAM --owner EMAIL"
            )
        }
        Guard::NoInvitation => "see whether all of it was copied, or ask for another one".to_owned(),
        Guard::InvitationOver(_) => "ask for another one".to_owned(),
        Guard::InviterLacks { .. } => "ask an owner of the team for another one".to_owned(),
        Guard::AccountChanged(_) => "nothing was changed; try again".to_owned(),
        Guard::Invited { team, who } => {
            format!("for another code, take it back first: mcpgw team invite revoke {team} {who}")
        }
        Guard::NoDomain { team, .. } => format!("mcpgw team domain list {team}"),
        Guard::NotInvited { team, .. } => format!("mcpgw team invite list {team}"),
        Guard::Asked { team, .. } => format!("to take it back: mcpgw team join cancel {team}"),
        Guard::NotAsked { .. } => "mcpgw team join list".to_owned(),
        _ => return None,
    })
}

fn hint_about_roles(guard: &Guard) -> Option<String> {
    Some(match guard {
        Guard::RoleTaken(_) => "mcpgw role list".to_owned(),
        Guard::RoleUsed { .. } => {
            "take it from them first: mcpgw role revoke ROLE EMAIL, with --team TEAM where it is a team's"
                .to_owned()
        }
        Guard::NoRole(_) => {
            let (own, everywhere) = (Role::OF_A_TEAM.map(Role::name), Role::GLOBAL.map(Role::name));
            let (own, everywhere) = (own.join(", "), everywhere.join(", "));
            format!("in a team it may be {own}, everywhere {everywhere}, or a role that was made here")
        }
        Guard::Lacks { as_admin: true, .. } => {
            "an admin may all the same, which the audit tells: --as-admin --reason TEXT".to_owned()
        }
        Guard::Outlasts(_) => "grant it for a shorter time: --expires".to_owned(),
        Guard::Outranked { .. } => "an owner of the team may, or an admin".to_owned(),
        Guard::EmptyRole(role) => format!("to be rid of it: mcpgw role delete {role}"),
        Guard::BuiltIn(_) => "make another one: mcpgw role create".to_owned(),
        _ => return None,
    })
}
