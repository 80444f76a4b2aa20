//! Enquiries that name nobody, and what makes a case of one (CAM-1, CAM-4).

use evenhand_domain::case::contact::{Channel, Enquiry, Stated};
use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::event::{CaseEvent, Event, FrontEvent};
use evenhand_domain::ids::CaseId;

use crate::case::allocate::note_allocation;
use crate::case::open::{OpenError, OpenRequest, channel_word, check_parties, note_parties};
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

    /// Makes a case of an enquiry: the people are named now, and the conflict check is made.
    ///
    /// # Errors
    /// As for opening a case.
    pub async fn enquiry_to_case(&self, now: Now, id: CaseId, asked: &OpenRequest) -> Result<(), OpenError> {
        check_parties(asked)?;
        let family = asked.family();
        let opener = self.opener(now, &family, asked.opener_knows, &asked.not_the_same)?;
        if !opener.may_hold {
            return Err(OpenError::PassItOn(Box::new(opener.check)));
        }
        let front = self.read_front(id, |_, file| file.front.clone())?;
        let mut change = Change::new();
        change.add(Space::Front(id), Event::Front(FrontEvent::EnquiryBecameCase));
        change.add(
            Space::Front(id),
            Event::Front(FrontEvent::FamilyNoted { family: family.clone() }),
        );
        let checked = FrontEvent::ConflictChecked {
            worker: opener.id,
            check: opener.check.clone(),
        };
        change.add(Space::Front(id), Event::Front(checked));
        if let Some(worker) = asked.worker {
            let (worker, check) = self.check_worker(now, &family, &opener, worker, asked)?;
            note_allocation(&mut change, id, worker, check, &asked.request);
            if !front.holders.contains_key(&worker) {
                self.hand_keys(&mut change, now, id, &front, worker)?;
            }
        }
        // Whoever holds the enquiry and turns out to know the family loses its keys before the story is written.
        for holder in front.holders.keys().copied().filter(|holder| *holder != opener.id) {
            let check = self
                .read(|book| book.check(holder, &family, now.day()))
                .map_err(SaveError::from)?;
            if check.is_ok_and(|check| check.outcome >= ConflictOutcome::Look) && asked.worker != Some(holder) {
                self.take_keys(&mut change, id, &front, holder, "may have an interest");
            }
        }
        if !change.walled.is_empty() && !change.minted.iter().any(|(space, _, _)| *space == Space::Case(id)) {
            self.hand_keys(&mut change, now, id, &front, opener.id)?;
        }
        note_parties(&mut change, id, asked);
        self.save(now, change).await?;
        Ok(())
    }
}
