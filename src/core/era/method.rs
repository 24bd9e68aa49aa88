//! What the methods of the legacy revisions mean (MCP schema, 2024-11-05 to 2025-11-25).

use crate::core::model::{CallMethod, ListKind};
use crate::core::wire::unquote;

/// A request from the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// Opens the session.
    Initialize,
    /// Answered by whoever is asked.
    Ping,
    /// One of the four lists.
    List(ListKind),
    /// Calls a tool by `params.name`.
    CallTool,
    /// Gets a prompt by `params.name`.
    GetPrompt,
    /// Reads a resource by `params.uri`.
    ReadResource,
    /// Asks to be told of changes of `params.uri`.
    Subscribe,
    /// Takes that back.
    Unsubscribe,
    /// Completes an argument of `params.ref`.
    Complete,
    /// Sets the least level of log messages.
    SetLevel,
    /// Asks how a task is doing (2025-11-25).
    TaskGet,
    /// Waits for what a task gives.
    TaskResult,
    /// Ends a task.
    TaskCancel,
    /// Lists tasks.
    TaskList,
    /// The modern opening.
    Discover,
    /// Nothing that these revisions define.
    Unknown,
}

impl Call {
    /// The method of [`Call::TaskList`].
    pub const TASKS_LIST: &str = "tasks/list";

    /// The meaning of a method.
    pub fn of(method: &str) -> Self {
        match method {
            "initialize" => Self::Initialize,
            "ping" => Self::Ping,
            "tools/call" => Self::CallTool,
            "prompts/get" => Self::GetPrompt,
            "resources/read" => Self::ReadResource,
            "resources/subscribe" => Self::Subscribe,
            "resources/unsubscribe" => Self::Unsubscribe,
            "completion/complete" => Self::Complete,
            "logging/setLevel" => Self::SetLevel,
            "tasks/get" => Self::TaskGet,
            "tasks/result" => Self::TaskResult,
            "tasks/cancel" => Self::TaskCancel,
            Self::TASKS_LIST => Self::TaskList,
            "server/discover" => Self::Discover,
            other => ListKind::ALL
                .into_iter()
                .find(|kind| kind.method() == other)
                .map_or(Self::Unknown, Self::List),
        }
    }

    /// The same of a string token. Nothing: it is no text.
    pub fn of_token(token: &[u8]) -> Option<Self> {
        match token {
            // Nearly all are this one, written like this.
            b"\"tools/call\"" => Some(Self::CallTool),
            _ => unquote(token).map(|method| Self::of(&method)),
        }
    }
}

impl From<Call> for CallMethod {
    /// What a server is asked for with it.
    fn from(call: Call) -> Self {
        match call {
            Call::CallTool => Self::CallTool,
            Call::GetPrompt => Self::GetPrompt,
            Call::ReadResource => Self::ReadResource,
            Call::Subscribe => Self::Subscribe,
            Call::Unsubscribe => Self::Unsubscribe,
            Call::Complete => Self::Complete,
            Call::TaskGet => Self::TaskGet,
            Call::TaskResult => Self::TaskResult,
            Call::TaskCancel => Self::TaskCancel,
            Call::TaskList => Self::TaskList,
            _ => Self::Other,
        }
    }
}

/// A notification, from either side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The client is ready.
    Initialized,
    /// The sender of `params.requestId` no longer wants its answer.
    Cancelled,
    /// News of the request that carried `params.progressToken`.
    Progress,
    /// The client's roots have changed.
    RootsChanged,
    /// A server's tools, prompts or resources have changed.
    ListChanged(ListKind),
    /// A subscribed resource has changed.
    ResourceUpdated,
    /// News of a task.
    TaskStatus,
    /// What a URL elicitation was for is done.
    ElicitationComplete,
    /// Nothing that decides where it goes.
    Other,
}

impl Notice {
    /// The meaning of a method. Resources and their templates share one notification.
    pub fn of(method: &str) -> Self {
        match method {
            "notifications/initialized" => Self::Initialized,
            "notifications/cancelled" => Self::Cancelled,
            "notifications/progress" => Self::Progress,
            "notifications/roots/list_changed" => Self::RootsChanged,
            "notifications/tools/list_changed" => Self::ListChanged(ListKind::Tools),
            "notifications/prompts/list_changed" => Self::ListChanged(ListKind::Prompts),
            "notifications/resources/list_changed" => Self::ListChanged(ListKind::Resources),
            "notifications/resources/updated" => Self::ResourceUpdated,
            "notifications/tasks/status" => Self::TaskStatus,
            "notifications/elicitation/complete" => Self::ElicitationComplete,
            _ => Self::Other,
        }
    }
}

/// A request from a server to the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReverseCall {
    /// Answered by whoever is asked.
    Ping,
    /// Needs this member of the client's capabilities.
    Needs(&'static str),
    /// Asks about one task that the client hosts.
    Task,
    /// Asks for the tasks that the client hosts.
    TaskList,
    /// Nothing that these revisions define: the client decides.
    Unknown,
}

impl ReverseCall {
    /// The meaning of a method.
    pub fn of(method: &str) -> Self {
        match method {
            "ping" => Self::Ping,
            "sampling/createMessage" => Self::Needs("sampling"),
            "elicitation/create" => Self::Needs("elicitation"),
            "roots/list" => Self::Needs("roots"),
            "tasks/get" | "tasks/result" | "tasks/cancel" => Self::Task,
            "tasks/list" => Self::TaskList,
            _ => Self::Unknown,
        }
    }
}
