//! What a client script writes down.

use serde::Deserialize;
use serde_json::Value;

use super::items::{LISTS, Listed};

#[derive(Deserialize)]
pub(super) struct Transcript {
    pub(super) opening: Step,
    pub(super) steps: Vec<Step>,
}

/// One step of a plan, with every frame that arrived while it was the current one.
#[derive(Deserialize)]
pub(super) struct Step {
    pub(super) method: String,
    /// What the SDK raised: an error answer, or its own opinion of an answer.
    pub(super) threw: Option<String>,
    pub(super) frames: Vec<Frame>,
}

/// A received message without its ids, which are the connection's own matter.
#[derive(Deserialize, Clone)]
pub(super) struct Frame {
    pub(super) kind: Kind,
    /// Of a response: the method that it answers.
    pub(super) to: Option<String>,
    pub(super) method: Option<String>,
    /// Of a response or progress: which of the step's requests of that method it belongs to.
    #[serde(default)]
    pub(super) ordinal: usize,
    /// Whether it belongs to a request of an earlier step.
    #[serde(default)]
    pub(super) late: bool,
    pub(super) params: Option<Value>,
    pub(super) result: Option<Value>,
    pub(super) error: Option<Value>,
}

#[derive(Deserialize, PartialEq, Clone, Copy)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    Response,
    Notification,
    Request,
}

impl Transcript {
    /// Whether the server told of a task.
    pub(super) fn has_tasks(&self) -> bool {
        let mut frames = self.steps.iter().flat_map(|step| &step.frames);
        frames.any(|frame| frame.method.as_deref() == Some("notifications/tasks/status"))
    }

    /// What the first steps of a plan, which list everything, brought.
    pub(super) fn listed(&self) -> Listed {
        std::array::from_fn(|position| self.steps[position].items(LISTS[position].member))
    }
}

impl Frame {
    /// Whether it is the notification that `until` of a step describes. A text there is how the text here begins.
    pub(super) fn is_awaited_by(&self, until: &Value) -> bool {
        let expected = until["where"].as_object();
        let holds = |(key, value): (&String, &Value)| {
            let found = self.params.as_ref().map(|params| &params[key]);
            match value.as_str() {
                Some(begin) => found.and_then(Value::as_str).is_some_and(|found| found.starts_with(begin)),
                None => found == Some(value),
            }
        };
        self.method.as_deref() == until["method"].as_str() && expected.into_iter().flatten().all(holds)
    }
}

impl Step {
    /// The results of this step's own requests of `method`, in order.
    pub(super) fn results<'a>(&'a self, method: &'a str) -> impl Iterator<Item = &'a Value> {
        self.frames
            .iter()
            .filter(move |frame| {
                frame.kind == Kind::Response && !frame.late && frame.to.as_deref() == Some(method)
            })
            .filter_map(|frame| frame.result.as_ref())
    }

    /// The items of all pages of a list, as text.
    pub(super) fn items(&self, member: &str) -> Vec<String> {
        let pages = self.results(&self.method).filter_map(|page| page[member].as_array());
        pages.flatten().map(Value::to_string).collect()
    }
}
