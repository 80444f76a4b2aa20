//! Somebody asked not to be kept: what identifies them is erased from the log, and the chain of entries stays whole (LEI-29).

use evenhand_domain::event::{CaseEvent, Event, FrontEvent};
use evenhand_domain::family::{Family, FamilyMember};
use evenhand_domain::ids::{CaseId, EventId};

use crate::case::CaseError;
use crate::case::story::StoryError;
use crate::change::Change;
use crate::desk::Desk;
use crate::now::Now;
use crate::space::Space;

impl Desk {
    /// Erases what identifies the people of a case: names, telephone, addresses, schools, and what they wrote. A count and what
    /// was explained stay. This cannot be taken back.
    ///
    /// # Errors
    /// When the case cannot be worked on, or it could not be saved.
    pub async fn erase_identity(&self, now: Now, id: CaseId) -> Result<(), StoryError> {
        // Its entries are to be at hand until they are erased.
        let _lease = self.take_out(id).await.map_err(CaseError::from)?;
        let parties = self
            .read_story(id, |_, _, story| {
                let people = story.people().into_iter().cloned();
                people.collect::<Vec<_>>()
            })
            .await?;
        let erased = self.read_front(id, |_, file| {
            let Some(out) = &file.out else { return Vec::new() };
            let story = out
                .entries
                .iter()
                .filter(|entry| identifies(&entry.event))
                .map(|entry| entry.id);
            let front = out
                .front_entries
                .iter()
                .filter(|entry| {
                    matches!(
                        entry.event,
                        FrontEvent::FamilyNoted { .. } | FrontEvent::ConflictChecked { .. }
                    )
                })
                .map(|entry| entry.id);
            story.chain(front).collect::<Vec<EventId>>()
        })?;
        let mut change = Change::new();
        change.erased = erased;
        for mut party in parties {
            party.forget();
            change.add(Space::Case(id), Event::Case(CaseEvent::PartyAdded(party)));
        }
        change.add(Space::Case(id), Event::Case(CaseEvent::IdentityErased));
        let words = |change: &Change| {
            change
                .events
                .iter()
                .filter_map(|(_, _, event)| match event {
                    Event::Case(CaseEvent::PartyAdded(party)) => Some(party.as_family_member()),
                    _ => None,
                })
                .collect::<Vec<FamilyMember>>()
        };
        let people = words(&change);
        let family = Family {
            people,
            ..Family::default()
        };
        change.add(Space::Front(id), Event::Front(FrontEvent::FamilyNoted { family }));
        self.save(now, change).await?;
        Ok(())
    }
}

/// Whether an event says who somebody is. What a worker wrote of a contact is theirs to correct; the screen says so.
const fn identifies(event: &CaseEvent) -> bool {
    matches!(
        event,
        CaseEvent::ReferralReceived { .. }
            | CaseEvent::PartyAdded(_)
            | CaseEvent::PartyChanged(_)
            | CaseEvent::WordsNoted(_)
            | CaseEvent::AttachmentAdded(_)
    )
}
