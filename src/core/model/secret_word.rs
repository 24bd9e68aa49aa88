//! Names that say that what they name is a secret.

/// Whether the name of a variable, header, flag or part of a URL says that its value is a secret.
pub fn is_secret_name(name: &str) -> bool {
    const WORDS: [&str; 15] = [
        "KEY",
        "APIKEY",
        "TOKEN",
        "SECRET",
        "PASSWORD",
        "PASSWD",
        "PASS",
        "PASSPHRASE",
        "CREDENTIAL",
        "CREDENTIALS",
        "PAT",
        "AUTH",
        "AUTHORIZATION",
        "COOKIE",
        "JWT",
    ];
    let is_word = |word: &str| WORDS.contains(&&*word.to_ascii_uppercase());
    name.split(['_', '-', '.']).any(|part| is_word(part) || humps(part).any(is_word))
}

/// The words of `camelCase`.
fn humps(part: &str) -> impl Iterator<Item = &str> {
    let bytes = part.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = part.get(from..).filter(|rest| !rest.is_empty())?;
        let hump = |at: &usize| bytes[at - 1].is_ascii_lowercase() && bytes[*at].is_ascii_uppercase();
        let end = (from + 1..part.len()).find(hump).map_or(rest.len(), |at| at - from);
        from += end;
        rest.get(..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_secrets_are_known_and_others_are_left_alone() {
        for name in [
            "GITHUB_TOKEN",
            "api_key",
            "OPENAI_APIKEY",
            "DB_PASSWORD",
            "BASIC-AUTH",
            "authorization",
            "x-api-key",
            "apiKey",
            "accessTokenValue",
        ] {
            assert!(is_secret_name(name), "{name}");
        }
        for name in
            ["KEYBOARD", "AUTHOR", "PWD", "TZ", "MONKEY", "TOKENIZER_PATH", "keyboardLayout", "é_ü", ""]
        {
            assert!(!is_secret_name(name), "{name}");
        }
    }
}
