use std::path::Path;
use std::sync::Arc;

use super::*;
use crate::core::clock::Clock;
use crate::core::model::{Act, MasterSource, Origin, SealedColumn, Secret, Via};
use crate::core::store::Store;

const PLACE: Place<'static> = Place { column: SealedColumn::SecretValue, row: "r" };

fn act() -> Act {
    let at = jiff::Timestamp::UNIX_EPOCH;
    Act { at, actor: None, via: Via::Owner, origin: Origin::default(), action: "vault.test" }
}

/// The vault as one more process sees it.
async fn vault(dir: &Path, keeper: Keeper) -> Vault {
    let store = Store::open(&dir.join("mcpgw.db")).await.expect("a store");
    let ask: Ask = Arc::new(|_| Ok(Secret::new("passphrase".to_owned())));
    let passphrase = PassphraseSources { ask: Some(ask), ..PassphraseSources::default() };
    Vault::new(store, VaultOptions { data_dir: dir.to_owned(), keeper, passphrase }, Clock::default())
}

async fn source(vault: &Vault) -> Option<MasterSource> {
    match vault.state().await.expect("a state") {
        VaultState::Present { source, .. } => Some(source),
        VaultState::Absent => None,
    }
}

#[tokio::test]
async fn who_opened_the_vault_before_its_key_was_moved_does_not_bring_the_old_keeper_back() {
    let dir = tempfile::tempdir().expect("a directory");
    let (one, other) = (vault(dir.path(), Keeper::File).await, vault(dir.path(), Keeper::File).await);
    one.open().await.expect("open");
    other.move_to(Target::Passphrase, &act()).await.expect("moved");
    assert!(!dir.path().join("vault.key").exists());
    one.rotate(&act()).await.expect("rotated");
    let sealed = one.open().await.expect("open").seal(&PLACE, b"x").expect("sealed");
    assert!(matches!(source(&one).await, Some(MasterSource::Passphrase(_))));
    // Neither does a second move from what it knows: it looks again.
    other.refresh().await.expect("open");
    one.move_to(Target::Passphrase, &act()).await.expect("moved");
    let moved = other.move_to(Target::File, &act()).await.expect("moved");
    assert!(matches!(moved.from, Some(MasterSource::Passphrase(_))) && moved.left_behind.is_none());
    assert_eq!(source(&one).await, Some(MasterSource::File));
    let third = vault(dir.path(), Keeper::File).await.open().await.expect("open");
    assert_eq!(third.unseal(&PLACE, &sealed).expect("unsealed").reveal(), b"x");
}

#[tokio::test]
async fn many_who_make_the_vault_at_once_and_move_its_key_about_lose_none() {
    let dir = tempfile::tempdir().expect("a directory");
    // The store is made by one.
    drop(vault(dir.path(), Keeper::File).await);
    let mut all = tokio::task::JoinSet::new();
    for number in 0..6 {
        let vault = vault(dir.path(), Keeper::File).await;
        all.spawn(async move {
            let sealed = vault.open().await.expect("open").seal(&PLACE, b"x").expect("sealed");
            let to = if number % 3 == 0 { Target::Passphrase } else { Target::File };
            vault.move_to(to, &act()).await.expect("moved");
            sealed
        });
    }
    let open = vault(dir.path(), Keeper::File).await.open().await.expect("open");
    for sealed in all.join_all().await {
        assert_eq!(open.unseal(&PLACE, &sealed).expect("unsealed").reveal(), b"x");
    }
    vault(dir.path(), Keeper::File).await.open().await.expect("open");
}
