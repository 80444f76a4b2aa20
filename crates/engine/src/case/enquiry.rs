//! Enquiries that name nobody, and what makes a case of one (CAM-1, CAM-4).

use evenhand_domain::case::contact::{Channel, Enquiry, Stated};
use evenhand_domain::case::state::{CaseStatus, Front};
use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::event::{CaseEvent, Event, FrontEvent};
use evenhand_domain::ids::{CaseId, WorkerId};

use crate::case::CaseError;
use crate::case::allocate::AllocateError;
use crate::case::keep::may_begin;
use crate::case::open::{OpenError, OpenRequest, Opener, check_parties, note_parties};
use crate::case::opener::{note_opener, note_worker};
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::draw;
use crate::now::Now;
use crate::space::Space;

impl Desk {
    /// Logs an enquiry that names nobody (CAM-1, CAM-4).
    ///
    /// # Errors
    /// When the topic or the reason is missing, or when it could not be saved.
    pub async fn log_enquiry(&self, now: Now, channel: Channel, enquiry: Enquiry) -> Result<CaseId, OpenError> {
        if enquiry.topic.trim().is_empty() {
            return Err(OpenError::TopicMissing);
        }
        if matches!(&enquiry.stated, Stated::No { why } if why.trim().is_empty()) {
            return Err(OpenError::StatementNeedsReason);
        }
        let me = self.me().map_err(SaveError::from)?.id;
        let id = CaseId::new(draw::id());
        let mut change = Change::new();
        let opened = FrontEvent::CaseOpened {
            case: id,
            code: draw::code(),
            channel,
            enquiry: true,
        };
        let mut holders = vec![me];
        holders.extend(
            self.team()
                .managers()
                .map(|manager| manager.id)
                .find(|manager| *manager != me),
        );
        self.lay_keys(&mut change, id, opened, &holders)?;
        // It names nobody, so there is nobody to know.
        let answered = FrontEvent::InterestAnswered {
            worker: me,
            knows: false,
        };
        change.add(Space::Front(id), Event::Front(answered));
        let answer = if matches!(enquiry.stated, Stated::Yes { .. }) {
            "yes"
        } else {
            "no"
        };
        self.count(&mut change, now, "statement.enquiry", answer);
        self.count(&mut change, now, "enquiry", channel_word(channel));
        change.add(Space::Case(id), Event::Case(CaseEvent::EnquiryAnswered(enquiry)));
        self.save(now, change).await?;
        Ok(id)
    }

    /// Makes a case of an enquiry: the people are named now, and the conflict check is made. Whoever held the enquiry and may
    /// know the family loses its keys before the story is written, whoever makes it a case among them (SPS-15, WES-9).
    ///
    /// # Errors
    /// When it is no enquiry or is closed; else as for opening a case.
    pub async fn enquiry_to_case(&self, now: Now, id: CaseId, asked: &OpenRequest) -> Result<(), OpenError> {
        check_parties(asked)?;
        may_begin(self.policy().on(now.day()), asked)?;
        let mut front = self.read_front(id, |_, file| Front::clone(&file.front))?;
        if !front.is_enquiry {
            return Err(OpenError::NotAnEnquiry);
        }
        if front.status == CaseStatus::Closed {
            return Err(CaseError::Closed.into());
        }
        let family = asked.family();
        let opener = self.opener(now, &family, asked)?;
        let worker = match asked.worker {
            // Whoever answered that they know somebody stays walled off, whatever the register says (SPS-8).
            Some(worker) if front.answers.get(&worker) == Some(&true) => return Err(AllocateError::Barred.into()),
            Some(worker) => Some(self.check_worker(now, &family, &opener, worker, asked)?),
            None => None,
        };
        let mut change = Change::new();
        change.add(Space::Front(id), Event::Front(FrontEvent::EnquiryBecameCase));
        change.add(
            Space::Front(id),
            Event::Front(FrontEvent::FamilyNoted { family: family.clone() }),
        );
        note_opener(&mut change, id, &opener, asked);
        // From here on keys are asked for against the family that is named, not against the nobody of the enquiry.
        front.family = family;
        self.wall_off(&mut change, now, id, &front, &opener, asked.worker)?;
        let stays = |holder: &WorkerId| !change.walled.contains(holder);
        let own = opener.may_hold.then_some(opener.id);
        let to = asked.worker.or(own).or(front.holders.keys().copied().find(stays));
        let to = match to {
            Some(to) => Some(to),
            None => self.free_manager(now, &front, &change.walled)?,
        };
        let to = to.ok_or_else(|| OpenError::PassItOn(Box::new(opener.check.clone())))?;
        if let Some(worker) = worker {
            note_worker(&mut change, id, worker, &opener, asked);
        }
        // Keys are taken away first, so that the new epoch goes to everybody who holds the case from now on.
        if !change.walled.is_empty() || !front.holders.contains_key(&to) {
            self.hand_keys(&mut change, now, id, &front, to)?;
        }
        note_parties(&mut change, id, asked);
        self.save(now, change).await?;
        Ok(())
    }

    /// Takes the keys from everybody who holds an enquiry and may know the family that is named now.
    fn wall_off(
        &self,
        change: &mut Change,
        now: Now,
        id: CaseId,
        front: &Front,
        opener: &Opener,
        worker: Option<WorkerId>,
    ) -> Result<(), SaveError> {
        for holder in front.holders.keys().copied() {
            let is_clear = self.read(|book| {
                let check = book.check(holder, &front.family, now.day());
                check.is_ok_and(|check| check.outcome == ConflictOutcome::Clear)
            })?;
            let may_hold = if holder == opener.id {
                opener.may_hold
            } else {
                is_clear || worker == Some(holder)
            };
            if !may_hold {
                self.take_keys(change, id, front, holder, "may have an interest");
            }
        }
        Ok(())
    }
}

/// How it came, as a count says it.
pub(crate) const fn channel_word(channel: Channel) -> &'static str {
    match channel {
        Channel::Form => "form",
        Channel::Telephone => "telephone",
        Channel::FaceToFace => "face_to_face",
        Channel::Letter => "letter",
        Channel::Email => "email",
    }
}
