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

    /// The word that stands for it in `service.json` and in what is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sps => "sps",
            Self::Leicester => "leicester",
            Self::Camden => "camden",
            Self::Staffordshire => "staffordshire",
            Self::WestmorlandFurness => "westmorland-furness",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ProfileId;

    #[test]
    fn the_word_of_each_is_the_one_that_is_stored() {
        for profile in ProfileId::ALL {
            assert_eq!(serde_json::to_value(profile).unwrap(), profile.word());
        }
    }
}
