//! What may be had, and in which ways.

use std::fmt;

use super::Cells;

/// `y`: it is there; `-`: it is as if it did not exist; `.`: that is asked of the server, not of one item.
///
/// * `list`: tools, prompts, resources, templates
/// * `read`: the URI as listed, spelled otherwise, wrapped, of a template, as a link in an answer; and everything else that a
///   server might take for it
/// * `complete`: an argument of a prompt, of a template, of a wrapped template
/// * `subscribe`: the URI as listed, wrapped
/// * `updated`: `notifications/resources/updated`
/// * `changed`: `list_changed` of tools, prompts, resources
/// * `asked`: sampling, elicitation, roots
const TABLE: &str = "
              list  call  get  read   complete  subscribe  updated  changed  asked
    mine      yyyy  y     y    yyyyy  yyy       yy         y        yyy      yyy
    ours      yyyy  y     y    yyyyy  yyy       yy         y        yyy      yyy
    open      yyyy  y     y    yyyyy  yyy       yy         y        yyy      yyy
    trial     yyyy  y     y    yyyyy  yyy       yy         y        yyy      yyy
    mine/slim yyyy  y     y    yyyyy  yyy       yy         y        ...      ...
    mine/off  ----  -     -    -----  ---       --         -        ...      ...
    ours/slim ----  -     -    -----  ---       --         -        ...      ...
    ours/off  ----  -     -    -----  ---       --         -        ...      ...
    open/slim ----  -     -    -----  ---       --         -        ...      ...
    open/off  ----  -     -    -----  ---       --         -        ...      ...
    reader    --yy  -     -    yyyy-  -yy       yy         y        --y      yyy
    anns      ----  -     -    -----  ---       --         -        ---      ---
    alien     ----  -     -    -----  ---       --         -        ---      ---
    left      ----  -     -    -----  ---       --         -        ---      ---
    halted    ----  -     -    -----  ---       --         -        ---      ---
    lapsed    ----  -     -    -----  ---       --         -        ---      ---
    viewer    ----  -     -    -----  ---       --         -        ---      ---
    expired   ----  -     -    -----  ---       --         -        ---      ---
    disabled  ----  -     -    -----  ---       --         -        ---      ---
    removed   ----  -     -    -----  ---       --         -        ---      ---
    odd       ----  -     -    -----  ---       --         -        ---      ---
";

/// Whom and what a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) server: String,
    pub(super) item: String,
}

impl Row {
    /// Whether it is about the server as such.
    pub(super) fn is_server(&self) -> bool {
        self.item == "plain"
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.server, self.item)
    }
}

/// The rows, in order.
pub(super) fn table() -> Vec<(Row, Cells)> {
    let mut lines =
        TABLE.lines().map(|line| line.split_whitespace()).filter(|words| words.clone().count() > 0);
    let columns: Vec<_> = lines.next().unwrap().collect();
    lines
        .map(|mut words| {
            let (server, item) =
                words.next().map(|name| name.split_once('/').unwrap_or((name, "plain"))).unwrap();
            let row = Row { server: server.to_owned(), item: item.to_owned() };
            let cells: Cells = columns.iter().copied().zip(words.map(ToOwned::to_owned)).collect();
            assert_eq!(cells.len(), columns.len());
            (row, cells)
        })
        .collect()
}

/// The servers, in order.
pub(super) fn servers() -> Vec<String> {
    table().into_iter().filter(|(row, _)| row.is_server()).map(|(row, _)| row.server).collect()
}
