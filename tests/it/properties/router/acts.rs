//! What may happen, in any order, and that every order ends with every request answered once.

use proptest::collection::vec;
use proptest::prelude::*;

use super::session::Session;

/// One thing that happens. A number chooses among what there is to choose from at that time.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    /// The client calls the tool of a server, perhaps asking for progress.
    Call(usize, bool),
    /// The client calls the tool of a server as a task.
    Task(usize),
    /// The client asks about one of the tasks of servers.
    OfTask(usize),
    /// The client reads the resource of a server.
    Read(usize),
    /// The client subscribes to the resource of a server, or takes that back, with one of the two forms of its URI.
    Subscribe(usize, usize, bool),
    /// The client sends a line that says something twice.
    Repeat(usize, usize),
    /// The client sends a few of these things at once; the bits say which.
    Batch(u32),
    /// The client asks for something else: a list, a level, a ping, what nobody has, to open once more.
    Ask(usize),
    /// The client takes back one of its requests.
    Cancel(usize),
    /// The client answers a request of a server.
    Reply(usize),
    /// The client reports progress of a request of a server.
    ReplyProgress(usize),
    /// The client tells how a task is doing that it runs for a server.
    HostStatus(usize),
    /// A server answers one of the requests it has.
    Answer(usize, usize, Manner),
    /// A server answers a request that it doesn't have.
    Stray(usize, i64),
    /// A server reports progress under some token.
    Progress(usize, i64),
    /// A server says that a list has changed.
    Changed(usize, usize),
    /// A server says that its resource has changed.
    Updated(usize),
    /// A server tells how a task of its own is doing.
    Status(usize),
    /// A server asks the client for something.
    AskBack(usize, usize),
    /// A server asks about one of the tasks that the client runs, its own or not.
    AskOfTask(usize, usize),
    /// A server says that a URL elicitation is over, its own or not.
    Complete(usize, usize),
    /// A server takes back one of its requests.
    TakeBack(usize, usize),
    /// A server that was to start runs now.
    Spawned(usize),
    /// A server ends, or can't be started.
    Gone(usize),
    /// A server stops reading, or reads again.
    Blocked(usize, bool),
    /// A server is to run anew.
    Restart(usize),
    /// The row of a server changes, in how it is started or not.
    Edit(usize, bool),
    /// Time passes, milliseconds.
    Wait(u64),
}

/// How a server answers.
#[derive(Debug, Clone, Copy)]
pub(super) enum Manner {
    Result,
    Error,
    Broken,
    Repeated,
}

/// The most servers in a session.
const SERVERS: usize = 8;

fn act() -> impl Strategy<Value = Act> {
    let server = 0..SERVERS;
    let which = any::<proptest::sample::Index>().prop_map(|index| index.index(1 << 16));
    let manner = prop_oneof![
        9 => Just(Manner::Result), 1 => Just(Manner::Error), 1 => Just(Manner::Broken), 1 => Just(Manner::Repeated),
    ];
    let forward = prop_oneof![
        6 => (server.clone(), any::<bool>()).prop_map(|(server, progress)| Act::Call(server, progress)),
        2 => server.clone().prop_map(Act::Read),
        2 => server.clone().prop_map(Act::Task),
        2 => which.clone().prop_map(Act::OfTask),
        3 => (server.clone(), 0..2_usize, any::<bool>()).prop_map(|(server, form, on)| Act::Subscribe(server, form, on)),
        1 => (server.clone(), 0..7_usize).prop_map(|(server, what)| Act::Repeat(server, what)),
        2 => any::<u32>().prop_map(Act::Batch),
        3 => (0..9_usize).prop_map(Act::Ask),
        2 => which.clone().prop_map(Act::Cancel),
        3 => which.clone().prop_map(Act::Reply),
        1 => which.clone().prop_map(Act::ReplyProgress),
        1 => which.clone().prop_map(Act::HostStatus),
    ];
    let backward = prop_oneof![
        14 => (server.clone(), which.clone(), manner).prop_map(|(server, which, manner)| Act::Answer(server, which, manner)),
        1 => (server.clone(), 0..40_i64).prop_map(|(server, id)| Act::Stray(server, id)),
        2 => (server.clone(), 0..40_i64).prop_map(|(server, token)| Act::Progress(server, token)),
        1 => (server.clone(), 0..3_usize).prop_map(|(server, kind)| Act::Changed(server, kind)),
        1 => server.clone().prop_map(Act::Updated),
        1 => server.clone().prop_map(Act::Status),
        3 => (server.clone(), 0..7_usize).prop_map(|(server, what)| Act::AskBack(server, what)),
        1 => (server.clone(), which.clone()).prop_map(|(server, task)| Act::AskOfTask(server, task)),
        1 => (server.clone(), 0..2_usize).prop_map(|(server, which)| Act::Complete(server, which)),
        1 => (server.clone(), which).prop_map(|(server, number)| Act::TakeBack(server, number)),
        5 => server.clone().prop_map(Act::Spawned),
        1 => server.clone().prop_map(Act::Gone),
        1 => (server.clone(), any::<bool>()).prop_map(|(server, blocked)| Act::Blocked(server, blocked)),
        1 => prop_oneof![2 => server.clone().prop_map(Act::Restart), 1 => (server, any::<bool>()).prop_map(|(server, launch)| Act::Edit(server, launch))],
        2 => prop_oneof![5 => 0..200_u64, 1 => 1_000..70_000_u64].prop_map(Act::Wait),
    ];
    prop_oneof![1 => forward, 2 => backward]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_happens_each_request_is_answered_once_by_whom_it_was_for(
        servers in 1..=3_usize, batches in any::<bool>(), known in any::<u32>(), acts in vec(act(), 0..150),
    ) {
        let mut session = Session::of(servers, batches, known);
        for act in acts {
            session.act(act);
        }
        session.wind_up();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn a_long_session_of_many_servers_is_no_different(
        batches in any::<bool>(), known in any::<u32>(), acts in vec(act(), 2_000..3_000),
    ) {
        let mut session = Session::of(SERVERS, batches, known);
        for act in acts {
            session.act(act);
        }
        session.wind_up();
    }
}

#[test]
fn a_server_that_was_started_again_is_opened_before_it_is_asked_for_its_lists() {
    let mut session = Session::open(1);
    let answer = || Act::Answer(0, 0, Manner::Result);
    for act in [Act::Call(0, false), Act::Spawned(0), answer(), answer(), Act::Gone(0)] {
        session.act(act);
    }
    for act in [Act::Call(0, false), Act::Spawned(0), Act::Changed(0, 0)] {
        session.act(act);
    }
    session.wind_up();
}

#[test]
fn a_request_that_waits_for_a_server_longer_than_for_claims_is_no_reason_to_tick_at_once() {
    let mut session = Session::open(1);
    session.act(Act::Call(0, false));
    session.act(Act::Wait(4_000));
    session.wind_up();
}

#[test]
fn progress_gives_a_call_its_whole_time_again() {
    let mut session = Session::open(2);
    session.act(Act::Ask(1));
    session.wind_up();
    // The third request of the session; the second server's time for a call is twenty seconds.
    for act in [Act::Call(1, true), Act::Wait(15_000), Act::Progress(1, 3), Act::Wait(15_000)] {
        session.act(act);
    }
    assert!(session.is_open(3));
    session.act(Act::Wait(6_000));
    assert!(!session.is_open(3));
}

#[test]
fn a_call_may_take_as_long_as_it_takes_where_no_limit_is_set() {
    let mut session = Session::open(1);
    session.act(Act::Ask(1));
    session.wind_up();
    session.act(Act::Call(0, false));
    session.act(Act::Wait(24 * 3_600_000));
    assert!(session.is_open(3));
    session.wind_up();
}

#[test]
fn progress_of_a_call_that_waits_for_its_server_does_not_lose_it() {
    let mut session = Session::open(2);
    session.act(Act::Ask(1));
    session.wind_up();
    // The third request of the session; the second server's time for a call is twenty seconds.
    for act in [Act::Gone(1), Act::Call(1, true), Act::Spawned(1), Act::Progress(1, 3), Act::Wait(30_000)] {
        session.act(act);
    }
    assert!(session.is_open(3));
    session.wind_up();
}
