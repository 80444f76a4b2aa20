//! The group that oversees the service: who may sit in the Chair, and whether its members are those the policy asks for.

use evenhand_domain::register::{Answer, Kept, Kind, RegisterEntry};

use crate::profile::{ChairRule, ChairSeat, OUR_OWN, Profile};

/// Why a member cannot sit in the Chair; none where they can, or do not (LEI-11, CAM-22, STA-8).
#[must_use]
pub fn chair_fault(profile: &'static Profile, member: &RegisterEntry) -> Option<(&'static str, &'static str)> {
    let ChairRule {
        seat, clause, besides, ..
    } = &profile.chair;
    if member.kind != Kind::Member || member.text("chair") != "yes" {
        return None;
    }
    let is_officer = member.text("officer") == "yes";
    let sector = member.text("sector");
    let why = |seat: &ChairSeat| match seat {
        ChairSeat::NotAnOfficerOfTheAuthority if is_officer => {
            Some("An officer of the council cannot sit in the Chair")
        }
        ChairSeat::Independent if is_officer || matches!(sector, "staff" | "authority") => {
            Some("The Chair is independent: nobody of the service and no officer of the council sits there")
        }
        ChairSeat::ParentOrCarer if sector != "parent" => Some("The Chair is a parent or carer"),
        _ => None,
    };
    let copied = why(seat).map(|why| (why, clause.unwrap_or(OUR_OWN)));
    copied.or_else(|| why(besides).map(|why| (why, OUR_OWN)))
}

/// Who sits in the group today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composition {
    /// How many members there are.
    pub members: usize,
    /// How many of them speak for parents and carers.
    pub parents: usize,
    /// Whom nobody speaks for, as the form names them (LEI-9, CAM-26, STA-7).
    pub missing: Vec<&'static str>,
    /// Whether somebody sits in the Chair.
    pub has_chair: bool,
    /// The policy asks that most are parents and carers, and they are not (CAM-22).
    pub lacks_majority: bool,
}

/// Works out who sits in the group, from the members that count today.
pub fn composition<'a>(profile: &Profile, members: impl Iterator<Item = &'a Kept>) -> Composition {
    let members: Vec<&RegisterEntry> = members
        .map(|kept| &kept.entry)
        .filter(|member| member.kind == Kind::Member && member.text("to").is_empty())
        .collect();
    let of = |sector: &str| members.iter().filter(|member| member.text("sector") == sector).count();
    let sectors = match Kind::Member.register().field("sector").map(|field| field.answer) {
        Some(Answer::One(sectors)) => sectors,
        _ => &[],
    };
    let parents = of("parent");
    Composition {
        members: members.len(),
        parents,
        missing: sectors
            .iter()
            .filter(|(word, _)| *word != "other" && of(word) == 0)
            .map(|(_, shown)| *shown)
            .collect(),
        has_chair: members.iter().any(|member| member.text("chair") == "yes"),
        lacks_majority: profile.chair.majority_parents && parents * 2 <= members.len(),
    }
}
