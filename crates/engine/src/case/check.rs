//! The conflict check: one worker's declared interests against one family, under the service's own policy.

use evenhand_domain::case::state::WorkerCheck;
use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome};
use evenhand_domain::date::Day;
use evenhand_domain::event::{Event, FrontEvent};
use evenhand_domain::family::Family;
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::{Role, Worker};
use evenhand_policy::conflict;
use evenhand_policy::profile::{KINDS, Policy, Profile};
use thiserror::Error;

use crate::book::Book;
use crate::case::CaseError;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::space::Space;

/// Why no check could be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CheckError {
    /// The case is not there, or not for this person.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// There is no such worker, or they have left.
    #[error("there is no such worker")]
    NoSuchWorker,
    /// This person does not hold what that worker declared: only the manager does (CAM-19).
    #[error("only the manager can check another worker")]
    RegisterNotHeld,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// The outcome that counts: what a person found when they looked at the same findings stands (SPS-15).
pub(crate) fn standing(before: Option<&WorkerCheck>, check: &ConflictCheck) -> ConflictOutcome {
    before
        .filter(|before| before.check.findings == check.findings)
        .map_or(check.outcome, WorkerCheck::outcome)
}

/// A worker and what a check of them found.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Who.
    pub worker: Worker,
    /// What was found.
    pub check: ConflictCheck,
    /// The outcome that counts: a possible match that a person looked at stands as they found it.
    pub outcome: ConflictOutcome,
    /// Whether they ever declared anything, if only that there is nothing: else there was nothing to compare.
    pub has_declared: bool,
}

impl Book {
    /// The policy that the service works under, with what it changed.
    pub(crate) fn policy(&self) -> Policy {
        let copied = self.team.profile.unwrap_or(ProfileId::Sps);
        Policy::of(copied, KINDS.into_iter().flat_map(|kind| self.registers.standing(kind)))
    }

    /// Checks a worker against a family. The declarations must be in this book.
    pub(crate) fn check(&self, worker: WorkerId, family: &Family, today: Day) -> Result<ConflictCheck, CheckError> {
        self.check_under(self.policy().on(today), worker, family, today)
    }

    fn check_under(
        &self,
        profile: &Profile,
        worker: WorkerId,
        family: &Family,
        today: Day,
    ) -> Result<ConflictCheck, CheckError> {
        let member = self.team.members.get(&worker).filter(|member| member.left_on.is_none());
        let member = member.ok_or(CheckError::NoSuchWorker)?;
        let declared = self.declarations.get(&worker).ok_or(CheckError::RegisterNotHeld)?;
        Ok(conflict::check(
            profile,
            &member.worker,
            &declared.list(),
            family,
            today,
        ))
    }

    /// Every worker with a fresh check against the family, those who may take the case first (SPS-16).
    pub(crate) fn candidates(&self, family: &Family, case: Option<CaseId>, today: Day) -> Vec<Candidate> {
        let profile = self.policy().on(today);
        let kept = case.and_then(|id| self.cases.get(&id)).map(|file| &file.front.checks);
        let mut candidates: Vec<_> = self
            .team
            .current()
            .into_iter()
            .filter_map(|worker| {
                let check = self.check_under(profile, worker.id, family, today).ok()?;
                let outcome = standing(kept.and_then(|checks| checks.get(&worker.id)), &check);
                Some(Candidate {
                    worker: worker.clone(),
                    check,
                    outcome,
                    has_declared: self
                        .declarations
                        .get(&worker.id)
                        .is_some_and(|declared| declared.last_declared.is_some()),
                })
            })
            .collect();
        candidates.sort_by_key(|candidate| (candidate.outcome, candidate.worker.role == Role::Manager));
        candidates
    }
}

impl Desk {
    /// Every worker whom this person can check, each with a fresh check against the case's family.
    ///
    /// # Errors
    /// When there is no such case for this person.
    pub fn candidates(&self, now: Now, id: CaseId) -> Result<Vec<Candidate>, CheckError> {
        let found = self.read_front(id, |book, file| {
            book.candidates(&file.front.family, Some(id), now.day())
        })?;
        Ok(self.those_shown(found))
    }

    /// A manager sees everybody's outcome; everybody else their own alone, for what a colleague declared is not theirs (CAM-19).
    fn those_shown(&self, candidates: Vec<Candidate>) -> Vec<Candidate> {
        let Ok(me) = self.me() else { return Vec::new() };
        let is_shown = |one: &Candidate| me.role == Role::Manager || one.worker.id == me.id;
        candidates.into_iter().filter(is_shown).collect()
    }

    /// Every worker whom this person can check against a family that is no case yet.
    #[must_use]
    pub fn candidates_for(&self, now: Now, family: &Family) -> Vec<Candidate> {
        self.those_shown(
            self.read(|book| book.candidates(family, None, now.day()))
                .unwrap_or_default(),
        )
    }

    /// Keeps what a person found when they looked at a possible match (SPS-15).
    ///
    /// # Errors
    /// When there is no such case or worker, no reason is given, or it could not be saved.
    pub async fn look_at_match(
        &self,
        now: Now,
        id: CaseId,
        worker: WorkerId,
        is_same: bool,
        why: &str,
    ) -> Result<(), CheckError> {
        if why.trim().is_empty() {
            return Err(CaseError::ReasonMissing.into());
        }
        // Everybody holds what managers declared, for the check alone: to look at it is for managers (CAM-19).
        let me = self.me().map_err(SaveError::from)?;
        if worker != me.id && me.role != Role::Manager {
            return Err(CheckError::RegisterNotHeld);
        }
        let check = self.read_front(id, |book, file| book.check(worker, &file.front.family, now.day()))??;
        let mut change = Change::new();
        change.add(
            Space::Front(id),
            Event::Front(FrontEvent::ConflictChecked { worker, check }),
        );
        let looked = FrontEvent::MatchLookedAt {
            worker,
            is_same,
            why: why.trim().to_owned(),
        };
        change.add(Space::Front(id), Event::Front(looked));
        self.save(now, change).await?;
        Ok(())
    }
}
