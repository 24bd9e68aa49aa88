//! JSON-RPC 2.0 lines as bytes: found, cut and joined, never re-encoded.
//!
//! A *frame* is one line without its `\n`. [`scan()`] finds the members that decide where a frame goes; [`Edits`] names the
//! few spans that must change on the way; everything else passes byte for byte. Pure: bytes in, bytes out.

mod edit;
mod id;
mod line;
mod member;
mod message;
mod nesting;
mod quoted;
mod readable;
mod scan;
mod span;
mod text;
mod walk;

pub use edit::{Edit, Edits};
pub use id::IdKey;
pub use line::{Line, LineBuffer, Want};
pub use member::{Member, element_at, elements, find_member, first_element, members, string_members};
pub use message::{RpcError, error_frame, notification_frame, request_frame, result_frame};
pub use readable::is_readable;
pub use scan::{Envelope, Field, Kind, ScanError, ScanErrorKind, Scanner, scan};
pub use span::Span;
pub use text::{quote, unquote};
pub use walk::{skip_value, skip_whitespace};
