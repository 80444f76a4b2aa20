//! Thin wrappers round the browser, a file a thing. Pages come through here; only this folder names `web-sys`.

pub mod address;
pub mod caret;
pub mod clock;
pub mod data_file;
pub mod download;
pub mod keys;
pub mod last;
pub mod leave;
pub mod mail;
pub mod print;
pub mod release;
pub mod reload;
pub mod sample;
pub mod service_file;
pub mod share;
pub mod still;
