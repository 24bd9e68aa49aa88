//! A program with bugs, which reports its panics as mcpgw does; for tests.
//!
//! `panicking DIR` logs into `DIR` as a session does, panics on a thread, and then on its main one. `panicking DIR screen` keeps a
//! store in `DIR`, has the whole screen, and panics when somebody has logged in.

#![expect(clippy::panic, clippy::expect_used, reason = "that is what it is for")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use mcpgw::cli::output::{Log, report_panics, report_panics_to};
use mcpgw::core::clock::Clock;
use mcpgw::core::identity::LoginPlace;
use mcpgw::core::model::{Email, Secret};
use mcpgw::core::observe::{Bounds, LogFiles, Recorder};
use mcpgw::core::operation::login::Gate;
use mcpgw::core::operation::user::found_store;
use mcpgw::core::problem::{Problem, ProblemKind};
use mcpgw::core::settings::Settings;
use mcpgw::core::store::Store;
use mcpgw::core::vault::{Keeper, PassphraseSources, Vault, VaultOptions};
use mcpgw::tui::{Door, Look, Start, run};

fn main() {
    let mut arguments = std::env::args_os().skip(1);
    let directory: PathBuf = arguments.next().expect("a directory").into();
    if arguments.next().is_some() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(on_screen(&directory));
        return;
    }
    let bounds = Bounds { bytes: 1 << 20, files: 2 };
    let recorder = Recorder::new(LogFiles { directory, server: bounds, own: bounds }, Clock::System);
    report_panics_to(Log::detached(), recorder);
    std::thread::spawn(|| panic!("a bug on a thread")).join().expect_err("a panic");
    panic!("a bug on the main thread");
}

/// Lets `me@example.org` in with the password `a word that is long`, and panics.
async fn on_screen(directory: &Path) {
    report_panics();
    let store = Store::open(&directory.join("data/mcpgw.db")).await.expect("a store");
    let mut settings = Settings::default();
    (settings.password.hash_memory, settings.password.hash_passes) = (1 << 16, 1);
    let gate = Gate { store: store.clone(), settings, clock: Clock::System };
    let email = Email::parse("me@example.org").expect("an email");
    found_store(&gate, email, Secret::new("a word that is long".to_owned())).await.expect("an owner");
    let (data_dir, keeper) = (directory.to_owned(), Keeper::File);
    let options = VaultOptions { data_dir, keeper, passphrase: PassphraseSources::default() };
    let door = Door {
        place: LoginPlace { state_dir: directory.join("state"), store: store.id().to_owned(), keeper },
        vault: Vault::new(store, options, Clock::System),
        gate,
        by_credential: false,
        equip: Arc::new(|_, _| panic!("a bug behind the screen")),
        directory: None,
    };
    let out = Problem::new(ProblemKind::Unauthenticated, "you are not logged in").hint("mcpgw login");
    let look = Look { colours: false, unicode: true };
    run(door, Start::Out(out), look).await.expect("it does not get so far");
}
