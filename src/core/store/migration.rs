//! The schema's versions, and the way from one to the next.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::StoreError;
use crate::core::platform::files;

/// `application_id` of the file's header ("mcgw"): tells a store from any other SQLite file.
pub(super) const APPLICATION_ID: i64 = 0x6d63_6777;

const STEPS: &[M<'static>] = &[
    M::up(include_str!("migrations/0001_servers.sql")).down(include_str!("migrations/0001_servers.down.sql")),
    M::up(include_str!("migrations/0002_vault.sql")).down(include_str!("migrations/0002_vault.down.sql")),
    M::up(include_str!("migrations/0003_sealed_variables.sql"))
        .down(include_str!("migrations/0003_sealed_variables.down.sql")),
    M::up(include_str!("migrations/0004_catalogue_extras.sql"))
        .down(include_str!("migrations/0004_catalogue_extras.down.sql")),
    M::up(include_str!("migrations/0005_secrets.sql")).down(include_str!("migrations/0005_secrets.down.sql")),
    M::up(include_str!("migrations/0006_sessions.sql"))
        .down(include_str!("migrations/0006_sessions.down.sql")),
    M::up(include_str!("migrations/0007_clear_copies.sql"))
        .down(include_str!("migrations/0007_clear_copies.down.sql")),
    M::up(include_str!("migrations/0008_people.sql"))
        .down(include_str!("migrations/0008_people.down.sql"))
        .foreign_key_check(),
    M::up(include_str!("migrations/0009_audit.sql")).down(include_str!("migrations/0009_audit.down.sql")),
    M::up(include_str!("migrations/0010_credentials.sql"))
        .down(include_str!("migrations/0010_credentials.down.sql")),
    M::up(include_str!("migrations/0011_secret_owner.sql"))
        .down(include_str!("migrations/0011_secret_owner.down.sql")),
    M::up(include_str!("migrations/0012_audit_heads.sql"))
        .down(include_str!("migrations/0012_audit_heads.down.sql")),
    M::up(include_str!("migrations/0013_audit_denials.sql"))
        .down(include_str!("migrations/0013_audit_denials.down.sql")),
    M::up(include_str!("migrations/0014_session_user.sql"))
        .down(include_str!("migrations/0014_session_user.down.sql")),
    M::up(include_str!("migrations/0015_invitations.sql"))
        .down(include_str!("migrations/0015_invitations.down.sql")),
    M::up(include_str!("migrations/0016_signing_keys.sql"))
        .down(include_str!("migrations/0016_signing_keys.down.sql")),
    M::up(include_str!("migrations/0017_join_requests.sql"))
        .down(include_str!("migrations/0017_join_requests.down.sql")),
    M::up(include_str!("migrations/0018_secret_teams.sql"))
        .down(include_str!("migrations/0018_secret_teams.down.sql")),
    M::up(include_str!("migrations/0019_tenancy.sql")).down(include_str!("migrations/0019_tenancy.down.sql")),
    M::up(include_str!("migrations/0020_settings.sql"))
        .down(include_str!("migrations/0020_settings.down.sql")),
    M::up(include_str!("migrations/0021_tokens.sql")).down(include_str!("migrations/0021_tokens.down.sql")),
    M::up(include_str!("migrations/0022_seats.sql")).down(include_str!("migrations/0022_seats.down.sql")),
    M::up(include_str!("migrations/0023_profiles.sql"))
        .down(include_str!("migrations/0023_profiles.down.sql")),
    M::up(include_str!("migrations/0024_service_users.sql"))
        .down(include_str!("migrations/0024_service_users.down.sql")),
    M::up(include_str!("migrations/0025_catalogue_configurations.sql"))
        .down(include_str!("migrations/0025_catalogue_configurations.down.sql"))
        .foreign_key_check(),
    M::up(include_str!("migrations/0026_domains.sql")).down(include_str!("migrations/0026_domains.down.sql")),
    M::up(include_str!("migrations/0027_role_logins.sql"))
        .down(include_str!("migrations/0027_role_logins.down.sql")),
    M::up(include_str!("migrations/0028_usage.sql")).down(include_str!("migrations/0028_usage.down.sql")),
    M::up(include_str!("migrations/0029_call_limits.sql"))
        .down(include_str!("migrations/0029_call_limits.down.sql")),
    M::up(include_str!("migrations/0030_plans_are_followed.sql"))
        .down(include_str!("migrations/0030_plans_are_followed.down.sql")),
    M::up(include_str!("migrations/0031_rotated_tokens_count_on.sql"))
        .down(include_str!("migrations/0031_rotated_tokens_count_on.down.sql")),
    M::up(include_str!("migrations/0032_remote_servers.sql"))
        .down(include_str!("migrations/0032_remote_servers.down.sql")),
    M::up(include_str!("migrations/0033_capabilities_are_followed.sql"))
        .down(include_str!("migrations/0033_capabilities_are_followed.down.sql")),
];

/// The schema version that this binary reads and writes, kept in `user_version`.
#[expect(clippy::cast_possible_wrap, reason = "there will never be so many")]
pub(super) const LATEST: i64 = STEPS.len() as i64;

/// Brings an older or empty file to [`LATEST`]; a file that holds something is copied beside itself first.
///
/// The caller holds the lock that keeps other processes from doing the same.
pub(super) fn migrate(connection: &mut Connection, file: &Path, found: i64) -> Result<(), StoreError> {
    if found > 0 {
        back_up(connection, &backup_file(file, found))?;
    }
    // A step may make a table anew that others refer to, which must not take their rows along.
    connection.pragma_update(None, "foreign_keys", false)?;
    let done = Migrations::from_slice(STEPS).to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
        error => StoreError::Engine(Box::new(error)),
    });
    connection.pragma_update(None, "foreign_keys", true)?;
    done
}

/// Where the state before leaving schema `version` is kept: `mcpgw.db.v1.bak`.
pub(super) fn backup_file(file: &Path, version: i64) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".v{version}.bak"));
    PathBuf::from(name)
}

fn back_up(connection: &Connection, backup: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(backup) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(StoreError::io(backup)(error));
        }
        _ => {}
    }
    // SQLite would make it with the process's umask; it accepts an empty file that is there.
    drop(files::create_private(backup).map_err(StoreError::io(backup))?);
    let target = backup.to_str().ok_or_else(|| StoreError::Io {
        path: backup.to_owned(),
        source: std::io::Error::new(std::io::ErrorKind::InvalidFilename, "the path is not UTF-8"),
    })?;
    connection.execute("VACUUM INTO ?1", [target])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_goes_up_and_down_and_leaves_nothing_behind() {
        let mut connection = Connection::open_in_memory().expect("a database in memory");
        let steps = Migrations::from_slice(STEPS);
        steps.to_latest(&mut connection).expect("all the way up");
        steps.to_version(&mut connection, 0).expect("all the way down");
        let left: i64 = connection
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
            .expect("a count");
        assert_eq!(left, 0);
        steps.to_latest(&mut connection).expect("up again");
    }

    #[test]
    fn a_backup_is_private_complete_and_replaces_an_older_one() {
        let dir = tempfile::tempdir().expect("a directory");
        let backup = backup_file(&dir.path().join("mcpgw.db"), 7);
        assert!(backup.ends_with("mcpgw.db.v7.bak"));
        let source = Connection::open_in_memory().expect("a database in memory");
        source.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (42);").expect("a table");
        back_up(&source, &backup).expect("first backup");
        back_up(&source, &backup).expect("second backup");
        let exposure = files::exposure(&backup).expect("its mode");
        assert!(!exposure.readable && !exposure.writable);
        let kept: i64 = Connection::open(&backup)
            .and_then(|copy| copy.query_row("SELECT x FROM t", [], |row| row.get(0)))
            .expect("the row");
        assert_eq!(kept, 42);
    }

    #[test]
    fn a_step_that_makes_a_table_anew_keeps_what_refers_to_it() {
        let dir = tempfile::tempdir().expect("a directory");
        let file = dir.path().join("mcpgw.db");
        let mut connection = Connection::open(&file).expect("a database");
        Migrations::from_slice(STEPS).to_version(&mut connection, 7).expect("before there were users");
        let rows = "INSERT INTO server VALUES ('s', 'n', 'a', 1, 1, 0, 'c', '[]', NULL, NULL, 1, NULL, 1, 1);
                    INSERT INTO server_env VALUES ('s', 'K', x'00', zeroblob(16));
                    INSERT INTO server_reference VALUES ('s', 'env', 'K', 0, 'x', NULL);
                    INSERT INTO catalogue (id, server_id, configuration, offer, failure, seen_at)
                        VALUES (1, 's', zeroblob(32), zeroblob(32), 'no', 1);";
        connection.execute_batch(rows).expect("rows of an earlier version");
        migrate(&mut connection, &file, 7).expect("today's schema");
        let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).expect("a count");
        for table in ["server_env", "server_reference", "catalogue"] {
            assert_eq!(
                count(&format!("SELECT count(*) FROM {table} JOIN server ON server.id = server_id")),
                1
            );
        }
        let owned = "SELECT count(*) FROM server JOIN user ON user.id = owner_id AND personal_team = team_id
                     WHERE visibility = 'private' AND status = 'active'";
        assert_eq!(count(owned), 1);
        assert_eq!(count("PRAGMA foreign_keys"), 1);
        let people =
            "SELECT count(*) FROM user JOIN membership ON membership.user_id = user.id AND team_id = personal_team
                      JOIN global_grant ON global_grant.user_id = user.id JOIN team ON personal_of = user.id";
        assert_eq!(count(people), 1);
    }
}
