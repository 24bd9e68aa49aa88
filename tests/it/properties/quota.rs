//! Counted calls: whatever the order, no window and no moment has more than it may, and nobody is refused who has room.

use std::collections::BTreeMap;
use std::thread;

use jiff::{Timestamp, ToSpan as _};
use mcpgw::core::clock::Clock;
use mcpgw::core::guard::{Counter, Counters, Owner, used};
use mcpgw::core::model::{
    Bound, Bounds, CallLimit, CallLimits, Counted, ProcessId, TeamId, TokenId, Unmade, UserId,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

const PROCESSES: u32 = 3;

/// One thing that happens.
#[derive(Debug, Clone)]
enum Step {
    /// Time passes, milliseconds.
    Wait(i64),
    /// A process calls.
    Call(u32),
    /// One of its calls is over.
    Done(u32),
    /// A process is killed, and another begins in its place.
    Kill(u32),
}

fn step() -> impl Strategy<Value = Step> {
    let wait = prop_oneof![
        6 => 0..30_000_i64,
        2 => 0..4_000_000_i64,
        1 => 0..100_000_000_i64,
    ];
    prop_oneof![
        3 => wait.prop_map(Step::Wait),
        8 => (0..PROCESSES).prop_map(Step::Call),
        4 => (0..PROCESSES).prop_map(Step::Done),
        1 => (0..PROCESSES).prop_map(Step::Kill),
    ]
}

fn limits() -> impl Strategy<Value = CallLimits> {
    let most = || option::of(0..6_u32);
    (most(), most(), most(), most()).prop_map(|(per_minute, per_hour, per_day, concurrency)| CallLimits {
        per_minute,
        per_hour,
        per_day,
        concurrency,
    })
}

const LENGTHS: [(CallLimit, i64); 3] =
    [(CallLimit::PerMinute, 60_000), (CallLimit::PerHour, 3_600_000), (CallLimit::PerDay, 86_400_000)];

/// What there is, kept the simple way: every call that was made, and what is under way.
#[derive(Debug, Default)]
struct Reference {
    made: Vec<i64>,
    under_way: BTreeMap<u32, (u64, u32)>,
}

impl Reference {
    fn process(&self, number: u32) -> ProcessId {
        ProcessId { pid: number + 1, start: self.under_way.get(&number).map_or(0, |(start, _)| *start) }
    }

    fn count(&self, limit: CallLimit, now: i64) -> u32 {
        let counted = match LENGTHS.iter().find(|(windowed, _)| *windowed == limit) {
            Some((_, length)) => self.made.iter().filter(|at| *at / length == now / length).count(),
            None => self.under_way.values().map(|(_, calls)| *calls as usize).sum(),
        };
        u32::try_from(counted).unwrap()
    }

    fn has_room(&self, limits: &CallLimits, now: i64) -> bool {
        CallLimit::ALL
            .into_iter()
            .all(|limit| limits.get(limit).is_none_or(|most| self.count(limit, now) < most))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_call_is_made_exactly_if_every_limit_has_room(limits in limits(), steps in vec(step(), 1..80)) {
        let (mut counter, mut reference, mut now) = (Counter::default(), Reference::default(), 0_i64);
        for step in steps {
            let at = Timestamp::UNIX_EPOCH + now.milliseconds();
            match step {
                Step::Wait(millis) => now += millis,
                Step::Call(number) => {
                    let owner = Owner { process: reference.process(number), ..Owner::default() };
                    counter.leave(|owner, _| {
                        reference.process(owner.process.pid - 1).start != owner.process.start
                    });
                    let full = counter.full(&limits, at, 1);
                    prop_assert_eq!(full.is_none(), reference.has_room(&limits, now));
                    if let Some(full) = full {
                        prop_assert_eq!(Some(full.most), limits.get(full.limit));
                        // With nothing else under way, there is room again when it says so, and not a second before.
                        if let (Some(seconds), true) = (full.retry_after, full.limit != CallLimit::Concurrency) {
                            let free = CallLimits { concurrency: None, ..limits };
                            let then = now + i64::from(seconds) * 1000;
                            prop_assert!(reference.has_room(&free, then));
                            prop_assert!(!reference.has_room(&free, then - 1000));
                        }
                        continue;
                    }
                    let bounded = limits.concurrency.is_some();
                    counter.add(owner, bounded, at);
                    reference.made.push(now);
                    if bounded {
                        reference.under_way.entry(number).or_default().1 += 1;
                    }
                }
                Step::Done(number) => {
                    let process = reference.process(number);
                    if let Some((_, calls @ 1..)) = reference.under_way.get_mut(&number) {
                        *calls -= 1;
                        counter.give_back(Owner { process, ..Owner::default() });
                    }
                }
                Step::Kill(number) => {
                    let place = reference.under_way.entry(number).or_default();
                    *place = (place.0 + 1, 0);
                }
            }
        }
    }

    #[test]
    fn a_clock_that_goes_back_less_than_a_minute_makes_no_window_longer(
        most in 1..5_u32,
        steps in vec(-40_000..50_000_i64, 1..100),
    ) {
        let limits = CallLimits { per_minute: Some(most), ..CallLimits::default() };
        let (mut counter, mut now, mut latest) = (Counter::default(), 1_000_000_000_i64, 0);
        let mut made = BTreeMap::<i64, u32>::new();
        for step in steps {
            // Never a whole minute behind what was seen.
            now = (now + step).max(latest - 59_999);
            latest = latest.max(now);
            let at = Timestamp::UNIX_EPOCH + now.milliseconds();
            if counter.full(&limits, at, 1).is_none() {
                counter.add(Owner::default(), false, at);
                *made.entry(now / 60_000).or_default() += 1;
            }
        }
        // What was made after the clock went back into a minute counts in the one after it.
        let total: u32 = made.values().sum();
        let first = made.keys().next().copied().unwrap_or(latest / 60_000);
        let minutes = latest / 60_000 - first + 1;
        prop_assert!(i64::from(total) <= minutes * i64::from(most));
        prop_assert!(made.values().all(|calls| *calls <= 2 * most));
    }
}

/// How many calls are made with these limits until one is refused.
fn exhaust(counters: &mut Counters, bounds: &Bounds) -> u32 {
    let mut made = 0;
    loop {
        match counters.take(bounds) {
            Ok(slots) => {
                made += 1;
                counters.give_back(slots);
                counters.settle();
            }
            // Others count: that is for a moment.
            Err(Unmade::Busy { .. }) => {}
            Err(Unmade::Over { .. }) => return made,
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
fn many_who_count_under_each_other_s_limits_make_each_call_that_there_is_and_wait_for_nobody() {
    let dir = tempfile::tempdir().unwrap();
    let per_day = |most| CallLimits { per_day: Some(most), concurrency: Some(100), ..CallLimits::default() };
    let bound = |counted, most| Bound { counted, name: String::new(), limits: per_day(most) };
    let (team, [ann, bob]) = (
        Counted::Team(TeamId::new(1, [0; 10])),
        [1, 2].map(|user| Counted::User(UserId::new(user, [0; 10]))),
    );
    let token = |number| Counted::Token(TokenId::new(number, [0; 10]));
    // The team's 300 calls are shared by two users with at most 200 each, and eight tokens with at most 50 each.
    let made: Vec<_> = thread::scope(|scope| {
        let each = (0..8_u64).map(|number| {
            let user = if number % 2 == 0 { ann } else { bob };
            let bounds = Bounds::new([bound(token(number), 50), bound(user, 200), bound(team, 300)]);
            let dir = dir.path().to_owned();
            scope
                .spawn(move || exhaust(&mut Counters::new(dir, Clock::Fixed(Timestamp::UNIX_EPOCH)), &bounds))
        });
        each.collect::<Vec<_>>().into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let calls = |counted| {
        let used = used(dir.path(), counted, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(used.calls(CallLimit::Concurrency), 0);
        used.calls(CallLimit::PerDay)
    };
    assert_eq!((made.iter().sum::<u32>(), calls(team), calls(ann) + calls(bob)), (300, 300, 300));
    assert!(calls(ann) <= 200 && calls(bob) <= 200);
    for (number, made) in made.into_iter().enumerate() {
        assert_eq!((calls(token(number as u64)), made <= 50), (made, true));
    }
}

#[test]
fn calls_that_come_many_at_once_are_as_many_as_there_are() {
    let dir = tempfile::tempdir().unwrap();
    let counted = Counted::Token(TokenId::new(1, [0; 10]));
    let limits = CallLimits { per_day: Some(5_000), concurrency: Some(200), ..CallLimits::default() };
    let bounds = Bounds::new([Bound { counted, name: String::new(), limits }]);
    let clock = Clock::Fixed(Timestamp::UNIX_EPOCH);
    let made: usize = thread::scope(|scope| {
        let each = (1..=8_usize).map(|size| {
            let (dir, bounds) = (dir.path().to_owned(), &bounds);
            scope.spawn(move || {
                let (mut counters, mut made) = (Counters::new(dir, clock), 0);
                loop {
                    let burst: Vec<_> = (0..5 * size).map_while(|_| counters.take(bounds).ok()).collect();
                    let is_over = burst.is_empty();
                    made += burst.len();
                    for slots in burst {
                        counters.give_back(slots);
                    }
                    assert!(counters.settle());
                    if is_over {
                        return made;
                    }
                }
            })
        });
        each.collect::<Vec<_>>().into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    let used = used(dir.path(), counted, Timestamp::UNIX_EPOCH).unwrap();
    assert_eq!((made, used.calls(CallLimit::PerDay), used.calls(CallLimit::Concurrency)), (5_000, 5_000, 0));
}
