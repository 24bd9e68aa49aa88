//! The only place that names the operating system: descriptors, process groups, pipes, file modes, random bytes.

mod endpoint;
pub mod entropy;
pub mod files;
mod inherited;
mod process;
mod standard;
mod threaded;

pub use endpoint::{Reader, Writer};
pub use inherited::close_inherited_on_exec;
pub use process::{Exit, Group, Process, ProcessStart, is_executable};
pub use standard::{standard_input, standard_output};
