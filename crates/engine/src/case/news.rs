//! What is new since the holders of the cases were last put right, and whom it bars.

use std::collections::{BTreeMap, BTreeSet};

use evenhand_domain::case::state::Front;
use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome, MatchKind};
use evenhand_domain::date::{Day, Moment};
use evenhand_domain::event::{DeclarationEvent, Entry, Event, FrontEvent, ServiceEvent};
use evenhand_domain::ids::{CaseId, EventId, InterestId, WorkerId};
use evenhand_domain::interest::{Interest, InterestKind};
use evenhand_domain::register::{Kind, RegisterEvent};
use evenhand_policy::conflict;
use evenhand_policy::profile::{Profile, Setting};
use evenhand_store::{AnyStore, ReadError, Table};
use evenhand_vault::ids::VaultId;
use evenhand_vault::person::PersonRoot;

use crate::book::Book;
use crate::case::check::standing;
use crate::change::Change;
use crate::desk::Open;
use crate::shelf::Shelved;
use crate::space::Space;

/// Up to which entry of each log the holders were put right: nobody is checked again because of what stands before it.
const SETTLED: &str = "settled";

/// What happened since the holders were last put right and may bar one of them. Checking everybody against every case takes
/// long, so those alone are checked whom this touches. Time by itself bars nobody, for an interest only
/// ends, but by a rule of the service's own that was written for a later day.
#[derive(Default)]
pub(crate) struct News {
    /// Who declared something or goes by other details.
    workers: BTreeMap<WorkerId, Lately>,
    /// Cases whose people changed, or in which somebody looked at a match.
    cases: BTreeSet<CaseId>,
    /// Whether a rule of the service's own about a tie may bar somebody whom it did not bar before.
    pub(crate) rules: bool,
    /// Whether a case that one person holds alone is looked at anyhow: they keep it, barred or not, until another may have it.
    pub(crate) alone: bool,
}

/// What is new of a worker.
#[derive(Default)]
struct Lately {
    at: Moment,
    interests: Vec<InterestId>,
    /// Whether they have another name, telephone, address or district.
    is_changed: bool,
}

impl News {
    pub(crate) fn is_empty(&self) -> bool {
        self.workers.is_empty() && self.cases.is_empty() && !self.rules
    }

    /// Adds what was new before: it could not be put right.
    pub(crate) fn add(&mut self, before: Self) {
        for (worker, before) in before.workers {
            let lately = self.worker(worker, before.at);
            lately.interests.extend(before.interests);
            lately.is_changed |= before.is_changed;
        }
        self.cases.extend(before.cases);
        self.rules |= before.rules;
        self.alone |= before.alone;
    }

    /// Notes what an entry may change, before the book takes it in.
    pub(crate) fn note(&mut self, book: &Book, space: Space, entry: &Entry<Event>) {
        match (space, &entry.event) {
            (
                Space::Declarations(worker),
                Event::Declaration(
                    DeclarationEvent::InterestDeclared { id, .. }
                    | DeclarationEvent::InterestEnded { id, .. }
                    | DeclarationEvent::SchoolKnown { id, .. },
                ),
            ) => self.worker(worker, entry.at).interests.push(*id),
            (Space::Service, Event::Service(ServiceEvent::WorkerChanged { worker })) => {
                self.worker(worker.id, entry.at).is_changed = true;
            }
            (Space::Service, Event::Register(RegisterEvent::Entered(entry))) => {
                self.rules |= entry.kind == Kind::OwnOutcome;
            }
            // Whoever held an enquiry got its keys when it named nobody.
            (Space::Front(case), Event::Front(FrontEvent::MatchLookedAt { .. } | FrontEvent::EnquiryBecameCase)) => {
                self.cases.insert(case);
            }
            // The family as it is named first was checked before anybody got a key, unless it was an enquiry.
            (Space::Front(case), Event::Front(FrontEvent::FamilyNoted { .. })) => {
                let was_held = |file: &Shelved| file.front.is_enquiry || !file.front.family.people.is_empty();
                if book.cases.get(&case).is_some_and(was_held) {
                    self.cases.insert(case);
                }
            }
            _ => {}
        }
    }

    fn worker(&mut self, worker: WorkerId, at: Moment) -> &mut Lately {
        let lately = self.workers.entry(worker).or_default();
        lately.at = at.max(lately.at);
        lately
    }
}

impl Book {
    /// Whether one person who is here holds a case alone.
    pub(crate) fn is_held_alone(&self, front: &Front) -> bool {
        self.team.who_hold(front).count() == 1
    }

    /// The rules of today, and the ties that are to be looked at because their rule became stricter.
    pub(crate) fn rules(&self, news: &News, today: Day) -> (&'static Profile, Vec<MatchKind>) {
        let policy = self.policy();
        let stricter = news.rules.then(|| policy.stricter(None, today));
        (policy.on(today), stricter.unwrap_or_default())
    }

    /// Those who hold a case and are barred from it by what is new.
    pub(crate) fn newly_barred(
        &self,
        (profile, stricter): (&Profile, &[MatchKind]),
        news: &News,
        id: CaseId,
        file: &Shelved,
        today: Day,
    ) -> Vec<WorkerId> {
        let is_touched = |holder: &WorkerId| {
            let lately = news.workers.get(holder);
            let is_alone = news.alone && self.is_held_alone(&file.front);
            is_alone
                || news.cases.contains(&id)
                || (!stricter.is_empty() && self.may_rule_out(profile, stricter, *holder, file, today))
                || lately.is_some_and(|lately| {
                    lately.at > file.front.since.get(holder).copied().unwrap_or_default()
                        && self.may_bar(profile, *holder, lately, file, today)
                })
        };
        let holders = file.front.holders.keys().copied();
        let barred = holders.filter(|holder| is_touched(holder) && self.is_barred(*holder, file, today));
        barred.collect()
    }

    /// Whether what a worker declared lately, or is called now, comes to more than a possible match in a case: a quick look before
    /// the whole check.
    fn may_bar(&self, profile: &Profile, worker: WorkerId, lately: &Lately, file: &Shelved, today: Day) -> bool {
        let Some((member, declared)) = self.team.members.get(&worker).zip(self.declarations.get(&worker)) else {
            return false;
        };
        let interests = lately.interests.iter().filter_map(|id| declared.interests.get(id));
        let interests: Vec<Interest> = interests.map(|(interest, _)| interest.clone()).collect();
        let check = match lately.is_changed {
            true => conflict::check,
            false => conflict::check_declared,
        };
        check(profile, &member.worker, &interests, &file.front.family, today).outcome >= ConflictOutcome::Manager
    }

    /// Whether one of the ties whose rule became stricter shows in a case: a quick look, for nothing else that a worker declared can be.
    fn may_rule_out(
        &self,
        profile: &Profile,
        stricter: &[MatchKind],
        worker: WorkerId,
        file: &Shelved,
        today: Day,
    ) -> bool {
        let Some((member, declared)) = self.team.members.get(&worker).zip(self.declarations.get(&worker)) else {
            return false;
        };
        let can_show = |interest: &Interest| match interest.kind {
            InterestKind::SchoolPost { .. } => stricter.contains(&MatchKind::SchoolPost),
            InterestKind::OwnChildSchool { .. } => stricter.contains(&MatchKind::OwnChildSchool),
            InterestKind::Relative(_) => stricter.contains(&MatchKind::Relative),
            InterestKind::Friend(_) => stricter.contains(&MatchKind::Friend),
            // Whoever has a part in a trust has it in each of its schools.
            InterestKind::Organisation { .. } => {
                stricter.contains(&MatchKind::Organisation) || stricter.contains(&MatchKind::SchoolPost)
            }
        };
        let interests: Vec<Interest> = declared.list().into_iter().filter(can_show).collect();
        let check = conflict::check(profile, &member.worker, &interests, &file.front.family, today);
        let mut grave = check
            .findings
            .iter()
            .filter(|found| found.outcome >= ConflictOutcome::Manager);
        grave.any(|found| stricter.contains(&found.kind))
    }

    /// The rule of the service's own by which a worker is barred from a case, with the day from which it holds; none where what bars
    /// them stands in the copied policy.
    pub(crate) fn ruled_out_by(&self, worker: WorkerId, front: &Front, today: Day) -> Option<(EventId, Day)> {
        let profile = self.policy().on(today);
        let check = self.check(worker, &front.family, today).ok()?;
        let strictest = check.findings.first()?;
        let rule = profile.changed_by(Setting::Outcome(strictest.kind))?;
        let kept = self.registers.standing(Kind::OwnOutcome).find(|kept| kept.id == rule)?;
        Some((rule, kept.entry.day("from").unwrap_or(kept.on).max(kept.on)))
    }

    /// Whether a worker may hold a case no longer (SPS-14, SPS-15, WES-9 to WES-11). Where the manager decides, what they allowed
    /// when the case went to this worker stands, and nothing that came up since (LEI-3, CAM-19, STA-16). A possible match bars
    /// nobody before a person looked at it. Whose declarations this person does not hold is left to whoever does.
    fn is_barred(&self, worker: WorkerId, file: &Shelved, today: Day) -> bool {
        let front = &file.front;
        let Ok(check) = self.check(worker, &front.family, today) else {
            return false;
        };
        match standing(front.checks.get(&worker), &check) {
            ConflictOutcome::Bar => true,
            ConflictOutcome::Manager => !is_allowed(front, worker, &check),
            ConflictOutcome::Clear | ConflictOutcome::Look | ConflictOutcome::Reason => false,
        }
    }
}

/// Whether the manager allowed all that is found now, when the case went to this worker.
fn is_allowed(front: &Front, worker: WorkerId, check: &ConflictCheck) -> bool {
    let allowed = front.allowed.get(&worker).map(Vec::as_slice).unwrap_or_default();
    let mut findings = check.findings.iter();
    findings.all(|finding| finding.outcome < ConflictOutcome::Manager || allowed.contains(finding))
}

/// The day from which days are counted in what is kept.
fn first_day() -> Day {
    Moment::from_millis(0).day(0)
}

/// How far each log was read: by author, the number of an entry.
#[derive(Default)]
pub(crate) struct Heads {
    /// When the holders were put right last; nothing where they never were.
    settled: BTreeMap<[u8; 32], u32>,
    /// The day on which they were; none in a row of an earlier release, which did not look at rules.
    pub(crate) on: Option<Day>,
}

impl Heads {
    /// As they were kept when the holders were put right last. Where that does not open, everything is new.
    pub(crate) async fn read(store: &AnyStore, root: &PersonRoot, vault: VaultId) -> Result<Self, ReadError> {
        let row = root.row(SETTLED);
        let kept = store.read(Table::Keys, &row.bytes()).await?;
        let kept = kept.and_then(|sealed| root.open(SETTLED, vault, row, &sealed).ok());
        let bytes = kept.unwrap_or_default();
        let (pairs, day) = bytes.as_chunks::<36>();
        let pairs = pairs.iter().filter_map(|pair| {
            let (author, seq) = pair.split_first_chunk::<32>()?;
            Some((*author, u32::from_le_bytes(seq.try_into().ok()?)))
        });
        let day = day.try_into().map(i32::from_le_bytes);
        Ok(Self {
            settled: pairs.collect(),
            on: day.ok().map(|days| first_day().plus_days(days.into())),
        })
    }

    /// Whether the holders were put right before an entry was there.
    pub(crate) fn is_news(&self, author: [u8; 32], seq: u32) -> bool {
        self.settled.get(&author).is_none_or(|settled| seq > *settled)
    }
}

impl Open {
    /// Keeps how far each log is read, and by the rules of which day: the holders are put right up to there.
    pub(crate) fn keep_settled(&self, change: &mut Change, today: Day) {
        let pairs = self.tips.values();
        let pairs = pairs.flat_map(|tip| tip.author.into_iter().chain(tip.seq.to_le_bytes()));
        let day = i32::try_from(today.days_since(first_day())).unwrap_or_default();
        let bytes: Vec<u8> = pairs.chain(day.to_le_bytes()).collect();
        let row = self.root.row(SETTLED);
        let sealed = self.root.seal(SETTLED, self.vault, row, &bytes);
        change.put(Table::Keys, row.bytes().to_vec(), sealed);
    }
}
