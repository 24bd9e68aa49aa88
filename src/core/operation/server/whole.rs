//! All that is known of one server.

use super::list::known;
use super::obstacle::obstacles;
use super::{Known, Obstacle};
use crate::core::model::{ListKind, ServerName};
use crate::core::operation::item::{self, Concealed};
use crate::core::operation::{Context, Effort};
use crate::core::problem::Problem;

/// A server, with all that is known about it.
#[derive(Debug)]
pub struct Whole {
    /// The server, and what it offered last.
    pub known: Known,
    /// What keeps it from being started.
    pub obstacles: Vec<Obstacle>,
    /// Its tools and prompts that no client sees, since another server has the name.
    pub hidden: Vec<Concealed>,
}

/// All that is known of the server of that name.
pub async fn whole(context: &Context, name: &ServerName) -> Result<Whole, Problem> {
    let known = known(context, name).await?;
    let mut hidden = Vec::new();
    for kind in [ListKind::Tools, ListKind::Prompts] {
        hidden.extend(item::list(context, kind, None, Effort::Kept).await?.concealed);
    }
    hidden.retain(|item| item.server_id == known.server.id);
    let obstacles = obstacles(context, std::slice::from_ref(&known.server)).await?.concat();
    Ok(Whole { known, obstacles, hidden })
}
