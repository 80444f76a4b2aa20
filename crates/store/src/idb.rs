//! The browser's storage.

mod commit;
mod connection;
mod fault;
mod open;
mod read;
mod transaction;

use std::rc::Rc;

use self::connection::Connection;

/// A store in IndexedDB. Cheap to clone; clones share one connection, which closes when the last of them goes.
///
/// When another tab deletes the data or upgrades it, this store lets go at once and every later call says that it is gone.
#[derive(Debug, Clone)]
pub struct IdbStore {
    connection: Rc<Connection>,
}

#[cfg(test)]
mod tests;
