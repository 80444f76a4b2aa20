//! Recording a contact: the gates of the policy first, then the entry, its tasks and its counts in one save.

use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::case::contact::{Contact, ContactWay, Stated};
use evenhand_domain::case::state::{Case, CaseStatus};
use evenhand_domain::date::Day;
use evenhand_domain::event::{CaseEvent, Event};
use evenhand_domain::family::Standing;
use evenhand_domain::ids::{CaseId, EventId, PartyId};
use evenhand_policy::profile::{Profile, Strength, Topic};
use thiserror::Error;

use crate::case::CaseError;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::space::Space;

/// Why a contact was not recorded. Nothing was changed, and the text is still on the page.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RecordError {
    /// The case cannot be worked on.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// Nobody took part.
    #[error("a contact is with somebody")]
    NobodyTookPart,
    /// There is nothing in it.
    #[error("a contact says what happened")]
    Empty,
    /// It lies in the future.
    #[error("a contact cannot take place after today")]
    InTheFuture,
    /// Whether impartiality was stated is not answered for somebody (SPS-11, SPS-12).
    #[error("whether impartiality was stated is not answered")]
    StatementNotAnswered {
        /// For whom.
        party: PartyId,
    },
    /// It was not stated, and no reason was given.
    #[error("why impartiality was not stated is not answered")]
    StatementNeedsReason {
        /// To whom it was not stated.
        party: PartyId,
    },
    /// Whether the service user may be kept has to be answered first (LEI-29).
    #[error("whether a record may be kept is not answered")]
    StorageNotAnswered,
    /// They have not been told how to see their record (LEI-30).
    #[error("they have not been told how to see their record")]
    AccessNotTold,
    /// No permission covers what was said to the agency (LEI-26).
    #[error("no permission covers what was said to {agency}")]
    NoConsent {
        /// The agency.
        agency: String,
    },
    /// The permission named is not for this agency, or holds no longer.
    #[error("that permission does not hold for {agency}")]
    ConsentDoesNotHold {
        /// The agency.
        agency: String,
    },
    /// The agency has no name.
    #[error("which agency it was is not answered")]
    AgencyNotNamed,
    /// The agency was not told that what it says is passed on, and no reason was given (LEI-27).
    #[error("why the agency was not told is not answered")]
    AgencyNoticeNeedsReason,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// Days within which what an agency said is passed on, unless the worker sets another day.
const PASS_ON_WITHIN_DAYS: u32 = 5;

impl Desk {
    /// Records a contact with a case (SPS-11 to SPS-13, LEI-25 to LEI-27).
    ///
    /// # Errors
    /// When a gate of the policy is not answered, or when it could not be saved. Nothing is changed then.
    pub async fn record_contact(&self, now: Now, id: CaseId, contact: Contact) -> Result<EventId, RecordError> {
        let mut change = Change::new();
        let event = self.read_story(id, |profile, front, story| {
            if front.status == CaseStatus::Closed {
                return Err(CaseError::Closed.into());
            }
            check(profile, story, &contact, now.day())
        })??;
        let pass_on = event.then(|| pass_on_task(&contact, now.day())).flatten();
        self.count_statements(&mut change, now, &contact);
        let recorded = change.add(
            Space::Case(id),
            Event::Case(CaseEvent::ContactRecorded(Box::new(contact))),
        );
        if let Some(action) = pass_on {
            change.add(Space::Case(id), Event::Case(CaseEvent::ActionSet(action)));
        }
        self.save(now, change).await?;
        Ok(recorded)
    }

    /// Corrects a contact: the new text stands in its place, and the earlier one still shows.
    ///
    /// # Errors
    /// As for recording; also when no reason is given or there is no such contact.
    pub async fn correct_contact(
        &self,
        now: Now,
        id: CaseId,
        of: EventId,
        why: &str,
        contact: Contact,
    ) -> Result<(), RecordError> {
        self.read_story(id, |profile, _, story| {
            if !story.contacts.iter().any(|kept| kept.id == of) {
                return Err(CaseError::NoSuchEntry.into());
            }
            if why.trim().is_empty() {
                return Err(CaseError::ReasonMissing.into());
            }
            check(profile, story, &contact, now.day()).map(|_| ())
        })??;
        let with = Box::new(CaseEvent::ContactRecorded(Box::new(contact)));
        let event = CaseEvent::Corrected {
            of,
            why: why.trim().to_owned(),
            with,
        };
        let mut change = Change::new();
        change.add(Space::Case(id), Event::Case(event));
        self.save(now, change).await?;
        Ok(())
    }

    /// Counts whether the statement was made, by month and role, without the case (CAM-9).
    fn count_statements(&self, change: &mut Change, now: Now, contact: &Contact) {
        let gate = if contact.way == ContactWay::Meeting {
            "statement.meeting"
        } else {
            "statement.contact"
        };
        for statement in &contact.statements {
            let answer = if matches!(statement.stated, Stated::Yes { .. }) {
                "yes"
            } else {
                "no"
            };
            self.count(change, now, gate, answer);
        }
    }
}

/// True when the contact heard something from an agency that is to be passed on.
fn check(profile: &'static Profile, story: &Case, contact: &Contact, today: Day) -> Result<bool, RecordError> {
    if contact.with.is_empty() {
        return Err(RecordError::NobodyTookPart);
    }
    if contact.on > today {
        return Err(RecordError::InTheFuture);
    }
    check_storage(profile, story)?;
    check_statements(profile, story, contact)?;
    let heard = check_agency(profile, story, contact, today)?;
    let said_something = [&contact.facts, &contact.their_words, &contact.opinion]
        .into_iter()
        .chain(contact.words.iter().map(|words| &words.words))
        .chain(contact.agency.iter().flat_map(|talk| [&talk.said, &talk.heard]))
        .any(|text| !text.trim().is_empty());
    if said_something {
        Ok(heard)
    } else {
        Err(RecordError::Empty)
    }
}

/// Nothing that identifies somebody is kept before they agreed and were told how to see it (LEI-29, LEI-30).
fn check_storage(profile: &'static Profile, story: &Case) -> Result<(), RecordError> {
    let must = |topic| profile.rule(topic).strength >= Strength::Reason;
    let answer = story.storage_agreed();
    if answer.is_none() && must(Topic::StorageAgreement) {
        return Err(RecordError::StorageNotAnswered);
    }
    let told = story
        .service_user()
        .is_some_and(|user| story.told.contains_key(&user.id));
    if !told && !story.is_anonymous && answer != Some(false) && must(Topic::RecordsTold) {
        return Err(RecordError::AccessNotTold);
    }
    Ok(())
}

fn check_statements(profile: &'static Profile, story: &Case, contact: &Contact) -> Result<(), RecordError> {
    let topic = if contact.way == ContactWay::Meeting {
        Topic::StatementAtMeeting
    } else {
        Topic::StatementAtContact
    };
    let must = profile.rule(topic).strength >= Strength::Reason;
    for party in &contact.with {
        // An agency on the telephone is told that what it says is passed on; the statement is owed to the others,
        // and at a meeting to everybody (SPS-12).
        let is_agency = story
            .parties
            .get(party)
            .is_some_and(|party| party.is == Standing::Practitioner && !party.service_user);
        let is_owed = contact.way == ContactWay::Meeting || !is_agency;
        let answer = contact.statements.iter().find(|statement| statement.to == *party);
        match answer.map(|statement| &statement.stated) {
            None if must && is_owed => return Err(RecordError::StatementNotAnswered { party: *party }),
            Some(Stated::No { why }) if why.trim().is_empty() => {
                return Err(RecordError::StatementNeedsReason { party: *party });
            }
            _ => {}
        }
    }
    Ok(())
}

fn check_agency(profile: &'static Profile, story: &Case, contact: &Contact, today: Day) -> Result<bool, RecordError> {
    let Some(talk) = &contact.agency else { return Ok(false) };
    let agency = talk.agency.trim().to_owned();
    if agency.is_empty() {
        return Err(RecordError::AgencyNotNamed);
    }
    let disclosed = !talk.said.trim().is_empty();
    let holds = |consent| {
        story
            .consents_for(&agency, contact.on.min(today))
            .any(|kept| kept.id == consent)
    };
    match talk.consent {
        Some(consent) if !holds(consent) => {
            return Err(RecordError::ConsentDoesNotHold { agency });
        }
        // Sharing without permission is stopped under every profile: no policy of the five allows it (LEI-26, CAM-3).
        None if disclosed => return Err(RecordError::NoConsent { agency }),
        _ => {}
    }
    let must_tell = profile.rule(Topic::AgencyNotice).strength >= Strength::Reason;
    if !talk.told_passed_on && must_tell && talk.why_not_told.trim().is_empty() {
        return Err(RecordError::AgencyNoticeNeedsReason);
    }
    Ok(!talk.heard.trim().is_empty())
}

fn pass_on_task(contact: &Contact, today: Day) -> Option<Action> {
    let talk = contact.agency.as_ref()?;
    Some(Action {
        what: format!("Pass on what {} said", talk.agency.trim()),
        due: today.plus_working_days(PASS_ON_WITHIN_DAYS),
        who: None,
        kind: ActionKind::PassOn,
    })
}
