//! Request ids and progress tokens as keys for look-up.

use super::text::{quote, unquote};

/// An id or token by meaning: `"a/b"` and `"a\/b"` are one key, `1` and `"1"` are two (JSON-RPC 2.0, section 4).
///
/// A peer may write the same string with other escapes than it was given; what passes on the wire is always the bytes
/// that were sent, never this key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum IdKey {
    /// An integer that fits.
    Integer(i64),
    /// Any other number, by its characters.
    Number(Box<[u8]>),
    /// A string, unescaped.
    Text(Box<[u8]>),
    /// A string that is not text (a lone surrogate, invalid UTF-8), by its token.
    Opaque(Box<[u8]>),
}

impl IdKey {
    /// The key of a raw token. `None`: neither a string nor a number, and so not an id in MCP.
    pub fn from_token(token: &[u8]) -> Option<Self> {
        match token.first()? {
            b'"' => Some(match unquote(token) {
                Some(text) => Self::Text(text.as_bytes().into()),
                None => Self::Opaque(token.into()),
            }),
            b'-' | b'0'..=b'9' => Some(number(token)),
            _ => None,
        }
    }

    /// A token with this meaning.
    pub fn to_token(&self) -> Vec<u8> {
        match self {
            Self::Integer(number) => number.to_string().into_bytes(),
            Self::Number(token) | Self::Opaque(token) => token.to_vec(),
            Self::Text(text) => quote(&String::from_utf8_lossy(text)),
        }
    }
}

fn number(token: &[u8]) -> IdKey {
    // As nearly all are.
    if token.len() < 18 && token.iter().all(u8::is_ascii_digit) {
        return IdKey::Integer(token.iter().fold(0, |number, digit| 10 * number + i64::from(digit - b'0')));
    }
    let Some(decimal) = Decimal::parse(token) else { return IdKey::Number(token.into()) };
    let text = decimal.to_text();
    text.parse().map_or_else(|_| IdKey::Number(text.into_bytes().into()), IdKey::Integer)
}

/// A number of JSON by its value: `1.50e1` and `15` are one.
struct Decimal {
    negative: bool,
    /// Without zeros at either end.
    digits: String,
    exponent: i64,
}

/// The most digits that an integer is written with.
const LONGEST: usize = 64;

impl Decimal {
    fn parse(token: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(token).ok()?;
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let mut exponent: i64 =
            exponent.parse().ok().filter(|exponent: &i64| exponent.unsigned_abs() < 1 << 32)?;
        let digits = match mantissa.split_once('.') {
            Some((whole, fraction)) => {
                exponent -= i64::try_from(fraction.len()).ok()?;
                format!("{whole}{fraction}")
            }
            None => mantissa.to_owned(),
        };
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let significant = digits.trim_end_matches('0');
        exponent += i64::try_from(digits.len() - significant.len()).ok()?;
        let significant = significant.trim_start_matches('0').to_owned();
        if significant.is_empty() {
            return Some(Self { negative: false, digits: "0".to_owned(), exponent: 0 });
        }
        Some(Self { negative, digits: significant, exponent })
    }

    fn to_text(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        match usize::try_from(self.exponent) {
            Ok(zeros) if zeros <= LONGEST => format!("{sign}{}{}", self.digits, "0".repeat(zeros)),
            _ => format!("{sign}{}e{}", self.digits, self.exponent),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_their_type_and_lose_only_their_spelling() {
        let key = |token: &str| IdKey::from_token(token.as_bytes());
        assert_eq!(key(r#""a\/b""#), key(r#""a/b""#));
        assert_eq!(key("7"), key("7.0"));
        for (spelled, plain) in [
            ("1e2", "100"),
            ("15.0E-1", "1.5"),
            ("-0", "0"),
            ("0.10e+1", "1"),
            ("1e400", "10.0e399"),
            ("1e-9223372036854775808", "1e-9223372036854775808"),
        ] {
            assert_eq!(key(spelled), key(plain), "{spelled}");
        }
        assert_ne!(key("1e2"), key("1e3"));
        assert_ne!(key("1.5"), key("-1.5"));
        assert_ne!(key("7"), key("\"7\""));
        assert_ne!(key("12345678901234567890"), key("12345678901234567891"));
        assert_eq!(key("null"), None);
        assert_eq!(key("{}"), None);
        assert!(key(r#""\ud83d""#).is_some());
        assert_ne!(key(r#""\ud83d""#), key(r#""\"\\ud83d\"""#));
        for token in ["7", "-1", "12345678901234567890", r#""a\"b""#, r#""\"b""#, r#""\ud83d""#, r#""""#] {
            assert_eq!(key(token).map(|key| key.to_token()).as_deref(), Some(token.as_bytes()));
        }
    }
}
