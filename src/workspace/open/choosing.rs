//! The choice of a worker while it is being made: who may be chosen, and what each choice asks further.

use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::event::Override;
use evenhand_domain::ids::WorkerId;
use evenhand_domain::referral::{TypedDay, typed_day};
use evenhand_domain::worker::{Role, Worker};
use evenhand_engine::case::allocate::AllocateRequest;
use evenhand_engine::case::check::Candidate;
use evenhand_engine::policy::profile::{ManagerQuestion, Profile};
use leptos::prelude::*;

use crate::components::{DateParts, FieldId, Problem};

/// The radios of the workers.
pub(crate) const WORKER: FieldId = FieldId::named("worker");
/// The value of "leave it for now".
pub(super) const NOBODY: &str = "nobody";
/// The value of "it is the same".
pub(super) const SAME: &str = "same";
/// The value of "it is not the same".
pub(super) const NOT_THE_SAME: &str = "not-the-same";

/// What is answered for one candidate. Each has answers of their own, so that none is taken for another's.
#[derive(Clone, Copy)]
pub(super) struct Answers {
    /// Why to this one (SPS-16).
    pub(super) reason: (FieldId, RwSignal<String>),
    /// Whether a possible match is the same (SPS-15).
    pub(super) look: (FieldId, RwSignal<String>),
    /// Why it is not.
    pub(super) why: (FieldId, RwSignal<String>),
    /// The day the family was told (STA-16).
    pub(super) told_on: (FieldId, DateParts),
    /// The manager's other answers (LEI-3, CAM-19, STA-16).
    pub(super) unavoidable: (FieldId, RwSignal<String>),
    pub(super) told_how: (FieldId, RwSignal<String>),
    pub(super) alternatives: (FieldId, RwSignal<String>),
    pub(super) answer: (FieldId, RwSignal<String>),
}

/// A candidate with what is answered for them.
#[derive(Clone)]
pub(super) struct Row {
    pub(super) candidate: Candidate,
    pub(super) answers: Answers,
}

/// A choice of a worker while it is being made. Cheap to copy; make it once a page.
#[derive(Clone, Copy)]
pub(crate) struct Choosing {
    pub(super) rows: StoredValue<Vec<Row>>,
    pub(super) profile: &'static Profile,
    /// The identifier of the chosen worker, `nobody`, or empty.
    pub(super) worker: RwSignal<String>,
    me: WorkerId,
    is_manager: bool,
    walled: Signal<Vec<WorkerId>>,
}

/// A choice that may be saved.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chosen {
    /// Who is to have the case; none when it is left for now.
    pub(crate) worker: Option<WorkerId>,
    /// The reason and the manager's answers. The handover is the page's to ask.
    pub(crate) request: AllocateRequest,
    /// Why a possible match is not the same person or place; none where nothing was to be looked at. For a case that is there
    /// already, keep it with `Desk::look_at_match` before allocating (SPS-15).
    pub(crate) not_the_same: Option<String>,
}

impl Choosing {
    /// A choice among candidates. `walled` are those who answered that they know somebody here: they cannot be chosen,
    /// whatever the register says (SPS-8). Leave out whoever has the case already.
    pub(crate) fn new(
        candidates: Vec<Candidate>,
        me: &Worker,
        profile: &'static Profile,
        walled: Signal<Vec<WorkerId>>,
    ) -> Self {
        let text = || (FieldId::new(), RwSignal::new(String::new()));
        let rows = candidates
            .into_iter()
            .map(|candidate| Row {
                candidate,
                answers: Answers {
                    reason: text(),
                    look: text(),
                    why: text(),
                    told_on: (FieldId::new(), DateParts::empty()),
                    unavoidable: text(),
                    told_how: text(),
                    alternatives: text(),
                    answer: text(),
                },
            })
            .collect();
        Self {
            rows: StoredValue::new(rows),
            profile,
            worker: RwSignal::new(String::new()),
            me: me.id,
            is_manager: me.role == Role::Manager,
            walled,
        }
    }

    /// Why a candidate cannot be chosen; none when they can.
    pub(super) fn in_the_way(self, candidate: &Candidate) -> Option<&'static str> {
        let worker = candidate.worker.id;
        let is_own = worker == self.me;
        if self.walled.with(|walled| walled.contains(&worker)) {
            return Some(if is_own {
                "You said that you know somebody here or have an interest"
            } else {
                "They said that they know somebody here or have an interest"
            });
        }
        match candidate.outcome {
            ConflictOutcome::Bar => Some("Cannot take this case"),
            ConflictOutcome::Manager if self.profile.manager_decision.is_none() => Some("Cannot take this case"),
            ConflictOutcome::Manager if !self.is_manager => Some("Only the manager may allow this"),
            ConflictOutcome::Manager if is_own => Some("Nobody allows their own conflict: another manager decides"),
            _ if !is_own && !self.is_manager => Some("Only the manager gives a case to somebody else"),
            _ => None,
        }
    }

    /// Reads the choice, or says what is missing.
    pub(crate) fn read(self) -> Result<Chosen, Vec<Problem>> {
        let chosen = self.worker.get_untracked();
        if chosen == NOBODY {
            return Ok(Chosen::default());
        }
        let row = self.rows.with_value(|rows| rows.iter().find(|row| row.candidate.worker.id.to_string() == chosen).cloned());
        let Some(Row { candidate, answers }) = row else {
            return Err(vec![Problem::new(WORKER, "Select who will have this case")]);
        };
        if let Some(why) = untrack(|| self.in_the_way(&candidate)) {
            return Err(vec![Problem::new(WORKER, format!("{why}. Select somebody else"))]);
        }
        let mut chosen = Chosen { worker: Some(candidate.worker.id), ..Chosen::default() };
        let problems = match candidate.outcome {
            ConflictOutcome::Clear | ConflictOutcome::Bar => Vec::new(),
            ConflictOutcome::Look => answers.read_look(&mut chosen),
            ConflictOutcome::Reason => answers.read_reason(&mut chosen),
            ConflictOutcome::Manager => answers.read_override(self.profile, &mut chosen),
        };
        if problems.is_empty() { Ok(chosen) } else { Err(problems) }
    }
}

impl Answers {
    fn read_look(self, chosen: &mut Chosen) -> Vec<Problem> {
        let why = typed(self.why.1);
        match self.look.1.get_untracked().as_str() {
            SAME => vec![Problem::new(WORKER, "It is the same, so select somebody else")],
            NOT_THE_SAME if why.is_empty() => vec![Problem::new(self.why.0, "Enter how you know that it is not the same")],
            NOT_THE_SAME => {
                chosen.not_the_same = Some(why);
                Vec::new()
            }
            _ => vec![Problem::new(self.look.0, "Look at the possible match, then select whether it is the same")],
        }
    }

    fn read_reason(self, chosen: &mut Chosen) -> Vec<Problem> {
        chosen.request.reason = typed(self.reason.1);
        if chosen.request.reason.is_empty() {
            return vec![Problem::new(self.reason.0, "Enter why the case goes to them all the same")];
        }
        Vec::new()
    }

    fn read_override(self, profile: &'static Profile, chosen: &mut Chosen) -> Vec<Problem> {
        let told_on = typed_day(&untrack(|| self.told_on.1.typed()));
        let over = Override {
            reason: typed(self.unavoidable.1),
            told_on: if let TypedDay::Day(day) = told_on { Some(day) } else { None },
            told_how: typed(self.told_how.1),
            alternatives: typed(self.alternatives.1),
            answer: typed(self.answer.1),
        };
        let questions = profile.manager_decision.iter().flat_map(|decision| decision.questions.iter().copied());
        let problems = questions.filter_map(|question| self.missing(question, &over)).collect();
        chosen.request.over = Some(over);
        problems
    }

    fn missing(self, question: ManagerQuestion, over: &Override) -> Option<Problem> {
        let (id, is_missing, message) = match question {
            ManagerQuestion::Reason => (self.unavoidable.0, over.reason.is_empty(), "Enter why this cannot be avoided"),
            ManagerQuestion::ToldWhen => (self.told_on.0, over.told_on.is_none(), "Enter the day on which the family was told, like 27 3 2026"),
            ManagerQuestion::ToldHow => (self.told_how.0, over.told_how.is_empty(), "Enter how the family was told"),
            ManagerQuestion::AlternativesOffered => {
                (self.alternatives.0, over.alternatives.is_empty(), "Enter what else the family was offered")
            }
            ManagerQuestion::ParentsAnswer => (self.answer.0, over.answer.is_empty(), "Enter what the parent answered"),
        };
        is_missing.then(|| Problem::new(id, message))
    }
}

fn typed(value: RwSignal<String>) -> String {
    value.with_untracked(|text| text.trim().to_owned())
}
