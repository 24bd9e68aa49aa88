//! What becomes of actions: no terminal, no store.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::core::model::Secret;
use crate::core::problem::{Problem, ProblemKind};
use crate::tui::action::{Action, Done, Effect, Outcome, Who};
use crate::tui::app::App;
use crate::tui::deed::Deed;
use crate::tui::key::Key;
use crate::tui::keymap::{Focus, KEYMAP};
use crate::tui::screen::Place;
use crate::tui::testing::{blank, done, entered, full, later, press, screen, servers, text, typed, who};
use crate::tui::text::Shown;

fn over() -> Problem {
    Problem::new(ProblemKind::Unauthenticated, "your login is over").hint("mcpgw login")
}

#[test]
fn what_is_on_the_screen_is_fetched_and_nothing_else() {
    let mut app = blank(80, 24);
    let effects = done(&mut app, Outcome::Entered(who(1)));
    assert!(matches!(effects[..], [Effect::Load(Place::Servers)]), "{effects:?}");
    assert!(later(&mut app, 60).is_empty(), "it is under way");
    done(&mut app, Outcome::Loaded(Place::Servers, servers(), who(1)));
    assert!(later(&mut app, 1).is_empty());
    assert!(matches!(later(&mut app, 1)[..], [Effect::Load(Place::Servers)]));
    assert!(matches!(typed(&mut app, "4")[..], [Effect::Load(Place::Tokens)]));
}

#[test]
fn what_one_may_not_see_is_not_asked_for_again_and_again() {
    let mut app = entered(80, 24);
    typed(&mut app, "5");
    done(
        &mut app,
        Outcome::NotLoaded(Place::Audit, Problem::new(ProblemKind::Denied, "you may not read it")),
    );
    assert!(later(&mut app, 60).is_empty());
    assert!(text(&app).contains("you may not read it"));
    assert!(matches!(typed(&mut app, "R")[..], [Effect::Load(Place::Audit)]));
}

#[test]
fn a_server_is_switched_at_once_and_removed_after_a_question() {
    let mut app = full(80, 24);
    let effects = typed(&mut app, "x");
    let [Effect::Do(deed @ Deed::SwitchServer { on: false, .. })] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert!(typed(&mut app, "x").is_empty(), "it is under way");
    let said = Done { said: Shown::line("disabled files"), warnings: Vec::new() };
    done(&mut app, Outcome::Did(deed.clone(), said));
    assert!(text(&app).contains("mcpgw server disable files"));

    assert!(typed(&mut app, "d").is_empty());
    assert!(press(&mut app, [Key::Enter]).is_empty(), "what is marked keeps it");
    typed(&mut app, "d");
    let effects = typed(&mut app, "y");
    assert!(matches!(effects[..], [Effect::Do(Deed::RemoveServer { .. })]), "{effects:?}");
}

#[test]
fn keys_do_nothing_that_nobody_sees() {
    let mut app = full(80, 24);
    typed(&mut app, "d");
    app.update(Action::Resized(59, 14));
    assert!(press(&mut app, [Key::Enter]).is_empty() && typed(&mut app, "y").is_empty());
    app.update(Action::Resized(80, 24));
    assert_eq!(app.focus(), Focus::Confirm, "it is still asked");
    press(&mut app, [Key::Esc]);
    app.update(Action::Resized(59, 14));
    assert!(typed(&mut app, "dyx").is_empty());
    assert!(matches!(typed(&mut app, "q")[..], [Effect::Quit(None)]));
}

#[test]
fn what_is_gone_is_not_seen_in_full_any_more() {
    let mut app = full(80, 24);
    typed(&mut app, "j");
    press(&mut app, [Key::Enter]);
    assert_eq!(app.focus(), Focus::Detail);
    done(&mut app, Outcome::Loaded(Place::Servers, servers(), who(1)));
    assert_eq!(app.focus(), Focus::Detail);
    let mut fewer = servers();
    fewer.remove(1);
    done(&mut app, Outcome::Loaded(Place::Servers, fewer, who(1)));
    assert_eq!(app.focus(), Focus::List);
}

#[test]
fn what_was_being_fetched_when_something_changed_is_fetched_again() {
    let mut app = full(80, 24);
    later(&mut app, 2);
    typed(&mut app, "x");
    let [deed] = &app.doing[..] else { panic!("{:?}", app.doing) };
    let did = Outcome::Did(deed.clone(), Done { said: Shown::line("disabled files"), warnings: Vec::new() });
    assert!(done(&mut app, did).is_empty(), "the rows are under way");
    let effects = done(&mut app, Outcome::Loaded(Place::Servers, servers(), who(1)));
    assert!(matches!(effects[..], [Effect::Load(Place::Servers)]), "{effects:?}");
}

#[test]
fn what_is_pasted_is_never_a_command() {
    let mut app = full(80, 24);
    let paste = |app: &mut App, text: &str| app.update(Action::Pasted(Secret::new(text.to_owned())));
    assert!(paste(&mut app, "dyq").is_empty());
    assert_eq!(app.focus(), Focus::List);
    typed(&mut app, "/");
    paste(&mut app, "time\nq");
    assert_eq!(app.listing().shown(), 1);
}

#[test]
fn a_filter_keeps_the_row_that_is_looked_at() {
    let mut app = full(80, 24);
    typed(&mut app, "G/ti");
    assert_eq!(app.listing().row().map(|row| row.id.as_str()), Some("3"));
    press(&mut app, [Key::Enter]);
    assert_eq!(app.focus(), Focus::List);
    press(&mut app, [Key::Esc]);
    assert_eq!((app.listing().shown(), app.listing().selected()), (3, 2));
}

#[test]
fn rows_that_go_take_nothing_else_along() {
    let mut app = full(80, 24);
    typed(&mut app, "jj");
    let mut fewer = servers();
    fewer.remove(0);
    done(&mut app, Outcome::Loaded(Place::Servers, fewer, who(1)));
    assert_eq!(app.listing().row().map(|row| row.id.as_str()), Some("3"));
    done(&mut app, Outcome::Loaded(Place::Servers, Vec::new(), who(1)));
    assert_eq!(app.listing().row(), None);
    assert!(text(&app).contains("no servers yet"));
}

#[test]
fn who_logs_in_again_is_where_they_were_and_somebody_else_is_at_the_start() {
    let mut app = full(80, 24);
    typed(&mut app, "4");
    done(&mut app, Outcome::NotLoaded(Place::Tokens, over()));
    assert_eq!(app.focus(), Focus::Form);
    assert!(text(&app).contains("your login is over"));
    assert!(!text(&app).contains("files"), "nothing but the login is seen");
    typed(&mut app, "a password");
    let effects = press(&mut app, [Key::Enter]);
    let [Effect::Login { email, password }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((email.as_str(), password.reveal().as_str()), ("ann@example.org", "a password"));
    assert!(typed(&mut app, "q").is_empty(), "it is looked at");

    done(&mut app, Outcome::Entered(who(1)));
    assert_eq!(app.at, Place::Tokens);
    typed(&mut app, "1");
    assert_eq!(app.listing().count(), 3);
    done(&mut app, Outcome::NotLoaded(Place::Tokens, over()));
    done(&mut app, Outcome::Entered(who(2)));
    assert_eq!((app.at, app.listing().count()), (Place::Servers, 0));
    assert!(!format!("{app:?}").contains("files"));
}

#[test]
fn what_was_begun_for_somebody_else_is_nobodys_business() {
    let mut app = full(80, 24);
    let before = app.number;
    assert!(matches!(press(&mut app, [Key::Ctrl('x')])[..], [Effect::Leave]));
    assert!(app.update(Action::Done(before, Outcome::Loaded(Place::Servers, servers(), who(1)))).is_empty());
    assert!(app.who.is_none());
    done(&mut app, Outcome::Left);
    assert!(app.form.as_ref().is_some_and(|form| !form.busy));
}

#[test]
fn who_must_choose_a_password_does_nothing_else() {
    let mut app = blank(80, 24);
    let effects = done(&mut app, Outcome::Entered(Who { must_change: true, ..who(1) }));
    assert!(effects.is_empty() && later(&mut app, 60).is_empty());
    typed(&mut app, "one password");
    press(&mut app, [Key::Enter]);
    typed(&mut app, "another one!");
    assert!(press(&mut app, [Key::Enter]).is_empty());
    assert!(text(&app).contains("the two passwords differ"));
    typed(&mut app, "short one");
    press(&mut app, [Key::Tab]);
    typed(&mut app, "short one");
    assert!(matches!(press(&mut app, [Key::Enter])[..], [Effect::Choose { .. }]));
    done(&mut app, Outcome::Entered(who(1)));
    assert!(text(&app).contains("12 characters or more"));
}

#[test]
fn who_is_alone_meets_no_people() {
    let mut app = full(80, 24);
    assert!(text(&app).contains("6 People"));
    typed(&mut app, "7");
    done(&mut app, Outcome::Loaded(Place::Teams, Vec::new(), Who { alone: true, ..who(1) }));
    assert_eq!(app.at, Place::Servers);
    assert!(!text(&app).contains("People"));
    typed(&mut app, "6");
    assert_eq!(app.at, Place::Servers);
}

#[test]
fn passwords_show_nowhere() {
    let mut app = full(80, 24);
    done(&mut app, Outcome::NotLoaded(Place::Servers, over()));
    typed(&mut app, "hunter2");
    assert!(!screen(&app).contains("hunter"));
    let short = screen(&app);
    typed(&mut app, "hunter2 and much more");
    assert_eq!(screen(&app), short, "nor how long they are");
    let effects = press(&mut app, [Key::Enter]);
    assert!(!format!("{app:?}{effects:?}").contains("hunter"));
}

#[test]
fn what_the_bottom_line_says_fits_and_tells_how_to_get_help() {
    for (columns, rows) in [(60, 15), (80, 24), (120, 40)] {
        let app = full(columns, rows);
        let screen = text(&app);
        let last = screen.lines().last().expect("a line");
        assert!(last.contains("? help") && last.contains("q quit"), "{last}");
    }
}

/// Keys of all kinds, those that do something more often.
fn keys() -> impl Strategy<Value = Key> {
    let bound: Vec<Key> = KEYMAP.iter().flat_map(|binding| binding.keys).copied().collect();
    prop_oneof![4 => prop::sample::select(bound), 1 => any::<char>().prop_map(Key::Char)]
}

fn outcomes() -> impl Strategy<Value = u8> {
    0_u8..8
}

fn outcome(number: u8) -> Outcome {
    let problem = Problem::new(ProblemKind::Failed, "a problem\nwith lines").hint("a hint");
    match number {
        0 => Outcome::Entered(who(1)),
        1 => Outcome::Refused(over()),
        2 => Outcome::Loaded(Place::Servers, servers(), who(1)),
        3 => Outcome::Loaded(Place::Servers, Vec::new(), who(2)),
        4 => Outcome::NotLoaded(Place::Servers, over()),
        5 => Outcome::NotLoaded(Place::Teams, problem),
        6 => Outcome::NotLooked(Place::Servers, "s1".to_owned(), problem),
        _ => Outcome::Left,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_storm_of_keys_breaks_anything(
        size in prop::sample::select(vec![(59_u16, 14_u16), (60, 15), (80, 24), (120, 40), (1, 1), (2, 30)]),
        storm in vec(prop_oneof![6 => keys().prop_map(Ok), 1 => outcomes().prop_map(Err)], 0..60),
    ) {
        let mut app = full(size.0, size.1);
        for event in storm {
            match event {
                Ok(key) => drop(press(&mut app, [key])),
                Err(number) => drop(done(&mut app, outcome(number))),
            }
            later(&mut app, 1);
            prop_assert!(app.listing().selected() <= app.listing().shown());
        }
        screen(&app);
    }
}
