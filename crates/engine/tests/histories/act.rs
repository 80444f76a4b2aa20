//! What each step does. A verb that refuses is as good a step as one that does it.

use evenhand_domain::case::close::{FeedbackOffer, FeedbackWay};
use evenhand_domain::case::contact::{Channel, Enquiry, Stated, Wording};
use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome};
use evenhand_domain::event::Override;
use evenhand_domain::family::Standing;
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::interest::Interest;
use evenhand_domain::referral::Referral;
use evenhand_domain::register::{Kind, RegisterEntry};
use evenhand_domain::school::School;
use evenhand_domain::worker::{Role, Worker};
use evenhand_engine::case::allocate::AllocateRequest;
use evenhand_engine::case::close::CloseRequest;
use evenhand_engine::case::open::{OpenRequest, new_party};
use evenhand_engine::desk::Desk;
use evenhand_engine::inbox::bring_in::TakeIn;
use evenhand_vault::inbox::{FormKind, InboxPublic, seal_form};

use crate::calder_vale::{day, family, friend, governor, join, now, run};
use crate::house::{House, Person};
use crate::rows::Own;
use crate::step::Step;

const SCHOOLS: [&str; 2] = ["Alder Bank Primary School", "Troutbeck Gate School"];
/// Two that are common nowhere, one that a friend of like name may be, one who works here, one who says no more than "yes".
const FAMILIES: [&str; 5] = [
    "Marmaduke Stibbs-Pomeroy",
    "Hepzibah Thistlethorne",
    "Katherine Wood",
    "Devon Hibbert",
    "Samina Latif",
];

/// Whom a request that is sent again names.
const NAMED: [(&str, &str); 4] = [
    ("no", ""),
    ("yes", "my cousin Devon Hibbert"),
    ("yes", "Greta Holm is my sister"),
    ("yes", ""),
];

impl House {
    pub(crate) fn act(&mut self, desk: &Desk, by: WorkerId, step: &Step) {
        let at = now(self.minute);
        let case_of = |cases: &[CaseId], which: usize| cases.get(which % cases.len().max(1)).copied();
        match *step {
            Step::Declare { worker, interest, .. } => {
                let worker = self.who(worker);
                self.declares(desk, worker, interest);
            }
            Step::Nothing { .. } => {
                let _ = run(desk.declare_nothing(at, by));
            }
            Step::Fail { after, at_unlock } => self.fails = Some((after, at_unlock)),
            Step::End { interest, days, .. } => {
                let to = at.day().plus_days(days);
                let declared = self.declared.entry(by).or_default();
                if let Some((id, kept)) = declared.get_mut(interest)
                    && run(desk.end_interest(at, by, *id, to)).is_ok()
                {
                    kept.to = Some(to);
                }
            }
            Step::Rename { name, .. } => {
                let me = desk.me().unwrap();
                let name = ["Hepzibah Thistlethorne", "Una Brackenridge", "Oswin Tarn", "Idris Fell"][name].to_owned();
                let _ = run(desk.change_worker(at, Worker { name, ..me }));
            }
            Step::Open {
                family,
                worker,
                knows,
                over,
                dismissed,
                ..
            } => {
                let worker = worker.map(|worker| self.who(worker));
                let asked = OpenRequest {
                    worker,
                    opener_knows: knows,
                    request: request(over),
                    own_not_the_same: if dismissed {
                        "Ours is another".into()
                    } else {
                        String::new()
                    },
                    not_the_same: if dismissed {
                        "Ours is another".into()
                    } else {
                        String::new()
                    },
                    ..family_of(family)
                };
                if let Ok(id) = run(desk.open_case(at, &asked)) {
                    self.opened(desk, by, id, &asked);
                }
            }
            Step::Enquire { .. } => {
                let enquiry = Enquiry {
                    topic: "School transport".into(),
                    minutes: None,
                    stated: Stated::Yes {
                        wording: Wording::Plain,
                        understood: "said it back".into(),
                    },
                    note: String::new(),
                };
                if let Ok(id) = run(desk.log_enquiry(at, Channel::Telephone, enquiry)) {
                    self.cases.push(id);
                }
            }
            Step::Become {
                case,
                family,
                worker,
                knows,
                ..
            } => {
                // The newest enquiries first, for most cases are none.
                let is_enquiry = |id: &CaseId| desk.front(*id).is_ok_and(|front| front.is_enquiry);
                let enquiries: Vec<CaseId> = self.cases.iter().rev().copied().filter(is_enquiry).collect();
                let Some(id) = case_of(&enquiries, case) else { return };
                let asked = OpenRequest {
                    worker: worker.map(|worker| self.who(worker)),
                    opener_knows: knows,
                    request: request(true),
                    ..family_of(family)
                };
                if run(desk.enquiry_to_case(at, id, &asked)).is_ok() {
                    self.named(desk, by, id, &asked);
                }
            }
            Step::Answer { case, knows, .. } => {
                let Some(case) = case_of(&self.cases, case) else { return };
                if run(desk.answer_before_opening(at, case, knows)).is_ok() && knows {
                    self.said.insert((by, case));
                }
            }
            Step::Look {
                worker, case, is_same, ..
            } => {
                let Some(case) = case_of(&self.cases, case) else { return };
                let worker = self.who(worker);
                let _ = run(desk.look_at_match(at, case, worker, is_same, "I asked them"));
            }
            Step::Allocate { case, worker, over, .. } => {
                let Some(case) = case_of(&self.cases, case) else { return };
                let worker = self.who(worker);
                let Ok(front) = desk.front(case) else { return };
                let check = self.check(&desk.team(), worker, &front.family);
                if run(desk.allocate(at, case, worker, &request(over))).is_ok() {
                    self.allow(worker, case, over, check);
                }
            }
            Step::Change { case, to, comes, .. } => {
                let Some(case) = case_of(&self.cases, case) else { return };
                let _lease = run(desk.take_out(case));
                let Ok(Some(story)) = desk.case(case).map(|file| file.story) else {
                    return;
                };
                let party = if comes {
                    new_party(FAMILIES[to], Standing::Other, false)
                } else {
                    // An enquiry has nobody in it yet.
                    let child = story.people().into_iter().find(|party| party.is == Standing::Child);
                    let Some(mut child) = child.cloned() else { return };
                    child.school = Some(School {
                        urn: None,
                        name: SCHOOLS[to % SCHOOLS.len()].into(),
                        ..School::default()
                    });
                    child
                };
                let _ = run(desk.put_party(at, case, party));
            }
            Step::SendAgain {
                case,
                family,
                school,
                named,
                ..
            } => {
                let Some(of) = case_of(&self.cases, case) else { return };
                let sent = sent_again(FAMILIES[family], SCHOOLS[school], NAMED[named]);
                let file = seal_form(&InboxPublic::from_text(&self.inbox).unwrap(), FormKind::Referral, &sent);
                let Ok(incoming) = desk.read_file(at, file.unwrap().bytes()) else {
                    return;
                };
                let _ = run(desk.take_in(at, &incoming, &TakeIn::Duplicate { of }));
            }
            Step::Rule { tie, is_bar, days, .. } => {
                let entry = RegisterEntry::new(Kind::OwnOutcome)
                    .with("setting", ["friend", "relative", "organisation"][tie])
                    .with("outcome", if is_bar { "bar" } else { "as_copied" })
                    .with("why", "The group asked for it")
                    .with("from", at.day().plus_days(days));
                if run(desk.enter(at, entry)).is_ok() {
                    self.policy = desk.policy();
                    self.passes = days;
                }
            }
            Step::Leave { worker, .. } => self.leaves(desk, worker),
            Step::Depart {
                worker,
                other,
                interest,
                ..
            } => {
                let other = self.who(other);
                self.leaves(desk, worker);
                self.declares(desk, other, interest);
            }
            Step::Join { is_manager, .. } => {
                if desk.me().unwrap().role != Role::Manager || self.current().len() > 6 {
                    return;
                }
                let role = if is_manager { Role::Manager } else { Role::Officer };
                let name = format!("newcomer{}", self.people.len());
                let id = join(desk, &name, role);
                let own = Own::of(&self.store, &name);
                let has_left = false;
                self.people.push((id, Person { name, own, has_left }));
            }
            Step::Close { case, again, .. } => {
                let Some(case) = case_of(&self.cases, case) else { return };
                if again {
                    let _ = run(desk.reopen_case(at, case, "It stopped"));
                    return;
                }
                let feedback = FeedbackOffer {
                    way: FeedbackWay::NotNow,
                    why: "Not the moment".into(),
                };
                let asked = CloseRequest {
                    outcome: "They know what to do".into(),
                    as_they_see_it: String::new(),
                    feedback,
                    why_left_open: "They wished to end here".into(),
                };
                let _ = run(desk.close_case(at, case, asked));
            }
        }
    }

    fn declares(&mut self, desk: &Desk, worker: WorkerId, interest: usize) {
        let interest = interest_of(interest);
        if let Ok(id) = run(desk.declare(now(self.minute), worker, interest.clone())) {
            self.declared.entry(worker).or_default().push((id, interest));
        }
    }

    fn leaves(&mut self, desk: &Desk, worker: usize) {
        let worker = self.who(worker);
        if run(desk.mark_left(now(self.minute), worker)).is_ok() {
            let left = self.people.iter_mut().find(|(id, _)| *id == worker);
            left.unwrap().1.has_left = true;
        }
    }

    fn opened(&mut self, desk: &Desk, by: WorkerId, id: CaseId, asked: &OpenRequest) {
        self.cases.push(id);
        self.named(desk, by, id, asked);
    }

    fn named(&mut self, desk: &Desk, by: WorkerId, id: CaseId, asked: &OpenRequest) {
        if asked.opener_knows {
            self.said.insert((by, id));
        }
        if let Some(worker) = asked.worker {
            let check = self.check(&desk.team(), worker, &asked.family());
            self.allow(worker, id, asked.request.over.is_some(), check);
        }
    }

    fn allow(&mut self, worker: WorkerId, case: CaseId, over: bool, check: ConflictCheck) {
        let is_allowed = over && check.outcome == ConflictOutcome::Manager;
        let findings = if is_allowed { check.findings } else { Vec::new() };
        self.allowed.insert((worker, case), findings);
    }
}

fn sent_again(parent: &str, school: &str, (answer, words): (&str, &str)) -> Vec<u8> {
    let text = format!(
        r#"{{"version":1,"who":"parent","device":"own","help":{{"topics":[],"something_else":"a refusal"}},
        "story":"They refused again","want":"","date":{{"has":"no","what":"","day":null,"rough":""}},
        "child":{{"first_name":"Zain","age":8,"school_year":"","school":{{"kind":"named","name":"{school}"}}}},
        "postcode":"","knows":{{"answer":"{answer}","words":"{words}"}},"person":{{"name":"{parent}","works_at":""}},
        "contact":{{"by":"text","value":"01632 960011","safe_message":true,"times":""}},
        "needs":{{"list":[],"interpreter":"","reading":"","something_else":""}},"keep_record":true,"language":"en"}}"#
    );
    Referral::from_bytes(text.as_bytes()).unwrap().to_bytes().unwrap()
}

fn interest_of(which: usize) -> Interest {
    match which {
        0..=2 => friend(FAMILIES[which]),
        3 => friend("Katherine Evans-Wood"),
        _ => governor(SCHOOLS[which - 4]),
    }
}

fn family_of(which: usize) -> OpenRequest {
    let mut asked = family(FAMILIES[which], "Zain", SCHOOLS[which % SCHOOLS.len()]);
    if which == 4 {
        asked.knows = Some("yes".into());
    }
    asked.aim = "I want him back in school".into();
    asked
}

fn request(over: bool) -> AllocateRequest {
    let over = over.then(|| Override {
        reason: "Nobody else speaks Polish".into(),
        told_on: Some(day("2026-11-23")),
        told_how: "On the telephone".into(),
        alternatives: "Waiting two weeks".into(),
        answer: "They would rather not wait".into(),
        more: Vec::new(),
    });
    AllocateRequest {
        reason: "Nobody is nearer".into(),
        over,
        handover: String::new(),
        without_aim: "They are not sure yet".into(),
    }
}
