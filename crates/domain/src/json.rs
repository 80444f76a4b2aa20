//! JSON, read by one door that knows objects alone.
//!
//! A derived reader can take a structure from an object or from a bare list, and carries code for both, a tenth of the workspace. Nothing of
//! ours was ever written as a bare list. This door offers the derived readers an object only, so that the compiler leaves the other half
//! out (`docs/adr/0012-sizes.md`). The parser is `serde_json`'s, and so are the errors.
//!
//! The public page reads one file and writes one form, so it does without that parser: [`Json`] is read there, and [`write_plain`] writes.

mod narrow;
mod tree;
mod write;

use serde::Deserialize;

pub use self::tree::{Json, Stopped};
pub use self::write::{NotPlain, write_plain};

/// Reads one document: UTF-8, one JSON value and nothing after it.
///
/// # Errors
/// Those of `serde_json`; and where a structure is written as a list instead of an object.
pub fn read<'a, T: Deserialize<'a>>(document: &'a [u8]) -> Result<T, serde_json::Error> {
    let mut parser = serde_json::Deserializer::from_slice(document);
    let read = T::deserialize(narrow::Narrow(&mut parser))?;
    parser.end()?;
    Ok(read)
}

#[cfg(test)]
mod tests;
