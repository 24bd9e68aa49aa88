//! An MCP server whose every answer is written down beforehand.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use super::Sandbox;

/// A shell script that answers each method with a fixed result.
#[derive(Debug, Clone)]
pub(crate) struct ScriptedServer {
    arms: String,
    before: String,
}

impl ScriptedServer {
    /// A server that opens with these capabilities (a JSON object) and knows no method yet.
    pub(crate) fn new(capabilities: &str) -> Self {
        let server = Self { arms: String::new(), before: String::new() };
        let opening = format!(
            r#"{{"protocolVersion":"2025-06-18","capabilities":{capabilities},"serverInfo":{{"name":"scripted","version":"1.2"}}}}"#
        );
        server.answers("initialize", &opening)
    }

    /// Answers `method` with `result`.
    pub(crate) fn answers(self, method: &str, result: &str) -> Self {
        self.arm(method, &format!(r#""result":{result}"#))
    }

    /// Refuses `method` with `error`.
    pub(crate) fn refuses(self, method: &str, error: &str) -> Self {
        self.arm(method, &format!(r#""error":{error}"#))
    }

    /// Sends `notification` before it answers `method`; say this before the answer.
    pub(crate) fn notifies(mut self, method: &str, notification: &str) -> Self {
        let _ = writeln!(self.arms, "*'\"{method}\"'*) say {} ;;&", quoted(notification));
        self
    }

    /// Writes each line that holds `text` into a file, and gives no answer.
    pub(crate) fn records(mut self, text: &str, file: &str) -> Self {
        let _ = writeln!(self.arms, "*{}*) printf '%s\\n' \"$line\" >> {file} ;;", quoted(text));
        self
    }

    /// Runs shell commands at its start.
    pub(crate) fn first(mut self, commands: &str) -> Self {
        self.before += commands;
        self.before.push('\n');
        self
    }

    /// Puts the script into the sandbox, and returns its path.
    pub(crate) fn install(&self, sandbox: &Sandbox, name: &str) -> PathBuf {
        let script = format!(
            "#!/usr/bin/env bash\nsay() {{ printf '%s\\n' \"$1\"; }}\n{}\nwhile IFS= read -r line; do\n\
             [[ $line =~ \\\"id\\\":([0-9]+|\\\"[^\\\"]*\\\") ]] && id=${{BASH_REMATCH[1]}}\ncase $line in\n{}esac\ndone\n",
            self.before, self.arms
        );
        let file = sandbox.write(name, &script);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("an executable file");
        file
    }

    fn arm(mut self, method: &str, answer: &str) -> Self {
        let head = quoted(r#"{"jsonrpc":"2.0","id":"#);
        let tail = quoted(&format!(",{answer}}}"));
        let _ = writeln!(self.arms, "*'\"{method}\"'*) say {head}\"$id\"{tail} ;;");
        self
    }
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
