//! A child that doesn't outlive the connection to it, also when the command that holds it is given up half-way.

use crate::core::platform::Group;

/// Kills the group when it goes; by then a child that was stopped properly has none.
#[derive(Debug)]
pub(super) struct Owned(pub(super) Group);

impl Drop for Owned {
    fn drop(&mut self) {
        self.0.kill();
    }
}
