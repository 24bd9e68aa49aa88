//! The tool `list_files`, and the walk that it shares with `search`.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::directory::{Directory, Entry, Unreadable};
use crate::core::example::tool::{Tool, ToolError};

/// How many entries one listing shows.
const MOST_ENTRIES: usize = 500;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    #[serde(default = "here")]
    path: String,
    #[serde(default)]
    recursive: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct Listing {
    entries: Vec<Listed>,
    truncated: bool,
}

#[derive(Debug, Serialize)]
struct Listed {
    path: String,
    kind: &'static str,
    size: u64,
}

pub(super) fn tool() -> Tool {
    Tool {
        name: "list_files",
        title: "List files",
        description: "Lists files and directories below the current directory. Hidden names are left out.",
        input: json!({
            "path": { "type": "string", "description": "The directory to list; the current one when absent" },
            "recursive": { "type": "boolean", "description": "Whether to list what lies deeper, too" },
        }),
        required: &[],
        output: json!({
            "entries": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "path": { "type": "string" },
                        "kind": { "enum": ["file", "directory", "other"] },
                        "size": { "type": "integer", "description": "In bytes" },
                    },
                    "required": ["path", "kind", "size"],
                },
            },
            "truncated": { "type": "boolean", "description": "Whether there was more to list" },
        }),
        idempotent: true,
    }
}

pub(super) fn list(directory: &Directory, arguments: &Arguments) -> Result<Listing, ToolError> {
    let first = directory.entries(&arguments.path).map_err(|error| ToolError(error.to_string()))?;
    let mut entries: Vec<_> = if arguments.recursive {
        Walk::from(directory, first).take(MOST_ENTRIES + 1).collect()
    } else {
        first.into_iter().take(MOST_ENTRIES + 1).collect()
    };
    let truncated = entries.len() > MOST_ENTRIES;
    entries.truncate(MOST_ENTRIES);
    Ok(Listing { entries: entries.into_iter().map(Listed::from).collect(), truncated })
}

pub(super) fn here() -> String {
    ".".to_owned()
}

impl From<Entry> for Listed {
    fn from(Entry { path, metadata }: Entry) -> Self {
        let kind = if metadata.is_file() {
            "file"
        } else if metadata.is_dir() {
            "directory"
        } else {
            "other"
        };
        Self { path, kind, size: metadata.len() }
    }
}

/// Everything below a directory, the nearer first; links are told but not followed.
pub(super) struct Walk<'a> {
    directory: &'a Directory,
    next: VecDeque<Entry>,
}

impl<'a> Walk<'a> {
    pub(super) fn below(directory: &'a Directory, path: &str) -> Result<Self, Unreadable> {
        Ok(Self::from(directory, directory.entries(path)?))
    }

    fn from(directory: &'a Directory, entries: Vec<Entry>) -> Self {
        Self { directory, next: entries.into() }
    }
}

impl Iterator for Walk<'_> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        let entry = self.next.pop_front()?;
        if entry.metadata.is_dir() && !self.directory.is_link(&entry) {
            // A directory that can't be read is listed, and holds nothing.
            self.next.extend(self.directory.entries(&entry.path).unwrap_or_default());
        }
        Some(entry)
    }
}
