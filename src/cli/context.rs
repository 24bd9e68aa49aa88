//! What every command is given.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use etcetera::BaseStrategy as _;

use super::arguments::Global;
use super::environment::Environment;
use super::error::CommandError;
use super::input;
use super::output::Output;
use super::run::{bridge, guard};
use crate::core::clock::Clock;
use crate::core::identity::LoginPlace;
use crate::core::model::{Email, ProfileName, Secret};
use crate::core::observe::{Bounds, LogFiles, Recorder};
use crate::core::operation::login::{Acting, Admission, Attention, Gate, identify, lapsed};
use crate::core::operation::profile;
use crate::core::operation::token::{Circumstance, Credential, require_fit};
use crate::core::operation::user::found_store;
use crate::core::operation::{self, Denied, Lagging, config};
use crate::core::paths::Paths;
use crate::core::platform::{has_terminal, within};
use crate::core::problem::{Problem, ProblemKind};
use crate::core::settings::{LogSettings, Settings};
use crate::core::store::{Store, Warning};
use crate::core::token::LONGEST_CREDENTIAL;
use crate::core::upstream::{ChildEnvironment, Launcher};
use crate::core::vault::{Ask, Keeper, PassphraseCommand, PassphraseSources, Vault, VaultOptions};

/// How long a file with a token may take.
const FILE: Duration = Duration::from_secs(10);

/// The surroundings of one command: where things are, how to print, whom to ask.
#[derive(Debug, Clone)]
pub struct Context {
    /// The directories and files.
    pub paths: Paths,
    /// The printer.
    pub output: Output,
    /// Writes the logs of this installation.
    pub recorder: Recorder,
    environment: Environment,
    assume_yes: bool,
    no_input: bool,
    lagging: Lagging,
    denied: Denied,
    token_file: Option<PathBuf>,
    is_session: bool,
    profile: Option<ProfileName>,
}

impl Context {
    /// Resolves flags and environment.
    pub fn new(global: &Global, environment: Environment, output: Output) -> Result<Self, CommandError> {
        let paths = paths(global)?;
        // Settings that can't be read are an error of the command, which is told then.
        let settings = config::load(&paths.config_file).unwrap_or_default();
        Ok(Self {
            recorder: Recorder::new(log_files(&paths, &settings.log), Clock::System),
            paths,
            output,
            environment,
            assume_yes: global.yes,
            no_input: global.no_input,
            lagging: Lagging::default(),
            denied: Denied::default(),
            token_file: global.token_file.clone(),
            is_session: false,
            profile: None,
        })
    }

    /// What it is for is a session, of that profile if one is named: a token may be for it whose hours are yet to come.
    pub(super) fn for_session(&mut self, profile: Option<ProfileName>) {
        self.is_session = true;
        self.profile = profile;
    }

    /// Nobody is asked anything from now on.
    pub(super) fn ask_nobody(&mut self) {
        self.no_input = true;
    }

    /// What this process was started with.
    pub(super) fn environment(&self) -> &Environment {
        &self.environment
    }

    /// Who did not follow what was changed.
    pub(super) fn lagging(&self) -> &Lagging {
        &self.lagging
    }

    /// The store, made on first use.
    pub async fn store(&mut self) -> Result<Store, CommandError> {
        let store = Store::open(&self.paths.store_file()).await?;
        if let Some(Warning::ListableDirectory { dir, mode }) = store.warning() {
            let message = format!("{} can be listed by other users (mode {mode:03o})", dir.display());
            let problem = Problem::new(ProblemKind::Failed, message);
            self.output.warn(&problem.hint(format!("chmod 700 {}", dir.display())))?;
        }
        Ok(store)
    }

    /// Starts the children of a session on `store`. Nothing that they say is kept.
    pub fn launcher(&self, store: &Store, data_dir: &Path, settings: &Settings) -> Result<Launcher, Problem> {
        let inherited = self.environment.inherited();
        let own = self.environment.own();
        let environment = ChildEnvironment { inherited, own, parent: store.id().to_owned() };
        let vault = self.vault(store, data_dir, settings)?;
        let bridge = bridge(settings.relay.max_frame);
        Ok(Launcher { environment, guard: guard(), vault, recorder: Recorder::default(), bridge })
    }

    /// Everything that operations need. What an earlier version kept in clear is sealed first.
    pub async fn operations(&mut self) -> Result<operation::Context, CommandError> {
        self.operations_for(Admission::Full).await
    }

    /// The same for somebody who may be admitted for less.
    pub async fn operations_for(&mut self, admission: Admission) -> Result<operation::Context, CommandError> {
        let gate = self.gate().await?;
        let acting = self.identify(&gate, admission).await?;
        let operations = self.equip(gate, acting)?;
        let sealed = operation::vault::seal_what_is_clear(&operations).await?;
        if sealed > 0 {
            self.tell_keeper(&operations).await?;
            self.output
                .note(&format!("{sealed} variables, kept in clear by an earlier version, are sealed now"))?;
        }
        Ok(operations)
    }

    /// What operations need for who was logged in here, whose login is over: a session of theirs goes on when they are back. Nothing:
    /// nobody knows who that was.
    pub async fn lapsed(&mut self) -> Result<Option<operation::Context>, CommandError> {
        let gate = self.gate().await?;
        let place = self.login_place(&gate.store)?;
        let Some(acting) = lapsed(&gate, &place).await? else { return Ok(None) };
        Ok(Some(self.equip(gate, acting)?))
    }

    /// What `acting` does things with, in the installation behind `gate`.
    pub fn equip(&self, gate: Gate, acting: Acting) -> Result<operation::Context, Problem> {
        let Gate { store, settings, clock } = gate;
        let via = acting.via();
        let principal = Arc::new(acting.principal);
        let store = store.of_principal(Arc::clone(&principal)).with_tokens(&acting.tokens);
        let launcher = self.launcher(&store, &self.paths.data_dir, &settings)?;
        let launcher = Launcher { recorder: self.recorder.clone(), ..launcher };
        Ok(operation::Context {
            principal,
            via,
            login: acting.login,
            tokens: acting.tokens,
            store,
            settings,
            clock,
            launcher,
            lagging: self.lagging.clone(),
            denied: self.denied.clone(),
        })
    }

    /// The same for who may still act, in a command that goes on.
    pub async fn anew(&self, operations: &operation::Context) -> Result<operation::Context, CommandError> {
        Ok(operations.anew(std::env::current_dir().ok().as_deref(), Attention::Paid).await?)
    }

    /// Who acts: with the first credential that is there.
    pub async fn identify(&self, gate: &Gate, admission: Admission) -> Result<Acting, CommandError> {
        let place = self.login_place(&gate.store)?;
        let vault = self.vault(&gate.store, &self.paths.data_dir, &gate.settings)?;
        let credential = self.credential(gate, &vault).await?;
        let acting = identify(gate, &place, &vault, credential.as_ref(), admission).await;
        let acting = acting.map_err(|problem| match credential {
            Some(_) if problem.kind == ProblemKind::Unauthenticated => self.of_credential(&problem),
            _ => problem,
        })?;
        if let Some(token) = acting.tokens.first() {
            let directory = std::env::current_dir().ok();
            let circumstance = Circumstance { directory: directory.as_deref(), is_session: self.is_session };
            require_fit(gate, &acting.tokens, circumstance).await?;
            let now = gate.clock.now();
            // Of several that end at once, the one that the others were made with.
            let ends_first =
                acting.tokens.iter().rfind(|above| above.expires_at == token.ends_at()).or(Some(token));
            if let (Some(ends), Some(ends_first), true) = (token.ends_at(), ends_first, token.ends_soon(now))
            {
                let problem =
                    Problem::new(ProblemKind::Failed, format!("the token {} ends at {ends}", token.name));
                tracing::warn!("{problem}");
                self.output.warn(&problem.hint(format!("mcpgw token rotate {}", ends_first.id)))?;
            }
        }
        Ok(acting)
    }

    /// Whether `error` is that the login that is kept here is over.
    pub async fn login_is_over(&mut self, error: &CommandError) -> bool {
        let unknown =
            matches!(error, CommandError::Problem(problem) if problem.kind == ProblemKind::Unauthenticated);
        if !unknown {
            return false;
        }
        let Ok(gate) = self.gate().await else { return false };
        let Ok(vault) = self.vault(&gate.store, &self.paths.data_dir, &gate.settings) else { return false };
        if !matches!(self.credential(&gate, &vault).await, Ok(None)) {
            return false;
        }
        let Ok(place) = self.login_place(&gate.store) else { return false };
        matches!(place.read().await, Ok(Some(_)))
    }

    /// Whether something is shown in place of a login.
    pub(super) async fn has_credential(&self, gate: &Gate) -> Result<bool, Problem> {
        let vault = self.vault(&gate.store, &self.paths.data_dir, &gate.settings)?;
        Ok(self.credential(gate, &vault).await?.is_some())
    }

    /// What is shown in place of a login: by `--token-file`, `--profile`, `MCPGW_TOKEN`, `MCPGW_TOKEN_FILE`, in this order.
    async fn credential(&self, gate: &Gate, vault: &Vault) -> Result<Option<Credential>, Problem> {
        if let Some(path) = &self.token_file {
            return in_file("--token-file", path).await.map(Some);
        }
        if let Some(name) = &self.profile {
            return Ok(Some(profile::credential(gate, vault, name).await?));
        }
        // One that is empty is one that nobody knows: a script that failed to fill it must not act as somebody else.
        if let Some(text) = self.environment.set("MCPGW_TOKEN") {
            return Ok(Some(Credential::new(&Secret::new(text.to_string_lossy().into_owned()))));
        }
        match self.environment.set("MCPGW_TOKEN_FILE") {
            Some(path) => in_file("MCPGW_TOKEN_FILE", Path::new(path)).await.map(Some),
            None => Ok(None),
        }
    }

    /// Says which credential it is that is not believed, and what can be done about that one.
    fn of_credential(&self, problem: &Problem) -> Problem {
        let (place, hint) = if let Some(file) = &self.token_file {
            (
                format!("--token-file {}", file.display()),
                "give a file with a token that works, or leave it out",
            )
        } else if let Some(name) = &self.profile {
            let anew = format!(
                "if it has ended: mcpgw token rotate {name}; one that was revoked is made anew: mcpgw profile remove {name}, and \
                 mcpgw profile create {name} for what it was for"
            );
            let message = format!("{}: that of the profile {name}", problem.message);
            return Problem::new(problem.kind, message).hint(anew);
        } else if self.environment.set("MCPGW_TOKEN").is_some() {
            ("MCPGW_TOKEN".to_owned(), "set it to a token that works, or unset MCPGW_TOKEN")
        } else {
            ("MCPGW_TOKEN_FILE".to_owned(), "name a file with a token that works, or unset MCPGW_TOKEN_FILE")
        };
        Problem::new(problem.kind, format!("{}: that of {place}", problem.message)).hint(hint)
    }

    /// The store, for those who have not said who they are. Who is to be its first admin becomes that.
    pub async fn gate(&mut self) -> Result<Gate, CommandError> {
        let store = self.store().await?;
        let file = &self.paths.config_file;
        let clock = self.environment.clock();
        let config::Settled { settings, ignored } = config::settled(&store, file, clock).await?;
        for setting in ignored {
            self.output.warn(&config::ignored(file, setting))?;
        }
        let store = store.with_plans(settings.team.plans.clone());
        let gate = Gate { store, settings, clock };
        if let Some((email, password)) = self.first_admin()?
            && found_store(&gate, email.clone(), password).await?
        {
            self.output.note(&format!("{email} is the admin of this store; log in: mcpgw login"))?;
        }
        Ok(gate)
    }

    /// Where the login of the person who uses this state directory is kept.
    pub fn login_place(&self, store: &Store) -> Result<LoginPlace, Problem> {
        let state_dir = self.paths.state_dir.clone();
        Ok(LoginPlace { state_dir, store: store.id().to_owned(), keeper: self.keeper()? })
    }

    /// `MCPGW_ADMIN_EMAIL`, with what stands in the file that `MCPGW_ADMIN_PASSWORD_FILE` names.
    fn first_admin(&self) -> Result<Option<(Email, Secret<String>)>, Problem> {
        let email = self.environment.text("MCPGW_ADMIN_EMAIL");
        let (Some(email), Some(file)) = (email, self.environment.get("MCPGW_ADMIN_PASSWORD_FILE")) else {
            return Ok(None);
        };
        let email = Email::parse(email)
            .map_err(|error| Problem::new(ProblemKind::Usage, format!("MCPGW_ADMIN_EMAIL: {error}")))?;
        let password = input::private_line("MCPGW_ADMIN_PASSWORD_FILE", Path::new(file))?;
        Ok(Some((email, password)))
    }

    /// Says where the vault's key went, if this command has made it and its keeper is not the best one.
    pub async fn tell_keeper(&mut self, operations: &operation::Context) -> Result<(), CommandError> {
        let vault = &operations.launcher.vault;
        if vault.has_made_key_file().await {
            let file = self.paths.data_dir.join("vault.key");
            let message = format!("no keyring can be used: the key to your secrets is in {}", file.display());
            self.output.warn(
                &Problem::new(ProblemKind::Locked, message)
                    .hint("mcpgw vault move --to passphrase, or --to os"),
            )?;
        }
        Ok(())
    }

    /// Has the audit told of what this command was refused.
    pub async fn tell_denied(&self) {
        self.denied.write().await;
    }

    /// Says which running sessions may not follow yet what this command changed.
    pub fn tell_lagging(&self) -> Result<(), CommandError> {
        self.lagging.told().iter().try_for_each(|problem| self.output.warn(problem))
    }

    /// Asks the person at the terminal for a secret, if there is one.
    pub fn asker(&self) -> Option<Ask> {
        // A value may be piped in by somebody who sits at the terminal; where nobody sees stderr either, nobody does.
        let somebody =
            !self.no_input && (std::io::stdin().is_terminal() || self.output.is_seen() && has_terminal());
        somebody.then(|| input::asker(self.output.clone()))
    }

    /// `MCPGW_KEYRING`.
    fn keeper(&self) -> Result<Keeper, Problem> {
        match self.environment.text("MCPGW_KEYRING") {
            None => Ok(Keeper::Any),
            Some("os") => Ok(Keeper::Os),
            Some("file") => Ok(Keeper::File),
            Some("off") => Ok(Keeper::Off),
            Some(other) => {
                let message = format!("MCPGW_KEYRING is {other:?}");
                let problem = Problem::new(ProblemKind::Usage, message);
                Err(problem.hint("it may be os, file or off"))
            }
        }
    }

    /// The vault of `store`.
    pub fn vault(&self, store: &Store, data_dir: &Path, settings: &Settings) -> Result<Vault, Problem> {
        let keeper = self.keeper()?;
        let file = self.environment.get("MCPGW_VAULT_PASSPHRASE_FILE").map(PathBuf::from);
        let command = Some(settings.vault.passphrase_command.clone()).filter(|command| !command.is_empty());
        let command = command.map(|text| PassphraseCommand {
            text,
            environment: self.environment.own(),
            guard: guard(),
        });
        let passphrase = PassphraseSources { file, command, ask: self.asker() };
        let options = VaultOptions { data_dir: data_dir.to_owned(), keeper, passphrase };
        Ok(Vault::new(store.clone(), options, Clock::System))
    }

    /// `MCPGW_PARENT`: the id of the store whose mcpgw started us, if one did.
    pub fn parent(&self) -> Option<&str> {
        self.environment.text("MCPGW_PARENT")
    }

    /// `PATH` as it is now.
    pub fn search_path(&self) -> Option<OsString> {
        self.environment.get("PATH").map(ToOwned::to_owned)
    }

    /// Returns when the person agrees to `question`; with `--yes` at once. Without a terminal nobody can agree.
    pub async fn confirm(&mut self, question: &str) -> Result<(), CommandError> {
        if self.assume_yes {
            return Ok(());
        }
        if self.no_input || !std::io::stdin().is_terminal() {
            let problem =
                Problem::new(ProblemKind::Usage, "this needs a confirmation, and there is nobody to ask");
            return Err(problem.hint("repeat the command with --yes").into());
        }
        self.output.prompt(&format!("{question} [y/N] "))?;
        let answer = input::line().await?;
        match answer.trim().to_ascii_lowercase().as_str() {
            "y" | "yes" => Ok(()),
            _ => Err(Problem::new(ProblemKind::Cancelled, "nothing was changed").into()),
        }
    }
}

fn log_files(paths: &Paths, settings: &LogSettings) -> LogFiles {
    let bounds = |bytes: usize, files| Bounds { bytes: bytes as u64, files };
    LogFiles {
        directory: paths.log_dir(),
        server: bounds(settings.server_bytes, settings.server_files),
        own: bounds(settings.own_bytes, settings.own_files),
    }
}

fn paths(global: &Global) -> Result<Paths, CommandError> {
    let strategy = etcetera::choose_base_strategy().ok();
    let homeless = |flag: &str| {
        CommandError::from(
            Problem::new(ProblemKind::Failed, "there is no home directory")
                .hint(format!("set HOME, or say where with {flag}")),
        )
    };
    // A variable that is set to nothing counts as not set.
    let given = |path: &Option<PathBuf>| path.clone().filter(|path| !path.as_os_str().is_empty());
    let (data_dir, state_dir) = if let Some(dir) = given(&global.data_dir) {
        (dir.clone(), dir.join("state"))
    } else {
        let strategy = strategy.as_ref().ok_or_else(|| homeless("--data-dir"))?;
        let data = strategy.data_dir().join("mcpgw");
        let state = strategy.state_dir().map_or_else(|| data.join("state"), |dir| dir.join("mcpgw"));
        (data, state)
    };
    let config_file = match (given(&global.config), &strategy) {
        (Some(file), _) => file,
        (None, Some(strategy)) => strategy.config_dir().join("mcpgw").join("config.toml"),
        (None, None) => return Err(homeless("--config")),
    };
    Ok(Paths {
        data_dir: absolute(&data_dir)?,
        state_dir: absolute(&state_dir)?,
        config_file: absolute(&config_file)?,
    })
}

/// `path` as seen from the present directory, which a server's child may not share.
pub(super) fn absolute(path: &Path) -> Result<PathBuf, CommandError> {
    std::path::absolute(path)
        .map_err(|error| Problem::new(ProblemKind::Usage, format!("{}: {error}", path.display())).into())
}

/// The token in a file, which may be a pipe: one that nobody writes keeps nobody waiting for ever.
async fn in_file(name: &'static str, file: &Path) -> Result<Credential, Problem> {
    let path = file.to_owned();
    // What is longer is looked at no further, and refused like everything that is no token.
    let read = move || input::private_beginning(name, &path, LONGEST_CREDENTIAL + 1);
    let failed =
        |error: io::Error| Problem::new(ProblemKind::Usage, format!("{name}: {}: {error}", file.display()));
    let text = within(FILE, "token", read).await.map_err(failed).and_then(|text| text);
    text.map(|text| Credential::new(&text))
        .map_err(|problem| Problem { kind: ProblemKind::Unauthenticated, ..problem })
}
