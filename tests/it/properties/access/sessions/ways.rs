//! The ways to an item.

use mcpgw::core::model::ListKind;

/// What a server calls its item.
pub(super) fn own_name(kind: ListKind, server: usize, item: &str) -> String {
    match kind {
        ListKind::Tools | ListKind::Prompts => item.to_owned(),
        ListKind::Resources => format!("x{server}:{item}"),
        // It leads to the resources, too, which may be withheld.
        ListKind::Templates if item == "b" => format!("x{server}:{{x}}"),
        ListKind::Templates => format!("t{server}-{item}:{{x}}"),
    }
}

/// One way to an item of a kind: what it is called in the reference, and the request, in which `@N@` stands for the name that
/// clients know, `@U@` for the URI or template and `@W@` for the start of a wrapped one.
pub(super) struct Way {
    pub(super) deed: &'static str,
    pub(super) kind: ListKind,
    method: &'static str,
    params: &'static str,
}

/// The lists, by kind.
pub(super) const LISTS: [(&str, ListKind); 4] = [
    ("List(Tools)", ListKind::Tools),
    ("List(Prompts)", ListKind::Prompts),
    ("List(Resources)", ListKind::Resources),
    ("List(Templates)", ListKind::Templates),
];

const fn way(deed: &'static str, kind: ListKind, method: &'static str, params: &'static str) -> Way {
    Way { deed, kind, method, params }
}

/// All others.
pub(super) const WAYS: [Way; 9] = [
    way("CallTool", ListKind::Tools, "tools/call", r#"{"name":"@N@"}"#),
    way("GetPrompt", ListKind::Prompts, "prompts/get", r#"{"name":"@N@"}"#),
    way(
        "CompletePrompt",
        ListKind::Prompts,
        "completion/complete",
        r#"{"ref":{"type":"ref/prompt","name":"@N@"},"argument":{"name":"x","value":""}}"#,
    ),
    way("ReadResource", ListKind::Resources, "resources/read", r#"{"uri":"@U@"}"#),
    way("ReadResource", ListKind::Resources, "resources/read", r#"{"uri":"@W@@U@"}"#),
    way("Subscribe", ListKind::Resources, "resources/subscribe", r#"{"uri":"@U@"}"#),
    way("ReadResource", ListKind::Templates, "resources/read", r#"{"uri":"@U@7"}"#),
    way("Subscribe", ListKind::Templates, "resources/subscribe", r#"{"uri":"@U@7"}"#),
    way(
        "CompleteResource",
        ListKind::Templates,
        "completion/complete",
        r#"{"ref":{"type":"ref/resource","uri":"@U@{x}"},"argument":{"name":"x","value":""}}"#,
    ),
];

impl Way {
    /// The request, but for its id.
    pub(super) fn request(&self, server: usize, item: &str) -> (&'static str, String) {
        let uri = own_name(self.kind, server, item).replace("{x}", "");
        let uri = if self.params.contains("@W@") { uri.replace(':', "%3A") } else { uri };
        let params = self.params.replace("@N@", &format!("s{server}__{item}")).replace("@U@", &uri);
        (self.method, params.replace("@W@", &format!("mcpgw://s{server}/")))
    }
}

/// What clients see of an item in a list.
pub(super) fn listed_as(kind: ListKind, server: usize, item: &str) -> String {
    match kind {
        ListKind::Tools | ListKind::Prompts => format!("\"s{server}__{item}\""),
        ListKind::Resources | ListKind::Templates => format!("\"{}\"", own_name(kind, server, item)),
    }
}
