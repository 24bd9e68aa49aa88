//! Narrows single items: off, or for fewer people than their server.

use super::find::find;
use super::rights::Rights;
use crate::core::access::{ItemVisibility, Narrowing, Operation, Target as Asked};
use crate::core::model::{ListKind, Visibility};
use crate::core::operation::authority::row;
use crate::core::operation::following::followed;
use crate::core::operation::{Context, server};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::store::ItemRule;

/// What changes; what is absent stays.
#[derive(Debug, Clone, Copy, Default)]
pub struct RuleEdit {
    /// Whether it may be used.
    pub enabled: Option<bool>,
    /// Who may see it; inside, nothing: whoever sees its server.
    pub visibility: Option<Option<Visibility>>,
}

/// What holds for an item now, or would.
#[derive(Debug)]
pub struct Ruled {
    /// Its server's name and its own, as its server calls it.
    pub item: (String, String),
    /// What was set for it.
    pub narrowing: Narrowing,
    /// Whether that is other than before.
    pub changed: bool,
}

/// Changes what holds for the item that `text` names: as clients see it, or as SERVER/NAME. Its server must list it.
pub async fn set_rule(
    context: &Context,
    kind: ListKind,
    text: &str,
    edit: RuleEdit,
    dry_run: bool,
) -> Result<Ruled, Problem> {
    let (server, item, kind) = find(context, kind, text).await?;
    let teams = context.store.teams().await?;
    let absent = || server::unknown(&server.name);
    context.require(Operation::ItemEdit, &Asked::Row(row(&server, &teams)), absent)?;
    let before = Rights::new(context).await?.narrowing(&server, kind, &item);
    let visibility = match edit.visibility {
        None => before.visibility,
        Some(None) => ItemVisibility::Inherited,
        Some(Some(wider)) if server.belonging.visibility.is_none_or(|own| wider > own) => {
            let message = format!("{item} can't be {} when its server is not", wider.name());
            let hint = format!("mcpgw server edit {} --visibility {}", server.name, wider.name());
            return Err(Problem::new(ProblemKind::Conflict, message).hint(hint));
        }
        Some(Some(own)) => ItemVisibility::At(own),
    };
    let narrowing = Narrowing { visibility, enabled: edit.enabled.unwrap_or(before.enabled) };
    let changed = narrowing != before;
    if changed && !dry_run {
        let action = match edit.enabled {
            Some(true) => "item.enable",
            Some(false) => "item.disable",
            None => "item.edit",
        };
        let rule = ItemRule { kind, name: item.clone(), narrowing };
        context.store.set_item_rule(context.act(action), &server, rule).await?;
        followed(context).await;
    }
    Ok(Ruled { item: (server.name.to_string(), item), narrowing, changed })
}
