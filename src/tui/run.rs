//! Runs the screen: waits for what happens, has effects carried out, and draws.

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::task::{JoinError, JoinSet};

use super::action::{Action, Effect, Outcome};
use super::app::App;
use super::desk::Desk;
use super::door::{Door, Start};
use super::draw::draw;
use super::key::Key;
use super::look::Look;
use super::terminal::{Event, Events, Screen, listen};
use crate::core::platform::continued;
use crate::core::platform::time::sleep;
use crate::core::problem::{Problem, ProblemKind};

/// The least time between two frames: nobody sees more.
const FRAME: Duration = Duration::from_millis(33);

/// How long what was begun may take to come to its end when somebody quits.
const LAST: Duration = Duration::from_secs(10);
/// How long it may take from then on, or when nobody waits for it, to say that it was not done.
const AT_ONCE: Duration = Duration::from_millis(300);

type Work = JoinSet<(u32, Option<Outcome>)>;

/// An effect, and the how-many-eth login it was born under.
type Born = (u32, Effect);

/// Shows the screen until the person at the terminal has enough, or nobody acts any more.
pub async fn run(door: Door, start: Start, look: Look) -> Result<(), Problem> {
    let by_credential = door.by_credential;
    let (desk, out) = Desk::new(door, start)?;
    let desk = Arc::new(desk);
    // On an error and a panic, too, the terminal comes back with the end of this.
    let mut screen = Screen::take().map_err(lost)?;
    let size = screen.size().map_err(lost)?;
    let (app, effects) = App::new(look, (size.width, size.height), by_credential, out);
    let effects = effects.into_iter().map(|effect| (app.number, effect)).collect();
    show(app, effects, &desk, &mut screen).await
}

async fn show(
    mut app: App,
    mut effects: Vec<Born>,
    desk: &Arc<Desk>,
    screen: &mut Screen,
) -> Result<(), Problem> {
    let started = Instant::now();
    let mut events = listen().map_err(lost)?;
    let mut resumed = continued().map_err(lost)?;
    // What only looks, and what changes something.
    let (mut looks, mut changes) = (Work::new(), Work::new());
    loop {
        let mut quit = None;
        for (number, effect) in effects.drain(..) {
            match effect {
                Effect::Quit(why) => quit = Some(why),
                Effect::Suspend => screen.suspend().map_err(lost)?,
                Effect::Redraw => screen.retake().map_err(lost)?,
                other => {
                    let work = if other.only_looks() { &mut looks } else { &mut changes };
                    let desk = Arc::clone(desk);
                    work.spawn(async move { (number, desk.carry_out(other).await) });
                }
            }
        }
        if let Some(why) = quit {
            come_to_an_end(&mut changes, &mut events, desk).await?;
            return why.map_or(Ok(()), Err);
        }
        screen.draw(|frame| draw(&app, frame)).map_err(lost)?;
        let drawn = Instant::now();
        let happened = tokio::select! {
            event = events.recv() => {
                Some(event.map(action).ok_or_else(|| lost(io::ErrorKind::UnexpectedEof.into()))?)
            }
            Some(done) = looks.join_next() => outcome(done)?,
            Some(done) = changes.join_next() => outcome(done)?,
            _ = resumed.recv() => {
                screen.retake().map_err(lost)?;
                None
            }
            () = sleep(app.rest()) => None,
        };
        // Whatever comes in the time of one frame is drawn with it.
        sleep(FRAME.saturating_sub(drawn.elapsed())).await;
        let keys = std::iter::from_fn(|| events.try_recv().ok()).map(action);
        for action in [Action::Tick(started.elapsed())].into_iter().chain(happened).chain(keys) {
            if matches!(action, Action::Key(_) | Action::Pasted(_)) {
                desk.touch();
            }
            let born = app.update(action);
            effects.extend(born.into_iter().map(|effect| (app.number, effect)));
        }
    }
}

/// Lets what was begun come to its end; whoever presses ctrl-c once more does not wait for it. What went wrong is told.
async fn come_to_an_end(changes: &mut Work, events: &mut Events, desk: &Desk) -> Result<(), Problem> {
    let end = sleep(LAST);
    tokio::pin!(end);
    let mut hurries = false;
    loop {
        let waits_no_longer = tokio::select! {
            done = changes.join_next() => {
                let Some(done) = done else { return Ok(()) };
                if let Some(Action::Done(_, Outcome::NotDone(_, problem) | Outcome::Refused(problem))) = outcome(done)? {
                    return Err(problem);
                }
                false
            }
            event = events.recv(), if !hurries => matches!(event, None | Some(Event::Key(Key::Ctrl('c')))),
            () = &mut end => true,
        };
        if waits_no_longer && hurries {
            return Err(Problem::new(
                ProblemKind::Failed,
                "what was begun took too long: it may not have been done",
            ));
        }
        if waits_no_longer {
            hurries = true;
            desk.hurry();
            end.set(sleep(AT_ONCE));
        }
    }
}

fn action(event: Event) -> Action {
    match event {
        Event::Key(key) => Action::Key(key),
        Event::Pasted(text) => Action::Pasted(text),
        Event::Resized(columns, rows) => Action::Resized(columns, rows),
    }
}

/// What came of an effect. A bug in one is a bug of the whole.
fn outcome(done: Result<(u32, Option<Outcome>), JoinError>) -> Result<Option<Action>, Problem> {
    match done {
        Ok((number, outcome)) => Ok(outcome.map(|outcome| Action::Done(number, outcome))),
        Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
        Err(error) => Err(Problem::new(ProblemKind::Failed, error.to_string())),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
fn lost(error: io::Error) -> Problem {
    Problem::new(ProblemKind::Failed, format!("the terminal is lost: {error}"))
}
