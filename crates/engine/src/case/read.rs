//! Reading cases: one, a list, the day's work, what a case owes.

use evenhand_domain::case::state::{Case, Front};
use evenhand_domain::event::{CaseEvent, FrontEvent};
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::worker::Role;
use evenhand_policy::duty::{self, CaseDuty};
use evenhand_policy::profile::{Policy, Profile};

use crate::book::CaseFile;
use crate::case::CaseError;
use crate::case::list::{CaseFilter, CaseLine, CaseOrder, Work};
use crate::desk::{Desk, Locked};
use crate::now::Now;

/// Takes out why a possible match with somebody else was dismissed: that it was looked at still shows (CAM-19).
fn keep_declared_private(file: &mut CaseFile, me: WorkerId) {
    for entry in &mut file.front_entries {
        if let FrontEvent::MatchLookedAt { worker, why, .. } = &mut entry.event
            && *worker != me
        {
            why.clear();
        }
    }
    for (_, check) in file.front.checks.iter_mut().filter(|(worker, _)| **worker != me) {
        if let Some((_, why)) = &mut check.looked_at {
            why.clear();
        }
    }
}

impl Desk {
    /// Reads a case's story, once the question before opening is answered with "no" (SPS-8).
    pub(crate) fn read_story<T>(
        &self,
        id: CaseId,
        read: impl FnOnce(Policy, &Front, &Case) -> T,
    ) -> Result<T, CaseError> {
        let me = self.me().map_err(|_| CaseError::NoSuchCase)?.id;
        self.read_front(id, |book, file| {
            let story = file.story.as_ref().ok_or(CaseError::NotYours)?;
            if !file.front.has_answered_no_interest(me) {
                return Err(CaseError::NotAnswered);
            }
            Ok(read(book.policy(), &file.front, story))
        })?
    }

    /// A case as this person may see it now: without its story while the question before opening waits, without a trace of
    /// linked cases that are not theirs to open (SPS-15), and without why a possible match with a colleague was dismissed, which
    /// tells of what they declared (CAM-19).
    ///
    /// # Errors
    /// When there is no such case for this person.
    pub fn case(&self, id: CaseId) -> Result<CaseFile, CaseError> {
        let me = self.me().map_err(|_| CaseError::NoSuchCase)?;
        self.read_front(id, |book, file| {
            let mut file = file.clone();
            if !file.front.has_answered_no_interest(me.id) {
                file.story = None;
                file.entries.clear();
            }
            let is_theirs = |other: CaseId| book.cases.contains_key(&other);
            if let Some(story) = &mut file.story {
                story.links.retain(|(other, _)| is_theirs(*other));
            }
            file.entries
                .retain(|entry| !matches!(entry.event, CaseEvent::CaseLinked { case, .. } if !is_theirs(case)));
            if me.role != Role::Manager {
                keep_declared_private(&mut file, me.id);
            }
            file
        })
    }

    /// Whether one person alone holds a case: nobody else may have it for now, and without their passphrase and their recovery code
    /// it is lost (SPS-15).
    ///
    /// # Errors
    /// When there is no such case for this person.
    pub fn is_held_alone(&self, id: CaseId) -> Result<bool, CaseError> {
        self.read_front(id, |_, file| file.front.holders.len() == 1)
    }

    /// Every case that passes the filter, for this person.
    #[must_use]
    pub fn cases(&self, filter: &CaseFilter) -> Vec<CaseLine> {
        self.with(|open| open.book.list(filter, open.me)).unwrap_or_default()
    }

    /// The first so many of the cases that pass the filter, in an order or the other way round, and how many pass it.
    #[must_use]
    pub fn first_cases(&self, filter: &CaseFilter, order: (CaseOrder, bool), most: usize) -> (Vec<CaseLine>, usize) {
        self.with(|open| open.book.first_lines(filter, open.me, order, most))
            .unwrap_or_default()
    }

    /// What this person has to do.
    ///
    /// # Errors
    /// When the workspace is locked.
    pub fn work(&self, now: Now) -> Result<Work, Locked> {
        let me = self.me()?;
        self.read(|book| book.work(me.id, me.role == Role::Manager, now.day()))
    }

    /// The policy that the service works under, with what it changed, day by day.
    #[must_use]
    pub fn policy(&self) -> Policy {
        self.read(|book| book.policy())
            .unwrap_or_else(|_| Profile::of(evenhand_domain::profile::ProfileId::Sps).into())
    }

    /// What the case owes under the policy, and what shows where each duty stands.
    ///
    /// # Errors
    /// When the case cannot be read.
    pub fn duties(&self, now: Now, id: CaseId) -> Result<Vec<CaseDuty>, CaseError> {
        self.read_story(id, |policy, front, story| duty::duties(policy, front, story, now.day()))
    }
}
