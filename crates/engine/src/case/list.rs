//! Cases as lists show them, and what is to be done.

use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::date::Day;
use evenhand_domain::family::Standing;
use evenhand_domain::ids::{CaseId, EventId, WorkerId};

use crate::book::{Book, CaseFile};
use crate::case::search::Search;

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
    /// Those of one worker.
    pub worker: Option<WorkerId>,
    /// Those in which every word is found.
    pub search: Search,
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

impl CaseFile {
    /// Whom the case is about: the child or young person first, else whoever asked.
    #[must_use]
    pub fn who(&self) -> String {
        if let Some(story) = &self.story
            && !story.parties.is_empty()
        {
            let about = story.parties.values().find(|party| is_child(party.is));
            return about
                .or_else(|| story.service_user())
                .map(|party| party.name.clone())
                .unwrap_or_default();
        }
        let people = &self.front.family.people;
        let about = people
            .iter()
            .find(|member| is_child(member.is))
            .or_else(|| people.first());
        about.map(|member| member.name.clone()).unwrap_or_default()
    }

    /// The first school, nursery or college of the family.
    #[must_use]
    pub fn school(&self) -> String {
        let mut schools = self
            .front
            .family
            .people
            .iter()
            .filter_map(|member| member.school.as_ref());
        schools.next().map(|school| school.name.clone()).unwrap_or_default()
    }
}

fn is_child(standing: Standing) -> bool {
    matches!(standing, Standing::Child | Standing::YoungPerson)
}

impl Book {
    /// While the question before opening waits, a line holds names, school and worker alone (SPS-8).
    fn line(&self, id: CaseId, file: &CaseFile, me: WorkerId) -> CaseLine {
        let is_opened = file.front.has_answered_no_interest(me);
        let open = file
            .story
            .iter()
            .filter(|_| is_opened && file.front.status != CaseStatus::Closed)
            .flat_map(|story| story.open_actions());
        let next = open.min_by_key(|kept| kept.now.action.due).map(|kept| &kept.now.action);
        CaseLine {
            id,
            code: file.front.code.clone(),
            who: file.who(),
            school: file.school(),
            worker: file
                .front
                .worker()
                .map(|worker| (worker, self.team.name_of(worker).to_owned())),
            next: next.map(|action| (action.what.clone(), action.due)),
            status: file.front.status,
            is_enquiry: file.front.is_enquiry,
            opened_on: file.front.opened_on,
            may_open: is_opened && file.story.is_some(),
        }
    }

    /// The cases that pass the filter: those with the earliest next action first, then the newest.
    pub(crate) fn list(&self, filter: &CaseFilter, me: WorkerId) -> Vec<CaseLine> {
        self.lines(me, |file| {
            filter.status.is_none_or(|status| file.front.status == status)
                && filter.worker.is_none_or(|worker| file.front.worker() == Some(worker))
                && filter.search.finds(file, file.front.has_answered_no_interest(me))
        })
    }

    /// The cases that are asked for, in the order of a list.
    pub(crate) fn lines(&self, me: WorkerId, is_asked_for: impl Fn(&CaseFile) -> bool) -> Vec<CaseLine> {
        let mut lines: Vec<_> = self
            .cases
            .iter()
            .filter(|(_, file)| is_asked_for(file))
            .map(|(id, file)| self.line(*id, file, me))
            .collect();
        lines.sort_by_cached_key(|line| {
            let due = line.next.as_ref().map(|(_, due)| *due);
            (due.is_none(), due, std::cmp::Reverse(line.opened_on), line.code.clone())
        });
        lines
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
            let Some(story) = file.story.as_ref().filter(|_| file.front.has_answered_no_interest(me)) else {
                continue;
            };
            for kept in story.open_actions() {
                let what = kept.now.action.clone();
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
                list.push(item(WorkTask::Do { action: kept.id, what }));
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
