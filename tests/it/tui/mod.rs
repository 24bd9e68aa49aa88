//! The full screen as a person meets it: the real program in a real terminal, which is tmux's.

mod alone;
mod by_hand;
mod ends;
mod login;
mod screens;
mod terminal;
