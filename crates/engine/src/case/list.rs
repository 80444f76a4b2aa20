//! Cases as lists show them, and what is to be done.

use std::cmp::Reverse;

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

/// Something to be done, on a list of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkItem {
    /// The case.
    pub case: CaseId,
    /// Its code.
    pub code: String,
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

    /// The cases that are asked for: those with the earliest next action first, then the newest.
    fn sifted<'a>(&'a self, me: WorkerId, is_asked_for: impl Fn(CaseId, &Shelved) -> bool) -> Vec<Sifted<'a>> {
        let cases = self.cases.iter().filter(|(id, file)| is_asked_for(**id, file));
        let mut found: Vec<_> = cases.map(|(id, file)| self.sift(*id, file, me)).collect();
        found.sort_unstable_by_key(|sifted| {
            let (due, front) = (sifted.next.map(|next| next.due), &sifted.file.front);
            (due.is_none(), due, Reverse(front.opened_on), &front.code)
        });
        found
    }

    fn filtered<'a>(&'a self, filter: &CaseFilter, me: WorkerId) -> Vec<Sifted<'a>> {
        let matches = self.matches(&filter.search);
        let mut found = self.sifted(me, |id, file| {
            let front = &file.front;
            filter.status.is_none_or(|status| front.status == status)
                && !(filter.not_closed && front.status == CaseStatus::Closed)
                && filter.worker.is_none_or(|worker| front.worker() == Some(worker))
                && matches.has(id, file)
        });
        found.retain(|sifted| sifted.is_next(filter.next));
        found
    }

    /// The cases that pass the filter, in the order of the next action.
    pub(crate) fn list(&self, filter: &CaseFilter, me: WorkerId) -> Vec<CaseLine> {
        let found = self.filtered(filter, me);
        found.iter().map(|sifted| self.line(sifted)).collect()
    }

    /// The lines of the cases that are asked for, in the order of the next action.
    pub(crate) fn lines(&self, me: WorkerId, is_asked_for: impl Fn(&Shelved) -> bool) -> Vec<CaseLine> {
        let found = self.sifted(me, |_, file| is_asked_for(file));
        found.iter().map(|sifted| self.line(sifted)).collect()
    }

    /// The first lines of the cases that pass the filter, and how many cases there are: a long list is written out as far as it is
    /// shown.
    pub(crate) fn first_lines(
        &self,
        filter: &CaseFilter,
        me: WorkerId,
        (order, is_down): (CaseOrder, bool),
        most: usize,
    ) -> (Vec<CaseLine>, usize) {
        let mut found = self.filtered(filter, me);
        let named_last = |text: String| (text.is_empty(), text.to_lowercase());
        match order {
            CaseOrder::Next => {}
            CaseOrder::Code => found.sort_by_key(|sifted| &sifted.file.front.code),
            CaseOrder::Who => found.sort_by_cached_key(|sifted| named_last(sifted.file.who())),
            CaseOrder::School => found.sort_by_cached_key(|sifted| named_last(sifted.file.school())),
            CaseOrder::Worker => found.sort_by_cached_key(|sifted| {
                let worker = sifted.file.front.worker();
                worker.map(|worker| self.team.name_of(worker).to_lowercase())
            }),
            CaseOrder::Status => found.sort_by_key(|sifted| sifted.file.front.status),
        }
        if is_down {
            found.reverse();
        }
        let lines = found.iter().take(most).map(|sifted| self.line(sifted)).collect();
        (lines, found.len())
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
                list.push(item(WorkTask::Do {
                    action: *action,
                    what: what.clone(),
                }));
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
