//! Which server a URI belongs to, by the templates that servers list (RFC 6570).

/// A URI template, cut into literals and expressions. Expansion is the client's matter; here a URI is only recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UriTemplate {
    parts: Vec<Part>,
    literal_length: usize,
}

/// A piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Text that stands for itself.
    Literal(String),
    /// `{…}` with its braces.
    Expression {
        /// As written.
        text: String,
        /// Whether its value may hold `/` (RFC 6570, operators `+`, `#` and `/`) or be absent (`?`, `&`, `;`).
        reach: Reach,
    },
}

/// What the value of an expression may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// One or more characters, no `/`.
    Segment,
    /// Anything, also nothing.
    Anything,
}

impl UriTemplate {
    /// Cuts a template. What is no well-formed expression stands for itself.
    pub fn parse(template: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            let Some(close) = rest[open..].find('}').map(|at| open + at + 1) else { break };
            if open > 0 {
                parts.push(Part::Literal(rest[..open].to_owned()));
            }
            let text = rest[open..close].to_owned();
            let operator = text[1..].starts_with(['+', '#', '/', '.', ';', '?', '&']);
            let reach = if operator { Reach::Anything } else { Reach::Segment };
            parts.push(Part::Expression { text, reach });
            rest = &rest[close..];
        }
        if !rest.is_empty() {
            parts.push(Part::Literal(rest.to_owned()));
        }
        let lengths = parts.iter().map(|part| match part {
            Part::Literal(text) => text.len(),
            Part::Expression { .. } => 0,
        });
        let literal_length = lengths.sum();
        Self { parts, literal_length }
    }

    /// Whether it says of itself which scheme its URIs have.
    pub fn names_scheme(&self) -> bool {
        matches!(self.parts.first(), Some(Part::Literal(text)) if text.contains(':'))
    }

    /// How many characters of it are literal: the more, the better a match says whose a URI is.
    pub fn literal_length(&self) -> usize {
        self.literal_length
    }

    /// Whether `uri` may be an expansion of it. The tries that it takes are taken off `effort`; with none left it is not.
    pub fn matches(&self, uri: &str, effort: &mut u32) -> bool {
        self.values(uri, effort).is_some()
    }

    /// The URI that this template makes of the values that `wrapped`, its wrapped form, has in `uri`.
    pub(super) fn rewrite(&self, wrapped: &Self, uri: &str, effort: &mut u32) -> Option<String> {
        let mut values = wrapped.values(uri, effort)?.into_iter();
        let text = self.parts.iter().map(|part| match part {
            Part::Literal(text) => Some(text.as_str()),
            Part::Expression { .. } => values.next(),
        });
        text.collect()
    }

    pub(super) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The value of each expression, the shortest that fits first.
    fn values<'a>(&self, uri: &'a str, effort: &mut u32) -> Option<Vec<&'a str>> {
        let mut values = Vec::new();
        fit(&self.parts, uri, &mut values, effort).then_some(values)
    }
}

/// How many tries a look-up among `templates` templates of one server is worth: a few for each, and many for one. A server
/// with hostile templates spends what there is for its own.
pub fn matching_effort(templates: usize) -> u32 {
    u32::try_from(templates).unwrap_or(u32::MAX).saturating_mul(4).saturating_add(10_000)
}

/// An expression, and the piece of a URI that was tried as its value.
struct Tried {
    part: usize,
    start: usize,
    end: usize,
}

/// Tries values from the shortest on, the last expression first. A server may list a template of any length: nothing here is
/// deeper for a longer one.
fn fit<'a>(parts: &[Part], uri: &'a str, values: &mut Vec<&'a str>, steps: &mut u32) -> bool {
    let mut tried: Vec<Tried> = Vec::new();
    let (mut part, mut at) = (0, 0);
    loop {
        let Some(left) = steps.checked_sub(1) else { return false };
        *steps = left;
        let fits = match parts.get(part) {
            None if at == uri.len() => {
                values.extend(tried.iter().map(|value| &uri[value.start..value.end]));
                return true;
            }
            None => None,
            Some(Part::Literal(text)) => uri[at..].starts_with(text.as_str()).then(|| at + text.len()),
            Some(Part::Expression { reach, .. }) => {
                let shortest = if *reach == Reach::Segment { longer(*reach, uri, at) } else { Some(at) };
                tried.extend(shortest.map(|end| Tried { part, start: at, end }));
                shortest
            }
        };
        if let Some(end) = fits {
            (part, at) = (part + 1, end);
            continue;
        }
        loop {
            let Some(last) = tried.last_mut() else { return false };
            let reach = match parts[last.part] {
                Part::Expression { reach, .. } => reach,
                Part::Literal(_) => return false,
            };
            if let Some(end) = longer(reach, uri, last.end) {
                last.end = end;
                (part, at) = (last.part + 1, end);
                break;
            }
            tried.pop();
        }
    }
}

/// Where a value that ends at `end` ends with one more character of `uri`, if it may have that.
fn longer(reach: Reach, uri: &str, end: usize) -> Option<usize> {
    let next = uri[end..].chars().next()?;
    (reach == Reach::Anything || next != '/').then(|| end + next.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_is_recognised_by_its_template() {
        let matches =
            |template: &str, uri: &str| UriTemplate::parse(template).matches(uri, &mut matching_effort(1));
        assert!(matches("test://static/{id}", "test://static/7"));
        assert!(!matches("test://static/{id}", "test://static/7/8"));
        assert!(!matches("test://static/{id}", "test://static/"));
        assert!(matches("file:///{+path}", "file:///a/b%20c"));
        assert!(matches("file:///{path}/end{?q}", "file:///a/end"));
        assert!(matches("file:///{path}/end{?q}", "file:///a/end?q=1"));
        assert!(matches("{scheme}://{host}", "x://y"));
        assert!(!matches("a{b", "ab"));
    }

    #[test]
    fn a_hostile_template_costs_bounded_time() {
        let template = UriTemplate::parse(&"{+a}x".repeat(40));
        let mut left = matching_effort(1);
        assert!(!template.matches(&"x".repeat(39), &mut left));
        assert!(!template.matches(&format!("{}y", "x".repeat(2000)), &mut left));
        assert_eq!(left, 0);
        assert!(!UriTemplate::parse("{+any}").matches("x", &mut left));
    }

    #[test]
    fn a_template_of_any_length_takes_no_deeper_stack() {
        let template = UriTemplate::parse(&"{+a}".repeat(400_000));
        assert!(template.matches("x", &mut matching_effort(100_000)));
        assert!(!template.matches("x", &mut matching_effort(1)));
    }
}
