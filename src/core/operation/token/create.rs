//! Makes tokens.

use std::time::Duration;

use jiff::Timestamp;

use super::Credential;
use super::find::about;
use super::scope::{ScopeFlags, everything, resolved};
use super::signed::{new_id, signed};
use crate::core::access::{Operation, Target};
use crate::core::model::{Account, Hash, Profile, ProfileName, SealedColumn, Secret, Token};
use crate::core::operation::Context;
use crate::core::operation::user::Who;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::{self, StoreError};
use crate::core::token::narrowed;
use crate::core::vault::Place;

/// How long a token lives where nobody says.
const USUAL: Duration = Duration::from_hours(30 * 24);

/// The shortest credential that may be taken over, characters: what is shorter can be guessed.
const SHORTEST: usize = 32;

/// The longest name.
const LONGEST_NAME: usize = 100;

/// How deep tokens may be made with tokens.
const DEEPEST: usize = 8;

/// When a token ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expiry {
    /// After as long as usual, and not after what it was made with.
    Usual,
    /// After so long.
    In(Duration),
    /// Not by itself.
    Never,
}

/// A token that is to be made.
#[derive(Debug)]
pub struct NewToken {
    /// What it is called.
    pub name: String,
    /// Whose it is; nothing: of who acts.
    pub user: Option<Who>,
    /// What it is for.
    pub scope: ScopeFlags,
    /// When it ends.
    pub expiry: Expiry,
    /// A credential that was made elsewhere; nothing: one is made.
    pub imported: Option<Secret<String>>,
}

/// A token that was made, or would be.
#[derive(Debug)]
pub struct Minted {
    /// Its row.
    pub token: Token,
    /// The token itself, which nobody sees again; nothing: it was made elsewhere, or nothing was made.
    pub text: Option<Secret<String>>,
}

/// Makes a token.
pub async fn create(context: &Context, new: NewToken, dry_run: bool) -> Result<Minted, Problem> {
    create_for(context, new, None, dry_run).await
}

/// The same for a profile, in which it is kept.
pub(in crate::core::operation) async fn create_for(
    context: &Context,
    new: NewToken,
    profile: Option<ProfileName>,
    dry_run: bool,
) -> Result<Minted, Problem> {
    check_name(&new.name)?;
    let account = owner(context, new.user.as_ref()).await?;
    let asked = about(context, &account, Operation::TokenCreate).await?;
    let (operation, target) = asked;
    context.require_known(operation, &target)?;
    let now = context.clock.now();
    let mut token = Token {
        id: new_id(context)?,
        user: account.user.id,
        parent: context.tokens.first().map(|token| token.id),
        name: new.name,
        kid: None,
        hash: Hash([0; 32]),
        scope: resolved(context, &asked, &new.scope, everything()).await?,
        created_by: context.principal.user(),
        created_at: now,
        expires_at: expires(context, &asked, new.expiry)?,
        outlived_at: latest(context),
        retires_at: None,
        revoked_at: None,
        counts_as: None,
    };
    if context.tokens.len() >= DEEPEST {
        let message = "too many tokens were made with one another already".to_owned();
        return Err(context.refuse(&asked, message));
    }
    require_less(context, &asked, &token).await?;
    let mut text = None;
    if let Some(imported) = &new.imported {
        token.hash = taken_over(imported)?;
    } else if !dry_run {
        text = Some(signed(context, &mut token).await?);
    } else {
        // What would refuse it has refused; nothing is signed that is not kept.
        token.hash = Hash(std::array::from_fn(|byte| token.id.to_string().as_bytes()[byte]));
    }
    let profile = match (profile, &text) {
        (Some(name), Some(text)) => Some(kept(context, name, &token, text).await?),
        _ => None,
    };
    let attempt = context.attempt(operation, dry_run);
    let act = context.act(if profile.is_some() { "profile.create" } else { "token.create" });
    let new = store::NewToken { token: token.clone(), replaces: None, profile };
    context.store.insert_token(act, attempt, target, new).await?;
    Ok(Minted { token, text })
}

/// The profile of that name, with its token sealed.
pub(super) async fn kept(
    context: &Context,
    name: ProfileName,
    token: &Token,
    text: &Secret<String>,
) -> Result<Profile, Problem> {
    let vault = context.launcher.vault.open().await?;
    let place = Place { column: SealedColumn::ProfileToken, row: name.as_str() };
    let sealed = vault.seal(&place, text.reveal().as_bytes())?;
    Ok(Profile { name, token: token.id, sealed, created_at: token.created_at })
}

async fn owner(context: &Context, who: Option<&Who>) -> Result<Account, Problem> {
    let who = who.unwrap_or(&Who::Me);
    let missing = || Problem::from(StoreError::NoUser(who.to_string()));
    let found = match who {
        Who::Me => context.store.account(context.principal.user()).await?,
        Who::Id(id) => context.store.account(*id).await?,
        Who::Email(email) => context.store.account_of(email).await?,
    };
    let account = found.ok_or_else(missing)?;
    if account.user.id != context.principal.user() {
        // As for somebody who doesn't exist, unless who asks may see them.
        let (operation, target) = about(context, &account, Operation::TokenCreate).await?;
        context.require(operation, &target, missing)?;
    }
    Ok(account)
}

/// Refuses a token that lets a service of a team do more than who gives it may themselves, anywhere, or for longer.
pub(super) async fn require_less(
    context: &Context,
    asked: &(Operation, Target),
    token: &Token,
) -> Result<(), Problem> {
    let (_, Target::Team { .. }) = asked else { return Ok(()) };
    let now = context.clock.now();
    let service = context.store.principal(token.user).await?;
    let given = service.map(|service| narrowed(service, std::slice::from_ref(token)));
    let giver = context.principal.lasting(token.expires_at);
    let is_less = given.is_some_and(|given| {
        let everywhere = giver.permissions_everywhere(now).includes(given.permissions_everywhere(now));
        let own = given.personal_team();
        let teams = given.memberships().iter().map(|membership| membership.team).filter(|team| *team != own);
        everywhere
            && teams
                .into_iter()
                .all(|team| giver.permissions_in(team, now).includes(given.permissions_in(team, now)))
    });
    if is_less {
        return Ok(());
    }
    Err(context.refuse(asked, "the token would do more than you may, or for longer".to_owned()))
}

/// When at the latest everything ends that is made now: with one of the tokens that it is made with.
pub(super) fn latest(context: &Context) -> Option<Timestamp> {
    context.tokens.iter().filter_map(|token| token.expires_at).min()
}

/// When a token ends that is made now. One that is made with another ends no later.
pub(super) fn expires(
    context: &Context,
    asked: &(Operation, Target),
    expiry: Expiry,
) -> Result<Option<Timestamp>, Problem> {
    let now = context.clock.now();
    let after = |duration| {
        now.checked_add(duration)
            .map_err(|_| Problem::new(ProblemKind::Usage, "that is longer than time is counted"))
    };
    let most = latest(context);
    let wanted = match expiry {
        Expiry::Usual => return Ok(most.into_iter().chain([after(USUAL)?]).min()),
        Expiry::In(duration) => Some(after(duration)?),
        Expiry::Never => None,
    };
    match most {
        Some(most) if wanted.is_none_or(|wanted| wanted > most) => {
            let message =
                format!("the token that you act with ends at {most}: what is made with it ends no later");
            Err(context.refuse(asked, message))
        }
        _ => Ok(wanted),
    }
}

pub(super) fn check_name(name: &str) -> Result<(), Problem> {
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        let message =
            format!("a token's name is 1 to {LONGEST_NAME} characters, none of them a control character");
        return Err(Problem::new(ProblemKind::Usage, message));
    }
    Ok(())
}

fn taken_over(text: &Secret<String>) -> Result<Hash, Problem> {
    let credential = Credential::new(text);
    let text = credential.text();
    let usage = |message: &str| Err(Problem::new(ProblemKind::Usage, message));
    if text.len() < SHORTEST || text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return usage("a credential that is taken over has at least 32 characters, and no white space");
    }
    // It would look like one of ours, and be known by nothing but its hash.
    if text.split('.').count() == 3 && text.starts_with("eyJ") {
        return usage("that is a signed token, and only those of this store work here");
    }
    Ok(credential.hash())
}
