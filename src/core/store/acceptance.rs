//! An invitation is accepted: once, by whom it is for, on what who sent it may still grant.

use jiff::Timestamp;
use rusqlite::{Transaction, params};

use super::guard::Guard;
use super::{
    Limits, NewUser, Store, StoreError, audit, credential, deed, domain, invitation, login, member, mode,
};
use super::{principal, rank, user};
use crate::core::access::{Action, Grantee, Operation, Principal, Target, decide};
use crate::core::model::{
    Account, Act, AuditRecord, Email, Hash, Invitation, InvitationState, LoginId, Member, PasswordHash,
    Standing, Team, TeamSlug, UserId, UserStatus,
};

/// Who accepts an invitation, and how that is known.
pub enum Acceptor {
    /// Somebody who has no account yet.
    New(Box<NewUser>),
    /// Who acts: by this login, or as the local owner.
    Acting(UserId, Option<LoginId>),
    /// Who knew the password of this hash, unless they are locked out by then.
    Password(UserId, PasswordHash, Box<dyn Fn(Standing) -> bool + Send>),
}

/// What holds for all invitations.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// How many there may be.
    pub limits: Limits,
    /// Whether whoever is invited may act at once, also where who sent the invitation may not create users.
    pub invite_creates: bool,
}

/// What an invitation led to.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The team.
    pub team: Team,
    /// Who is in it now.
    pub member: Member,
    /// The teams that they came into besides, by their address.
    pub joined: Vec<TeamSlug>,
    /// Whether their account was made for it.
    pub created: bool,
    /// Whether everybody has to log in from now on, which nobody had to before.
    pub switched: bool,
}

impl Store {
    /// Accepts the invitation whose code has that hash.
    pub async fn accept_invitation(
        &self,
        act: Act,
        code: Hash,
        acceptor: Acceptor,
        terms: Terms,
        dry_run: bool,
    ) -> Result<Accepted, StoreError> {
        let (now, creating) = (act.at, Act { action: "user.create", ..act.clone() });
        let plans = self.plans();
        self.rehearsable(act, dry_run, move |transaction| {
            let invitation = invitation::by_code(transaction, code)?.ok_or(Guard::NoInvitation)?;
            let state = invitation.state(now);
            if state != InvitationState::Open {
                return Err(Guard::InvitationOver(state).into());
            }
            let team = super::team::all(transaction)?.remove(&invitation.team).ok_or(Guard::NoInvitation)?;
            let own = match &acceptor {
                Acceptor::New(_) => false,
                Acceptor::Acting(user, _) | Acceptor::Password(user, ..) => *user == invitation.invited_by,
            };
            let grantee = if own { Grantee::Oneself } else { Grantee::Other };
            let inviter = inviter(transaction, &invitation, &team, (grantee, now))?;
            let created = matches!(acceptor, Acceptor::New(_));
            let create = Action::Operation(Operation::UserCreate);
            let vouched = decide(&inviter, create, &Target::Platform, now).is_allowed();
            let account = match acceptor {
                Acceptor::New(new) => {
                    create_account(transaction, *new, vouched || terms.invite_creates, &creating)?
                }
                known => known_account(transaction, &invitation.email, &known)?,
            };
            let who = (account.user.id, &invitation.email);
            let grant = member::Grant { role: invitation.role.as_str(), until: None, source: "invite" };
            let (member, _) = member::enter(transaction, &team, who, &grant, (terms.limits, &plans), now)?;
            let sql = "UPDATE invitation SET accepted_at = ?2, accepted_by = ?3 WHERE id = ?1";
            let keys = params![invitation.id.to_string(), now.as_millisecond(), who.0.to_string()];
            transaction.execute(sql, keys)?;
            // The word of who could make the account under any address is worth as much as the address.
            let joined = if vouched && account.user.status == UserStatus::Active {
                domain::join_by_address(transaction, who, (terms.limits, &plans), now)?
            } else {
                Vec::new()
            };
            let switched = mode::settle(transaction)?;
            let deed = invitation::deed(&invitation, &team)
                .with("user", who.0.to_string())
                .with("created", created)
                .with("status", account.user.status.name())
                .with("invited_by", invitation.invited_by.to_string());
            let slugs: Vec<_> = joined.iter().map(TeamSlug::to_string).collect();
            let deed = deed.with("joined", slugs);
            Ok((Accepted { team, member, joined, created, switched }, Some(deed)))
        })
        .await
    }
}

/// Who sent the invitation, if they still may, and may grant what it promises.
fn inviter(
    transaction: &Transaction<'_>,
    invitation: &Invitation,
    team: &Team,
    (grantee, now): (Grantee, Timestamp),
) -> Result<Principal, StoreError> {
    let refused = || Guard::InviterLacks { team: team.slug.clone(), role: invitation.role.clone() };
    let inviter = principal::principal(transaction, invitation.invited_by)?.ok_or_else(refused)?;
    let invite = Action::Operation(Operation::InviteCreate);
    if !decide(&inviter, invite, &Target::of_team(team), now).is_allowed() {
        return Err(refused().into());
    }
    let granted = (&invitation.role, None, grantee);
    rank::require_ceiling(transaction, &inviter, team, granted, now).map_err(|error| {
        let lacks =
            matches!(error, StoreError::Guard(Guard::Lacks { .. } | Guard::Outlasts(_) | Guard::NoRole(_)));
        if lacks { refused().into() } else { error }
    })?;
    Ok(inviter)
}

fn create_account(
    transaction: &Transaction<'_>,
    new: NewUser,
    at_once: bool,
    creating: &Act,
) -> Result<Account, StoreError> {
    let mut user = new.user;
    user.status = if at_once { UserStatus::Active } else { UserStatus::Pending };
    user::insert(transaction, &user)?;
    if let Some(password) = &new.password {
        credential::write(transaction, user.id, password, creating.at)?;
    }
    let deed = deed::of_user(&user).with("status", user.status.name()).with("invited", true);
    audit::append(transaction, &AuditRecord::new(creating, &deed))?;
    user::require(transaction, user.id)
}

/// The account of whom the invitation is for, if that is who accepts it: a code alone is nobody's account.
fn known_account(
    transaction: &Transaction<'_>,
    email: &Email,
    acceptor: &Acceptor,
) -> Result<Account, StoreError> {
    let changed = || Guard::AccountChanged(email.clone());
    let account = user::find_by_email(transaction, email)?.ok_or_else(changed)?;
    let same = match acceptor {
        Acceptor::New(_) => false,
        Acceptor::Acting(user, None) => *user == account.user.id,
        Acceptor::Acting(user, Some(login)) => {
            *user == account.user.id && login::is_there(transaction, *login)?
        }
        Acceptor::Password(user, hash, locked) => {
            let kept = account.password.as_ref();
            *user == account.user.id
                && kept.is_some_and(|kept| kept.hash == *hash && !locked(kept.standing) && !kept.must_change)
        }
    };
    if same && account.user.status == UserStatus::Active { Ok(account) } else { Err(changed().into()) }
}
