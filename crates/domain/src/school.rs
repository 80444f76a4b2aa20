//! Schools, nurseries, colleges and other settings.

use serde::{Deserialize, Serialize};

/// A setting, as somebody named it or as the national register knows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct School {
    /// Its unique reference number; none for a childminder, a nursery, or a name typed by hand.
    pub urn: Option<String>,
    /// Its name as given.
    pub name: String,
}
