//! Descriptors that mcpgw was started with and its children must not get.

use close_fds::CloseFdsBuilder;

/// Marks every descriptor above stderr to be closed when another program is executed.
///
/// Graphical clients leak theirs (sockets, files of other windows); a child gets stdin, stdout and stderr only.
pub fn close_inherited_on_exec() {
    CloseFdsBuilder::new().cloexecfrom(3);
}
