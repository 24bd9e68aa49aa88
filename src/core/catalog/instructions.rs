//! The servers' instructions as one text.

/// What stands where text was left out.
const CUT: &str = "\n[cut]";

/// Joins the instructions of several servers, each under its name as a heading, to at most `limit` bytes.
///
/// When they are longer, each server keeps an equal share and what it cuts is marked. `None` when there are none.
pub fn merge_instructions(servers: &[(&str, &str)], limit: usize) -> Option<String> {
    let said: Vec<_> =
        servers.iter().map(|(name, text)| (name, text.trim())).filter(|(_, text)| !text.is_empty()).collect();
    if said.is_empty() {
        return None;
    }
    let total: usize = said.iter().map(|(name, text)| overhead(name) + text.len()).sum();
    let share = if total <= limit { usize::MAX } else { limit / said.len() };
    let sections = said
        .iter()
        .map(|(name, text)| format!("# {name}\n{}", cut(text, share.saturating_sub(overhead(name)))));
    Some(sections.collect::<Vec<_>>().join("\n\n"))
}

/// The heading, its line ends and the blank line between sections.
fn overhead(name: &str) -> usize {
    name.len() + 5
}

fn cut(text: &str, limit: usize) -> String {
    if text.len() <= limit {
        return text.to_owned();
    }
    let end = text.floor_char_boundary(limit.saturating_sub(CUT.len()));
    format!("{}{CUT}", &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_stands_under_its_servers_name() {
        let merged = merge_instructions(&[("a", "one\n"), ("b", ""), ("c", "three")], 1000);
        assert_eq!(merged.as_deref(), Some("# a\none\n\n# c\nthree"));
        assert_eq!(merge_instructions(&[("b", " ")], 1000), None);
    }

    #[test]
    fn a_long_text_leaves_room_for_the_others_and_says_that_it_was_cut() {
        let long = "é".repeat(5000);
        let merged = merge_instructions(&[("a", &long), ("b", "short")], 400).expect("text");
        assert!(
            merged.len() <= 400 && merged.contains("[cut]") && merged.ends_with("# b\nshort"),
            "{merged}"
        );
    }
}
