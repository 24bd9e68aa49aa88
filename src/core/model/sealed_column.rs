//! Where the store holds sealed values.

use super::ServerId;

/// A column of sealed values. A value is bound to its column and row: nowhere else does it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SealedColumn {
    /// The value of a server's variable; the row is [`SealedColumn::declared_row`].
    ServerVariable,
    /// The value of a header of a remote server; the row is [`SealedColumn::declared_row`].
    ServerHeader,
    /// The value of a secret; the row is its id.
    SecretValue,
    /// The command that a secret is the output of; the row is its id.
    SecretCommand,
    /// The key that signs heads of the audit; the row is [`SealedColumn::AUDIT_KEY`].
    AuditKey,
    /// The secret half of a key that signs tokens; the row is its `kid`.
    SigningKey,
    /// The token of a profile; the row is its name.
    ProfileToken,
}

impl SealedColumn {
    /// All of them: what a new key has to seal anew.
    pub const ALL: [Self; 7] = [
        Self::ServerVariable,
        Self::ServerHeader,
        Self::SecretValue,
        Self::SecretCommand,
        Self::AuditKey,
        Self::SigningKey,
        Self::ProfileToken,
    ];

    /// The only row of [`SealedColumn::AuditKey`].
    pub const AUDIT_KEY: &str = "1";

    /// Whether it holds what somebody has given, not what mcpgw has made for itself.
    pub fn is_given(self) -> bool {
        !matches!(self, Self::AuditKey | Self::SigningKey | Self::ProfileToken)
    }

    /// The table.
    pub fn table(self) -> &'static str {
        match self {
            Self::ServerVariable => "server_env",
            Self::ServerHeader => "server_header",
            Self::SecretValue | Self::SecretCommand => "secret",
            Self::AuditKey => "audit_key",
            Self::SigningKey => "signing_key",
            Self::ProfileToken => "profile",
        }
    }

    /// The column.
    pub fn column(self) -> &'static str {
        match self {
            Self::ServerVariable | Self::ServerHeader | Self::SecretValue => "value",
            Self::SecretCommand => "command",
            Self::AuditKey | Self::SigningKey | Self::ProfileToken => "secret",
        }
    }

    /// The row of a server's variable or header.
    pub fn declared_row(server: ServerId, name: &str) -> String {
        format!("{server}/{name}")
    }
}
