//! How a server is reached: the command that is started, or the URL that is called.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{HiddenValue, InvalidServer, Reference, Remote, SealedColumn, Spot, Switch};

/// The longest argument or variable, bytes: Linux passes none that is longer (`MAX_ARG_STRLEN` in execve(2)).
pub(super) const LONGEST_PASSED: usize = 128 * 1024 - 1;

/// How a server is reached, and what of that refers to secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Launch {
    /// By which means.
    pub transport: Transport,
    /// What the references to secrets mean, by spot and position.
    pub references: Vec<Reference>,
}

/// The means by which a server is reached (MCP `basic/transports`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Transport {
    /// A child process that speaks on its stdin and stdout.
    Stdio(Command),
    /// A server somewhere else, over HTTP.
    Remote(Remote),
}

/// How a child is started.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Command {
    /// The program: a path, or a name that is looked up in [`Command::path`].
    pub command: String,
    /// Its arguments, without the program's name.
    pub args: Vec<String>,
    /// Variables that this server declares; they win over the inherited ones.
    pub env: BTreeMap<String, HiddenValue>,
    /// The directory it starts in; mcpgw's own when absent.
    pub cwd: Option<PathBuf>,
    /// `PATH` as it was when the server was added: graphical clients start mcpgw with a bare one.
    pub path: Option<String>,
}

impl From<Command> for Launch {
    fn from(command: Command) -> Self {
        Self { transport: Transport::Stdio(command), references: Vec::new() }
    }
}

impl From<Remote> for Launch {
    fn from(remote: Remote) -> Self {
        Self { transport: Transport::Remote(remote), references: Vec::new() }
    }
}

impl Launch {
    /// The command, if it is one.
    pub fn command(&self) -> Option<&Command> {
        match &self.transport {
            Transport::Stdio(command) => Some(command),
            Transport::Remote(_) => None,
        }
    }

    /// The remote server, if it is one.
    pub fn remote(&self) -> Option<&Remote> {
        match &self.transport {
            Transport::Stdio(_) => None,
            Transport::Remote(remote) => Some(remote),
        }
    }

    /// What it declares by name and nobody is shown: variables of a command, headers of a remote server.
    pub fn declared(&self) -> &BTreeMap<String, HiddenValue> {
        match &self.transport {
            Transport::Stdio(command) => &command.env,
            Transport::Remote(remote) => &remote.headers,
        }
    }

    /// [`Launch::declared`], to be changed.
    pub fn declared_mut(&mut self) -> &mut BTreeMap<String, HiddenValue> {
        match &mut self.transport {
            Transport::Stdio(command) => &mut command.env,
            Transport::Remote(remote) => &mut remote.headers,
        }
    }

    /// Where the store keeps what it declares.
    pub fn sealed_column(&self) -> SealedColumn {
        match &self.transport {
            Transport::Stdio(_) => SealedColumn::ServerVariable,
            Transport::Remote(_) => SealedColumn::ServerHeader,
        }
    }

    /// Where in the configuration the declared `name` stands.
    pub fn spot_of(&self, name: &str) -> Spot {
        match &self.transport {
            Transport::Stdio(_) => Spot::Env(name.to_owned()),
            Transport::Remote(_) => Spot::Header(name.to_owned()),
        }
    }

    /// Every text that is kept in clear and may hold references: arguments, or the URL.
    pub fn texts(&self) -> Vec<(Spot, &str)> {
        match &self.transport {
            Transport::Stdio(command) => {
                let args = command.args.iter().enumerate();
                args.map(|(index, arg)| (Spot::Arg(index), arg.as_str())).collect()
            }
            Transport::Remote(remote) => vec![(Spot::Url, remote.url.as_str())],
        }
    }

    /// Whether anything of it is sealed, or refers to what is.
    pub fn has_secrets(&self) -> bool {
        !self.declared().is_empty() || !self.references.is_empty()
    }

    /// What its team must be allowed to have.
    pub fn switch(&self) -> Switch {
        match self.transport {
            Transport::Stdio(_) => Switch::Stdio,
            Transport::Remote(_) => Switch::Remote,
        }
    }

    /// The references in one place, in their order.
    pub fn references_in(&self, spot: &Spot) -> impl Iterator<Item = &Reference> {
        self.references.iter().filter(move |reference| reference.spot == *spot)
    }

    /// Refuses what could never work, before it is stored.
    pub fn validate(&self) -> Result<(), InvalidServer> {
        match &self.transport {
            Transport::Stdio(command) => command.validate(),
            Transport::Remote(remote) => remote.validate(),
        }
    }
}

impl Command {
    /// Refuses what the operating system would refuse.
    fn validate(&self) -> Result<(), InvalidServer> {
        if self.command.is_empty() {
            return Err(InvalidServer::EmptyCommand);
        }
        let passable = |text: &str, what: &dyn Fn() -> String| match text {
            text if text.contains('\0') => Err(InvalidServer::Unpassable(what())),
            text if text.len() > LONGEST_PASSED => Err(InvalidServer::TooLong(what())),
            _ => Ok(()),
        };
        passable(&self.command, &|| "the command".to_owned())?;
        for arg in &self.args {
            passable(arg, &|| "an argument".to_owned())?;
        }
        for (name, value) in &self.env {
            let odd = |c: char| c == '=' || c.is_whitespace() || c.is_control();
            let what = || format!("the variable {name:?}");
            if name.is_empty() || name.contains(odd) {
                return Err(InvalidServer::Unpassable(what()));
            }
            if name.len() > LONGEST_PASSED {
                return Err(InvalidServer::TooLong("the name of a variable".to_owned()));
            }
            passable(value.clear().unwrap_or_default(), &what)?;
        }
        Ok(())
    }
}
