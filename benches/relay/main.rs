//! What the relay costs: the same client and the same child, directly, behind a null relay and behind `mcpgw stdio`.
//!
//! `cargo bench --bench relay` prints one Markdown table and writes JSON. The executable is also the programs that
//! it measures: with `--echo-child` it is the server at the far end, with `--null-relay` the floor to compare with, with
//! `--session-host` a process of many sessions.
//!
//! * [`process`]: those two programs
//! * [`driver`]: the client's end: spawning, the wire, one core or all
//! * [`measure`]: one file a group of figures
//! * [`report`]: medians, what must hold, the table, JSON

#[cfg(target_os = "linux")]
mod driver;
#[cfg(target_os = "linux")]
mod measure;
#[cfg(target_os = "linux")]
mod options;
#[cfg(target_os = "linux")]
mod process;
#[cfg(target_os = "linux")]
mod report;
#[cfg(target_os = "linux")]
mod run;

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    let mut arguments = std::env::args_os().skip(1).peekable();
    let role = arguments.peek().and_then(|first| first.to_str()).unwrap_or_default();
    match role {
        process::ECHO_CHILD => process::echo_child(arguments.skip(1)),
        process::NULL_RELAY => process::relay(arguments.skip(1), process::Moves::AtOnce),
        process::HOLDING_RELAY => process::relay(arguments.skip(1), process::Moves::ByLines),
        process::SESSION_HOST => process::session_host(arguments.skip(1)),
        _ => run::run(),
    }
}

#[cfg(not(target_os = "linux"))]
fn main() -> std::io::Result<()> {
    Err(std::io::Error::other("the relay benchmark needs Linux: it reads /proc and sets core affinity"))
}
