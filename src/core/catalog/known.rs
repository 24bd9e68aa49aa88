//! What one child is known to serve, for looking up whose a URI is.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::listing::Listing;
use super::normal::normal_uri;
use super::permitted::may_read;
use super::template::UriTemplate;
use super::{readings, wrap_template};
use crate::core::model::{Allowance, ListKind, ServerAlias};

/// One child's part in the table.
#[derive(Debug, Clone, Copy)]
pub struct UriSource<'a> {
    /// Which child.
    pub child: usize,
    /// Its alias.
    pub alias: &'a ServerAlias,
    /// Its resources that may be used.
    pub resources: Option<&'a Listing>,
    /// Its templates that may be used.
    pub templates: Option<&'a Listing>,
    /// What of it may be used.
    pub allowance: &'a Allowance,
}

/// What one child is known to serve.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) child: usize,
    pub(super) alias: ServerAlias,
    pub(super) listed: HashSet<String>,
    pub(super) templates: Vec<(String, UriTemplate, UriTemplate)>,
    /// What it lists in the spelling that all spellings share, made when it is needed first.
    normal: OnceCell<HashMap<String, String>>,
    /// Whether any of its resources may be read.
    open: bool,
    /// Those that may not, in every reading: a template or an earlier answer may still lead to them.
    withheld: HashSet<String>,
    allowance: Allowance,
}

impl Known {
    pub(super) fn new(source: UriSource<'_>) -> Self {
        let UriSource { child, alias, resources, templates, allowance } = source;
        let withheld = allowance.withheld(ListKind::Resources);
        let texts = |listing: Option<&Listing>| -> Vec<String> {
            listing.into_iter().flat_map(Listing::iter).map(|item| item.key_text()).collect()
        };
        Self {
            child,
            alias: alias.clone(),
            listed: texts(resources).into_iter().collect(),
            templates: texts(templates).into_iter().map(|text| parse(alias, text)).collect(),
            normal: OnceCell::new(),
            open: allowance.offers(ListKind::Resources),
            withheld: withheld.flat_map(readings).collect(),
            allowance: allowance.clone(),
        }
    }

    /// What it lists in the spelling that all spellings share.
    pub(super) fn normal(&self) -> &HashMap<String, String> {
        self.normal.get_or_init(|| {
            self.listed.iter().filter_map(|uri| Some((normal_uri(uri)?, uri.clone()))).collect()
        })
    }

    /// Whether this URI, in the child's own form, may be read.
    pub(super) fn permits(&self, uri: &str) -> bool {
        self.open
            && (self.withheld.is_empty() || !readings(uri).any(|reading| self.withheld.contains(&reading)))
            && may_read(&self.allowance, uri)
    }
}

fn parse(alias: &ServerAlias, text: String) -> (String, UriTemplate, UriTemplate) {
    let plain = UriTemplate::parse(&text);
    let wrapped = UriTemplate::parse(&wrap_template(alias, &plain));
    (text, plain, wrapped)
}
