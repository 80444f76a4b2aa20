//! Interests: each worker declares for themselves, and the manager sees each one (CAM-19, CAM-20).

use evenhand_domain::date::Day;
use evenhand_domain::event::{DeclarationEvent, Event};
use evenhand_domain::ids::{InterestId, WorkerId};
use evenhand_domain::interest::{Interest, InterestKind};
use thiserror::Error;

use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::draw;
use crate::now::Now;
use crate::space::Space;

/// Why an interest was not kept.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DeclareError {
    /// It can match nothing: it names no school, person or organisation.
    #[error("this names nobody and nothing that could be found")]
    MatchesNothing,
    /// It ends before it begins.
    #[error("it ends before it begins")]
    EndsBeforeItBegins,
    /// There is no such interest.
    #[error("there is no such interest")]
    NoSuchInterest,
    /// This person may not write there.
    #[error("you cannot declare for this worker")]
    NotYours,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Whether something in it could ever be found in a family.
fn can_match(kind: &InterestKind) -> bool {
    let named = |text: &str| text.chars().any(char::is_alphanumeric);
    match kind {
        InterestKind::SchoolPost { school, .. } | InterestKind::OwnChildSchool { school } => {
            named(&school.name) || school.urn.as_deref().is_some_and(named)
        }
        InterestKind::Relative(who) | InterestKind::Friend(who) => {
            named(&who.name) || [&who.phone, &who.email].into_iter().flatten().any(|text| named(text))
        }
        InterestKind::Organisation { name, .. } => named(name),
    }
}

impl Desk {
    /// Declares an interest of a worker: for oneself, or by the manager as told by the worker.
    ///
    /// # Errors
    /// When it can match nothing, when this person may not write there, or when it could not be saved.
    pub async fn declare(
        &self,
        now: Now,
        worker: WorkerId,
        mut interest: Interest,
    ) -> Result<InterestId, DeclareError> {
        if !can_match(&interest.kind) {
            return Err(DeclareError::MatchesNothing);
        }
        if matches!((interest.from, interest.to), (Some(from), Some(to)) if to < from) {
            return Err(DeclareError::EndsBeforeItBegins);
        }
        if let InterestKind::SchoolPost { school, .. } | InterestKind::OwnChildSchool { school } = &mut interest.kind {
            *school = self.load_schools().await.complete(std::mem::take(school));
        }
        let id = InterestId::new(draw::id());
        self.note_declaration(now, worker, DeclarationEvent::InterestDeclared { id, interest })
            .await?;
        Ok(id)
    }

    /// Notes the last day of an interest.
    ///
    /// # Errors
    /// When there is no such interest, when it would end before it began, or when it could not be saved.
    pub async fn end_interest(&self, now: Now, worker: WorkerId, id: InterestId, to: Day) -> Result<(), DeclareError> {
        let declared = self.declarations(worker).ok_or(DeclareError::NotYours)?;
        let (interest, _) = declared.interests.get(&id).ok_or(DeclareError::NoSuchInterest)?;
        if interest.from.is_some_and(|from| to < from) {
            return Err(DeclareError::EndsBeforeItBegins);
        }
        self.note_declaration(now, worker, DeclarationEvent::InterestEnded { id, to })
            .await
    }

    /// Notes that a worker has nothing to declare (CAM-20).
    ///
    /// # Errors
    /// When this person may not write there, or when it could not be saved.
    pub async fn declare_nothing(&self, now: Now, worker: WorkerId) -> Result<(), DeclareError> {
        self.note_declaration(now, worker, DeclarationEvent::NothingToDeclare)
            .await
    }

    async fn note_declaration(&self, now: Now, worker: WorkerId, event: DeclarationEvent) -> Result<(), DeclareError> {
        let space = Space::Declarations(worker);
        if !self.holds(space) {
            return Err(DeclareError::NotYours);
        }
        let mut change = Change::new();
        change.add(space, Event::Declaration(event));
        self.save(now, change).await?;
        Ok(())
    }
}
