//! What stands in the way of a case or an allocation, in words that say what to do.

use evenhand_engine::case::allocate::AllocateError;
use evenhand_engine::case::answer::AnswerError;
use evenhand_engine::case::check::CheckError;
use evenhand_engine::case::open::OpenError;

use crate::workspace::case::words::case_error;
use crate::workspace::words::save_error;

/// Why a check could not be made, and what to do.
pub(crate) fn check_error(error: &CheckError) -> String {
    match error {
        CheckError::Case(error) => case_error(*error),
        CheckError::NoSuchWorker => "That person does not work here any more. Select somebody else.".to_owned(),
        CheckError::RegisterNotHeld => {
            "Only a manager can check what somebody else declared. Ask your manager to do this.".to_owned()
        }
        CheckError::Save(error) => save_error(error),
    }
}

/// Why a case was not allocated, and what to do.
pub(crate) fn allocate_error(error: &AllocateError) -> String {
    let words = match error {
        AllocateError::Check(error) => return check_error(error),
        AllocateError::ManagerOnly => "Only the manager can do this. Ask them to give the case to somebody.",
        AllocateError::Barred => "This person has a conflict and cannot take the case. Select somebody else.",
        AllocateError::LookFirst => {
            "There is a possible match for this person. Look at it and say whether it is the same."
        }
        AllocateError::ReasonMissing => "Enter why the case goes to them all the same",
        AllocateError::OverrideAnswerMissing { question } => return format!("Answer this first: {question}"),
        AllocateError::OwnConflict => "Nobody allows their own conflict. Select somebody else, or ask another manager.",
        AllocateError::KeysNotHeld => "You cannot open this case, so you cannot hand it on. Ask whoever has it.",
        AllocateError::AimNotAnswered => "Enter why it is not known yet what they want",
        AllocateError::HasItAlready => "This person has the case already. Select somebody else.",
        AllocateError::InductionMissing => {
            "This volunteer has not finished their induction, so they cannot have a case yet. Select somebody else, or note the steps that are done under Registers, Induction."
        }
        AllocateError::Closed => "This case is closed. Open it again first, then give it to somebody.",
        AllocateError::Save(error) => return save_error(error),
    };
    words.to_owned()
}

/// Why a case was not opened, and what to do.
pub(crate) fn open_error(error: &OpenError) -> String {
    let words = match error {
        OpenError::NobodyInIt => "Enter who the case is about",
        OpenError::NoServiceUser => "Enter who asked for help",
        OpenError::NotNamed => "Enter a name for everybody, or a word such as “Mum”",
        OpenError::TopicMissing => "Select what the enquiry was about",
        OpenError::StatementNeedsReason => "Enter why you did not say that the service is impartial",
        OpenError::Allocate(error) => return allocate_error(error),
        OpenError::PassItOn(_) => {
            "You cannot take this case, and there is no other manager without a conflict to hold it. Give it to somebody else. Nothing was kept."
        }
        OpenError::NotAnEnquiry => "This enquiry is a case already. Look for it in your list of cases.",
        OpenError::Case(error) => return case_error(*error),
        OpenError::Save(error) => return save_error(error),
    };
    words.to_owned()
}

/// Why the answer before opening was not kept, and what to do.
pub(crate) fn answer_error(error: &AnswerError) -> String {
    match error {
        AnswerError::Case(error) => case_error(*error),
        AnswerError::NobodyElseHoldsIt => {
            "Nobody else can open this case yet, so your answer would lose it. Leave it closed and tell the manager now"
                .to_owned()
        }
        AnswerError::Save(error) => save_error(error),
    }
}
