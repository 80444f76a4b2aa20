//! Why a contact was not saved, at the field where it can be mended.

use evenhand_domain::ids::PartyId;
use evenhand_engine::case::CaseError;
use evenhand_engine::case::record::RecordError;
use leptos::prelude::*;

use super::agency;
use super::answers::Answers;
use super::correct::WHY;
use super::door::GROUND;
use super::explained::WHOSE;
use super::form::SAVE;
use super::said::{FACTS, WITHOUT_AIM};
use super::venue::PLACE;
use super::who::{ON, WITH};
use crate::components::{FieldId, Problem};
use crate::workspace::case::words::case_error;
use crate::workspace::words::save_error;

pub(super) const NOBODY: &str = "Select who it was with";
pub(super) const EMPTY: &str = "Enter what happened, or what was said";
pub(super) const FUTURE: &str = "Enter a day that is not after today. For what is still to come, set an action.";
pub(super) const STATED: &str = "Select yes if you said at the start that we are impartial";
pub(super) const UNDERSTOOD: &str = "Enter how you know that they understood, or that you did not find out";
pub(super) const AIM: &str = "Enter what they want to happen above, or why you do not know it yet";
pub(super) const TWO_WAYS: &str = "Note what a permission covers in a contact of its own. Here, select that nothing was disclosed under a permission.";
pub(super) const WHY_NOT_STATED: &str = "Enter why you did not say it";
pub(super) const AGENCY: &str = "Enter which agency it was";
pub(super) const WHY_NOT_TOLD: &str = "Enter why you did not tell them";

/// The problem as the page shows it.
pub(super) fn problem(answers: Answers, error: &RecordError) -> Problem {
    let of = |party: PartyId, field: fn(&super::party_answers::PartyAnswers) -> FieldId| {
        let all = answers.parties.get_value();
        all.iter().find(|one| one.id == party).map_or(WITH, field)
    };
    let (field, message) = match error {
        RecordError::Case(CaseError::ReasonMissing) => (WHY, "Enter what was wrong before".to_owned()),
        RecordError::Case(error) => (SAVE, case_error(*error)),
        RecordError::NobodyTookPart => (WITH, NOBODY.to_owned()),
        RecordError::Empty => (FACTS, EMPTY.to_owned()),
        RecordError::InTheFuture => (ON, FUTURE.to_owned()),
        RecordError::StatementNotAnswered { party } => (of(*party, |one| one.stated_field), STATED.to_owned()),
        RecordError::StatementNeedsReason { party } => (of(*party, |one| one.why_field), WHY_NOT_STATED.to_owned()),
        RecordError::UnderstandingMissing { party } => (of(*party, |one| one.understood_field), UNDERSTOOD.to_owned()),
        RecordError::VenueNotAnswered => (
            PLACE,
            "Select where you met, who asked for it, and why there".to_owned(),
        ),
        RecordError::ExplainedNotAnswered => (
            WHOSE,
            "Enter who decided it, what was decided and why, how you explained it, and what stays unclear".to_owned(),
        ),
        RecordError::AimNotAnswered => (WITHOUT_AIM, AIM.to_owned()),
        RecordError::WithoutPermissionManagerOnly => (
            SAVE,
            "Only the manager can share something without permission. Go to them now: nothing was saved.".to_owned(),
        ),
        RecordError::WithoutPermissionUnanswered => (
            GROUND,
            "Enter what you shared, why, and whether the family was told".to_owned(),
        ),
        RecordError::NoConsent { agency } => (
            agency::NAME,
            format!(
                "You do not have permission to talk to {agency} about this. Ask the family, and note what they agree to."
            ),
        ),
        RecordError::ConsentDoesNotHold { agency } => (
            agency::CONSENT,
            format!("That permission does not hold for {agency} on this day. Choose another one, or ask the family."),
        ),
        RecordError::AgencyNotNamed => (agency::NAME, AGENCY.to_owned()),
        RecordError::AgencyNoticeNeedsReason => (agency::WHY, WHY_NOT_TOLD.to_owned()),
        RecordError::Save(error) => (SAVE, save_error(error)),
    };
    Problem::new(field, message)
}
