//! Accepts an invitation: for who has its code, whether they have an account or not.

use std::time::Duration;

use crate::core::identity::{InviteCode, is_locked};
use crate::core::model::{
    Account, Act, Deed, Email, Invitation, InvitationState, LONGEST_NAME, Outcome, Secret, Team, Via,
    check_length,
};
use crate::core::operation::Lagging;
use crate::core::operation::following::followed_in;
use crate::core::operation::login::{Acting, Gate, Proven, prove};
use crate::core::operation::user::{NewAccount, prepared};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::{Accepted, Acceptor, Guard, Limits, StoreError, Terms};

/// How long the store may be held by others while the audit is told of a refusal.
const PATIENCE: Duration = Duration::from_secs(1);

/// What a code is for.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The invitation.
    pub invitation: Invitation,
    /// The team.
    pub team: Team,
    /// Whether there is a user with the address that was invited.
    pub has_account: bool,
}

/// How somebody shows that they are who was invited.
#[derive(Debug)]
pub enum Entry {
    /// They act here.
    Acting(Box<Acting>),
    /// They know the password of the account.
    Password(Secret<String>),
    /// There is no account, and they choose a name and a password for one.
    New {
        /// Their name.
        full_name: String,
        /// What they log in with.
        password: Secret<String>,
    },
}

/// What `code` is for, if it may be accepted.
pub async fn look(gate: &Gate, code: &InviteCode) -> Result<Offer, Problem> {
    let found = gate.store.invitation(code.hash()).await?;
    let (invitation, team) = found.ok_or_else(|| Problem::from(StoreError::from(Guard::NoInvitation)))?;
    let state = invitation.state(gate.clock.now());
    if state != InvitationState::Open {
        return Err(StoreError::from(Guard::InvitationOver(state)).into());
    }
    let has_account = gate.store.account_of(&invitation.email).await?.is_some();
    Ok(Offer { invitation, team, has_account })
}

/// Accepts what `code` is for.
pub async fn accept(
    gate: &Gate,
    code: &InviteCode,
    offer: &Offer,
    entry: Entry,
    (lagging, dry_run): (&Lagging, bool),
) -> Result<Accepted, Problem> {
    let email = &offer.invitation.email;
    let act = act(gate, &entry);
    let (act, acceptor) = match entry {
        Entry::Acting(acting) => {
            require_same(&acting, email)?;
            (act, Acceptor::Acting(acting.user.id, acting.login.map(|login| login.id)))
        }
        Entry::Password(password) => {
            let (account, acceptor) = known(gate, email, &password).await?;
            (Act { actor: Some(account.user.id), via: Via::Login, ..act }, acceptor)
        }
        Entry::New { full_name, password } => {
            check_length("the name", &full_name, LONGEST_NAME)?;
            let new = NewAccount {
                email: email.clone(),
                full_name,
                role: None,
                password: Some(password),
                pending: true,
                service_of: None,
            };
            (act, Acceptor::New(Box::new(prepared(gate, new).await?)))
        }
    };
    let limits = Limits { teams: gate.settings.team.max_per_user, members: gate.settings.team.max_members };
    let terms = Terms { limits, invite_creates: gate.settings.users.invite_creates };
    let accepted = gate.store.accept_invitation(act.clone(), code.hash(), acceptor, terms, dry_run).await;
    if let Err(StoreError::Guard(guard @ Guard::InviterLacks { .. })) = &accepted {
        tell_refusal(gate, act, &offer.invitation, guard).await;
    }
    let accepted = accepted?;
    if !dry_run {
        followed_in(&gate.store, lagging).await;
    }
    Ok(accepted)
}

fn act(gate: &Gate, entry: &Entry) -> Act {
    let action = "invite.accept";
    match entry {
        Entry::Acting(acting) => {
            let via = if acting.login.is_some() { Via::Login } else { Via::Owner };
            Act { via, ..gate.act(action, Some(acting.user.id)) }
        }
        Entry::Password(_) | Entry::New { .. } => gate.act(action, None),
    }
}

fn require_same(acting: &Acting, email: &Email) -> Result<(), Problem> {
    if acting.user.email.as_ref() == Some(email) {
        return Ok(());
    }
    let problem = Problem::new(ProblemKind::Denied, format!("this invitation is for {email}, not for you"));
    Err(problem.hint("mcpgw logout, then accept it as who it is for"))
}

/// Compares the password of who is invited, like a login does.
async fn known(
    gate: &Gate,
    email: &Email,
    password: &Secret<String>,
) -> Result<(Account, Acceptor), Problem> {
    let Proven { account, kept, .. } = prove(gate, email, password).await?;
    if kept.must_change {
        let problem = Problem::new(ProblemKind::Denied, "you have to choose another password first");
        return Err(problem.hint("mcpgw login, then mcpgw user passwd"));
    }
    let now = gate.clock.now();
    let locked = Box::new(move |standing| is_locked(standing, now));
    let acceptor = Acceptor::Password(account.user.id, kept.hash, locked);
    Ok((account, acceptor))
}

/// Tells the audit that who sent the invitation may not grant any more what it promises. It is so, whatever comes of this.
async fn tell_refusal(gate: &Gate, act: Act, invitation: &Invitation, guard: &Guard) {
    let deed = Deed::done("invitation", Some(invitation.id.to_string()), invitation.email.as_str())
        .outcome(Outcome::Denied(guard.to_string()));
    if let Err(error) = gate.store.record_denials(vec![(act, deed, 1)], PATIENCE).await {
        tracing::warn!("the audit could not be told of a refusal: {error}");
    }
}
