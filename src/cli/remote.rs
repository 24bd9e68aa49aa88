//! `mcpgw __remote`: calls a remote server for the session that started this process.

use std::io::{self, Write as _};

use super::error::Exit;
use super::interrupt::interrupted;
use super::output::Log;
use super::stdio::standard_io;
use crate::core::platform::{close_inherited_on_exec, limits};
use crate::core::session::SessionIo;
use crate::core::upstream::http;

/// Serves the session on stdin and stdout until it ends. What goes wrong is told on stderr, which is the server's log.
pub(super) fn run() -> Exit {
    limits::no_core_dumps();
    close_inherited_on_exec();
    match serve() {
        Ok(()) => Exit::Success,
        Err(why) => {
            tell(&why);
            Exit::Unavailable
        }
    }
}

fn serve() -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| format!("can't start: {error}"))?;
    let served = runtime.block_on(async {
        let SessionIo { input, output } = standard_io().map_err(|problem| problem.message)?;
        let ended = interrupted().map_err(|error| format!("can't start: {error}"))?;
        http::serve(input, output, tell, ended).await
    });
    // Nobody waits for what is still being looked up.
    runtime.shutdown_background();
    served
}

fn tell(text: &str) {
    let line: io::Result<()> = writeln!(Log::direct().line(), "{text}");
    // Where nobody reads, nobody is told.
    drop(line);
}
