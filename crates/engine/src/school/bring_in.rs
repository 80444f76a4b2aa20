//! Keeps what was read of the national register, and tells it to the cases and declarations that name its settings.

use std::collections::BTreeMap;

use evenhand_domain::case::attachment::Attachment;
use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::event::{DeclarationEvent, Event, ServiceEvent};
use evenhand_domain::ids::{AttachmentId, CaseId};
use evenhand_domain::interest::InterestKind;
use evenhand_domain::school::{Found, School, Schools};
use evenhand_domain::worker::Role;
use evenhand_store::Table;
use evenhand_vault::ids::BlobId;
use evenhand_vault::space::{BlobKey, seal_chunks};
use thiserror::Error;

use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::draw;
use crate::now::Now;
use crate::space::Space;

/// Why nothing was kept.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BringInSchoolsError {
    /// Only the manager does this.
    #[error("only the manager brings in schools")]
    ManagerOnly,
    /// No open school lies in the areas that were named.
    #[error("no open school lies in these areas")]
    NoneFound,
    /// Links are there, and no schools that they could link.
    #[error("the file of all establishments comes first")]
    SchoolsFirst,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// What was brought in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Brought {
    /// How many settings are kept now.
    pub schools: usize,
    /// How many links to predecessors and successors were of use.
    pub links: usize,
    /// How many people of open cases, and how many declarations, now bear what the register knows of their school.
    pub told: usize,
}

impl Desk {
    /// Keeps the settings of a file that was read, in place of those that were kept, or links those that are. Then every school that
    /// an open case or a declaration names is completed, so that trusts, predecessors and successors are found (SPS-14).
    ///
    /// # Errors
    /// When this person does not manage the service, when there is nothing to be kept, or when it could not be saved. What was kept
    /// before stays then.
    pub async fn bring_in_schools(
        &self,
        now: Now,
        found: Found,
        areas: &[String],
    ) -> Result<Brought, BringInSchoolsError> {
        let me = self.me().map_err(SaveError::from)?;
        if me.role != Role::Manager {
            return Err(BringInSchoolsError::ManagerOnly);
        }
        let before = self.load_schools().await;
        let mut schools = Schools { listed: found.listed };
        let mut areas = areas.to_vec();
        if found.is_links {
            if before.listed.is_empty() {
                return Err(BringInSchoolsError::SchoolsFirst);
            }
            schools = (*before).clone();
            areas = self.team().schools.map(|kept| kept.areas).unwrap_or_default();
        }
        if schools.listed.is_empty() {
            return Err(BringInSchoolsError::NoneFound);
        }
        // The file of all establishments has no links: those that are known stay.
        let linked: BTreeMap<_, _> = before
            .listed
            .iter()
            .map(|one| (&one.school.urn, &one.school.linked))
            .collect();
        for one in schools.listed.iter_mut().filter(|one| one.school.linked.is_empty()) {
            if let Some(linked) = linked.get(&one.school.urn) {
                one.school.linked.clone_from(linked);
            }
        }
        let links = schools.link(&found.links);
        self.keep_schools(now, &schools, areas).await?;
        self.load_schools().await;
        let told = self.tell_cases(now).await + self.tell_declarations(now).await?;
        Ok(Brought {
            schools: schools.listed.len(),
            links,
            told,
        })
    }

    async fn keep_schools(&self, now: Now, schools: &Schools, areas: Vec<String>) -> Result<(), SaveError> {
        let text = schools.write();
        let (id, key) = (AttachmentId::new(draw::id()), BlobKey::make());
        let sealed = seal_chunks(&key, BlobId::new(id.bytes()), text.as_bytes());
        let file = Attachment {
            id,
            name: "schools".to_owned(),
            size: u64::try_from(text.len()).unwrap_or(u64::MAX),
            about: String::new(),
            key: *key.expose_for_event(),
        };
        let count = u32::try_from(schools.listed.len()).unwrap_or(u32::MAX);
        let mut change = Change::new();
        if let Some(old) = self.team().schools {
            change.delete(Table::Blob, old.file.id.bytes().to_vec());
        }
        change.put(Table::Blob, id.bytes().to_vec(), sealed);
        change.add(
            Space::Service,
            Event::Service(ServiceEvent::SchoolsKept { file, areas, count }),
        );
        self.save(now, change).await
    }

    /// Tells the open cases. A closed one is told when it is opened again.
    async fn tell_cases(&self, now: Now) -> usize {
        let cases = self.read(|book| {
            let open = book
                .cases
                .iter()
                .filter(|(_, file)| file.front.status != CaseStatus::Closed);
            let named = open.filter(|(_, file)| {
                let mut people = file.front.family.people.iter();
                people.any(|one| self.knows_more_of(one.school.as_ref()))
            });
            named.map(|(id, _)| *id).collect::<Vec<_>>()
        });
        let mut told = 0;
        for id in cases.unwrap_or_default() {
            told += self.tell_case(now, id).await;
        }
        told
    }

    fn knows_more_of(&self, school: Option<&School>) -> bool {
        school.is_some_and(|school| self.complete(school.clone()) != *school)
    }

    /// Tells a case what the register says today of the schools in it, and whoever is barred by that loses it (SPS-14). Where the case
    /// cannot be changed, because nothing of the family may be kept, its school stays as it was named.
    pub(crate) async fn tell_case(&self, now: Now, id: CaseId) -> usize {
        self.load_schools().await;
        let parties = self.read_story(id, |_, _, story| story.parties.values().cloned().collect::<Vec<_>>());
        let parties = parties.await.unwrap_or_default();
        let mut told = 0;
        for party in parties {
            if self.knows_more_of(party.school.as_ref()) {
                told += usize::from(self.put_party(now, id, party).await.is_ok());
            }
        }
        told
    }

    async fn tell_declarations(&self, now: Now) -> Result<usize, SaveError> {
        let mut change = Change::new();
        let declared = self.read(|book| book.declarations.clone())?;
        for (worker, declarations) in declared {
            for (id, (interest, _)) in declarations.interests {
                let (InterestKind::SchoolPost { school, .. } | InterestKind::OwnChildSchool { school }) = interest.kind
                else {
                    continue;
                };
                let known = self.complete(school.clone());
                if known != school {
                    let event = DeclarationEvent::SchoolKnown { id, school: known };
                    change.add(Space::Declarations(worker), Event::Declaration(event));
                }
            }
        }
        let told = change.events.len();
        if told > 0 {
            self.save(now, change).await?;
        }
        Ok(told)
    }
}
