//! Servers that fail again and again.

use std::time::Duration;

use serde_json::{Value, json};

use super::play::Play;

const CHANGED: &str = "notifications/tools/list_changed";

fn changes(said: &[Value]) -> usize {
    said.iter().filter(|frame| frame["method"] == CHANGED).count()
}

#[test]
fn restarts_come_after_a_second_and_then_twice_as_late_each_time_up_to_a_minute() {
    let mut play = Play::open(2, None);
    play.works[0] = false;
    let ended = play.elapsed();
    play.ends(0);
    play.wait(600);
    let mut before = ended;
    let mut longest = Duration::from_secs(1);
    assert!(play.starts[0].len() > 10, "{:?}", play.starts[0]);
    for &start in &play.starts[0][1..] {
        let waited = start.checked_sub(before).expect("in order");
        assert!(waited >= longest / 2 && waited <= longest, "{waited:?} for {longest:?}");
        before = start;
        longest = (2 * longest).min(Duration::from_mins(1));
    }
    assert_eq!(play.starts[1].len(), 1, "the other one is left alone");
}

#[test]
fn calls_in_flight_fail_at_once_with_the_reason_and_are_never_sent_again() {
    let mut play = Play::open(2, None);
    play.call(1, 0);
    play.call(2, 1);
    play.ends(0);
    let said = play.take_said();
    assert_eq!((said.len(), &said[0]["id"]), (1, &json!(1)));
    assert_eq!(said[0]["error"]["message"], "server \"s0\" ended (exit status: 3)");
    play.wait(600);
    assert_eq!((play.count(0, "tools/call"), play.count(1, "tools/call")), (1, 1));
    assert!(play.starts[0].len() > 1);
}

#[test]
fn a_call_to_a_server_that_is_down_starts_it_at_once() {
    let mut play = Play::open(1, None);
    play.works[0] = false;
    play.ends(0);
    // The waits are long by now, and its items are still listed.
    play.wait(50);
    play.works[0] = true;
    play.take_said();
    let before = play.starts[0].len();
    play.call(1, 0);
    assert_eq!(play.starts[0].len(), before + 1);
    assert_eq!(play.starts[0].last(), Some(&play.elapsed()));
    assert_eq!(play.count(0, "tools/call"), 1);
}

#[test]
fn eight_calls_to_a_server_that_is_down_start_it_once() {
    let mut play = Play::open(1, None);
    play.ends(0);
    for id in 1..=8 {
        play.call(id, 0);
    }
    assert_eq!((play.starts[0].len(), play.count(0, "tools/call")), (2, 8));
}

#[test]
fn from_the_third_failure_on_items_stay_for_a_minute_and_return_with_their_server() {
    let mut play = Play::open(2, None);
    assert_eq!(play.tools(), ["s0__t", "s1__t"]);
    play.works[0] = false;
    play.ends(0);
    // The second failure is after a second at most, the third after two more.
    play.wait(3);
    assert_eq!(play.starts[0].len(), 3);
    play.wait(56);
    assert_eq!((play.tools().len(), changes(&play.take_said())), (2, 0));
    play.wait(4);
    assert_eq!(changes(&play.take_said()), 1);
    assert_eq!(play.tools(), ["s1__t"]);
    play.works[0] = true;
    play.wait(60);
    assert_eq!(changes(&play.take_said()), 1);
    assert_eq!(play.tools(), ["s0__t", "s1__t"]);
}

#[test]
fn a_server_that_worked_for_a_minute_has_no_failures_in_a_row() {
    let mut play = Play::open(1, None);
    for _ in 0..5 {
        play.wait(61);
        let ended = play.elapsed();
        play.ends(0);
        play.wait(2);
        let waited = play.starts[0].last().expect("a start").checked_sub(ended).expect("in order");
        assert!(waited <= Duration::from_secs(1), "{waited:?}");
    }
    assert_eq!(play.tools(), ["s0__t"]);
}
