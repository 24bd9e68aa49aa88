//! Complete lists: every page, whatever the server's page size, and an end when it has none.

use std::collections::HashSet;
use std::time::Duration;

use serde_json::value::RawValue;

use super::{Direct, DirectCause, DirectError, Step};
use crate::core::catalog::raw_extras;
use crate::core::model::{ListKind, RawItems};
use crate::core::wire::{RpcError, elements, find_member};

/// Pages of one list at most: a server with more has lost count.
const MAX_PAGES: usize = 10_000;

/// Bytes of one list at most.
const MAX_BYTES: usize = 256 << 20;

/// A whole list.
#[derive(Debug, Default)]
pub struct Listed {
    /// The items, raw and in the server's order.
    pub items: RawItems,
    /// What its first page said besides, as raw `"key":value` pairs.
    pub extras: Option<Box<[u8]>>,
}

impl Direct {
    /// All items of `kind`. `limit` holds for each page.
    ///
    /// A server that doesn't know the method has no such items: many declare `resources` and list no templates.
    pub async fn list(&mut self, kind: ListKind, limit: Duration) -> Result<Listed, DirectError> {
        match self.pages(kind, limit).await {
            Ok(listed) => Ok(listed),
            Err(DirectCause::Refused { code, .. }) if code == RpcError::METHOD_NOT_FOUND.to_string() => {
                Ok(Listed::default())
            }
            Err(cause) => Err(self.failure(Step::List(kind), cause).await),
        }
    }

    async fn pages(&mut self, kind: ListKind, limit: Duration) -> Result<Listed, DirectCause> {
        let mut listed = Listed::default();
        let mut bytes = 0;
        let mut seen = HashSet::new();
        let mut params: Option<Box<RawValue>> = None;
        for _ in 0..MAX_PAGES {
            let reply = self.ask(kind.method(), params.as_deref(), Some(limit), |_| {}).await?;
            let (frame, result) = reply.parts();
            let array = find_member(frame, result, kind.member())
                .filter(|span| span.of(frame).starts_with(b"["))
                .ok_or_else(|| {
                    DirectCause::Malformed(format!("its answer has no array {}", kind.member()))
                })?;
            if params.is_none() {
                listed.extras = raw_extras(frame, result, kind);
            }
            elements(frame, array).for_each(|item| listed.items.push(item.of(frame)));
            bytes += array.len();
            if bytes > MAX_BYTES {
                return Err(DirectCause::Endless(format!("more than {} MiB", MAX_BYTES >> 20)));
            }
            // The empty string is a valid cursor; only a missing one (or a null) ends the list.
            let cursor = find_member(frame, result, "nextCursor").map(|span| span.of(frame));
            let Some(cursor) = cursor.filter(|cursor| *cursor != b"null") else { return Ok(listed) };
            if !seen.insert(cursor.to_vec()) {
                return Err(DirectCause::Endless("it gave the same cursor twice".to_owned()));
            }
            params = Some(with_cursor(cursor)?);
        }
        Err(DirectCause::Endless(format!("more than {MAX_PAGES} pages")))
    }
}

/// The cursor goes back as the very token that came.
fn with_cursor(cursor: &[u8]) -> Result<Box<RawValue>, DirectCause> {
    let unusable = || DirectCause::Malformed("its cursor is not JSON".to_owned());
    let cursor = std::str::from_utf8(cursor).map_err(|_| unusable())?;
    RawValue::from_string(format!("{{\"cursor\":{cursor}}}")).map_err(|_| unusable())
}
