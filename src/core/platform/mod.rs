//! The only place that names the operating system: descriptors, process groups, pipes, file modes, random bytes.

mod adopt;
mod endpoint;
pub mod entropy;
pub mod files;
mod guard;
mod guarding;
mod inherited;
pub mod keyring;
pub mod limits;
mod process;
mod threaded;

pub use adopt::{adopt_reader, adopt_writer, is_stream};
pub use endpoint::{Reader, Writer};
pub use guard::Guard;
pub use guarding::stand_guard;
pub use inherited::close_inherited_on_exec;
pub use process::{Exit, Group, Process, ProcessStart, is_executable, search_path};
