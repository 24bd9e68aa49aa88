//! The only place that names the operating system: descriptors, processes, pipes, sockets, file
//! modes, random bytes.

mod adopt;
mod appended;
mod capture;
mod descriptors;
mod endpoint;
pub mod entropy;
pub mod files;
mod guard;
mod guarding;
mod hanging;
mod hint;
mod inherited;
mod insisting;
pub mod keyring;
pub mod limits;
mod liveness;
mod lock;
#[cfg(target_os = "linux")]
mod mapped;
mod origin;
mod process;
mod shared_file;
mod socket;
mod terminal;
mod threaded;
pub mod time;
mod turns;

pub use adopt::{adopt_reader, adopt_writer, is_stream};
pub use appended::{Appended, appended_length};
pub use capture::{CaptureError, capture};
pub use descriptors::expect_many_descriptors;
pub use endpoint::{Reader, Writer, is_abandoned};
pub use guard::Guard;
pub use guarding::stand_guard;
pub use hanging::within;
pub use hint::Hint;
pub use inherited::close_inherited_on_exec;
pub use insisting::end_at_once_if;
pub use liveness::{is_running, process_space, terminate, this_process};
pub use lock::{Lock, lock};
pub use origin::origin;
pub use process::{Exit, Group, OwnProgram, Process, ProcessStart, is_executable, search_path};
pub use shared_file::SharedFile;
pub use socket::{connect_to, is_own_account, listen_at, private_directory, remove_socket};
pub use terminal::{
    changing_terminal, continued, has_terminal, restore_terminal, stop_job, terminal_columns, terminal_rows,
};
pub use turns::take_long_turns;
