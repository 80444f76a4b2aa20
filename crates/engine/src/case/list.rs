//! Cases as lists show them, and what is to be done.

use std::cmp::{Ordering, Reverse};

use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::date::Day;
use evenhand_domain::ids::{CaseId, EventId, WorkerId};

use crate::book::Book;
use crate::case::search::Search;
use crate::shelf::{Gist, Shelved};

/// A case as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseLine {
    /// Which.
    pub id: CaseId,
    /// The code that people say.
    pub code: String,
    /// Whom it is about: the child or young person, else the service user; empty for an enquiry.
    pub who: String,
    /// School, nursery or college.
    pub school: String,
    /// Who has it.
    pub worker: Option<(WorkerId, String)>,
    /// What is to be done next, and by when.
    pub next: Option<(String, Day)>,
    /// Where it stands.
    pub status: CaseStatus,
    /// Whether it is an enquiry that names nobody.
    pub is_enquiry: bool,
    /// The day it came.
    pub opened_on: Option<Day>,
    /// Whether this person may read its story.
    pub may_open: bool,
}

/// Which cases a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseFilter {
    /// Those that stand there; all where none is named.
    pub status: Option<CaseStatus>,
    /// Without those that are closed.
    pub not_closed: bool,
    /// Those of one worker.
    pub worker: Option<WorkerId>,
    /// Those whose next action stands so.
    pub next: NextAction,
    /// Those in which every word is found.
    pub search: Search,
}

/// How the next action of a case stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NextAction {
    /// However it stands.
    #[default]
    Any,
    /// It was due before this day.
    Before(Day),
    /// There is none, in a case that is not closed and that this person may open.
    None,
}

/// In which order a list stands; what is equal stands as it does by the next action.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CaseOrder {
    /// The earliest next action first, then the newest case.
    #[default]
    Next,
    /// By the code.
    Code,
    /// By whom it is about; those who are not named last.
    Who,
    /// By the school; those without last.
    School,
    /// By the worker's name; those without first.
    Worker,
    /// By where it stands.
    Status,
}

/// A case on its way into a list: what lists are narrowed and ordered by, before its line is written out.
struct Sifted<'a> {
    id: CaseId,
    file: &'a Shelved,
    next: Option<&'a Action>,
    may_open: bool,
}

impl Sifted<'_> {
    fn is_next(&self, asked: NextAction) -> bool {
        match asked {
            NextAction::Any => true,
            NextAction::Before(day) => self.next.is_some_and(|next| next.due < day),
            NextAction::None => self.next.is_none() && self.may_open && self.file.front.status != CaseStatus::Closed,
        }
    }
}

/// What a list goes by, before the next action.
type SortKey = (u8, String);

/// Those with the earliest next action first, then the newest.
fn by_next(one: &Sifted<'_>, other: &Sifted<'_>) -> Ordering {
    fn key<'a>(sifted: &'a Sifted<'_>) -> (bool, Option<Day>, Reverse<Option<Day>>, &'a str) {
        let (due, front) = (sifted.next.map(|next| next.due), &sifted.file.front);
        (due.is_none(), due, Reverse(front.opened_on), &front.code)
    }
    key(one).cmp(&key(other))
}

/// Something to be done, on a list of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkItem {
    /// The case.
    pub case: CaseId,
    /// Its code.
    pub code: String,
    /// Whom it is about, as the list of cases has it (SPS-8); empty where nobody is named.
    pub who: String,
    /// What, with by when.
    pub task: WorkTask,
}

/// What kind of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkTask {
    /// An action of a case.
    Do {
        /// The event that set it.
        action: EventId,
        /// What and by when.
        what: Action,
    },
    /// A case waits for a worker to be found (the manager's work).
    Allocate,
    /// A case was given to this person, and the question before opening waits (SPS-8).
    AnswerBeforeOpening,
}

/// What is to be done, by when it is due.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Work {
    /// Before today.
    pub overdue: Vec<WorkItem>,
    /// Today, and what waits for a first answer.
    pub today: Vec<WorkItem>,
    /// In the seven days after today.
    pub week: Vec<WorkItem>,
    /// Later.
    pub later: Vec<WorkItem>,
}

impl Book {
    /// While the question before opening waits, a line holds names, school and worker alone (SPS-8).
    fn sift<'a>(&self, id: CaseId, file: &'a Shelved, me: WorkerId) -> Sifted<'a> {
        let is_opened = file.front.has_answered_no_interest(me);
        let shows_next = is_opened && file.front.status != CaseStatus::Closed;
        Sifted {
            id,
            file,
            next: file.gist.as_ref().filter(|_| shows_next).and_then(Gist::next),
            may_open: is_opened && file.has_story(),
        }
    }

    fn line(&self, sifted: &Sifted<'_>) -> CaseLine {
        let front = &sifted.file.front;
        CaseLine {
            id: sifted.id,
            code: front.code.clone(),
            who: sifted.file.who(),
            school: sifted.file.school(),
            worker: front
                .worker()
                .map(|worker| (worker, self.team.name_of(worker).to_owned())),
            next: sifted.next.map(|action| (action.what.clone(), action.due)),
            status: front.status,
            is_enquiry: front.is_enquiry,
            opened_on: front.opened_on,
            may_open: sifted.may_open,
        }
    }

    fn filtered<'a>(&'a self, filter: &'a CaseFilter, me: WorkerId) -> Vec<Sifted<'a>> {
        let passes = |file: &Shelved| {
            let front = &file.front;
            filter.status.is_none_or(|status| front.status == status)
                && !(filter.not_closed && front.status == CaseStatus::Closed)
                && filter.worker.is_none_or(|worker| front.worker() == Some(worker))
        };
        let found = self.matching(&filter.search).filter(|(_, file)| passes(file));
        let sifted = found.map(|(id, file)| self.sift(id, file, me));
        sifted.filter(|sifted| sifted.is_next(filter.next)).collect()
    }

    /// The cases that pass the filter, in the order of the next action.
    pub(crate) fn list(&self, filter: &CaseFilter, me: WorkerId) -> Vec<CaseLine> {
        let mut found = self.filtered(filter, me);
        found.sort_unstable_by(by_next);
        found.iter().map(|sifted| self.line(sifted)).collect()
    }

    /// The lines of the cases that are asked for, in the order of the next action.
    pub(crate) fn lines(&self, me: WorkerId, is_asked_for: impl Fn(&Shelved) -> bool) -> Vec<CaseLine> {
        let asked = self.cases.iter().filter(|(_, file)| is_asked_for(file));
        let mut found: Vec<Sifted<'_>> = asked.map(|(id, file)| self.sift(*id, file, me)).collect();
        found.sort_unstable_by(by_next);
        found.iter().map(|sifted| self.line(sifted)).collect()
    }

    /// The first lines of the cases that pass the filter, and how many cases there are. What is not shown is neither put in order
    /// nor written out: a letter typed into a search of thousands waits for nothing.
    pub(crate) fn first_lines(
        &self,
        filter: &CaseFilter,
        me: WorkerId,
        (order, is_down): (CaseOrder, bool),
        most: usize,
    ) -> (Vec<CaseLine>, usize) {
        let found = self.filtered(filter, me);
        let count = found.len();
        let mut found: Vec<(SortKey, Sifted<'_>)> = found
            .into_iter()
            .map(|sifted| (self.sort_key(&sifted, order), sifted))
            .collect();
        let compare = |one: &(SortKey, Sifted<'_>), other: &(SortKey, Sifted<'_>)| {
            let order = one.0.cmp(&other.0).then_with(|| by_next(&one.1, &other.1));
            if is_down { order.reverse() } else { order }
        };
        if most < count {
            found.select_nth_unstable_by(most, compare);
            found.truncate(most);
        }
        found.sort_unstable_by(compare);
        (found.iter().map(|(_, sifted)| self.line(sifted)).collect(), count)
    }

    /// What a list in this order goes by first.
    fn sort_key(&self, sifted: &Sifted<'_>, order: CaseOrder) -> SortKey {
        let named_last = |text: String| (u8::from(text.is_empty()), text.to_lowercase());
        let Sifted { file, .. } = sifted;
        match order {
            CaseOrder::Next => (0, String::new()),
            CaseOrder::Code => (0, file.front.code.clone()),
            CaseOrder::Who => named_last(file.who()),
            CaseOrder::School => named_last(file.school()),
            CaseOrder::Worker => match file.front.worker() {
                None => (0, String::new()),
                Some(worker) => (1, self.team.name_of(worker).to_lowercase()),
            },
            CaseOrder::Status => (
                match file.front.status {
                    CaseStatus::Intake => 0,
                    CaseStatus::Open => 1,
                    CaseStatus::Closed => 2,
                },
                String::new(),
            ),
        }
    }

    /// What this person has to do.
    pub(crate) fn work(&self, me: WorkerId, is_manager: bool, today: Day) -> Work {
        let mut work = Work::default();
        for (id, file) in &self.cases {
            // What a closed case left is named with its closing, and is work again when the case opens again.
            if file.front.status == CaseStatus::Closed {
                continue;
            }
            let item = |task| WorkItem {
                case: *id,
                code: file.front.code.clone(),
                who: file.who(),
                task,
            };
            let worker = file.front.worker();
            let is_mine = worker == Some(me);
            if is_manager && worker.is_none() && !file.front.is_enquiry {
                work.today.push(item(WorkTask::Allocate));
            }
            if is_mine && !file.front.answers.contains_key(&me) && file.front.status == CaseStatus::Open {
                work.today.push(item(WorkTask::AnswerBeforeOpening));
                continue;
            }
            let Some(gist) = file.gist.as_ref().filter(|_| file.front.has_answered_no_interest(me)) else {
                continue;
            };
            for (action, what) in &gist.actions {
                let is_for_me = what
                    .who
                    .map_or(is_mine || (worker.is_none() && is_manager), |who| who == me);
                if !is_for_me {
                    continue;
                }
                let list = match what.due.days_since(today) {
                    ..0 => &mut work.overdue,
                    0 => &mut work.today,
                    1..=7 => &mut work.week,
                    _ => &mut work.later,
                };
                let task = WorkTask::Do {
                    action: *action,
                    what: what.clone(),
                };
                list.push(item(task));
            }
        }
        for list in [&mut work.overdue, &mut work.today, &mut work.week, &mut work.later] {
            list.sort_by_key(|item| match &item.task {
                WorkTask::Do { what, .. } => (Some(what.due), what.kind != ActionKind::KeyDate),
                WorkTask::Allocate | WorkTask::AnswerBeforeOpening => (None, false),
            });
        }
        work
    }
}
