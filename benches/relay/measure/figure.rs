//! The figures: what they are called and what they are counted in.

/// One row of the table, but for wire and cores. In the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Figure {
    /// Median time of a call, one after the other.
    CallP50,
    /// The time that 99 of 100 calls stay below.
    CallP99,
    /// Calls a second with 64 in flight.
    InFlight,
    /// The first three with a token, where it, its user and the team are limited.
    LimitedP50,
    LimitedP99,
    LimitedInFlight,
    /// Results of 1 MiB of source code, the id before the result.
    Result1Mib,
    /// The same with the id after the result.
    Result1MibIdLast,
    /// Results of 1 MiB without a single escape.
    Result1MibPlain,
    /// Arguments of 1 MiB of source code.
    Argument1Mib,
    /// Median time of a call during which the child asks the client once, one after the other.
    AskingP50,
    /// The time that 99 of 100 of those stay below.
    AskingP99,
    /// Calls a second with 64 in flight, each asking back once.
    AskingInFlight,
    /// Calls a second, each with progress told 20 times, one after the other.
    Progress,
    /// Questions of 1 MiB of source code.
    Question1Mib,
    /// The client's answers of 1 MiB of source code.
    Reply1Mib,
    /// Results of 16 MiB of source code, the id before the result.
    Result16Mib,
    /// The same with the id after the result.
    Result16MibIdLast,
    /// Resident memory after everything was listed and called once.
    IdleMemory,
    /// The most resident memory that the 16 MiB results brought.
    PeakMemory,
    /// That, less idle, less the largest frame.
    PeakExcess,
    /// From spawn to the answer to `initialize`, the catalogue cached.
    Start,
    /// The same beside a server that was seen and never answers.
    StartSilent,
    /// What is added to [`Figure::Start`] where the session is given a token in a file.
    StartToken,
    /// [`Figure::Start`] of a session with a profile.
    StartProfile,
    /// `token create`, from spawn to end.
    TokenCreate,
    /// `token list` of 10,000, from spawn to end.
    TokenList,
    /// First complete `tools/list`.
    List,
    /// From spawn to a complete `tools/list`, the catalogue cached.
    ListWarm,
    /// The time that 99 of 100 calls stay below while other servers are stuck, restart and write noise, in those of the
    /// same session before that.
    BesideTrouble,
    /// What that time is longer while another server sends 20,000 log messages a second.
    BesideChatter,
    /// From the kill of a child to the error of its call.
    Killed,
    /// From end of input until no process is left.
    Ended,
    /// What 1,000 sessions in one process leave behind in resident memory.
    SessionsMemory,
    /// And in descriptors.
    SessionsDescriptors,
}

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Microseconds,
    Milliseconds,
    CallsPerSecond,
    MibPerSecond,
    Mib,
    /// A multiple of something.
    Times,
    /// How many.
    Count,
}

impl Unit {
    /// As it is written after a number.
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Microseconds => "us",
            Self::Milliseconds => "ms",
            Self::CallsPerSecond => "calls/s",
            Self::MibPerSecond => "MiB/s",
            Self::Mib => "MiB",
            Self::Times => "times",
            Self::Count => "number",
        }
    }
}

impl Figure {
    /// In any case, whether the name in the table or in JSON contains `pattern`.
    pub(crate) fn is_called(self, pattern: &str) -> bool {
        let pattern = pattern.to_lowercase();
        [self.title(), self.key()].iter().any(|name| name.to_lowercase().contains(&pattern))
    }

    /// Name in JSON.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::CallP50 => "call-p50",
            Self::CallP99 => "call-p99",
            Self::InFlight => "in-flight-64",
            Self::LimitedP50 => "call-limited-p50",
            Self::LimitedP99 => "call-limited-p99",
            Self::LimitedInFlight => "in-flight-64-limited",
            Self::Result1Mib => "result-1mib",
            Self::Result1MibIdLast => "result-1mib-id-last",
            Self::Result1MibPlain => "result-1mib-plain",
            Self::Argument1Mib => "argument-1mib",
            Self::AskingP50 => "asking-p50",
            Self::AskingP99 => "asking-p99",
            Self::AskingInFlight => "asking-in-flight-64",
            Self::Progress => "progress-20",
            Self::Question1Mib => "sampling-request-1mib",
            Self::Reply1Mib => "sampling-answer-1mib",
            Self::Result16Mib => "result-16mib",
            Self::Result16MibIdLast => "result-16mib-id-last",
            Self::IdleMemory => "memory-idle",
            Self::PeakMemory => "memory-peak",
            Self::PeakExcess => "memory-peak-excess",
            Self::Start => "start",
            Self::StartSilent => "start-beside-silent",
            Self::StartToken => "start-token-added",
            Self::StartProfile => "start-profile",
            Self::TokenCreate => "token-create",
            Self::TokenList => "token-list-10000",
            Self::List => "list-5000",
            Self::ListWarm => "start-list-5000",
            Self::BesideTrouble => "beside-trouble-p99",
            Self::BesideChatter => "beside-chatter-p99",
            Self::Killed => "killed-child",
            Self::Ended => "ended",
            Self::SessionsMemory => "sessions-memory",
            Self::SessionsDescriptors => "sessions-descriptors",
        }
    }

    /// Name in the table.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::CallP50 => "call, p50",
            Self::CallP99 => "call, p99",
            Self::InFlight => "64 in flight",
            Self::LimitedP50 => "call under limits, p50",
            Self::LimitedP99 => "call under limits, p99",
            Self::LimitedInFlight => "64 in flight under limits",
            Self::Result1Mib => "1 MiB result",
            Self::Result1MibIdLast => "1 MiB result, id last",
            Self::Result1MibPlain => "1 MiB result, no escapes",
            Self::Argument1Mib => "1 MiB argument",
            Self::AskingP50 => "call that asks back, p50",
            Self::AskingP99 => "call that asks back, p99",
            Self::AskingInFlight => "64 in flight that ask back",
            Self::Progress => "call that tells progress 20 times",
            Self::Question1Mib => "1 MiB sampling request",
            Self::Reply1Mib => "1 MiB sampling answer",
            Self::Result16Mib => "16 MiB result",
            Self::Result16MibIdLast => "16 MiB result, id last",
            Self::IdleMemory => "resident, idle",
            Self::PeakMemory => "resident, peak with 16 MiB",
            Self::PeakExcess => "peak less idle less frame",
            Self::Start => "spawn to initialized",
            Self::StartSilent => "spawn to initialized, one silent",
            Self::StartToken => "spawn to initialized, token added",
            Self::StartProfile => "spawn to initialized, profile",
            Self::TokenCreate => "token create",
            Self::TokenList => "token list of 10,000",
            Self::List => "first list of 5,000 tools",
            Self::ListWarm => "spawn to list of 5,000 tools",
            Self::BesideTrouble => "call beside trouble, p99 to quiet",
            Self::BesideChatter => "call beside chatter, p99 added",
            Self::Killed => "child killed to error of its call",
            Self::Ended => "end of input to all gone",
            Self::SessionsMemory => "1,000 sessions leave, memory",
            Self::SessionsDescriptors => "1,000 sessions leave, descriptors",
        }
    }

    /// What its values are counted in.
    pub(crate) fn unit(self) -> Unit {
        match self {
            Self::CallP50
            | Self::CallP99
            | Self::LimitedP50
            | Self::LimitedP99
            | Self::AskingP50
            | Self::AskingP99 => Unit::Microseconds,
            Self::InFlight | Self::LimitedInFlight | Self::AskingInFlight | Self::Progress => {
                Unit::CallsPerSecond
            }
            Self::IdleMemory | Self::PeakMemory | Self::PeakExcess | Self::SessionsMemory => Unit::Mib,
            Self::SessionsDescriptors => Unit::Count,
            Self::BesideTrouble => Unit::Times,
            Self::Start
            | Self::StartSilent
            | Self::StartToken
            | Self::StartProfile
            | Self::TokenCreate
            | Self::TokenList
            | Self::List
            | Self::ListWarm
            | Self::BesideChatter
            | Self::Killed
            | Self::Ended => Unit::Milliseconds,
            Self::Result1Mib
            | Self::Result1MibIdLast
            | Self::Result1MibPlain
            | Self::Argument1Mib
            | Self::Question1Mib
            | Self::Reply1Mib
            | Self::Result16Mib
            | Self::Result16MibIdLast => Unit::MibPerSecond,
        }
    }
}
