//! The sections of a page that the end of the help becomes: NOTES and EXAMPLES.

use clap_mangen::roff::{Roff, roman};

/// What the paragraph of the help begins with that holds the examples.
const EXAMPLES: &str = "Examples:\n";

/// The sections, in roff. Examples keep their lines, so that they can be copied.
pub(super) fn sections(after_help: &str) -> String {
    let (examples, notes): (Vec<_>, Vec<_>) = after_help
        .split("\n\n")
        .filter(|part| !part.trim().is_empty())
        .partition(|part| part.starts_with(EXAMPLES));
    let mut roff = Roff::new();
    for (index, note) in notes.into_iter().enumerate() {
        if index == 0 {
            roff.control("SH", ["NOTES"]);
        } else {
            roff.control("PP", []);
        }
        note.lines().for_each(|line| {
            roff.text([roman(line)]);
        });
    }
    for examples in examples {
        roff.control("SH", ["EXAMPLES"]);
        roff.control("nf", []);
        for line in examples.lines().skip(1) {
            roff.text([roman(line.strip_prefix("  ").unwrap_or(line))]);
        }
        roff.control("fi", []);
    }
    let rendered = roff.render();
    // The page begins with the definitions that these would begin with, too.
    rendered.find(".SH").and_then(|start| rendered.get(start..)).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::sections;

    #[test]
    fn examples_keep_their_lines_and_what_is_said_beside_them_is_filled() {
        insta::assert_snapshot!(sections("Examples:\n  a -- b | 'c'\n  .d --e=f\n\nIt has: one,\ntwo."), @r"
        .SH NOTES
        It has: one,
        two.
        .SH EXAMPLES
        .nf
        a \-\- b | \*(Aqc\*(Aq
        \&.d \-\-e=f
        .fi
        ");
        assert_eq!(sections(""), "");
    }
}
