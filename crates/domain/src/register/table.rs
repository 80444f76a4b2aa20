//! What each register asks, as data: the form, the list, the check and what falls due are all worked out from here.

mod group;
mod outside;
mod own;
mod policy;
mod practice;
mod views;

use super::{Answer, Choices, Field, Kind, Register, When};

pub(super) const fn of(kind: Kind) -> &'static Register {
    match kind {
        Kind::Supervision => &practice::SUPERVISION,
        Kind::GroupSupport => &practice::GROUP_SUPPORT,
        Kind::Training => &practice::TRAINING,
        Kind::Induction => &practice::INDUCTION,
        Kind::Observation => &practice::OBSERVATION,
        Kind::Draw => &practice::DRAW,
        Kind::Acknowledgement => &practice::ACKNOWLEDGEMENT,
        Kind::PerceivedBias => &practice::PERCEIVED_BIAS,
        Kind::Policy => &policy::POLICY,
        Kind::Plan => &policy::PLAN,
        Kind::Target => &policy::TARGET,
        Kind::StandingApart => &policy::STANDING_APART,
        Kind::Term => &policy::TERM,
        Kind::Attestation => &policy::ATTESTATION,
        Kind::OwnRule => &own::RULE,
        Kind::OwnInterval => &own::INTERVAL,
        Kind::OwnWords => &own::WORDS,
        Kind::OwnOutcome => &own::OUTCOME,
        Kind::OwnChair => &own::CHAIR,
        Kind::OwnQuestion => &own::QUESTION,
        Kind::Phrase => &policy::PHRASE,
        Kind::Subscription => &outside::SUBSCRIPTION,
        Kind::Interpreter => &outside::INTERPRETER,
        Kind::Resource => &outside::RESOURCE,
        Kind::Sent => &outside::SENT,
        Kind::Authority => &outside::AUTHORITY,
        Kind::Outreach => &outside::OUTREACH,
        Kind::Influence => &outside::INFLUENCE,
        Kind::Place => &outside::PLACE,
        Kind::View => &views::VIEW,
        Kind::ViewsPack => &views::PACK,
        Kind::ViewsAnswer => &views::ANSWER,
        Kind::Member => &group::MEMBER,
        Kind::Meeting => &group::MEETING,
        Kind::Agenda => &group::AGENDA,
        Kind::GroupAction => &group::ACTION,
        Kind::Terms => &group::TERMS,
    }
}

/// A day that is always asked for first, so it has an example.
const DAY_HINT: &str = "For example, 27 3 2026";

const YES_NO: Choices = &[("yes", "Yes"), ("no", "No")];

const fn must(name: &'static str, label: &'static str, answer: Answer) -> Field {
    Field {
        name,
        label,
        hint: "",
        answer,
        must: true,
        when: None,
    }
}

const fn may(name: &'static str, label: &'static str, answer: Answer) -> Field {
    Field {
        name,
        label,
        hint: "",
        answer,
        must: false,
        when: None,
    }
}

impl Field {
    const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    /// Asked only where the answer to another question is one of these.
    const fn when(self, field: &'static str, is: &'static [&'static str]) -> Self {
        let when = Some(When { field, is, must: false });
        Self { when, ..self }
    }

    /// The same, and then there is no entry without it.
    const fn needed_when(self, field: &'static str, is: &'static [&'static str]) -> Self {
        let when = Some(When { field, is, must: true });
        Self { when, ..self }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::{Answer, Kind, Sealed};

    /// The names are stored: a register that names what it does not ask would lose answers.
    #[test]
    fn every_register_is_whole() {
        let slugs: BTreeSet<_> = Kind::ALL.into_iter().map(|kind| kind.register().slug).collect();
        assert_eq!(slugs.len(), Kind::ALL.len());
        for kind in Kind::ALL {
            let register = kind.register();
            assert_eq!(register.kind, kind);
            assert_eq!(Kind::of_slug(register.slug), Some(kind));
            let names: BTreeSet<_> = register.fields.iter().map(|field| field.name).collect();
            assert_eq!(names.len(), register.fields.len(), "{kind:?}");
            let known = |name: &str| register.field(name).is_some();
            assert!(register.on.is_empty() || known(register.on), "{kind:?}");
            assert!(
                !register.named_by.is_empty() && register.named_by.iter().all(|name| known(name)),
                "{kind:?}"
            );
            assert!(register.sealed != Sealed::View, "{kind:?} would be read by few");
            if let Sealed::Worker(name) = register.sealed {
                let who = register.field(name).unwrap();
                assert!(who.must && who.answer == Answer::Worker, "{kind:?}");
            }
            for field in register.fields {
                if let Some(when) = field.when {
                    // It hangs on one answer of several to a question before it, and is needed by itself nowhere.
                    let before = register.fields.iter().take_while(|other| other.name != field.name);
                    let other = before.into_iter().find(|other| other.name == when.field).unwrap();
                    let Answer::One(choices) = other.answer else {
                        panic!("{kind:?} {}", field.name)
                    };
                    let is_choice = |word: &str| choices.iter().any(|(known, _)| *known == word);
                    assert!(
                        !field.must && when.is.iter().all(|word| is_choice(word)),
                        "{kind:?} {}",
                        field.name
                    );
                }
                match field.answer {
                    Answer::Due { unless, same, .. } => {
                        assert!(unless.is_empty() || known(unless), "{kind:?} {}", field.name);
                        assert!(same.iter().all(|name| known(name)), "{kind:?} {}", field.name);
                    }
                    Answer::One(choices) | Answer::Some(choices) | Answer::All(choices) => {
                        assert!(!choices.is_empty());
                        assert!(choices.iter().all(|(word, _)| !word.contains(char::is_whitespace)));
                    }
                    _ => {}
                }
            }
        }
    }

    /// No free text can hold a target, and nothing on the list is what a family or the authority decides (LEI-2).
    #[test]
    fn lei_2_a_target_counts_activity_from_a_closed_list() {
        let target = Kind::Target.register();
        let Answer::One(counts) = target.field("counts").unwrap().answer else {
            panic!("a closed list");
        };
        for (_, shown) in counts {
            for outcome in ["appeal", "plan", "tribunal", "complaint", "cost", "refus", "agree"] {
                assert!(!shown.to_lowercase().contains(outcome), "{shown}");
            }
        }
        assert!(
            target
                .fields
                .iter()
                .all(|field| !matches!(field.answer, Answer::Line | Answer::Text))
        );
    }
}
