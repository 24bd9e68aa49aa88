//! What the result of a list says besides its items.

use crate::core::model::ListKind;
use crate::core::wire::{Span, is_readable, members};

/// The members of a list's `result` besides the items and the cursor, as (key token, value), as far as everybody can read them:
/// they go into one result with those of others.
pub(super) fn extras(frame: &[u8], result: Span, kind: ListKind) -> Vec<(&[u8], &[u8])> {
    members(frame, result)
        .filter(|member| !member.is(frame, kind.member()) && !member.is(frame, "nextCursor"))
        .map(|member| (member.key.of(frame), member.value.of(frame)))
        .filter(|(key, value)| is_readable(key) && is_readable(value))
        .collect()
}

/// The same as raw `"key":value` pairs; nothing when there are none.
pub fn raw_extras(frame: &[u8], result: Span, kind: ListKind) -> Option<Box<[u8]>> {
    let pairs: Vec<_> =
        extras(frame, result, kind).into_iter().map(|(key, value)| [key, b":", value].concat()).collect();
    (!pairs.is_empty()).then(|| pairs.join(&b',').into())
}
