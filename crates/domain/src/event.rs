//! Everything that ever happens, in the field's own words. State is a fold over these; a correction supersedes.
//!
//! The JSON of these types is the stored shape (`docs/format.md`). Fields are added, never renamed or removed; a field
//! added later has a default, and `tests/vectors` holds events of each past version that must open for ever.

mod service;

pub use self::service::{Inbox, InboxEvent, ServiceEvent, WayIn};

use serde::{Deserialize, Serialize};

use crate::case::action::Action;
use crate::case::attachment::Attachment;
use crate::case::close::{Closing, FeedbackOffer};
use crate::case::consent::{Consent, StorageAnswer};
use crate::case::contact::{Channel, Contact, Enquiry};
use crate::case::options::{Decision, OptionSet};
use crate::case::party::{AccessTold, OwnWords, Party};
use crate::conflict::ConflictCheck;
use crate::date::{Day, Moment};
use crate::family::Family;
use crate::ids::{CaseId, EventId, InterestId, WorkerId};
use crate::interest::Interest;
use crate::referral::Referral;
use crate::register::RegisterEvent;
use crate::school::School;
use crate::view::ViewEvent;
use crate::worker::Role;

/// An event with who did it and when, as the log holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<E> {
    /// Which event.
    pub id: EventId,
    /// Who did it: the author of the signed log it stands in.
    pub by: WorkerId,
    /// When, by the clock of the device it was done on.
    pub at: Moment,
    /// The day it was done, where the worker was.
    pub on: Day,
    /// What happened.
    pub event: E,
}

/// What a worker declares of themselves. The worker and the manager can read these (CAM-19).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeclarationEvent {
    /// An interest was declared.
    InterestDeclared {
        /// Which.
        id: InterestId,
        /// What.
        interest: Interest,
    },
    /// An interest came to an end.
    InterestEnded {
        /// Which.
        id: InterestId,
        /// Its last day.
        to: Day,
    },
    /// The national register knows the school of an interest: its number, its trust, what it was or became (SPS-14). Nobody
    /// declared anything with it.
    SchoolKnown {
        /// Which interest.
        id: InterestId,
        /// The school as the register knows it.
        school: School,
    },
    /// There is nothing to declare (CAM-20).
    NothingToDeclare,
}

/// What stands on a case's front sheet: who and where, never the story (SPS-8).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FrontEvent {
    /// A case, or an enquiry that may become one, came into being.
    CaseOpened {
        /// Which.
        case: CaseId,
        /// The code that people say: it names nobody.
        code: String,
        /// How it came.
        channel: Channel,
        /// Whether it is an enquiry that nobody is named in.
        enquiry: bool,
    },
    /// An enquiry became a case.
    EnquiryBecameCase,
    /// The family as the conflict check sees it, now.
    FamilyNoted {
        /// Who they are and where the children go.
        family: Family,
    },
    /// A worker was checked against the family.
    ConflictChecked {
        /// Who was checked.
        worker: WorkerId,
        /// What was found.
        check: ConflictCheck,
    },
    /// A possible match was looked at by a person.
    MatchLookedAt {
        /// The worker whom the match concerns.
        worker: WorkerId,
        /// Whether it is the same person or place after all.
        is_same: bool,
        /// In words, why.
        why: String,
    },
    /// The worker answered whether they know anyone here (SPS-8, CAM-16, WES-8).
    InterestAnswered {
        /// Who answered.
        worker: WorkerId,
        /// Whether they know anyone or have any interest.
        knows: bool,
    },
    /// The case was given to a worker.
    CaseAllocated {
        /// To whom.
        worker: WorkerId,
        /// Why to this one, where the outcome of the check asks for a reason (SPS-16).
        #[serde(default)]
        reason: Option<String>,
        /// The manager's override with its answers (STA-16).
        #[serde(default)]
        over: Option<Override>,
    },
    /// A worker may open the case: its keys were wrapped to them.
    HolderAdded {
        /// Who.
        worker: WorkerId,
        /// The epoch of the case's keys.
        epoch: u32,
        /// The rows that hold their wraps, so that these can be taken away again.
        rows: Vec<WrapRow>,
    },
    /// A worker may no longer open the case: the wraps of every epoch were taken away.
    HolderRemoved {
        /// Who.
        worker: WorkerId,
        /// Why, in words that name no interest.
        why: String,
        /// The entry by which the service made the rule that bars them (SPS-15); none where the copied policy does.
        #[serde(default)]
        rule: Option<EventId>,
    },
    /// New keys: what follows is sealed under these.
    EpochBegun {
        /// The number of the epoch.
        epoch: u32,
    },
    /// The case was closed.
    Closed,
    /// The case was opened again.
    Reopened,
}

/// The key of a stored row that holds a wrap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WrapRow(#[serde(with = "crate::bytes")] pub Vec<u8>);

/// The manager's decision to allocate although a conflict was found, with the answers the policy asks for (STA-16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// Why it cannot be avoided.
    pub reason: String,
    /// The day the family was told (STA-16).
    #[serde(default)]
    pub told_on: Option<Day>,
    /// How they were told (STA-16).
    #[serde(default)]
    pub told_how: String,
    /// Which alternatives they were offered (STA-16).
    #[serde(default)]
    pub alternatives: String,
    /// What they answered (STA-16).
    #[serde(default)]
    pub answer: String,
    /// What the service asks besides, as it was asked then.
    #[serde(default)]
    pub more: Vec<Answered>,
}

/// A question of the service's own with the manager's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
}

/// What happens within a case. Only those who hold the case's key can read these.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseEvent {
    /// The family asked for help through the public page.
    ReferralReceived {
        /// What they wrote.
        referral: Box<Referral>,
        /// The reference code that the family has.
        reference: String,
    },
    /// An enquiry was answered.
    EnquiryAnswered(Enquiry),
    /// Somebody is part of the case.
    PartyAdded(Party),
    /// Details of somebody in the case changed.
    PartyChanged(Party),
    /// Whether their details may be kept (LEI-29).
    StorageAnswered(StorageAnswer),
    /// They were told how to see their record (LEI-30).
    AccessTold(AccessTold),
    /// Their aim, wish or feeling, in their own words (LEI-25, SPS-7, WES-2).
    WordsNoted(OwnWords),
    /// A contact took place.
    ContactRecorded(Box<Contact>),
    /// Options were explained with their pros and cons (SPS-1).
    OptionsExplained(OptionSet),
    /// The person decided (SPS-1, LEI-24).
    DecisionMade(Decision),
    /// Permission was given (LEI-26).
    ConsentGiven(Consent),
    /// Permission was taken back.
    ConsentWithdrawn {
        /// The consent.
        consent: EventId,
        /// How they said so.
        how: String,
    },
    /// Something is to be done.
    ActionSet(Action),
    /// It was done.
    ActionDone {
        /// The action.
        action: EventId,
        /// How, where it matters.
        #[serde(default)]
        note: String,
    },
    /// It is not done after all, and is to be done again.
    ActionReopened {
        /// The action.
        action: EventId,
    },
    /// A file was attached, sealed.
    AttachmentAdded(Attachment),
    /// A file was taken out; its bytes are gone.
    AttachmentErased {
        /// The event that attached it.
        attachment: EventId,
        /// Why.
        why: String,
    },
    /// An earlier entry was wrong; this one stands in its place and the earlier one still shows.
    Corrected {
        /// The entry that was wrong.
        of: EventId,
        /// What was wrong.
        why: String,
        /// What stands now.
        with: Box<CaseEvent>,
    },
    /// An earlier entry does not belong here; it still shows, struck through.
    EnteredInError {
        /// The entry.
        of: EventId,
        /// Why.
        why: String,
    },
    /// An entry that was marked as entered in error belongs here after all, and counts again.
    EntryRestored {
        /// The entry.
        of: EventId,
    },
    /// Another case belongs with this one: a sibling's, or the same person's.
    CaseLinked {
        /// The other case.
        case: CaseId,
        /// What it is to this one.
        tie: CaseTie,
    },
    /// The work was handed to another worker.
    HandedOver {
        /// From whom.
        from: Option<WorkerId>,
        /// To whom.
        to: WorkerId,
        /// What the next worker needs to know.
        note: String,
        /// Why it was not known what they want when the case left intake (LEI-25).
        #[serde(default, skip_serializing_if = "String::is_empty")]
        without_aim: String,
    },
    /// A chance to say how the service did was offered (LEI-33, WES-16, SPS-17).
    FeedbackOffered(FeedbackOffer),
    /// The case was closed.
    CaseClosed(Closing),
    /// The case was opened again.
    CaseReopened {
        /// Why.
        why: String,
    },
    /// They asked not to be kept: what identified them was erased.
    IdentityErased,
}

/// What one case is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseTie {
    /// A brother's or sister's case.
    Sibling,
    /// An earlier or second case of the same person.
    SamePerson,
    /// The same request sent twice.
    Duplicate,
}

/// A count without a case: the only trace of a walled case that others can read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The first day of the month it happened in.
    pub month: Day,
    /// The role of whoever did it.
    pub role: Role,
    /// What was counted, for example `contact.statement`.
    pub gate: String,
    /// The answer, for example `yes`.
    pub answer: String,
}

/// An event of any kind, with the kind of space it is sealed in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// Of the service.
    Service(ServiceEvent),
    /// Of one worker's declarations.
    Declaration(DeclarationEvent),
    /// Of a case's front sheet.
    Front(FrontEvent),
    /// Of a case.
    Case(CaseEvent),
    /// A count.
    Tally(Tally),
    /// Of an inbox.
    Inbox(InboxEvent),
    /// Of a register.
    Register(RegisterEvent),
    /// Of a view.
    View(ViewEvent),
}
