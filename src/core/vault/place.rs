//! Where a sealed value stands.

use crate::core::model::{KeyId, SealedColumn};

/// A place in the store. What was sealed for one place can't be read in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The table and column.
    pub column: SealedColumn,
    /// The row's key, as text.
    pub row: &'a str,
}

impl Place<'_> {
    /// The associated data that binds a value to this place, this store and this key: no two places give the same bytes.
    pub(super) fn associated_data(&self, store: &str, key: KeyId) -> Vec<u8> {
        let mut data = b"mcpgw sealed value 1".to_vec();
        let (table, column) = (self.column.table(), self.column.column());
        for part in [store.as_bytes(), table.as_bytes(), column.as_bytes(), self.row.as_bytes(), &key.0] {
            data.extend_from_slice(&(part.len() as u64).to_be_bytes());
            data.extend_from_slice(part);
        }
        data
    }
}
