//! What is done, and the one table of what it needs: an action that is not in it doesn't compile.

use super::{Need, Operation, Permission, Permissions, Purpose};
use crate::core::model::ListKind;

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Over MCP, by a client.
    Method(Method),
    /// By a person, through any shell.
    Operation(Operation),
}

/// What passes between a client and a server. About an item, whatever is done to it needs the same: what is listed may
/// be called, and what may be called is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// `initialize`, `server/discover`.
    Open,
    /// `ping`.
    Ping,
    /// `logging/setLevel`.
    SetLevel,
    /// Whether a server is part of the session at all: started, asked for its lists, told of changes.
    Join,
    /// One item in one of the four lists.
    List(ListKind),
    /// `notifications/.../list_changed`, for a change of one item.
    ListChanged(ListKind),
    /// `tools/call`.
    CallTool,
    /// `prompts/get`.
    GetPrompt,
    /// `resources/read`, of a listed URI, one of a template, or one that was handed out.
    ReadResource,
    /// `resources/subscribe`, and `resources` of `subscriptions/listen`.
    Subscribe,
    /// `resources/unsubscribe`.
    Unsubscribe,
    /// `notifications/resources/updated`.
    Updated,
    /// `completion/complete` of a prompt's argument.
    CompletePrompt,
    /// `completion/complete` of a template's variable.
    CompleteResource,
    /// `tasks/...` about a task of a server, and its notifications.
    Task,
    /// What a server asks of the client: sampling, elicitation, roots.
    Reverse,
    /// Any other notification, in either direction: progress, log messages, cancellation.
    Notice,
    /// A method that mcpgw doesn't know, sent on to a server.
    Other,
}

impl Action {
    /// What it needs.
    pub const fn need(self) -> Need {
        match self {
            Self::Method(method) => method.need(),
            Self::Operation(operation) => operation.need(),
        }
    }
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 24] = [
        Self::Open,
        Self::Ping,
        Self::SetLevel,
        Self::Join,
        Self::List(ListKind::Tools),
        Self::List(ListKind::Prompts),
        Self::List(ListKind::Resources),
        Self::List(ListKind::Templates),
        Self::ListChanged(ListKind::Tools),
        Self::ListChanged(ListKind::Prompts),
        Self::ListChanged(ListKind::Resources),
        Self::ListChanged(ListKind::Templates),
        Self::CallTool,
        Self::GetPrompt,
        Self::ReadResource,
        Self::Subscribe,
        Self::Unsubscribe,
        Self::Updated,
        Self::CompletePrompt,
        Self::CompleteResource,
        Self::Task,
        Self::Reverse,
        Self::Notice,
        Self::Other,
    ];

    /// What it needs.
    pub const fn need(self) -> Need {
        let item = match self {
            Self::Open | Self::Ping | Self::SetLevel => return Need::Nothing,
            Self::Join | Self::Reverse | Self::Notice | Self::Other => None,
            Self::CallTool | Self::Task => Some(ListKind::Tools),
            Self::GetPrompt | Self::CompletePrompt => Some(ListKind::Prompts),
            Self::ReadResource
            | Self::Subscribe
            | Self::Unsubscribe
            | Self::Updated
            | Self::CompleteResource => Some(ListKind::Resources),
            Self::List(kind) | Self::ListChanged(kind) => Some(kind),
        };
        let permissions = match item {
            None => Permissions::one(Permission::ServersUse),
            Some(kind) => Permissions::both(Permission::ServersUse, using(kind)),
        };
        Need::These { permissions, purpose: Purpose::Use, own: false }
    }
}

/// What using an item of this kind needs beyond the use of its server.
const fn using(kind: ListKind) -> Permission {
    match kind {
        ListKind::Tools => Permission::ToolsExecute,
        ListKind::Prompts => Permission::PromptsGet,
        ListKind::Resources | ListKind::Templates => Permission::ResourcesRead,
    }
}
