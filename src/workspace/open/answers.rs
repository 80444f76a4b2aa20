//! What is answered for one candidate before a case goes to them.

use evenhand_domain::event::{Answered, Override};
use evenhand_domain::referral::{TypedDay, typed_day};
use evenhand_engine::policy::profile::{MOST_BESIDES, ManagerQuestion, Profile};
use leptos::prelude::*;

use super::choosing::{Chosen, NOT_THE_SAME, SAME, WORKER};
use crate::components::{DateParts, FieldId, Problem};

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
    /// What the service asks besides.
    pub(super) more: [(FieldId, RwSignal<String>); MOST_BESIDES],
}

impl Answers {
    /// Nothing answered yet.
    pub(super) fn empty() -> Self {
        let text = || (FieldId::new(), RwSignal::new(String::new()));
        Self {
            reason: text(),
            look: text(),
            why: text(),
            told_on: (FieldId::new(), DateParts::empty()),
            unavoidable: text(),
            told_how: text(),
            alternatives: text(),
            answer: text(),
            more: [text(), text(), text()],
        }
    }

    /// Every box with its name, for a draft.
    pub(super) fn texts(self) -> [(&'static str, RwSignal<String>); 10 + MOST_BESIDES] {
        let told_on = self.told_on.1;
        let [first, second, third] = self.more;
        [
            ("reason", self.reason.1),
            ("look", self.look.1),
            ("why", self.why.1),
            ("told_on.day", told_on.day),
            ("told_on.month", told_on.month),
            ("told_on.year", told_on.year),
            ("unavoidable", self.unavoidable.1),
            ("told_how", self.told_how.1),
            ("alternatives", self.alternatives.1),
            ("answer", self.answer.1),
            ("more_1", first.1),
            ("more_2", second.1),
            ("more_3", third.1),
        ]
    }

    /// Whether a possible match is the same (SPS-15).
    pub(super) fn read_look(self, chosen: &mut Chosen) -> Vec<Problem> {
        let why = typed(self.why.1);
        match self.look.1.get_untracked().as_str() {
            SAME => vec![Problem::new(WORKER, "It is the same, so select somebody else")],
            NOT_THE_SAME if why.is_empty() => {
                vec![Problem::new(self.why.0, "Enter how you know that it is not the same")]
            }
            NOT_THE_SAME => {
                chosen.not_the_same = Some(why);
                Vec::new()
            }
            _ => vec![Problem::new(
                self.look.0,
                "Look at the possible match, then select whether it is the same",
            )],
        }
    }

    /// Why to this one (SPS-16).
    pub(super) fn read_reason(self, chosen: &mut Chosen) -> Vec<Problem> {
        chosen.request.reason = typed(self.reason.1);
        if chosen.request.reason.is_empty() {
            return vec![Problem::new(
                self.reason.0,
                "Enter why the case goes to them all the same",
            )];
        }
        Vec::new()
    }

    /// The manager's answers, those that the policy asks (LEI-3, CAM-19, STA-16).
    pub(super) fn read_override(self, profile: &'static Profile, chosen: &mut Chosen) -> Vec<Problem> {
        let told_on = typed_day(&untrack(|| self.told_on.1.typed()));
        let over = Override {
            reason: typed(self.unavoidable.1),
            told_on: if let TypedDay::Day(day) = told_on {
                Some(day)
            } else {
                None
            },
            told_how: typed(self.told_how.1),
            alternatives: typed(self.alternatives.1),
            answer: typed(self.answer.1),
            more: self
                .besides(profile)
                .map(|(question, _, value)| Answered {
                    question: question.to_owned(),
                    answer: typed(value),
                })
                .collect(),
        };
        let questions = profile
            .manager_decision
            .iter()
            .flat_map(|decision| decision.questions.iter().copied());
        let mut problems: Vec<Problem> = questions.filter_map(|question| self.missing(question, &over)).collect();
        let open = self.besides(profile).filter(|(.., value)| typed(*value).is_empty());
        problems.extend(open.map(|(question, id, _)| Problem::new(id, format!("Answer “{question}”"))));
        chosen.request.over = Some(over);
        problems
    }

    /// What the service asks besides, each with its box.
    pub(super) fn besides(
        self,
        profile: &'static Profile,
    ) -> impl Iterator<Item = (&'static str, FieldId, RwSignal<String>)> {
        let asked = profile.manager_decision.iter().flat_map(|decision| &decision.more);
        asked
            .zip(self.more)
            .map(|(question, (id, value))| (*question, id, value))
    }

    fn missing(self, question: ManagerQuestion, over: &Override) -> Option<Problem> {
        let (id, is_missing, message) = match question {
            ManagerQuestion::Reason => (
                self.unavoidable.0,
                over.reason.is_empty(),
                "Enter why this cannot be avoided",
            ),
            ManagerQuestion::ToldWhen => (
                self.told_on.0,
                over.told_on.is_none(),
                "Enter the day on which the family was told, like 27 3 2026",
            ),
            ManagerQuestion::ToldHow => (
                self.told_how.0,
                over.told_how.is_empty(),
                "Enter how the family was told",
            ),
            ManagerQuestion::AlternativesOffered => (
                self.alternatives.0,
                over.alternatives.is_empty(),
                "Enter what else the family was offered",
            ),
            ManagerQuestion::ParentsAnswer => (self.answer.0, over.answer.is_empty(), "Enter what the parent answered"),
        };
        is_missing.then(|| Problem::new(id, message))
    }
}

fn typed(value: RwSignal<String>) -> String {
    value.with_untracked(|text| text.trim().to_owned())
}
