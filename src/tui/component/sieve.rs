//! What a filter lets through.

use crate::tui::row::Row;
use crate::tui::screen::Column;

/// Words that all have to be in a row: `word` in any cell, `column:word` in the cells of the columns that begin so, and `!` before
/// either for what must not be there.
#[derive(Debug)]
pub(super) struct Sieve(Vec<Term>);

#[derive(Debug)]
struct Term {
    not: bool,
    /// Which cells count; nothing: all.
    columns: Option<Vec<usize>>,
    text: String,
}

impl Sieve {
    pub(super) fn new(typed: &str, columns: &[Column]) -> Self {
        let terms = typed.split_whitespace().map(|word| Term::new(&word.to_lowercase(), columns));
        // What is only begun asks for nothing yet.
        Self(terms.filter(|term| !term.text.is_empty()).collect())
    }

    pub(super) fn lets_through(&self, row: &Row) -> bool {
        self.0.iter().all(|term| term.is_in(row) != term.not)
    }
}

impl Term {
    fn new(word: &str, columns: &[Column]) -> Self {
        let (not, word) = word.strip_prefix('!').map_or((false, word), |word| (true, word));
        let named = word.split_once(':').and_then(|(name, text)| {
            let named = |(_, column): &(usize, &Column)| column.title.to_lowercase().starts_with(name);
            let places: Vec<_> = columns.iter().enumerate().filter(named).map(|(place, _)| place).collect();
            (!name.is_empty() && !places.is_empty()).then_some((places, text))
        });
        match named {
            Some((columns, text)) => Self { not, columns: Some(columns), text: text.to_owned() },
            None => Self { not, columns: None, text: word.to_owned() },
        }
    }

    fn is_in(&self, row: &Row) -> bool {
        let counts = |place: &usize| self.columns.as_ref().is_none_or(|columns| columns.contains(place));
        let mut cells = row.cells.iter().enumerate().filter(|(place, _)| counts(place));
        cells.any(|(_, cell)| cell.as_str().to_lowercase().contains(&self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::look::Mark;
    use crate::tui::screen::Place;

    #[test]
    fn words_columns_and_what_must_not_be_there() {
        let columns = Place::Servers.columns();
        let cells = columns.iter().map(|column| format!("of {}", column.title));
        let row = Row::new("1".to_owned(), Mark::Up, cells);
        let first = columns[0].title.to_lowercase();
        let lets = |typed: &str| Sieve::new(typed, columns).lets_through(&row);
        for typed in ["", "OF", "!", "!nothing", &format!("{first}:"), &format!("{first}:{first}"), "of !x:y"]
        {
            assert!(lets(typed), "{typed}");
        }
        for typed in ["nothing", "!of", &format!("{first}:nothing"), &format!("!{first}:of"), "of nothing"] {
            assert!(!lets(typed), "{typed}");
        }
        let other = columns[1].title.to_lowercase();
        assert!(!lets(&format!("{first}:{other}")) && lets(&format!("{}:{other}", &other[..2])));
        // What names no column is a word like any other.
        assert!(!lets("http://x"));
    }
}
