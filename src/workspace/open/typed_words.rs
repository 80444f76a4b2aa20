//! The words that a form keeps for what somebody is and how they agreed.

use evenhand_domain::case::consent::GivenHow;
use evenhand_domain::case::party::Party;
use evenhand_domain::family::Standing;

/// Whether somebody goes to school, nursery or college.
pub(super) const fn is_pupil(party: &Party) -> bool {
    matches!(party.is, Standing::Child | Standing::YoungPerson)
}

/// The word of a form for what somebody is.
pub(super) const fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Parent => "parent",
        Standing::Carer => "carer",
        Standing::Child => "child",
        Standing::YoungPerson => "young_person",
        Standing::Practitioner => "practitioner",
        Standing::Other => "other",
    }
}

/// What a word of a form says that somebody is.
pub(super) fn standing_of(word: &str) -> Standing {
    use Standing::{Carer, Child, Other, Parent, Practitioner, YoungPerson};
    let all = [Parent, Carer, Child, YoungPerson, Practitioner];
    all.into_iter()
        .find(|standing| standing_word(*standing) == word)
        .unwrap_or(Other)
}

/// How somebody agreed.
pub(super) fn given_how(word: &str) -> GivenHow {
    match word {
        "text" => GivenHow::Text,
        "written" => GivenHow::Written,
        _ => GivenHow::Spoken,
    }
}
