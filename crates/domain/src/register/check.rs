//! Whether an entry can be kept: every answer is there and is what its field takes.

use super::{Answer, Kind, RegisterEntry};
use crate::date::Day;
use crate::ids::{EventId, WorkerId};

/// What is wrong with one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field.
    pub field: &'static str,
    /// What to do about it, in one sentence.
    pub what: String,
}

impl Fault {
    fn new(field: &'static str, what: impl Into<String>) -> Self {
        Self {
            field,
            what: what.into(),
        }
    }
}

impl RegisterEntry {
    /// Everything that is wrong with the answers, in the order of the form. An answer under a name that the register does not know is
    /// of a newer version and no fault.
    #[must_use]
    pub fn faults(&self, today: Day) -> Vec<Fault> {
        let register = self.kind.register();
        let mut found: Vec<Fault> = register
            .fields
            .iter()
            .filter_map(|field| {
                let value = self.text(field.name);
                let asked = field.label;
                let what = match field.answer {
                    Answer::All(choices) => {
                        let has_all = choices
                            .iter()
                            .all(|(word, _)| value.split_whitespace().any(|ticked| ticked == *word));
                        (!has_all).then(|| "Tick each of these: without one of them it cannot be kept".to_owned())
                    }
                    _ if value.is_empty() => field.must.then(|| match field.answer {
                        Answer::Day | Answer::Due { .. } => format!("Enter a day for “{asked}”"),
                        Answer::Worker
                        | Answer::One(_)
                        | Answer::Some(_)
                        | Answer::Entry(_)
                        | Answer::Clause
                        | Answer::Setting => {
                            format!("Choose an answer to “{asked}”")
                        }
                        _ => format!("Enter an answer to “{asked}”"),
                    }),
                    Answer::Day | Answer::Due { .. } => {
                        (value.parse::<Day>().is_err()).then(|| format!("Enter a day for “{asked}”"))
                    }
                    Answer::Number => (value.parse::<u32>().is_err())
                        .then(|| format!("Enter a whole number for “{asked}”, such as 12")),
                    Answer::Worker => {
                        (value.parse::<WorkerId>().is_err()).then(|| format!("Choose an answer to “{asked}”"))
                    }
                    Answer::Entry(_) => {
                        (value.parse::<EventId>().is_err()).then(|| format!("Choose an answer to “{asked}”"))
                    }
                    Answer::One(_) => field
                        .answer
                        .shown(value)
                        .is_none()
                        .then(|| format!("Choose an answer to “{asked}”")),
                    Answer::Some(_) => value
                        .split_whitespace()
                        .any(|word| field.answer.shown(word).is_none())
                        .then(|| format!("Choose answers to “{asked}”")),
                    // Whether the policy has such a clause or such a rule is the policy's to say.
                    Answer::Line | Answer::Text | Answer::Clause | Answer::Setting => None,
                };
                what.map(|what| Fault::new(field.name, what))
            })
            .collect();
        if found.is_empty() {
            found.extend(self.conditions(today));
        }
        found
    }

    /// What one answer asks of another.
    fn conditions(&self, today: Day) -> Option<Fault> {
        let is = |name: &str, word: &str| self.text(name) == word;
        let lacks = |name: &str| self.text(name).is_empty();
        let on = self.kind.register().on;
        // What took place has taken place: only a meeting of the group is planned ahead, and some things have their first day.
        let may_be_ahead = matches!(
            self.kind,
            Kind::Meeting
                | Kind::Term
                | Kind::Member
                | Kind::Subscription
                | Kind::Interpreter
                | Kind::OwnRule
                | Kind::OwnInterval
                | Kind::OwnWords
                | Kind::OwnOutcome
                | Kind::OwnChair
                | Kind::OwnQuestion
        );
        if !may_be_ahead && self.day(on).is_some_and(|day| day > today) {
            return self
                .kind
                .register()
                .field(on)
                .map(|field| Fault::new(field.name, format!("“{}” cannot be after today", field.label)));
        }
        match self.kind {
            Kind::Meeting if is("held", "yes") && self.day("on").is_some_and(|day| day > today) => Some(Fault::new(
                "held",
                "A meeting that is still to come cannot have been held. Leave this blank",
            )),
            // A meeting ends with the next date, or the reason why there is none (LEI-12).
            Kind::Meeting if is("held", "yes") && lacks("next") && lacks("no_next") => Some(Fault::new(
                "next",
                "Enter the day of the next meeting, or below why it is not set",
            )),
            // Each meeting says which of its functions it touched (LEI-13).
            Kind::Meeting if is("held", "yes") && lacks("functions") => {
                Some(Fault::new("functions", "Choose what the group did at this meeting"))
            }
            // Whoever still disagrees is offered the Chair (WES-12, SPS-19).
            Kind::PerceivedBias if is("agrees", "no") && !is("chair", "yes") => Some(Fault::new(
                "chair",
                "They still see it as bias, so offer them the Chair first, then note it",
            )),
            Kind::Attestation
                if self
                    .day("on")
                    .zip(self.day("until"))
                    .is_some_and(|(on, until)| until <= on || until > on.plus_months(12)) =>
            {
                Some(Fault::new(
                    "until",
                    "Enter a day within a year of the day on which it is said",
                ))
            }
            Kind::Term if self.day("to") <= self.day("from") => {
                Some(Fault::new("to", "The last day must come after the first day"))
            }
            Kind::View if is("named", "yes") && lacks("name") => Some(Fault::new(
                "name",
                "Enter the name that goes with it, or choose that it goes without",
            )),
            // Families hear what came of their views (LEI-36).
            Kind::ViewsAnswer if (is("came", "changed") || is("came", "will")) && lacks("changed") => {
                Some(Fault::new("changed", "Enter what changed or will change"))
            }
            // What is accredited says by whom (WES-14).
            Kind::Training if is("accredited", "yes") && lacks("body") => {
                Some(Fault::new("body", "Enter who accredits it"))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(kind: Kind, values: &[(&str, &str)]) -> Option<&'static str> {
        let entry = values
            .iter()
            .fold(RegisterEntry::new(kind), |entry, (name, value)| entry.with(name, value));
        let today = "2026-11-27".parse().unwrap();
        entry.faults(today).first().map(|fault| fault.field)
    }

    #[test]
    fn wes_14_accredited_training_says_by_whom() {
        let taken = |more: &[(&str, &str)]| {
            let all = [
                ("who", "11111111111111111111111111111111"),
                ("on", "2026-11-20"),
                ("topic", "law"),
                ("provider", "A charity"),
                ("provider_is", "voluntary"),
                ("accredited", "yes"),
            ];
            fault(Kind::Training, &[all.as_slice(), more].concat())
        };
        assert_eq!(taken(&[]), Some("body"));
        assert_eq!(taken(&[("body", "A university")]), None);
        assert_eq!(taken(&[("body", "A university"), ("level", "9")]), Some("level"));
    }

    #[test]
    fn a_term_ends_after_it_begins_and_numbers_are_numbers() {
        let term = |to: &str| {
            fault(
                Kind::Term,
                &[("name", "Spring 2027"), ("from", "2027-01-04"), ("to", to)],
            )
        };
        assert_eq!(term("2027-01-04"), Some("to"));
        assert_eq!(term("2027-03-24"), None);
        let support = |present: &str| {
            fault(
                Kind::GroupSupport,
                &[("on", "2026-11-20"), ("about", "Listening"), ("present", present)],
            )
        };
        assert_eq!(support("a dozen"), Some("present"));
        assert_eq!(support("12"), None);
    }

    #[test]
    fn an_answer_of_a_newer_version_is_kept_and_is_no_fault() {
        let values = [("on", "2026-11-20"), ("about", "Listening"), ("mood", "good")];
        assert_eq!(fault(Kind::GroupSupport, &values), None);
    }
}
