//! Recording a contact: the gates of the policy first, then the entry, its tasks and its counts in one save.

use evenhand_domain::case::contact::{Contact, ContactWay, Explained, Stated, Venue};
use evenhand_domain::case::party::WordsKind;
use evenhand_domain::case::state::{Case, CaseStatus};
use evenhand_domain::date::Day;
use evenhand_domain::event::{CaseEvent, Event};
use evenhand_domain::family::Standing;
use evenhand_domain::ids::{CaseId, EventId, PartyId};
use evenhand_domain::worker::Role;
use evenhand_policy::profile::{Profile, Strength, Topic};
use thiserror::Error;

use crate::case::CaseError;
use crate::case::keep::may_keep;
use crate::case::share::{check_agency, ground_to_count, heard_something, pass_on_task};
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
    /// How the worker knows that the statement was understood is asked for (CAM-15).
    #[error("how the statement was understood is not answered")]
    UnderstandingMissing {
        /// By whom.
        party: PartyId,
    },
    /// Where they met, and for home or elsewhere who asked for it and why, is not answered (LEI-19).
    #[error("where they met is not answered")]
    VenueNotAnswered,
    /// What they want is not noted, and neither is why it is not known (LEI-25).
    #[error("what they want is not answered")]
    AimNotAnswered,
    /// Whose decision was explained, what it was or how it was explained is missing; where the policy asks, also the reasons that were
    /// given and what stays unclear (CAM-25).
    #[error("an answer is missing about the decision that was explained")]
    ExplainedNotAnswered,
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
    /// Only the manager shares something without permission (LEI-26).
    #[error("only the manager shares something without permission")]
    WithoutPermissionManagerOnly,
    /// Why, what, or whether the family was told is missing where something was shared without permission (LEI-26).
    #[error("an answer is missing about what was shared without permission")]
    WithoutPermissionUnanswered,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl Desk {
    /// Records a contact with a case (SPS-11 to SPS-13, LEI-25 to LEI-27).
    ///
    /// # Errors
    /// When a gate of the policy is not answered, or when it could not be saved. Nothing is changed then.
    pub async fn record_contact(&self, now: Now, id: CaseId, contact: Contact) -> Result<EventId, RecordError> {
        let mut change = Change::new();
        let is_manager = self.may_share_alone();
        self.read_story(id, |profile, front, story| {
            if front.status == CaseStatus::Closed {
                return Err(CaseError::Closed.into());
            }
            let asked = Asked {
                profile,
                story,
                today: now.day(),
                is_manager,
                before: None,
            };
            check(&asked, &contact)
        })
        .await??;
        let pass_on = pass_on_task(&contact, now.day());
        self.count_statements(&mut change, now, &contact);
        if let Some(ground) = ground_to_count(&contact) {
            self.count(&mut change, now, "shared_without_permission", ground);
        }
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

    /// Corrects a contact: the new text stands in its place, and the earlier one still shows. What an agency said and was not
    /// noted before is to be passed on from now (LEI-27).
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
        let is_manager = self.may_share_alone();
        let before = self
            .read_story(id, |profile, _, story| {
                let kept = story.contacts.iter().find(|kept| kept.id == of);
                let before = &kept.ok_or(CaseError::NoSuchEntry)?.now;
                if why.trim().is_empty() {
                    return Err(RecordError::from(CaseError::ReasonMissing));
                }
                let asked = Asked {
                    profile,
                    story,
                    today: now.day(),
                    is_manager,
                    before: Some(before),
                };
                check(&asked, &contact)?;
                Ok(before.clone())
            })
            .await??;
        let pass_on = pass_on_task(&contact, now.day()).filter(|_| !heard_something(&before));
        let newly_shared = ground_to_count(&contact).filter(|_| ground_to_count(&before).is_none());
        let with = Box::new(CaseEvent::ContactRecorded(Box::new(contact)));
        let event = CaseEvent::Corrected {
            of,
            why: why.trim().to_owned(),
            with,
        };
        let mut change = Change::new();
        change.add(Space::Case(id), Event::Case(event));
        if let Some(action) = pass_on {
            change.add(Space::Case(id), Event::Case(CaseEvent::ActionSet(action)));
        }
        if let Some(ground) = newly_shared {
            self.count(&mut change, now, "shared_without_permission", ground);
        }
        self.save(now, change).await?;
        Ok(())
    }

    /// Whether this person may share something without permission: the manager, and nobody else (LEI-26).
    fn may_share_alone(&self) -> bool {
        self.me().is_ok_and(|me| me.role == Role::Manager)
    }

    /// Counts whether the statement was made to each, and what was sent, by month and role, without the case (CAM-9). The first has a
    /// gate of its own, so that contacts can be counted by it (LEI-2).
    fn count_statements(&self, change: &mut Change, now: Now, contact: &Contact) {
        let (first, others, nobody) = match contact.way {
            ContactWay::Meeting => ("statement.meeting", "statement.meeting.others", "contact.meeting"),
            _ => ("statement.contact", "statement.contact.others", "contact"),
        };
        let gates = std::iter::once(first).chain(std::iter::repeat(others));
        for (gate, statement) in gates.zip(&contact.statements) {
            let answer = if matches!(statement.stated, Stated::Yes { .. }) {
                "yes"
            } else {
                "no"
            };
            self.count(change, now, gate, answer);
        }
        if contact.statements.is_empty() {
            self.count(change, now, nobody, "yes");
        }
        if !contact.sent.is_empty() {
            self.count(change, now, "sent", &contact.sent.len().to_string());
        }
    }
}

/// What a check of a contact needs besides the contact.
struct Asked<'a> {
    profile: &'static Profile,
    story: &'a Case,
    today: Day,
    is_manager: bool,
    /// What stood there, where the contact corrects it.
    before: Option<&'a Contact>,
}

fn check(asked: &Asked<'_>, contact: &Contact) -> Result<(), RecordError> {
    let Asked { profile, story, .. } = *asked;
    if contact.with.is_empty() {
        return Err(RecordError::NobodyTookPart);
    }
    if contact.on > asked.today {
        return Err(RecordError::InTheFuture);
    }
    may_keep(profile, story)?;
    check_statements(profile, story, contact)?;
    check_venue(profile, contact)?;
    check_explained(profile, contact)?;
    if asked.before.is_none() {
        check_aim(profile, story, contact)?;
    }
    check_agency(profile, story, contact, asked.before, asked.is_manager)?;
    let said_something = [&contact.facts, &contact.their_words, &contact.opinion]
        .into_iter()
        .chain(contact.words.iter().map(|words| &words.words))
        .chain(contact.agency.iter().flat_map(|talk| [&talk.said, &talk.heard]))
        .chain(contact.explained.iter().map(|told| &told.decision))
        .any(|text| !text.trim().is_empty());
    if said_something {
        Ok(())
    } else {
        Err(RecordError::Empty)
    }
}

/// Whether somebody is there for an agency rather than for the family.
fn is_agency(story: &Case, party: PartyId) -> bool {
    let party = story.parties.get(&party);
    party.is_some_and(|party| party.is == Standing::Practitioner && !party.service_user)
}

/// A place other than a neutral one has somebody who asked for it, and a reason (LEI-19).
fn check_venue(profile: &'static Profile, contact: &Contact) -> Result<(), RecordError> {
    let must = profile.rule(Topic::Venue).strength >= Strength::Reason;
    if must && contact.way.is_in_person() && !contact.venue.as_ref().is_some_and(Venue::is_answered) {
        return Err(RecordError::VenueNotAnswered);
    }
    Ok(())
}

/// A decision that was explained says whose and what it is and how it was explained, or it explains nothing. That a side was taken
/// stops nobody from saying so: it counts as not met (CAM-25).
fn check_explained(profile: &'static Profile, contact: &Contact) -> Result<(), RecordError> {
    let must = profile.rule(Topic::DecisionExplained).strength >= Strength::Reason;
    let is_lacking = |told: &Explained| {
        !told.is_explained() || must && (told.reasons.trim().is_empty() || told.unclear.trim().is_empty())
    };
    match contact.explained.as_ref().is_some_and(is_lacking) {
        true => Err(RecordError::ExplainedNotAnswered),
        false => Ok(()),
    }
}

/// The first contact with the family asks for their aim, or says why it is not known (LEI-25).
fn check_aim(profile: &'static Profile, story: &Case, contact: &Contact) -> Result<(), RecordError> {
    let must = profile.rule(Topic::Aim).strength >= Strength::Reason;
    let with_family = contact.with.iter().any(|party| !is_agency(story, *party));
    let is_given =
        contact.words.iter().any(|words| words.kind == WordsKind::Aim) || !contact.without_aim.trim().is_empty();
    if must && with_family && !is_given && !story.aim_is_answered() {
        return Err(RecordError::AimNotAnswered);
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
    let must_understand = profile.rule(Topic::StatementUnderstood).strength >= Strength::Reason;
    for party in &contact.with {
        // An agency on the telephone is told that what it says is passed on; the statement is owed to the others,
        // and at a meeting to everybody (SPS-12).
        let is_owed = contact.way == ContactWay::Meeting || !is_agency(story, *party);
        let answer = contact.statements.iter().find(|statement| statement.to == *party);
        match answer.map(|statement| &statement.stated) {
            None if must && is_owed => return Err(RecordError::StatementNotAnswered { party: *party }),
            Some(Stated::No { why }) if why.trim().is_empty() => {
                return Err(RecordError::StatementNeedsReason { party: *party });
            }
            // Whether a letter was understood cannot be known while it is written.
            Some(Stated::Yes { understood, .. })
                if must_understand && !contact.way.is_written() && understood.trim().is_empty() =>
            {
                return Err(RecordError::UnderstandingMissing { party: *party });
            }
            _ => {}
        }
    }
    Ok(())
}
