//! Usage where a disk takes nothing for a while.

use std::path::Path;
use std::time::Duration;

use super::{Meter, import_left};
use crate::core::model::{
    CallMethod, CallOutcome, ServerId, SessionId, TeamId, UsageItem, UsageRow, UsageSession, UserId,
};
use crate::core::store::{Store, UsageBy, UsageFilter, UsageSum};

const LIMIT: Duration = Duration::from_secs(5);

struct Desk {
    dir: tempfile::TempDir,
    store: Store,
    meter: Meter,
}

fn session() -> UsageSession {
    UsageSession { id: SessionId::new(1, [1; 10]), user: UserId::new(1, [2; 10]), token: None, client: None }
}

fn server() -> (ServerId, TeamId) {
    (ServerId::new(1, [3; 10]), TeamId::new(1, [4; 10]))
}

impl Desk {
    async fn new() -> Self {
        let dir = tempfile::tempdir().expect("a directory");
        let store = Store::open(&dir.path().join("mcpgw.db")).await.expect("a store");
        let meter = Meter::new(&dir.path().join("usage"), session());
        Self { dir, store, meter }
    }

    fn call(&self, number: u64) {
        let at = i64::try_from(number).expect("small");
        let item = Some((0, Some("a tool")));
        self.meter.pen(|| None).sent((number, at), server(), CallMethod::CallTool, item, 10);
        self.meter.pen(|| None).ended(number, CallOutcome::Ok, Duration::from_micros(number), 20);
    }

    async fn sums(&self) -> Vec<UsageSum> {
        self.store
            .usage(UsageFilter { since: i64::MIN, ..UsageFilter::default() }, UsageBy::Tool)
            .await
            .expect("sums")
    }

    async fn calls(&self) -> (u64, u64) {
        let sums = self.sums().await;
        (sums.iter().map(|sum| sum.calls).sum(), sums.iter().map(|sum| sum.overflow).sum())
    }

    fn journals(&self) -> usize {
        std::fs::read_dir(self.dir.path().join("usage")).map_or(0, Iterator::count)
    }
}

#[tokio::test]
async fn what_a_disk_does_not_take_is_counted_when_it_takes_something_again() {
    let desk = Desk::new().await;
    // Nothing can be made where a file is in the way.
    let blocked = desk.dir.path().join("usage");
    std::fs::write(&blocked, "").expect("a file");
    let mut called = 0;
    for _ in 0..10_000 {
        called += 1;
        desk.call(called);
    }
    desk.meter.import(&desk.store, LIMIT).await.expect("nothing to import");
    assert_eq!(desk.calls().await, (0, 0));
    std::fs::remove_file(&blocked).expect("removed");
    // It is tried again from time to time.
    while desk.calls().await.0 < called {
        called += 1;
        desk.call(called);
        desk.meter.import(&desk.store, LIMIT).await.expect("imported");
    }
    desk.meter.finish(&desk.store, LIMIT).await.expect("finished");
    let (calls, overflow) = desk.calls().await;
    assert_eq!(calls, called);
    assert!(overflow > 0 && overflow < called, "{overflow} of {called}");
    assert_eq!(desk.journals(), 0);
}

#[tokio::test]
async fn a_long_journal_begins_anew_and_loses_nothing() {
    let desk = Desk::new().await;
    let longest = |dir: &Path| {
        let files = std::fs::read_dir(dir).expect("a directory").flatten();
        files.map(|file| file.metadata().expect("its size").len()).max().unwrap_or(0)
    };
    // One is under way all the time.
    desk.meter.pen(|| None).sent((1, 1), server(), CallMethod::CallTool, None, 1);
    for round in 0..30_u64 {
        for number in 0..1_000 {
            desk.call(2 + round * 1_000 + number);
        }
        desk.meter.import(&desk.store, LIMIT).await.expect("imported");
        assert!(longest(&desk.dir.path().join("usage")) < 1_200_000);
    }
    assert_eq!(desk.calls().await, (30_000, 0));
    // Its process is gone.
    let Desk { dir, store, meter } = desk;
    drop(meter);
    import_left(&store, &dir.path().join("usage"), LIMIT).await;
    import_left(&store, &dir.path().join("usage"), LIMIT).await;
    let filter = UsageFilter { since: i64::MIN, ..UsageFilter::default() };
    let sums = store.usage(filter, UsageBy::User).await.expect("sums");
    let unknown = sums.iter().filter(|sum| sum.outcome == CallOutcome::Unknown).map(|sum| sum.calls);
    assert_eq!(unknown.sum::<u64>(), 1);
    assert_eq!(sums.iter().map(|sum| sum.calls).sum::<u64>(), 30_001);
}

#[tokio::test]
async fn a_store_that_takes_nothing_for_long_costs_only_so_much_of_the_disk() {
    let mut desk = Desk::new().await;
    let dir = desk.dir.path().join("usage");
    desk.meter = Meter::bounded(&dir, session(), 4_000);
    for number in 1..=1_000 {
        desk.call(number);
    }
    let [journal] =
        std::fs::read_dir(&dir).expect("a directory").flatten().collect::<Vec<_>>().try_into().expect("one");
    let journal = std::fs::read(journal.path()).expect("read");
    let written = journal.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
    assert!(written < 5_000 && journal.len() < 50_000, "{written}, {}", journal.len());
    desk.meter.import(&desk.store, LIMIT).await.expect("imported");
    let (calls, overflow) = desk.calls().await;
    assert!(calls == 1_000 && (1..1_000).contains(&overflow), "{overflow} of {calls}");
    for number in 1_001..=1_010 {
        desk.call(number);
    }
    desk.meter.finish(&desk.store, LIMIT).await.expect("finished");
    assert_eq!(desk.calls().await, (1_010, overflow));
}

#[tokio::test]
async fn a_journal_that_somebody_takes_away_loses_nothing_while_its_session_runs() {
    let desk = Desk::new().await;
    let dir = desk.dir.path().join("usage");
    for number in 1..=5 {
        desk.call(number);
    }
    std::fs::remove_dir_all(&dir).expect("removed");
    for number in 6..=9 {
        desk.call(number);
    }
    desk.meter.import(&desk.store, LIMIT).await.expect("imported");
    assert_eq!((desk.calls().await, desk.journals()), ((9, 0), 1));
    // One of another in its place.
    desk.call(10);
    let [journal] =
        std::fs::read_dir(&dir).expect("a directory").flatten().collect::<Vec<_>>().try_into().expect("one");
    std::fs::remove_file(journal.path()).expect("removed");
    std::fs::write(journal.path(), "not ours").expect("written");
    desk.call(11);
    // Who is killed now leaves what the store has not been told in a journal again.
    desk.meter.import(&desk.store, LIMIT).await.expect("imported");
    desk.call(12);
    let Desk { dir, store, meter } = desk;
    drop(meter);
    import_left(&store, &dir.path().join("usage"), LIMIT).await;
    let filter = UsageFilter { since: i64::MIN, ..UsageFilter::default() };
    let sums = store.usage(filter, UsageBy::User).await.expect("sums");
    assert_eq!(sums.iter().map(|sum| sum.calls).sum::<u64>(), 12);
}

#[tokio::test]
async fn what_somebody_cuts_from_a_journal_is_all_that_is_lost() {
    let desk = Desk::new().await;
    for number in 1..=3 {
        desk.call(number);
    }
    desk.meter.import(&desk.store, LIMIT).await.expect("imported");
    desk.call(4);
    let dir = desk.dir.path().join("usage");
    let [journal] =
        std::fs::read_dir(&dir).expect("a directory").flatten().collect::<Vec<_>>().try_into().expect("one");
    for length in [0, 100] {
        let writable = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        std::fs::set_permissions(journal.path(), writable).expect("made writable");
        let file = std::fs::OpenOptions::new().write(true).open(journal.path()).expect("it");
        file.set_len(length).expect("cut");
        desk.meter.import(&desk.store, LIMIT).await.expect("imported");
        desk.call(5 + length);
        desk.meter.import(&desk.store, LIMIT).await.expect("imported");
    }
    assert_eq!((desk.calls().await, desk.journals()), ((5, 0), 1));
    desk.meter.finish(&desk.store, LIMIT).await.expect("finished");
    assert_eq!(desk.calls().await, (5, 0));
}

#[tokio::test]
async fn a_journal_of_somebody_who_runs_is_left_alone_and_a_foreign_file_put_aside() {
    let desk = Desk::new().await;
    let dir = desk.dir.path().join("usage");
    desk.call(1);
    std::fs::write(dir.join("notes.journal"), "mine").expect("a file");
    let other = SessionId::new(2, [9; 10]);
    std::fs::write(dir.join(format!("{other}.journal")), "e 1 1 1 1\n").expect("a file");
    import_left(&desk.store, &dir, LIMIT).await;
    assert_eq!(desk.calls().await, (0, 0));
    assert_eq!(desk.journals(), 3);
    assert_eq!(std::fs::read(dir.join("notes.damaged")).expect("kept"), b"mine");
    desk.meter.finish(&desk.store, LIMIT).await.expect("finished");
    assert_eq!(desk.calls().await, (1, 0));
}

#[tokio::test]
async fn what_is_old_goes_with_all_that_only_it_needed() {
    let desk = Desk::new().await;
    let row = |at: i64, name: &str, outcome| UsageRow {
        at,
        method: Some(CallMethod::CallTool),
        server: Some(server()),
        item: UsageItem::Named(name.into()),
        outcome,
        calls: u64::MAX,
        took: u64::MAX,
        bytes_in: u64::MAX,
        bytes_out: u64::MAX,
    };
    // Whatever a journal says, sums of it are numbers.
    let rows = vec![
        row(1_000, "old", CallOutcome::Ok),
        row(2_000, "new", CallOutcome::Denied),
        row(2_000, "new", CallOutcome::Denied),
    ];
    desk.store.add_usage(session(), rows, LIMIT).await.expect("added");
    assert_eq!(desk.calls().await.0, 3 << 40);
    let forget = async |before| while desk.store.forget_usage(before, LIMIT).await.expect("forgotten") {};
    forget(2_000).await;
    let left = desk.sums().await;
    assert_eq!(
        left.iter().map(|sum| (sum.outcome, sum.calls)).collect::<Vec<_>>(),
        [(CallOutcome::Denied, 2 << 40)]
    );
    forget(3_000).await;
    assert_eq!(desk.calls().await, (0, 0));
}
