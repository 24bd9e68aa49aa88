//! Diagnostics go to stderr, whatever the command: stdout belongs to results and to the protocol.

use tracing_subscriber::EnvFilter;

use super::environment::Environment;
use super::output::Log;

/// Starts logging: `MCPGW_LOG` (as in `RUST_LOG`) decides, else how often `-v` was given; warnings show by default.
pub(super) fn start(environment: &Environment, verbose: u8, log: Log) {
    let level = match verbose {
        0 => "warn",
        1 => "mcpgw=info,warn",
        2 => "mcpgw=debug,info",
        _ => "trace",
    };
    let directives = environment.text("MCPGW_LOG").unwrap_or(level);
    let filter = EnvFilter::try_new(directives).unwrap_or_else(|_| EnvFilter::new(level));
    // A second start in one process (tests) keeps the first subscriber.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(move || log.line())
        .with_ansi(false)
        .with_target(verbose > 1)
        .try_init();
}
