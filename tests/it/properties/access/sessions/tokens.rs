//! What tokens say of items and hours, as rows of the store and as the specification reads them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use mcpgw::core::access::PermissionSet;
use mcpgw::core::model::{
    CallLimits, Capabilities, CapabilityKind, Hash, Hours, ItemGlob, ListKind, ServerId, Token, TokenId,
    TokenReach, TokenScope,
};

use super::super::choices::Choices;
use super::super::world::{Person, Reaching};
use super::rows::{ITEMS, SERVERS, id};
use super::ways::own_name;

/// Patterns over what clients see, and over what servers say.
const SEEN: [&str; 12] =
    ["*", "s0__*", "*__a", "s?__b", "*a*", "none", "x0:*", "*:b", "x?:a", "t*", "x0:{x}", "*7"];
const OWN: [&str; 8] = ["*", "a", "?", "x0:a", "x*", "t?-?:*", "", "A"];
const NAMES: [&str; 4] = ["s*", "s1", "?0", "t*"];

/// Zones whose clocks were never set in that year, and how far they are ahead, minutes.
const ZONES: [(&str, i64); 3] = [("UTC", 0), ("Asia/Kolkata", 330), ("Etc/GMT+12", -720)];

/// The tokens of a session: what each says beside what the specification of decisions knows of it.
pub(super) struct Tokens {
    columns: Vec<Columns>,
    /// Whether what a token says nothing of is denied.
    pub(super) enforced: bool,
    /// When the key of the one at hand is believed no more.
    pub(super) retires_at: Option<Timestamp>,
}

#[derive(Debug)]
struct Columns {
    globs: [Option<Vec<ItemGlob>>; 3],
    capabilities: Option<Capabilities>,
    /// With how far the zone is ahead.
    hours: Option<(Hours, i64)>,
    revoked: bool,
}

impl Tokens {
    pub(super) fn new(person: &Person, choices: &mut Choices) -> Self {
        let columns: Vec<_> = person.tokens.iter().map(|_| Columns::new(choices)).collect();
        let any = !columns.is_empty();
        Self {
            enforced: any && choices.below(6) == 5,
            retires_at: if any && choices.below(8) == 7 { Some(choices.time()) } else { None },
            columns,
        }
    }

    /// The rows, that of the token at hand first.
    pub(super) fn rows(&self, person: &Person) -> Vec<Token> {
        let both = person.tokens.iter().zip(&self.columns);
        let rows = both.enumerate().map(|(number, (token, columns))| {
            // No way to an item needs more than these.
            let all = || PermissionSet::USE.iter().map(|permission| permission.name().to_owned()).collect();
            let named = |names: &String| names.split(' ').map(ToOwned::to_owned).collect();
            let [tools, prompts, resources] = columns.globs.clone();
            let scope = TokenScope {
                reach: match &token.reaching {
                    Reaching::All => TokenReach::All,
                    Reaching::Public => TokenReach::Public,
                    Reaching::Teams(teams) => TokenReach::Teams(teams.clone()),
                },
                servers: token.servers.clone(),
                tools,
                prompts,
                resources,
                capabilities: columns.capabilities.clone(),
                permissions: token.permissions.as_ref().map_or_else(all, named),
                hours: columns.hours.as_ref().map(|(hours, _)| hours.clone()),
                limits: CallLimits::default(),
                cidrs: None,
                client: None,
                workspace: None,
            };
            Token {
                id: TokenId::new(number as u64, [0; 10]),
                user: person.user,
                parent: number.checked_sub(1).map(|before| TokenId::new(before as u64, [0; 10])),
                name: "t".to_owned(),
                kid: None,
                hash: Hash([0; 32]),
                scope,
                created_by: person.user,
                created_at: Timestamp::UNIX_EPOCH,
                expires_at: token.until,
                revoked_at: columns.revoked.then_some(Timestamp::UNIX_EPOCH),
                counts_as: None,
                outlived_at: None,
                retires_at: None,
            }
        });
        let mut rows: Vec<_> = rows.collect();
        rows.reverse();
        rows
    }

    /// Whether there is anything that the tokens let through at `now`.
    pub(super) fn work(&self, now: Timestamp) -> bool {
        self.retires_at.is_none_or(|at| now < at)
            && self.columns.iter().all(|columns| !columns.revoked && columns.is_open(now))
    }

    /// Whether all of them let an item through; `uri`: what a template of that text is to lead to.
    pub(super) fn let_through(&self, kind: ListKind, server: usize, item: usize, uri: Option<&str>) -> bool {
        let own = own_name(kind, server, ITEMS[item]);
        let seen = match kind {
            ListKind::Tools | ListKind::Prompts => format!("s{server}__{}", ITEMS[item]),
            ListKind::Resources | ListKind::Templates => own.clone(),
        };
        let of = match kind {
            ListKind::Tools => 0,
            ListKind::Prompts => 1,
            ListKind::Resources | ListKind::Templates => 2,
        };
        self.columns.iter().all(|columns| {
            let by_globs = columns.globs[of].as_ref().is_none_or(|globs| {
                let fits =
                    |own: &str, seen: &str| globs.iter().any(|glob| fits_item(glob, server, own, seen));
                fits(&own, &seen) && uri.is_none_or(|uri| fits(uri, uri))
            });
            by_globs && columns.names(CapabilityKind::ALL[of], server, &own).unwrap_or(!self.enforced)
        })
    }
}

impl Columns {
    fn new(choices: &mut Choices) -> Self {
        let mut said = |among: usize| choices.below(among) == among - 1;
        let (globs, capable, timed, revoked) = ([said(4), said(4), said(4)], said(4), said(3), said(16));
        Self {
            globs: globs.map(|said| said.then(|| choices.several(3, glob))),
            capabilities: capable.then(|| capabilities(choices)),
            hours: timed.then(|| hours(choices)),
            revoked,
        }
    }

    /// Whether the capabilities name it; nothing: they say nothing of its kind. A template names what it leads to.
    fn names(&self, kind: CapabilityKind, server: usize, own: &str) -> Option<bool> {
        let servers = self.capabilities.as_ref()?.get(&kind)?;
        let leads = |name: &String| {
            name.strip_suffix("{x}").is_some_and(|start| own.starts_with(start) && !own.contains('{'))
        };
        Some(
            servers.get(&id(server)).is_some_and(|names| names.iter().any(|name| name == own || leads(name))),
        )
    }

    fn is_open(&self, now: Timestamp) -> bool {
        let Some((hours, ahead)) = &self.hours else { return true };
        let shown = now.as_second().div_euclid(60) + ahead;
        let (day, minute) = (shown.div_euclid(24 * 60), shown.rem_euclid(24 * 60));
        // It was a thursday on which counting began.
        let is_on = |day: i64| hours.days[usize::try_from((day + 3).rem_euclid(7)).expect("a day")];
        let (from, to) = (i64::from(hours.from), i64::from(hours.to));
        let begun_today = is_on(day) && minute >= from && (from >= to || minute < to);
        begun_today || (from >= to && is_on(day - 1) && minute < to)
    }
}

fn fits_item(glob: &ItemGlob, server: usize, own: &str, seen: &str) -> bool {
    match glob {
        ItemGlob::Advertised(pattern) => fits(pattern, seen),
        ItemGlob::Of(of, pattern) => *of == id(server) && fits(pattern, own),
        ItemGlob::OfNamed(name, pattern) => fits(name, &format!("s{server}")) && fits(pattern, own),
    }
}

/// `*` is any text, `?` any character, everything else is itself.
fn fits(pattern: &str, text: &str) -> bool {
    let Some(first) = pattern.chars().next() else { return text.is_empty() };
    let rest = &pattern[first.len_utf8()..];
    if first == '*' {
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        return ends.into_iter().any(|at| fits(rest, &text[at..]));
    }
    let Some(found) = text.chars().next() else { return false };
    (first == '?' || first == found) && fits(rest, &text[found.len_utf8()..])
}

fn glob(choices: &mut Choices) -> ItemGlob {
    match choices.below(4) {
        // The last one is of a server that was, and is not any more.
        0 => ItemGlob::Of(id(choices.below(SERVERS + 1)), choices.of(&OWN).to_owned()),
        1 => ItemGlob::OfNamed(choices.of(&NAMES).to_owned(), choices.of(&OWN).to_owned()),
        _ => ItemGlob::Advertised(choices.of(&SEEN).to_owned()),
    }
}

fn capabilities(choices: &mut Choices) -> Capabilities {
    let kinds = [&[ListKind::Tools][..], &[ListKind::Prompts], &[ListKind::Resources, ListKind::Templates]];
    let mut all = Capabilities::new();
    for (of, kinds) in CapabilityKind::ALL.into_iter().zip(kinds) {
        if choices.below(3) == 2 {
            continue;
        }
        let mut servers: BTreeMap<ServerId, BTreeSet<String>> = BTreeMap::new();
        for server in 0..SERVERS {
            if choices.below(3) == 0 {
                continue;
            }
            let names = kinds.iter().flat_map(|kind| ITEMS.map(|item| own_name(*kind, server, item)));
            servers.insert(id(server), names.filter(|_| choices.below(3) > 0).collect());
        }
        all.insert(of, servers);
    }
    all
}

/// Hours that change in the minutes of which worlds are.
fn hours(choices: &mut Choices) -> (Hours, i64) {
    let (zone, ahead) = choices.of(&ZONES);
    let minutes = |at: i64| u16::try_from((at + ahead).rem_euclid(24 * 60)).expect("minutes");
    let (from, to) = choices.of(&[(0, 1), (1, 2), (-1, 1), (0, 0), (-2, 0), (1, 0), (0, 24 * 60)]);
    let (from, to) = match minutes(to) {
        // Midnight is the end of a day, too.
        0 if choices.below(2) == 0 => (minutes(from), 24 * 60),
        to => (minutes(from), to),
    };
    let week = choices.of(&[[true; 7], [true, true, true, false, true, true, true], [false; 7]]);
    let days = if choices.below(3) == 2 { week } else { [true; 7] };
    (Hours { zone: zone.to_owned(), days, from, to }, ahead)
}
