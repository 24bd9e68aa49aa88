//! The only printer: results on stdout, everything else on stderr, outside text made safe on the way.

mod field;
mod here;
mod log;
mod page;
mod printer;
mod process;
mod screen;
mod spinner;
mod style;

pub use here::Here;
pub use log::{Held, Log};
pub use page::Page;
pub use printer::{Output, Terminal};
pub use process::{report_panics, report_panics_to, usage, usage_json, wants_json};
pub use screen::Screen;
pub use spinner::Spinner;
