//! From arguments to an exit code.

use std::ffi::OsString;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::CommandFactory as _;
use tokio::runtime::Runtime;

use super::arguments::Global;
use super::command::{Cli, Command};
use super::context::Context;
use super::environment::Environment;
use super::error::{CommandError, Exit};
use super::output::{self, Here, Log, Output, Terminal};
use super::{logging, misuse, quick, remote};
use crate::core::platform::{Guard, expect_many_descriptors, restore_terminal, stand_guard};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::upstream::Bridge;

/// How long what logs still have to say may take to be written.
const LAST_WORDS: Duration = Duration::from_millis(200);

/// The only argument of a guard, which is no command: nothing of what commands need is set up for it.
const GUARD: &str = "__guard";

/// Runs the command that `arguments` (with the program's name first) describe.
pub fn main(arguments: &[OsString]) -> ExitCode {
    if arguments.len() == 2 && arguments[1] == GUARD {
        return if stand_guard().is_ok() { Exit::Success } else { Exit::Failed }.into();
    }
    output::report_panics();
    if arguments.get(1).is_some_and(|argument| argument == Bridge::ARGUMENT) {
        return remote::run().into();
    }
    // The hook has said what happened; the process still ends like any that failed.
    let exit = panic::catch_unwind(AssertUnwindSafe(|| run(arguments))).unwrap_or(Exit::Failed);
    exit.into()
}

fn run(arguments: &[OsString]) -> Exit {
    let environment = Environment::read();
    let wants_json = output::wants_json(arguments, environment.get("MCPGW_FORMAT"));
    let cli = match quick::parse(arguments, &environment) {
        Ok(cli) => cli,
        Err(error) if wants_json && error.use_stderr() => {
            return output::usage_json(&misuse::problem(&error, arguments));
        }
        Err(error) => {
            let hint = misuse::remedy(&error, arguments);
            return output::usage(&error, hint.as_deref(), able(&environment).colours);
        }
    };
    // Nobody may ever read the stderr of a session, and nothing of it may wait for that.
    let is_session = matches!(cli.command, Some(Command::Stdio(_)));
    let log = if is_session {
        expect_many_descriptors();
        Log::detached()
    } else {
        Log::direct()
    };
    let here = here(&cli.global, &environment);
    let output = Output::new(&cli.global, able(&environment), log.clone(), here);
    let exit = run_with(cli, environment, &output, &log, is_session);
    log.finish();
    exit
}

/// What the environment says of the terminal (no-color.org; terminfo(5), `dumb`).
fn able(environment: &Environment) -> Terminal {
    let cursor = environment.get("TERM").is_none_or(|name| name != "dumb");
    Terminal { colours: cursor && environment.get("NO_COLOR").is_none(), cursor }
}

/// What was typed of where this installation is. What the environment says, it says to the next command, too.
fn here(global: &Global, environment: &Environment) -> Here {
    let typed = |flag, path: Option<&'_ PathBuf>, variable| {
        path.filter(|path| environment.get(variable) != Some(path.as_os_str()))
            .map(|path| (flag, std::path::absolute(path).unwrap_or_else(|_| path.clone())))
    };
    let flags = [
        typed("--data-dir", global.data_dir.as_ref(), "MCPGW_DATA_DIR"),
        typed("--config", global.config.as_ref(), "MCPGW_CONFIG"),
    ];
    let commands = || -> Vec<String> {
        Cli::command().get_subcommands().map(|command| command.get_name().to_owned()).collect()
    };
    Here::new(flags.iter().flatten().map(|(flag, path)| (*flag, path.as_path())), commands)
}

fn run_with(mut cli: Cli, environment: Environment, output: &Output, log: &Log, is_session: bool) -> Exit {
    let verbose = cli.global.verbose;
    // The terminal of a session, if it has one, is its client's.
    cli.global.no_input |= is_session;
    let mut context = match Context::new(&cli.global, environment, output.clone()) {
        Ok(context) => context,
        Err(error) => return finish(output, &error),
    };
    let recorder = context.recorder.clone();
    let kept = is_session.then(|| recorder.clone());
    logging::start(context.environment(), verbose, log.clone(), kept.clone());
    if let Some(recorder) = &kept {
        output::report_panics_to(log.clone(), recorder.clone());
    }
    let runtime = match runtime() {
        Ok(runtime) => runtime,
        Err(error) => return finish(output, &failed(format!("can't start: {error}"))),
    };
    let outcome = runtime.block_on(cli.run(&mut context));
    // Reads of a terminal that nobody will end are not waited for.
    runtime.shutdown_background();
    restore_terminal();
    let exit = outcome.unwrap_or_else(|error| {
        if let (Some(recorder), CommandError::Problem(problem)) = (kept, &error) {
            // Few clients show what their servers say on stderr.
            recorder.own_event(&format!("ERROR {problem}"));
        }
        finish(output, &error)
    });
    recorder.finish(LAST_WORDS);
    exit
}

/// Without timers of its own where [`crate::core::platform::time`] has better ones.
fn runtime() -> io::Result<Runtime> {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    if cfg!(not(target_os = "linux")) {
        builder.enable_time();
    }
    builder.enable_io().build()
}

/// This program, on Linux even when its file was replaced meanwhile (proc(5)).
fn this_program() -> io::Result<PathBuf> {
    if cfg!(target_os = "linux") { Ok("/proc/self/exe".into()) } else { std::env::current_exe() }
}

/// The guard of this process: this program again.
pub(super) fn guard() -> Guard {
    this_program().map(|program| Guard::new(program, GUARD)).unwrap_or_default()
}

/// What calls remote servers for this process: this program again. `max_frame` bounds each of their messages, bytes.
pub(super) fn bridge(max_frame: usize) -> Bridge {
    this_program().map(|program| Bridge::new(program, max_frame)).unwrap_or_default()
}

fn finish(output: &Output, error: &CommandError) -> Exit {
    if let CommandError::Problem(problem) = error {
        // When even stderr is gone, the exit code remains.
        let _ = output.error(problem);
    }
    error.exit()
}

fn failed(message: String) -> CommandError {
    Problem::new(ProblemKind::Failed, message).into()
}
