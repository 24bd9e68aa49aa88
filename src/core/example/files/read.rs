//! The tool `read_file`, and the contents of a resource.

use std::io::{Read, Seek, SeekFrom};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::directory::{Directory, Unreadable};
use super::uri;
use crate::core::example::base64;
use crate::core::example::message::RpcError;
use crate::core::example::tool::{Tool, ToolError};

/// How many bytes one call reads.
const MOST_BYTES: u64 = 256 << 10;
/// How large a resource may be, which is read in one piece.
const LARGEST_RESOURCE: u64 = 4 << 20;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    path: String,
    #[serde(default)]
    offset: u64,
    #[serde(default = "most_bytes")]
    limit: u64,
}

#[derive(Debug, Serialize)]
pub(super) struct Contents {
    path: String,
    size: u64,
    text: String,
    next_offset: u64,
    truncated: bool,
}

pub(super) fn tool() -> Tool {
    Tool {
        name: "read_file",
        title: "Read a file",
        description: "Reads a text file below the current directory. One call reads at most 256 KiB.",
        input: json!({
            "path": { "type": "string", "description": "The file, from the current directory" },
            "offset": { "type": "integer", "minimum": 0, "description": "The byte to start at; 0 when absent" },
            "limit": { "type": "integer", "minimum": 1, "maximum": MOST_BYTES, "description": "In bytes" },
        }),
        required: &["path"],
        output: json!({
            "path": { "type": "string" },
            "size": { "type": "integer", "description": "Of the whole file, in bytes" },
            "text": { "type": "string" },
            "next_offset": { "type": "integer", "description": "Where to go on reading" },
            "truncated": { "type": "boolean", "description": "Whether the file goes on" },
        }),
        idempotent: true,
    }
}

pub(super) fn read(directory: &Directory, arguments: Arguments) -> Result<Contents, ToolError> {
    let Arguments { path, offset, limit } = arguments;
    let (mut file, metadata) = directory.file(&path).map_err(|error| ToolError(error.to_string()))?;
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(offset))
        .and_then(|_| file.take(limit.clamp(1, MOST_BYTES)).read_to_end(&mut bytes))
        .map_err(|error| ToolError(Unreadable::from_io(&path, error).to_string()))?;
    let size = metadata.len();
    let whole = whole_characters(&bytes, offset + (bytes.len() as u64) < size);
    let text = whole.ok_or_else(|| ToolError(format!("{path:?} is no text here; read it as a resource")))?;
    let next_offset = offset + text.len() as u64;
    Ok(Contents { size, text: text.to_owned(), next_offset, truncated: next_offset < size, path })
}

/// The result of `resources/read`.
pub(super) fn resource(directory: &Directory, uri: &str) -> Result<Value, RpcError> {
    let not_found = || RpcError::resource_not_found(uri);
    let path = uri::path(directory, uri).ok_or_else(not_found)?;
    let (file, metadata) = directory.file(&path).map_err(|_| not_found())?;
    if metadata.len() > LARGEST_RESOURCE {
        return Err(RpcError::internal(format!("larger than {LARGEST_RESOURCE} bytes; call `read_file`")));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST_RESOURCE)
        .read_to_end(&mut bytes)
        .map_err(|error| RpcError::internal(error.to_string()))?;
    let contents = match String::from_utf8(bytes) {
        Ok(text) => json!({ "uri": uri, "mimeType": "text/plain", "text": text }),
        Err(error) => {
            let blob = base64::encode(error.as_bytes());
            json!({ "uri": uri, "mimeType": "application/octet-stream", "blob": blob })
        }
    };
    Ok(json!({ "contents": [contents] }))
}

/// `bytes` as text; where more follows, a character that is cut in two waits for the next call.
fn whole_characters(bytes: &[u8], more_follows: bool) -> Option<&str> {
    match str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) if more_follows && error.error_len().is_none() && error.valid_up_to() > 0 => {
            str::from_utf8(&bytes[..error.valid_up_to()]).ok()
        }
        Err(_) => None,
    }
}

fn most_bytes() -> u64 {
    MOST_BYTES
}

#[test]
fn a_character_on_the_edge_is_left_for_the_next_call() {
    let text = "aé".as_bytes();
    assert_eq!(whole_characters(&text[..2], true), Some("a"));
    assert_eq!(whole_characters(&text[..2], false), None);
    assert_eq!(whole_characters(text, true), Some("aé"));
    assert_eq!(whole_characters(&[0xff, b'a'], true), None);
}
