//! The lines of a journal.
//!
//! Text, so that a torn or foreign one is seen to be that: each ends with a newline, and none holds another.

use std::str::FromStr;

use crate::core::model::{CallMethod, CallOutcome, ClientInfo, ServerId, SessionId, TeamId, TokenId, UserId};

/// What the first word of a journal is, with the version of its form.
const MAGIC: &str = "mcpgw-usage-1";

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
    /// A server is given a call.
    Sent(SentLine),
    /// A call has come to its end.
    Ended(EndedLine),
    /// So many calls could not be written down.
    Lost {
        /// Its number among all ends.
        ordinal: u64,
        /// When the last of them was, milliseconds since 1970.
        at: i64,
        /// How many.
        calls: u64,
    },
}

/// A call that a server is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentLine {
    /// Its number.
    pub number: u64,
    /// When, milliseconds since 1970.
    pub at: i64,
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
    /// Its number among all ends.
    pub ordinal: u64,
    /// The call.
    pub number: u64,
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
            Self::Sent(sent) => sent.append(into),
            Self::Ended(ended) => ended.append(into),
            Self::Lost { ordinal, at, calls } => {
                into.extend_from_slice(format!("o {ordinal} {at} {calls}\n").as_bytes());
            }
        }
    }

    /// Reads a line without its newline.
    pub fn parse(line: &[u8]) -> Option<Self> {
        let line = std::str::from_utf8(line).ok()?;
        let (word, rest) = line.split_once(' ')?;
        let mut words = rest.split(' ');
        let mut next = || words.next();
        let line = match word {
            "s" => Self::Sent(SentLine {
                number: number(next())?,
                at: number(next())?,
                server: number(next())?,
                method: CallMethod::of_code(number(next())?)?,
                item: match next()? {
                    "-" => None,
                    place => Some(number(Some(place))?),
                },
                bytes: number(next())?,
            }),
            "e" => Self::Ended(EndedLine {
                ordinal: number(next())?,
                number: number(next())?,
                outcome: CallOutcome::of_code(number(next())?)?,
                took: number(next())?,
                bytes: number(next())?,
            }),
            "o" => Self::Lost { ordinal: number(next())?, at: number(next())?, calls: number(next())? },
            "v" => Self::Server {
                place: number(next())?,
                server: ServerId::parse(next()?)?,
                team: TeamId::parse(next()?)?,
            },
            "i" => {
                let (place, name) = rest.split_once(' ')?;
                return Some(Self::Item {
                    place: number(Some(place))?,
                    name: serde_json::from_str(name).ok()?,
                });
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
        into.extend_from_slice(b"s ");
        digits(self.number, b' ', into);
        digits(u64::try_from(self.at).unwrap_or(0), b' ', into);
        digits(self.server as u64, b' ', into);
        digits(self.method.code().into(), b' ', into);
        match self.item {
            Some(item) => digits(item.into(), b' ', into),
            None => into.extend_from_slice(b"- "),
        }
        digits(self.bytes, b'\n', into);
    }
}

impl EndedLine {
    /// Appends it, with its newline.
    pub fn append(&self, into: &mut Vec<u8>) {
        into.extend_from_slice(b"e ");
        digits(self.ordinal, b' ', into);
        digits(self.number, b' ', into);
        digits(self.outcome.code().into(), b' ', into);
        digits(self.took, b' ', into);
        digits(self.bytes, b'\n', into);
    }
}

/// The text of a number and what comes behind it. This is on the way of every call.
fn digits(mut number: u64, behind: u8, into: &mut Vec<u8>) {
    let mut text = [0; 20];
    let mut start = text.len();
    loop {
        start -= 1;
        text[start] = b"0123456789"[(number % 10) as usize];
        number /= 10;
        if number == 0 {
            break;
        }
    }
    into.extend_from_slice(&text[start..]);
    into.push(behind);
}

/// Only what [`digits`] writes.
fn number<T: FromStr>(word: Option<&str>) -> Option<T> {
    word.filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
}
