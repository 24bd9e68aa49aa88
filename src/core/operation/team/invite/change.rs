//! Invites people into a team, and takes that back.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::core::access::{Operation, Target};
use crate::core::identity::InviteCode;
use crate::core::model::{Email, Invitation, InvitationId, RoleName, Team, TeamSlug, UserId};
use crate::core::operation::Context;
use crate::core::operation::team::get_for;
use crate::core::platform::entropy;
use crate::core::problem::{Problem, ProblemKind};

/// Who is to be invited.
#[derive(Debug, Clone)]
pub struct Invite {
    /// Their address.
    pub email: Email,
    /// As what.
    pub role: RoleName,
    /// Until when they may accept.
    pub until: Timestamp,
}

/// Somebody who was invited, or would be.
#[derive(Debug)]
pub struct Invited {
    /// The invitation.
    pub invitation: Invitation,
    /// What proves it: nobody can find it out any more.
    pub code: InviteCode,
}

/// An invitation, with who sent it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The invitation.
    pub invitation: Invitation,
    /// The address of who sent it, if they have one.
    pub inviter: Option<Email>,
}

/// Invites somebody into the team of that slug, who need not have an account.
pub async fn create(
    context: &Context,
    slug: &TeamSlug,
    invite: Invite,
    dry_run: bool,
) -> Result<Invited, Problem> {
    let team = get_for(context, Operation::InviteCreate, slug).await?;
    let now = context.clock.now();
    let failed = |error| Problem::new(ProblemKind::Failed, format!("no random numbers: {error}"));
    let code = InviteCode::random().map_err(failed)?;
    let random = entropy::random().map_err(failed)?;
    let invitation = Invitation {
        id: InvitationId::new(u64::try_from(now.as_millisecond()).unwrap_or(0), random),
        team: team.id,
        email: invite.email,
        role: invite.role,
        invited_by: context.principal.user(),
        created_at: now,
        expires_at: invite.until,
        accepted_at: None,
        revoked_at: None,
    };
    let attempt = context.attempt(Operation::InviteCreate, dry_run);
    let act = context.act("invite.create");
    let made = context.store.insert_invitation(act, attempt, &team, invitation.clone(), code.hash()).await;
    context.came(Operation::InviteCreate, &Target::of_team(&team), made)?;
    Ok(Invited { invitation, code })
}

/// The invitations into the team of that slug, oldest first.
pub async fn list(context: &Context, slug: &TeamSlug) -> Result<Vec<Listed>, Problem> {
    let team = get_for(context, Operation::InviteShow, slug).await?;
    let accounts = context.store.accounts().await?.into_iter();
    let emails: BTreeMap<UserId, Option<Email>> =
        accounts.map(|account| (account.user.id, account.user.email)).collect();
    let invitations = context.store.invitations(team.id).await?.into_iter();
    let inviter = |invitation: &Invitation| emails.get(&invitation.invited_by).cloned().flatten();
    Ok(invitations.map(|invitation| Listed { inviter: inviter(&invitation), invitation }).collect())
}

/// Takes back the open invitation of somebody into the team of that slug.
pub async fn revoke(
    context: &Context,
    slug: &TeamSlug,
    email: Email,
    dry_run: bool,
) -> Result<(Team, Invitation), Problem> {
    let team = get_for(context, Operation::InviteRevoke, slug).await?;
    let attempt = context.attempt(Operation::InviteRevoke, dry_run);
    let act = context.act("invite.revoke");
    let invitation = context.store.revoke_invitation(act, attempt, &team, email).await?;
    Ok((team, invitation))
}
