//! Bringing in a locked file that was unlocked: the story waits until the conflict check is done.

use evenhand_domain::case::consent::{GivenHow, StorageAnswer};
use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome};
use evenhand_domain::date::Day;
use evenhand_domain::event::{CaseEvent, Event, FrontEvent, Inbox, ServiceEvent};
use evenhand_domain::family::{Family, FamilyMember};
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_policy::matching;

use crate::case::CaseError;
use crate::case::allocate::AllocateRequest;
use crate::case::answer::BeforeOpening;
use crate::case::check::Candidate;
use crate::case::family::add;
use crate::case::keep::may_keep;
use crate::case::list::CaseLine;
use crate::case::open::OpenError;
use crate::change::Change;
use crate::desk::Desk;
use crate::inbox::referral::{note_aim, note_tasks, opening};
use crate::now::Now;
use crate::shelf::Shelved;
use crate::space::Space;

pub use super::unlock::{BringInError, Unlocked};

/// A locked file that opened. The story in it is not shown before the check is done.
pub struct Incoming {
    file: Unlocked,
    family: Family,
    check: ConflictCheck,
    likely: Vec<CaseLine>,
}

/// What becomes of a file that was brought in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    clippy::large_enum_variant,
    reason = "one is made at a time, when a person decides; on the web it is smaller"
)]
pub enum TakeIn {
    /// A new case.
    NewCase {
        /// Whether whoever brings it in knows anyone here (SPS-8).
        knows: bool,
        /// Who is to have it; none leaves it to be allocated later.
        worker: Option<WorkerId>,
        /// Reason and override for that worker.
        request: AllocateRequest,
        /// Why possible matches are not the same person or place; empty where nobody looked.
        not_the_same: String,
    },
    /// The same request as one that is here already: it goes to that case, which opens again where it is closed.
    Duplicate {
        /// The case.
        of: CaseId,
    },
}

impl Incoming {
    /// The reference code that the family has.
    #[must_use]
    pub fn reference(&self) -> &str {
        &self.file.reference
    }

    /// Which inbox it came by.
    #[must_use]
    pub const fn inbox(&self) -> Inbox {
        self.file.inbox
    }

    /// Names, school and area: all that is shown before the question is answered.
    #[must_use]
    pub fn before_opening(&self) -> BeforeOpening {
        BeforeOpening::from(&self.family)
    }

    /// What the check of this person found.
    #[must_use]
    pub const fn check(&self) -> &ConflictCheck {
        &self.check
    }

    /// Cases that may be about the same child.
    #[must_use]
    pub fn likely_duplicates(&self) -> &[CaseLine] {
        &self.likely
    }

    /// The date that the family gave, so that what is urgent is seen at once.
    #[must_use]
    pub const fn key_date(&self) -> Option<Day> {
        self.file.key_date()
    }
}

impl Desk {
    /// Opens a locked file as bytes or as pasted text, and checks this person against the family in it. Nothing is kept.
    ///
    /// # Errors
    /// What is wrong with the file, or why this person cannot open it.
    pub fn read_file(&self, now: Now, bytes: &[u8]) -> Result<Incoming, BringInError> {
        self.check_file(now, self.unlock_file(bytes)?)
    }

    /// Checks this person against the family in a file, and looks for a case about the same child.
    ///
    /// # Errors
    /// When the file was brought in since it was unlocked, or the workspace is locked.
    pub fn check_file(&self, now: Now, file: Unlocked) -> Result<Incoming, BringInError> {
        self.is_new(&file.digest)?;
        let family = self.complete_family(file.referral.family());
        let me = self.me().map_err(|_| BringInError::Locked)?.id;
        let check = self
            .read(|book| book.check(me, &family, now.day()))
            .map_err(|_| BringInError::Locked)?;
        let check = check.map_err(|_| BringInError::Locked)?;
        let likely = self.likely(&family);
        Ok(Incoming {
            file,
            family,
            check,
            likely,
        })
    }

    /// Cases of this person that may be about the same child: an alike name and the same school, telephone or e-mail.
    fn likely(&self, family: &Family) -> Vec<CaseLine> {
        let alike = |file: &Shelved| {
            let known = file.front.family.people.iter();
            known
                .flat_map(|one| family.people.iter().map(move |other| (one, other)))
                .any(|(one, other)| is_likely_same(one, other))
        };
        self.with(|open| open.book.lines(open.me, alike)).unwrap_or_default()
    }

    /// Takes in a file that opened: as a new case, or with a case that is here already.
    ///
    /// # Errors
    /// When a rule is in the way, or when it could not be saved. The file can be brought in again then.
    pub async fn take_in(&self, now: Now, incoming: &Incoming, how: &TakeIn) -> Result<CaseId, OpenError> {
        let mut change = Change::new();
        let id = match how {
            TakeIn::NewCase {
                knows,
                worker,
                request,
                not_the_same,
            } => {
                let mut asked = opening(
                    &incoming.file.referral,
                    &incoming.family,
                    *knows,
                    *worker,
                    request.clone(),
                );
                asked.not_the_same.clone_from(not_the_same);
                self.begin_case(&mut change, now, &asked)?
            }
            TakeIn::Duplicate { of } => {
                if incoming.check.outcome >= ConflictOutcome::Look {
                    return Err(OpenError::PassItOn(Box::new(incoming.check.clone())));
                }
                self.note_resend(&mut change, now, *of, incoming).await?;
                *of
            }
        };
        let received = CaseEvent::ReferralReceived {
            referral: Box::new(incoming.file.referral.clone()),
            reference: incoming.file.reference.clone(),
        };
        change.add(Space::Case(id), Event::Case(received));
        if matches!(how, TakeIn::NewCase { .. }) {
            note_aim(&mut change, id, &incoming.file.referral);
            note_tasks(&mut change, now, id, &incoming.file.referral, true);
        }
        let digest = ServiceEvent::FileBroughtIn {
            digest: incoming.file.digest,
        };
        change.add(Space::Service, Event::Service(digest));
        self.save(now, change).await?;
        // It may have been closed, and closed cases are not told what the register of schools says anew.
        if matches!(how, TakeIn::Duplicate { .. }) {
            self.tell_case(now, id).await;
        }
        Ok(id)
    }

    /// What comes with a request that was sent again: whom and what it names is checked from now on (SPS-14, SPS-15), a closed
    /// case opens, a "no" to a record counts from now, and somebody replies.
    async fn note_resend(
        &self,
        change: &mut Change,
        now: Now,
        of: CaseId,
        incoming: &Incoming,
    ) -> Result<(), OpenError> {
        let referral = &incoming.file.referral;
        let (status, user, known, family) = self
            .read_story(of, |policy, front, story| {
                may_keep(policy.on(now.day()), story)?;
                // Somebody who is not kept is not brought back by a file.
                if story.is_anonymous {
                    return Err(CaseError::SaidNo);
                }
                let dates = story.actions.iter().map(|kept| kept.now.action.due).collect::<Vec<_>>();
                let mut family = front.family.clone();
                add(&mut family, incoming.family.clone());
                let family = Some(family).filter(|family| *family != front.family);
                Ok((front.status, story.service_user().map(|user| user.id), dates, family))
            })
            .await??;
        if let Some(family) = family {
            change.add(Space::Front(of), Event::Front(FrontEvent::FamilyNoted { family }));
            self.check_again(change, now, of);
        }
        if status == CaseStatus::Closed {
            let why = "They sent their request again".to_owned();
            change.add(Space::Case(of), Event::Case(CaseEvent::CaseReopened { why }));
            change.add(Space::Front(of), Event::Front(FrontEvent::Reopened));
            self.count(change, now, "case_reopened", "yes");
        }
        if let Some(party) = user.filter(|_| !referral.keep_record) {
            let answer = StorageAnswer {
                party,
                agreed: false,
                how: GivenHow::Form,
            };
            change.add(Space::Case(of), Event::Case(CaseEvent::StorageAnswered(answer)));
        }
        let is_new = referral.date.day.is_some_and(|day| !known.contains(&day));
        note_tasks(change, now, of, referral, is_new);
        Ok(())
    }

    /// Checks every worker whom this person can check against the family of a file that opened.
    #[must_use]
    pub fn candidates_to_take(&self, now: Now, incoming: &Incoming) -> Vec<Candidate> {
        self.candidates_for(now, &incoming.family)
    }
}

fn is_likely_same(one: &FamilyMember, other: &FamilyMember) -> bool {
    let both = |one: &Option<String>, other: &Option<String>, same: fn(&str, &str) -> bool| matches!((one, other), (Some(one), Some(other)) if same(one, other));
    let same_school =
        matches!((&one.school, &other.school), (Some(one), Some(other)) if matching::same_school(one, other));
    both(&one.phone, &other.phone, matching::same_phone)
        || both(&one.email, &other.email, matching::same_email)
        || (same_school && matching::may_be_same_person(&one.name, &other.name))
}
