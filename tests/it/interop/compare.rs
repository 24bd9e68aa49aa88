//! Compares what a call did directly with what it did through mcpgw.

use serde_json::Value;

use super::calls::Call;
use super::mask::Mask;
use super::transcript::{Frame, Kind, Step};

/// Where a session ran.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Direct,
    Through,
}

/// What differs, if the client did not see the same both ways: its progress, what it was asked, and the answer, in that order.
pub(super) fn difference(call: &Call, direct: &Step, through: &Step) -> Option<String> {
    if call.method() == "resources/list" {
        return missing(call, direct, through);
    }
    let frames = (seen(call, direct, Way::Direct), seen(call, through, Way::Through));
    let raised = (direct.threw.as_deref(), through.threw.as_deref());
    let same = frames.0 == frames.1 && raised.0.is_some() == raised.1.is_some();
    (!same).then(|| {
        format!(
            "{call}\n  direct:  {}\n  through: {}\n  raised:  {raised:?}",
            frames.0.join("\n           "),
            frames.1.join("\n           ")
        )
    })
}

/// Mid-session, the merged list holds what this server lists by now, besides what the others do.
fn missing(call: &Call, direct: &Step, through: &Step) -> Option<String> {
    let merged = through.items("resources");
    let item = direct.items("resources").into_iter().find(|item| !merged.contains(item))?;
    Some(format!("{call}: {item} is missing in {merged:#?}"))
}

/// A step's frames that belong to the call, as lines that are equal when the frames are.
fn seen(call: &Call, step: &Step, way: Way) -> Vec<String> {
    let mut lines: Vec<String> = step.frames.iter().filter_map(|frame| line(call, frame, way)).collect();
    if call.is_cancelled() {
        // How much progress still arrives is a matter of speed; that no answer does, the next call sees.
        lines.truncate(1);
    }
    if let Some((method, expected)) = call.awaited() {
        let notification = step.frames.iter().find(|frame| {
            let params = frame.params.as_ref();
            frame.method.as_deref() == Some(method)
                && expected
                    .as_object()
                    .expect("where is an object")
                    .iter()
                    .all(|(key, value)| params.is_some_and(|params| &params[key] == value))
        });
        lines.push(format!(
            "{method} {:?}",
            notification.map(|frame| show(frame.params.as_ref(), Mask::Exact))
        ));
    }
    lines
}

fn line(call: &Call, frame: &Frame, way: Way) -> Option<String> {
    let method = frame.method.as_deref().unwrap_or_default();
    match frame.kind {
        // An SDK may list tools while it checks a call's answer; that is no part of the call.
        Kind::Response if frame.to.as_deref() == Some(call.method()) => {
            let late = if frame.late { " to an earlier call" } else { "" };
            let error = frame.error.clone().map(|error| unlabelled_error(call, error, way));
            let (result, error) =
                (show(frame.result.as_ref(), call.mask()), show(error.as_ref(), call.mask()));
            Some(format!("={late} result {result}, error {error}"))
        }
        Kind::Notification if method == "notifications/progress" && !frame.late => {
            Some(format!("~ {}", show(frame.params.as_ref(), Mask::Exact)))
        }
        // A server asks for the roots when it likes; what it makes of the answer is compared.
        Kind::Request if method != "roots/list" && method != "ping" => {
            let params = frame.params.clone().map(|params| unlabelled_request(call, method, params, way));
            Some(format!("? {method} {}", show(params.as_ref(), call.mask())))
        }
        _ => None,
    }
}

fn show(value: Option<&Value>, mask: Mask) -> String {
    value.map_or_else(|| "-".to_owned(), |value| mask.apply(value).to_string())
}

/// Takes the server's label off what a person will read; a message without one is marked, so that it differs.
fn unlabelled_request(call: &Call, method: &str, mut params: Value, way: Way) -> Value {
    if method == "elicitation/create" && way == Way::Through {
        unlabel(call, &mut params["message"]);
    }
    params
}

fn unlabelled_error(call: &Call, mut error: Value, way: Way) -> Value {
    if way == Way::Through && error["code"] == -32042 {
        let elicitations = error["data"]["elicitations"].as_array_mut().expect("URL elicitations");
        for elicitation in elicitations {
            unlabel(call, &mut elicitation["message"]);
        }
    }
    error
}

fn unlabel(call: &Call, message: &mut Value) {
    let labelled = message.as_str().unwrap_or_default();
    let own = labelled.strip_prefix(&format!("[{}] ", call.alias));
    *message = own.map_or_else(|| Value::from(format!("<without a label> {labelled}")), Value::from);
}
