//! Identifiers as newtypes over `UUIDv7` (RFC 9562, section 5.7), so that rows sort by age.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An identifier of one kind of thing: ids of two kinds are never mistaken for each other.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id at `millis` since the Unix epoch; `random` fills the bits that are not time.
            pub fn new(millis: u64, random: [u8; 10]) -> Self {
                Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
            }

            /// Reads the hyphenated form that [`fmt::Display`] writes.
            pub fn parse(text: &str) -> Option<Self> {
                Uuid::try_parse(text).ok().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id! {
    /// Identifies one configured server for ever: a server made again under the same name has another id.
    ServerId
}

id! {
    /// Identifies one secret for ever: a secret made again under the same name has another id.
    SecretId
}

id! {
    /// Identifies one session for ever.
    SessionId
}

id! {
    /// Identifies one user for ever.
    UserId
}

id! {
    /// Identifies one team for ever.
    TeamId
}

id! {
    /// Identifies one login for ever: that of a person, not the secret that proves it.
    LoginId
}

id! {
    /// Identifies one invitation for ever: the row, not the code that proves it.
    InvitationId
}

id! {
    /// Identifies one request to join a team for ever.
    JoinRequestId
}

id! {
    /// Identifies one token for ever: the `jti` of a signed one.
    TokenId
}
