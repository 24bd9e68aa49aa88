//! Starts a server alone, once, and sees all that it offers.

use std::time::Duration;

use tokio::time::Instant;

use super::Context;
use crate::core::era::Offered;
use crate::core::model::{Catalogue, CatalogueKey, ListKind, Server, Sighting, configuration_hash};
use crate::core::upstream::direct::{Direct, DirectError, Offer, Step};

/// A step that succeeded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTaken {
    /// What was done.
    pub step: Step,
    /// How long it took.
    pub took: Duration,
    /// How many items a list gave.
    pub items: Option<usize>,
}

/// What a server offers.
#[derive(Debug, Clone)]
pub struct Inspection {
    /// Everything it listed.
    pub catalogue: Catalogue,
    /// The first line on its stdout that was no message: untrusted text.
    pub noise: Option<String>,
}

impl Inspection {
    /// As the store keeps it, for [`Offer::default`].
    pub fn sighting(&self, server: &Server) -> (CatalogueKey, Sighting) {
        (catalogue_key(server), Sighting::Listed(self.catalogue.clone()))
    }
}

/// Under which conditions commands see a server.
pub(super) fn catalogue_key(server: &Server) -> CatalogueKey {
    let configuration = configuration_hash(&server.launch);
    CatalogueKey { server: server.id, configuration, offer: Offer::default().hash() }
}

/// Starts `server`, lists what it has, and ends it, whatever happened. Each step taken goes to `on_step`.
///
/// Its start timeout holds for the start, and again for each page of a list.
pub async fn inspect(
    server: &Server,
    context: &Context,
    mut on_step: impl FnMut(StepTaken),
) -> Result<Inspection, DirectError> {
    let began = Instant::now();
    let mut child =
        Direct::start(Some(server.id), &server.launch, &context.launcher, context.settings.relay.max_frame)
            .await?;
    on_step(StepTaken { step: Step::Spawn, took: began.elapsed(), items: None });
    let seen = look(&mut child, server, context, &mut on_step).await;
    let noise = child.noise().map(ToOwned::to_owned);
    child.stop().await;
    Ok(Inspection { catalogue: seen?, noise })
}

async fn look(
    child: &mut Direct,
    server: &Server,
    context: &Context,
    on_step: &mut impl FnMut(StepTaken),
) -> Result<Catalogue, DirectError> {
    let began = Instant::now();
    let opening = child.initialize(&Offer::default(), server.start_timeout).await?;
    on_step(StepTaken { step: Step::Initialize, took: began.elapsed(), items: None });
    let offered = Offered::parse(&opening.capabilities);
    let mut items: [Vec<Box<[u8]>>; 4] = Default::default();
    for kind in ListKind::ALL {
        if offered.lists(kind) {
            let began = Instant::now();
            let listed = child.list(kind, server.start_timeout).await?;
            on_step(StepTaken { step: Step::List(kind), took: began.elapsed(), items: Some(listed.len()) });
            items[kind.index()] = listed;
        }
    }
    Ok(Catalogue {
        protocol_version: opening.protocol_version,
        capabilities: opening.capabilities,
        server_info: opening.server_info,
        instructions: opening.instructions,
        items,
        extras: Vec::new(),
        seen_at: context.clock.now(),
    })
}
