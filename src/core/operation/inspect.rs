//! Starts a server alone, once, and sees all that it offers.

use std::time::{Duration, Instant};

use super::Context;
use crate::core::era::Offered;
use crate::core::model::{
    Borrower, Catalogue, CatalogueKey, ListKind, RawItems, Server, Sighting, configuration_hash,
};
use crate::core::upstream::direct::{Direct, DirectError, Offer, Step};

/// What came of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepResult {
    /// It succeeded.
    Done,
    /// It found this, for a person: partly text of the server.
    Found(String),
    /// A list gave that many items.
    Listed(usize),
    /// It failed, and was the last one.
    Failed,
}

/// A step of a start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTaken {
    /// What was done.
    pub step: Step,
    /// How long it took.
    pub took: Duration,
    /// What came of it.
    pub result: StepResult,
}

/// Takes the time of steps, from the end of the one before.
struct Stopwatch<F> {
    since: Instant,
    on_step: F,
}

impl<F: FnMut(StepTaken)> Stopwatch<F> {
    fn took(&mut self, step: Step, result: StepResult) {
        let took = self.since.elapsed();
        self.since = Instant::now();
        (self.on_step)(StepTaken { step, took, result });
    }

    /// Tells the last step.
    fn failed(&mut self, error: DirectError) -> DirectError {
        self.took(error.step.clone(), StepResult::Failed);
        error
    }
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

/// Starts `server`, lists what it has, and ends it, whatever happened. Each step goes to `on_step`, and one that fails is the
/// last.
///
/// Its start timeout holds for the start, and again for each page of a list.
pub async fn inspect(
    server: &Server,
    borrower: Borrower,
    context: &Context,
    on_step: impl FnMut(StepTaken),
) -> Result<Inspection, DirectError> {
    let mut watch = Stopwatch { since: Instant::now(), on_step };
    let mut child =
        start(server, borrower, context, &mut watch).await.map_err(|error| watch.failed(error))?;
    let seen = look(&mut child, server, context, &mut watch).await.map_err(|error| watch.failed(error));
    let noise = child.noise().map(ToOwned::to_owned);
    let status = child.stop().await;
    let catalogue = seen?;
    let ended = status.map_or(StepResult::Done, |status| StepResult::Found(status.to_string()));
    watch.took(Step::Stop, ended);
    Ok(Inspection { catalogue, noise })
}

async fn start(
    server: &Server,
    borrower: Borrower,
    context: &Context,
    watch: &mut Stopwatch<impl FnMut(StepTaken)>,
) -> Result<Direct, DirectError> {
    let (id, launch, launcher) = (Some(borrower), &server.launch, &context.launcher);
    let unsealed = launcher.unseal(id, launch).await?;
    if launch.has_secrets() {
        watch.took(Step::Secrets, StepResult::Done);
    }
    let located = launcher.locate(launch, unsealed)?;
    if launch.command().is_some() {
        watch.took(Step::Command, StepResult::Found(located.path.display().to_string()));
    }
    let child = launcher.spawn(id, located)?;
    watch.took(Step::Spawn, StepResult::Done);
    Ok(Direct::new(child, context.settings.relay.max_frame))
}

async fn look(
    child: &mut Direct,
    server: &Server,
    context: &Context,
    watch: &mut Stopwatch<impl FnMut(StepTaken)>,
) -> Result<Catalogue, DirectError> {
    let opening = child.initialize(&Offer::default(), server.start_timeout).await?;
    watch.took(Step::Initialize, StepResult::Found(format!("MCP {}", opening.protocol_version)));
    let offered = Offered::parse(&opening.capabilities);
    let mut items: [RawItems; 4] = Default::default();
    let mut extras = Vec::new();
    for kind in ListKind::ALL {
        if offered.lists(kind) {
            let listed = child.list(kind, server.start_timeout).await?;
            watch.took(Step::List(kind), StepResult::Listed(listed.items.len()));
            items[kind.index()] = listed.items;
            extras.extend(listed.extras.map(|members| (kind, members)));
        }
    }
    Ok(Catalogue {
        protocol_version: opening.protocol_version,
        capabilities: opening.capabilities,
        server_info: opening.server_info,
        instructions: opening.instructions,
        items,
        extras,
        seen_at: context.clock.now(),
    })
}
