//! An entry that does not belong here: it still shows, with why, and counts for nothing (SPS-13).

use evenhand_domain::case::party::Party;
use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::event::{CaseEvent, Event, FrontEvent};
use evenhand_domain::family::Family;
use evenhand_domain::ids::{CaseId, EventId};

use crate::case::CaseError;
use crate::case::story::StoryError;
use crate::change::Change;
use crate::desk::Desk;
use crate::now::Now;
use crate::space::Space;

impl Desk {
    /// Marks an entry as not belonging here: a contact, a permission, options, a decision, an action, or the entry that
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
        if !self.read_front(id, |_, file| file.has_entry(of))? {
            return Err(CaseError::NoSuchEntry.into());
        }
        let family = self.read_story(id, |_, front, story| {
            if front.status == CaseStatus::Closed {
                return Err(StoryError::from(CaseError::Closed));
            }
            let Some(mistaken) = story.brought_in_by(of) else {
                return Ok(None);
            };
            if story.parties.get(&mistaken).is_some_and(|party| party.service_user) {
                return Err(StoryError::ServiceUser);
            }
            let rest = story.parties.values().filter(|party| party.id != mistaken);
            Ok(Some(Family {
                people: rest.map(Party::as_family_member).collect(),
                ..front.family.clone()
            }))
        })??;
        let mut change = Change::new();
        change.add(Space::Case(id), Event::Case(CaseEvent::EnteredInError { of, why }));
        if let Some(family) = family {
            change.add(Space::Front(id), Event::Front(FrontEvent::FamilyNoted { family }));
            self.check_again(&mut change, now, id);
        }
        self.save(now, change).await?;
        Ok(())
    }
}
