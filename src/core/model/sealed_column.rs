//! Where the store holds sealed values.

use super::ServerId;

/// A column of sealed values. A value is bound to its column and row: nowhere else does it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SealedColumn {
    /// The value of a server's variable; the row is [`SealedColumn::variable_row`].
    ServerVariable,
    /// The value of a secret; the row is its id.
    SecretValue,
    /// The command that a secret is the output of; the row is its id.
    SecretCommand,
}

impl SealedColumn {
    /// All of them: what a new key has to seal anew.
    pub const ALL: [Self; 3] = [Self::ServerVariable, Self::SecretValue, Self::SecretCommand];

    /// The table.
    pub fn table(self) -> &'static str {
        match self {
            Self::ServerVariable => "server_env",
            Self::SecretValue | Self::SecretCommand => "secret",
        }
    }

    /// The column.
    pub fn column(self) -> &'static str {
        match self {
            Self::ServerVariable | Self::SecretValue => "value",
            Self::SecretCommand => "command",
        }
    }

    /// The row of a server's variable.
    pub fn variable_row(server: ServerId, name: &str) -> String {
        format!("{server}/{name}")
    }
}
