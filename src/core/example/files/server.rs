//! The `files` server's methods.

use std::io::{self, BufRead, Write};
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use super::directory::Directory;
use super::{list, read, search, uri};
use crate::core::example::message::RpcError;
use crate::core::example::revision::Revision;
use crate::core::example::serve::{Info, Outcome, Server, serve};
use crate::core::example::tool;

/// How many resources one page lists.
const PAGE: usize = 50;

/// Serves the files below `root` to one client, until `input` ends.
///
/// # Errors
///
/// When `root` is no readable directory, or `input` or `output` fails.
pub fn files(root: &Path, input: impl BufRead, output: impl Write + Send) -> io::Result<()> {
    serve(&Files { directory: Arc::new(Directory::open(root)?) }, input, output)
}

struct Files {
    /// Shared with the searches that run.
    directory: Arc<Directory>,
}

impl Server for Files {
    fn info(&self) -> Info {
        Info {
            name: "mcpgw-example-files",
            title: "Files (mcpgw example)",
            instructions: "Reads files below the current directory. Paths are relative to it; hidden names don't exist.",
            capabilities: json!({ "tools": {}, "resources": {} }),
        }
    }

    fn answer(&self, method: &str, params: &Value, revision: Revision) -> Result<Outcome, RpcError> {
        let result = match method {
            "tools/list" => tool::list(&[list::tool(), read::tool(), search::tool()], revision),
            "tools/call" => return self.call(params, revision),
            "resources/list" => self.resources(params, revision)?,
            "resources/templates/list" => templates(revision),
            "resources/read" => {
                let uri = params["uri"].as_str();
                read::resource(
                    &self.directory,
                    uri.ok_or_else(|| RpcError::invalid_params("\"uri\" is missing"))?,
                )?
            }
            _ => return Err(RpcError::method_not_found(method)),
        };
        Ok(Outcome::Now(result))
    }
}

impl Files {
    fn call(&self, params: &Value, revision: Revision) -> Result<Outcome, RpcError> {
        let directory = &self.directory;
        let result = match tool::name(params)? {
            "list_files" => tool::result(
                tool::arguments(params).and_then(|given| list::list(directory, &given)),
                revision,
            ),
            "read_file" => {
                tool::result(tool::arguments(params).and_then(|given| read::read(directory, given)), revision)
            }
            "search" => match tool::arguments(params).and_then(search::check) {
                Ok(given) => {
                    let directory = Arc::clone(directory);
                    return Ok(Outcome::Later(Box::new(move |call| search::run(&directory, &given, call))));
                }
                Err(error) => tool::result(Err::<Value, _>(error), revision),
            },
            unknown => Err(RpcError::invalid_params(format!("no tool {unknown:?}"))),
        };
        result.map(Outcome::Now)
    }

    /// The files directly in the directory; a cursor is the name that the page before ended with.
    fn resources(&self, params: &Value, revision: Revision) -> Result<Value, RpcError> {
        let after = match params.get("cursor") {
            None => None,
            Some(Value::String(cursor)) => Some(cursor.as_str()),
            Some(_) => return Err(RpcError::invalid_params("a cursor is a string")),
        };
        let mut entries =
            self.directory.entries(".").map_err(|error| RpcError::internal(error.to_string()))?;
        entries.retain(|entry| {
            entry.metadata.is_file() && after.is_none_or(|after| entry.path.as_str() > after)
        });
        let more = entries.len() > PAGE;
        entries.truncate(PAGE);
        let resources = entries.iter().map(|entry| {
            let uri = uri::of(&self.directory, &entry.path);
            let mut resource =
                json!({ "uri": uri, "name": entry.path, "title": entry.path, "size": entry.metadata.len() });
            revision.trim(&mut resource);
            resource
        });
        let mut result = json!({ "resources": resources.collect::<Vec<_>>() });
        if let Some(last) = entries.last().filter(|_| more) {
            result["nextCursor"] = last.path.as_str().into();
        }
        Ok(result)
    }
}

fn templates(revision: Revision) -> Value {
    let mut template = json!({
        "uriTemplate": "file:///{+path}",
        "name": "file",
        "title": "A file below the current directory",
        "description": "By its absolute path",
    });
    revision.trim(&mut template);
    json!({ "resourceTemplates": [template] })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// The answers to `requests`, each a method and its params, on a connection in `revision`.
    fn answers(root: &Path, revision: &str, requests: &[(&str, Value)]) -> Vec<Value> {
        let opening = ("initialize", json!({ "protocolVersion": revision, "capabilities": {} }));
        let lines = std::iter::once(&opening).chain(requests).enumerate().map(|(id, (method, params))| {
            json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }).to_string() + "\n"
        });
        let mut output = Vec::new();
        files(root, lines.collect::<String>().as_bytes(), &mut output).expect("served");
        let parsed =
            serde_json::Deserializer::from_slice(&output).into_iter().map(|line| line.expect("JSON"));
        parsed.skip(1).collect()
    }

    fn root() -> tempfile::TempDir {
        let root = tempfile::tempdir().expect("a temporary directory");
        fs::create_dir(root.path().join("sub")).expect("a directory");
        fs::write(root.path().join("notes.txt"), "one\ntwo needles\n").expect("a file");
        fs::write(root.path().join("sub/more.txt"), "a needle").expect("a file");
        fs::write(root.path().join("sub/bytes.bin"), [0xff, 0xfe]).expect("a file");
        root
    }

    fn call(name: &str, arguments: &Value) -> (&'static str, Value) {
        ("tools/call", json!({ "name": name, "arguments": arguments }))
    }

    #[test]
    fn the_tools_list_read_and_search() {
        let root = root();
        let seen = answers(
            root.path(),
            "2025-11-25",
            &[
                call("list_files", &json!({ "recursive": true })),
                call("read_file", &json!({ "path": "notes.txt", "offset": 4, "limit": 3 })),
                call("search", &json!({ "text": "needle" })),
            ],
        );
        let structured: Vec<_> = seen.iter().map(|answer| &answer["result"]["structuredContent"]).collect();
        let paths: Vec<_> =
            structured[0]["entries"].as_array().expect("entries").iter().map(|e| &e["path"]).collect();
        assert_eq!(paths, ["notes.txt", "sub", "sub/bytes.bin", "sub/more.txt"]);
        assert_eq!(
            structured[1],
            &json!({ "path": "notes.txt", "size": 16, "text": "two", "next_offset": 7, "truncated": true })
        );
        assert_eq!(
            structured[2]["matches"][0],
            json!({ "path": "notes.txt", "line": 2, "text": "two needles" })
        );
        assert_eq!(structured[2]["matches"][1]["path"], "sub/more.txt");
        let text = seen[1]["result"]["content"][0]["text"].as_str().expect("text");
        assert_eq!(&serde_json::from_str::<Value>(text).expect("JSON"), structured[1]);
    }

    #[test]
    fn a_wrong_path_or_argument_is_the_tools_failure_and_an_unknown_tool_the_protocols() {
        let root = root();
        let seen = answers(
            root.path(),
            "2025-11-25",
            &[
                call("read_file", &json!({ "path": "../x" })),
                call("read_file", &json!({ "file": "notes.txt" })),
                call("read_file", &json!({ "path": "sub/bytes.bin" })),
                call("write_file", &json!({})),
            ],
        );
        for answer in &seen[..3] {
            assert_eq!(answer["result"]["isError"], true, "{answer}");
        }
        assert_eq!(seen[3]["error"]["code"], -32602);
    }

    #[test]
    fn resources_are_listed_in_pages_and_read_as_text_or_bytes() {
        let root = root();
        for number in 0..PAGE {
            fs::write(root.path().join(format!("file{number:03}")), "").expect("a file");
        }
        let seen = answers(root.path(), "2025-11-25", &[("resources/list", json!({}))]);
        let first = &seen[0]["result"];
        let cursor = &first["nextCursor"];
        let second =
            &answers(root.path(), "2025-11-25", &[("resources/list", json!({ "cursor": cursor }))])[0];
        let second = &second["result"];
        assert_eq!(first["resources"].as_array().expect("a page").len(), PAGE);
        assert_eq!(second["resources"][0]["name"], "notes.txt");
        assert_eq!(second.get("nextCursor"), None);

        let uri = second["resources"][0]["uri"].as_str().expect("a URI");
        let bytes = uri.replace("notes.txt", "sub/bytes.bin");
        let gone = uri.replace("notes.txt", "gone");
        let read = |uri: &str| ("resources/read", json!({ "uri": uri }));
        let seen = answers(
            root.path(),
            "2025-11-25",
            &[read(uri), read(&bytes), read(&gone), read("file:///etc/hosts")],
        );
        assert_eq!(seen[0]["result"]["contents"][0]["text"], "one\ntwo needles\n");
        assert_eq!(seen[1]["result"]["contents"][0]["blob"], "//4=");
        for missing in &seen[2..] {
            assert_eq!(missing["error"]["code"], -32002);
        }
    }

    #[test]
    fn the_oldest_revision_is_told_only_what_it_knows() {
        let root = root();
        let requests = [("tools/list", json!({})), call("list_files", &json!({}))];
        let old = answers(root.path(), "2024-11-05", &requests);
        let new = answers(root.path(), "2025-06-18", &requests);
        for member in ["title", "annotations", "outputSchema"] {
            assert_eq!(old[0]["result"]["tools"][0].get(member), None, "{member}");
            assert!(new[0]["result"]["tools"][0].get(member).is_some(), "{member}");
        }
        assert_eq!(old[1]["result"].get("structuredContent"), None);
        assert!(new[1]["result"].get("structuredContent").is_some());
    }
}
