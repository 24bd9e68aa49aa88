//! A command's one call, as usage tells of it.

use std::time::{Duration, Instant};

use super::Target;
use crate::core::era::Call;
use crate::core::model::{CallMethod, CallOutcome, ClientInfo, SessionId, UsageSession};
use crate::core::operation::Context;
use crate::core::paths::usage_dir;
use crate::core::platform::entropy;
use crate::core::upstream::direct::{DirectCause, DirectError, Reply, Step};
use crate::core::usage::Meter;
use crate::core::wire::{Span, find_member};

/// How long the store may be held by others; after that the next session brings it there.
const PATIENCE: Duration = Duration::from_secs(1);

/// A call that is written down, if that is wanted.
pub(super) struct Tally<'a> {
    context: &'a Context,
    meter: Option<Meter>,
    since: Instant,
}

impl<'a> Tally<'a> {
    /// Of this request, which the server is about to get.
    pub(super) fn begin(context: &'a Context, target: &Target, method: &str, bytes: usize) -> Self {
        let meter = meter(context);
        if let Some(meter) = &meter {
            let client = || {
                Some(ClientInfo { name: "mcpgw".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() })
            };
            let mut pen = meter.pen(client);
            let now = context.clock.now().as_millisecond();
            let server = (target.server.id, target.server.belonging.team);
            let item = target.listed.as_deref().map(|name| (0, Some(name)));
            pen.sent((1, now), server, CallMethod::from(Call::of(method)), item, bytes);
        }
        Self { context, meter, since: Instant::now() }
    }

    /// This is what the server made of it.
    pub(super) async fn end(self, answered: &Result<Reply, DirectError>) {
        let (outcome, bytes) = outcome(answered);
        self.end_as(outcome, bytes).await;
    }

    /// This is what came of it.
    pub(super) async fn end_as(self, outcome: CallOutcome, bytes: usize) {
        let Some(meter) = self.meter else { return };
        meter.pen(|| None).ended(1, outcome, self.since.elapsed(), bytes);
        if let Err(error) = meter.finish(&self.context.store, PATIENCE).await {
            tracing::warn!("the next session brings to the store that this was called: {error}");
        }
    }
}

/// What came of a request, and how long the answer is.
fn outcome(answered: &Result<Reply, DirectError>) -> (CallOutcome, usize) {
    match answered {
        Ok(reply) => {
            let result = reply.result();
            let failed = find_member(result, Span::new(0, result.len()), "isError");
            let failed = failed.is_some_and(|value| value.of(result) == b"true");
            (if failed { CallOutcome::ToolError } else { CallOutcome::Ok }, result.len())
        }
        // It never got as far as the request.
        Err(error) if !matches!(error.step, Step::Request(_)) => (CallOutcome::Failed, 0),
        Err(error) => match &error.cause {
            DirectCause::TimedOut(_) => (CallOutcome::Timeout, 0),
            DirectCause::Refused { error, .. } => (CallOutcome::ProtocolError, error.len()),
            DirectCause::Malformed(_) => (CallOutcome::ProtocolError, 0),
            _ => (CallOutcome::Failed, 0),
        },
    }
}

fn meter(context: &Context) -> Option<Meter> {
    if context.settings.usage.retention.is_zero() {
        return None;
    }
    let millis = u64::try_from(context.clock.now().as_millisecond()).unwrap_or(0);
    let id = SessionId::new(millis, entropy::random().ok()?);
    let token = context.tokens.first().map(|token| token.id);
    let session = UsageSession { id, user: context.principal.user(), token, client: None };
    Some(Meter::new(&usage_dir(context.store.directory()), session))
}
