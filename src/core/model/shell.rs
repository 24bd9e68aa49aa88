//! Commands as one would type them.

use super::Command;

/// The command line of `command`. Values of variables are left out.
pub fn shell_line(command: &Command) -> String {
    let words = std::iter::once(&command.command).chain(&command.args);
    words.map(|word| shell_word(word)).collect::<Vec<_>>().join(" ")
}

/// `word` in single quotes, where a shell would take it apart.
pub fn shell_word(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@%+,".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}
