//! People ask to come into a team that they found, and are let in or turned away.

use std::time::Duration;

use jiff::Timestamp;

use super::list::{get_for, unknown};
use crate::core::access::{Operation, Target};
use crate::core::model::{Email, JoinRequest, JoinRequestId, Member, RoleName, Team, TeamSlug, User};
use crate::core::operation::{Context, following::followed};
use crate::core::platform::entropy;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::{Guard, Limits, NewMember, StoreError};

/// How long a request may be answered.
const LIFE: Duration = Duration::from_hours(7 * 24);
/// Bytes of what who asks says.
const LONGEST_MESSAGE: usize = 1000;

/// Asks to come into the team of that slug.
pub async fn request(
    context: &Context,
    slug: &TeamSlug,
    message: String,
    dry_run: bool,
) -> Result<JoinRequest, Problem> {
    let team = get_for(context, Operation::TeamJoin, slug).await?;
    if message.len() > LONGEST_MESSAGE {
        let text = format!("the message is longer than {LONGEST_MESSAGE} bytes");
        return Err(Problem::new(ProblemKind::Usage, text));
    }
    let (user, email) = asker(context).await?;
    let now = context.clock.now();
    let random = entropy::random()
        .map_err(|error| Problem::new(ProblemKind::Failed, format!("no random numbers: {error}")))?;
    let request = JoinRequest {
        id: JoinRequestId::new(u64::try_from(now.as_millisecond()).unwrap_or(0), random),
        team: team.id,
        user: user.id,
        email,
        full_name: user.full_name,
        message,
        created_at: now,
        expires_at: now.checked_add(LIFE).unwrap_or(Timestamp::MAX),
        end: None,
    };
    let attempt = context.attempt(Operation::TeamJoin, dry_run);
    let act = context.act("join.request");
    context.store.insert_join_request(act, attempt, &team, request.clone()).await?;
    Ok(request)
}

/// The requests to come into the team of that slug, oldest first.
pub async fn requests(context: &Context, slug: &TeamSlug) -> Result<Vec<(TeamSlug, JoinRequest)>, Problem> {
    let team = get_for(context, Operation::JoinShow, slug).await?;
    let requests = context.store.join_requests(team.id).await?;
    Ok(requests.into_iter().map(|request| (team.slug.clone(), request)).collect())
}

/// The requests of who acts, oldest first, each with the team that it is about.
pub async fn own_requests(context: &Context) -> Result<Vec<(TeamSlug, JoinRequest)>, Problem> {
    let user = context.principal.user();
    let nothing = || Problem::new(ProblemKind::NotFound, "there is no such user");
    context.require(Operation::JoinCancel, &Target::User(user), nothing)?;
    let teams = context.store.teams().await?;
    let requests = context.store.join_requests_of(user).await?.into_iter();
    Ok(requests.filter_map(|request| Some((teams.get(&request.team)?.slug.clone(), request))).collect())
}

/// Lets somebody into the team of that slug who asks.
pub async fn approve(
    context: &Context,
    slug: &TeamSlug,
    email: Email,
    (role, until): (RoleName, Option<Timestamp>),
    dry_run: bool,
) -> Result<Member, Problem> {
    let team = get_for(context, Operation::JoinAnswer, slug).await?;
    context.require(Operation::MemberAdd, &Target::of_team(&team), || unknown(slug))?;
    let settings = &context.settings.team;
    let limits = Limits { teams: settings.max_per_user, members: settings.max_members };
    let attempt = context.attempt(Operation::JoinAnswer, dry_run);
    let new = NewMember { email, role, until, as_admin: None };
    let act = context.act("join.approve");
    let approved = context.store.approve_join_request(act, attempt, &team, new, limits).await;
    let member = context.came(Operation::JoinAnswer, &Target::of_team(&team), approved)?;
    if !dry_run {
        followed(context).await;
    }
    Ok(member)
}

/// Turns somebody away who asks to come into the team of that slug.
pub async fn reject(
    context: &Context,
    slug: &TeamSlug,
    email: Email,
    dry_run: bool,
) -> Result<JoinRequest, Problem> {
    let team = get_for(context, Operation::JoinAnswer, slug).await?;
    let attempt = context.attempt(Operation::JoinAnswer, dry_run);
    let act = context.act("join.reject");
    Ok(context.store.reject_join_request(act, attempt, &team, email).await?)
}

/// Takes back what who acts asked for, also of a team that can't be found any more.
pub async fn cancel(context: &Context, slug: &TeamSlug, dry_run: bool) -> Result<JoinRequest, Problem> {
    let (user, email) = asker(context).await?;
    let absent = || StoreError::from(Guard::NotAsked { team: slug.clone(), who: email.clone() }).into();
    context.require(Operation::JoinCancel, &Target::User(user.id), absent)?;
    let team = asked_for(context, slug).await?.ok_or_else(absent)?;
    let attempt = context.attempt(Operation::JoinCancel, dry_run);
    let act = context.act("join.cancel");
    Ok(context.store.cancel_join_request(act, attempt, &team, email).await?)
}

/// The team of that slug, if who acts asked for it.
async fn asked_for(context: &Context, slug: &TeamSlug) -> Result<Option<Team>, Problem> {
    let requests = context.store.join_requests_of(context.principal.user()).await?;
    let teams = context.store.teams().await?.into_values();
    let asked = |team: &Team| requests.iter().any(|request| request.team == team.id);
    Ok(teams.filter(|team| team.slug == *slug).find(asked))
}

/// Who acts, with the address that an answer names.
async fn asker(context: &Context) -> Result<(User, Email), Problem> {
    let account = context.store.account(context.principal.user()).await?;
    let user = account.map(|account| account.user);
    let email = user.as_ref().and_then(|user| user.email.clone());
    user.zip(email).ok_or_else(|| {
        let problem = Problem::new(ProblemKind::Conflict, "you have no email that an answer could name");
        problem.hint("mcpgw user edit me --email EMAIL")
    })
}
