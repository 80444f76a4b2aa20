//! Reading cases: one, a list, the day's work, what a case owes.

use std::rc::Rc;

use evenhand_domain::case::state::{Case, Front};
use evenhand_domain::event::{CaseEvent, Entry, FrontEvent};
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::worker::Role;
use evenhand_policy::duty::{self, CaseDuty};
use evenhand_policy::profile::{Policy, Profile};

use crate::book::CaseFile;
use crate::case::CaseError;
use crate::case::hold::MAY_HAVE_AN_INTEREST;
use crate::case::list::{CaseFilter, CaseLine, CaseOrder, Work};
use crate::desk::{Desk, Locked};
use crate::now::Now;

/// Takes out why a possible match with somebody else was dismissed, and which rule of the service's own bars them, which says what
/// kind of tie they have: that it was looked at, and that they lost the case, still shows (CAM-19).
fn keep_declared_private(file: &mut CaseFile, me: WorkerId) {
    let is_others = |entry: &Entry<FrontEvent>| match &entry.event {
        FrontEvent::MatchLookedAt { worker, .. } => *worker != me,
        FrontEvent::HolderRemoved { worker, rule, .. } => *worker != me && rule.is_some(),
        _ => false,
    };
    if !file.front_entries.iter().any(is_others) {
        return;
    }
    for entry in Rc::make_mut(&mut file.front_entries)
        .iter_mut()
        .filter(|entry| is_others(entry))
    {
        match &mut entry.event {
            FrontEvent::MatchLookedAt { why, .. } => why.clear(),
            FrontEvent::HolderRemoved { why, rule, .. } => {
                MAY_HAVE_AN_INTEREST.clone_into(why);
                *rule = None;
            }
            _ => {}
        }
    }
    let checks = &mut Rc::make_mut(&mut file.front).checks;
    for (_, check) in checks.iter_mut().filter(|(worker, _)| **worker != me) {
        if let Some((_, why)) = &mut check.looked_at {
            why.clear();
        }
    }
}

/// Leaves out cases that belong with this one and are not this person's to open (SPS-15).
fn keep_links_private(file: &mut CaseFile, is_theirs: impl Fn(CaseId) -> bool) {
    let Some(story) = &mut file.story else { return };
    if story.links.iter().all(|(other, _)| is_theirs(*other)) {
        return;
    }
    Rc::make_mut(story).links.retain(|(other, _)| is_theirs(*other));
    let hides = |event: &CaseEvent| matches!(event, CaseEvent::CaseLinked { case, .. } if !is_theirs(*case));
    Rc::make_mut(&mut file.entries).retain(|entry| !hides(&entry.event));
}

impl Desk {
    /// Reads a case's story, once the question before opening is answered with "no" (SPS-8). It is taken out of the log first.
    pub(crate) async fn read_story<T>(
        &self,
        id: CaseId,
        read: impl FnOnce(Policy, &Front, &Case) -> T,
    ) -> Result<T, CaseError> {
        self.may_read_story(id)?;
        let _lease = self.take_out(id).await?;
        self.look_at_story(id, read)
    }

    /// Whether this person may read a case's story.
    pub(crate) fn may_read_story(&self, id: CaseId) -> Result<(), CaseError> {
        let me = self.me().map_err(|_| CaseError::NoSuchCase)?.id;
        self.read_front(id, |_, file| match file.has_story() {
            false => Err(CaseError::NotYours),
            true if !file.front.has_answered_no_interest(me) => Err(CaseError::NotAnswered),
            true => Ok(()),
        })?
    }

    /// The same of a case that is taken out.
    pub(crate) fn look_at_story<T>(
        &self,
        id: CaseId,
        read: impl FnOnce(Policy, &Front, &Case) -> T,
    ) -> Result<T, CaseError> {
        self.may_read_story(id)?;
        self.read_front(id, |book, file| {
            let out = file.out.as_ref().ok_or(CaseError::NotAtHand)?;
            let story = out.story.as_ref().ok_or(CaseError::NotYours)?;
            Ok(read(book.policy(), &file.front, story))
        })?
    }

    /// The front sheet of a case, as a list shows it.
    ///
    /// # Errors
    /// When there is no such case for this person.
    pub fn front(&self, id: CaseId) -> Result<Rc<Front>, CaseError> {
        self.read_front(id, |_, file| Rc::clone(&file.front))
    }

    /// Whether this person may read a case's story now.
    #[must_use]
    pub fn may_open(&self, id: CaseId) -> bool {
        self.may_read_story(id).is_ok()
    }

    /// Whom a case is about; empty where nobody is named.
    ///
    /// # Errors
    /// When there is no such case for this person.
    pub fn who(&self, id: CaseId) -> Result<String, CaseError> {
        self.read_front(id, |_, file| file.who())
    }

    /// A case as this person may see it now: without its story while the question before opening waits, without a trace of
    /// linked cases that are not theirs to open (SPS-15), and without why a possible match with a colleague was dismissed, which
    /// tells of what they declared (CAM-19).
    ///
    /// # Errors
    /// When there is no such case for this person, or it is not taken out: see [`Desk::take_out`].
    pub fn case(&self, id: CaseId) -> Result<CaseFile, CaseError> {
        let me = self.me().map_err(|_| CaseError::NoSuchCase)?;
        self.read_front(id, |book, file| {
            let mut file = file.file().ok_or(CaseError::NotAtHand)?;
            if !file.front.has_answered_no_interest(me.id) {
                file.story = None;
                file.entries = Rc::default();
            }
            keep_links_private(&mut file, |other| book.cases.contains_key(&other));
            if me.role != Role::Manager {
                keep_declared_private(&mut file, me.id);
            }
            Ok(file)
        })?
    }

    /// Whether one person alone holds a case: nobody else may have it for now, and without their passphrase and their recovery code
    /// it is lost (SPS-15).
    ///
    /// # Errors
    /// When there is no such case for this person.
    pub fn is_held_alone(&self, id: CaseId) -> Result<bool, CaseError> {
        self.read_front(id, |book, file| book.is_held_alone(&file.front))
    }

    /// Whether there is any case for this person.
    #[must_use]
    pub fn has_cases(&self) -> bool {
        self.read(|book| !book.cases.is_empty()).unwrap_or_default()
    }

    /// Every case that passes the filter, for this person.
    #[must_use]
    pub fn cases(&self, filter: &CaseFilter) -> Vec<CaseLine> {
        self.be_ready_to(&filter.search);
        self.with(|open| open.book.list(filter, open.me)).unwrap_or_default()
    }

    /// The first so many of the cases that pass the filter, in an order or the other way round, and how many pass it.
    #[must_use]
    pub fn first_cases(&self, filter: &CaseFilter, order: (CaseOrder, bool), most: usize) -> (Vec<CaseLine>, usize) {
        self.be_ready_to(&filter.search);
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
    /// When the case cannot be read, or is not taken out: see [`Desk::take_out`].
    pub fn duties(&self, now: Now, id: CaseId) -> Result<Vec<CaseDuty>, CaseError> {
        self.look_at_story(id, |policy, front, story| duty::duties(policy, front, story, now.day()))
    }
}
