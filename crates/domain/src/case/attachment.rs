//! A file kept with a case, sealed, and never shown inline.

use serde::{Deserialize, Serialize};

use crate::ids::AttachmentId;

/// A sealed file of at most ten megabytes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Which; its sealed pieces are kept under this.
    pub id: AttachmentId,
    /// Its name as chosen.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// What it is, in the worker's words.
    #[serde(default)]
    pub about: String,
    /// The key that opens it; it lies only inside this sealed event.
    #[serde(with = "crate::bytes")]
    pub key: [u8; 32],
}

/// The key is left out: a debug line must open nothing.
impl std::fmt::Debug for Attachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Attachment")
            .field("id", &self.id)
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}
