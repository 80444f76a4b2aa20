#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

pub mod backup;
pub mod book;
pub mod case;
pub mod change;
pub mod desk;
pub mod device;
pub mod draft;
mod draw;
pub mod form;
pub mod inbox;
mod keyring;
mod keys;
pub mod now;
pub mod pace;
pub mod people;
pub mod prompt;
pub mod register;
mod save;
pub mod school;
pub mod shelf;
mod snapshot;
pub mod space;
pub mod view;
mod wire;
pub mod wording;

/// What the pages need of the layers below, so that they name the engine alone.
pub use evenhand_policy as policy;
pub use evenhand_store::{AnyStore, OpenError as StoreOpenError, persist, tab_lock};
pub use evenhand_vault::device::KdfParams;
pub use evenhand_vault::phrase::{RecoveryCode, RecoveryCodeError, SignInNameError, Strength};
