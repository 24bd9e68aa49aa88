use crate::support::Sandbox;

#[test]
fn a_setting_is_set_read_and_removed_and_comments_survive() {
    let sandbox = Sandbox::new();
    sandbox.write(".config/mcpgw/config.toml", "# mine\n[naming]\nseparator = \"-\" # short\n");
    sandbox.run(&["config", "set", "relay.list_hold", "5000ms"]).success();
    let text = std::fs::read_to_string(sandbox.config_file()).unwrap();
    assert_eq!(text, "# mine\n[naming]\nseparator = \"-\" # short\n\n[relay]\nlist_hold = \"5s\"\n");
    insta::assert_snapshot!(sandbox.run(&["config", "get", "relay.list_hold", "--json"]), @r#"
    exit 0
    -- stdout
    {
      "key": "relay.list_hold",
      "value": "5s",
      "default": "3s",
      "origin": "file",
      "kept_in": "file",
      "takes": "0ms to 1m",
      "help": "how long a server's first start may hold back a list; what comes later is announced"
    }
    "#);
    insta::assert_snapshot!(sandbox.run(&["config", "unset", "relay.list_hold"]), @r"
    exit 0
    -- stdout
    relay.list_hold has its default again
    ");
    insta::assert_snapshot!(sandbox.run(&["config", "unset", "relay.list_hold"]), @r"
    exit 0
    -- stdout
    relay.list_hold was not set
    ");
    insta::assert_snapshot!(sandbox.run(&["config", "path"]), @r"
    exit 0
    -- stdout
    ~/.config/mcpgw/config.toml
    ");
}

#[test]
fn a_dry_run_changes_nothing() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.run(&["config", "set", "relay.page_size", "5", "--dry-run"]), @r"
    exit 0
    -- stdout
    relay.page_size = 5
    -- stderr
    nothing was changed (--dry-run)
    ");
    assert!(!sandbox.config_file().exists());
}

#[test]
fn nonsense_is_refused_with_what_is_expected() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.run(&["config", "set", "relay.pagesize", "5"]), @r"
    exit 2
    -- stderr
    error: there is no setting relay.pagesize
      hint: did you mean relay.page_size?
    ");
    insta::assert_snapshot!(sandbox.run(&["config", "set", "naming.max_length", "65"]), @r#"
    exit 2
    -- stderr
    error: naming.max_length can't be "65": expected a number from 16 to 64
      hint: mcpgw config list
    "#);
    insta::assert_snapshot!(sandbox.run(&["config", "get", "relay"]), @r"
    exit 2
    -- stderr
    error: there is no setting relay
      hint: mcpgw config list
    ");
    sandbox.write(".config/mcpgw/config.toml", "[relay]\nlist_hold = \"long\"\n");
    insta::assert_snapshot!(sandbox.run(&["server", "list"]), @r#"
    exit 2
    -- stderr
    error: ~/.config/mcpgw/config.toml: relay.list_hold can't be "long": expected a duration such as 500ms, 30s, 2m, 1h or 7d
      hint: mcpgw config unset relay.list_hold
    "#);
    sandbox.run(&["config", "unset", "relay.list_hold"]).success();
    sandbox.run(&["server", "list"]).success();
    sandbox.write(".config/mcpgw/config.toml", "[relay]\npagesize = 5\n");
    insta::assert_snapshot!(sandbox.run(&["server", "list"]), @r"
    exit 2
    -- stderr
    error: ~/.config/mcpgw/config.toml: there is no setting relay.pagesize
      hint: did you mean relay.page_size?
    ");
    sandbox.run(&["config", "unset", "relay.pagesize"]).success();
    sandbox.write(".config/mcpgw/config.toml", "[relay\n");
    insta::assert_snapshot!(sandbox.run(&["config", "list"]), @r"
    exit 2
    -- stderr
    error: ~/.config/mcpgw/config.toml: TOML parse error at line 1, column 7
      |
    1 | [relay
      |       ^
    unclosed table, expected `]`
      hint: correct the file: mcpgw config path
    ");
}

#[test]
fn the_list_of_settings_is_complete() {
    insta::assert_snapshot!(Sandbox::new().run(&["config", "list", "--format", "plain"]), @r"
    exit 0
    -- stdout
    naming.separator	__	__	file	1 to 8 of A-Z a-z 0-9 _ -	stands between a server's alias and the name of its tool or prompt
    naming.max_length	50	50	file	16 to 64	the longest advertised name; clients put their own prefix before it and many allow 64 in all
    relay.page_size	1000	1000	file	1 to 100000	how many items one page of a list holds
    relay.initialize_hold	1s	1s	file	0ms to 30s	how long a server's first start may hold back the answer to initialize
    relay.list_hold	3s	3s	file	0ms to 1m	how long a server's first start may hold back a list; what comes later is announced
    relay.refresh_after	1d	1d	file	0ms to 30d	from which age on what is known of a server is looked at again when a session begins
    relay.idle_stop	never	never	file	1s to 30d, or never	after how long without work a server is stopped; the next call starts it again
    relay.hide_after	1m	1m	file	0ms to 1d	how long what a server has stays listed after its third failure in a row
    relay.ping_after	30s	30s	file	1s to 1d	how long a server may be silent with requests under way before it is asked whether it still answers
    relay.max_frame	64MiB	64MiB	file	64KiB to 1GiB	the longest message that is relayed
    relay.child_queue	64MiB	64MiB	file	64KiB to 1GiB	how much may wait for one server that doesn't read; further requests are answered with an error
    relay.label_requests	true	true	file	true or false	say which server asks in requests that a person will read, when there are several servers
    relay.instructions_limit	16KiB	16KiB	file	0B to 1MiB	how much of all servers' instructions is passed on to the client
    vault.passphrase_command			file	a command for sh -c, or nothing	prints the vault's passphrase, where a passphrase keeps it
    log.server_bytes	1MiB	1MiB	file	64KiB to 1GiB	the size of one file of a server's log
    log.server_files	3	3	file	2 to 100	how many files a server's log has; the oldest goes when another begins
    log.own_bytes	1MiB	1MiB	file	64KiB to 1GiB	the size of one file of mcpgw's own log
    log.own_files	3	3	file	2 to 100	how many files mcpgw's own log has; the oldest goes when another begins
    password.min_length	8	8	store	6 to 128	how many characters a password has at least; 12 or more are recommended
    password.character_classes	0	0	store	0 to 4	of how many kinds a password has characters: small letters, capital letters, digits, others
    password.refuse_common	true	true	store	true or false	refuse the most common passwords
    password.history	5	5	store	0 to 24	how many of a user's last passwords can't be taken again
    password.hash_memory	64MiB	64MiB	store	64KiB to 2GiB	the memory that hashing a password takes; at the next login a password is hashed anew
    password.hash_passes	3	3	store	1 to 100	how often that memory is gone through
    password.hash_lanes	1	1	store	1 to 8	into how many parts that memory is cut
    login.max_failures	5	5	store	1 to 1000	how many wrong passwords in a row lock a user out
    login.lock_for	30m	30m	store	1s to 30d	how long a user stays locked out
    login.idle	12h	12h	store	1s to 365d	after how long without use a login ends
    login.lifetime	7d	7d	store	1s to 365d	after how long a login ends, however much it is used
    team.max_per_user	50	50	store	0 to 10000	how many teams a user may be in, beside their own
    team.max_members	100	100	store	1 to 100000	how many members a team may have
    team.plans			store	NAME QUOTA=N ...; NAME QUOTA=N ...	plans that teams follow, each with its quotas: max_servers, max_members, max_concurrent, per_minute, per_hour, per_day, max_sessions_per_user
    tokens.enforce_capabilities	false	false	store	true or false	whether a token denies every kind of item that its capabilities say nothing of
    usage.retention	90d	90d	store	0d to 3650d	how long it is kept who used what; with 0d nothing of it is written down by sessions that begin then
    users.invite_creates	false	false	store	true or false	whether who accepts an invitation without an account may act at once, also where nobody who may create users sent it
    ");
}
