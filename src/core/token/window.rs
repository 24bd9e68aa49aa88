//! The hours in which a token works: of a place, whose clocks are set back and forth.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, ToSpan as _};

use crate::core::model::Hours;

/// Days on which something may begin or end from some day on, and then again: a week, what began the day before it, and one over.
const DAYS: i64 = 9;

/// The zone of that name, if this machine knows it.
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// Whether a clock in `zone` shows one of `hours` at `now`. What began on a day goes on after midnight.
pub fn is_open(hours: &Hours, zone: &TimeZone, now: Timestamp) -> bool {
    let local = zone.to_datetime(now);
    let minute = u16::from(local.hour().unsigned_abs()) * 60 + u16::from(local.minute().unsigned_abs());
    let (today, yesterday) =
        (day(hours, local.date()), local.date().yesterday().is_ok_and(|date| day(hours, date)));
    let Hours { from, to, .. } = *hours;
    if from < to {
        today && (from..to).contains(&minute)
    } else {
        today && minute >= from || yesterday && minute < to
    }
}

/// When that changes after `now`: what is open shuts, or what is shut opens. Nothing: never.
pub fn next_change(hours: &Hours, zone: &TimeZone, now: Timestamp) -> Option<Timestamp> {
    let open = is_open(hours, zone, now);
    let first = zone.to_datetime(now).date().yesterday().ok()?;
    let edges = (0..=DAYS)
        .filter_map(|day| first.checked_add(day.days()).ok())
        .flat_map(|date| edges(hours, zone, date));
    // A clock that is set jumps over an edge, or back before it.
    let set = zone.following(now).take(4).map(|transition| transition.timestamp());
    let mut moments: Vec<_> = edges.chain(set).filter(|&at| at > now).collect();
    moments.sort_unstable();
    moments.into_iter().find(|&at| is_open(hours, zone, at) != open)
}

fn day(hours: &Hours, date: Date) -> bool {
    let from_monday = match date.weekday() {
        Weekday::Monday => 0,
        Weekday::Tuesday => 1,
        Weekday::Wednesday => 2,
        Weekday::Thursday => 3,
        Weekday::Friday => 4,
        Weekday::Saturday => 5,
        Weekday::Sunday => 6,
    };
    hours.days[from_monday]
}

/// The moments of `date` at which something may begin or end; twice, where a clock that is set back shows them twice.
fn edges(hours: &Hours, zone: &TimeZone, date: Date) -> Vec<Timestamp> {
    let minutes = [0, hours.from, hours.to];
    let moments = minutes.into_iter().filter(|&minute| minute < 24 * 60).flat_map(|minute| {
        let time = jiff::civil::time(
            i8::try_from(minute / 60).unwrap_or(0),
            i8::try_from(minute % 60).unwrap_or(0),
            0,
            0,
        );
        moments(zone, DateTime::from_parts(date, time))
    });
    moments.collect()
}

fn moments(zone: &TimeZone, shown: DateTime) -> Vec<Timestamp> {
    let at = |offset: jiff::tz::Offset| offset.to_timestamp(shown).ok();
    match zone.to_ambiguous_timestamp(shown).offset() {
        AmbiguousOffset::Unambiguous { offset } => at(offset).into_iter().collect(),
        // What a clock never shows begins and ends when it is set.
        AmbiguousOffset::Gap { .. } => Vec::new(),
        AmbiguousOffset::Fold { before, after } => [at(before), at(after)].into_iter().flatten().collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MINUTE: i64 = 60;

    /// In each of them clocks are set within days of the first moment, on or back; by half an hour on Lord Howe.
    const TURNS: [(&str, &str); 6] = [
        ("Europe/Berlin", "2026-03-29T01:00:00Z"),
        ("Europe/Berlin", "2026-10-25T01:00:00Z"),
        ("America/New_York", "2026-03-08T07:00:00Z"),
        ("America/New_York", "2026-11-01T06:00:00Z"),
        ("Australia/Lord_Howe", "2026-04-04T15:00:00Z"),
        ("Australia/Lord_Howe", "2026-10-03T15:30:00Z"),
    ];

    /// By the days on which something begins: what a clock shows lies within one of them.
    fn shows(hours: &Hours, shown: DateTime) -> bool {
        let minutes = |day: i64, minute: u16| {
            let date = shown.date().checked_add(day.days()).expect("a day");
            DateTime::from_parts(date, jiff::civil::Time::midnight())
                .checked_add(i64::from(minute).minutes())
                .expect("a time")
        };
        [-1, 0].into_iter().any(|day| {
            let begins = minutes(day, hours.from);
            let ends =
                if hours.to > hours.from { minutes(day, hours.to) } else { minutes(day + 1, hours.to) };
            let weekday = usize::try_from(begins.weekday().to_monday_zero_offset()).expect("a day");
            hours.days[weekday] && (begins..ends).contains(&shown)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn hours_are_what_clocks_show_and_change_when_it_says(
            turn in 0..TURNS.len(),
            before in 0_i64..4 * 24 * 60,
            from in 0_u16..1440,
            to in 0_u16..=1440,
            days in proptest::array::uniform7(any::<bool>()),
        ) {
            let (name, at) = TURNS[turn];
            let zone = zone(name).expect("a zone");
            let hours = Hours { zone: name.to_owned(), days, from, to };
            let turn: Timestamp = at.parse().expect("a time");
            let start = Timestamp::from_second(turn.as_second() - before * MINUTE).expect("a time");
            let open = is_open(&hours, &zone, start);
            let mut expected = None;
            for minute in 0..9 * 24 * 60 {
                let now = Timestamp::from_second(start.as_second() + minute * MINUTE).expect("a time");
                let shows = shows(&hours, zone.to_datetime(now));
                prop_assert_eq!(is_open(&hours, &zone, now), shows, "{} in {}", now, name);
                if shows != open {
                    expected = Some(now);
                    break;
                }
            }
            prop_assert_eq!(next_change(&hours, &zone, start), expected);
        }
    }

    #[test]
    fn an_hour_that_clocks_skip_is_not_and_one_that_they_show_twice_is_twice() {
        let zone = zone("Europe/Berlin").expect("a zone");
        let night = Hours { zone: "Europe/Berlin".to_owned(), days: [true; 7], from: 150, to: 180 };
        let at = |text: &str| text.parse::<Timestamp>().expect("a time");
        let skipped = at("2026-03-29T00:59:00Z");
        assert_eq!(next_change(&night, &zone, skipped), Some(at("2026-03-30T00:30:00Z")));
        let first = at("2026-10-25T00:30:00Z");
        assert!(is_open(&night, &zone, first));
        assert_eq!(next_change(&night, &zone, first), Some(at("2026-10-25T01:00:00Z")));
        assert_eq!(next_change(&night, &zone, at("2026-10-25T01:00:00Z")), Some(at("2026-10-25T01:30:00Z")));
    }
}
