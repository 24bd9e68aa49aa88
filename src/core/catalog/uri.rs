//! Which server a resource URI belongs to.

use super::handed_out::HandedOut;
use super::known::{Known, UriSource};
use super::normal::normal_uri;
use super::template::{UriTemplate, matching_effort};
use super::{named_by, unwrap_uri, wrap_template, wrap_uri};

/// Where a URI goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UriRoute {
    /// Which child.
    pub child: usize,
    /// The child's own form of the URI, where the client used another.
    pub original: Option<String>,
}

/// Resource URIs and templates of all children, in the order in which they keep a URI that two of them have.
#[derive(Debug, Default)]
pub struct UriTable {
    children: Vec<Known>,
    handed_out: HandedOut,
    /// What lists of tools refer to: answers full of links don't take its place.
    linked: HandedOut,
}

impl UriTable {
    /// Replaces what the lists say; what was handed out stays.
    pub fn set_listed<'a>(&mut self, children: impl IntoIterator<Item = UriSource<'a>>) {
        self.children = children.into_iter().map(Known::new).collect();
    }

    /// Remembers that `child` gave this URI to the client. Where several gave it, it is the first one's, and the others' wrapped.
    pub fn hand_out(&mut self, child: usize, uri: &str) {
        self.handed_out.add(child, uri);
    }

    /// Remembers that a tool of `child` refers to this URI. Its place is behind those that gave it to the client in an answer.
    pub fn link(&mut self, child: usize, uri: &str) {
        self.linked.add(child, uri);
    }

    /// What `old` handed out is from now on `new`'s.
    pub fn rename(&mut self, old: usize, new: usize) {
        self.handed_out.rename(old, new);
        self.linked.rename(old, new);
    }

    /// Forgets what `child` listed and handed out.
    pub fn forget(&mut self, child: usize) {
        self.children.retain(|known| known.child != child);
        self.handed_out.forget(child);
        self.linked.forget(child);
    }

    /// Whose `uri` is: listed, else the best matching template, else handed out in this session; each as it is written, and then
    /// listed or handed out in another spelling (RFC 3986, section 6.2.2). A template that names no scheme would take everything,
    /// and so comes last. The wrapped form comes first: it is its server's, whatever others list.
    pub fn resolve(&self, uri: &str) -> Option<UriRoute> {
        if let Some(route) = self.unwrapped(uri) {
            return Some(route);
        }
        if let Some(child) = self.as_written(uri, &mut { u32::MAX }) {
            return Some(UriRoute { child, original: None });
        }
        let any = |_: &Known| true;
        let wide = || self.templated(uri, any, |_| true, &mut { u32::MAX });
        self.respelled(uri, any).or_else(|| Some(UriRoute { child: wide()?, original: None }))
    }

    /// Whose `uri` is as it is written. The tries that templates take are taken off `effort`.
    fn as_written(&self, uri: &str, effort: &mut u32) -> Option<usize> {
        let any = |_: &Known| true;
        let listed = self.listed(uri, any);
        let templated = || self.templated(uri, any, UriTemplate::names_scheme, effort);
        listed.or_else(templated).or_else(|| self.handed_out(uri, any))
    }

    /// The listed or handed out URI that `uri` is another spelling of.
    fn respelled(&self, uri: &str, among: impl Fn(&Known) -> bool) -> Option<UriRoute> {
        // What names a server is that server's, however it is spelled.
        let normal = normal_uri(uri).filter(|normal| named_by(normal).is_none())?;
        let listed = self.children.iter().filter(|known| among(known)).find_map(|known| {
            let original = known.normal().get(&normal).filter(|original| known.permits(original))?;
            Some(UriRoute { child: known.child, original: Some(original.clone()) })
        });
        listed.or_else(|| {
            let original = self.handed_out.respelled(&normal).or_else(|| self.linked.respelled(&normal))?;
            Some(UriRoute { child: self.handed_out(original, among)?, original: Some(original.to_owned()) })
        })
    }

    /// The form under which the client reaches a URI that `child` handed out, if that is another than the child's own, and if it may
    /// be read. What it takes
    /// to find out is taken off `effort`; with none left it is the form that names the child, which always works.
    pub fn shown(&self, child: usize, uri: &str, effort: &mut u32) -> Option<String> {
        let known = self.children.iter().find(|known| known.child == child)?;
        // A long one takes longer to compare with what may not be read.
        *effort = effort.saturating_sub(u32::try_from(uri.len()).unwrap_or(u32::MAX) / 8);
        if *effort > 0 && !known.permits(uri) {
            return None;
        }
        let is_of = |alias: &&str| self.children.iter().any(|known| known.alias.as_str() == *alias);
        let leads = match named_by(uri).filter(is_of) {
            Some(alias) => known.alias.as_str() == alias && known.listed.contains(uri),
            None if *effort == 0 => false,
            None => self.as_written(uri, effort) == Some(child) && *effort > 0,
        };
        (!leads).then(|| wrap_uri(&known.alias, uri))
    }

    /// Whether `child` has this URI, in its own form and any spelling, and it may be read. Of its templates only as many are looked at
    /// as `effort` lasts.
    pub fn reads(&self, child: usize, uri: &str, effort: &mut u32) -> bool {
        let its = |known: &Known| known.child == child;
        self.listed(uri, its)
            .or_else(|| self.handed_out(uri, its))
            .or_else(|| self.respelled(uri, its).map(|route| route.child))
            .or_else(|| self.templated(uri, its, |_| true, effort))
            .is_some()
    }

    /// Whose a wrapped URI is.
    fn unwrapped(&self, uri: &str) -> Option<UriRoute> {
        let (alias, original) = unwrap_uri(uri)?;
        let named = |known: &Known| known.alias.as_str() == alias;
        // A server that is mcpgw, too, may know its own servers by such URIs.
        if let Some(child) = self.listed(uri, named) {
            return Some(UriRoute { child, original: None });
        }
        let child = self.listed(&original, named).or_else(|| self.handed_out(&original, named));
        // What a client expands from a wrapped template is encoded only as far as the template was.
        if child.is_none()
            && let Some(route) = self.expanded(uri, named)
        {
            return Some(route);
        }
        let respelled = || self.respelled(&original, named);
        let templated = || self.templated(&original, named, |_| true, &mut { u32::MAX });
        let Some(child) = child.or_else(templated) else { return respelled() };
        Some(UriRoute { child, original: Some(original) })
    }

    /// Whose template this is, plain or wrapped, by its text; for completion of a template's argument.
    pub fn resolve_template(&self, template: &str) -> Option<UriRoute> {
        let wrapped = self.children.iter().filter(|known| named_by(template) == Some(known.alias.as_str()));
        let mut wrapped = wrapped.filter_map(|known| {
            let mut templates = known.templates.iter();
            let found = templates.find(|(_, plain, _)| wrap_template(&known.alias, plain) == template)?;
            Some(UriRoute { child: known.child, original: Some(found.0.clone()) })
        });
        wrapped.next().or_else(|| {
            let mut children = self.children.iter();
            let known = children.find(|known| known.templates.iter().any(|(text, ..)| text == template))?;
            Some(UriRoute { child: known.child, original: None })
        })
    }

    /// How `child` lists a URI, in its own form: as it is, or by a template.
    pub fn listed_as(&self, child: usize, uri: &str) -> Option<&str> {
        let known = self.children.iter().find(|known| known.child == child)?;
        if let Some(listed) = known.listed.get(uri) {
            return Some(listed);
        }
        let mut effort = matching_effort(known.templates.len());
        let fits = |(own, template, _): &&(String, UriTemplate, UriTemplate)| {
            own == uri || template.matches(uri, &mut effort)
        };
        let fitting = known.templates.iter().filter(fits);
        let best = fitting.max_by_key(|(_, template, _)| template.literal_length());
        best.map(|(text, ..)| text.as_str())
    }

    fn listed(&self, uri: &str, among: impl Fn(&Known) -> bool) -> Option<usize> {
        let has = |known: &&Known| among(known) && known.listed.contains(uri) && known.permits(uri);
        self.children.iter().find(has).map(|known| known.child)
    }

    fn templated(
        &self,
        uri: &str,
        among: impl Fn(&Known) -> bool,
        which: impl Fn(&UriTemplate) -> bool,
        effort: &mut u32,
    ) -> Option<usize> {
        let mut best: Option<(usize, usize)> = None;
        for known in self.children.iter().filter(|known| among(known)) {
            let worth = matching_effort(known.templates.len()).min(*effort);
            let mut left = worth;
            for (_, template, _) in known.templates.iter().filter(|(_, template, _)| which(template)) {
                let length = template.literal_length();
                if best.is_none_or(|(longest, _)| length > longest) && template.matches(uri, &mut left) {
                    // Whether it may be read takes longest to find out, and is so for all its templates.
                    if !known.permits(uri) {
                        break;
                    }
                    best = Some((length, known.child));
                }
            }
            *effort -= worth - left;
        }
        best.map(|(_, child)| child)
    }

    fn handed_out(&self, uri: &str, among: impl Fn(&Known) -> bool) -> Option<usize> {
        let owners = self.handed_out.owners(uri).iter().chain(self.linked.owners(uri));
        let has = |child: usize, known: &Known| known.child == child && among(known) && known.permits(uri);
        owners.copied().find(|&child| self.children.iter().any(|known| has(child, known)))
    }

    fn expanded(&self, uri: &str, among: impl Fn(&Known) -> bool) -> Option<UriRoute> {
        self.children.iter().filter(|known| among(known)).find_map(|known| {
            let mut effort = matching_effort(known.templates.len());
            let mut templates = known.templates.iter();
            let original =
                templates.find_map(|(_, plain, wrapped)| plain.rewrite(wrapped, uri, &mut effort))?;
            known.permits(&original).then_some(())?;
            Some(UriRoute { child: known.child, original: Some(original) })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::core::catalog::{Listing, PageChain};
    use crate::core::model::{Allowance, ListKind, ServerAlias};
    use crate::core::wire::{Span, find_member};

    fn listing(kind: ListKind, uris: &[&str]) -> Listing {
        let items: Vec<_> = uris.iter().map(|uri| format!(r#"{{"{}":"{uri}"}}"#, kind.key())).collect();
        let frame = format!(r#"{{"result":{{"{}":[{}]}}}}"#, kind.member(), items.join(",")).into_bytes();
        let result = find_member(&frame, Span::new(0, frame.len()), "result").expect("result");
        let mut chain = PageChain::new(kind);
        chain.add(frame, result);
        chain.finish()
    }

    fn source<'a>(
        child: usize,
        alias: &'a ServerAlias,
        resources: Option<&'a Listing>,
        templates: Option<&'a Listing>,
    ) -> UriSource<'a> {
        static WHOLE: LazyLock<Allowance> = LazyLock::new(Allowance::default);
        UriSource { child, alias, resources, templates, allowance: &WHOLE }
    }

    fn table() -> UriTable {
        let aliases = ["one", "two"].map(|alias| ServerAlias::parse(alias).expect("alias"));
        let mut table = UriTable::default();
        let resources =
            [listing(ListKind::Resources, &["u:1"]), listing(ListKind::Resources, &["u:1", "u:2"])];
        let templates = [
            listing(ListKind::Templates, &["t://{a}"]),
            listing(ListKind::Templates, &["t://{a}", "t://x/{+b}"]),
        ];
        table.set_listed((0..2).map(|i| source(i, &aliases[i], Some(&resources[i]), Some(&templates[i]))));
        table
    }

    fn child(table: &UriTable, uri: &str) -> Option<(usize, Option<String>)> {
        table.resolve(uri).map(|route| (route.child, route.original))
    }

    #[test]
    fn listed_then_template_then_handed_out_then_unknown() {
        let mut table = table();
        assert_eq!(child(&table, "u:1"), Some((0, None)));
        assert_eq!(child(&table, "u:2"), Some((1, None)));
        assert_eq!(child(&table, "t://q"), Some((0, None)));
        assert_eq!(child(&table, "t://x/y/z"), Some((1, None)));
        assert_eq!(child(&table, "w:9"), None);
        table.hand_out(1, "w:9");
        assert_eq!(child(&table, "w:9"), Some((1, None)));
    }

    #[test]
    fn the_wrapped_form_reaches_the_named_server() {
        let table = table();
        assert_eq!(child(&table, "mcpgw://two/u%3A1"), Some((1, Some("u:1".to_owned()))));
        assert_eq!(child(&table, "mcpgw://one/u%3A1"), Some((0, Some("u:1".to_owned()))));
        assert_eq!(child(&table, "mcpgw://one/u%3A2"), None);
        assert_eq!(child(&table, "mcpgw://nobody/u%3A1"), None);
        let expanded = child(&table, "mcpgw://two/t%3A%2F%2Fx%2Fa/b%20c");
        assert_eq!(expanded, Some((1, Some("t://x/a/b%20c".to_owned()))));
    }

    #[test]
    fn no_server_takes_the_wrapped_form_of_another_s() {
        let aliases = ["evil", "vic"].map(|alias| ServerAlias::parse(alias).expect("alias"));
        let evil = listing(ListKind::Resources, &["mcpgw://vic/u%3A1"]);
        let greedy = listing(ListKind::Templates, &["mcpgw://{+r}"]);
        let (vic, wide) =
            (listing(ListKind::Resources, &["u:1"]), listing(ListKind::Templates, &["t://{a}"]));
        let mut table = UriTable::default();
        table.set_listed([
            source(0, &aliases[0], Some(&evil), Some(&greedy)),
            source(1, &aliases[1], Some(&vic), Some(&wide)),
        ]);
        table.hand_out(0, "mcpgw://vic/t%3A%2F%2Fx");
        assert_eq!(child(&table, "mcpgw://vic/u%3A1"), Some((1, Some("u:1".to_owned()))));
        assert_eq!(child(&table, "mcpgw://vic/t%3A%2F%2Fx"), Some((1, Some("t://x".to_owned()))));
        assert_eq!(child(&table, "mcpgw://evil/mcpgw%3A%2F%2Fvic%2Fu%253A1").map(|found| found.0), Some(0));
        assert_eq!(table.resolve_template("mcpgw://vic/t%3A%2F%2F{a}").map(|route| route.child), Some(1));
    }

    #[test]
    fn a_template_is_known_by_its_text() {
        let table = table();
        assert_eq!(table.resolve_template("t://{a}").map(|route| route.child), Some(0));
        let wrapped = table.resolve_template("mcpgw://two/t%3A%2F%2F{a}");
        assert_eq!(wrapped, Some(UriRoute { child: 1, original: Some("t://{a}".to_owned()) }));
    }

    #[test]
    fn a_template_without_a_scheme_takes_nothing_that_another_handed_out() {
        let mut table = table();
        let alias = ServerAlias::parse("greedy").expect("alias");
        let templates = listing(ListKind::Templates, &["{+x}"]);
        table.set_listed([source(0, &alias, None, Some(&templates)), source(1, &alias, None, None)]);
        assert_eq!(child(&table, "w:9"), Some((0, None)));
        table.hand_out(1, "w:9");
        table.hand_out(0, "w:9");
        assert_eq!(child(&table, "w:9"), Some((1, None)));
    }

    #[test]
    fn what_is_withheld_is_reached_on_no_way() {
        let alias = ServerAlias::parse("one").expect("alias");
        let resources = listing(ListKind::Resources, &["file:///a/c"]);
        let templates = listing(ListKind::Templates, &["file:///{+path}"]);
        let mut allowance = Allowance::default();
        allowance.withhold(ListKind::Resources, "file:///a/b".to_owned());
        let (resources, templates) = (Some(&resources), Some(&templates));
        let mut table = UriTable::default();
        table.set_listed([UriSource {
            child: 0,
            alias: &alias,
            resources,
            templates,
            allowance: &allowance,
        }]);
        table.hand_out(0, "file:///a/b");
        table.hand_out(0, "file:///a/%62");
        for uri in ["file:///a/b", "file:///a/%62", "file:///a/x/../b", "FILE:///a/b", "file:///a%2Fb"] {
            assert_eq!(child(&table, uri), None, "{uri}");
            assert_eq!(child(&table, &crate::core::catalog::wrap_uri(&alias, uri)), None, "{uri}, wrapped");
        }
        assert_eq!(child(&table, "mcpgw://one/file%3A%2F%2F%2Fa%2fb"), None);
        assert_eq!(child(&table, "file:///a/c"), Some((0, None)));
        assert_eq!(child(&table, "file:///a/d"), Some((0, None)));
        allowance.bar(ListKind::Resources);
        table.set_listed([UriSource {
            child: 0,
            alias: &alias,
            resources,
            templates,
            allowance: &allowance,
        }]);
        assert_eq!(child(&table, "file:///a/d"), None);
    }

    #[test]
    fn what_two_servers_hand_out_is_the_first_ones_and_the_seconds_is_wrapped() {
        let mut table = table();
        table.hand_out(1, "h:x");
        table.hand_out(0, "h:x");
        assert_eq!((child(&table, "h:x"), table.shown(1, "h:x", &mut 1_000)), (Some((1, None)), None));
        let wrapped = table.shown(0, "h:x", &mut 1_000).expect("another form");
        assert_eq!(child(&table, &wrapped), Some((0, Some("h:x".to_owned()))));
        table.forget(1);
        assert_eq!(child(&table, "h:x"), Some((0, None)));
        // To find that out may take too long; the form that names the server works all the same.
        let mut effort = 1;
        assert_eq!((table.shown(0, "h:x", &mut effort), effort), (Some(wrapped), 0));
    }

    #[test]
    fn another_spelling_leads_to_what_is_listed_or_handed_out_and_may_be_read() {
        let alias = ServerAlias::parse("one").expect("alias");
        let resources = listing(ListKind::Resources, &["http://h/a b", "http://Host/x", "x://u/~"]);
        let mut allowance = Allowance::default();
        allowance.withhold(ListKind::Resources, "http://host/no".to_owned());
        let mut table = UriTable::default();
        let resources = Some(&resources);
        table.set_listed([UriSource {
            child: 0,
            alias: &alias,
            resources,
            templates: None,
            allowance: &allowance,
        }]);
        for handed in ["y://h/%7e", "http://HOST/no"] {
            table.hand_out(0, handed);
        }
        let listed = |text: &str| Some((0, Some(text.to_owned())));
        assert_eq!(child(&table, "http://host/x"), listed("http://Host/x"));
        assert_eq!(child(&table, "HTTP://host/./x"), listed("http://Host/x"));
        assert_eq!(child(&table, "x://u/%7E"), listed("x://u/~"));
        assert_eq!(child(&table, "y://h/~"), listed("y://h/%7e"));
        assert_eq!(child(&table, "mcpgw://one/http%3A%2F%2Fhost%2Fx"), listed("http://Host/x"));
        for none in ["http://host/no", "http://host/X", "x://u/~/"] {
            assert_eq!(child(&table, none), None, "{none}");
        }
    }

    #[test]
    fn a_server_that_lists_uris_of_our_form_under_our_alias_for_it_is_asked_for_them_as_they_are() {
        let alias = ServerAlias::parse("x").expect("alias");
        let inner = listing(ListKind::Resources, &["u:1", "mcpgw://x/u%3A1"]);
        let mut table = UriTable::default();
        table.set_listed([source(0, &alias, Some(&inner), None)]);
        assert_eq!(child(&table, "mcpgw://x/u%3A1"), Some((0, None)));
        let wrapped = "mcpgw://x/mcpgw%3A%2F%2Fx%2Fu%253A1";
        assert_eq!(child(&table, wrapped), Some((0, Some("mcpgw://x/u%3A1".to_owned()))));
    }
}
