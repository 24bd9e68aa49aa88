//! Keys and sizes, from a thread that waits for them.

use std::io;

use ratatui::crossterm::event::{self, Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use tokio::sync::mpsc::{self, Receiver};

use crate::core::model::Secret;
use crate::tui::key::Key;

/// How many may wait to be looked at: more than a person types ahead.
const WAITING: usize = 256;

/// What a terminal has to say.
#[derive(Debug)]
pub(in crate::tui) enum Event {
    Key(Key),
    /// What was pasted may be a password.
    Pasted(Secret<String>),
    Resized(u16, u16),
}

/// Where they come.
pub(in crate::tui) type Events = Receiver<Event>;

/// Listens from now on. It ends with the terminal.
pub(in crate::tui) fn listen() -> io::Result<Events> {
    let (send, events) = mpsc::channel(WAITING);
    std::thread::Builder::new().spawn(move || {
        while let Ok(raw) = event::read() {
            let Some(event) = understood(raw) else { continue };
            if send.blocking_send(event).is_err() {
                break;
            }
        }
    })?;
    Ok(events)
}

fn understood(raw: Raw) -> Option<Event> {
    match raw {
        Raw::Key(key) if key.kind != KeyEventKind::Release => named(key).map(Event::Key),
        Raw::Paste(text) => Some(Event::Pasted(Secret::new(text))),
        Raw::Resize(columns, rows) => Some(Event::Resized(columns, rows)),
        Raw::Key(_) | Raw::Mouse(_) | Raw::FocusGained | Raw::FocusLost => None,
    }
}

fn named(KeyEvent { code, modifiers, .. }: KeyEvent) -> Option<Key> {
    let held = |wanted| modifiers.contains(wanted);
    if held(KeyModifiers::ALT) || held(KeyModifiers::SUPER) || held(KeyModifiers::META) {
        return None;
    }
    Some(match code {
        KeyCode::Char(c) if held(KeyModifiers::CONTROL) => Key::Ctrl(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return None,
    })
}
