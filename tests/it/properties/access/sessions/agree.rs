//! What is listed, called, got, read, completed and subscribed to is the same, and what the specification says, at any time.

use jiff::Timestamp;
use mcpgw::core::control::served;
use mcpgw::core::model::ListKind;
use proptest::prelude::*;

use super::super::reference::{DEEDS, Deed, may};
use super::super::world::{Person, Target, World};
use super::super::worlds::for_worlds;
use super::rows::{ITEMS, Rows, SERVERS};
use super::session::{Outcome, Session};
use super::tokens::Tokens;
use super::ways::{LISTS, WAYS, listed_as, own_name};

/// How often it is looked again when something has ended by itself.
const MOMENTS: usize = 3;

/// By way, server and item.
type Had = Vec<(&'static str, usize, usize, bool)>;

/// Half of the worlds each: it takes a while.
const THREADS: u32 = 2;

#[test]
fn a_session_gives_what_it_lists_and_lists_what_the_specification_says() {
    let (had, had_not) = std::thread::scope(|threads| {
        let running: Vec<_> = (0..THREADS).map(|_| threads.spawn(worlds)).collect();
        let counted = running.into_iter().map(|thread| thread.join().expect("its worlds"));
        counted.fold((0, 0), |sum, counts| (sum.0 + counts.0, sum.1 + counts.1))
    });
    assert!(had > had_not / 20 && had_not > had / 20, "{had} had and {had_not} not");
}

/// Returns how much there was to have, and how much was not to be had.
fn worlds() -> (usize, usize) {
    let counts = std::cell::Cell::new((0, 0));
    for_worlds(THREADS, |world, choices| {
        let person = &world.people[0];
        let rows = Rows::new(choices);
        let tokens = Tokens::new(person, choices);
        let followed = rows.followed(world, person, &tokens);
        let mut session: Option<Session> = None;
        let mut now = world.now;
        for _ in 0..MOMENTS {
            let serving = served(&followed, now);
            match &mut session {
                Some(session) => session.follow(serving.servers),
                none => *none = Some(Session::open(serving.servers)),
            }
            let had = had(session.as_mut().expect("it is open"));
            let specified = |now| specified(world, person, (&rows, &tokens), now);
            prop_assert_eq!(&had, &specified(now), "at {} {:#?} {:#?}", now, person, followed.tokens);
            let number = had.iter().filter(|(.., had)| *had).count();
            counts.update(|(yes, no)| (yes + number, no + had.len() - number));
            let Some(until) = serving.until else { break };
            prop_assert!(until > now);
            let before = until - std::time::Duration::from_millis(1);
            prop_assert!(specified(before) == had, "it has changed before {}", until);
            now = until;
        }
        Ok(())
    });
    counts.get()
}

/// What the specification says of each way.
fn specified(world: &World, person: &Person, (rows, tokens): (&Rows, &Tokens), now: Timestamp) -> Had {
    let lists = LISTS.iter().map(|&(deed, kind)| (deed, kind));
    let ways = lists.chain(WAYS.iter().map(|way| (way.deed, way.kind)));
    let mut last = named("List(Tools)");
    let work = tokens.work(now);
    each(ways, |deed, kind, server, item| {
        if last.0 != deed {
            last = named(deed);
        }
        // What a template leads to is read; itself it is listed and completed.
        let leads = kind == ListKind::Templates && !deed.contains("List") && !deed.contains("Complete");
        let uri = leads.then(|| own_name(kind, server, ITEMS[item]).replace("{x}", "7"));
        work && tokens.let_through(kind, server, item, uri.as_deref())
            && may(world, person, last, &Target::Thing(rows.thing(server, kind, item)), now)
    })
}

/// What the client has in each way.
fn had(session: &mut Session) -> Had {
    let mut lists = LISTS.iter().map(|&(_, kind)| (kind, answered(session.request(kind.method(), "{}"))));
    let lists: Vec<_> = lists.by_ref().collect();
    let listed = LISTS.iter().map(|&(deed, kind)| (deed, kind));
    let mut had = each(listed, |_, kind, server, item| {
        let list = &lists.iter().find(|(of, _)| *of == kind).expect("each kind").1;
        list.contains(&listed_as(kind, server, ITEMS[item]))
    });
    for way in &WAYS {
        had.extend(each([(way.deed, way.kind)], |_, _, server, item| {
            let (method, params) = way.request(server, ITEMS[item]);
            match session.request(method, &params) {
                Outcome::Reached(reached) => {
                    assert_eq!(reached, server, "{method} {params}");
                    true
                }
                Outcome::Answered(answer) => {
                    assert!(answer.contains("\"error\""), "{method} {params}: {answer}");
                    false
                }
            }
        }));
    }
    had
}

fn each(
    ways: impl IntoIterator<Item = (&'static str, ListKind)>,
    mut is: impl FnMut(&'static str, ListKind, usize, usize) -> bool,
) -> Had {
    let mut had = Vec::new();
    for (deed, kind) in ways {
        for server in 0..SERVERS {
            for item in 0..ITEMS.len() {
                had.push((deed, server, item, is(deed, kind, server, item)));
            }
        }
    }
    had
}

fn answered(outcome: Outcome) -> String {
    match outcome {
        Outcome::Answered(answer) => answer,
        Outcome::Reached(server) => panic!("a list of server {server} alone"),
    }
}

fn named(name: &str) -> &'static Deed {
    DEEDS.iter().find(|deed| deed.0 == name).expect("a deed of the reference")
}
