//! The lines of a journal.
//!
//! Text, so that a torn or foreign one is seen to be that: each ends with a newline, and none holds another. Those of calls are
//! short, as they are on the way of every call: what mostly is as it was, or follows, stands in lines of its own where it is not.

use crate::core::model::{CallMethod, CallOutcome, ClientInfo, ServerId, SessionId, TeamId, TokenId, UserId};

/// What the first word of a journal is, with the version of its form. No other begins with its first letter.
pub(super) const MAGIC: &str = "mcpgw-usage-2";

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Whose journal it is. The first line.
    Of {
        /// The session.
        session: SessionId,
        /// Its user.
        user: UserId,
        /// The token that it was begun with.
        token: Option<TokenId>,
    },
    /// What the client calls itself.
    Client(ClientInfo),
    /// What a number means where a server is meant.
    Server {
        /// The number.
        place: usize,
        /// The server.
        server: ServerId,
        /// Its team.
        team: TeamId,
    },
    /// What a number means where an item is meant.
    Item {
        /// The number.
        place: u32,
        /// What its server lists it as.
        name: String,
    },
    /// When servers are given the calls that follow, milliseconds since 1970.
    Time(i64),
    /// The number of the call that follows, where it is not the next one.
    Number(u64),
    /// How many ends there were before.
    Ends(u64),
    /// A server is given the next call.
    Sent(SentLine),
    /// A call has come to its end: the next one.
    Ended(EndedLine),
    /// So many calls could not be written down. This is an end as well.
    Lost {
        /// When the last of them was, milliseconds since 1970.
        at: i64,
        /// How many.
        calls: u64,
    },
}

/// A call that a server is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentLine {
    /// The server.
    pub server: usize,
    /// What is asked.
    pub method: CallMethod,
    /// Of which item.
    pub item: Option<u32>,
    /// How long the request is, bytes.
    pub bytes: u64,
}

/// The end of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndedLine {
    /// How many calls came after it.
    pub back: u64,
    /// What came of it.
    pub outcome: CallOutcome,
    /// How long that took, microseconds.
    pub took: u64,
    /// How long the answer is, bytes.
    pub bytes: u64,
}

impl Line {
    /// Appends it, with its newline.
    pub fn append(&self, into: &mut Vec<u8>) {
        match self {
            Self::Of { session, user, token } => {
                let token = token.map_or_else(|| "-".to_owned(), |token| token.to_string());
                into.extend_from_slice(format!("{MAGIC} {session} {user} {token}\n").as_bytes());
            }
            Self::Client(ClientInfo { name, version }) => {
                let line = format!("c {}\n", serde_json::json!([name, version]));
                into.extend_from_slice(line.as_bytes());
            }
            Self::Server { place, server, team } => {
                into.extend_from_slice(format!("v {place} {server} {team}\n").as_bytes());
            }
            Self::Item { place, name } => {
                let line = format!("i {place} {}\n", serde_json::json!(name));
                into.extend_from_slice(line.as_bytes());
            }
            Self::Time(at) => one(b't', u64::try_from(*at).unwrap_or(0), into),
            Self::Number(number) => one(b'n', *number, into),
            Self::Ends(ends) => one(b'p', *ends, into),
            Self::Sent(sent) => sent.append(into),
            Self::Ended(ended) => ended.append(into),
            Self::Lost { at, calls } => {
                into.extend_from_slice(format!("o {at} {calls}\n").as_bytes());
            }
        }
    }

    /// Reads a line without its newline.
    pub fn parse(line: &[u8]) -> Option<Self> {
        // These two are nearly all that there are.
        match line {
            [b's', b' ', rest @ ..] => return SentLine::parse(rest).map(Self::Sent),
            [b'e', b' ', rest @ ..] => return EndedLine::parse(rest).map(Self::Ended),
            _ => {}
        }
        let (word, rest) = std::str::from_utf8(line).ok()?.split_once(' ')?;
        let mut words = rest.split(' ');
        let mut next = || words.next();
        let line = match word {
            "t" => return number(rest).map(Self::Time),
            "n" => return number(rest).map(Self::Number),
            "p" => return number(rest).map(Self::Ends),
            "o" => Self::Lost { at: number(next()?)?, calls: number(next()?)? },
            "v" => Self::Server {
                place: number(next()?)?,
                server: ServerId::parse(next()?)?,
                team: TeamId::parse(next()?)?,
            },
            "i" => {
                let (place, name) = rest.split_once(' ')?;
                return Some(Self::Item { place: number(place)?, name: serde_json::from_str(name).ok()? });
            }
            "c" => {
                let [name, version]: [String; 2] = serde_json::from_str(rest).ok()?;
                return Some(Self::Client(ClientInfo { name, version }));
            }
            MAGIC => Self::Of {
                session: SessionId::parse(next()?)?,
                user: UserId::parse(next()?)?,
                token: match next()? {
                    "-" => None,
                    token => Some(TokenId::parse(token)?),
                },
            },
            _ => return None,
        };
        words.next().is_none().then_some(line)
    }
}

impl SentLine {
    /// Appends it, with its newline.
    pub fn append(&self, into: &mut Vec<u8>) {
        let mut text = Text::of(b's');
        text.number(self.server as u64);
        text.number(self.method.code().into());
        match self.item {
            Some(item) => text.number(item.into()),
            None => text.push(b"- "),
        }
        text.number(self.bytes);
        text.append(into);
    }

    /// Reads what stands behind the word.
    fn parse(rest: &[u8]) -> Option<Self> {
        let mut numbers = Numbers::of(rest);
        let sent = Self {
            server: numbers.next()?,
            method: CallMethod::of_code(numbers.next()?)?,
            item: if numbers.skip_dash() { None } else { Some(numbers.next()?) },
            bytes: numbers.next()?,
        };
        numbers.is_over().then_some(sent)
    }
}

impl EndedLine {
    /// Appends it, with its newline.
    pub fn append(&self, into: &mut Vec<u8>) {
        let mut text = Text::of(b'e');
        text.number(self.back);
        text.number(self.outcome.code().into());
        text.number(self.took);
        text.number(self.bytes);
        text.append(into);
    }

    /// Reads what stands behind the word.
    fn parse(rest: &[u8]) -> Option<Self> {
        let mut numbers = Numbers::of(rest);
        let ended = Self {
            back: numbers.next()?,
            outcome: CallOutcome::of_code(numbers.next()?)?,
            took: numbers.next()?,
            bytes: numbers.next()?,
        };
        numbers.is_over().then_some(ended)
    }
}

/// A line of one number.
fn one(word: u8, number: u64, into: &mut Vec<u8>) {
    let mut text = Text::of(word);
    text.number(number);
    text.append(into);
}

/// A word and a few numbers, with a space behind each. This is on the way of every call.
struct Text {
    bytes: [u8; 88],
    length: usize,
}

impl Text {
    fn of(word: u8) -> Self {
        let mut text = Self { bytes: [0; 88], length: 0 };
        text.push(&[word, b' ']);
        text
    }

    fn push(&mut self, bytes: &[u8]) {
        for (place, byte) in self.bytes[self.length..].iter_mut().zip(bytes) {
            *place = *byte;
            self.length += 1;
        }
    }

    fn number(&mut self, mut number: u64) {
        // As most are.
        if let Some(digit) = usize::try_from(number).ok().and_then(|number| b"0123456789".get(number)) {
            self.bytes[self.length] = *digit;
            self.bytes[self.length + 1] = b' ';
            self.length += 2;
            return;
        }
        let digits = number.checked_ilog10().map_or(1, |most| most as usize + 1);
        let room = &mut self.bytes[self.length..=self.length + digits];
        for place in room[..digits].iter_mut().rev() {
            *place = b"0123456789"[(number % 10) as usize];
            number /= 10;
        }
        room[digits] = b' ';
        self.length += digits + 1;
    }

    /// Appends it, with a newline in place of the last space.
    fn append(mut self, into: &mut Vec<u8>) {
        self.bytes[self.length - 1] = b'\n';
        into.extend_from_slice(&self.bytes[..self.length]);
    }
}

/// Reads what [`Text`] writes, and nothing else: numbers with a space between each two.
struct Numbers<'a>(Option<&'a [u8]>);

impl<'a> Numbers<'a> {
    fn of(text: &'a [u8]) -> Self {
        Self(Some(text))
    }

    fn next<T: TryFrom<u64>>(&mut self) -> Option<T> {
        let text = self.0?;
        let mut number: u64 = 0;
        let mut length = 0;
        for digit in text.iter().map(|byte| byte.wrapping_sub(b'0')).take_while(|&digit| digit < 10) {
            number = number.checked_mul(10)?.checked_add(digit.into())?;
            length += 1;
        }
        self.behind(length)?;
        T::try_from(number).ok().filter(|_| length > 0)
    }

    /// Whether there is a dash in place of the next number.
    fn skip_dash(&mut self) -> bool {
        matches!(self.0, Some([b'-', b' ', ..])) && self.behind(1).is_some()
    }

    fn behind(&mut self, length: usize) -> Option<()> {
        self.0 = match self.0?.get(length..)? {
            [] => None,
            [b' ', rest @ ..] => Some(rest),
            _ => return None,
        };
        Some(())
    }

    fn is_over(&self) -> bool {
        self.0.is_none()
    }
}

/// The same of one number.
fn number<T: TryFrom<u64>>(text: &str) -> Option<T> {
    let mut numbers = Numbers::of(text.as_bytes());
    numbers.next().filter(|_| numbers.is_over())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(item: Option<u32>) -> SentLine {
        SentLine { server: 7, method: CallMethod::CallTool, item, bytes: u64::MAX }
    }

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        let ended = EndedLine { back: 2, outcome: CallOutcome::Ok, took: u64::MAX, bytes: 9 };
        let lines = [
            Line::Sent(sent(None)),
            Line::Sent(sent(Some(u32::MAX))),
            Line::Ended(ended),
            Line::Time(i64::MAX),
            Line::Number(u64::MAX),
            Line::Ends(0),
            Line::Lost { at: 4, calls: 5 },
            Line::Item { place: 6, name: "a \n b".to_owned() },
        ];
        for line in lines {
            let mut text = Vec::new();
            line.append(&mut text);
            let text = text.strip_suffix(b"\n").expect("a newline");
            assert_eq!(Line::parse(text), Some(line.clone()));
            let item = matches!(line, Line::Item { .. });
            for cut in 0..text.len() {
                let torn = Line::parse(&text[..cut]);
                // What is torn in its last number is another one: only whole lines are read.
                let in_last = !item && cut > text.iter().rposition(|&byte| byte == b' ').unwrap_or(0) + 1;
                assert_eq!(torn.is_some(), in_last, "{:?}", String::from_utf8_lossy(&text[..cut]));
            }
            for odd in [&b" 1"[..], b"x", b"\xff"] {
                assert_eq!(Line::parse(&[text, odd].concat()), None);
            }
        }
    }

    #[test]
    fn odd_numbers_are_none() {
        for text in
            ["e 2 1 +3 4", "e 2 1 18446744073709551616 4", "e 2 1  3 4", "e 2 1 -3 4", "e", "e ", "s - 1"]
        {
            assert_eq!(Line::parse(text.as_bytes()), None, "{text}");
        }
    }
}
