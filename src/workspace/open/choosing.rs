//! The choice of a worker while it is being made: who may be chosen, and what each choice asks further.

use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::ids::WorkerId;
use evenhand_domain::worker::{Role, Worker};
use evenhand_engine::case::allocate::AllocateRequest;
use evenhand_engine::case::check::Candidate;
use evenhand_engine::policy::profile::Profile;
use leptos::prelude::*;

use super::answers::Answers;
use crate::components::{FieldId, Problem};

/// The radios of the workers.
pub(crate) const WORKER: FieldId = FieldId::named("worker");
/// The value of "leave it for now".
pub(super) const NOBODY: &str = "nobody";
/// The value of "it is the same".
pub(super) const SAME: &str = "same";
/// The value of "it is not the same".
pub(super) const NOT_THE_SAME: &str = "not-the-same";

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
    /// Whether the page asks whoever is signed in about their own possible match, above the choice.
    asks_own: bool,
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
        Self::among(candidates, me, profile, walled, false)
    }

    /// The same on a page that asks whoever is signed in about their own possible match, above the choice.
    pub(super) fn below_own_match(
        mut candidates: Vec<Candidate>,
        me: &Worker,
        profile: &'static Profile,
        walled: Signal<Vec<WorkerId>>,
    ) -> Self {
        let mine = candidates.iter_mut().find(|candidate| candidate.worker.id == me.id);
        let mine = mine.filter(|mine| mine.outcome == ConflictOutcome::Look);
        let asks_own = mine.map(|mine| mine.outcome = ConflictOutcome::Clear).is_some();
        Self::among(candidates, me, profile, walled, asks_own)
    }

    fn among(
        candidates: Vec<Candidate>,
        me: &Worker,
        profile: &'static Profile,
        walled: Signal<Vec<WorkerId>>,
        asks_own: bool,
    ) -> Self {
        let rows = candidates
            .into_iter()
            .map(|candidate| Row {
                candidate,
                answers: Answers::empty(),
            })
            .collect();
        Self {
            rows: StoredValue::new(rows),
            profile,
            worker: RwSignal::new(String::new()),
            me: me.id,
            is_manager: me.role == Role::Manager,
            walled,
            asks_own,
        }
    }

    /// Whether this is whoever is signed in, who is asked about a possible match of their own above.
    pub(super) fn is_asked_above(self, candidate: &Candidate) -> bool {
        self.asks_own && candidate.worker.id == self.me
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
        let row = self.rows.with_value(|rows| {
            rows.iter()
                .find(|row| row.candidate.worker.id.to_string() == chosen)
                .cloned()
        });
        let Some(Row { candidate, answers }) = row else {
            return Err(vec![Problem::new(WORKER, "Select who will have this case")]);
        };
        if let Some(why) = untrack(|| self.in_the_way(&candidate)) {
            return Err(vec![Problem::new(WORKER, format!("{why}. Select somebody else"))]);
        }
        let mut chosen = Chosen {
            worker: Some(candidate.worker.id),
            ..Chosen::default()
        };
        let problems = match candidate.outcome {
            ConflictOutcome::Clear | ConflictOutcome::Bar => Vec::new(),
            ConflictOutcome::Look => answers.read_look(&mut chosen),
            ConflictOutcome::Reason => answers.read_reason(&mut chosen),
            ConflictOutcome::Manager => answers.read_override(self.profile, &mut chosen),
        };
        if problems.is_empty() { Ok(chosen) } else { Err(problems) }
    }
}
