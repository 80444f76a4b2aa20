#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

#[cfg(any(test, target_arch = "wasm32"))]
mod answer;
mod any;
mod commit;
#[cfg(target_arch = "wasm32")]
mod idb;
mod memory;
mod open;
mod read;
mod table;

pub mod persist;
pub mod tab_lock;

#[cfg(target_arch = "wasm32")]
pub use crate::idb::IdbStore;
pub use crate::{
    any::AnyStore,
    commit::{CommitError, Write},
    memory::{MemoryStore, PowerLoss},
    open::OpenError,
    read::{ReadError, Row, after},
    table::Table,
};
