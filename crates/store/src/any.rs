//! The one store type that the layers above hold.

#[cfg(target_arch = "wasm32")]
use crate::idb::IdbStore;
use crate::{CommitError, MemoryStore, OpenError, ReadError, Row, Table, Write};

/// A store: in memory anywhere, in IndexedDB in a browser. Cheap to clone; clones share the same rows and the same connection.
///
/// Every method is async because the browser's are; on the memory store they are ready at once.
#[derive(Debug, Clone)]
pub enum AnyStore {
    /// Forgets everything with the page.
    Memory(MemoryStore),
    /// Keeps everything in the browser.
    #[cfg(target_arch = "wasm32")]
    Idb(IdbStore),
}

impl AnyStore {
    /// An empty store in memory.
    #[must_use]
    pub fn memory() -> Self {
        Self::Memory(MemoryStore::new())
    }

    /// Opens the browser's store of this name, and makes it when there is none. The name is visible to anyone at the device, so it must
    /// say nothing about a person.
    ///
    /// # Errors
    /// [`OpenError`] says what to do about it. Outside of a browser it is always [`OpenError::Refused`].
    #[cfg(target_arch = "wasm32")]
    pub async fn open(name: &str) -> Result<Self, OpenError> {
        IdbStore::open(name).await.map(Self::Idb)
    }

    /// Opens the browser's store of this name, and makes it when there is none. The name is visible to anyone at the device, so it must
    /// say nothing about a person.
    ///
    /// # Errors
    /// [`OpenError`] says what to do about it. Outside of a browser it is always [`OpenError::Refused`].
    #[cfg(not(target_arch = "wasm32"))]
    pub async fn open(_name: &str) -> Result<Self, OpenError> {
        Err(OpenError::Refused)
    }

    /// Deletes the browser's store of this name with everything in it; that there is none is as good. Stores that are open on it let go
    /// and say that they are gone.
    ///
    /// # Errors
    /// [`OpenError::BlockedByOtherTab`] where a tab does not let go; else what the browser said. Outside of a browser it is always
    /// [`OpenError::Refused`].
    #[cfg(target_arch = "wasm32")]
    pub async fn delete(name: &str) -> Result<(), OpenError> {
        IdbStore::delete(name).await
    }

    /// Deletes the browser's store of this name with everything in it; that there is none is as good. Stores that are open on it let go
    /// and say that they are gone.
    ///
    /// # Errors
    /// [`OpenError::BlockedByOtherTab`] where a tab does not let go; else what the browser said. Outside of a browser it is always
    /// [`OpenError::Refused`].
    #[cfg(not(target_arch = "wasm32"))]
    pub async fn delete(_name: &str) -> Result<(), OpenError> {
        Err(OpenError::Refused)
    }

    /// Puts every row of this store into another in one transaction: all of them, or the other stays as it was.
    ///
    /// # Errors
    /// [`CommitError`]: not known to be saved; [`CommitError::Gone`] too where this store cannot be read.
    pub async fn copy_into(&self, other: &Self) -> Result<(), CommitError> {
        let mut writes = Vec::new();
        for table in Table::ALL {
            let rows = self.read_all(table).await.map_err(|_| CommitError::Gone)?;
            writes.extend(
                rows.into_iter()
                    .map(|Row { key, value }| Write::Put { table, key, value }),
            );
        }
        other.commit(writes).await
    }

    /// The value under this key, or `None` when there is none.
    ///
    /// # Errors
    /// [`ReadError`], when the browser cannot tell.
    pub async fn read(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, ReadError> {
        match self {
            Self::Memory(store) => store.read(table, key),
            #[cfg(target_arch = "wasm32")]
            Self::Idb(store) => store.read(table, key).await,
        }
    }

    /// Every row of a table at one moment, in the order of the keys' bytes.
    ///
    /// # Errors
    /// [`ReadError`], when the browser cannot tell.
    pub async fn read_all(&self, table: Table) -> Result<Vec<Row>, ReadError> {
        self.read_prefix(table, &[]).await
    }

    /// Every row whose key begins with these bytes, at one moment, in the order of the keys' bytes.
    ///
    /// # Errors
    /// [`ReadError`], when the browser cannot tell.
    pub async fn read_prefix(&self, table: Table, prefix: &[u8]) -> Result<Vec<Row>, ReadError> {
        match self {
            Self::Memory(store) => store.read_prefix(table, prefix),
            #[cfg(target_arch = "wasm32")]
            Self::Idb(store) => store.read_prefix(table, prefix).await,
        }
    }

    /// The values under these keys, at one moment and in the same order; `None` where there is none.
    ///
    /// # Errors
    /// [`ReadError`], when the browser cannot tell.
    pub async fn read_many(&self, table: Table, keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, ReadError> {
        match self {
            Self::Memory(store) => store.read_many(table, keys).await,
            #[cfg(target_arch = "wasm32")]
            Self::Idb(store) => store.read_many(table, keys).await,
        }
    }

    /// Every key that begins with these bytes, without its value, in the order of the keys' bytes.
    ///
    /// # Errors
    /// [`ReadError`], when the browser cannot tell.
    pub async fn read_keys(&self, table: Table, prefix: &[u8]) -> Result<Vec<Vec<u8>>, ReadError> {
        match self {
            Self::Memory(store) => store.read_keys(table, prefix),
            #[cfg(target_arch = "wasm32")]
            Self::Idb(store) => store.read_keys(table, prefix).await,
        }
    }

    /// The rows from this key on, itself among them, in the order of the keys' bytes: so many at the most.
    ///
    /// # Errors
    /// [`ReadError`], when the browser cannot tell.
    pub async fn read_from(&self, table: Table, first: &[u8], most: u32) -> Result<Vec<Row>, ReadError> {
        match self {
            Self::Memory(store) => store.read_from(table, first, most),
            #[cfg(target_arch = "wasm32")]
            Self::Idb(store) => store.read_from(table, first, most).await,
        }
    }

    /// How many rows a table has. A browser walks the whole table to count them.
    ///
    /// # Errors
    /// [`ReadError`], when the browser cannot tell.
    pub async fn count(&self, table: Table) -> Result<u32, ReadError> {
        match self {
            Self::Memory(store) => store.count(table),
            #[cfg(target_arch = "wasm32")]
            Self::Idb(store) => store.count(table).await,
        }
    }

    /// Applies these changes in order, in one transaction over every table that they touch: all of them or none. `Ok` means that the
    /// bytes were flushed to the disk, as far as the browser can know. No changes at all is `Ok` on a store that is open.
    ///
    /// Once polled, dropping the future does not take the commit back.
    ///
    /// # Errors
    /// [`CommitError`]: not known to be saved.
    pub async fn commit(&self, writes: Vec<Write>) -> Result<(), CommitError> {
        match self {
            Self::Memory(store) => store.commit(writes),
            #[cfg(target_arch = "wasm32")]
            Self::Idb(store) => store.commit(writes).await,
        }
    }

    /// Removes every row of every table in one transaction. The store stays open and can be written again.
    ///
    /// # Errors
    /// [`CommitError`]: not known to be erased.
    pub async fn erase_everything(&self) -> Result<(), CommitError> {
        match self {
            Self::Memory(store) => store.erase_everything(),
            #[cfg(target_arch = "wasm32")]
            Self::Idb(store) => store.erase_everything().await,
        }
    }
}
