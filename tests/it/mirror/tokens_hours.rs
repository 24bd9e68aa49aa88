//! The hours of tokens come and go while sessions run, as clocks show them that are set forth and back.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};

use super::client::Client;
use super::live::{ALL, Asked, listed};
use super::tokens::{ITEMS, command, token, used, world};
use super::world::{EVERYTHING, World};

/// How long before a moment a session begins; longer, where a loaded machine starts it more slowly than that.
const BEFORE: SignedDuration = SignedDuration::from_secs(2);

/// How soon a client is told; and how long it is looked whether it is.
const SOON: SignedDuration = SignedDuration::from_secs(3);
const LOOKED: SignedDuration = SignedDuration::from_millis(600);

/// What a moment does to a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Does {
    Opens,
    Shuts,
    LeavesOpen,
    LeavesShut,
}
use Does::{LeavesOpen, LeavesShut, Opens, Shuts};

/// Days, hours and zone, a moment, and what it does.
type Case = (&'static str, &'static str, &'static str, &'static str, Does);

/// Of three zones; in each of them clocks are set at one of the moments.
const CASES: [Case; 20] = [
    // A week of work, whose last hour is on friday.
    ("mon-fri", "09:00-18:00", "Europe/Berlin", "2031-01-06T08:00:00Z", Opens),
    ("mon-fri", "09:00-18:00", "Europe/Berlin", "2031-01-10T17:00:00Z", Shuts),
    ("mon-fri", "09:00-18:00", "Europe/Berlin", "2031-01-11T08:00:00Z", LeavesShut),
    // A night that began on friday goes on after midnight, and saturday's does not begin.
    ("fri", "22:00-06:00", "Europe/Berlin", "2031-01-10T21:00:00Z", Opens),
    ("fri", "22:00-06:00", "Europe/Berlin", "2031-01-10T23:00:00Z", LeavesOpen),
    ("fri", "22:00-06:00", "Europe/Berlin", "2031-01-11T05:00:00Z", Shuts),
    ("fri", "22:00-06:00", "Europe/Berlin", "2031-01-11T21:00:00Z", LeavesShut),
    // Two days that touch are one.
    ("sat,sun", "00:00-24:00", "America/New_York", "2031-01-12T05:00:00Z", LeavesOpen),
    ("sat,sun", "00:00-24:00", "America/New_York", "2031-01-13T05:00:00Z", Shuts),
    // At two it is three: what lies between is not, what begins then begins, and what would end between ends.
    ("mon-sun", "02:00-03:00", "Europe/Berlin", "2031-03-30T01:00:00Z", LeavesShut),
    ("mon-sun", "03:00-04:00", "Europe/Berlin", "2031-03-30T01:00:00Z", Opens),
    ("mon-sun", "01:00-02:30", "Europe/Berlin", "2031-03-30T01:00:00Z", Shuts),
    ("mon-sun", "22:00-04:00", "Europe/Berlin", "2031-03-30T01:00:00Z", LeavesOpen),
    ("mon-sun", "01:30-02:30", "America/New_York", "2031-03-09T07:00:00Z", Shuts),
    // At two it is one again: what has ended begins anew, and what goes on at two stays until then.
    ("mon-sun", "01:00-01:30", "America/New_York", "2031-11-02T06:00:00Z", Opens),
    ("mon-sun", "01:30-02:00", "America/New_York", "2031-11-02T06:00:00Z", Shuts),
    ("mon-sun", "01:00-02:00", "America/New_York", "2031-11-02T06:00:00Z", LeavesOpen),
    // By half an hour only.
    ("mon-sun", "01:30-01:40", "Australia/Lord_Howe", "2031-04-05T15:00:00Z", Opens),
    ("mon-sun", "01:45-02:00", "Australia/Lord_Howe", "2031-04-05T15:00:00Z", Shuts),
    ("mon-sun", "02:15-02:45", "Australia/Lord_Howe", "2031-10-04T15:30:00Z", Opens),
];

/// A session that has begun so long before the moment, and what it was told of and given then.
struct Begun {
    client: Client,
    at: Timestamp,
    before: SignedDuration,
    listed: Vec<String>,
    used: Vec<String>,
}

impl Begun {
    /// Begins one early enough to look at it.
    fn new(world: &World, token: &Path, moment: Timestamp) -> Self {
        let mut before = BEFORE;
        loop {
            let at = Timestamp::now();
            let ahead = moment.duration_since(at) - before;
            let mut command = command(world, token);
            command.env("MCPGW_TEST_CLOCK_AHEAD", ahead.as_millis().to_string());
            let mut client = Client::on_pipes(&mut command);
            client.open(EVERYTHING);
            let (listed, used) = (listed(&mut client), used(&mut client));
            if Timestamp::now().duration_since(at) < before {
                return Self { client, at, before, listed, used };
            }
            before *= 2;
        }
    }

    /// How long ago the moment was.
    fn since(&self) -> SignedDuration {
        Timestamp::now().duration_since(self.at) - self.before
    }
}

/// Opens a session shortly before the moment, and looks at what that does.
fn passes(world: &World, number: usize, (days, hours, zone, moment, does): Case) {
    let flags = ["--no-expiry", "--days", days, "--hours", hours, "--zone", zone];
    let file = token(world, &format!("hours{number}"), &flags);
    let mut begun = Begun::new(world, &file, moment.parse().unwrap());
    let all: Vec<_> = ITEMS.into_iter().map(|(_, name, _)| name.to_owned()).collect();
    let of = |open: bool| if open { all.clone() } else { Vec::new() };
    let (before, after) = (of(matches!(does, Shuts | LeavesOpen)), of(matches!(does, Opens | LeavesOpen)));
    let what = format!("{days} {hours} {zone} {moment}");
    assert_eq!((&begun.listed, &begun.used), (&before, &before), "{what}");
    let asked = (!before.is_empty()).then(|| Asked::of(&mut begun.client, "7", "a"));
    if before == after {
        while begun.since() < LOOKED {
            assert_eq!(listed(&mut begun.client), before, "{what}");
        }
        assert_eq!(begun.client.rest(), [""; 0], "{what}");
    } else {
        for _ in ALL {
            begun.client.holding("list_changed");
        }
        let since = begun.since();
        assert!(!since.is_negative() && since < SOON, "{what}: {since} after it");
    }
    assert_eq!(listed(&mut begun.client), after, "{what}");
    assert_eq!(used(&mut begun.client), after, "{what}");
    if let Some(asked) = asked {
        asked.finish(&mut begun.client);
    }
}

#[test]
fn sessions_open_and_shut_with_the_hours_that_clocks_show_somewhere() {
    let (world, _mirrors) = world();
    assert_eq!(listed(&mut world.open()).len(), ITEMS.len());
    let world = &world;
    std::thread::scope(|threads| {
        for (number, case) in CASES.into_iter().enumerate() {
            threads.spawn(move || passes(world, number, case));
        }
    });
}
