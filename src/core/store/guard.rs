//! What must hold of teams and their members, whatever anybody wants: found out in the transaction of the change.

use crate::core::model::{
    Email, EmailDomain, InvitationState, MOST_ATTRIBUTES, PlanName, RoleName, ServerName, Switch, TeamSlug,
};

/// Why a change of a team, or of who is in it, was refused.
#[derive(Debug, thiserror::Error)]
pub enum Guard {
    /// No team has the slug, or who asks may not know of it.
    #[error("there is no team {0}")]
    NoTeam(TeamSlug),
    /// Another team has the slug.
    #[error("the name {0} is taken by another team")]
    SlugTaken(TeamSlug),
    /// A personal team has one member, exists as long as its user does, and is nobody else's business.
    #[error("{0} is a personal team: it can't be {1}")]
    Personal(TeamSlug, &'static str),
    /// Somebody would be in more teams than may be.
    #[error("{who_is} in {most} teams already, which is the most")]
    TooManyTeams {
        /// Who, as the beginning of a sentence.
        who_is: String,
        /// How many.
        most: u32,
    },
    /// A team would have more members than may be.
    #[error("the team {team} has {most} members already, which is the most")]
    Full {
        /// Which.
        team: TeamSlug,
        /// How many.
        most: u32,
    },
    /// A team would be left without somebody who owns it for good.
    #[error("the team {0} would be left without an active owner")]
    LastOwner(TeamSlug),
    /// There is no such user.
    #[error("there is no user {0}")]
    NoUser(Email),
    /// The user may not act.
    #[error("the user {0} is disabled")]
    DisabledUser(Email),
    /// The user is not in the team.
    #[error("{who} is no member of the team {team}")]
    NoMember {
        /// Which team.
        team: TeamSlug,
        /// Who.
        who: Email,
    },
    /// The user is in the team.
    #[error("{who} is a member of the team {team} already, as {role}")]
    Member {
        /// Which team.
        team: TeamSlug,
        /// Who.
        who: Email,
        /// As what.
        role: RoleName,
    },
    /// There is no such role.
    #[error("there is no role {0} here")]
    NoRole(RoleName),
    /// There is such a role.
    #[error("there is a role {0} already")]
    RoleTaken(RoleName),
    /// Somebody has the role.
    #[error("members still have the role {role}: {users}")]
    RoleUsed {
        /// The role.
        role: RoleName,
        /// How many.
        users: u32,
    },
    /// Nobody grants what he lacks.
    #[error("you can't grant the role {role}: you lack {lacking} there yourself")]
    Lacks {
        /// The role.
        role: RoleName,
        /// One of its permissions.
        lacking: &'static str,
        /// Whether they may all the same, as an admin.
        as_admin: bool,
    },
    /// Nobody grants for longer than he has it.
    #[error("the role {0} would last longer than what lets you grant it")]
    Outlasts(RoleName),
    /// Nobody takes from others what he could not give them.
    #[error("{who} may do more in the team {team} than you")]
    Outranked {
        /// Who.
        who: String,
        /// Where.
        team: TeamSlug,
    },
    /// Nobody grants everywhere what he lacks everywhere.
    #[error("you can't grant the role {role} everywhere: you lack {lacking} there yourself")]
    LacksEverywhere {
        /// The role.
        role: RoleName,
        /// One of its permissions.
        lacking: &'static str,
    },
    /// Somebody doesn't have the role.
    #[error("they don't have the role {0} there")]
    NotGranted(RoleName),
    /// A role that would allow nothing.
    #[error("the role {0} would allow nothing")]
    EmptyRole(RoleName),
    /// Every store has the role as it is.
    #[error("{0} is mcpgw's own role: it stays as it is")]
    BuiltIn(RoleName),
    /// What was allowed a moment ago is not any more.
    #[error("you may not {0} any more")]
    NoLonger(&'static str),
    /// A team still has something.
    #[error("the team {team} still has {what}")]
    Holds {
        /// Which team.
        team: TeamSlug,
        /// What it has.
        what: String,
    },
    /// Who moves something into a team must be one who could add it there.
    #[error("you may not add to the team {0} what this one has")]
    Unwelcome(TeamSlug),
    /// More is noted about a user than may be.
    #[error("a user has {MOST_ATTRIBUTES} attributes at most")]
    TooManyAttributes,
    /// What a team has is owned by somebody who is in it.
    #[error("{who} is no active member of the team that {server} is to belong to, and can't own it")]
    NoOwner {
        /// The server.
        server: ServerName,
        /// Who.
        who: String,
    },
    /// A secret that moves would be called like one that is there.
    #[error("the team {team} has a secret {secret} already")]
    SecretClash {
        /// The team.
        team: TeamSlug,
        /// The secret that was to move.
        secret: String,
    },
    /// What moves would be called like what is there.
    #[error("the team {team} has a server with the name or the alias of {server} already")]
    Clash {
        /// The team.
        team: TeamSlug,
        /// The server that was to move.
        server: String,
    },
    /// There is no such invitation.
    #[error("no invitation has this code")]
    NoInvitation,
    /// An invitation can't be accepted any more.
    #[error("this invitation {}", .0.over())]
    InvitationOver(InvitationState),
    /// Somebody is invited into the team already.
    #[error("{who} is invited into the team {team} already")]
    Invited {
        /// Which team.
        team: TeamSlug,
        /// Who.
        who: Email,
    },
    /// Nobody with that address is invited into the team.
    #[error("there is no open invitation of {who} into the team {team}")]
    NotInvited {
        /// Which team.
        team: TeamSlug,
        /// Who.
        who: Email,
    },
    /// Who sent an invitation may not do so any more.
    #[error("who sent this invitation may not grant {role} in the team {team} any more")]
    InviterLacks {
        /// Which team.
        team: TeamSlug,
        /// As what.
        role: RoleName,
    },
    /// An account is not as it was when its password was compared.
    #[error("the account {0} is not as it was a moment ago")]
    AccountChanged(Email),
    /// Somebody asks to join the team already.
    #[error("{who} asks to join the team {team} already")]
    Asked {
        /// Which team.
        team: TeamSlug,
        /// Who.
        who: Email,
    },
    /// Nobody with that address asks to join the team.
    #[error("there is no pending request of {who} to join the team {team}")]
    NotAsked {
        /// Which team.
        team: TeamSlug,
        /// Who.
        who: Email,
    },
    /// A team would have more servers than may be.
    #[error("the team {team} may have {most} servers, and would have more")]
    NoRoom {
        /// Which.
        team: TeamSlug,
        /// How many.
        most: u32,
    },
    /// What a team may have is not known, as its plan isn't.
    #[error("the team {team} follows the plan {plan}, which is not known here: it gets nothing more")]
    NoPlan {
        /// Which.
        team: TeamSlug,
        /// The plan.
        plan: PlanName,
    },
    /// A team doesn't have the domain.
    #[error("the team {team} has no domain {domain}")]
    NoDomain {
        /// Which.
        team: TeamSlug,
        /// The domain.
        domain: EmailDomain,
    },
    /// A team may not have or do something at all.
    #[error("the team {team} may have {}", nothing_of(*.switch))]
    SwitchedOff {
        /// Which.
        team: TeamSlug,
        /// What.
        switch: Switch,
    },
}

fn nothing_of(switch: Switch) -> &'static str {
    match switch {
        Switch::Stdio => "no servers that run here",
        Switch::Remote => "no remote servers",
        Switch::Sampling => "no servers that ask the client's model",
        Switch::Public => "no public servers",
        Switch::Sso => "no provider of single sign-on",
    }
}
