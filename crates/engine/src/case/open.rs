//! A case comes into being: by telephone, face to face, by letter or e-mail, or as an enquiry that names nobody.

use evenhand_domain::case::consent::{GivenHow, StorageAnswer};
use evenhand_domain::case::contact::Channel;
use evenhand_domain::case::party::{AccessTold, OwnWords, Party, WordsKind};
use evenhand_domain::case::state::Front;
use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome};
use evenhand_domain::event::{CaseEvent, CaseTie, Event, FrontEvent, WrapRow};
use evenhand_domain::family::Family;
use evenhand_domain::ids::{CaseId, PartyId, WorkerId};
use evenhand_domain::worker::Role;
use thiserror::Error;

use crate::case::CaseError;
use crate::case::allocate::{AllocateError, AllocateRequest, may_take};
use crate::case::enquiry::channel_word;
use crate::case::keep::may_begin;
use crate::case::opener::{note_opener, note_worker};
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::draw;
use crate::now::Now;
use crate::space::Space;

/// What a new case begins with.
#[derive(Debug, Clone, Default)]
pub struct OpenRequest {
    /// How it came.
    pub channel: Option<Channel>,
    /// Everybody in it so far.
    pub parties: Vec<Party>,
    /// Organisations tied to the family.
    pub organisations: Vec<String>,
    /// What they answered to "do you know anyone who works or volunteers here?".
    pub knows: Option<String>,
    /// Whether whoever opens it knows anyone here: the question before opening (SPS-8).
    pub opener_knows: bool,
    /// Who is to have it; none leaves it for the manager to allocate.
    pub worker: Option<WorkerId>,
    /// Reason, override and handover for that worker.
    pub request: AllocateRequest,
    /// Why what was found on whoever opens it is not the same person or place; empty where nobody looked (SPS-15). It tells of what
    /// they declared, so nobody else's look is kept with it (CAM-19).
    pub own_not_the_same: String,
    /// The same of the worker who is to have it, where that is somebody else.
    pub not_the_same: String,
    /// Whether the service user's details may be kept, and how they said so; none while nobody asked (LEI-29).
    pub storage: Option<(bool, GivenHow)>,
    /// How they were told to see their record; empty where they were not (LEI-30).
    pub told_access: String,
    /// What the service user wants to happen, word for word; empty where it is not known yet (LEI-25).
    pub aim: String,
    /// A case that belongs with this one.
    pub linked: Option<(CaseId, CaseTie)>,
}

/// Why a case was not opened. Nothing was kept.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenError {
    /// Nobody is in it.
    #[error("a case is about somebody")]
    NobodyInIt,
    /// No service user is named among them.
    #[error("whose case it is is not answered")]
    NoServiceUser,
    /// Somebody has no name.
    #[error("somebody has no name")]
    NotNamed,
    /// The topic of an enquiry is missing.
    #[error("what the enquiry was about is missing")]
    TopicMissing,
    /// Why impartiality was not stated is missing.
    #[error("why impartiality was not stated is missing")]
    StatementNeedsReason,
    /// It cannot go to that worker.
    #[error(transparent)]
    Allocate(#[from] AllocateError),
    /// Whoever opens it has a conflict themself, and nobody without one would hold it (WES-9 to WES-11).
    #[error("you cannot take this case: give it to somebody else")]
    PassItOn(Box<ConflictCheck>),
    /// It is a case already, so it cannot become one again.
    #[error("this enquiry became a case already")]
    NotAnEnquiry,
    /// The other case is not there.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl OpenRequest {
    /// Why what was found on its worker is not the same.
    pub(super) fn look_at(&self, is_own: bool) -> &str {
        if is_own {
            &self.own_not_the_same
        } else {
            &self.not_the_same
        }
    }

    /// The family as the conflict check sees it.
    #[must_use]
    pub fn family(&self) -> Family {
        Family {
            people: self.parties.iter().map(Party::as_family_member).collect(),
            organisations: self.organisations.clone(),
            knows: self.knows.clone(),
        }
    }
}

/// How whoever opens a case stands to it.
pub(super) struct Opener {
    pub(super) id: WorkerId,
    pub(super) is_manager: bool,
    pub(super) check: ConflictCheck,
    /// Whether they may hold its keys.
    pub(super) may_hold: bool,
}

impl Desk {
    /// Opens a case from a contact without a file, checks for conflicts, and gives it to a worker in the same step. Whoever may
    /// not hold it and names nobody passes it on to a manager without a conflict, and keeps no key (WES-9).
    ///
    /// # Errors
    /// When something is missing, when a rule is in the way, or when it could not be saved. Nothing is kept then.
    pub async fn open_case(&self, now: Now, asked: &OpenRequest) -> Result<CaseId, OpenError> {
        let mut change = Change::new();
        let id = self.begin_case(&mut change, now, asked)?;
        self.save(now, change).await?;
        Ok(id)
    }

    /// Puts the beginning of a case into a change: keys, front sheet, check, allocation, parties.
    pub(crate) fn begin_case(&self, change: &mut Change, now: Now, asked: &OpenRequest) -> Result<CaseId, OpenError> {
        check_parties(asked)?;
        may_begin(self.policy().on(now.day()), asked)?;
        let family = asked.family();
        let opener = self.opener(now, &family, asked)?;
        let id = CaseId::new(draw::id());
        let worker = match asked.worker {
            Some(worker) => Some(self.check_worker(now, &family, &opener, worker, asked)?),
            None => None,
        };
        let mut holders: Vec<WorkerId> = worker.iter().map(|(worker, _)| *worker).collect();
        if opener.may_hold && !holders.contains(&opener.id) && (opener.is_manager || holders.is_empty()) {
            holders.push(opener.id);
        }
        let sheet = Front {
            family: family.clone(),
            ..Front::default()
        };
        let walled = (!opener.may_hold).then_some(opener.id);
        // Two managers where the opener has a conflict and names nobody: the case waits with them for a worker.
        while holders.len() < 2 {
            let without: Vec<WorkerId> = holders.iter().copied().chain(walled).collect();
            let next = if holders.is_empty() {
                self.free_manager(now, &sheet, &without)
            } else {
                self.second_holder(now, &sheet, &without)
            };
            match next? {
                Some(next) => holders.push(next),
                None => break,
            }
        }
        if holders.is_empty() {
            return Err(OpenError::PassItOn(Box::new(opener.check)));
        }
        let code = draw::code();
        let channel = asked.channel.unwrap_or(Channel::Telephone);
        self.lay_keys(
            change,
            id,
            FrontEvent::CaseOpened {
                case: id,
                code,
                channel,
                enquiry: false,
            },
            &holders,
        )?;
        change.add(Space::Front(id), Event::Front(FrontEvent::FamilyNoted { family }));
        note_opener(change, id, &opener, asked);
        if let Some(worker) = worker {
            note_worker(change, id, worker, &opener, asked);
        }
        note_parties(change, id, asked);
        if let Some((other, tie)) = asked.linked {
            self.link(change, id, other, tie)?;
        }
        self.count_opened(change, now, channel_word(channel), &asked.parties);
        Ok(id)
    }

    pub(super) fn opener(&self, now: Now, family: &Family, asked: &OpenRequest) -> Result<Opener, OpenError> {
        let me = self.me().map_err(SaveError::from)?;
        let check = self
            .read(|book| book.check(me.id, family, now.day()))
            .map_err(SaveError::from)?;
        let check = check.map_err(AllocateError::from)?;
        let outcome = looked(check.outcome, &asked.own_not_the_same);
        let may_hold = !asked.opener_knows && matches!(outcome, ConflictOutcome::Clear | ConflictOutcome::Reason);
        Ok(Opener {
            id: me.id,
            is_manager: me.role == Role::Manager,
            check,
            may_hold,
        })
    }

    pub(super) fn check_worker(
        &self,
        now: Now,
        family: &Family,
        opener: &Opener,
        worker: WorkerId,
        asked: &OpenRequest,
    ) -> Result<(WorkerId, ConflictCheck), OpenError> {
        let is_own = worker == opener.id;
        if is_own && asked.opener_knows {
            return Err(OpenError::PassItOn(Box::new(opener.check.clone())));
        }
        if !is_own && !opener.is_manager {
            return Err(AllocateError::ManagerOnly.into());
        }
        let check = self
            .read(|book| book.check(worker, family, now.day()))
            .map_err(SaveError::from)?;
        let check = check.map_err(AllocateError::from)?;
        let profile = self.policy().on(now.day());
        may_take(
            profile,
            looked(check.outcome, asked.look_at(is_own)),
            is_own,
            opener.is_manager,
            &asked.request,
        )?;
        let missing = self
            .read(|book| book.bars_until_inducted(worker))
            .map_err(SaveError::from)?;
        if !missing.is_empty() {
            return Err(AllocateError::InductionMissing.into());
        }
        Ok((worker, check))
    }

    /// The keys of a new case and who holds them.
    pub(super) fn lay_keys(
        &self,
        change: &mut Change,
        id: CaseId,
        opened: FrontEvent,
        holders: &[WorkerId],
    ) -> Result<(), SaveError> {
        let epoch = 1;
        change.mint(Space::Front(id), epoch);
        change.mint(Space::Case(id), epoch);
        change.add(Space::Front(id), Event::Front(opened));
        change.add(Space::Front(id), Event::Front(FrontEvent::EpochBegun { epoch }));
        for worker in holders.iter().copied() {
            let front = self.grant_epoch(change, Space::Front(id), epoch, worker)?;
            let story = self.grant_epoch(change, Space::Case(id), epoch, worker)?;
            let rows: Vec<WrapRow> = vec![front, story];
            change.add(
                Space::Front(id),
                Event::Front(FrontEvent::HolderAdded { worker, epoch, rows }),
            );
        }
        Ok(())
    }

    /// Notes in both cases that they belong together.
    pub(crate) fn link(&self, change: &mut Change, id: CaseId, other: CaseId, tie: CaseTie) -> Result<(), CaseError> {
        self.may_read_story(other)?;
        change.add(Space::Case(id), Event::Case(CaseEvent::CaseLinked { case: other, tie }));
        change.add(Space::Case(other), Event::Case(CaseEvent::CaseLinked { case: id, tie }));
        Ok(())
    }
}

/// A possible match that a person looked at and found to be somebody else stands in nobody's way.
fn looked(outcome: ConflictOutcome, not_the_same: &str) -> ConflictOutcome {
    match outcome {
        ConflictOutcome::Look if !not_the_same.trim().is_empty() => ConflictOutcome::Clear,
        outcome => outcome,
    }
}

pub(super) fn check_parties(asked: &OpenRequest) -> Result<(), OpenError> {
    if asked.parties.is_empty() {
        return Err(OpenError::NobodyInIt);
    }
    if !asked.parties.iter().any(|party| party.service_user) {
        return Err(OpenError::NoServiceUser);
    }
    if asked.parties.iter().any(|party| party.name.trim().is_empty()) {
        return Err(OpenError::NotNamed);
    }
    Ok(())
}

/// The parties of a new case, what the service user answered on being kept (LEI-29, LEI-30), and what they want (LEI-25).
pub(super) fn note_parties(change: &mut Change, id: CaseId, asked: &OpenRequest) {
    let mut user: Option<PartyId> = None;
    for party in &asked.parties {
        user = user.or_else(|| party.service_user.then_some(party.id));
        change.add(Space::Case(id), Event::Case(CaseEvent::PartyAdded(party.clone())));
    }
    let Some(party) = user else { return };
    if let Some((agreed, how)) = asked.storage {
        let answer = StorageAnswer { party, agreed, how };
        change.add(Space::Case(id), Event::Case(CaseEvent::StorageAnswered(answer)));
    }
    let how = asked.told_access.trim().to_owned();
    if !how.is_empty() {
        change.add(
            Space::Case(id),
            Event::Case(CaseEvent::AccessTold(AccessTold { party, how })),
        );
    }
    if !asked.aim.trim().is_empty() {
        let words = OwnWords {
            party,
            kind: WordsKind::Aim,
            words: asked.aim.clone(),
        };
        change.add(Space::Case(id), Event::Case(CaseEvent::WordsNoted(words)));
    }
}

/// A party with the details by which a person is usually named first.
#[must_use]
pub fn new_party(name: &str, is: evenhand_domain::family::Standing, service_user: bool) -> Party {
    Party {
        id: PartyId::new(draw::id()),
        name: name.trim().to_owned(),
        is,
        service_user,
        dob: None,
        age: None,
        phone: None,
        email: None,
        postcode: None,
        address: None,
        school: None,
        agency: None,
        contact_note: String::new(),
        needs: Vec::new(),
    }
}
