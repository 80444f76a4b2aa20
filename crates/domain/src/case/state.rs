//! A case as it stands: what the fold over its events comes to.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::case::action::Action;
use crate::case::attachment::Attachment;
use crate::case::close::{Closing, FeedbackOffer};
use crate::case::consent::{Consent, StorageAnswer};
use crate::case::contact::{Channel, Contact, Enquiry};
use crate::case::options::{Decision, OptionSet};
use crate::case::party::{AccessTold, OwnWords, Party, WordsKind};
use crate::conflict::{ConflictCheck, ConflictOutcome, Finding};
use crate::date::{Day, Moment};
use crate::event::{CaseTie, Override, WrapRow};
use crate::family::Family;
use crate::ids::{CaseId, EventId, PartyId, WorkerId};
use crate::referral::Referral;

/// Something that was recorded, with who recorded it, when, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded<T> {
    /// The event that brought it into being.
    pub id: EventId,
    /// Who recorded it.
    pub by: WorkerId,
    /// When, by the device's clock.
    pub at: Moment,
    /// On which day.
    pub on: Day,
    /// As it stands now.
    pub now: T,
    /// What stood before, oldest first, each with why it was wrong.
    pub earlier: Vec<Earlier<T>>,
    /// Why it does not belong here, where it was entered in error.
    pub in_error: Option<String>,
}

/// What an entry said before it was corrected.
#[derive(Debug, Clone, PartialEq)]
pub struct Earlier<T> {
    /// What it said.
    pub was: T,
    /// What was wrong with it.
    pub why: String,
    /// Who corrected it.
    pub corrected_by: WorkerId,
    /// On which day.
    pub corrected_on: Day,
}

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum CaseStatus {
    /// Nobody works on it yet.
    #[default]
    Intake,
    /// Somebody works on it.
    Open,
    /// It is closed.
    Closed,
}

/// A check of one worker as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WorkerCheck {
    /// The day it was made.
    pub on: Day,
    /// What it found.
    pub check: ConflictCheck,
    /// What a person found when they looked at a possible match: whether it is the same, and why.
    pub looked_at: Option<(bool, String)>,
}

impl WorkerCheck {
    /// The outcome that counts: a possible match that a person dismissed no longer stands in the way.
    #[must_use]
    pub fn outcome(&self) -> ConflictOutcome {
        match (self.check.outcome, &self.looked_at) {
            (ConflictOutcome::Look, Some((false, _))) => ConflictOutcome::Clear,
            (ConflictOutcome::Look, Some((true, _))) => ConflictOutcome::Bar,
            (outcome, _) => outcome,
        }
    }
}

/// A consent and whether it was taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsentState {
    /// What was agreed.
    pub consent: Consent,
    /// The day it was kept: it covers nothing that was said before (LEI-26).
    pub from: Day,
    /// The day it was taken back and how they said so.
    pub withdrawn: Option<(Day, String)>,
}

impl ConsentState {
    /// Whether it holds on that day: none before it was given, and none from the day on which it is taken back.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.from <= day
            && self.withdrawn.as_ref().is_none_or(|(on, _)| day < *on)
            && self.consent.until.is_none_or(|until| day <= until)
    }
}

/// An action and whether it was done.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionState {
    /// What is to be done.
    pub action: Action,
    /// The event that set it.
    pub set_by: EventId,
    /// The day it was done and a note.
    pub done: Option<(Day, String)>,
}

/// A worker's allocation to the case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Allocation {
    /// To whom.
    pub worker: WorkerId,
    /// On which day.
    pub on: Day,
    /// Why to this one.
    pub reason: Option<String>,
    /// The override, where there was one (STA-16).
    pub over: Option<Override>,
}

/// The front of a case: what those see who hold its front-sheet key.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Front {
    /// The code that people say.
    pub code: String,
    /// How it came.
    pub channel: Option<Channel>,
    /// Whether it is an enquiry that names nobody.
    pub is_enquiry: bool,
    /// The day it came.
    pub opened_on: Option<Day>,
    /// Where it stands.
    pub status: CaseStatus,
    /// The family as the conflict check sees it.
    pub family: Family,
    /// The newest check of each worker.
    pub checks: BTreeMap<WorkerId, WorkerCheck>,
    /// What each worker answered before opening: whether they know anyone here. A "no" of before anybody was named is not kept.
    pub answers: BTreeMap<WorkerId, bool>,
    /// Every allocation, oldest first; the last one counts.
    pub allocations: Vec<Allocation>,
    /// Who may open the case, with the rows that hold their wraps.
    pub holders: BTreeMap<WorkerId, Vec<WrapRow>>,
    /// When each of them came to hold it, or was given the case: they were checked then. New keys for those who hold it say nothing.
    pub since: BTreeMap<WorkerId, Moment>,
    /// What a manager allowed to stand when the case went to a worker (LEI-3, CAM-19, STA-16).
    pub allowed: BTreeMap<WorkerId, Vec<Finding>>,
    /// Who could open it once and no longer may.
    pub removed: BTreeSet<WorkerId>,
    /// Whom a rule of the service's own bars, until somebody gives the case to them: a milder rule alone hands nothing back (SPS-15).
    pub ruled_out: BTreeSet<WorkerId>,
    /// The epoch of the case's keys.
    pub epoch: u32,
    /// Who made them.
    pub begun_by: Option<WorkerId>,
    /// Whether somebody lost their keys since the epoch began, so that a new one is owed before more is written.
    pub owes_new_epoch: bool,
}

impl Front {
    /// The worker who has the case.
    #[must_use]
    pub fn worker(&self) -> Option<WorkerId> {
        self.allocations
            .last()
            .map(|allocation| allocation.worker)
            .filter(|worker| !self.removed.contains(worker))
    }

    /// Whether new keys are owed before more is written: somebody lost theirs, or whoever made the newest holds none of them, and a
    /// program of theirs may have kept them.
    #[must_use]
    pub fn owes_new_keys(&self) -> bool {
        let is_theirs = self.begun_by.is_none_or(|by| self.holders.contains_key(&by));
        self.owes_new_epoch || !is_theirs
    }

    /// Whether the worker answered, before opening, that they know nobody here (SPS-8).
    #[must_use]
    pub fn has_answered_no_interest(&self, worker: WorkerId) -> bool {
        self.answers.get(&worker) == Some(&false)
    }
}

/// A whole case, for those who hold its key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Case {
    /// The family's own words on the public form, and the reference code that they have.
    pub referral: Option<(Referral, String)>,
    /// The same request sent again with its reference code, oldest first.
    pub sent_again: Vec<Recorded<(Referral, String)>>,
    /// The enquiry it began as.
    pub enquiry: Option<Enquiry>,
    /// Everybody in it.
    pub parties: BTreeMap<PartyId, Party>,
    /// Everybody who was ever part of it, in the order in which they came.
    pub came: Vec<PartyId>,
    /// The entry that brought each of them in.
    pub added: BTreeMap<PartyId, EventId>,
    /// Those who do not belong here, each with why: they still show, and are no part of the case.
    pub mistaken: BTreeMap<PartyId, (Party, String)>,
    /// The newest answer on keeping a record, for each who answered (LEI-29).
    pub storage: BTreeMap<PartyId, Recorded<StorageAnswer>>,
    /// Who was told how to see their record (LEI-30).
    pub told: BTreeMap<PartyId, Recorded<AccessTold>>,
    /// Aims, wishes and feelings, oldest first.
    pub words: Vec<Recorded<OwnWords>>,
    /// Contacts, in the order in which they were recorded.
    pub contacts: Vec<Recorded<Contact>>,
    /// Options explained.
    pub options: Vec<Recorded<OptionSet>>,
    /// Decisions made.
    pub decisions: Vec<Recorded<Decision>>,
    /// Permissions.
    pub consents: Vec<Recorded<ConsentState>>,
    /// What is to be done and what was.
    pub actions: Vec<Recorded<ActionState>>,
    /// Files.
    pub attachments: Vec<Recorded<Attachment>>,
    /// Files whose bytes are gone for good, by the entry that attached them.
    pub erased: BTreeSet<EventId>,
    /// Other cases that belong with this one.
    pub links: Vec<(CaseId, CaseTie)>,
    /// Feedback offered.
    pub feedback: Vec<Recorded<FeedbackOffer>>,
    /// Every closing, oldest first.
    pub closings: Vec<Recorded<Closing>>,
    /// Every reopening with its reason.
    pub reopenings: Vec<Recorded<String>>,
    /// Every handover: to whom, and what the next worker needs to know.
    pub handovers: Vec<Recorded<(Option<WorkerId>, WorkerId, String)>>,
    /// Why it was not known what they want when the case left intake (LEI-25).
    pub without_aim: Vec<Recorded<String>>,
    /// Whether what identified them was erased because they asked not to be kept.
    pub is_anonymous: bool,
}

impl Case {
    /// Everybody in it: the child or young person first, then whoever brings them up, then others, each in the order in which
    /// they came. The order never depends on an identifier.
    #[must_use]
    pub fn people(&self) -> Vec<&Party> {
        let mut people: Vec<&Party> = self.came.iter().filter_map(|id| self.parties.get(id)).collect();
        people.sort_by_key(|party| party.is.rank());
        people
    }

    /// The same with somebody put in, or with other details of somebody who is in it already.
    #[must_use]
    pub fn people_with<'a>(&'a self, put: &'a Party) -> Vec<&'a Party> {
        let known = |id: &PartyId| (*id == put.id).then_some(put).or_else(|| self.parties.get(id));
        let is_new = !self.came.contains(&put.id);
        let mut people: Vec<&Party> = self
            .came
            .iter()
            .filter_map(known)
            .chain(is_new.then_some(put))
            .collect();
        people.sort_by_key(|party| party.is.rank());
        people
    }

    /// The service user whose case this is.
    #[must_use]
    pub fn service_user(&self) -> Option<&Party> {
        let mut came = self.came.iter().filter_map(|id| self.parties.get(id));
        came.find(|party| party.service_user)
    }

    /// Whom an entry brought into the case, where it did.
    #[must_use]
    pub fn brought_in_by(&self, entry: EventId) -> Option<PartyId> {
        let brought = self.added.iter().find(|(_, added)| **added == entry);
        brought.map(|(party, _)| *party)
    }

    /// Why an entry does not belong here, where it is marked so: a contact, a permission, options, a decision, an action, a file, or
    /// the entry that brought somebody in.
    #[must_use]
    pub fn why_in_error(&self, of: EventId) -> Option<&str> {
        fn marks<T>(list: &[Recorded<T>]) -> impl Iterator<Item = (EventId, Option<&String>)> {
            list.iter().map(|kept| (kept.id, kept.in_error.as_ref()))
        }
        let mut all = marks(&self.contacts)
            .chain(marks(&self.consents))
            .chain(marks(&self.options))
            .chain(marks(&self.decisions))
            .chain(marks(&self.actions))
            .chain(marks(&self.attachments).filter(|(id, _)| !self.erased.contains(id)));
        let why = all
            .find(|(id, why)| *id == of && why.is_some())
            .and_then(|(_, why)| why);
        let person = self.brought_in_by(of).and_then(|party| self.mistaken.get(&party));
        why.or(person.map(|(_, why)| why)).map(String::as_str)
    }

    /// Whether the service user agreed to be kept: none while nobody asked (LEI-29).
    #[must_use]
    pub fn storage_agreed(&self) -> Option<bool> {
        let user = self.service_user()?.id;
        self.storage
            .get(&user)
            .filter(|answer| answer.in_error.is_none())
            .map(|answer| answer.now.agreed)
    }

    /// Whether the service user said no to a record and who they are is still in it (LEI-29).
    #[must_use]
    pub fn is_refused(&self) -> bool {
        !self.is_anonymous && self.storage_agreed() == Some(false)
    }

    /// Whether somebody's aim is noted, or why it is not known (LEI-25).
    #[must_use]
    pub fn aim_is_answered(&self) -> bool {
        let aims = self.words.iter().filter(|kept| kept.in_error.is_none());
        let contacts = self.contacts.iter().filter(|kept| kept.in_error.is_none());
        !self.without_aim.is_empty()
            || aims.map(|kept| kept.now.kind).any(|kind| kind == WordsKind::Aim)
            || contacts
                .map(|kept| &kept.now.without_aim)
                .any(|why| !why.trim().is_empty())
    }

    /// The consents that cover talking with an agency on that day (LEI-26).
    pub fn consents_for<'a>(&'a self, agency: &'a str, day: Day) -> impl Iterator<Item = &'a Recorded<ConsentState>> {
        let wanted = agency.trim().to_lowercase();
        self.consents.iter().filter(move |kept| {
            kept.in_error.is_none() && kept.now.holds_on(day) && kept.now.consent.agency.trim().to_lowercase() == wanted
        })
    }

    /// What is still to be done.
    pub fn open_actions(&self) -> impl Iterator<Item = &Recorded<ActionState>> {
        self.actions
            .iter()
            .filter(|kept| kept.now.done.is_none() && kept.in_error.is_none())
    }

    /// The newest closing, while the case is closed.
    #[must_use]
    pub fn closing(&self) -> Option<&Recorded<Closing>> {
        self.closings
            .last()
            .filter(|_| self.closings.len() > self.reopenings.len())
    }
}
