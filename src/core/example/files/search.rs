//! The tool `search`: which lines of which files hold a text.

use std::io::Read;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::directory::Directory;
use super::list::{Walk, here};
use crate::core::example::call::{Call, Stopped};
use crate::core::example::tool::{self, Tool, ToolError};

/// How many matches one search shows.
const MOST_MATCHES: usize = 100;
/// How many entries one search looks at.
const MOST_VISITED: usize = 20_000;
/// Larger files are passed over, in bytes.
const LARGEST_FILE: u64 = 1 << 20;
/// A longer line is shown cut, in characters.
const LONGEST_LINE: usize = 300;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    text: String,
    #[serde(default = "here")]
    path: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Found {
    matches: Vec<Match>,
    truncated: bool,
}

#[derive(Debug, Serialize)]
struct Match {
    path: String,
    line: usize,
    text: String,
}

pub(super) fn tool() -> Tool {
    Tool {
        name: "search",
        title: "Search files",
        description: "Finds the lines of text files that hold a text. Files above 1 MiB are passed over.",
        input: json!({
            "text": { "type": "string", "minLength": 1, "description": "What to look for, as it is written" },
            "path": { "type": "string", "description": "The directory to search; the current one when absent" },
        }),
        required: &["text"],
        output: json!({
            "matches": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "path": { "type": "string" },
                        "line": { "type": "integer", "description": "Counted from 1" },
                        "text": { "type": "string" },
                    },
                    "required": ["path", "line", "text"],
                },
            },
            "truncated": { "type": "boolean", "description": "Whether there was more to search or to show" },
        }),
        idempotent: true,
    }
}

/// Searches, and gives the result of `tools/call`. It can take a while, and asks at each file whether to go on.
pub(super) fn run(directory: &Directory, arguments: &Arguments, call: &Call<'_>) -> Result<Value, Stopped> {
    let found = match Walk::below(directory, &arguments.path) {
        Ok(walk) => Ok(search(directory, &arguments.text, walk, call)?),
        Err(error) => Err(ToolError(error.to_string())),
    };
    tool::result(found, call.revision).map_err(|_| Stopped)
}

/// Refuses a search for nothing.
pub(super) fn check(arguments: Arguments) -> Result<Arguments, ToolError> {
    if arguments.text.is_empty() { Err(ToolError("\"text\" is empty".to_owned())) } else { Ok(arguments) }
}

fn search(directory: &Directory, text: &str, walk: Walk<'_>, call: &Call<'_>) -> Result<Found, Stopped> {
    let mut matches = Vec::new();
    for (visited, entry) in walk.enumerate() {
        call.go_on()?;
        if visited >= MOST_VISITED || matches.len() >= MOST_MATCHES {
            return Ok(Found { matches, truncated: true });
        }
        if !entry.metadata.is_file() || entry.metadata.len() > LARGEST_FILE {
            continue;
        }
        let Some(contents) = text_of(directory, &entry.path) else { continue };
        let lines = contents.lines().enumerate().filter(|(_, line)| line.contains(text));
        let room = MOST_MATCHES - matches.len();
        matches.extend(lines.take(room).map(|(index, line)| Match {
            path: entry.path.clone(),
            line: index + 1,
            text: line.chars().take(LONGEST_LINE).collect(),
        }));
    }
    let truncated = matches.len() >= MOST_MATCHES;
    Ok(Found { matches, truncated })
}

fn text_of(directory: &Directory, path: &str) -> Option<String> {
    let (file, _) = directory.file(path).ok()?;
    let mut text = String::new();
    file.take(LARGEST_FILE).read_to_string(&mut text).ok()?;
    Some(text)
}
