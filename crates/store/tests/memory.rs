//! The memory store against the contract, natively.

#![cfg(not(target_arch = "wasm32"))]

mod contract;

use contract::{Outcome, Platform, store_contract_tests};
use evenhand_store::{AnyStore, MemoryStore, OpenError};

impl Platform for MemoryStore {
    async fn open(&self) -> Result<AnyStore, OpenError> {
        Ok(AnyStore::Memory(self.reopen()))
    }

    async fn delete_underneath(&self) -> Outcome {
        MemoryStore::delete_underneath(self);
        Ok(())
    }
}

macro_rules! on_memory {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() -> Outcome {
            pollster::block_on(contract::$name(&MemoryStore::new()))
        })*
    };
}

store_contract_tests!(on_memory);

#[test]
fn outside_of_a_browser_opening_is_refused() {
    assert_eq!(
        pollster::block_on(AnyStore::open("any")).err(),
        Some(OpenError::Refused)
    );
}
