//! What a router is made of that no test is about.

use std::time::Duration;

use jiff::Timestamp;
use mcpgw::core::catalog::NamingRules;
use mcpgw::core::model::{
    Belonging, Command, Prefix, Served, Server, ServerAlias, ServerId, ServerName, TeamId, UserId, Visibility,
};
use mcpgw::core::session::RouterConfig;

/// A router that serves these.
pub(crate) fn config(servers: Vec<Served>) -> RouterConfig {
    RouterConfig {
        servers,
        naming: NamingRules { separator: "__".to_owned(), max_length: 64 },
        page_size: 1000,
        initialize_hold: Duration::from_secs(1),
        list_hold: Duration::from_secs(3),
        idle_stop: None,
        hide_after: Duration::from_mins(1),
        ping_after: Duration::from_secs(30),
        child_queue: 1 << 20,
        instructions_limit: 100,
        notice: None,
        label_requests: true,
        clients: Vec::new(),
        version: "0".to_owned(),
        nonce: 7,
    }
}

/// The server `s0`, `s1` and so on.
pub(crate) fn server(number: usize) -> Server {
    let name = format!("s{number}");
    Server {
        id: ServerId::new(number as u64, [0; 10]),
        belonging: Belonging {
            owner: UserId::new(0, [0; 10]),
            team: TeamId::new(0, [0; 10]),
            visibility: Some(Visibility::Private),
        },
        name: ServerName::parse(&name).expect("a name"),
        alias: ServerAlias::parse(&name).expect("an alias"),
        prefix: Prefix::Alias,
        enabled: true,
        eager: false,
        launch: Command { command: "s".to_owned(), ..Command::default() }.into(),
        start_timeout: Duration::from_mins(1),
        call_timeout: None,
        created_at: Timestamp::UNIX_EPOCH,
        updated_at: Timestamp::UNIX_EPOCH,
    }
}
