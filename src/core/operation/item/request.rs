//! One request to one server that is started for it.

use serde_json::value::RawValue;

use super::Target;
use super::tally::Tally;
use crate::core::access::{self, Operation};
use crate::core::guard::Counters;
use crate::core::model::{Borrower, Bounds, CallOutcome, ListKind, Server, Subject, Unmade};
use crate::core::operation::authority::row;
use crate::core::operation::{Context, server_failure};
use crate::core::paths::quota_dir;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::upstream::direct::{Direct, DirectError, Offer, Reply};

/// Starts the server of `target`, sends one request about that, and ends it. Returns the raw `result`; notifications go to
/// `on_notification`. It counts under the limits of who asks; where these leave no room nothing is started.
pub async fn request(
    context: &Context,
    target: &Target,
    method: &str,
    params: &RawValue,
    on_notification: impl FnMut(&[u8]),
) -> Result<Vec<u8>, Problem> {
    let server = &target.server;
    let bounds = bounds(context, server).await?;
    let ask = async || exchange(context, target, method, params, on_notification).await;
    match counted(context, &bounds, ask).await {
        Ok(answered) => {
            answered.map(|reply| reply.result().to_vec()).map_err(|error| server_failure(server, &error))
        }
        Err(unmade) => {
            Tally::begin(context, target, method, params.get().len()).end_as(unmade.outcome(), 0).await;
            Err(refused(context, target, method, &unmade).await?)
        }
    }
}

/// One request, which is written down as it comes to its end: a server may take long to go.
async fn exchange(
    context: &Context,
    target: &Target,
    method: &str,
    params: &RawValue,
    on_notification: impl FnMut(&[u8]),
) -> Result<Reply, DirectError> {
    let server = &target.server;
    let begin = || Tally::begin(context, target, method, params.get().len());
    let (borrower, max_frame) = (Some(Borrower::of(server)), context.settings.relay.max_frame);
    let mut child = match Direct::start(borrower, &server.launch, &context.launcher, max_frame).await {
        Ok(child) => child,
        Err(error) => {
            begin().end_as(CallOutcome::Failed, 0).await;
            return Err(error);
        }
    };
    let opened = child.initialize(&Offer::default(), server.start_timeout).await;
    let tally = begin();
    let answered = match opened {
        Ok(_) => child.request(method, Some(params), server.call_timeout, on_notification).await,
        Err(error) => Err(error),
    };
    tally.end(&answered).await;
    child.stop().await;
    answered
}

/// Under whose limits a call of `server` counts.
async fn bounds(context: &Context, server: &Server) -> Result<Bounds, Problem> {
    let user = context.store.user_bound(context.principal.user()).await?;
    let teams = context.store.teams().await?;
    let (team, plans) = (teams.get(&server.belonging.team), &context.settings.team.plans);
    Ok(Bounds::of_call(&context.tokens, &user, team, plans))
}

/// Does `call` if `bounds` leave room for it.
async fn counted<T>(context: &Context, bounds: &Bounds, call: impl AsyncFnOnce() -> T) -> Result<T, Unmade> {
    if bounds.is_empty() {
        return Ok(call().await);
    }
    let mut counters = Counters::new(quota_dir(context.store.directory()), context.clock);
    let slots = counters.take(bounds)?;
    let done = call().await;
    // What can't be given back now is free as soon as this process is gone.
    counters.give_back(slots);
    Ok(done)
}

async fn refused(
    context: &Context,
    target: &Target,
    method: &str,
    unmade: &Unmade,
) -> Result<Problem, Problem> {
    let server = &target.server;
    let message = format!("server {} was not called: {unmade}", server.name);
    if !unmade.is_denial() {
        return Ok(Problem::new(ProblemKind::Failed, message));
    }
    let (operation, kind) = kind(method);
    let subject = Subject::of_item(server, kind, target.listed.as_deref());
    let target = access::Target::Row(row(server, &context.store.teams().await?));
    context.denied.add_of(context, operation, &target, Some(subject), unmade.reason());
    Ok(Problem::new(ProblemKind::Denied, message))
}

/// What a request is to who asks, and of what.
fn kind(method: &str) -> (Operation, ListKind) {
    match method {
        "prompts/get" => (Operation::PromptGet, ListKind::Prompts),
        "resources/read" => (Operation::ResourceRead, ListKind::Resources),
        _ => (Operation::ToolCall, ListKind::Tools),
    }
}
