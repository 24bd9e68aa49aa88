//! `mcpgw completions`

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::command::Cli;
use super::context::Context;
use super::error::{CommandError, Exit};

/// Print a shell's completion script
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mcpgw completions bash > ~/.local/share/bash-completion/completions/mcpgw
  mcpgw completions zsh > \"${fpath[1]}/_mcpgw\"
  mcpgw completions fish > ~/.config/fish/completions/mcpgw.fish")]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

impl CompletionsArgs {
    pub(super) fn run(&self, context: &Context) -> Result<Exit, CommandError> {
        context.output.raw(&script(self.shell))?;
        Ok(Exit::Success)
    }
}

/// Every script, by the name under which its shell looks for it.
pub fn completion_scripts() -> Vec<(String, Vec<u8>)> {
    use clap_complete::Generator as _;

    let shells = [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell, Shell::Elvish];
    shells.into_iter().map(|shell| (shell.file_name("mcpgw"), script(shell))).collect()
}

fn script(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut visible(), "mcpgw", &mut script);
    script
}

/// The command tree without the commands that only mcpgw itself uses: a script would offer them.
fn visible() -> clap::Command {
    let all = Cli::command();
    let shown = all.get_subcommands().filter(|command| !command.is_hide_set()).cloned();
    clap::Command::new("mcpgw")
        .version(env!("CARGO_PKG_VERSION"))
        .args(all.get_arguments().cloned())
        .subcommands(shown)
}
