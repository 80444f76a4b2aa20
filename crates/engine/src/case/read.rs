//! Reading cases: one, a list, the day's work, what a case owes.

use evenhand_domain::case::state::{Case, Front};
use evenhand_domain::ids::CaseId;
use evenhand_domain::worker::Role;
use evenhand_policy::duty::{self, CaseDuty};
use evenhand_policy::profile::Profile;

use crate::book::CaseFile;
use crate::case::CaseError;
use crate::case::list::{CaseFilter, CaseLine, Work};
use crate::desk::{Desk, Locked};
use crate::now::Now;

impl Desk {
    /// Reads a case's story, once the question before opening is answered with "no" (SPS-8).
    pub(crate) fn read_story<T>(
        &self,
        id: CaseId,
        read: impl FnOnce(&'static Profile, &Front, &Case) -> T,
    ) -> Result<T, CaseError> {
        let me = self.me().map_err(|_| CaseError::NoSuchCase)?.id;
        self.read_front(id, |book, file| {
            let story = file.story.as_ref().ok_or(CaseError::NotYours)?;
            if !file.front.has_answered_no_interest(me) {
                return Err(CaseError::NotAnswered);
            }
            Ok(read(book.profile(), &file.front, story))
        })?
    }

    /// A case as this person may see it now: without its story while the question before opening waits.
    ///
    /// # Errors
    /// When there is no such case for this person.
    pub fn case(&self, id: CaseId) -> Result<CaseFile, CaseError> {
        let me = self.me().map_err(|_| CaseError::NoSuchCase)?.id;
        self.read_front(id, |_, file| {
            let mut file = file.clone();
            if !file.front.has_answered_no_interest(me) {
                file.story = None;
                file.entries.clear();
            }
            file
        })
    }

    /// Every case that passes the filter, for this person.
    #[must_use]
    pub fn cases(&self, filter: &CaseFilter) -> Vec<CaseLine> {
        self.with(|open| open.book.list(filter, open.me)).unwrap_or_default()
    }

    /// What this person has to do.
    ///
    /// # Errors
    /// When the workspace is locked.
    pub fn work(&self, now: Now) -> Result<Work, Locked> {
        let me = self.me()?;
        self.read(|book| book.work(me.id, me.role == Role::Manager, now.day()))
    }

    /// The policy that the service works under.
    #[must_use]
    pub fn profile(&self) -> &'static Profile {
        self.read(|book| book.profile())
            .unwrap_or_else(|_| Profile::of(evenhand_domain::profile::ProfileId::Sps))
    }

    /// What the case owes under the policy, and what shows where each duty stands.
    ///
    /// # Errors
    /// When the case cannot be read.
    pub fn duties(&self, id: CaseId) -> Result<Vec<CaseDuty>, CaseError> {
        self.read_story(id, duty::duties)
    }
}
