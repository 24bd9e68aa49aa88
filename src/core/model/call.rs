//! What a call of a server was, and what came of it: what usage is told.

/// What a server was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CallMethod {
    /// `tools/call`
    CallTool,
    /// `prompts/get`
    GetPrompt,
    /// `resources/read`
    ReadResource,
    /// `resources/subscribe`
    Subscribe,
    /// `resources/unsubscribe`
    Unsubscribe,
    /// `completion/complete`
    Complete,
    /// `tasks/get`
    TaskGet,
    /// `tasks/result`
    TaskResult,
    /// `tasks/cancel`
    TaskCancel,
    /// `tasks/list`
    TaskList,
    /// A method that no revision here defines. What it is called is the client's to make up, and is not kept.
    Other,
}

impl CallMethod {
    /// Whether limits of calls are about it: what only goes on about a call that was counted is not counted again.
    pub fn is_limited(self) -> bool {
        match self {
            Self::CallTool
            | Self::GetPrompt
            | Self::ReadResource
            | Self::Subscribe
            | Self::Complete
            | Self::Other => true,
            Self::Unsubscribe | Self::TaskGet | Self::TaskResult | Self::TaskCancel | Self::TaskList => false,
        }
    }
}

/// What came of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CallOutcome {
    /// A result.
    Ok,
    /// A tool's result that says that it failed.
    ToolError,
    /// An error of JSON-RPC, or an answer that can't be read.
    ProtocolError,
    /// It is there, but not for who asked.
    Denied,
    /// A limit of calls was reached.
    OverQuota,
    /// No answer in time.
    Timeout,
    /// Nobody waits for the answer any more.
    Cancelled,
    /// The server went away, did not start, or could take no more.
    Failed,
    /// Who served it was killed before that could be known.
    Unknown,
}
