//! Errors of the parts below, in words that a person can act on.

use std::fmt::Write as _;
use std::io::ErrorKind;

use super::{refused::refused, vault};
use crate::core::model::{InvalidSecret, InvalidServer, Server, TooLong, shell_line, shell_word};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::settings::SettingsError;
use crate::core::store::StoreError;
use crate::core::upstream::direct::{DirectCause, DirectError, Step};
use crate::core::upstream::{LockedCause, SpawnError};

/// What shells, and `env`, exit with when a program that they should run is missing.
const NOT_FOUND: i32 = 127;
/// What helps a directory that can't be written.
const UNWRITABLE: &str = "make it and its directory writable for you, or use another --data-dir";

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::from(&error)
    }
}

impl From<&StoreError> for Problem {
    fn from(error: &StoreError) -> Self {
        let message = error.to_string();
        match error {
            StoreError::Newer { .. } => {
                Self::new(ProblemKind::Failed, message).hint("update mcpgw, or use another --data-dir")
            }
            StoreError::Foreign { .. } => {
                Self::new(ProblemKind::Failed, message).hint("move the file away, or use another --data-dir")
            }
            // A directory that all may use, such as /tmp: its mode is right for what it is.
            StoreError::Exposed { mode, .. } if *mode & 0o1000 != 0 => {
                Self::new(ProblemKind::Failed, message).hint("choose a directory of your own with --data-dir")
            }
            StoreError::Exposed { path, wanted, .. } => {
                let path = shell_word(&path.to_string_lossy());
                Self::new(ProblemKind::Failed, message).hint(format!("chmod {wanted:o} {path}"))
            }
            StoreError::NameTaken(name) => {
                Self::new(ProblemKind::Conflict, message).hint(format!("mcpgw server show {name}"))
            }
            StoreError::AliasTaken { .. } => {
                Self::new(ProblemKind::Conflict, message).hint("choose another one with --alias")
            }
            StoreError::NoServer(_) => Self::new(ProblemKind::NotFound, message).hint("mcpgw server list"),
            StoreError::NoSecret(_) => Self::new(ProblemKind::NotFound, message).hint("mcpgw secret list"),
            StoreError::SecretUsed { secret, .. } => Self::new(ProblemKind::Conflict, message)
                .hint(format!("to remove it all the same: mcpgw secret remove {secret} --force")),
            StoreError::NotAsked { secret, server } => Self::new(ProblemKind::Conflict, message)
                .hint(format!("mcpgw server edit {server} --no-check --env NAME=secret://me/{secret}")),
            StoreError::NoUser(_) => Self::new(ProblemKind::NotFound, message).hint("mcpgw user list"),
            StoreError::EmailTaken(email) => {
                Self::new(ProblemKind::Conflict, message).hint(format!("mcpgw user show {email}"))
            }
            StoreError::LastAdmin => Self::new(ProblemKind::Conflict, message)
                .hint("make somebody else one first: mcpgw user edit EMAIL --admin"),
            StoreError::RightsChanged => {
                Self::new(ProblemKind::Denied, message).hint("nothing was changed; see: mcpgw whoami")
            }
            StoreError::PrivateSecret { secret, server } => Self::new(ProblemKind::Conflict, message).hint(format!(
                "lend it: mcpgw secret set {secret} --lend {server}; or let everybody use their own: secret://me/{secret}"
            )),
            StoreError::LoginRequired => Self::new(ProblemKind::Unauthenticated, message).hint("mcpgw login"),
            StoreError::OwnerCantLogIn => Self::new(ProblemKind::Conflict, message)
                .hint("mcpgw user edit me --email EMAIL, then mcpgw user passwd"),
            StoreError::NoProfile(_)
            | StoreError::ProfileTaken(_)
            | StoreError::NoToken(_)
            | StoreError::TokenKnown
            | StoreError::TokenRevoked
            | StoreError::KeyKnown(_) => of_credentials(error, message),
            StoreError::HeirHasSame => {
                Self::new(ProblemKind::Conflict, message).hint("rename or remove it first, on either side")
            }
            StoreError::Guard(guard) => refused(guard, message),
            error => {
                let problem = Self::new(ProblemKind::Failed, message);
                match mending(error) {
                    Some(hint) => problem.hint(hint),
                    None => problem,
                }
            }
        }
    }
}

/// What is wrong with tokens, profiles and the keys that sign, in words that help.
fn of_credentials(error: &StoreError, message: String) -> Problem {
    let (kind, hint) = match error {
        StoreError::NoProfile(_) => (ProblemKind::NotFound, "mcpgw profile list".to_owned()),
        StoreError::ProfileTaken(name) => (ProblemKind::Conflict, format!("mcpgw profile remove {name}")),
        StoreError::NoToken(_) => (ProblemKind::NotFound, "mcpgw token list".to_owned()),
        StoreError::KeyKnown(_) => (ProblemKind::Conflict, "mcpgw key list".to_owned()),
        StoreError::TokenRevoked => (ProblemKind::Conflict, "mcpgw token create".to_owned()),
        _ => (ProblemKind::Conflict, "mcpgw token list".to_owned()),
    };
    Problem::new(kind, message).hint(hint)
}

/// What helps a store that can't be read or written.
fn mending(error: &StoreError) -> Option<&'static str> {
    match error {
        StoreError::Io { source, .. } => match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some("free some space, and try again"),
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Some(UNWRITABLE),
            _ => None,
        },
        StoreError::Full => Some("free some space, and try again; what was there is unharmed"),
        StoreError::ReadOnly(_) => Some(UNWRITABLE),
        StoreError::Damaged(_) | StoreError::Unreadable { .. } => Some(
            "end all sessions, move mcpgw.db and the files beginning like it away, and put a backup there",
        ),
        StoreError::Busy => {
            Some("try again; if it stays so, see who has it: fuser -v on mcpgw.db in --data-dir")
        }
        _ => None,
    }
}

impl From<InvalidServer> for Problem {
    fn from(error: InvalidServer) -> Self {
        let problem = Self::new(ProblemKind::Usage, error.to_string());
        match error {
            InvalidServer::SecretInUrl(name) => {
                problem.hint(format!("mcpgw secret set KEY, and then in the URL: {name}=secret://KEY"))
            }
            _ => problem,
        }
    }
}

impl From<TooLong> for Problem {
    fn from(error: TooLong) -> Self {
        Self::new(ProblemKind::Usage, error.to_string())
    }
}

impl From<InvalidSecret> for Problem {
    fn from(error: InvalidSecret) -> Self {
        Self::new(ProblemKind::Usage, error.to_string())
    }
}

impl From<SettingsError> for Problem {
    fn from(error: SettingsError) -> Self {
        let problem = Self::new(ProblemKind::Usage, error.to_string());
        match error {
            SettingsError::Unknown { closest: Some(key), .. } => problem.hint(format!("did you mean {key}?")),
            SettingsError::Unknown { closest: None, .. } | SettingsError::Invalid { .. } => {
                problem.hint("mcpgw config list")
            }
            SettingsError::Syntax(_) => problem.hint("correct the file: mcpgw config path"),
        }
    }
}

/// What a failed start or request of `server` means: the step, the cause, its last words, and a way out.
///
/// A request that the server refused is no failure of the server: it works, and says no.
pub fn server_failure(server: &Server, error: &DirectError) -> Problem {
    if let (DirectCause::Refused { code, message, .. }, Step::Request(method)) = (&error.cause, &error.step) {
        let message = format!("the server {} refused {method}: {message} ({code})", server.name);
        return Problem::new(ProblemKind::Failed, message);
    }
    let mut message = format!("the server {} failed: {error}", server.name);
    if let Some(noise) = &error.evidence.noise {
        let _ = write!(message, "\non its stdout, where only MCP messages may be:\n  | {noise}");
    }
    if !error.evidence.stderr.is_empty() {
        message.push_str("\nlast on its stderr:");
        for line in &error.evidence.stderr {
            let _ = write!(message, "\n  | {line}");
        }
    }
    let kind = match &error.cause {
        DirectCause::Spawn(SpawnError::Locked(locked)) => match &locked.cause {
            LockedCause::Value(source) | LockedCause::Secret { source, .. } => vault::kind(source),
            LockedCause::Unmet { .. } | LockedCause::Command { .. } => ProblemKind::Locked,
        },
        _ => ProblemKind::Unavailable,
    };
    let problem = Problem::new(kind, message);
    match way_out(server, error) {
        Some(hint) => problem.hint(hint),
        None => problem,
    }
}

fn way_out(server: &Server, error: &DirectError) -> Option<String> {
    match (&error.cause, &error.step) {
        (DirectCause::Spawn(SpawnError::Locked(locked)), _) => Some(match &locked.cause {
            LockedCause::Value(source) | LockedCause::Secret { source, .. } => vault::advice(source),
            LockedCause::Unmet { .. } | LockedCause::Command { .. } => locked.remedy(server.name.as_str()),
        }),
        (DirectCause::Spawn(error), _) => error.remedy(),
        (DirectCause::TimedOut(_), Step::Request(_)) => {
            Some(format!("give it more time: mcpgw server edit {} --timeout 10m", server.name))
        }
        (
            DirectCause::Ended
            | DirectCause::Stream(_)
            | DirectCause::TimedOut(_)
            | DirectCause::Refused { .. }
            | DirectCause::Malformed(_),
            _,
        ) if server.launch.remote().is_some() => {
            // Whoever adds it gives them in the same way as who edits it.
            Some("see that its URL and headers are right: --url URL, --header NAME".to_owned())
        }
        (DirectCause::TimedOut(_), _) if error.evidence.noise.is_none() => Some(
            "give it more time with --start-timeout 5m, and see that it speaks MCP over stdio".to_owned(),
        ),
        (DirectCause::Ended, _) if error.evidence.exit.and_then(|exit| exit.code()) == Some(NOT_FOUND) => {
            Some("install what it needs: its PATH is the one of the shell where it was added".to_owned())
        }
        (DirectCause::Ended | DirectCause::Stream(_) | DirectCause::TimedOut(_), _) => {
            let command = server.launch.command()?;
            Some(format!("run it yourself to see why: {}", shell_line(command)))
        }
        (DirectCause::Refused { .. } | DirectCause::Malformed(_), Step::Initialize) => {
            Some("see that it speaks MCP over stdio; an older or newer version of it may".to_owned())
        }
        _ => None,
    }
}
