//! The words for who may take a case, and for what stands in the way.

use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome};
use evenhand_engine::case::check::Candidate;

/// How far a check looked, so that "nothing found" is not taken for "there is nothing".
pub(crate) fn looked_at<'a>(checks: impl IntoIterator<Item = &'a ConflictCheck>) -> String {
    let (people, interests) = checks.into_iter().fold((0_u32, 0_u32), |(people, all), check| {
        let is_one = u32::from(check.interests_checked > 0);
        (people + is_one, all.saturating_add(check.interests_checked))
    });
    let declarations = if interests == 1 { "declaration" } else { "declarations" };
    let persons = if people == 1 { "person" } else { "people" };
    match people {
        0 => "Nobody who was checked has declared anything that could be compared.".to_owned(),
        _ => format!("The search looked at {interests} {declarations} from {people} {persons}."),
    }
}

/// What a candidate's check comes to, in a sentence below the name.
pub(crate) fn outcome(candidate: &Candidate) -> String {
    let because = clauses(&candidate.check);
    match candidate.outcome {
        ConflictOutcome::Clear if candidate.check.outcome == ConflictOutcome::Look => {
            "A possible match was looked at before, and is somebody or somewhere else".to_owned()
        }
        ConflictOutcome::Clear if !candidate.has_declared => {
            "Nothing was declared yet, so there was nothing to compare".to_owned()
        }
        ConflictOutcome::Clear if candidate.check.interests_checked == 0 => "Declared that there is nothing".to_owned(),
        ConflictOutcome::Clear => "Nothing was found in what they declared".to_owned(),
        ConflictOutcome::Look => "A possible match: look at it first".to_owned(),
        ConflictOutcome::Reason => format!("May take it after others, with a reason{because}"),
        ConflictOutcome::Manager => format!("You decide whether this is allowed{because}"),
        ConflictOutcome::Bar => format!("Cannot take it{because}"),
    }
}

/// The clauses that decided, in brackets; nothing where none did.
pub(crate) fn clauses(check: &ConflictCheck) -> String {
    if check.because.is_empty() {
        String::new()
    } else {
        format!(" ({})", check.because.join(", "))
    }
}
