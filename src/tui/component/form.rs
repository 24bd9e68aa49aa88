//! Fields to fill in: the login, and the choice of a password.

use super::typed::Typed;
use crate::core::problem::Problem;

/// What the fields are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Entry {
    Login,
    Choose,
}

/// One field.
#[derive(Debug)]
pub(in crate::tui) struct Field {
    pub(in crate::tui) label: &'static str,
    pub(in crate::tui) typed: Typed,
    /// Whether nobody may see it, nor how long it is.
    pub(in crate::tui) hidden: bool,
}

/// The fields.
#[derive(Debug)]
pub(in crate::tui) struct Form {
    pub(in crate::tui) entry: Entry,
    pub(in crate::tui) fields: Vec<Field>,
    /// The field that is typed into.
    pub(in crate::tui) at: usize,
    /// Whether what was typed is looked at just now.
    pub(in crate::tui) busy: bool,
    /// Why one is here, or why what was typed did not do.
    pub(in crate::tui) problem: Option<Problem>,
}

impl Form {
    /// The login; `email` is known already, if it is not empty.
    pub(in crate::tui) fn login(email: &str, problem: Option<Problem>) -> Self {
        let fields = vec![
            Field { label: "Email", typed: Typed::of(email), hidden: false },
            Field { label: "Password", typed: Typed::default(), hidden: true },
        ];
        let at = usize::from(!email.is_empty());
        Self { entry: Entry::Login, fields, at, busy: false, problem }
    }

    /// The choice of another password.
    pub(in crate::tui) fn choose() -> Self {
        let field = |label| Field { label, typed: Typed::default(), hidden: true };
        let fields = vec![field("New password"), field("Once more")];
        Self { entry: Entry::Choose, fields, at: 0, busy: false, problem: None }
    }

    pub(in crate::tui) fn title(&self) -> &'static str {
        match self.entry {
            Entry::Login => "Log in",
            Entry::Choose => "Choose another password before anything else",
        }
    }

    pub(in crate::tui) fn step(&mut self, down: bool) {
        let fields = self.fields.len();
        self.at = (self.at + if down { 1 } else { fields - 1 }) % fields;
    }

    /// The first field in which nothing is.
    pub(in crate::tui) fn empty(&self) -> Option<usize> {
        self.fields.iter().position(|field| field.typed.is_empty())
    }

    /// What was typed did not do: hidden fields are typed anew.
    pub(in crate::tui) fn refuse(&mut self, problem: Problem) {
        (self.busy, self.problem) = (false, Some(problem));
        self.fields.iter_mut().filter(|field| field.hidden).for_each(|field| field.typed.clear());
        self.at = self.empty().unwrap_or(self.at);
    }

    pub(in crate::tui) fn field(&mut self) -> Option<&mut Field> {
        let at = self.at;
        if self.busy { None } else { self.fields.get_mut(at) }
    }
}
