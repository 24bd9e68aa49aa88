//! Calls of several processes, in files that go, come back and are taken over.

use super::*;
use crate::core::guard::{sweep, used};
use crate::core::model::{CallLimit, CallLimits, ProcessId, TeamId, TokenId, UserId};
use jiff::{Timestamp, ToSpan as _};

const TOKEN: fn(u64) -> Counted = |number| Counted::Token(TokenId::new(number, [0; 10]));
const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn bound(counted: Counted, limits: CallLimits) -> Bound {
    Bound { counted, name: "n".to_owned(), limits }
}

fn per_minute(most: u32) -> CallLimits {
    CallLimits { per_minute: Some(most), ..CallLimits::default() }
}

fn at_once(most: u32) -> CallLimits {
    CallLimits { concurrency: Some(most), ..CallLimits::default() }
}

/// A process's view of the counts in `dir`, at `seconds`.
fn counters(dir: &tempfile::TempDir, seconds: i64) -> Counters {
    Counters::new(dir.path().join("quota"), Clock::Fixed(NOW + seconds.seconds()))
}

fn calls(dir: &tempfile::TempDir, counted: Counted, limit: CallLimit) -> u32 {
    used(&dir.path().join("quota"), counted, NOW).expect("counts").calls(limit)
}

fn refused(taken: Result<Slots, Unmade>) -> (Counted, CallLimit, Option<u32>) {
    match taken.expect_err("no room") {
        Unmade::Over { counted, limit, retry_after, .. } => (counted, limit, retry_after),
        other => panic!("{other}"),
    }
}

#[test]
fn a_call_that_one_bound_refuses_counts_under_none() {
    let dir = tempfile::tempdir().expect("a directory");
    let (team, user) = (Counted::Team(TeamId::new(1, [0; 10])), Counted::User(UserId::new(1, [0; 10])));
    let mut counters = counters(&dir, 0);
    let bounds =
        Bounds::new([bound(team, per_minute(5)), bound(user, at_once(5)), bound(TOKEN(1), per_minute(2))]);
    let slots = [counters.take(&bounds).expect("room"), counters.take(&bounds).expect("room")];
    for _ in 0..3 {
        assert_eq!(refused(counters.take(&bounds)), (TOKEN(1), CallLimit::PerMinute, Some(60)));
    }
    assert_eq!(calls(&dir, team, CallLimit::PerMinute), 2);
    assert_eq!(calls(&dir, user, CallLimit::Concurrency), 2);
    for slots in slots {
        counters.give_back(slots);
    }
    assert!(counters.settle());
    assert_eq!(calls(&dir, user, CallLimit::Concurrency), 0);
    assert_eq!(calls(&dir, TOKEN(1), CallLimit::PerMinute), 2);
}

#[test]
fn a_window_that_is_over_gives_room_again_and_a_clock_that_goes_back_a_little_does_not() {
    let dir = tempfile::tempdir().expect("a directory");
    let bounds = Bounds::new([bound(TOKEN(1), per_minute(1))]);
    let take = |seconds| counters(&dir, seconds).take(&bounds);
    assert!(take(59).is_ok());
    assert_eq!(refused(take(59)).2, Some(1));
    assert!(take(60).is_ok());
    assert_eq!(refused(take(59)).2, Some(61), "the minute that counts is the later one");
    assert_eq!(refused(take(61)).2, Some(59));
    assert!(take(600).is_ok());
    assert!(take(0).is_ok(), "a clock that was put right is believed");
}

#[test]
fn places_of_a_process_that_is_gone_are_free_and_those_of_others_are_not() {
    let dir = tempfile::tempdir().expect("a directory");
    let bounds = Bounds::new([bound(TOKEN(1), at_once(2))]);
    let (mut this, mut gone) = (counters(&dir, 0), counters(&dir, 0));
    gone.owner.process = ProcessId { pid: u32::MAX, start: 1 };
    let _ = gone.take(&bounds).expect("room");
    let slots = this.take(&bounds).expect("room");
    let more = this.take(&bounds).expect("the place of who is gone");
    assert_eq!(refused(this.take(&bounds)), (TOKEN(1), CallLimit::Concurrency, Some(1)));
    this.give_back(slots);
    this.give_back(more);
    assert!(this.settle());
    assert!(this.take(&bounds).is_ok());
}

#[test]
fn counts_that_another_process_keeps_to_itself_stop_nobody_for_long() {
    let dir = tempfile::tempdir().expect("a directory");
    let bounds = Bounds::new([bound(TOKEN(1), at_once(1))]);
    let (mut first, mut second) = (counters(&dir, 0), counters(&dir, 0));
    let slots = first.take(&bounds).expect("room");
    let place = second.book(TOKEN(1));
    second.books[place].hold().expect("free");
    let began = Instant::now();
    for _ in 0..3 {
        assert!(matches!(first.take(&bounds), Err(Unmade::Busy { .. })));
    }
    assert!(began.elapsed() < 2 * PATIENCE, "it is waited for once only");
    first.give_back(slots);
    assert!(first.settle());
    let slots = first.take(&bounds).expect("room");
    second.books[place].release();
    assert!(matches!(second.take(&bounds), Err(Unmade::Over { .. })));
    first.give_back(slots);
    assert!(first.settle());
    assert!(second.take(&bounds).is_ok());
}

#[test]
fn files_that_say_nothing_any_more_are_swept_and_counting_goes_on() {
    let dir = tempfile::tempdir().expect("a directory");
    let quota = dir.path().join("quota");
    let bounds = Bounds::new([bound(TOKEN(1), per_minute(1)), bound(TOKEN(2), at_once(1))]);
    let mut counters = counters(&dir, 0);
    let slots = counters.take(&bounds).expect("room");
    let files = || {
        let all = std::fs::read_dir(&quota).expect("a directory").flatten();
        all.map(|entry| std::fs::File::open(entry.path()).expect("a file")).collect::<Vec<_>>()
    };
    let swept = |now| {
        let long_ago = std::time::SystemTime::now() - Duration::from_hours(50);
        for file in files() {
            file.set_modified(long_ago).expect("its time");
        }
        sweep(&quota, now);
        files().len()
    };
    sweep(&quota, NOW + 48.hours());
    assert_eq!(files().len(), 2, "somebody has just written there");
    assert_eq!(swept(NOW), 2);
    assert_eq!(swept(NOW + 48.hours()), 2, "a call is under way");
    counters.give_back(slots);
    assert!(counters.settle());
    assert_eq!(swept(NOW + 48.hours()), 2, "somebody still counts there");
    drop(counters);
    assert_eq!(swept(NOW + 48.hours()), 0);
    let mut counters = Counters::new(quota.clone(), Clock::Fixed(NOW));
    let slots = counters.take(&bounds).expect("room");
    assert_eq!(refused(super::Counters::new(quota.clone(), Clock::Fixed(NOW)).take(&bounds)).0, TOKEN(1));
    // All of it may be removed at any time.
    std::fs::remove_dir_all(&quota).expect("removed");
    counters.give_back(slots);
    assert!(counters.take(&bounds).is_ok());
}

#[test]
fn more_than_a_page_of_those_who_count_share_a_limit_and_what_they_counted_stays_when_they_leave() {
    let dir = tempfile::tempdir().expect("a directory");
    let bounds = Bounds::new([bound(TOKEN(1), CallLimits { concurrency: Some(70), ..per_minute(100) })]);
    let mut all: Vec<_> = (0..70).map(|_| counters(&dir, 0)).collect();
    let slots: Vec<_> = all.iter_mut().map(|counters| counters.take(&bounds).expect("room")).collect();
    assert_eq!(refused(all[0].take(&bounds)).1, CallLimit::Concurrency);
    for (counters, slots) in all.iter_mut().zip(slots) {
        counters.give_back(slots);
        assert!(counters.settle());
    }
    drop(all.split_off(20));
    assert_eq!(calls(&dir, TOKEN(1), CallLimit::PerMinute), 70);
    let made = std::iter::from_fn(|| all[7].take(&bounds).ok()).count();
    assert_eq!((made, calls(&dir, TOKEN(1), CallLimit::PerMinute)), (30, 100));
    drop(all);
    assert_eq!(calls(&dir, TOKEN(1), CallLimit::Concurrency), 0);
}

#[test]
fn all_go_on_in_one_file_when_theirs_is_removed_or_spoiled() {
    let dir = tempfile::tempdir().expect("a directory");
    let file = dir.path().join("quota").join(TOKEN(1).to_string());
    let bounds = Bounds::new([bound(TOKEN(1), per_minute(10))]);
    let spoil = || std::fs::write(&file, vec![b'x'; 20_000]).expect("spoiled");
    let remove = || std::fs::remove_file(&file).expect("removed");
    for away in [&remove as &dyn Fn(), &spoil] {
        let mut all: Vec<_> = (0..4).map(|_| counters(&dir, 0)).collect();
        for counters in &mut all {
            let _ = counters.take(&bounds).expect("room");
        }
        away();
        for counters in &mut all {
            counters.books[0].look_again();
        }
        let made = |counters: &mut Counters| std::iter::from_fn(|| counters.take(&bounds).ok()).count();
        let (one, rest) = all.split_first_mut().expect("some");
        let _ = one.take(&bounds).expect("room");
        // A few of one after a few of another: what each has counted, all others see.
        assert_eq!(rest.iter_mut().map(|other| usize::from(other.take(&bounds).is_ok())).sum::<usize>(), 3);
        assert_eq!(made(one) + rest.iter_mut().map(made).sum::<usize>(), 6);
        assert_eq!(made(&mut counters(&dir, 0)), 0, "who comes later");
        drop(all);
        remove();
    }
}

/// A directory whose files are memory that all share who use them: others can take away what is announced there.
#[cfg(target_os = "linux")]
fn shared_dir() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").expect("shared memory")
}

/// Makes a call, and announces that so many come, with this one.
#[cfg(target_os = "linux")]
fn announce(counters: &mut Counters, bounds: &Bounds, calls: u32) -> Slots {
    (counters.announced, counters.announced_at) = (calls, None);
    counters.take(bounds).expect("room")
}

#[test]
#[cfg(target_os = "linux")]
fn calls_that_are_announced_count_for_nobody_who_looks_and_stop_nobody() {
    let dir = shared_dir();
    let bounds = Bounds::new([bound(TOKEN(1), CallLimits { concurrency: Some(20), ..per_minute(20) })]);
    let (mut bursts, mut other) = (counters(&dir, 0), counters(&dir, 0));
    let counted = || [CallLimit::PerMinute, CallLimit::Concurrency].map(|limit| calls(&dir, TOKEN(1), limit));
    let mut slots = vec![bursts.take(&bounds).expect("room"), announce(&mut bursts, &bounds, 16)];
    slots.push(bursts.take(&bounds).expect("room"));
    assert!(bursts.settle());
    assert_eq!((bursts.ahead, counted()), (14, [3, 3]));
    // One of those that are left, and one of those that were announced.
    let mut others: Vec<_> = (0..4).map(|_| other.take(&bounds).expect("room")).collect();
    assert_eq!(counted(), [7, 7]);
    slots.push(bursts.take(&bounds).expect("room"));
    assert_eq!(counted(), [8, 8]);
    others.extend(std::iter::from_fn(|| other.take(&bounds).ok()));
    assert_eq!((others.len(), counted()), (16, [20, 20]));
    assert_eq!(refused(bursts.take(&bounds)).1, CallLimit::PerMinute);
    for slots in slots {
        bursts.give_back(slots);
    }
    assert!(bursts.settle());
    assert_eq!(counted(), [20, 16]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_call_that_was_announced_and_is_taken_away_by_one_bound_counts_once_under_all() {
    let dir = shared_dir();
    let user = Counted::User(UserId::new(1, [0; 10]));
    let both = Bounds::new([bound(user, at_once(50)), bound(TOKEN(1), per_minute(20))]);
    let (mut bursts, mut other) = (counters(&dir, 0), counters(&dir, 0));
    let _ = bursts.take(&both).expect("room");
    let _ = announce(&mut bursts, &both, 16);
    // Another takes what is left under the token, which the user is not asked about.
    let of_token = Bounds::new([bound(TOKEN(1), per_minute(20))]);
    let more = std::iter::from_fn(|| other.take(&of_token).ok()).take(17).count();
    let _ = bursts.take(&both).expect("the last one");
    assert_eq!((more, refused(bursts.take(&both)).0), (17, TOKEN(1)));
    assert!(bursts.settle());
    assert_eq!([calls(&dir, user, CallLimit::PerMinute), calls(&dir, user, CallLimit::Concurrency)], [3, 3]);
    assert_eq!(calls(&dir, TOKEN(1), CallLimit::PerMinute), 20);
}

#[test]
#[cfg(target_os = "linux")]
fn what_is_announced_behind_the_memory_that_others_share_so_far_stops_nobody() {
    let dir = shared_dir();
    let bounds = Bounds::new([bound(TOKEN(1), per_minute(200))]);
    let mut all: Vec<_> = (0..140).map(|_| counters(&dir, 0)).collect();
    for counters in &mut all {
        let _ = counters.take(&bounds).expect("room");
    }
    let (first, rest) = all.split_first_mut().expect("some");
    let last = rest.last_mut().expect("one");
    last.books[0].hold().expect("free");
    last.books[0].release();
    let _ = announce(last, &bounds, 16);
    assert_eq!(last.ahead, 15);
    assert_eq!(std::iter::from_fn(|| first.take(&bounds).ok()).count(), 59);
    assert_eq!(calls(&dir, TOKEN(1), CallLimit::PerMinute), 200);
}

#[test]
#[cfg(target_os = "linux")]
fn what_is_announced_is_for_the_same_minute_and_the_same_file() {
    let dir = shared_dir();
    let bounds = Bounds::new([bound(TOKEN(1), per_minute(20))]);
    let mut counters = counters(&dir, 59);
    let _ = counters.take(&bounds).expect("room");
    let _ = announce(&mut counters, &bounds, 16);
    counters.clock = Clock::Fixed(NOW + 60.seconds());
    assert!(counters.settle());
    let _ = counters.take(&bounds).expect("room");
    let used =
        |seconds: i64| used(&dir.path().join("quota"), TOKEN(1), NOW + seconds.seconds()).expect("counts");
    assert_eq!((used(60).calls(CallLimit::PerMinute), counters.ahead), (1, 0));
    let _ = announce(&mut counters, &bounds, 16);
    std::fs::remove_dir_all(dir.path().join("quota")).expect("removed");
    counters.books[0].look_again();
    assert!(counters.settle());
    let _ = counters.take(&bounds).expect("room");
    assert_eq!(used(60).calls(CallLimit::PerMinute), 1, "in the file that there is now");
}

#[test]
#[cfg(target_os = "linux")]
fn of_a_process_that_is_killed_those_calls_count_that_it_made() {
    let dir = shared_dir();
    let bounds = Bounds::new([bound(TOKEN(1), per_minute(20))]);
    let (mut this, mut gone) = (counters(&dir, 0), counters(&dir, 0));
    gone.owner.process = ProcessId { pid: u32::MAX, start: 1 };
    let _ = gone.take(&bounds).expect("room");
    let _ = announce(&mut gone, &bounds, 16);
    for _ in 0..3 {
        let _ = gone.take(&bounds).expect("room");
    }
    assert_eq!(gone.ahead, 12);
    std::mem::forget(gone);
    let made = std::iter::from_fn(|| this.take(&bounds).ok()).count();
    assert_eq!((made, calls(&dir, TOKEN(1), CallLimit::PerMinute)), (15, 20));
}

#[test]
fn who_counts_elsewhere_is_believed_to_for_a_day() {
    let dir = tempfile::tempdir().expect("a directory");
    let bounds = Bounds::new([bound(TOKEN(1), at_once(1))]);
    let mut elsewhere = counters(&dir, 0);
    // A process of a container, whose number means another here.
    elsewhere.owner.space += 1;
    elsewhere.owner.process = ProcessId { pid: u32::MAX, start: 1 };
    let _ = elsewhere.take(&bounds).expect("room");
    assert_eq!(refused(counters(&dir, 24 * 3600).take(&bounds)).1, CallLimit::Concurrency);
    assert!(counters(&dir, 24 * 3600 + 1).take(&bounds).is_ok());
}
