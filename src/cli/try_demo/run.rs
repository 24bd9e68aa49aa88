//! Runs a try in a temporary directory, and leaves nothing behind.

use std::io;
use std::path::Path;
use std::sync::Arc;

use tempfile::TempDir;

use super::args::TryArgs;
use super::demo::Demo;
use super::report::Report;
use super::show::show;
use super::subject::{subjects, text};
use crate::cli::context::Context;
use crate::cli::error::{CommandError, Exit};
use crate::cli::interrupt::interrupted;
use crate::core::clock::Clock;
use crate::core::model::{DEFAULT_START_TIMEOUT, Via};
use crate::core::operation::{self, Denied, Lagging};
use crate::core::paths::store_file;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::settings::Settings;
use crate::core::store::Store;
use crate::core::upstream::direct::Direct;

impl TryArgs {
    /// Runs it.
    pub(crate) async fn run(self, context: &Context) -> Result<Exit, CommandError> {
        let spinner = context.output.spinner();
        let tried = self.tried(context, &|step| spinner.say(step)).await;
        drop(spinner);
        let report = tried?;
        context.output.show(&report, |page| show(&report, page))?;
        Ok(Exit::Success)
    }

    /// The report, once everything that was made for it is gone again.
    async fn tried(&self, context: &Context, say: &dyn Fn(&str)) -> Result<Report, Problem> {
        // Listened for before there is anything to leave behind.
        let interrupted = interrupted().map_err(|error| own(&error))?;
        let directory =
            tempfile::Builder::new().prefix("mcpgw-try-").tempdir().map_err(|error| own(&error))?;
        let mut gateway = None;
        // Whatever the first branch has started ends with it when the second wins, but for `mcpgw stdio`, which stops
        // its own children before it goes.
        let outcome = tokio::select! {
            outcome = self.report(context, directory.path(), &mut gateway, say) => outcome,
            () = interrupted => Err(Problem::new(ProblemKind::Cancelled, "interrupted; nothing is left")),
        };
        if let Some(gateway) = gateway {
            gateway.stop().await;
        }
        let removed = remove(directory);
        let report = outcome?;
        removed?;
        Ok(report)
    }

    async fn report(
        &self,
        context: &Context,
        directory: &Path,
        gateway: &mut Option<Direct>,
        say: &dyn Fn(&str),
    ) -> Result<Report, Problem> {
        let binary = std::env::current_exe().map_err(|error| own(&error))?;
        let subjects = subjects(self, &binary)?;
        let (data, config) = (directory.join("data"), directory.join("config.toml"));
        let flags = ["--data-dir", text(&data)?, "--config", text(&config)?].map(str::to_owned).to_vec();
        let store = Store::open(&store_file(&data)).await?;
        let settings = Settings::default();
        let launcher = context.launcher(&store, &data, &settings)?;
        let context = operation::Context {
            principal: Arc::new(operation::local_owner(&store).await?),
            via: Via::Owner,
            login: None,
            tokens: Vec::new(),
            store,
            settings,
            clock: Clock::System,
            launcher,
            lagging: Lagging::default(),
            denied: Denied::default(),
        };
        let start_timeout = self.start_timeout.unwrap_or(DEFAULT_START_TIMEOUT);
        Demo { context, binary, flags, start_timeout, say }.run(subjects, gateway).await
    }
}

fn remove(directory: TempDir) -> Result<(), Problem> {
    let path = directory.path().to_owned();
    directory.close().map_err(|error| {
        Problem::new(ProblemKind::Failed, format!("{} can't be removed: {error}", path.display()))
    })
}

fn own(error: &io::Error) -> Problem {
    Problem::new(ProblemKind::Failed, format!("can't prepare the try: {error}"))
}
