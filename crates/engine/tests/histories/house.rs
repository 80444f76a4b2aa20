//! A service whose people do what a history tells, and what must hold of its keys.

use std::collections::{BTreeMap, BTreeSet};

use evenhand_domain::case::state::Front;
use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome, Finding};
use evenhand_domain::event::Inbox;
use evenhand_domain::family::Family;
use evenhand_domain::ids::{CaseId, InterestId, WorkerId};
use evenhand_domain::interest::Interest;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::register::{Kind, RegisterEntry};
use evenhand_domain::team::Team;
use evenhand_domain::worker::Role;
use evenhand_engine::AnyStore;
use evenhand_engine::case::list::CaseFilter;
use evenhand_engine::desk::Desk;
use evenhand_engine::device::unlock::unlock;
use evenhand_policy::conflict;
use evenhand_policy::profile::{Policy, Profile};
use evenhand_store::CommitError;

use crate::calder_vale::{join, now, run, service, sign_in};
use crate::replay;
use crate::rows::{Own, Wrap};
use crate::step::Step;

pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) own: Own,
    pub(crate) has_left: bool,
}

pub(crate) struct House {
    pub(crate) store: AnyStore,
    /// The key to which families lock what they send.
    pub(crate) inbox: String,
    pub(crate) minute: i64,
    pub(crate) people: Vec<(WorkerId, Person)>,
    pub(crate) cases: Vec<CaseId>,
    /// What each worker declared, as they said it.
    pub(crate) declared: BTreeMap<WorkerId, Vec<(InterestId, Interest)>>,
    /// Who said that they know somebody.
    pub(crate) said: BTreeSet<(WorkerId, CaseId)>,
    /// What the manager allowed, with what was found then.
    pub(crate) allowed: BTreeMap<(WorkerId, CaseId), Vec<Finding>>,
    /// Who of those who work here held each case, by the stored rows, when it was looked at last.
    held: BTreeMap<CaseId, BTreeSet<WorkerId>>,
    /// Which save fails in what happens next: after so many, counted from the unlocking or from when it is done.
    pub(crate) fails: Option<(u32, bool)>,
    /// The rules that the service works by.
    pub(crate) policy: Policy,
    /// How many days pass before anybody unlocks again.
    pub(crate) passes: i64,
    /// How many pairs of a case and somebody were looked at.
    pub(crate) looked_at: usize,
    /// How often somebody unlocked from a snapshot.
    pub(crate) from_snapshots: usize,
}

impl House {
    pub(crate) fn open(profile: ProfileId, has_second_inbox: bool) -> Self {
        let (store, desk, _) = service(profile);
        let mut ids = vec![(desk.me().unwrap().id, "morag")];
        for (name, role) in [
            ("Greta Holm", Role::Manager),
            ("Devon Hibbert", Role::Officer),
            ("Priya Nair", Role::Officer),
            ("Vera Oduya", Role::Volunteer),
        ] {
            ids.push((join(&desk, name, role), name.split(' ').next().unwrap()));
        }
        let inbox = run(desk.open_inbox(now(2), Inbox::First, ids[0].0)).unwrap().key;
        if has_second_inbox {
            run(desk.open_inbox(now(2), Inbox::Second, ids[3].0)).unwrap();
        }
        desk.lock();
        let people = ids.into_iter().map(|(id, name)| {
            let name = name.to_lowercase();
            let own = Own::of(&store, &name);
            let has_left = false;
            (id, Person { name, own, has_left })
        });
        Self {
            people: people.collect(),
            store,
            inbox,
            minute: 10,
            cases: Vec::new(),
            declared: BTreeMap::new(),
            said: BTreeSet::new(),
            allowed: BTreeMap::new(),
            held: BTreeMap::new(),
            fails: None,
            policy: Profile::of(profile).into(),
            passes: 0,
            looked_at: 0,
            from_snapshots: 0,
        }
    }

    pub(crate) fn current(&self) -> Vec<WorkerId> {
        let current = self.people.iter().filter(|(_, person)| !person.has_left);
        current.map(|(id, _)| *id).collect()
    }

    pub(crate) fn who(&self, who: usize) -> WorkerId {
        let current = self.current();
        current[who % current.len()]
    }

    fn enter(&mut self, who: WorkerId) -> Desk {
        self.minute += 1 + std::mem::take(&mut self.passes) * 24 * 60;
        let (_, person) = self.people.iter().find(|(id, _)| *id == who).unwrap();
        let desk = run(unlock(&self.store, now(self.minute), sign_in(&person.name))).unwrap();
        if desk.has_snapshot() {
            self.from_snapshots += 1;
            run(desk.load_search()).unwrap();
        }
        // Whatever could not be saved, a case that one is barred from is closed when one has unlocked, unless one holds it alone.
        for line in desk.cases(&CaseFilter::default()) {
            let is_barred = self.is_barred(&desk.team(), who, line.id, &desk.front(line.id).unwrap());
            assert!(!is_barred || desk.is_held_alone(line.id).unwrap(), "the wall stands");
        }
        // Every third one is compared: it takes a second unlock, without the snapshots.
        if desk.has_snapshot() && self.from_snapshots.is_multiple_of(3) {
            let copy = replay::without_snapshots(&self.store);
            let again = run(unlock(&copy, now(self.minute), sign_in(&person.name))).unwrap();
            replay::assert_alike(&desk, &again, now(self.minute));
        }
        desk
    }

    /// Locks, most times with a snapshot for the next time.
    fn leave(&self, desk: &Desk) {
        if self.minute % 4 != 0 {
            while desk.prepare_search(7) {}
            run(desk.keep_snapshot(|| std::future::ready(()))).unwrap();
        }
        desk.lock();
    }

    pub(crate) fn check(&self, team: &Team, worker: WorkerId, family: &Family) -> ConflictCheck {
        let declared = self.declared.get(&worker).into_iter().flatten();
        let interests: Vec<Interest> = declared.map(|(_, interest)| interest.clone()).collect();
        let worker = &team.members[&worker].worker;
        let today = now(self.minute).day();
        conflict::check(self.policy.on(today), worker, &interests, family, today)
    }

    /// The outcome that counts: what a person found when they looked at the same findings stands.
    fn outcome(&self, team: &Team, worker: WorkerId, front: &Front, family: &Family) -> ConflictOutcome {
        let check = self.check(team, worker, family);
        let kept = front
            .checks
            .get(&worker)
            .filter(|kept| kept.check.findings == check.findings);
        kept.map_or(check.outcome, |kept| kept.outcome())
    }

    fn is_barred(&self, team: &Team, worker: WorkerId, case: CaseId, front: &Front) -> bool {
        if self.said.contains(&(worker, case)) {
            return true;
        }
        match self.outcome(team, worker, front, &front.family) {
            ConflictOutcome::Bar => true,
            ConflictOutcome::Manager => {
                let allowed = self.allowed.get(&(worker, case));
                let findings = self.check(team, worker, &front.family).findings;
                let mut grave = findings.iter().filter(|one| one.outcome >= ConflictOutcome::Manager);
                !grave.all(|finding| allowed.is_some_and(|allowed| allowed.contains(finding)))
            }
            ConflictOutcome::Clear | ConflictOutcome::Look | ConflictOutcome::Reason => false,
        }
    }

    /// Those who may hold a case besides its worker: a manager in whom nothing is found; where the family said no more than that
    /// it knows somebody, whoever opens the second inbox too.
    fn may_be_second(&self, team: &Team, case: CaseId, front: &Front) -> BTreeSet<WorkerId> {
        let is_free = |worker: &WorkerId, family: &Family| {
            !self.said.contains(&(*worker, case))
                && !front.ruled_out.contains(worker)
                && self.outcome(team, *worker, front, family) == ConflictOutcome::Clear
        };
        let managers = team.managers().map(|manager| manager.id);
        let mut may: BTreeSet<WorkerId> = managers.filter(|worker| is_free(worker, &front.family)).collect();
        if front.family.knows.as_deref().is_some_and(conflict::is_bare_yes) {
            let named = Family {
                knows: None,
                ..front.family.clone()
            };
            let current = self.current();
            let seconds = team.holders_of(Inbox::Second).iter().copied();
            // An officer who holds it alone cannot look at what a colleague declared, so they can ask a manager alone (CAM-19).
            let is_asked = team.managers().any(|manager| front.holders.contains_key(&manager.id));
            may.extend(seconds.filter(|worker| is_asked && current.contains(worker) && is_free(worker, &named)));
        }
        may
    }

    /// The keys that the stored rows give to each person who ever worked here.
    fn wraps(&self, team: &Team) -> BTreeMap<WorkerId, BTreeSet<Wrap>> {
        let people = self.people.iter();
        people
            .map(|(id, person)| (*id, person.own.wraps(&self.store, team, *id)))
            .collect()
    }

    /// Who of those who work here holds each case now. A case that somebody here held is held by somebody here still, unless all of
    /// them left: no wall takes a case from everybody.
    fn nothing_is_lost(&mut self, wraps: &BTreeMap<WorkerId, BTreeSet<Wrap>>) {
        let mut held: BTreeMap<CaseId, BTreeSet<WorkerId>> = BTreeMap::new();
        for worker in self.current() {
            for (case, _, _) in &wraps[&worker] {
                held.entry(*case).or_default().insert(worker);
            }
        }
        let current = self.current();
        for (case, before) in &self.held {
            let are_here = before.iter().any(|worker| current.contains(worker));
            assert!(
                !are_here || held.contains_key(case),
                "a case was taken from everybody here"
            );
        }
        self.held = held;
    }

    /// Plays one step. Whatever it does, nobody who is barred gets a key that they did not have.
    pub(crate) fn play(&mut self, step: &Step) {
        let by = match *step {
            Step::Declare { by, .. }
            | Step::Open { by, .. }
            | Step::Enquire { by }
            | Step::Become { by, .. }
            | Step::Answer { by, .. }
            | Step::Look { by, .. }
            | Step::Allocate { by, .. }
            | Step::Change { by, .. }
            | Step::Leave { by, .. }
            | Step::Depart { by, .. }
            | Step::Join { by, .. }
            | Step::Rule { by, .. }
            | Step::SendAgain { by, .. }
            | Step::Close { by, .. } => by,
            Step::Fail { .. } => 0,
            Step::Nothing { worker } | Step::End { worker, .. } | Step::Rename { worker, .. } => worker,
        };
        let by = self.who(by);
        let fails = self.fails.take();
        let AnyStore::Memory(memory) = self.store.clone();
        let fail = |is_now: bool| {
            let (after, _) = fails.filter(|(_, at_unlock)| *at_unlock == is_now)?;
            memory.fail_commit_after(after, CommitError::Full);
            Some(())
        };
        fail(true);
        let desk = self.enter(by);
        memory.fail_no_commit();
        let before = self.wraps(&desk.team());
        self.nothing_is_lost(&before);
        self.minute += 1;
        fail(false);
        self.act(&desk, by, step);
        memory.fail_no_commit();
        let team = desk.team();
        let after = self.wraps(&team);
        self.nothing_is_lost(&after);
        for case in self.cases.clone() {
            let Ok(front) = desk.front(case) else { continue };
            for (worker, wraps) in &after {
                let of = |wraps: &BTreeSet<Wrap>| wraps.iter().any(|(id, _, _)| *id == case);
                let had = before.get(worker).is_some_and(of);
                if of(wraps) && !had {
                    self.looked_at += 1;
                    let is_barred = self.is_barred(&team, *worker, case, &front);
                    assert!(!is_barred, "{step:?} gave a key to somebody who is barred");
                }
            }
        }
        self.leave(&desk);
    }

    /// Whether the compliance page, as it grew with what a manager saves, is the one that the log gives when it is read anew.
    pub(crate) fn the_page_is_the_log_s(&mut self) -> bool {
        let mut current = self.current().into_iter();
        let desk = current.find_map(|worker| {
            let desk = self.enter(worker);
            (desk.me().unwrap().role == Role::Manager).then_some(desk)
        });
        let desk = desk.unwrap();
        let entry = RegisterEntry::new(Kind::Subscription).with("body", "IPSEA");
        run(desk.enter(now(self.minute), entry.with("renew", "2030-01-04"))).unwrap();
        let (me, then) = (desk.me().unwrap().id, now(self.minute + 1));
        let grown = desk.compliance(then);
        self.leave(&desk);
        !grown.clauses.is_empty() && self.enter(me).compliance(then) == grown
    }

    /// Everybody unlocks and locks, twice, in an order of the history's. Then every wall stands.
    pub(crate) fn round(&mut self, first: usize) {
        let mut current = self.current();
        let turn = first % current.len();
        current.rotate_left(turn);
        for _ in 0..2 {
            for worker in &current {
                let desk = self.enter(*worker);
                self.leave(&desk);
            }
        }
        let mut fronts: BTreeMap<CaseId, Front> = BTreeMap::new();
        let mut seen: BTreeMap<WorkerId, BTreeSet<CaseId>> = BTreeMap::new();
        let mut alone: BTreeSet<CaseId> = BTreeSet::new();
        let mut team = Team::default();
        for worker in current {
            let desk = self.enter(worker);
            assert_eq!(desk.faults(), [], "the records are whole");
            let lines = desk.cases(&CaseFilter::default());
            for line in &lines {
                fronts.insert(line.id, Front::clone(&desk.front(line.id).unwrap()));
                if desk.is_held_alone(line.id).unwrap() {
                    alone.insert(line.id);
                }
            }
            seen.insert(worker, lines.iter().map(|line| line.id).collect());
            team = desk.team();
            self.leave(&desk);
        }
        let wraps = self.wraps(&team);
        self.nothing_is_lost(&wraps);
        for case in self.cases.clone() {
            match fronts.get(&case) {
                Some(front) => self.holds(&team, case, front, &wraps, &seen, alone.contains(&case)),
                None => self.waits(case, &wraps),
            }
        }
    }

    /// A case that only somebody held who was marked as gone before they unlocked again: no key of it is with anybody who works
    /// here, and it is there again once they are let in again.
    fn waits(&mut self, case: CaseId, wraps: &BTreeMap<WorkerId, BTreeSet<Wrap>>) {
        let holds = |id: &WorkerId| wraps[id].iter().any(|(of, _, _)| *of == case);
        assert!(!self.current().iter().any(holds), "nobody here holds it");
        let mut left = self.people.iter().filter(|(_, person)| person.has_left);
        let (last, _) = left.find(|(id, _)| holds(id)).expect("somebody who left does");
        let last = *last;
        let roles = self
            .current()
            .into_iter()
            .map(|id| (id, self.enter(id).me().unwrap().role));
        let managers: Vec<_> = roles.collect();
        let manager = managers.iter().find(|(_, role)| *role == Role::Manager).unwrap().0;
        let desk = self.enter(manager);
        run(desk.let_in_again(now(self.minute), last)).unwrap();
        desk.lock();
        self.enter(last).lock();
        let everybody = self.current().into_iter().chain([last]).collect::<Vec<_>>();
        let finds = |house: &mut Self, id| house.enter(id).case(case).is_ok();
        assert!(everybody.into_iter().any(|id| finds(self, id)), "nothing was lost");
        self.enter(manager).lock();
        let desk = self.enter(manager);
        run(desk.mark_left(now(self.minute), last)).unwrap();
        self.cases.retain(|id| *id != case);
    }

    fn holds(
        &mut self,
        team: &Team,
        case: CaseId,
        front: &Front,
        wraps: &BTreeMap<WorkerId, BTreeSet<Wrap>>,
        seen: &BTreeMap<WorkerId, BTreeSet<CaseId>>,
        is_said_alone: bool,
    ) {
        let mut free = BTreeSet::new();
        let mut barred = BTreeSet::new();
        for (worker, wraps) in wraps {
            self.looked_at += 1;
            let held: BTreeSet<(bool, u32)> = wraps
                .iter()
                .filter(|(id, _, _)| *id == case)
                .map(|(_, story, epoch)| (*story, *epoch))
                .collect();
            let is_here = seen.get(worker);
            let all = (1..=front.epoch)
                .flat_map(|epoch| [(false, epoch), (true, epoch)])
                .collect();
            if front.holders.contains_key(worker) {
                assert_eq!(held, all, "a holder opens every epoch");
                assert!(is_here.is_some_and(|seen| seen.contains(&case)));
                if self.is_barred(team, *worker, case, front) {
                    barred.insert(*worker);
                } else {
                    free.insert(*worker);
                }
            } else {
                assert_eq!(held, BTreeSet::new(), "nobody else holds a wrap of any epoch");
                let own = &self.people.iter().find(|(id, _)| id == worker).unwrap().1.own;
                assert!(!own.finds(&self.store, case), "nor do the words of their snapshot");
                assert!(is_here.is_none_or(|seen| !seen.contains(&case)), "nor finds a trace");
            }
        }
        let mut may = self.may_be_second(team, case, front);
        may.retain(|worker| !free.contains(worker));
        assert_eq!(
            is_said_alone,
            free.len() + barred.len() == 1,
            "the engine says whether it is held alone"
        );
        if !barred.is_empty() {
            assert_eq!(
                (free.len(), barred.len()),
                (0, 1),
                "somebody who is barred is the last who holds it"
            );
            assert_eq!(may, BTreeSet::new(), "and nobody else may");
        } else if free.len() < 2 {
            assert_eq!(may, BTreeSet::new(), "a second may hold it and does not");
        }
    }
}
