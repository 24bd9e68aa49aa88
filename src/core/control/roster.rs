//! All running sessions of a store.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::sweep::{is_gone, sweep};
use super::{Answer, AskError, Request, ask};
use crate::core::model::SessionRow;
use crate::core::platform::is_running;
use crate::core::platform::time::{sleep, timeout, timeout_at};
use crate::core::store::{Store, StoreError};

/// Sessions that are asked at a time: two descriptors each, to ask and to give up.
const AT_ONCE: usize = 64;

/// How often it is looked whether a process is gone.
const LOOK: Duration = Duration::from_millis(10);

/// How long a command waits for all sessions to follow what it changed.
const POKE: Duration = Duration::from_secs(1);

/// The sessions that run, oldest first. What killed ones left is removed.
pub async fn sessions(store: &Store) -> Result<Vec<SessionRow>, StoreError> {
    sweep(store).await
}

/// Waits until the process of a session is gone, for at most `patience`.
pub async fn ended(row: &SessionRow, patience: Duration) -> bool {
    let gone = async {
        while !is_gone(row).await {
            sleep(LOOK).await;
        }
    };
    timeout(patience, gone).await.is_ok()
}

/// Asks every session the same; they have `patience` together. In the order of `rows`.
pub async fn ask_all(
    rows: Vec<SessionRow>,
    request: Request,
    patience: Duration,
) -> Vec<(SessionRow, Result<Answer, AskError>)> {
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let deadline = Instant::now() + patience;
    let mut asking = JoinSet::new();
    for (index, row) in rows.iter().enumerate() {
        let (socket, places) = (row.socket.clone(), Arc::clone(&places));
        asking.spawn(async move {
            // Nobody closes it.
            let _place = places.acquire().await;
            let left = deadline.saturating_duration_since(Instant::now());
            (index, ask(&socket, request, left).await)
        });
    }
    let mut answers: Vec<_> = rows.iter().map(|_| Err(AskError::Late)).collect();
    let hearing = async {
        while let Some(asked) = asking.join_next().await {
            if let Ok((index, answer)) = asked {
                answers[index] = answer;
            }
        }
    };
    // One timer for all that wait for their turn: each is a descriptor.
    let _ = timeout_at(deadline, hearing).await;
    rows.into_iter().zip(answers).collect()
}

/// Has every session follow the store, as it is now, before this returns; a second at most. Returns those that may not.
pub async fn poke_all(store: &Store) -> Result<Vec<SessionRow>, StoreError> {
    let rows = store.sessions().await?;
    if rows.is_empty() {
        return Ok(rows);
    }
    let answers = ask_all(rows, Request::Poke, POKE).await;
    let mut late: Vec<_> = answers
        .into_iter()
        .filter(|(row, answer)| !matches!(answer, Ok(Answer::Done)) && is_running(row.process))
        .map(|(row, _)| row)
        .collect();
    if !late.is_empty() {
        // One that ended meanwhile has taken its row along.
        let still = store.sessions().await?;
        late.retain(|row| still.contains(row));
    }
    Ok(late)
}
