//! Where effects are carried out: one operation each, beside the screen.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::action::{Done, Effect, Outcome, Who};
use super::deed::Deed;
use super::door::{Door, Start};
use super::screen;
use super::text::Shown;
use crate::core::model::{Email, Secret, User, Via};
use crate::core::operation::login::{Acting, Attention, Gate, begin, end_this};
use crate::core::operation::user::{self, NewSecretWord, set_password};
use crate::core::operation::{Context, Denied, Lagging, team, vault};
use crate::core::problem::{Problem, ProblemKind};

/// Carries effects out, for who acts now.
#[derive(Debug)]
pub(in crate::tui) struct Desk {
    door: Door,
    seat: Mutex<Seat>,
    /// Whether a key was pressed since the store was asked last: that is use of a login, and a screen that shows itself is none.
    touched: AtomicBool,
}

/// Who acts, and the how-many-eth they are: what was begun for somebody else puts nothing here.
#[derive(Debug, Default)]
struct Seat {
    number: u32,
    taken: Option<Taken>,
}

#[derive(Debug, Clone)]
struct Taken {
    context: Context,
    email: Option<String>,
    must_change: bool,
}

impl Desk {
    pub(in crate::tui) fn new(door: Door, start: Start) -> Result<(Self, Option<Problem>), Problem> {
        let desk = Self { door, seat: Mutex::default(), touched: AtomicBool::new(true) };
        match start {
            Start::In(acting) => desk.sit_down(desk.door.gate.clone(), *acting).map(|()| (desk, None)),
            Start::Out(problem) => Ok((desk, Some(problem))),
        }
    }

    /// Somebody is there.
    pub(in crate::tui) fn touch(&self) {
        self.touched.store(true, Ordering::Relaxed);
    }

    /// Nobody waits any longer for other processes that hold the store.
    pub(in crate::tui) fn hurry(&self) {
        self.door.gate.store.hurry(Duration::ZERO);
    }

    /// Carries `effect` out. Those that concern the terminal are not among its business.
    pub(in crate::tui) async fn carry_out(self: Arc<Self>, effect: Effect) -> Option<Outcome> {
        Some(match effect {
            Effect::Arrive => self.arrived().await.map_or_else(Outcome::Refused, Outcome::Entered),
            Effect::Login { email, password } => {
                self.login(&email, password).await.map_or_else(Outcome::Refused, Outcome::Entered)
            }
            Effect::Choose { email, word } => {
                self.choose(&email, word).await.map_or_else(Outcome::Refused, Outcome::Entered)
            }
            Effect::Load(place) => match self.load(place).await {
                Ok((rows, who)) => Outcome::Loaded(place, rows, who),
                Err(problem) => Outcome::NotLoaded(place, problem),
            },
            Effect::Look(place, id) => match self.look(place, &id).await {
                Ok(detail) => Outcome::Looked(place, id, detail),
                Err(problem) => Outcome::NotLooked(place, id, problem),
            },
            Effect::Do(deed) => match self.perform(&deed).await {
                Ok(done) => Outcome::Did(deed, done),
                Err(problem) => Outcome::NotDone(deed, problem),
            },
            Effect::Leave => match self.leave().await {
                Ok(()) => Outcome::Left,
                Err(problem) => Outcome::Refused(problem),
            },
            Effect::Suspend | Effect::Redraw | Effect::Quit(_) => return None,
        })
    }

    async fn login(&self, email: &str, password: Secret<String>) -> Result<Who, Problem> {
        let email =
            Email::parse(email).map_err(|error| Problem::new(ProblemKind::Usage, error.to_string()))?;
        // What is set for passwords and logins counts as it is now, however long the screen has been there.
        let gate = self.door.gate.as_set_now().await?;
        let begun = begin(&gate, &self.door.place, &email, password).await?;
        let acting = begun.acting(&gate).await?;
        self.sit_down(gate, acting)?;
        self.arrived().await
    }

    /// Gives who acts another password, which ends their login, and begins another one.
    async fn choose(&self, email: &str, word: Secret<String>) -> Result<Who, Problem> {
        let Taken { mut context, .. } = self.taken_anew().await?;
        context.settings = self.door.gate.as_set_now().await?.settings;
        let new = NewSecretWord { word: word.clone(), must_change: false };
        let done = set_password(&context, &user::Who::Me, None, new, false).await;
        context.denied.write().await;
        done?;
        self.login(email, word).await
    }

    async fn leave(&self) -> Result<(), Problem> {
        // Somebody may have logged in here since, whose login that is not.
        if let Some(login) = self.taken()?.context.login {
            end_this(&self.door.gate, &self.door.place, &login, &Lagging::default()).await?;
        }
        let mut seat = self.seat();
        *seat = Seat { number: seat.number + 1, taken: None };
        Ok(())
    }

    async fn load(&self, place: screen::Place) -> Result<(Vec<screen::Row>, Who), Problem> {
        let taken = self.taken_anew().await?;
        let rows = screen::load(place, &taken.context).await;
        let who = who(&taken).await;
        taken.context.denied.write().await;
        Ok((rows?, who?))
    }

    async fn look(&self, place: screen::Place, id: &str) -> Result<Vec<screen::Detail>, Problem> {
        let Taken { context, .. } = self.taken_anew().await?;
        let detail = screen::look(place, &context, id).await;
        context.denied.write().await;
        detail
    }

    async fn perform(&self, deed: &Deed) -> Result<Done, Problem> {
        let Taken { context, .. } = self.taken_anew().await?;
        let done = deed.perform(&context).await;
        context.denied.write().await;
        done
    }

    async fn arrived(&self) -> Result<Who, Problem> {
        let taken = self.taken()?;
        if !taken.must_change {
            vault::seal_what_is_clear(&taken.context).await?;
        }
        who(&taken).await
    }

    fn sit_down(&self, gate: Gate, acting: Acting) -> Result<(), Problem> {
        let must_change = acting.must_change;
        let email = acting.user.email.as_ref().map(ToString::to_string);
        let context = (self.door.equip)(gate, acting)?;
        // What is told of one person is nothing for the next.
        let context = Context { lagging: Lagging::default(), denied: Denied::default(), ..context };
        let mut seat = self.seat();
        *seat = Seat { number: seat.number + 1, taken: Some(Taken { context, email, must_change }) };
        Ok(())
    }

    fn taken(&self) -> Result<Taken, Problem> {
        let nobody =
            || Problem::new(ProblemKind::Unauthenticated, "you are not logged in").hint("mcpgw login");
        self.seat().taken.clone().ok_or_else(nobody)
    }

    /// Who acts, as they are now: whoever is not believed any more is refused.
    async fn taken_anew(&self) -> Result<Taken, Problem> {
        let number = self.seat().number;
        let taken = self.taken()?;
        let attention =
            if self.touched.swap(false, Ordering::Relaxed) { Attention::Paid } else { Attention::None };
        let context = taken.context.anew(self.door.directory.as_deref(), attention).await?;
        let taken = Taken { context, ..taken };
        let mut seat = self.seat();
        if seat.number == number {
            seat.taken = Some(taken.clone());
        }
        Ok(taken)
    }

    fn seat(&self) -> MutexGuard<'_, Seat> {
        self.seat.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Who acts, and whether there is anybody else.
async fn who(taken: &Taken) -> Result<Who, Problem> {
    let Taken { context, email, must_change } = taken;
    let own = context.principal.user();
    let people = user::list(context).await?;
    let account = people.iter().find(|account| account.user.id == own);
    let roles = account.map(|account| account.global_roles.join(", ")).unwrap_or_default();
    let name = email.as_deref().unwrap_or(User::OWNER);
    let called = if context.via == Via::Token {
        let token = context.tokens.first().map(|token| token.name.as_str()).unwrap_or_default();
        format!("{name}, with the token {token}")
    } else if context.via == Via::Login && !roles.is_empty() {
        format!("{name} ({roles})")
    } else {
        name.to_owned()
    };
    let alone = context.via == Via::Owner
        && people.len() <= 1
        && team::list(context).await?.iter().all(|listed| listed.team.personal_of.is_some());
    Ok(Who {
        user: own,
        email: email.clone(),
        called: Shown::line(&called),
        by_login: context.via == Via::Login,
        alone,
        must_change: *must_change,
    })
}
