//! What a person sees of a result. Every text that is put on a page is taken for outside text and made safe.

use std::fmt::Write as _;

use comfy_table::{ColumnConstraint, ContentArrangement, Table, presets};

use super::here::Here;
use super::style::{Role, Style};
use crate::core::untrusted::{Breaks, untrusted};

/// A result, as lines, pairs and tables.
#[derive(Debug)]
pub struct Page {
    text: String,
    style: Style,
    /// Tab-separated, without headings.
    plain: bool,
    /// Columns of the terminal; tables are not broken without one.
    width: Option<u16>,
    here: Here,
}

impl Page {
    pub(super) fn new(style: Style, plain: bool, width: Option<u16>, here: Here) -> Self {
        Self { text: String::new(), style, plain, width, here }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// One line.
    pub fn line(&mut self, text: &str) {
        self.text.push_str(&untrusted(text, Breaks::Escape));
        self.text.push('\n');
    }

    /// Text with lines of its own.
    pub fn block(&mut self, text: &str) {
        self.text.push_str(&untrusted(text, Breaks::Keep));
        if !text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// A line that names what follows; left out of plain output.
    pub fn heading(&mut self, text: &str) {
        if !self.plain {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            let safe = untrusted(text, Breaks::Escape);
            self.text.push_str(&self.style.paint(Role::Heading, &safe));
            self.text.push('\n');
        }
    }

    /// A line of explanation; left out of plain output.
    pub fn remark(&mut self, text: &str) {
        if !self.plain {
            let told = self.here.commands(text);
            let safe = untrusted(&told, Breaks::Escape);
            self.text.push_str(&self.style.paint(Role::Faint, &safe));
            self.text.push('\n');
        }
    }

    /// Names and values, one a line; names are ours.
    pub fn pairs<'a>(&mut self, pairs: impl IntoIterator<Item = (&'a str, String)>) {
        let pairs: Vec<_> = pairs.into_iter().collect();
        let widest = pairs.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        for (name, value) in pairs {
            let value = untrusted(&value, Breaks::Escape);
            if self.plain {
                let _ = writeln!(self.text, "{name}\t{value}");
            } else {
                let padding = " ".repeat(widest - name.len());
                let name = self.style.paint(Role::Faint, name);
                let _ = writeln!(self.text, "{name}{padding}  {value}");
            }
        }
    }

    /// A table; headings are ours.
    pub fn table<const N: usize>(
        &mut self,
        headings: [&str; N],
        rows: impl IntoIterator<Item = [String; N]>,
    ) {
        let safe = |row: [String; N]| row.map(|cell| untrusted(&cell, Breaks::Escape).into_owned());
        let rows = rows.into_iter().map(safe);
        if self.plain {
            for row in rows {
                self.text.push_str(&row.join("\t"));
                self.text.push('\n');
            }
            return;
        }
        let mut table = Table::new();
        table.load_style(presets::NOTHING);
        table.set_header(headings);
        table.add_rows(rows);
        match self.width {
            Some(width) => table.set_width(width).set_content_arrangement(ContentArrangement::Dynamic),
            None => table.set_content_arrangement(ContentArrangement::Disabled),
        };
        for column in table.column_iter_mut() {
            column.set_padding((0, 2));
        }
        if let Some(first) = table.column_mut(0) {
            // It names the row: broken in two it could not be copied.
            first.set_constraint(ColumnConstraint::ContentWidth);
        }
        for (index, line) in table.lines().enumerate() {
            let line = line.trim_end();
            let line = if index == 0 { self.style.paint(Role::Heading, line) } else { line.to_owned() };
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }
}
