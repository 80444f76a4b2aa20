//! The question before opening: do you know anyone here, have you any interest? (SPS-8, CAM-16, WES-8)

use evenhand_domain::event::{Event, FrontEvent};
use evenhand_domain::family::Family;
use evenhand_domain::ids::CaseId;
use evenhand_policy::conflict;
use thiserror::Error;

use crate::case::CaseError;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::space::Space;

/// Why the answer was not kept.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AnswerError {
    /// The case is not there.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// Nobody else holds the case: taking these keys away would lose it for everybody.
    #[error("nobody else can open this case yet")]
    NobodyElseHoldsIt,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// What the question before opening shows: names, school and area alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BeforeOpening {
    /// Names as given.
    pub names: Vec<String>,
    /// Schools, nurseries and colleges.
    pub schools: Vec<String>,
    /// Postcode districts: the part before the space.
    pub districts: Vec<String>,
    /// Whether they said that they know somebody who works here, and named nobody (SPS-15).
    pub knows_unnamed: bool,
}

impl From<&Family> for BeforeOpening {
    fn from(family: &Family) -> Self {
        let mut shown = Self::default();
        for member in &family.people {
            // Whoever sent a request again with other details stands there twice.
            if !member.name.is_empty() && !shown.names.contains(&member.name) {
                shown.names.push(member.name.clone());
            }
            shown
                .schools
                .extend(member.school.iter().map(|school| school.name.clone()));
            shown.districts.extend(
                member
                    .postcode
                    .as_deref()
                    .and_then(evenhand_policy::matching::postcode_in)
                    .map(|postcode| postcode.district),
            );
        }
        shown.knows_unnamed = family.knows.as_deref().is_some_and(conflict::is_bare_yes);
        shown.schools.dedup();
        shown.districts.sort();
        shown.districts.dedup();
        shown
    }
}

impl Desk {
    /// Keeps the worker's own answer, before opening or later on. An interest closes the case to them: their keys of every epoch
    /// are taken away at once. Where nobody else holds it, a manager without a conflict gets it first.
    ///
    /// # Errors
    /// When there is no such case for this person, when nobody else can hold it, or when it could not be saved.
    pub async fn answer_before_opening(&self, now: Now, id: CaseId, knows: bool) -> Result<(), AnswerError> {
        let me = self.me().map_err(SaveError::from)?.id;
        let front = self.read_front(id, |_, file| file.front.clone())?;
        let (is_last, gone) = self
            .read(|book| {
                let is_last = book.team.who_hold(&front).all(|holder| holder == me);
                (is_last, book.team.who_left(&front))
            })
            .map_err(SaveError::from)?;
        let heir = if knows && is_last {
            let heir = self.free_manager(now, &front, &[me])?;
            Some(heir.ok_or(AnswerError::NobodyElseHoldsIt)?)
        } else {
            None
        };
        let mut change = Change::new();
        change.add(
            Space::Front(id),
            Event::Front(FrontEvent::InterestAnswered { worker: me, knows }),
        );
        self.count(
            &mut change,
            now,
            "question_before_opening",
            if knows { "yes" } else { "no" },
        );
        if knows {
            self.take_keys(&mut change, id, &front, me, "has an interest");
            self.leave_word(&mut change, id, me)?;
        }
        if let Some(heir) = heir {
            for worker in gone {
                self.take_keys(&mut change, id, &front, worker, "left the service");
            }
            self.hand_keys(&mut change, now, id, &front, heir)?;
        }
        self.save(now, change).await?;
        Ok(())
    }
}
