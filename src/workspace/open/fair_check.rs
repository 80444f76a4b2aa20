//! The check before a case begins: what was found on whoever opens it, their own answer, and who will have it.

use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome};
use evenhand_domain::ids::WorkerId;
use evenhand_domain::worker::{Role, Worker};
use evenhand_engine::case::allocate::AllocateRequest;
use evenhand_engine::case::check::Candidate;
use evenhand_engine::policy::profile::Profile;
use leptos::prelude::*;

use super::choosing::{Choosing, Chosen, NOT_THE_SAME, SAME};
use crate::components::{FieldId, Problem};

/// "Do you know anyone here?"
pub(super) const KNOWS: FieldId = FieldId::named("knows");
/// "Is it the same?" for whoever opens it.
pub(super) const LOOK: FieldId = FieldId::named("own-look");
/// "How do you know?"
pub(super) const WHY: FieldId = FieldId::named("own-why");

/// The check while it is being answered. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct FairCheck {
    pub(super) own: StoredValue<ConflictCheck>,
    pub(super) choosing: Choosing,
    pub(super) knows: RwSignal<String>,
    pub(super) look: RwSignal<String>,
    pub(super) why: RwSignal<String>,
    me: WorkerId,
    is_manager: bool,
    outcome: ConflictOutcome,
}

/// What was answered, once nothing is missing.
#[derive(Debug, Clone)]
pub(crate) struct Cleared {
    /// Whether whoever opens the case knows somebody here or has an interest (SPS-8).
    pub(crate) knows: bool,
    /// Who is to have it; none when it waits.
    pub(crate) worker: Option<WorkerId>,
    /// Reason and override for that worker.
    pub(crate) request: AllocateRequest,
    /// Why the own possible match is not the same; empty where there was none.
    pub(crate) own_not_the_same: String,
    /// Why that of the worker is not the same; empty where there was none.
    pub(crate) not_the_same: String,
    /// Whether whoever opens it can open the case afterwards.
    pub(crate) may_open: bool,
}

impl FairCheck {
    /// A check that is not answered yet. `own` is the check of whoever is signed in, who is also among the candidates.
    pub(crate) fn new(own: ConflictCheck, candidates: Vec<Candidate>, me: &Worker, profile: &'static Profile) -> Self {
        let (knows, look) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let outcome = own.outcome;
        let id = me.id;
        let walled = Signal::derive(move || {
            let has_interest = knows.with(|knows| knows == "yes") || look.with(|look| look == SAME);
            if has_interest { vec![id] } else { Vec::new() }
        });
        Self {
            own: StoredValue::new(own),
            choosing: Choosing::below_own_match(candidates, me, profile, walled),
            knows,
            look,
            why: RwSignal::new(String::new()),
            me: id,
            is_manager: me.role == Role::Manager,
            outcome,
        }
    }

    /// What was found on whoever opens it.
    pub(super) const fn outcome(self) -> ConflictOutcome {
        self.outcome
    }

    /// Whether what they declared keeps them out already, so that nothing is left to ask them.
    pub(super) fn is_barred(self) -> bool {
        self.outcome >= ConflictOutcome::Manager
    }

    /// Whether whoever opens it has to pass it on.
    pub(super) fn must_pass_on(self) -> bool {
        self.is_barred() || self.knows.with(|knows| knows == "yes") || self.look.with(|look| look == SAME)
    }

    /// Whether it goes to a manager: this person may not hold it, and only a manager gives it to somebody else.
    pub(crate) fn goes_to_manager(self) -> bool {
        self.must_pass_on() && !self.is_manager
    }

    /// Whether the case may wait for a worker.
    pub(super) fn may_leave(self) -> bool {
        self.is_manager && !self.must_pass_on()
    }

    /// Reads the answers, or says what is missing.
    pub(crate) fn read(self) -> Result<Cleared, Vec<Problem>> {
        let mut problems = Vec::new();
        let knows = self.knows.get_untracked();
        if knows.is_empty() && !self.is_barred() {
            problems.push(Problem::new(
                KNOWS,
                "Select yes if you know anyone here or have an interest",
            ));
        }
        let own_why = self.read_own_look(&knows, &mut problems);
        let chosen = match self.choosing.read() {
            _ if untrack(|| self.goes_to_manager()) => Chosen::default(),
            Ok(chosen) => chosen,
            Err(found) => {
                problems.extend(found);
                Chosen::default()
            }
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        let must_pass_on = untrack(|| self.must_pass_on());
        Ok(Cleared {
            knows: knows == "yes" || self.look.with_untracked(|look| look == SAME),
            may_open: !must_pass_on && (self.is_manager || chosen.worker.is_none_or(|worker| worker == self.me)),
            worker: chosen.worker,
            request: chosen.request,
            own_not_the_same: own_why.unwrap_or_default(),
            not_the_same: chosen.not_the_same.unwrap_or_default(),
        })
    }

    /// Why the own possible match is not the same. Whoever says that they have an interest need not look any more.
    fn read_own_look(self, knows: &str, problems: &mut Vec<Problem>) -> Option<String> {
        if self.outcome != ConflictOutcome::Look || knows == "yes" {
            return None;
        }
        let why = self.why.with_untracked(|why| why.trim().to_owned());
        match self.look.get_untracked().as_str() {
            SAME => None,
            NOT_THE_SAME if why.is_empty() => {
                problems.insert(0, Problem::new(WHY, "Enter how you know that it is not the same"));
                None
            }
            NOT_THE_SAME => Some(why),
            _ => {
                problems.insert(
                    0,
                    Problem::new(LOOK, "Look at the possible match, then select whether it is the same"),
                );
                None
            }
        }
    }
}
