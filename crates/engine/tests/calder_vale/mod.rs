//! An invented service on the memory store, spoken to as its people would.

#![allow(dead_code, reason = "each test file uses a part of it")]

pub(crate) mod stored;

use std::future::Future;

use evenhand_domain::case::consent::GivenHow;
use evenhand_domain::case::contact::{Channel, Contact, ContactWay, Stated, Statement, Wording};
use evenhand_domain::case::party::{OwnWords, Party, WordsKind};
use evenhand_domain::date::{Day, Moment};
use evenhand_domain::family::Standing;
use evenhand_domain::ids::{CaseId, PartyId, WorkerId};
use evenhand_domain::interest::{Acquaintance, Interest, InterestKind};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::school::School;
use evenhand_domain::worker::Role;
use evenhand_engine::case::open::{OpenRequest, new_party};
use evenhand_engine::desk::Desk;
use evenhand_engine::device::set_up::{SetUp, set_up_with};
use evenhand_engine::device::unlock::unlock;
use evenhand_engine::now::Now;
use evenhand_engine::people::add::JoinRequest;
use evenhand_engine::people::person::SignIn;
use evenhand_engine::{AnyStore, KdfParams, RecoveryCode};

pub(crate) fn run<T>(doing: impl Future<Output = T>) -> T {
    pollster::block_on(doing)
}

/// Monday 23 November 2026, 09:00 UTC, and so many minutes.
pub(crate) fn now(minutes: i64) -> Now {
    Now {
        at: Moment::from_millis(1_795_424_400_000 + minutes * 60_000),
        offset_minutes: 0,
    }
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(crate) fn sign_in(name: &str) -> SignIn {
    SignIn {
        name: name.to_owned(),
        passphrase: format!("{name} otter lamp river cloud seven"),
    }
}

/// A service with a manager signed in, and the manager's recovery code.
pub(crate) fn service(profile: ProfileId) -> (AnyStore, Desk, RecoveryCode) {
    let store = AnyStore::memory();
    let code = RecoveryCode::make();
    let asked = SetUp {
        profile,
        service_name: "Calder Vale SENDIASS".into(),
        manager_name: "Morag Beaton".into(),
        sign_in: sign_in("morag"),
    };
    let desk = run(set_up_with(&store, now(0), asked, &code, KdfParams::floor())).unwrap();
    (store, desk, code)
}

pub(crate) fn join(desk: &Desk, name: &str, role: Role) -> WorkerId {
    let first = name.split(' ').next().unwrap().to_lowercase();
    let asked = JoinRequest {
        name: name.to_owned(),
        role,
        home_district: String::new(),
        phone: String::new(),
        email: String::new(),
        sign_in: sign_in(&first),
    };
    run(desk.add_worker(now(1), asked, &RecoveryCode::make())).unwrap()
}

pub(crate) fn enter(store: &AnyStore, name: &str) -> Desk {
    run(unlock(store, now(2), sign_in(name))).unwrap()
}

pub(crate) fn friend(name: &str) -> Interest {
    let who = Acquaintance {
        name: name.to_owned(),
        relation: Some("friend".into()),
        dob: None,
        phone: None,
        email: None,
        address: None,
    };
    Interest {
        kind: InterestKind::Friend(who),
        from: None,
        to: None,
    }
}

pub(crate) fn governor(school: &str) -> Interest {
    let school = School {
        urn: None,
        name: school.to_owned(),
        ..School::default()
    };
    Interest {
        kind: InterestKind::SchoolPost {
            post: Some("governor".into()),
            school,
        },
        from: None,
        to: None,
    }
}

pub(crate) fn family(parent: &str, child: &str, school: &str) -> OpenRequest {
    let mut user = new_party(parent, Standing::Parent, true);
    user.phone = Some("01632 960011".into());
    let mut about = new_party(child, Standing::Child, false);
    about.school = Some(School {
        urn: None,
        name: school.to_owned(),
        ..School::default()
    });
    OpenRequest {
        channel: Some(Channel::Telephone),
        parties: vec![user, about],
        knows: Some("no".into()),
        storage: Some((true, GivenHow::Spoken)),
        told_access: "on the telephone".into(),
        ..OpenRequest::default()
    }
}

/// A case that the desk's own worker has.
pub(crate) fn own_case(desk: &Desk, parent: &str) -> CaseId {
    let asked = OpenRequest {
        worker: Some(desk.me().unwrap().id),
        ..family(parent, "Zain", "Alder Bank Primary School")
    };
    run(desk.open_case(now(3), &asked)).unwrap()
}

pub(crate) fn party(desk: &Desk, id: CaseId) -> Party {
    desk.case(id).unwrap().story.unwrap().service_user().unwrap().clone()
}

pub(crate) fn contact(with: PartyId, facts: &str) -> Contact {
    Contact {
        on: day("2026-11-23"),
        at: Some("10:30".into()),
        way: ContactWay::Telephone,
        minutes: Some(20),
        with: vec![with],
        statements: vec![Statement {
            to: with,
            stated: Stated::Yes {
                wording: Wording::Plain,
                understood: "said it back".into(),
            },
        }],
        words: vec![OwnWords {
            party: with,
            kind: WordsKind::Aim,
            words: "I want him back in school".into(),
        }],
        facts: facts.to_owned(),
        their_words: String::new(),
        opinion: String::new(),
        agency: None,
        next: None,
        venue: None,
        sent: Vec::new(),
        kept_wording: Vec::new(),
        explained: None,
        support: Vec::new(),
        heard: String::new(),
        without_aim: String::new(),
    }
}
