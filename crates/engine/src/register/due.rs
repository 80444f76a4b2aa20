//! What is due, for those whom it concerns.

use std::collections::BTreeMap;

use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::date::Day;
use evenhand_domain::ids::{CaseId, WorkerId};
use evenhand_domain::register::{Kept, Kind};
use evenhand_domain::worker::{Role, Worker};
use evenhand_policy::compliance::{self, Figures};
use evenhand_policy::due::{self, DueItem, Office, calendar_file};

use crate::book::Book;
use crate::desk::Desk;
use crate::now::Now;
use crate::shelf::{Shelved, is_child};

impl Book {
    /// The service as far as this person is told of it: a manager of everybody, others of themselves.
    pub(super) fn office(&self, me: &Worker, now: Now) -> Office<'_> {
        let is_manager = me.role == Role::Manager;
        let workers = self
            .team
            .members
            .values()
            .filter(|member| member.left_on.is_none() && (is_manager || member.worker.id == me.id))
            .map(|member| (member.worker.id, member.worker.role, member.joined_on))
            .collect::<Vec<_>>();
        let declared = workers.iter().filter_map(|(id, ..)| {
            let last = self.declarations.get(id).and_then(|declared| declared.last_declared);
            last.map(|last| (*id, last))
        });
        Office {
            policy: self.policy(),
            today: now.day(),
            since: self.team.since.unwrap_or_else(|| now.day()),
            declared: declared.collect::<BTreeMap<_, _>>(),
            workers,
            entries: self.entries().collect(),
        }
    }

    /// What is due of the workers whom this person is told of. What the service as a whole owes concerns the managers.
    fn due(&self, me: &Worker, now: Now) -> Vec<DueItem> {
        let is_manager = me.role == Role::Manager;
        let mut items = due::without_planned(due::due(&self.office(me, now)));
        items.retain(|item| is_manager || item.worker.is_some_and(|(who, _)| who == me.id));
        items
    }

    /// Where every clause stands, by what this person may open (SPS-6).
    fn compliance(&self, me: &Worker, now: Now) -> Compliance {
        let mut figures = Figures::new(self.policy().copied(), now.day());
        for (id, file) in &self.cases {
            let gist = file.gist.as_ref();
            if let Some(gist) = gist.filter(|_| file.front.has_answered_no_interest(me.id)) {
                figures.add(*id, &file.front, &gist.shown);
            }
        }
        Compliance {
            clauses: compliance::compliance(&self.office(me, now), &figures),
            cases: figures.cases(),
            is_manager: me.role == Role::Manager,
        }
    }

    /// The steps of induction without which a worker has no case (LEI-17).
    pub(crate) fn bars_until_inducted(&self, who: WorkerId) -> Vec<&'static str> {
        let role = self.team.members.get(&who).map(|member| member.worker.role);
        let Some(role) = role.filter(|role| due::induction_bars(self.policy().copied(), *role)) else {
            return Vec::new();
        };
        let entries: Vec<&Kept> = self.entries().collect();
        due::missing_induction(self.policy().copied(), &entries, who, role)
    }
}

/// Where the policy stands, as one person may see it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Compliance {
    /// Every clause, in the policy's order.
    pub clauses: Vec<compliance::Standing>,
    /// How many cases the figures come from: those that this person may open.
    pub cases: usize,
    /// Whether it is a manager's view, with everybody's practice; others see their own.
    pub is_manager: bool,
}

impl Desk {
    /// Where every clause of the service's policy stands, and what shows it.
    #[must_use]
    pub fn compliance(&self, now: Now) -> Compliance {
        let Ok(me) = self.me() else {
            return Compliance::default();
        };
        self.read(|book| book.compliance(&me, now)).unwrap_or_default()
    }

    /// What is due of this person and, for a manager, of everybody and of the service, the earliest first.
    #[must_use]
    pub fn due(&self, now: Now) -> Vec<DueItem> {
        let Ok(me) = self.me() else { return Vec::new() };
        self.read(|book| book.due(&me, now)).unwrap_or_default()
    }

    /// How much is due by today.
    #[must_use]
    pub fn owed_by(&self, now: Now) -> usize {
        let today = now.day();
        self.due(now).iter().filter(|item| item.due <= today).count()
    }

    /// Who of those whom this person is told of has steps of induction before them, and which (LEI-17, STA-10).
    #[must_use]
    pub fn induction_left(&self) -> Vec<(String, Vec<&'static str>)> {
        let Ok(me) = self.me() else { return Vec::new() };
        let left = self.read(|book| {
            let entries: Vec<&Kept> = book.entries().collect();
            let told = book
                .team
                .current()
                .into_iter()
                .filter(|worker| me.role == Role::Manager || worker.id == me.id);
            told.map(|worker| {
                let steps = due::missing_induction(book.policy().copied(), &entries, worker.id, worker.role);
                (worker.name.clone(), steps)
            })
            .filter(|(_, steps)| !steps.is_empty())
            .collect()
        });
        left.unwrap_or_default()
    }

    /// What the policy asks this person to confirm now, in its own words; nothing where they have (CAM-7, WES-7).
    #[must_use]
    pub fn owed_acknowledgement(&self, now: Now) -> &'static [&'static str] {
        let Ok(me) = self.me() else { return &[] };
        let owes = |item: &DueItem| {
            item.kind == Some(Kind::Acknowledgement)
                && item.due <= now.day()
                && item.worker.is_some_and(|(who, _)| who == me.id)
        };
        self.read(|book| match book.due(&me, now).iter().any(owes) {
            true => book.policy().copied().acknowledgement.as_slice(),
            false => &[],
        })
        .unwrap_or_default()
    }

    /// When the children and young people of this person's cases begin to have rights of their own, as far as their birth is noted.
    #[must_use]
    pub fn rights_days(&self) -> Vec<(Day, CaseId, String)> {
        let read = self.with(|open| {
            let may_read = |(_, file): &(&CaseId, &Shelved)| {
                file.front.status != CaseStatus::Closed && file.front.has_answered_no_interest(open.me)
            };
            let files = open.book.cases.iter().filter(may_read);
            let days = files.flat_map(|(id, file)| {
                let people = file.gist.iter().flat_map(|gist| &gist.people);
                let young = people.filter(|one| is_child(one.is));
                young
                    .filter_map(|one| one.dob)
                    .map(|dob| (dob.rights_begin(), *id, file.front.code.clone()))
            });
            days.collect::<Vec<_>>()
        });
        read.unwrap_or_default()
    }

    /// The calendar file of what is due. It leaves the house, so it says what and in which role, and never who.
    #[must_use]
    pub fn due_calendar(&self, now: Now) -> String {
        let words = self.read(|book| book.policy().on(now.day())).map(|profile| {
            let told = |item: &DueItem| match item.worker {
                Some((_, role)) => format!("{} ({})", item.what, profile.words.role(role)),
                None => item.what.to_owned(),
            };
            self.due(now)
                .iter()
                .map(|item| (item.due, told(item)))
                .collect::<Vec<_>>()
        });
        calendar_file(&words.unwrap_or_default(), now.at)
    }
}
