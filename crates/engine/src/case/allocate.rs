//! Allocation: who may take a case, and the keys that make it so.

use evenhand_domain::case::state::{CaseStatus, Front};
use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome};
use evenhand_domain::event::{CaseEvent, Event, FrontEvent, Override};
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::worker::Role;
use evenhand_policy::profile::{ManagerQuestion, Profile, Strength, Topic};
use thiserror::Error;

use crate::case::CaseError;
use crate::case::check::CheckError;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::shelf::Gist;
use crate::space::Space;

/// To whom a case goes, and why.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AllocateRequest {
    /// Why to this one, where the outcome asks for a reason (SPS-16).
    pub reason: String,
    /// The manager's answers, where only the manager may allow it (STA-16).
    pub over: Option<Override>,
    /// What the next worker needs to know, where the case goes from one worker to another.
    pub handover: String,
    /// Why it is not known what they want, where the case leaves intake without it and the policy asks (LEI-25).
    pub without_aim: String,
}

/// Why a case was not allocated. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AllocateError {
    /// The check could not be made.
    #[error(transparent)]
    Check(#[from] CheckError),
    /// Only the manager allocates to somebody else.
    #[error("only the manager gives a case to somebody else")]
    ManagerOnly,
    /// A conflict bars this worker (SPS-14, SPS-15, WES-9 to WES-11).
    #[error("this worker has a conflict and cannot take the case")]
    Barred,
    /// A possible match has to be looked at first.
    #[error("a possible match has to be looked at first")]
    LookFirst,
    /// The outcome asks for a reason (SPS-16).
    #[error("a reason is asked for")]
    ReasonMissing,
    /// Only the manager may allow it, and an answer is missing (LEI-3, CAM-19, STA-16).
    #[error("the manager's answer is missing: {question}")]
    OverrideAnswerMissing {
        /// The question as asked.
        question: String,
    },
    /// Nobody allows their own conflict (STA-16).
    #[error("nobody allows their own conflict")]
    OwnConflict,
    /// This person does not hold the case's keys and so cannot hand them on.
    #[error("you do not hold this case's keys")]
    KeysNotHeld,
    /// What they want is not noted, and neither is why (LEI-25).
    #[error("what they want is not answered")]
    AimNotAnswered,
    /// The worker has the case already.
    #[error("this worker has the case already")]
    HasItAlready,
    /// A volunteer has no case until their induction is done (LEI-17).
    #[error("this volunteer's induction is not done")]
    InductionMissing,
    /// The case is closed.
    #[error("this case is closed")]
    Closed,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl From<CaseError> for AllocateError {
    fn from(error: CaseError) -> Self {
        Self::Check(error.into())
    }
}

/// Whether the outcome lets this worker take the case, with what was answered.
pub(crate) fn may_take(
    profile: &'static Profile,
    outcome: ConflictOutcome,
    is_own: bool,
    is_manager: bool,
    request: &AllocateRequest,
) -> Result<(), AllocateError> {
    match outcome {
        ConflictOutcome::Clear => Ok(()),
        ConflictOutcome::Look => Err(AllocateError::LookFirst),
        ConflictOutcome::Reason if request.reason.trim().is_empty() => Err(AllocateError::ReasonMissing),
        ConflictOutcome::Reason => Ok(()),
        ConflictOutcome::Bar => Err(AllocateError::Barred),
        ConflictOutcome::Manager if !is_manager => Err(AllocateError::ManagerOnly),
        ConflictOutcome::Manager if is_own => Err(AllocateError::OwnConflict),
        ConflictOutcome::Manager => answers(profile, request.over.as_ref()),
    }
}

fn answers(profile: &'static Profile, over: Option<&Override>) -> Result<(), AllocateError> {
    // A policy with no such door lets nobody through it.
    let decision = profile.manager_decision.as_ref().ok_or(AllocateError::Barred)?;
    let none = Override {
        reason: String::new(),
        told_on: None,
        told_how: String::new(),
        alternatives: String::new(),
        answer: String::new(),
        more: Vec::new(),
    };
    let over = over.unwrap_or(&none);
    for question in &decision.questions {
        let is_answered = match question {
            ManagerQuestion::Reason => !over.reason.trim().is_empty(),
            ManagerQuestion::ToldWhen => over.told_on.is_some(),
            ManagerQuestion::ToldHow => !over.told_how.trim().is_empty(),
            ManagerQuestion::AlternativesOffered => !over.alternatives.trim().is_empty(),
            ManagerQuestion::ParentsAnswer => !over.answer.trim().is_empty(),
        };
        if !is_answered {
            return Err(AllocateError::OverrideAnswerMissing {
                question: decision.words(*question).to_owned(),
            });
        }
    }
    let is_open = |question: &&&str| {
        let mut given = over.more.iter().filter(|given| given.question == **question);
        !given.any(|given| !given.answer.trim().is_empty())
    };
    match decision.more.iter().find(is_open) {
        Some(question) => Err(AllocateError::OverrideAnswerMissing {
            question: (*question).to_owned(),
        }),
        None => Ok(()),
    }
}

/// The events of an allocation: the check as it was made, then who has the case and why.
pub(crate) fn note_allocation(
    change: &mut Change,
    id: CaseId,
    worker: WorkerId,
    check: ConflictCheck,
    request: &AllocateRequest,
) {
    let outcome = check.outcome;
    change.add(
        Space::Front(id),
        Event::Front(FrontEvent::ConflictChecked { worker, check }),
    );
    let reason = Some(request.reason.trim().to_owned()).filter(|reason| !reason.is_empty());
    let over = request.over.clone().filter(|_| outcome == ConflictOutcome::Manager);
    change.add(
        Space::Front(id),
        Event::Front(FrontEvent::CaseAllocated { worker, reason, over }),
    );
}

impl Desk {
    /// Gives a case to a worker: the check is made afresh, the gates of the policy are asked, then the keys are wrapped to them.
    /// Whoever had the case before loses its keys of every epoch, unless they manage the service.
    ///
    /// # Errors
    /// When a rule or an answer is in the way, when this person does not hold the keys, or when it could not be saved.
    pub async fn allocate(
        &self,
        now: Now,
        id: CaseId,
        worker: WorkerId,
        request: &AllocateRequest,
    ) -> Result<(), AllocateError> {
        let me = self.me().map_err(SaveError::from)?;
        let is_manager = me.role == Role::Manager;
        if worker != me.id && !is_manager {
            return Err(AllocateError::ManagerOnly);
        }
        let (profile, front, check, outcome, has_story) = self.read_front(id, |book, file| {
            let check = book.check(worker, &file.front.family, now.day())?;
            let candidates = book.candidates(&file.front.family, Some(id), now.day());
            let outcome = candidates
                .iter()
                .find(|one| one.worker.id == worker)
                .map_or(check.outcome, |one| one.outcome);
            Ok::<_, AllocateError>((
                book.policy().on(now.day()),
                Front::clone(&file.front),
                check,
                outcome,
                file.has_story(),
            ))
        })??;
        if front.status == CaseStatus::Closed {
            return Err(AllocateError::Closed);
        }
        if front.worker() == Some(worker) && front.holders.contains_key(&worker) {
            return Err(AllocateError::HasItAlready);
        }
        // Whoever answered that they know somebody here stays walled off, whatever the register says (SPS-8).
        if front.answers.get(&worker) == Some(&true) {
            return Err(AllocateError::Barred);
        }
        may_take(profile, outcome, worker == me.id, is_manager, request)?;
        if !self
            .read(|book| book.bars_until_inducted(worker))
            .map_err(SaveError::from)?
            .is_empty()
        {
            return Err(AllocateError::InductionMissing);
        }
        let story_exists = front.epoch > 0;
        if story_exists && !self.holds(Space::Case(id)) {
            return Err(AllocateError::KeysNotHeld);
        }

        let without_aim = request.without_aim.trim();
        if self.owes_aim(now, id)? && without_aim.is_empty() {
            return Err(AllocateError::AimNotAnswered);
        }

        let mut change = Change::new();
        note_allocation(&mut change, id, worker, check, request);
        let before = front.worker().filter(|before| *before != worker);
        if let Some(before) = before {
            self.wall_unless_manager(&mut change, id, &front, before)?;
        }
        self.hand_keys(&mut change, now, id, &front, worker)?;
        let has_words = !request.handover.trim().is_empty() || !without_aim.is_empty();
        if before.is_some() || has_story && has_words {
            let note = request.handover.trim().to_owned();
            change.add(
                Space::Case(id),
                Event::Case(CaseEvent::HandedOver {
                    from: before,
                    to: worker,
                    note,
                    without_aim: without_aim.to_owned(),
                }),
            );
        }
        self.count(&mut change, now, "allocation", outcome_word(outcome));
        self.save(now, change).await?;
        Ok(())
    }

    /// Whether the policy asks for their aim before the case leaves intake, and neither it nor a reason is there (LEI-25).
    ///
    /// # Errors
    /// When there is no such case for this person.
    pub fn owes_aim(&self, now: Now, id: CaseId) -> Result<bool, CaseError> {
        self.read_front(id, |book, file| {
            let asks = book.policy().on(now.day()).rule(Topic::Aim).strength >= Strength::Reason;
            let is_intake = file.front.status == CaseStatus::Intake && !file.front.is_enquiry;
            let owes = |gist: &Gist| !gist.shown.is_anonymous && !gist.aim_is_answered;
            asks && is_intake && file.gist.as_ref().is_some_and(owes)
        })
    }

    /// Whoever hands a case on keeps no key of it, unless they manage the service.
    fn wall_unless_manager(
        &self,
        change: &mut Change,
        id: CaseId,
        front: &Front,
        before: WorkerId,
    ) -> Result<(), SaveError> {
        let is_manager = self.read(|book| book.team.managers().any(|manager| manager.id == before))?;
        if !is_manager {
            self.take_keys(change, id, front, before, "passed on to another worker");
            self.leave_word(change, id, before)?;
        }
        Ok(())
    }
}

pub(crate) const fn outcome_word(outcome: ConflictOutcome) -> &'static str {
    match outcome {
        ConflictOutcome::Clear => "clear",
        ConflictOutcome::Look => "look",
        ConflictOutcome::Reason => "reason",
        ConflictOutcome::Manager => "manager",
        ConflictOutcome::Bar => "bar",
    }
}
