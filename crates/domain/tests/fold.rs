//! From events to state: what a case comes to after an ordinary week.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::case::close::Closing;
use evenhand_domain::case::consent::{Consent, GivenHow, StorageAnswer};
use evenhand_domain::case::contact::{Channel, Contact, ContactWay, Stated, Statement, Wording};
use evenhand_domain::case::party::{OwnWords, Party, WordsKind};
use evenhand_domain::case::state::{Case, CaseStatus, Front};
use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome, Finding, MatchKind};
use evenhand_domain::date::{Day, Moment};
use evenhand_domain::event::{CaseEvent, Entry, FrontEvent};
use evenhand_domain::family::Standing;
use evenhand_domain::ids::{CaseId, EventId, PartyId, WorkerId};
use proptest::prelude::*;

fn worker(n: u8) -> WorkerId {
    WorkerId::new([n; 16])
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn entry<E>(n: u8, event: E) -> Entry<E> {
    let at = Moment::from_millis(1_795_000_000_000 + i64::from(n) * 60_000);
    Entry {
        id: EventId::new([n; 16]),
        by: worker(1),
        at,
        on: day("2026-11-23"),
        event,
    }
}

fn parent() -> Party {
    Party {
        id: PartyId::new([9; 16]),
        name: "Samina Latif".into(),
        is: Standing::Parent,
        service_user: true,
        dob: None,
        age: None,
        phone: Some("01632 960011".into()),
        email: None,
        postcode: None,
        address: None,
        school: None,
        agency: None,
        contact_note: String::new(),
        needs: vec!["Urdu interpreter".into()],
    }
}

fn contact(facts: &str, next: Option<&str>) -> Contact {
    Contact {
        on: day("2026-11-23"),
        at: Some("10:30".into()),
        way: ContactWay::Telephone,
        minutes: Some(20),
        with: vec![parent().id],
        statements: vec![Statement {
            to: parent().id,
            stated: Stated::Yes {
                wording: Wording::Plain,
                understood: "said it back".into(),
            },
        }],
        words: vec![OwnWords {
            party: parent().id,
            kind: WordsKind::Aim,
            words: "I want him back in school".into(),
        }],
        facts: facts.into(),
        their_words: String::new(),
        opinion: String::new(),
        agency: None,
        next: next.map(|what| Action {
            what: what.into(),
            due: day("2026-11-30"),
            who: None,
            kind: ActionKind::Next,
        }),
        venue: None,
        sent: Vec::new(),
        kept_wording: Vec::new(),
        explained: None,
        support: Vec::new(),
        heard: String::new(),
        without_aim: String::new(),
    }
}

fn recorded(facts: &str, next: Option<&str>) -> CaseEvent {
    CaseEvent::ContactRecorded(Box::new(contact(facts, next)))
}

fn fold(events: impl IntoIterator<Item = CaseEvent>) -> Case {
    let mut case = Case::default();
    for (n, event) in (1..).zip(events) {
        case.apply(&entry(n, event));
    }
    case
}

#[test]
fn a_correction_supersedes_and_the_earlier_words_still_show() {
    let case = fold([
        CaseEvent::PartyAdded(parent()),
        recorded("The letter came on Friday.", Some("Ring back")),
        CaseEvent::Corrected {
            of: EventId::new([2; 16]),
            why: "Wrong day".into(),
            with: Box::new(recorded("The letter came on Thursday.", Some("Ring back on Monday"))),
        },
    ]);
    let kept = &case.contacts[0];
    assert_eq!(case.contacts.len(), 1);
    assert_eq!(kept.now.facts, "The letter came on Thursday.");
    assert_eq!(
        (kept.earlier[0].was.facts.as_str(), kept.earlier[0].why.as_str()),
        ("The letter came on Friday.", "Wrong day")
    );
    assert_eq!(case.words.len(), 1, "the aim is not told twice");
    assert_eq!(
        case.open_actions()
            .map(|kept| kept.now.action.what.as_str())
            .collect::<Vec<_>>(),
        ["Ring back on Monday"]
    );
}

#[test]
fn lei_26_a_consent_taken_back_no_longer_holds_and_its_history_stays() {
    let consent = Consent {
        party: parent().id,
        agency: "Hollin Beck School".into(),
        content: "that we will come to the meeting".into(),
        purpose: "to come to the meeting".into(),
        how: GivenHow::Spoken,
        understood: "said it back".into(),
        own_request: false,
        until: Some(day("2026-12-01")),
        signed: None,
    };
    let given = [CaseEvent::PartyAdded(parent()), CaseEvent::ConsentGiven(consent)];
    let case = fold(given.clone());
    assert_eq!(case.consents_for(" hollin beck school ", day("2026-12-01")).count(), 1);
    assert_eq!(
        case.consents_for("Hollin Beck School", day("2026-12-02")).count(),
        0,
        "it ran out"
    );
    assert_eq!(case.consents_for("another school", day("2026-11-23")).count(), 0);
    assert_eq!(
        case.consents_for("Hollin Beck School", day("2026-11-22")).count(),
        0,
        "today's permission does not cover what was said yesterday"
    );

    let withdrawal = CaseEvent::ConsentWithdrawn {
        consent: EventId::new([2; 16]),
        how: "rang to say so".into(),
    };
    let case = fold(given.into_iter().chain([withdrawal]));
    assert_eq!(case.consents_for("Hollin Beck School", day("2026-11-23")).count(), 0);
    assert_eq!(case.consents.len(), 1);
}

#[test]
fn lei_29_who_asks_not_to_be_kept_is_not_kept() {
    let case = fold([
        CaseEvent::PartyAdded(parent()),
        CaseEvent::StorageAnswered(StorageAnswer {
            party: parent().id,
            agreed: false,
            how: GivenHow::Spoken,
        }),
        CaseEvent::IdentityErased,
    ]);
    assert_eq!(case.storage_agreed(), Some(false));
    let left = case.service_user().unwrap();
    assert_eq!((left.name.as_str(), left.phone.as_deref()), ("Parent", None));
    assert!(!format!("{case:?}").contains("Latif"));
}

#[test]
fn a_case_closes_and_opens_again() {
    let closing = Closing {
        outcome: "Back in school".into(),
        ..Closing::default()
    };
    let closed = [CaseEvent::CaseClosed(closing)];
    assert!(fold(closed.clone()).closing().is_some());
    let case = fold(closed.into_iter().chain([CaseEvent::CaseReopened {
        why: "Sent home again".into(),
    }]));
    assert!(case.closing().is_none());
    assert_eq!((case.closings.len(), case.reopenings.len()), (1, 1));
}

fn look() -> ConflictCheck {
    ConflictCheck {
        outcome: ConflictOutcome::Look,
        because: vec!["SPS-15".into()],
        findings: vec![Finding {
            kind: MatchKind::Friend,
            outcome: ConflictOutcome::Look,
            clause: "SPS-15".into(),
            matched: "A similar name".into(),
        }],
        rules: 1,
        interests_checked: 3,
    }
}

#[test]
fn sps_15_a_dismissed_match_stays_dismissed_until_what_is_found_changes() {
    let mut front = Front::default();
    let check = |check| FrontEvent::ConflictChecked {
        worker: worker(2),
        check,
    };
    front.apply(&entry(1, check(look())));
    assert_eq!(front.checks[&worker(2)].outcome(), ConflictOutcome::Look);
    front.apply(&entry(
        2,
        FrontEvent::MatchLookedAt {
            worker: worker(2),
            is_same: false,
            why: "Asked".into(),
        },
    ));
    front.apply(&entry(3, check(look())));
    assert_eq!(front.checks[&worker(2)].outcome(), ConflictOutcome::Clear);
    let mut other = look();
    other.findings[0].matched = "Another similar name".into();
    front.apply(&entry(4, check(other)));
    assert_eq!(front.checks[&worker(2)].outcome(), ConflictOutcome::Look);
    front.apply(&entry(
        5,
        FrontEvent::MatchLookedAt {
            worker: worker(2),
            is_same: true,
            why: "It is her".into(),
        },
    ));
    assert_eq!(front.checks[&worker(2)].outcome(), ConflictOutcome::Bar);
}

#[test]
fn an_allocated_worker_who_is_removed_no_longer_has_the_case() {
    let mut front = Front::default();
    let opened = FrontEvent::CaseOpened {
        case: CaseId::new([5; 16]),
        code: "7KF-3QM".into(),
        channel: Channel::Telephone,
        enquiry: false,
    };
    front.apply(&entry(1, opened));
    front.apply(&entry(
        2,
        FrontEvent::CaseAllocated {
            worker: worker(2),
            reason: None,
            over: None,
        },
    ));
    assert_eq!((front.status, front.worker()), (CaseStatus::Open, Some(worker(2))));
    front.apply(&entry(
        3,
        FrontEvent::HolderRemoved {
            worker: worker(2),
            why: "passed on".into(),
            rule: None,
        },
    ));
    assert_eq!(front.worker(), None);
    assert!(front.ruled_out.is_empty());
}

#[test]
fn an_action_that_was_done_by_mistake_is_to_be_done_again() {
    let action = EventId::new([1; 16]);
    let done = CaseEvent::ActionDone {
        action,
        note: "rang".into(),
    };
    let case = fold([
        recorded("x", Some("Ring the school")),
        done,
        CaseEvent::ActionReopened { action },
    ]);
    assert_eq!(case.open_actions().map(|kept| kept.id).collect::<Vec<_>>(), [action]);
}

#[test]
fn sps_13_an_entry_that_was_marked_by_mistake_counts_again_as_it_stood() {
    let of = EventId::new([1; 16]);
    let marked = CaseEvent::EnteredInError {
        of,
        why: "another family".into(),
    };
    let before = [recorded("x", Some("Ring the school")), CaseEvent::PartyAdded(parent())];
    let after = [marked.clone(), CaseEvent::EntryRestored { of }];
    assert_eq!(
        fold(before.clone()),
        fold(before.clone().into_iter().chain(after.clone()))
    );
    assert_eq!(
        fold(before.clone().into_iter().chain([after[0].clone()])).why_in_error(of),
        Some("another family")
    );

    // Somebody who was marked is part of the case again, with all that was known of them.
    let of = EventId::new([2; 16]);
    let marked = CaseEvent::EnteredInError { of, why: "x".into() };
    let after = [marked, CaseEvent::EntryRestored { of }];
    assert_eq!(fold(before.clone()), fold(before.into_iter().chain(after)));
}

#[test]
fn an_action_that_a_correction_took_out_stays_out_when_its_contact_counts_again() {
    let of = EventId::new([1; 16]);
    let corrected = CaseEvent::Corrected {
        of,
        why: "no such promise".into(),
        with: Box::new(recorded("x", None)),
    };
    let case = fold([
        recorded("x", Some("Ring the school")),
        corrected,
        CaseEvent::EnteredInError { of, why: "y".into() },
        CaseEvent::EntryRestored { of },
    ]);
    assert!(case.contacts[0].in_error.is_none());
    assert_eq!(case.open_actions().count(), 0);
}

fn any_event() -> impl Strategy<Value = CaseEvent> {
    let id = (1..12u8).prop_map(|n| EventId::new([n; 16]));
    prop_oneof![
        ".{0,12}".prop_map(|facts| recorded(&facts, None)),
        ".{0,12}".prop_map(|next| recorded("x", Some(&next))),
        Just(CaseEvent::PartyAdded(parent())),
        (id.clone(), ".{0,8}").prop_map(|(of, why)| CaseEvent::Corrected {
            of,
            why,
            with: Box::new(recorded("corrected", None))
        }),
        (id.clone(), ".{0,8}").prop_map(|(of, why)| CaseEvent::EnteredInError { of, why }),
        id.clone().prop_map(|of| CaseEvent::EntryRestored { of }),
        id.clone().prop_map(|action| CaseEvent::ActionReopened { action }),
        id.prop_map(|action| CaseEvent::ActionDone {
            action,
            note: String::new()
        }),
        Just(CaseEvent::CaseClosed(Closing::default())),
        Just(CaseEvent::CaseReopened { why: "again".into() }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A snapshot equals a replay: an event survives storage, and folding what was stored gives the same case.
    #[test]
    fn what_is_stored_folds_to_the_same_case(events in prop::collection::vec(any_event(), 0..12)) {
        let stored: Vec<CaseEvent> = events
            .iter()
            .map(|event| serde_json::from_str(&serde_json::to_string(event).unwrap()).unwrap())
            .collect();
        prop_assert_eq!(&stored, &events);
        prop_assert_eq!(fold(stored), fold(events));
    }

    /// Nothing that is recorded is ever lost by a later event: contacts only ever grow in number.
    #[test]
    fn no_contact_is_ever_lost(events in prop::collection::vec(any_event(), 0..12)) {
        let recorded = events.iter().filter(|event| matches!(event, CaseEvent::ContactRecorded(_))).count();
        prop_assert_eq!(fold(events).contacts.len(), recorded);
    }
}

#[test]
fn sps_8_a_no_that_was_said_of_an_enquiry_counts_no_more_once_it_is_a_case() {
    let mut front = Front::default();
    for (n, (who, knows)) in (1..).zip([(1, false), (2, true)]) {
        let worker = worker(who);
        front.apply(&entry(n, FrontEvent::InterestAnswered { worker, knows }));
    }
    front.apply(&entry(3, FrontEvent::EnquiryBecameCase));
    assert_eq!(front.answers, [(worker(2), true)].into());
    let (worker, knows) = (worker(1), false);
    front.apply(&entry(4, FrontEvent::InterestAnswered { worker, knows }));
    assert!(front.has_answered_no_interest(worker));
}

#[test]
fn people_stand_in_one_order_whatever_their_identifiers_are() {
    let somebody = |n: u8, is: Standing| Party {
        id: PartyId::new([n; 16]),
        name: format!("{is:?} {n}"),
        is,
        service_user: n == 200,
        ..parent()
    };
    let came = [
        somebody(9, Standing::Practitioner),
        somebody(200, Standing::Parent),
        somebody(3, Standing::Carer),
        somebody(1, Standing::Other),
        somebody(250, Standing::Child),
    ];
    let mut case = Case::default();
    for (n, party) in (1..).zip(came) {
        case.apply(&entry(n, CaseEvent::PartyAdded(party)));
    }
    let names = |people: Vec<&Party>| people.into_iter().map(|party| party.name.clone()).collect::<Vec<_>>();
    let wanted = ["Child 250", "Parent 200", "Carer 3", "Practitioner 9", "Other 1"];
    assert_eq!(names(case.people()), wanted);
    // Changed details leave everybody where they were; somebody new comes last of their kind.
    case.apply(&entry(6, CaseEvent::PartyChanged(somebody(200, Standing::Parent))));
    assert_eq!(names(case.people()), wanted);
    let father = somebody(2, Standing::Parent);
    assert_eq!(
        names(case.people_with(&father))[1..4],
        ["Parent 200", "Carer 3", "Parent 2"]
    );
    assert_eq!(names(case.people_with(&somebody(3, Standing::Carer))), wanted);
    assert_eq!(case.service_user().unwrap().name, "Parent 200");
}
