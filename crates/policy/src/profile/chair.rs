//! Who may chair the group: three policies, three rules.

use serde::Deserialize;

/// Who may sit in the Chair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChairSeat {
    /// The policy does not say.
    Anybody,
    /// Anybody but an officer of the authority (LEI-11).
    NotAnOfficerOfTheAuthority,
    /// Somebody independent of the service and the authority, over a group with a majority of parents and carers (CAM-22).
    Independent,
    /// A parent or carer (STA-8).
    ParentOrCarer,
}

const fn anybody() -> ChairSeat {
    ChairSeat::Anybody
}

/// The rule with its clause.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChairRule {
    /// Who may sit there.
    pub seat: ChairSeat,
    /// The clause, for example `LEI-11`; none where the policy does not say.
    pub clause: Option<&'static str>,
    /// Whether most members must be parents and carers (CAM-22).
    #[serde(default)]
    pub majority_parents: bool,
    /// What the service asks besides; anybody where it asks for nothing.
    #[serde(skip, default = "anybody")]
    pub besides: ChairSeat,
}
