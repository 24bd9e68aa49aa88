//! Compares what a step did directly with what it did through mcpgw.

use serde_json::Value;

use super::calls::Call;
use super::mask::Mask;
use super::normal::Normal;
use super::recording::{Frame, Kind, Step, Transcript};
use super::score::Score;

/// Scores every frame of a step that belongs to the call: its progress, what the client was asked, the answer, in that order.
pub(super) fn compare(score: &mut Score, call: &Call, steps: [&Step; 2], normals: &mut [Normal; 2]) {
    if call.method() == "resources/list" {
        return compare_later_list(score, call, steps);
    }
    let [direct, through] = steps;
    let [of_direct, of_through] = normals;
    let (direct_lines, through_lines) = (lines(call, direct, of_direct), lines(call, through, of_through));
    for at in 0..direct_lines.len().max(through_lines.len()) {
        let line = |lines: &[String]| lines.get(at).cloned().unwrap_or_else(|| "nothing".to_owned());
        score.compare(call, &line(&direct_lines), &line(&through_lines));
    }
    if call.refused().is_none() && direct.threw.is_some() != through.threw.is_some() {
        let raised = |step: &Step| step.threw.clone().unwrap_or_else(|| "nothing raised".to_owned());
        score.compare(format!("{call}: raised"), &raised(direct), &raised(through));
    }
}

/// Scores what became of each task, as the server told of it: how it went on, whatever the client did meanwhile.
pub(super) fn compare_statuses(score: &mut Score, transcripts: [&Transcript; 2], normals: &mut [Normal; 2]) {
    let [direct, through] = transcripts;
    let [of_direct, of_through] = normals;
    let (direct, through) = (statuses(direct, of_direct), statuses(through, of_through));
    for at in 0..direct.len().max(through.len()) {
        let line = |lines: &[(String, String)]| {
            lines.get(at).map_or_else(|| "nothing".to_owned(), |(_, line)| line.clone())
        };
        score.compare("notifications/tasks/status", &line(&direct), &line(&through));
    }
}

/// Each task's notifications in order, one task after the other.
fn statuses(transcript: &Transcript, normal: &mut Normal) -> Vec<(String, String)> {
    let frames = transcript.steps.iter().flat_map(|step| &step.frames);
    let mut statuses: Vec<(String, String)> = frames
        .filter(|frame| frame.method.as_deref() == Some("notifications/tasks/status"))
        .map(|frame| {
            let params = frame.params.clone().unwrap_or_default();
            let line = normal.value(&params, Mask::Exact);
            let named: Value = serde_json::from_str(&line).expect("JSON");
            (named["taskId"].to_string(), line)
        })
        .collect();
    statuses.sort_by(|one, other| one.0.cmp(&other.0));
    statuses
}

/// Mid-session, the merged list holds what this server lists by now, besides what the others do.
fn compare_later_list(score: &mut Score, call: &Call, [direct, through]: [&Step; 2]) {
    let merged = through.items("resources");
    for item in direct.items("resources") {
        let found = merged.iter().find(|merged| **merged == item);
        score.compare(call, &item, found.map_or("not listed", String::as_str));
    }
}

/// A step's frames that belong to the call, as lines that are equal when the frames are.
fn lines(call: &Call, step: &Step, normal: &mut Normal) -> Vec<String> {
    let mut lines: Vec<(usize, String)> =
        step.frames.iter().filter_map(|frame| line(call, frame, normal)).collect();
    if call.is_parallel() {
        // What requests that run at once bring comes in any order; what each one brings doesn't.
        lines.sort_by_key(|(ordinal, line)| (*ordinal, line.starts_with('?').then(|| line.clone())));
    }
    if normal.hears_beside_answers() {
        lines.sort_by_key(|(_, line)| !line.starts_with('!'));
    }
    let mut lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
    if call.is_cancelled() {
        // How much progress still arrives is a matter of speed; that no answer does, the next call sees.
        lines.truncate(1);
    }
    lines.extend(awaited(call, step, normal));
    lines
}

/// What a frame adds, and which of the step's requests it belongs to; requests to the client come after all of them.
fn line(call: &Call, frame: &Frame, normal: &mut Normal) -> Option<(usize, String)> {
    let method = frame.method.as_deref().unwrap_or_default();
    let params = frame.params.clone().unwrap_or_default();
    match frame.kind {
        // An SDK may list tools while it checks a call's answer; that is no part of the call.
        Kind::Response if frame.to.as_deref() == Some(call.method()) => {
            let late = if frame.late { " to an earlier call" } else { "" };
            let answer = normal.answer(frame, call.refused(), call.mask());
            Some((frame.ordinal, format!("={late} {answer}")))
        }
        Kind::Notification if method == "notifications/progress" && !frame.late => {
            Some((frame.ordinal, format!("~ {}", normal.value(&params, Mask::Exact))))
        }
        Kind::Notification if call.hears(method) => {
            Some((frame.ordinal, format!("! {method} {}", normal.value(&params, Mask::Exact))))
        }
        // A server asks for the roots when it likes; what it makes of the answer is compared.
        Kind::Request if method != "roots/list" && method != "ping" => {
            let last = if call.is_parallel() { usize::MAX } else { 0 };
            Some((last, format!("? {method} {}", normal.request(method, &params, call.mask()))))
        }
        _ => None,
    }
}

/// The notification that the step waited for.
fn awaited(call: &Call, step: &Step, normal: &mut Normal) -> Option<String> {
    let until = call.awaited()?;
    let notification = step.frames.iter().find(|frame| frame.is_awaited_by(until));
    let params = notification.map(|frame| frame.params.clone().unwrap_or_default());
    Some(format!("{} {:?}", until["method"], params.map(|params| normal.value(&params, Mask::Exact))))
}
