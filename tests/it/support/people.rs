//! Users, as rows: what the store of a test knows of people.

use rusqlite::Connection;

use super::Sandbox;

/// The store of `sandbox`, for what no command does.
pub(crate) fn store(sandbox: &Sandbox) -> Connection {
    sandbox.run(&["server", "list"]).success();
    let connection = Connection::open(sandbox.data_dir().join("mcpgw.db")).expect("the store");
    connection.execute_batch("PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 30000").expect("its settings");
    connection
}

/// Gives the owner of the store an address.
pub(crate) fn name_owner(store: &Connection, email: &str) {
    let sql = "UPDATE user SET email = ?1 WHERE id = (SELECT value FROM meta WHERE key = 'local_owner')";
    store.execute(sql, [email]).expect("the owner");
}

/// Adds an active user; `number` makes the ids.
pub(crate) fn add_user(store: &Connection, number: u32, email: &str) {
    let (user, team) =
        (format!("01900000-0000-7000-8000-{number:012}"), format!("01900000-0000-7000-9000-{number:012}"));
    let rows = format!(
        "BEGIN;
         INSERT INTO user (id, email, full_name, status, personal_team, created_at, updated_at)
             VALUES ('{user}', '{email}', 'User {number}', 'active', '{team}', 1, 1);
         INSERT INTO team (id, slug, name, personal_of, status, created_at, updated_at)
             VALUES ('{team}', 'user-{number}', 'Personal', '{user}', 'active', 1, 1);
         INSERT INTO membership (team_id, user_id, role, source, created_at)
             VALUES ('{team}', '{user}', 'owner', 'manual', 1);
         COMMIT"
    );
    store.execute_batch(&rows).expect("a user");
}

/// Has processes without credentials act as this user, who is then no admin.
pub(crate) fn act_as(store: &Connection, email: &str) {
    let sql = "UPDATE meta SET value = (SELECT id FROM user WHERE email = ?1) WHERE key = 'local_owner'";
    store.execute(sql, [email]).expect("who acts");
}
