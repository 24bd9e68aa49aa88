//! The settings as the code reads them. What each means stands in [`super::all`].

use std::time::Duration;

use crate::core::model::Plans;

/// All settings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// `naming.*`
    pub naming: Naming,
    /// `relay.*`
    pub relay: Relay,
    /// `vault.*`
    pub vault: VaultSettings,
    /// `log.*`
    pub log: LogSettings,
    /// `password.*`
    pub password: PasswordSettings,
    /// `login.*`
    pub login: LoginSettings,
    /// `team.*`
    pub team: TeamSettings,
    /// `tokens.*`
    pub tokens: TokenSettings,
    /// `usage.*`
    pub usage: UsageSettings,
    /// `users.*`
    pub users: UserSettings,
}

/// How advertised names are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    /// Stands between alias and name: 1 to 8 of `A-Z a-z 0-9 _ -`.
    pub separator: String,
    /// Advertised names are at most this long, characters.
    pub max_length: usize,
}

impl Default for Naming {
    fn default() -> Self {
        Self { separator: "__".to_owned(), max_length: 50 }
    }
}

/// How a session relays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relay {
    /// Items in one page of a list.
    pub page_size: usize,
    /// How long a server's first-ever start may hold the answer to `initialize`.
    pub initialize_hold: Duration,
    /// How long it may hold the answer to a list.
    pub list_hold: Duration,
    /// From which age on what is known of a server is looked at again.
    pub refresh_after: Duration,
    /// After how long without work a child is stopped.
    pub idle_stop: Option<Duration>,
    /// How long what a child that is down has to offer stays listed.
    pub hide_after: Duration,
    /// How long a child may say nothing to requests before it is asked for a sign of life.
    pub ping_after: Duration,
    /// The longest line that is relayed, bytes.
    pub max_frame: usize,
    /// How much may wait for one child, bytes.
    pub child_queue: usize,
    /// Whether requests that a person will read say which server asks.
    pub label_requests: bool,
    /// How much of all servers' instructions is passed on, bytes.
    pub instructions_limit: usize,
}

impl Default for Relay {
    fn default() -> Self {
        Self {
            page_size: 1000,
            initialize_hold: Duration::from_secs(1),
            list_hold: Duration::from_secs(3),
            refresh_after: Duration::from_hours(24),
            idle_stop: None,
            hide_after: Duration::from_mins(1),
            ping_after: Duration::from_secs(30),
            max_frame: 64 << 20,
            child_queue: 64 << 20,
            label_requests: true,
            instructions_limit: 16 << 10,
        }
    }
}

/// How the vault is opened.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VaultSettings {
    /// A command that prints the passphrase; none when empty.
    pub passphrase_command: String,
}

/// How much is kept of logs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogSettings {
    /// The size of one file of a server's log, bytes.
    pub server_bytes: usize,
    /// How many files a server's log has.
    pub server_files: usize,
    /// The size of one file of mcpgw's own log, bytes.
    pub own_bytes: usize,
    /// How many files mcpgw's own log has.
    pub own_files: usize,
}

impl Default for LogSettings {
    fn default() -> Self {
        Self { server_bytes: 1 << 20, server_files: 3, own_bytes: 1 << 20, own_files: 3 }
    }
}

/// What passwords must be like, and how they are hashed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordSettings {
    /// Characters that one has at least.
    pub min_length: usize,
    /// How many of small letters, capital letters, digits and others it has at least.
    pub character_classes: usize,
    /// Whether the most common ones are refused.
    pub refuse_common: bool,
    /// How many of a user's last ones are refused.
    pub history: usize,
    /// The memory that hashing one takes, bytes.
    pub hash_memory: usize,
    /// How often the memory is gone through.
    pub hash_passes: u32,
    /// Into how many parts the memory is cut.
    pub hash_lanes: u32,
}

impl Default for PasswordSettings {
    fn default() -> Self {
        Self {
            min_length: 8,
            character_classes: 0,
            refuse_common: true,
            history: 5,
            // RFC 9106, section 4, second choice, with one lane: nothing here runs them in parallel.
            hash_memory: 64 << 20,
            hash_passes: 3,
            hash_lanes: 1,
        }
    }
}

/// How people log in, and for how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoginSettings {
    /// How many wrong passwords in a row lock a user out.
    pub max_failures: u32,
    /// For how long.
    pub lock_for: Duration,
    /// After how long without use a login ends.
    pub idle: Duration,
    /// After how long it ends in any case.
    pub lifetime: Duration,
}

impl Default for LoginSettings {
    fn default() -> Self {
        Self {
            max_failures: 5,
            lock_for: Duration::from_mins(30),
            idle: Duration::from_hours(12),
            lifetime: Duration::from_hours(7 * 24),
        }
    }
}

/// How many people and teams go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamSettings {
    /// Teams that one user is in at most, beside their own.
    pub max_per_user: u32,
    /// Members that one team has at most.
    pub max_members: u32,
    /// Quotas under a name, for teams to follow.
    pub plans: Plans,
}

impl Default for TeamSettings {
    fn default() -> Self {
        Self { max_per_user: 50, max_members: 100, plans: Plans::default() }
    }
}

/// How tokens are read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TokenSettings {
    /// Whether a kind of which a token's capabilities say nothing is denied.
    pub enforce_capabilities: bool,
}

/// What is kept of who used what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageSettings {
    /// For how long; nothing is written down when zero.
    pub retention: Duration,
}

impl Default for UsageSettings {
    fn default() -> Self {
        Self { retention: Duration::from_hours(90 * 24) }
    }
}

/// How users come to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UserSettings {
    /// Whether who accepts an invitation without an account may act at once, whoever sent it.
    pub invite_creates: bool,
}
