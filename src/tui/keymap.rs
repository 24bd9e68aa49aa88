//! What each key does: the one table, from which the line at the bottom and the help are made, too.

use super::key::Key;

/// What keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Focus {
    /// The rows of a screen.
    List,
    /// The whole of one row.
    Detail,
    /// The text that rows are filtered by.
    Filter,
    /// The line that names a screen or an action.
    Palette,
    /// A question.
    Confirm,
    /// A text to read: the help, the errors.
    Reading,
    /// The login, or the choice of a password.
    Form,
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Command {
    Down,
    Up,
    First,
    Last,
    HalfDown,
    HalfUp,
    /// The whole of the row; the chosen thing.
    Open,
    Back,
    Quit,
    /// Ends at once, whatever is on the screen.
    Abort,
    Help,
    Palette,
    Filter,
    /// The screen of that number.
    Go(u8),
    NextScreen,
    PreviousScreen,
    OtherPane,
    Refresh,
    Switch,
    Remove,
    Kill,
    Unlock,
    Approve,
    /// The command that does what was done last.
    Tell,
    Errors,
    Lock,
    Suspend,
    Redraw,
    Yes,
    No,
    OtherAnswer,
    Erase,
    Clear,
    NextField,
    PreviousField,
    Submit,
}

/// One line of the table.
#[derive(Debug)]
pub(in crate::tui) struct Binding {
    pub(in crate::tui) focus: &'static [Focus],
    /// The first one is shown.
    pub(in crate::tui) keys: &'static [Key],
    pub(in crate::tui) command: Command,
    pub(in crate::tui) says: &'static str,
}

const LISTS: &[Focus] = &[Focus::List, Focus::Detail];
const MOVING: &[Focus] = &[Focus::List, Focus::Detail, Focus::Reading];
const TYPING: &[Focus] = &[Focus::Filter, Focus::Palette, Focus::Form];
const CHOOSING: &[Focus] = &[Focus::Palette];
const ALL: &[Focus] =
    &[Focus::List, Focus::Detail, Focus::Filter, Focus::Palette, Focus::Confirm, Focus::Reading, Focus::Form];

const fn key(focus: &'static [Focus], keys: &'static [Key], command: Command, says: &'static str) -> Binding {
    Binding { focus, keys, command, says }
}

/// The table, in the order in which hints are shown.
pub(in crate::tui) const KEYMAP: &[Binding] = &[
    key(&[Focus::List], &[Key::Enter, Key::Right], Command::Open, "open"),
    key(&[Focus::Detail], &[Key::Esc, Key::Left], Command::Back, "back"),
    key(LISTS, &[Key::Char('x')], Command::Switch, "on/off"),
    key(LISTS, &[Key::Char('K')], Command::Kill, "end session"),
    key(LISTS, &[Key::Char('U')], Command::Unlock, "unlock"),
    key(LISTS, &[Key::Char('A')], Command::Approve, "approve"),
    key(LISTS, &[Key::Char('d')], Command::Remove, "remove"),
    key(LISTS, &[Key::Char('/')], Command::Filter, "filter"),
    key(LISTS, &[Key::Char(':'), Key::Ctrl('p')], Command::Palette, "go to"),
    key(LISTS, &[Key::Char('?')], Command::Help, "help"),
    key(LISTS, &[Key::Char('@')], Command::Tell, "as a command"),
    key(LISTS, &[Key::Char('!')], Command::Errors, "errors"),
    key(LISTS, &[Key::Ctrl('x')], Command::Lock, "log out"),
    key(LISTS, &[Key::Char('q')], Command::Quit, "quit"),
    key(MOVING, &[Key::Char('j'), Key::Down], Command::Down, "down"),
    key(MOVING, &[Key::Char('k'), Key::Up], Command::Up, "up"),
    key(MOVING, &[Key::Char('g'), Key::Home], Command::First, "first"),
    key(MOVING, &[Key::Char('G'), Key::End], Command::Last, "last"),
    key(MOVING, &[Key::Ctrl('d'), Key::PageDown], Command::HalfDown, "half a page down"),
    key(MOVING, &[Key::Ctrl('u'), Key::PageUp], Command::HalfUp, "half a page up"),
    key(&[Focus::List], &[Key::Esc], Command::Back, "no filter"),
    key(LISTS, &[Key::Tab], Command::OtherPane, "other pane"),
    key(LISTS, &[Key::Char(']')], Command::NextScreen, "next screen"),
    key(LISTS, &[Key::Char('[')], Command::PreviousScreen, "previous screen"),
    key(LISTS, &[Key::Char('R')], Command::Refresh, "fetch anew"),
    key(LISTS, &[Key::Char('1')], Command::Go(1), "screen 1"),
    key(LISTS, &[Key::Char('2')], Command::Go(2), "screen 2"),
    key(LISTS, &[Key::Char('3')], Command::Go(3), "screen 3"),
    key(LISTS, &[Key::Char('4')], Command::Go(4), "screen 4"),
    key(LISTS, &[Key::Char('5')], Command::Go(5), "screen 5"),
    key(LISTS, &[Key::Char('6')], Command::Go(6), "screen 6"),
    key(LISTS, &[Key::Char('7')], Command::Go(7), "screen 7"),
    key(&[Focus::Reading], &[Key::Esc, Key::Char('q')], Command::Back, "back"),
    key(&[Focus::Filter], &[Key::Enter], Command::Submit, "keep"),
    key(&[Focus::Filter], &[Key::Esc], Command::Back, "no filter"),
    key(CHOOSING, &[Key::Enter], Command::Open, "do it"),
    key(CHOOSING, &[Key::Down, Key::Ctrl('n')], Command::Down, "next"),
    key(CHOOSING, &[Key::Up, Key::Ctrl('p')], Command::Up, "previous"),
    key(CHOOSING, &[Key::Esc], Command::Back, "back"),
    key(&[Focus::Confirm], &[Key::Char('y')], Command::Yes, "yes"),
    key(&[Focus::Confirm], &[Key::Char('n'), Key::Esc], Command::No, "no"),
    key(&[Focus::Confirm], &[Key::Tab, Key::Left, Key::Right], Command::OtherAnswer, "other answer"),
    key(&[Focus::Confirm], &[Key::Enter], Command::Submit, "what is marked"),
    key(&[Focus::Form], &[Key::Enter], Command::Submit, "go on"),
    key(&[Focus::Form], &[Key::Tab, Key::Down], Command::NextField, "next field"),
    key(&[Focus::Form], &[Key::BackTab, Key::Up], Command::PreviousField, "previous field"),
    key(TYPING, &[Key::Backspace], Command::Erase, "erase"),
    key(TYPING, &[Key::Ctrl('u')], Command::Clear, "erase all"),
    key(ALL, &[Key::Ctrl('l')], Command::Redraw, "draw anew"),
    key(ALL, &[Key::Ctrl('z')], Command::Suspend, "to the shell, fg comes back"),
    key(ALL, &[Key::Ctrl('c')], Command::Abort, "quit"),
];

/// What `key` asks for where keys go to `focus`.
pub(in crate::tui) fn command(focus: Focus, key: Key) -> Option<Command> {
    KEYMAP
        .iter()
        .find(|binding| binding.focus.contains(&focus) && binding.keys.contains(&key))
        .map(|binding| binding.command)
}

/// The lines of the table for `focus`.
pub(in crate::tui) fn bindings(focus: Focus) -> impl Iterator<Item = &'static Binding> {
    KEYMAP.iter().filter(move |binding| binding.focus.contains(&focus))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_has_two_meanings_in_one_place() {
        for &focus in ALL {
            let keys: Vec<_> = bindings(focus).flat_map(|binding| binding.keys).collect();
            for (at, key) in keys.iter().enumerate() {
                assert!(!keys[..at].contains(key), "{key} has two meanings in {focus:?}");
            }
        }
    }

    #[test]
    fn no_letter_is_a_command_where_one_types() {
        for &focus in TYPING {
            let letter = |key: &&Key| matches!(key, Key::Char(_));
            assert_eq!(
                bindings(focus).flat_map(|binding| binding.keys).filter(letter).count(),
                0,
                "{focus:?}"
            );
        }
    }

    #[test]
    fn each_place_can_be_left() {
        for &focus in ALL {
            assert_eq!(command(focus, Key::Ctrl('c')), Some(Command::Abort), "{focus:?}");
        }
    }
}
