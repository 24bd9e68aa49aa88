//! Progress and log messages of a request, on stderr while it runs.

use serde_json::Value;

use crate::cli::output::{Output, Spinner};

/// Tells a person how a request is getting on.
#[derive(Debug)]
pub(in crate::cli) struct Progress<'a> {
    output: &'a Output,
    spinner: Spinner,
}

impl<'a> Progress<'a> {
    /// Starts telling; `doing` says what is waited for.
    pub(in crate::cli) fn new(output: &'a Output, doing: &str) -> Self {
        let spinner = output.spinner();
        spinner.say(doing);
        Self { output, spinner }
    }

    /// Takes a notification of the server.
    pub(in crate::cli) fn notification(&self, frame: &[u8]) {
        let Ok(message) = serde_json::from_slice::<Value>(frame) else { return };
        let params = &message["params"];
        let line = match message["method"].as_str() {
            Some("notifications/progress") => progress(params),
            Some("notifications/message") => log(params),
            _ => return,
        };
        self.spinner.say(&line);
        // When stderr is gone, the result is still worth waiting for.
        let _ = self.output.note(&line);
    }
}

fn progress(params: &Value) -> String {
    let mut line = format!("progress: {}", params["progress"]);
    if params["total"].is_number() {
        line = format!("{line}/{}", params["total"]);
    }
    match params["message"].as_str() {
        Some(message) => format!("{line} {message}"),
        None => line,
    }
}

fn log(params: &Value) -> String {
    let level = params["level"].as_str().unwrap_or("log");
    match &params["data"] {
        Value::String(text) => format!("{level}: {text}"),
        data => format!("{level}: {data}"),
    }
}
