//! Diagnostics go to stderr, and those of a session to a file as well: stdout belongs to results and to the protocol.

use tracing_subscriber::filter::{FilterExt as _, Targets, filter_fn};
use tracing_subscriber::fmt;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;

use super::environment::Environment;
use super::output::Log;
use crate::core::observe::Recorder;

/// Starts logging: `MCPGW_LOG` (levels, as in `RUST_LOG`: `warn,mcpgw=debug`) decides, else how often `-v` was given. Without either, stderr gets
/// warnings, and the file what happens to a session as well.
pub(super) fn start(environment: &Environment, verbose: u8, log: Log, file: Option<Recorder>) {
    let directives = environment.text("MCPGW_LOG");
    let level = match verbose {
        0 => None,
        1 => Some("mcpgw=info,warn"),
        2 => Some("mcpgw=debug,info"),
        _ => Some("trace"),
    };
    let filter = |default: &str| {
        let level = level.unwrap_or(default);
        let parsed = |text: &str| text.parse::<Targets>().ok();
        directives.and_then(parsed).or_else(|| parsed(level)).unwrap_or_default()
    };
    let on_stderr = fmt::layer()
        .with_writer(move || log.line())
        .with_ansi(false)
        .with_target(verbose > 1)
        .with_filter(filter("warn"));
    let in_file = file.map(|recorder| {
        // What libraries say of messages to a keyring, or of a row, is nothing to keep.
        let own = filter_fn(|event| event.target().starts_with(env!("CARGO_CRATE_NAME")));
        fmt::layer()
            .without_time()
            .with_writer(move || recorder.own_line())
            .with_ansi(false)
            .with_target(verbose > 1)
            .with_filter(filter("mcpgw=info").and(own))
    });
    // A second start in one process (tests) keeps the first subscriber.
    let _ = tracing_subscriber::registry().with(on_stderr).with(in_file).try_init();
}
