//! What a team may have and do, and that it never gets more, however many ask at once.

use std::process::Stdio;

use super::user::{OTHER, WORD, log_in, shared};
use crate::support::people::{act_as, add_user, name_owner, store};
use crate::support::{Run, Sandbox, ScriptedServer};

const ME: &str = "me@example.org";
const ANN: &str = "ann@example.org";

/// A store whose owner owns a team.
fn web() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.run(&["team", "create", "web"]).success();
    sandbox
}

fn add(sandbox: &Sandbox, name: &str, flags: &[&str]) -> Run {
    sandbox.run(&[&["server", "add", name, "--no-check"], flags, &["--", "cat"]].concat())
}

#[test]
fn quotas_are_shown_set_and_taken_away() {
    let sandbox = web();
    insta::assert_snapshot!(sandbox.run(&["team", "quota", "web", "--max-servers", "2", "--sampling", "off"]), @r"
    exit 0
    -- stdout
    changed what the team web may have
    ");
    insta::assert_snapshot!(sandbox.run(&["team", "quota", "web", "--sampling", "off"]), @r"
    exit 0
    -- stdout
    what the team web may have is so already
    ");
    sandbox.run(&["team", "quota", "web", "--max-servers", "none", "--dry-run"]).success();
    insta::assert_snapshot!(sandbox.run(&["team", "quota", "web"]), @r"
    exit 0
    -- stdout
    team                   web
    max_servers            2
    max_members            -
    max_concurrent         -
    per_minute             -
    per_hour               -
    per_day                -
    max_sessions_per_user  -
    stdio                  on
    remote                 on
    sampling               off
    public                 on
    sso                    on
    ");
    sandbox.run(&["team", "quota", "web", "--max-servers", "none"]).success();
    assert_eq!(sandbox.run(&["team", "quota", "web", "--field", "effective.max_servers"]).stdout, "null\n");
    for args in
        [&["--max-servers", "-1"][..], &["--max-servers", "many"], &["--public", "maybe"], &["--plan", "A"]]
    {
        assert_eq!(sandbox.run(&[&["team", "quota", "web"], args].concat()).code, "2", "{args:?}");
    }
    assert_eq!(sandbox.run(&["team", "quota", "none", "--max-servers", "1"]).code, "3");
    let told = sandbox.run(&["audit", "list", "--action", "team.quota", "--field", "details.changed"]);
    assert_eq!(told.stdout, "[\"max_servers\",\"sampling\"]\n[\"max_servers\"]\n");
}

#[test]
fn a_plan_s_quotas_hold_where_the_team_has_none_of_its_own() {
    let sandbox = web();
    insta::assert_snapshot!(sandbox.run(&["team", "quota", "web", "--plan", "free"]), @r"
    exit 3
    -- stderr
    error: there is no plan free
      hint: mcpgw config get team.plans
    ");
    assert_eq!(sandbox.run(&["config", "set", "team.plans", "free servers=1"]).code, "2");
    sandbox.run(&["config", "set", "team.plans", "free max_servers=1 max_members=3"]).success();
    sandbox.run(&["team", "quota", "web", "--plan", "free", "--max-members", "2"]).success();
    let effective = sandbox.run(&["team", "quota", "web", "--field", "effective"]).stdout;
    assert!(effective.contains("\"max_servers\":1,\"max_members\":2"), "{effective}");
    add(&sandbox, "one", &["--team", "web"]).success();
    assert_eq!(add(&sandbox, "two", &["--team", "web"]).code, "6");
    // The plan changes, and with it what its teams may have; one that is gone lets nothing more in.
    sandbox.run(&["config", "set", "team.plans", "free max_servers=2"]).success();
    add(&sandbox, "two", &["--team", "web"]).success();
    sandbox.run(&["config", "unset", "team.plans"]).success();
    insta::assert_snapshot!(add(&sandbox, "three", &["--team", "web"]), @r"
    exit 6
    -- stderr
    error: the team web follows the plan free, which is not known here: it gets nothing more
      hint: mcpgw config get team.plans
    ");
    sandbox.run(&["team", "quota", "web", "--no-plan"]).success();
    add(&sandbox, "three", &["--team", "web"]).success();
}

#[test]
fn a_team_gets_no_more_servers_than_it_may_have_whichever_way_they_come() {
    let sandbox = web();
    sandbox.run(&["team", "quota", "web", "--max-servers", "1"]).success();
    add(&sandbox, "one", &["--team", "web"]).success();
    insta::assert_snapshot!(add(&sandbox, "two", &["--team", "web"]), @r"
    exit 6
    -- stderr
    error: the team web may have 1 servers, and would have more
      hint: mcpgw team quota web
    ");
    add(&sandbox, "two", &[]).success();
    assert_eq!(sandbox.run(&["server", "edit", "two", "--team", "web"]).code, "6");
    sandbox.run(&["team", "create", "shop"]).success();
    add(&sandbox, "three", &["--team", "shop"]).success();
    assert_eq!(sandbox.run(&["team", "delete", "shop", "--move-to", "web", "--yes"]).code, "6");
    // What is there beyond a quota that is set later stays, and can be changed.
    sandbox.run(&["team", "quota", "web", "--max-servers", "0"]).success();
    sandbox.run(&["server", "edit", "one", "--alias", "uno"]).success();
    assert_eq!(sandbox.run(&["server", "list", "--field", "name"]).stdout, "one\ntwo\nthree\n");
    sandbox.run(&["audit", "verify"]).success();
}

#[test]
fn only_an_admin_decides_what_a_team_may_have() {
    let sandbox = web();
    let store = store(&sandbox);
    name_owner(&store, ME);
    add_user(&store, 1, ANN);
    sandbox.run(&["team", "member", "add", "web", ANN, "--role", "owner"]).success();
    sandbox.run(&["team", "quota", "web", "--max-members", "2"]).success();
    add_user(&store, 2, "bob@example.org");
    act_as(&store, ANN);
    let run = sandbox.run(&["team", "quota", "web", "--max-members", "none"]);
    assert!(run.code == "5" && run.stderr.contains("it takes tenants.edit"), "{run}");
    sandbox.run(&["team", "quota", "web"]).success();
    let full = sandbox.run(&["team", "member", "add", "web", "bob@example.org"]);
    assert!(full.code == "6" && full.stderr.contains("the team web has 2 members already"), "{full}");
    act_as(&store, "bob@example.org");
    assert_eq!(sandbox.run(&["team", "quota", "web"]).code, "3");
}

#[test]
fn a_team_without_stdio_runs_no_server() {
    let sandbox = web();
    add(&sandbox, "one", &["--team", "web"]).success();
    sandbox.run(&["team", "quota", "web", "--stdio", "off"]).success();
    insta::assert_snapshot!(add(&sandbox, "two", &["--team", "web"]), @r"
    exit 5
    -- stderr
    error: the team web may have no servers that run here
      hint: mcpgw team quota web
    ");
    let run = sandbox.run(&["tool", "call", "one/x"]);
    assert_ne!(run.code, "0", "{run}");
    sandbox.run(&["server", "remove", "one", "--yes"]).success();
}

#[test]
fn a_team_without_remote_calls_no_server_and_runs_others() {
    let sandbox = web();
    sandbox.run(&["team", "quota", "web", "--remote", "off"]).success();
    let far = ["server", "add", "far", "--no-check", "--team", "web", "--url", "https://example.com/mcp"];
    insta::assert_snapshot!(sandbox.run(&far), @r"
    exit 5
    -- stderr
    error: the team web may have no remote servers
      hint: mcpgw team quota web
    ");
    add(&sandbox, "one", &["--team", "web"]).success();
    sandbox.run(&["team", "quota", "web", "--remote", "on", "--stdio", "off"]).success();
    sandbox.run(&far).success();
}

#[test]
fn without_public_what_a_team_published_is_for_its_members() {
    let sandbox = shared();
    log_in(&sandbox, ME, WORD).success();
    sandbox.run(&["team", "create", "web"]).success();
    add(&sandbox, "one", &["--team", "web", "--visibility", "public"]).success();
    add(&sandbox, "two", &["--team", "web"]).success();
    log_in(&sandbox, ANN, OTHER).success();
    assert_eq!(sandbox.run(&["server", "list", "--field", "name"]).stdout, "one\n");
    log_in(&sandbox, ME, WORD).success();
    sandbox.run(&["team", "quota", "web", "--public", "off"]).success();
    let run = sandbox.run(&["server", "edit", "two", "--visibility", "public"]);
    assert!(run.code == "5" && run.stderr.contains("the team web may have no public servers"), "{run}");
    assert_eq!(add(&sandbox, "three", &["--team", "web", "--visibility", "public"]).code, "5");
    assert_eq!(sandbox.run(&["server", "list", "--field", "name"]).stdout, "one\ntwo\n");
    log_in(&sandbox, ANN, OTHER).success();
    assert_eq!(sandbox.run(&["server", "list", "--json"]).stdout, "[]\n");
    assert_eq!(sandbox.run(&["server", "show", "one"]).code, "3");
}

#[test]
fn sixteen_processes_fill_a_team_exactly() {
    let sandbox = web();
    sandbox.run(&["team", "quota", "web", "--max-servers", "5"]).success();
    let started: Vec<_> = (0..16)
        .map(|number| {
            let name = format!("s{number}");
            let args = ["server", "add", &name, "--no-check", "--team", "web", "--", "cat"];
            sandbox.command(args).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    let ended = started.into_iter().map(|child| child.wait_with_output().unwrap());
    let (done, refused): (Vec<_>, Vec<_>) = ended.partition(|output| output.status.success());
    assert_eq!(done.len(), 5);
    for output in refused {
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(6) && stderr.contains("may have 5 servers"), "{stderr}");
    }
    assert_eq!(sandbox.run(&["server", "list", "--field", "name"]).stdout.lines().count(), 5);
}

#[test]
fn what_a_user_may_call_is_shown_set_and_taken_away() {
    let sandbox = shared();
    log_in(&sandbox, ME, WORD).success();
    insta::assert_snapshot!(sandbox.run(&["user", "quota", ANN, "--per-minute", "2", "--max-concurrent", "1"]), @r"
    exit 0
    -- stdout
    changed how many calls ann@example.org may make
    ");
    sandbox.run(&["user", "quota", ANN, "--per-minute", "none", "--dry-run"]).success();
    insta::assert_snapshot!(sandbox.run(&["user", "quota", ANN]), @r"
    exit 0
    -- stdout
    ann@example.org
    calls this minute  0 of 2
    calls now          0 of 1
    ");
    insta::assert_snapshot!(sandbox.run(&["user", "quota", ANN, "--per-minute", "2"]), @r"
    exit 0
    -- stdout
    ann@example.org may make so many calls already
    ");
    let told = ["audit", "list", "--action", "user.quota", "--field", "details.concurrency"];
    assert_eq!(sandbox.run(&told).stdout, "1\n");
    assert_eq!(sandbox.run(&["user", "quota", "nobody@example.org", "--per-day", "1"]).code, "3");
    assert_eq!(sandbox.run(&["user", "quota", ANN, "--per-day", "-1"]).code, "2");
    // Who is limited sees that, and changes nothing.
    log_in(&sandbox, ANN, OTHER).success();
    assert_eq!(sandbox.run(&["user", "show", "me", "--field", "calls.per_minute.limit"]).stdout, "2\n");
    assert_eq!(sandbox.run(&["user", "quota", "me", "--per-minute", "none"]).code, "5");
    log_in(&sandbox, ME, WORD).success();
    sandbox.run(&["user", "quota", ANN, "--per-minute", "none", "--max-concurrent", "none"]).success();
    assert_eq!(sandbox.run(&["user", "quota", ANN, "--field", "calls"]).stdout, "{}\n");
}

#[test]
fn a_command_s_call_counts_and_is_refused_where_a_plan_leaves_no_room() {
    let sandbox = web();
    let started = sandbox.home().join("started");
    ScriptedServer::new(r#"{"tools":{}}"#)
        .answers("tools/list", r#"{"tools":[{"name":"t","inputSchema":{"type":"object"}}]}"#)
        .answers("tools/call", r#"{"content":[{"type":"text","text":"done"}]}"#)
        .first(&format!("echo started >> '{0}'; trap 'sleep 1' EXIT", started.display()))
        .install(&sandbox, "s");
    let starts = || std::fs::read_to_string(&started).expect("starts").lines().count();
    sandbox.run(&["server", "add", "s", "--team", "web", "--", "./s"]).success();
    sandbox.run(&["config", "set", "team.plans", "free per_day=2"]).success();
    sandbox.run(&["team", "quota", "web", "--plan", "free"]).success();
    for _ in 0..2 {
        sandbox.run(&["tool", "call", "s/t"]).success();
    }
    // How long the server takes to go is not how long its answer took.
    let took = sandbox.run(&["usage", "report", "--field", "total.p99_us"]).stdout;
    assert!(took.trim().parse::<u64>().is_ok_and(|took| took < 1_000_000), "{took}");
    let before = starts();
    let refused = sandbox.run(&["tool", "call", "s/t"]);
    assert_eq!((refused.code.as_str(), starts()), ("5", before), "{refused}");
    assert!(
        refused.stderr.contains("the team web has reached the limit of 2 calls a day; try again in "),
        "{refused}"
    );
    assert_eq!(sandbox.run(&["team", "show", "web", "--field", "calls.per_day.used"]).stdout, "2\n");
    sandbox.run(&["config", "unset", "team.plans"]).success();
    assert_eq!(sandbox.run(&["tool", "call", "s/t"]).code, "5", "a plan that is not known leaves no room");
    sandbox.run(&["team", "quota", "web", "--no-plan"]).success();
    sandbox.run(&["tool", "call", "s/t"]).success();
    assert_eq!(
        sandbox.run(&["audit", "list", "--action", "tool.call", "--field", "outcome"]).stdout,
        "denied\ndenied\n"
    );
    assert_eq!(
        sandbox.run(&["audit", "list", "--action", "tool.call", "--field", "target.name"]).stdout,
        "s/t\ns/t\n"
    );
}

#[test]
fn what_can_not_be_counted_is_not_called_and_still_shown() {
    let sandbox = web();
    sandbox.run(&["user", "quota", "me", "--per-day", "5"]).success();
    std::fs::write(sandbox.data_dir().join("quota"), "").unwrap();
    let shown = sandbox.run(&["user", "show", "me", "--field", "calls.per_day"]).success();
    assert_eq!(shown.stdout, "{\"used\":null,\"limit\":5}\n");
    ScriptedServer::new(r#"{"tools":{}}"#)
        .answers("tools/list", r#"{"tools":[{"name":"t","inputSchema":{"type":"object"}}]}"#)
        .answers("tools/call", r#"{"content":[]}"#)
        .install(&sandbox, "s");
    sandbox.run(&["server", "add", "s", "--", "./s"]).success();
    let refused = sandbox.run(&["tool", "call", "s/t"]);
    assert_eq!(refused.code, "1");
    assert!(refused.stderr.contains("can't be counted"), "{refused}");
}
