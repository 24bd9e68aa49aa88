//! Sums over the table `usage`.

use rusqlite::{Connection, Row, named_params};

use super::server::id;
use super::{Store, StoreError};
use crate::core::model::{CallMethod, CallOutcome, ServerId, TeamId, TokenId, UserId};

/// Which calls are wanted.
#[derive(Debug, Clone, Default)]
pub struct UsageFilter {
    /// Those since then, milliseconds since 1970.
    pub since: i64,
    /// Those of this user.
    pub user: Option<UserId>,
    /// Those with this token.
    pub token: Option<TokenId>,
    /// Those of a server that was this team's.
    pub team: Option<TeamId>,
    /// Those of this server.
    pub server: Option<ServerId>,
    /// Those of this item.
    pub item: Option<UsageItem>,
    /// Those of a client that calls itself this.
    pub client: Option<String>,
    /// Only those that these eyes see.
    pub seen_by: Option<UsageEyes>,
}

/// An item by the name that its server lists it as.
#[derive(Debug, Clone)]
pub struct UsageItem {
    /// That name.
    pub name: String,
    /// Of one of these servers.
    pub of: Vec<ServerId>,
}

/// Who sees not all calls.
#[derive(Debug, Clone)]
pub struct UsageEyes {
    /// They see their own.
    pub user: UserId,
    /// Of those only calls of servers of these teams; nothing: of all.
    pub own: Option<Vec<TeamId>>,
    /// They see everybody's calls of servers of these.
    pub teams: Vec<TeamId>,
}

/// What calls are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsageBy {
    /// Who made them.
    User,
    /// The team of the server.
    Team,
    /// The token that they were made with.
    Token,
    /// The server.
    Server,
    /// The server, its item, and what was asked of that.
    Tool,
    /// What the client calls itself.
    Client,
}

/// Whose calls are one sum.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UsageKey {
    /// This user's.
    User(UserId),
    /// This team's.
    Team(TeamId),
    /// Those with this token, or without one.
    Token(Option<TokenId>),
    /// This server's.
    Server(ServerId),
    /// Those of an item of this server; without a name, of none that is listed.
    Tool(ServerId, Option<String>, CallMethod),
    /// Those of a client of this name and version, or of one that did not say.
    Client(Option<(String, String)>),
    /// Those of which nothing else is known.
    Lost,
}

/// Calls that have a key, an outcome and about their duration in common.
#[derive(Debug, Clone)]
pub struct UsageSum {
    /// Whose they are.
    pub key: UsageKey,
    /// What came of them.
    pub outcome: CallOutcome,
    /// How many.
    pub calls: u64,
    /// How long they took together, microseconds.
    pub took: u64,
    /// How long their requests were, bytes.
    pub bytes_in: u64,
    /// How long their answers were, bytes.
    pub bytes_out: u64,
    /// Of how many of them it is not known what was called.
    pub overflow: u64,
}

impl Store {
    /// The calls that `filter` wants, the shorter ones of a key and an outcome first.
    pub async fn usage(&self, filter: UsageFilter, by: UsageBy) -> Result<Vec<UsageSum>, StoreError> {
        self.read(move |connection| sums(connection, &filter, by)).await
    }

    /// Whether usage with this token is kept.
    pub async fn has_used(&self, token: TokenId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM usage_session WHERE token_id = ?1)";
        self.read(move |connection| Ok(connection.query_row(sql, [token.to_string()], |row| row.get(0))?))
            .await
    }
}

fn sums(connection: &Connection, filter: &UsageFilter, by: UsageBy) -> Result<Vec<UsageSum>, StoreError> {
    let keys = match by {
        UsageBy::User => "s.user_id, NULL, NULL",
        UsageBy::Team => "v.team_id, NULL, NULL",
        UsageBy::Token => "s.token_id, NULL, NULL",
        UsageBy::Server => "v.server_id, NULL, NULL",
        UsageBy::Tool => "v.server_id, i.name, u.method",
        UsageBy::Client => "s.client, s.client_version, NULL",
    };
    let sql = format!(
        "SELECT {keys}, u.outcome, sum(u.calls), sum(u.took), sum(u.bytes_in), sum(u.bytes_out),
             sum(CASE WHEN u.method IS NULL OR u.item = 0 THEN u.calls ELSE 0 END)
         FROM usage AS u JOIN usage_session AS s ON s.id = u.session
             LEFT JOIN usage_server AS v ON v.id = u.server LEFT JOIN usage_item AS i ON i.id = u.item
         WHERE u.at >= :since
             AND (:user IS NULL OR s.user_id = :user) AND (:token IS NULL OR s.token_id = :token)
             AND (:team IS NULL OR v.team_id = :team) AND (:server IS NULL OR v.server_id = :server)
             AND (:item IS NULL OR i.name = :item)
             AND (:of IS NULL OR v.server_id IN (SELECT value FROM json_each(:of)))
             AND (:client IS NULL OR s.client = :client)
             AND (:viewer IS NULL
                  OR s.user_id = :viewer AND (:own IS NULL OR v.team_id IN (SELECT value FROM json_each(:own)))
                  OR v.team_id IN (SELECT value FROM json_each(:teams)))
         GROUP BY 1, 2, 3, u.outcome, u.bucket ORDER BY 1, 2, 3, u.outcome, u.bucket"
    );
    let eyes = filter.seen_by.as_ref();
    let mut statement = connection.prepare(&sql)?;
    let rows = statement.query_map(
        named_params! {
            ":since": filter.since,
            ":user": filter.user.map(|id| id.to_string()),
            ":token": filter.token.map(|id| id.to_string()),
            ":team": filter.team.map(|id| id.to_string()),
            ":server": filter.server.map(|id| id.to_string()),
            ":item": filter.item.as_ref().map(|item| &item.name),
            ":of": filter.item.as_ref().map(|item| texts(&item.of)),
            ":client": filter.client,
            ":viewer": eyes.map(|eyes| eyes.user.to_string()),
            ":own": eyes.and_then(|eyes| eyes.own.as_deref()).map(texts),
            ":teams": texts(eyes.map_or(&[], |eyes| &eyes.teams)),
        },
        |row| sum(row, by),
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Ids as an array of JSON.
fn texts(ids: &[impl ToString]) -> String {
    let texts: Vec<_> = ids.iter().map(ToString::to_string).collect();
    serde_json::json!(texts).to_string()
}

fn sum(row: &Row<'_>, by: UsageBy) -> rusqlite::Result<UsageSum> {
    let number = |index: usize| row.get::<_, i64>(index).map(|number| u64::try_from(number).unwrap_or(0));
    let outcome = CallOutcome::of_code(row.get(3)?).unwrap_or(CallOutcome::Unknown);
    Ok(UsageSum {
        key: key(row, by)?,
        outcome,
        calls: number(4)?,
        took: number(5)?,
        bytes_in: number(6)?,
        bytes_out: number(7)?,
        overflow: number(8)?,
    })
}

fn key(row: &Row<'_>, by: UsageBy) -> rusqlite::Result<UsageKey> {
    let is_known = row.get::<_, Option<String>>(0)?.is_some();
    Ok(match by {
        UsageBy::User => UsageKey::User(id(row, 0, UserId::parse)?),
        UsageBy::Token if is_known => UsageKey::Token(Some(id(row, 0, TokenId::parse)?)),
        UsageBy::Token => UsageKey::Token(None),
        UsageBy::Client if is_known => {
            UsageKey::Client(Some((row.get(0)?, row.get::<_, Option<String>>(1)?.unwrap_or_default())))
        }
        UsageBy::Client => UsageKey::Client(None),
        _ if !is_known => UsageKey::Lost,
        UsageBy::Team => UsageKey::Team(id(row, 0, TeamId::parse)?),
        UsageBy::Server => UsageKey::Server(id(row, 0, ServerId::parse)?),
        UsageBy::Tool => {
            let method = row.get::<_, Option<u8>>(2)?.and_then(CallMethod::of_code);
            UsageKey::Tool(id(row, 0, ServerId::parse)?, row.get(1)?, method.unwrap_or(CallMethod::Other))
        }
    })
}
