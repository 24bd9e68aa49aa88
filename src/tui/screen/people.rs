//! Who may use this store.

use super::place::{Column, cut, whole};
use super::{Detail, Row};
use crate::core::model::UserStatus;
use crate::core::operation::Context;
use crate::core::operation::user::{NewStatus, list};
use crate::core::problem::Problem;
use crate::core::telling::user::View;
use crate::tui::deed::Deed;
use crate::tui::look::Mark;

pub(super) const COLUMNS: &[Column] =
    &[whole("EMAIL", 0), whole("STATUS", 1), whole("ROLES", 2), cut("NAME", 3)];

pub(super) async fn load(context: &Context) -> Result<Vec<Row>, Problem> {
    let now = context.clock.now();
    let accounts = list(context).await?;
    let views = accounts.iter().map(|account| View::new(account, now));
    Ok(views.map(|view| row(&view)).collect())
}

fn row(view: &View<'_>) -> Row {
    let mark = match view.status {
        _ if view.locked_until.is_some() => Mark::Warn,
        UserStatus::Active => Mark::Up,
        UserStatus::Pending => Mark::Starting,
        UserStatus::Disabled => Mark::Off,
    };
    let (id, called) = (view.id, view.email.map_or_else(|| view.id.to_string(), ToString::to_string));
    let set = |new| Deed::SetUserStatus { id, called: called.clone(), new };
    let mut deeds = match view.status {
        UserStatus::Active => vec![set(NewStatus::Disabled)],
        UserStatus::Disabled => vec![set(NewStatus::Enabled)],
        UserStatus::Pending => vec![set(NewStatus::Approved), set(NewStatus::Disabled)],
    };
    if view.locked_until.is_some() {
        deeds.push(Deed::UnlockUser { id, called: called.clone() });
    }
    let roles = view.roles.join(", ");
    let cells = [view.called().to_owned(), view.state(), roles, view.name.to_owned()];
    Row { detail: Some(Detail::pairs(view.pairs())), deeds, ..Row::new(id.to_string(), mark, cells) }
}
