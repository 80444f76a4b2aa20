//! The five policies a service can work under.

use serde::{Deserialize, Serialize};

/// Which of the five policies a service works under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProfileId {
    /// SEND Partnership Service.
    Sps,
    /// SENDIASS Leicester.
    Leicester,
    /// SENDIASS Camden.
    Camden,
    /// Staffordshire Parent Partnership Service.
    Staffordshire,
    /// Westmorland and Furness SEND IAS.
    WestmorlandFurness,
}

impl ProfileId {
    /// All five, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Sps,
        Self::Leicester,
        Self::Camden,
        Self::Staffordshire,
        Self::WestmorlandFurness,
    ];
}
