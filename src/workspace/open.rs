//! A case comes into being, and goes to a worker.

mod answers;
mod before;
mod candidate_choice;
mod candidate_row;
mod check_draft;
mod check_step;
mod choosing;
mod details;
mod details_part;
mod details_request;
mod enquiry;
mod fair_check;
mod fair_check_part;
mod faults;
mod how_it_came;
mod intake;
mod known;
mod logged;
mod new_contact;
mod passed_on;
mod script;
mod storage;
mod typed_words;
mod who;
mod words;

pub(crate) use before::Before;
pub(crate) use candidate_choice::CandidateChoice;
pub(crate) use choosing::{Choosing, WORKER};
pub(crate) use fair_check::FairCheck;
pub(crate) use fair_check_part::FairCheckPart;
pub(crate) use faults::{allocate_error, check_error, open_error};
pub(crate) use known::{KNOWS_UNNAMED, KnownBefore};
pub(crate) use new_contact::{CaseFromEnquiry, NewContact, SiblingCase};
pub(crate) use passed_on::PassedOn;
