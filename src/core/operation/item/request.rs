//! One request to one server that is started for it.

use serde_json::value::RawValue;

use crate::core::model::{Borrower, Server};
use crate::core::operation::{Context, server_failure};
use crate::core::problem::Problem;
use crate::core::upstream::direct::{Direct, DirectError, Offer};

/// Starts `server`, sends one request, and ends it. Returns the raw `result`; notifications go to `on_notification`.
pub async fn request(
    context: &Context,
    server: &Server,
    method: &str,
    params: &RawValue,
    on_notification: impl FnMut(&[u8]),
) -> Result<Vec<u8>, Problem> {
    let failed = |error: DirectError| server_failure(server, &error);
    let mut child = Direct::start(
        Some(Borrower::of(server)),
        &server.launch,
        &context.launcher,
        context.settings.relay.max_frame,
    )
    .await
    .map_err(failed)?;
    let answered = match child.initialize(&Offer::default(), server.start_timeout).await {
        Ok(_) => child.request(method, Some(params), server.call_timeout, on_notification).await,
        Err(error) => Err(error),
    };
    child.stop().await;
    answered.map(|reply| reply.result().to_vec()).map_err(failed)
}
