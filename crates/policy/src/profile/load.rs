//! Reading the compiled-in documents.

use std::sync::LazyLock;

use evenhand_domain::conflict::{ConflictOutcome, MatchKind};
use evenhand_domain::json;
use evenhand_domain::profile::ProfileId;
use thiserror::Error;

use super::{ChairRule, ChairSeat, ConflictRule, Profile, Rule, Strength, Topic, Words, script};

/// A document that is not a profile.
#[derive(Debug, Error)]
pub enum ProfileError {
    /// The text is not a profile document; the message names the place.
    #[error("the profile cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// The document is of another profile than the one asked for.
    #[error("the document is of another profile")]
    Another,
    /// A borrowed rule does more than remind.
    #[error("the rule on {0:?} is borrowed, so it may remind and no more")]
    BorrowedTooStrong(Topic),
    /// The document says nothing on this topic.
    #[error("the profile says nothing on {0:?}")]
    Silent(Topic),
}

static SPS: LazyLock<Profile> = LazyLock::new(|| or_closed(ProfileId::Sps, include_str!("../../data/sps.json")));
static LEICESTER: LazyLock<Profile> =
    LazyLock::new(|| or_closed(ProfileId::Leicester, include_str!("../../data/leicester.json")));
static CAMDEN: LazyLock<Profile> =
    LazyLock::new(|| or_closed(ProfileId::Camden, include_str!("../../data/camden.json")));
static STAFFORDSHIRE: LazyLock<Profile> =
    LazyLock::new(|| or_closed(ProfileId::Staffordshire, include_str!("../../data/staffordshire.json")));
static WESTMORLAND: LazyLock<Profile> = LazyLock::new(|| {
    or_closed(
        ProfileId::WestmorlandFurness,
        include_str!("../../data/westmorland-furness.json"),
    )
});

impl Profile {
    /// The compiled-in profile. Read once, when first asked for.
    #[must_use]
    pub fn of(id: ProfileId) -> &'static Self {
        match id {
            ProfileId::Sps => &SPS,
            ProfileId::Leicester => &LEICESTER,
            ProfileId::Camden => &CAMDEN,
            ProfileId::Staffordshire => &STAFFORDSHIRE,
            ProfileId::WestmorlandFurness => &WESTMORLAND,
        }
    }

    /// Reads a profile document and checks that it is whole.
    ///
    /// # Errors
    /// When the text is no profile, is of another one, is silent on a topic, or lets a borrowed rule do more than remind.
    pub fn read(id: ProfileId, document: &'static str) -> Result<Self, ProfileError> {
        let profile: Self = json::read(document.as_bytes())?;
        if profile.id != id {
            return Err(ProfileError::Another);
        }
        for topic in Topic::ALL {
            let rule = profile.rules.get(&topic).ok_or(ProfileError::Silent(topic))?;
            if rule.borrowed && rule.strength > Strength::Remind {
                return Err(ProfileError::BorrowedTooStrong(topic));
            }
        }
        Ok(profile)
    }

    /// What stands in for a profile that cannot be read: everything is stopped. A test proves that it never happens to the five, and
    /// should it happen all the same, nobody sees a record that they should not.
    fn closed(id: ProfileId) -> Self {
        let bar = |kind| {
            let rule = ConflictRule {
                outcome: ConflictOutcome::Bar,
                clause: "SPS-8",
            };
            (kind, rule)
        };
        let stop = |topic| {
            let rule = Rule {
                strength: Strength::Bar,
                clauses: Vec::new(),
                borrowed: false,
            };
            (topic, rule)
        };
        Self {
            id,
            name: "The rules could not be read",
            version: 0,
            words: Words {
                group: "group",
                chair: "Chair",
                manager: "manager",
                officer: "officer",
                volunteer: "volunteer",
                families: "families",
            },
            volunteers: false,
            practitioners_may_ask: false,
            chair: ChairRule {
                seat: ChairSeat::Anybody,
                besides: ChairSeat::Anybody,
                clause: None,
                majority_parents: false,
            },
            manager_decision: None,
            conflict: KINDS.into_iter().map(bar).collect(),
            rules: Topic::ALL.into_iter().map(stop).collect(),
            cadences: std::collections::BTreeMap::new(),
            acknowledgement: Vec::new(),
            scripts: script::Scripts::default(),
            changes: std::collections::BTreeMap::new(),
        }
    }
}

const KINDS: [MatchKind; 8] = [
    MatchKind::SchoolPost,
    MatchKind::OwnChildSchool,
    MatchKind::Relative,
    MatchKind::Friend,
    MatchKind::Organisation,
    MatchKind::HomeDistrict,
    MatchKind::Themself,
    MatchKind::OwnAnswer,
];

fn or_closed(id: ProfileId, document: &'static str) -> Profile {
    Profile::read(id, document).unwrap_or_else(|_| Profile::closed(id))
}

#[cfg(test)]
mod tests;
