//! An entry that does not belong here: it still shows, with why, and counts for nothing (SPS-13).

use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::event::{CaseEvent, Event, FrontEvent};
use evenhand_domain::family::Family;
use evenhand_domain::ids::{CaseId, EventId};

use crate::case::CaseError;
use crate::case::keep::may_keep;
use crate::case::story::StoryError;
use crate::change::Change;
use crate::desk::Desk;
use crate::now::Now;
use crate::shelf::Out;
use crate::space::Space;

impl Desk {
    /// Marks an entry as not belonging here: a contact, a permission, options, a decision, an action, a file, or the entry that
    /// brought somebody into the case. Where it is somebody, the family on the front sheet follows and everybody who was
    /// checked is checked again.
    ///
    /// # Errors
    /// When no reason is given, there is no such entry, it is the service user, or it could not be saved.
    pub async fn mark_in_error(&self, now: Now, id: CaseId, of: EventId, why: &str) -> Result<(), StoryError> {
        let why = why.trim().to_owned();
        if why.is_empty() {
            return Err(CaseError::ReasonMissing.into());
        }
        let _lease = self.take_out(id).await.map_err(CaseError::from)?;
        let has_entry = |out: &Out| out.has_entry(of);
        if !self.read_front(id, |_, file| file.out.as_ref().is_some_and(has_entry))? {
            return Err(CaseError::NoSuchEntry.into());
        }
        let family = self
            .read_story(id, |_, front, story| {
                if front.status == CaseStatus::Closed {
                    return Err(StoryError::from(CaseError::Closed));
                }
                let Some(mistaken) = story.brought_in_by(of) else {
                    return Ok(None);
                };
                if story.parties.get(&mistaken).is_some_and(|party| party.service_user) {
                    return Err(StoryError::ServiceUser);
                }
                let rest = story.people().into_iter().filter(|party| party.id != mistaken);
                Ok(Some(self.family_of(front, story, rest)))
            })
            .await??;
        self.save_with_family(now, id, CaseEvent::EnteredInError { of, why }, family)
            .await
    }

    /// Takes such a mark back: the entry counts again, as it stood. That it was marked stays in the log. Where it is somebody,
    /// the family follows and everybody is checked again, as when somebody is added.
    ///
    /// # Errors
    /// When the entry is not marked, nothing more may be kept (LEI-29), or it could not be saved.
    pub async fn restore_entry(&self, now: Now, id: CaseId, of: EventId) -> Result<(), StoryError> {
        let family = self
            .read_story(id, |policy, front, story| {
                if front.status == CaseStatus::Closed {
                    return Err(StoryError::from(CaseError::Closed));
                }
                may_keep(policy.on(now.day()), story)?;
                if story.why_in_error(of).is_none() {
                    return Err(CaseError::NoSuchEntry.into());
                }
                let back = story.brought_in_by(of).and_then(|party| story.mistaken.get(&party));
                Ok(back.map(|(party, _)| self.family_of(front, story, story.people_with(party).into_iter())))
            })
            .await??;
        self.save_with_family(now, id, CaseEvent::EntryRestored { of }, family)
            .await
    }

    async fn save_with_family(
        &self,
        now: Now,
        id: CaseId,
        event: CaseEvent,
        family: Option<Family>,
    ) -> Result<(), StoryError> {
        let mut change = Change::new();
        change.add(Space::Case(id), Event::Case(event));
        if let Some(family) = family {
            change.add(Space::Front(id), Event::Front(FrontEvent::FamilyNoted { family }));
            self.check_again(&mut change, now, id);
        }
        self.save(now, change).await?;
        Ok(())
    }
}
