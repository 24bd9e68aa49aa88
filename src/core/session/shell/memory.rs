//! Memory that streams are read into. All of them share it: one is read at a time, and what was read is routed at once.

use crate::core::wire::{LineBuffer, Want};

/// Memory that nothing stands in.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// For an ordinary read.
    ordinary: Option<Vec<u8>>,
    /// Of a large frame that was written, for the next one.
    large: Option<Vec<u8>>,
}

impl Memory {
    /// Gives `buffer` what it can use for its next read.
    pub(super) fn lend(&mut self, buffer: &mut LineBuffer) {
        let memory = match buffer.wants() {
            Want::Nothing => None,
            Want::Ordinary => self.ordinary.take(),
            Want::Large => self.large.take(),
        };
        if let Some(memory) = memory {
            buffer.give(memory);
        }
    }

    /// Takes from `buffer` what it does not need until its next read.
    pub(super) fn take_back(&mut self, buffer: &mut LineBuffer) {
        match buffer.put_away() {
            Some(memory) if memory.len() <= LineBuffer::ORDINARY => self.ordinary = Some(memory),
            Some(memory) => self.keep(memory),
            None => {}
        }
    }

    /// Keeps the memory of a large frame, if it is more than what is here.
    pub(super) fn keep(&mut self, memory: Vec<u8>) {
        if self.large.as_ref().is_none_or(|kept| kept.len() < memory.len()) {
            self.large = Some(memory);
        }
    }

    /// Whether memory of a large frame is kept.
    pub(super) fn has_large(&self) -> bool {
        self.large.is_some()
    }

    /// Lets the memory of a large frame go.
    pub(super) fn drop_large(&mut self) {
        self.large = None;
    }
}
