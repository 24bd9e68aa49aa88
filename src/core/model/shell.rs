//! Commands as one would type them.

use super::Launch;

/// The command line of `launch`. Values of variables are left out.
pub fn shell_line(launch: &Launch) -> String {
    let words = std::iter::once(&launch.command).chain(&launch.args);
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
