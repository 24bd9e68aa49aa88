//! The `mcpgw` binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    mcpgw::cli::main(&std::env::args_os().collect::<Vec<_>>())
}
