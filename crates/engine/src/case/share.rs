//! What passes with an agency: a permission that held on that day, or the manager's own door; and what it says goes on (LEI-26, LEI-27).

use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::case::contact::{AgencyTalk, Contact, Ground, WithoutPermission};
use evenhand_domain::case::state::Case;
use evenhand_domain::date::Day;
use evenhand_policy::profile::{Profile, Strength, Topic};

use crate::case::record::RecordError;

/// Days within which what an agency said is passed on, unless the worker sets another day.
const PASS_ON_WITHIN_DAYS: u32 = 5;

/// Whether an agency said something in a contact that is to be passed on.
pub(super) fn heard_something(contact: &Contact) -> bool {
    contact
        .agency
        .as_ref()
        .is_some_and(|talk| !talk.heard.trim().is_empty())
}

/// `before` is what stood there where this corrects it, `is_manager` whether this person may share without permission.
pub(super) fn check_agency(
    profile: &'static Profile,
    story: &Case,
    contact: &Contact,
    before: Option<&Contact>,
    is_manager: bool,
) -> Result<(), RecordError> {
    let Some(talk) = &contact.agency else { return Ok(()) };
    let agency = talk.agency.trim().to_owned();
    if agency.is_empty() {
        return Err(RecordError::AgencyNotNamed);
    }
    if let Some(door) = &talk.without_permission {
        let was = before.and_then(|contact| contact.agency.as_ref());
        let is_as_it_was =
            was.is_some_and(|was| was.said == talk.said && was.without_permission == talk.without_permission);
        check_door(talk, door, is_manager || is_as_it_was)?;
    } else {
        check_consent(story, contact, talk, agency)?;
    }
    let must_tell = profile.rule(Topic::AgencyNotice).strength >= Strength::Reason;
    if !talk.told_passed_on && must_tell && talk.why_not_told.trim().is_empty() {
        return Err(RecordError::AgencyNoticeNeedsReason);
    }
    Ok(())
}

/// Sharing without permission is stopped under every policy: none of the five allows it (LEI-26, CAM-3).
fn check_consent(story: &Case, contact: &Contact, talk: &AgencyTalk, agency: String) -> Result<(), RecordError> {
    match talk.consent {
        Some(consent) if !story.consents_for(&agency, contact.on).any(|kept| kept.id == consent) => {
            Err(RecordError::ConsentDoesNotHold { agency })
        }
        None if !talk.said.trim().is_empty() => Err(RecordError::NoConsent { agency }),
        _ => Ok(()),
    }
}

/// The door beside the policy's consent: somebody is not safe, or the law asks. It is the manager's, with every answer.
fn check_door(talk: &AgencyTalk, door: &WithoutPermission, may: bool) -> Result<(), RecordError> {
    let is_empty = |text: &str| text.trim().is_empty();
    if !may {
        return Err(RecordError::WithoutPermissionManagerOnly);
    }
    if is_empty(&door.why)
        || is_empty(&talk.said)
        || talk.consent.is_some()
        || !door.family_told && is_empty(&door.why_family_not_told)
    {
        return Err(RecordError::WithoutPermissionUnanswered);
    }
    Ok(())
}

/// On what ground something was shared without permission, as it is counted.
pub(super) fn ground_to_count(contact: &Contact) -> Option<&'static str> {
    let door = contact.agency.as_ref()?.without_permission.as_ref()?;
    Some(match door.ground {
        Ground::Safeguarding => "safeguarding",
        Ground::LegalDuty => "legal_duty",
    })
}

/// The task to pass on what an agency said (LEI-27).
pub(super) fn pass_on_task(contact: &Contact, today: Day) -> Option<Action> {
    let talk = contact.agency.as_ref().filter(|_| heard_something(contact))?;
    Some(Action {
        what: format!("Pass on what {} said", talk.agency.trim()),
        due: today.plus_working_days(PASS_ON_WITHIN_DAYS),
        who: None,
        kind: ActionKind::PassOn,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use evenhand_domain::case::contact::{ContactWay, Stated, Statement, Wording};
    use evenhand_domain::date::Moment;
    use evenhand_domain::family::Standing;
    use evenhand_domain::profile::ProfileId;
    use pollster::block_on;

    use super::*;
    use crate::case::open::{OpenRequest, new_party};
    use crate::device::set_up::{SetUp, set_up_with};
    use crate::now::Now;
    use crate::people::person::SignIn;
    use crate::{AnyStore, KdfParams, RecoveryCode};

    #[test]
    fn lei_26_what_is_shared_without_permission_is_counted() {
        let now = Now {
            at: Moment::from_millis(1_795_424_400_000),
            offset_minutes: 0,
        };
        let sign_in = SignIn {
            name: "morag".into(),
            passphrase: "otter lamp river cloud seven".into(),
        };
        let asked = SetUp {
            profile: ProfileId::Sps,
            service_name: "Calder Vale SENDIASS".into(),
            manager_name: "Morag Beaton".into(),
            sign_in,
        };
        let store = AnyStore::memory();
        let desk = block_on(set_up_with(
            &store,
            now,
            asked,
            &RecoveryCode::make(),
            KdfParams::floor(),
        ))
        .unwrap();
        let parent = new_party("Samina Latif", Standing::Parent, true);
        let to = parent.id;
        let asked = OpenRequest {
            worker: Some(desk.me().unwrap().id),
            parties: vec![parent],
            ..OpenRequest::default()
        };
        let case = block_on(desk.open_case(now, &asked)).unwrap();
        let stated = Stated::Yes {
            wording: Wording::Plain,
            understood: "said it back".into(),
        };
        let contact = Contact {
            on: now.day(),
            at: None,
            way: ContactWay::Telephone,
            minutes: None,
            with: vec![to],
            statements: vec![Statement { to, stated }],
            words: Vec::new(),
            facts: String::new(),
            their_words: String::new(),
            opinion: String::new(),
            agency: Some(AgencyTalk {
                agency: "The court".into(),
                consent: None,
                said: "Where he lives".into(),
                heard: String::new(),
                told_passed_on: true,
                why_not_told: String::new(),
                without_permission: Some(WithoutPermission {
                    ground: Ground::LegalDuty,
                    why: "A court order".into(),
                    family_told: true,
                    why_family_not_told: String::new(),
                }),
            }),
            next: None,
            venue: None,
            sent: Vec::new(),
            kept_wording: Vec::new(),
            explained: None,
            support: Vec::new(),
            heard: String::new(),
            without_aim: String::new(),
        };
        block_on(desk.record_contact(now, case, contact)).unwrap();
        let counted = desk.read(|book| {
            let all = book.tallies.iter();
            let shared =
                all.filter(|((_, _, gate, answer), _)| gate == "shared_without_permission" && answer == "legal_duty");
            shared.map(|(_, count)| count).sum::<u32>()
        });
        assert_eq!(counted.unwrap(), 1);
    }
}
