//! What a call of a server was, and what came of it: what usage is told.

/// What a server was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum CallMethod {
    /// `tools/call`
    CallTool = 1,
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
    /// All of them, in the order of their codes.
    pub const ALL: [Self; 11] = [
        Self::CallTool,
        Self::GetPrompt,
        Self::ReadResource,
        Self::Subscribe,
        Self::Unsubscribe,
        Self::Complete,
        Self::TaskGet,
        Self::TaskResult,
        Self::TaskCancel,
        Self::TaskList,
        Self::Other,
    ];

    /// What it is kept as.
    pub fn code(self) -> u8 {
        self as u8
    }

    /// The one that is kept as `code`.
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }

    /// What it is called; `other` for what no revision defines.
    pub fn name(self) -> &'static str {
        match self {
            Self::CallTool => "tools/call",
            Self::GetPrompt => "prompts/get",
            Self::ReadResource => "resources/read",
            Self::Subscribe => "resources/subscribe",
            Self::Unsubscribe => "resources/unsubscribe",
            Self::Complete => "completion/complete",
            Self::TaskGet => "tasks/get",
            Self::TaskResult => "tasks/result",
            Self::TaskCancel => "tasks/cancel",
            Self::TaskList => "tasks/list",
            Self::Other => "other",
        }
    }

    /// Whether limits of calls are about it, whatever it is about; where not, a session still counts what goes on about nothing that it
    /// has.
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
#[repr(u8)]
pub enum CallOutcome {
    /// A result.
    Ok = 1,
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

impl CallOutcome {
    /// All of them, in the order of their codes.
    pub const ALL: [Self; 9] = [
        Self::Ok,
        Self::ToolError,
        Self::ProtocolError,
        Self::Denied,
        Self::OverQuota,
        Self::Timeout,
        Self::Cancelled,
        Self::Failed,
        Self::Unknown,
    ];

    /// What it is kept as.
    pub fn code(self) -> u8 {
        self as u8
    }

    /// The one that is kept as `code`.
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::ToolError => "tool_error",
            Self::ProtocolError => "protocol_error",
            Self::Denied => "denied",
            Self::OverQuota => "denied_quota",
            Self::Timeout => "timeout",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_means_what_it_was_made_of() {
        for method in CallMethod::ALL {
            assert_eq!(CallMethod::of_code(method.code()), Some(method));
        }
        for outcome in CallOutcome::ALL {
            assert_eq!(CallOutcome::of_code(outcome.code()), Some(outcome));
        }
        assert_eq!((CallMethod::of_code(99), CallOutcome::of_code(99)), (None, None));
    }
}
