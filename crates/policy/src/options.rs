//! Options by stage and step: which choices are usually open, on what law, with which time limits (SPS-1, STA-14). Their words are data,
//! which a page fetches; the law is about to change, so each set says from when and until when it is so, and when it was checked.

use evenhand_domain::case::options::Choice;
use evenhand_domain::date::Day;

/// Most limits are counted from the day of a letter.
const FROM_THE_LETTER: &str = "Which date is on the letter?";

/// How long after a letter, or another day that the set asks for, something has to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Number and unit; none where no calendar can tell, such as school days.
    after: Option<(i32, Unit)>,
    /// What has to be done.
    pub what: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Days,
    WorkingDays,
    Weeks,
    Months,
}

/// The choices that are usually open at one step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Set {
    /// Its name in the form.
    pub id: String,
    /// What is to be decided.
    pub matter: String,
    /// The first day on which the law is so.
    pub from: Option<Day>,
    /// The last day on which it is; none while nobody has changed it.
    pub to: Option<Day>,
    /// The day on which somebody last held it against its sources.
    pub checked: Option<Day>,
    /// The question for the day from which its limits are counted.
    pub counted: String,
    /// The law and guidance.
    pub law: String,
    /// The time limits.
    pub limits: Vec<Limit>,
    /// The choices; doing nothing is always one.
    pub choices: Vec<Choice>,
}

impl Limit {
    fn read(text: &str) -> Option<Self> {
        let (after, what) = text.split_once(" | ")?;
        let units = [
            ("wd", Unit::WorkingDays),
            ("d", Unit::Days),
            ("w", Unit::Weeks),
            ("m", Unit::Months),
        ];
        let after = units
            .iter()
            .find_map(|(end, unit)| Some((after.strip_suffix(end)?.parse().ok()?, *unit)));
        Some(Self {
            after,
            what: what.to_owned(),
        })
    }

    /// By which day, from the day that the set asks for. It is what the letter says that counts, so the screen says: check the letter.
    #[must_use]
    pub fn by(&self, from: Day) -> Option<Day> {
        self.after.map(|(number, unit)| match unit {
            // The day on which a draft is served is the first of its fifteen.
            Unit::Days => from.plus_days(i64::from(number) - 1),
            Unit::WorkingDays => from.plus_working_days(number.unsigned_abs()),
            Unit::Weeks => from.plus_days(i64::from(number) * 7),
            Unit::Months => from.plus_months(number),
        })
    }
}

impl Set {
    /// Every set of a file that holds on a day.
    #[must_use]
    pub fn read(text: &str, today: Day) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            if let Some((id, matter)) = line.strip_prefix("+ ").and_then(|head| head.split_once(": ")) {
                all.push(Self {
                    id: id.to_owned(),
                    matter: matter.to_owned(),
                    counted: FROM_THE_LETTER.to_owned(),
                    ..Self::default()
                });
            } else if let Some(set) = all.last_mut() {
                set.take(line);
            }
        }
        all.retain(|set| set.from.is_none_or(|from| from <= today) && set.to.is_none_or(|to| today <= to));
        all
    }

    /// Takes in one more line.
    fn take(&mut self, line: &str) {
        if let Some(what) = line.strip_prefix("* ") {
            self.choices.push(Choice {
                what: what.to_owned(),
                pros: String::new(),
                cons: String::new(),
                basis: String::new(),
            });
            return;
        }
        let Some((word, text)) = line.split_once(": ") else {
            return;
        };
        match (word, self.choices.last_mut()) {
            ("from", _) => self.from = text.parse().ok(),
            ("to", _) => self.to = text.parse().ok(),
            ("checked", _) => self.checked = text.parse().ok(),
            ("limit", _) => self.limits.extend(Limit::read(text)),
            ("counted", _) => self.counted = text.to_owned(),
            ("law", None) => self.law = text.to_owned(),
            ("law", Some(choice)) => choice.basis = text.to_owned(),
            ("for", Some(choice)) => choice.pros = text.to_owned(),
            ("against", Some(choice)) => choice.cons = text.to_owned(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = include_str!("../data/options.txt");

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn sets() -> Vec<Set> {
        Set::read(OWN, day("2026-11-27"))
    }

    #[test]
    fn sps_1_sta_14_each_step_has_its_choices_with_both_sides_and_doing_nothing_is_always_one() {
        let all = sets();
        let ids: Vec<&str> = all.iter().map(|set| set.id.as_str()).collect();
        let steps = [
            "support",
            "asking",
            "refusal",
            "draft",
            "review",
            "placement",
            "exclusion",
            "transport",
            "mediation",
            "appeal",
            "complaint",
            "later",
        ];
        assert_eq!(ids, steps);
        for set in all {
            assert!(
                // A day is there only where somebody truly looked.
                !set.law.is_empty() && set.from.is_some() && set.checked.is_none_or(|day| Some(day) >= set.from),
                "{}",
                set.id
            );
            assert!(set.counted.ends_with('?'), "{}", set.id);
            assert!((3..=6).contains(&set.choices.len()), "{}", set.id);
            assert!(
                set.choices
                    .iter()
                    .all(|choice| !choice.pros.is_empty() && !choice.cons.is_empty()),
                "{}",
                set.id
            );
            assert_eq!(
                set.choices
                    .iter()
                    .filter(|choice| choice.what == "Doing nothing for now")
                    .count(),
                1
            );
        }
    }

    /// No set leans to a choice: what the checks would mark in a worker's words is not in ours.
    #[test]
    fn sta_1_no_set_names_a_choice_as_the_better_one() {
        for choice in sets().into_iter().flat_map(|set| set.choices) {
            for text in [choice.pros, choice.cons] {
                let marks = crate::recording::check_by_rules(&text);
                let pushes = |mark: &crate::recording::Mark| {
                    use crate::recording::Label::{Directive, Partial, SingleOption};
                    matches!(mark.label, Directive | Partial | SingleOption)
                };
                assert!(!marks.iter().any(pushes), "{text}: {marks:?}");
            }
        }
    }

    #[test]
    fn sps_1_time_limits_are_worked_out_from_the_letter() {
        let by = |id: &str, letter: &str| {
            let set = sets().into_iter().find(|set| set.id == id).unwrap();
            set.limits[0].by(day(letter)).map(|day| day.to_string())
        };
        assert_eq!(by("refusal", "2026-10-15").as_deref(), Some("2026-12-15"));
        assert_eq!(by("refusal", "2026-12-31").as_deref(), Some("2027-02-28"));
        assert_eq!(
            by("draft", "2026-11-02").as_deref(),
            Some("2026-11-16"),
            "the first day counts"
        );
        assert_eq!(by("review", "2026-11-02").as_deref(), Some("2026-11-30"));
        assert_eq!(
            by("transport", "2026-12-18").as_deref(),
            Some("2027-01-20"),
            "bank holidays do not count"
        );
        assert_eq!(by("exclusion", "2026-11-02"), None, "no calendar knows school days");
    }

    #[test]
    fn a_set_of_another_time_is_not_shown() {
        let text = "+ a: Old\nto: 2026-08-31\n* x\n+ b: New\nfrom: 2026-09-01\n* y\nfor: z";
        let ids = |on: &str| {
            Set::read(text, day(on))
                .into_iter()
                .map(|set| set.id)
                .collect::<Vec<_>>()
        };
        assert_eq!(ids("2026-08-31"), ["a"]);
        assert_eq!(ids("2026-09-01"), ["b"]);
    }
}
