//! What a child finds around it: its environment, its descriptors, and no mcpgw of its own store.

use std::fs::File;
use std::os::fd::OwnedFd;

use super::client::Client;
use super::compare::eventually;
use super::world::World;

#[test]
fn a_child_gets_the_allowed_environment_and_three_descriptors() {
    let world = World::new();
    let mirror = world.mirror_with("a", &["--env", "DECLARED=yes", "--env", "LANG=declared"]);
    let mut command = world.command();
    for (name, value) in [
        ("LANG", "from the client"),
        ("LC_TIME", "C"),
        ("TERM", "dumb"),
        ("https_proxy", "http://proxy.example"),
        ("AWS_SECRET_ACCESS_KEY", "canary"),
        ("MCPGW_CANARY", "canary"),
        ("NODE_OPTIONS", "canary"),
        ("LD_PRELOAD", ""),
    ] {
        command.env(name, value);
    }
    // A graphical client leaks descriptors of its own.
    let leaked: OwnedFd = File::open("/dev/null").unwrap().into();
    rustix::io::fcntl_setfd(&leaked, rustix::io::FdFlags::empty()).unwrap();
    let mut client = Client::on_pipes(&mut command);
    drop(leaked);
    client.open("{}");
    mirror.hears("notifications/initialized");
    let environ = mirror.record("environ");
    let mut names: Vec<_> = environ.split('\0').filter(|entry| !entry.is_empty()).collect();
    names.sort_unstable();
    assert!(!environ.contains("canary"), "{names:#?}");
    for entry in
        ["DECLARED=yes", "LANG=declared", "LC_TIME=C", "TERM=dumb", "https_proxy=http://proxy.example"]
    {
        assert!(names.contains(&entry), "{entry} is not in {names:#?}");
    }
    let names: Vec<_> = names.iter().map(|entry| entry.split('=').next().unwrap()).collect();
    assert_eq!(names, ["DECLARED", "HOME", "LANG", "LC_TIME", "MCPGW_PARENT", "PATH", "TERM", "https_proxy"]);
    assert_eq!(mirror.record("descriptors"), "0 1 2");
}

#[test]
fn mcpgw_below_its_own_store_is_refused() {
    let world = World::new();
    let own = env!("CARGO_BIN_EXE_mcpgw");
    let directory = world.home().join(".local/share/mcpgw");
    world.add("itself", &[], &[own.into(), "--data-dir".into(), directory.clone().into(), "stdio".into()]);
    // Through a wrapper too.
    let script = format!("exec {own} --data-dir {} stdio", directory.display());
    world.add("wrapped", &[], &["sh".into(), "-c".into(), script.into()]);
    world.mirror("good");
    let mut client = world.open();
    let list = client.ask("1", "tools/list", "{}");
    assert!(
        list.contains("good__say") && !list.contains("itself__") && !list.contains("wrapped__"),
        "{list}"
    );
    for name in ["itself", "wrapped"] {
        let said = |line: &&str| line.contains(name) && line.contains("exit status: 6");
        eventually(|| world.log().lines().any(|line| said(&line)), || world.log());
    }
}
