//! Commands that people are told: typed as they stand, they do what was meant in the installation that this one acts on.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use crate::core::model::shell_word;

/// The program, as it stands in what people are told.
const PROGRAM: &str = "mcpgw ";

/// What leads to the installation of this command, where another one would not find it by itself.
#[derive(Debug, Clone, Default)]
pub struct Here(Option<Arc<Flags>>);

#[derive(Debug)]
struct Flags {
    /// With a space behind each.
    text: String,
    /// What may stand behind the program's name; only asked for when something is told.
    commands: fn() -> Vec<String>,
}

impl Here {
    /// `flags` are those that were typed, by name; `commands` says what the program's commands are.
    pub fn new<'a>(
        flags: impl IntoIterator<Item = (&'a str, &'a Path)>,
        commands: fn() -> Vec<String>,
    ) -> Self {
        let word = |(flag, path): (&str, &Path)| format!("{flag} {} ", shell_word(&path.to_string_lossy()));
        let text: String = flags.into_iter().map(word).collect();
        Self((!text.is_empty()).then(|| Arc::new(Flags { text, commands })))
    }

    /// `text`, with the flags in each command in it.
    pub(super) fn commands<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let Some(flags) = &self.0 else { return text.into() };
        let commands = (flags.commands)();
        let mut told = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(PROGRAM) {
            let (before, after) = rest.split_at(at + PROGRAM.len());
            told.push_str(before);
            let word = after.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or_default();
            if commands.iter().any(|command| command == word) {
                told.push_str(&flags.text);
            }
            rest = after;
        }
        (told + rest).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_get_the_flags_and_sentences_do_not() {
        let here =
            Here::new([("--data-dir", Path::new("/my data"))], || vec!["server".into(), "login".into()]);
        assert_eq!(
            here.commands("mcpgw knows; remove what runs mcpgw: mcpgw server list; (`mcpgw login`)"),
            "mcpgw knows; remove what runs mcpgw: mcpgw --data-dir '/my data' server list; (`mcpgw --data-dir '/my data' login`)"
        );
        assert_eq!(Here::default().commands("mcpgw login"), "mcpgw login");
    }
}
