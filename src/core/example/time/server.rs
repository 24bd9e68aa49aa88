//! The `time` server's methods.

use std::io::{self, BufRead, Write};

use serde_json::{Value, json};

use super::{convert, count_down, meeting, zone};
use crate::core::clock::Clock;
use crate::core::example::message::RpcError;
use crate::core::example::revision::Revision;
use crate::core::example::serve::{Info, Outcome, Server, serve};
use crate::core::example::tool;

/// Serves times to one client, until `input` ends. `clock` tells the present moment.
///
/// # Errors
///
/// When `input` or `output` fails.
pub fn time(clock: Clock, input: impl BufRead, output: impl Write + Send) -> io::Result<()> {
    serve(&Time { clock }, input, output)
}

struct Time {
    clock: Clock,
}

impl Server for Time {
    fn info(&self) -> Info {
        Info {
            name: "mcpgw-example-time",
            title: "Time (mcpgw example)",
            instructions: "Tells the time in any zone. Zones have their names from the IANA database.",
            capabilities: json!({ "tools": {}, "prompts": {}, "completions": {}, "logging": {} }),
        }
    }

    fn answer(&self, method: &str, params: &Value, revision: Revision) -> Result<Outcome, RpcError> {
        let result = match method {
            "tools/list" => {
                let tools = [zone::now_tool(), convert::tool(), zone::list_tool(), count_down::tool()];
                tool::list(&tools, revision)
            }
            "tools/call" => return self.call(params, revision),
            "prompts/list" => meeting::list(revision),
            "prompts/get" => meeting::get(params)?,
            "completion/complete" => meeting::complete(params)?,
            _ => return Err(RpcError::method_not_found(method)),
        };
        Ok(Outcome::Now(result))
    }
}

impl Time {
    fn call(&self, params: &Value, revision: Revision) -> Result<Outcome, RpcError> {
        let clock = self.clock;
        let result = match tool::name(params)? {
            "now" => {
                tool::result(tool::arguments(params).and_then(|given| zone::now(clock, &given)), revision)
            }
            "convert" => tool::result(
                tool::arguments(params).and_then(|given| convert::convert(clock, &given)),
                revision,
            ),
            "list_zones" => tool::result(tool::arguments(params).map(|given| zone::list(&given)), revision),
            "count_down" => match tool::arguments(params).and_then(count_down::check) {
                Ok(given) => return Ok(Outcome::Later(Box::new(move |call| count_down::run(&given, call)))),
                Err(error) => tool::result(Err::<Value, _>(error), revision),
            },
            unknown => Err(RpcError::invalid_params(format!("no tool {unknown:?}"))),
        };
        result.map(Outcome::Now)
    }
}
