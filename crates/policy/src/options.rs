//! Options by stage and step: which choices are usually open, on what law, with which time limits (SPS-1, STA-14). Their words are data,
//! which a page fetches; the law is about to change, so each set says from when and until when it is so, and when it was checked.

use evenhand_domain::case::options::Choice;
use evenhand_domain::date::Day;

/// Most limits are counted from the day of a letter.
const FROM_THE_LETTER: (&str, &str) = ("Which date is on the letter?", "the date on the letter");

/// Where somebody is in their education, as far as the law of a step differs by it (STA-14).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Before school.
    Early,
    /// At school, of compulsory school age.
    School,
    /// From the end of compulsory school age to 25.
    After16,
}

impl Stage {
    /// Every stage with its word in the data, and what it is called.
    pub const ALL: [(Self, &'static str, &'static str); 3] = [
        (Self::Early, "early", "Early years, before school"),
        (Self::School, "school", "School age"),
        (Self::After16, "after16", "16 to 25"),
    ];

    /// The stage of this word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        let found = Self::ALL.into_iter().find(|(_, own, _)| *own == word);
        found.map(|(stage, ..)| stage)
    }

    /// Its word in the data.
    #[must_use]
    pub fn word(self) -> &'static str {
        let found = Self::ALL.into_iter().find(|(stage, ..)| *stage == self);
        found.map_or("", |(_, word, _)| word)
    }

    /// What it is called.
    #[must_use]
    pub fn shown(self) -> &'static str {
        let found = Self::ALL.into_iter().find(|(stage, ..)| *stage == self);
        found.map_or("", |(.., shown)| shown)
    }

    /// The stage that somebody of this birthday or age is most likely at. It is a beginning, which the page lets be changed: a child of
    /// four may be at school already.
    #[must_use]
    pub fn likely(born: Option<Day>, age: Option<u8>, today: Day) -> Option<Self> {
        let is_past = |born: Day| born.rights_begin() <= today;
        let is_small = |born: Day| born.plus_months(5 * 12) > today;
        match (born, age) {
            (Some(born), _) if is_past(born) => Some(Self::After16),
            (Some(born), _) if is_small(born) => Some(Self::Early),
            (None, Some(16..)) => Some(Self::After16),
            (None, Some(..5)) => Some(Self::Early),
            (None, None) => None,
            _ => Some(Self::School),
        }
    }
}

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
    /// The day on which it was last held against its sources, and against which; a copy may be older than the day.
    pub checked: Option<(Day, String)>,
    /// The question for the day from which its limits are counted.
    pub counted: String,
    /// The same day, as a sheet for the family says it.
    pub counted_from: String,
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

    /// How long, in words; none where no calendar can tell.
    fn within(&self) -> Option<String> {
        let (number, unit) = self.after?;
        let unit = match unit {
            Unit::Days => "days",
            Unit::WorkingDays => "working days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
        };
        Some(format!("{number} {unit}"))
    }
}

impl Set {
    /// Every set of a file that holds on a day, as it is at a stage; of all stages where none is said.
    #[must_use]
    pub fn read(text: &str, today: Day, stage: Option<Stage>) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        let (mut skips_set, mut skips_choice) = (false, false);
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            let (at, line) = match line.strip_prefix('[').and_then(|line| line.split_once("] ")) {
                Some((at, line)) => (Some(at), line),
                None => (None, line),
            };
            let fits = match (at, stage) {
                (None, _) => true,
                // Without a stage the law is the one that is said for all.
                (Some(_), None) => !line.starts_with("law: "),
                (Some(at), Some(stage)) => at.split_whitespace().any(|word| word == stage.word()),
            };
            if line.starts_with("+ ") {
                (skips_set, skips_choice) = (!fits, false);
            } else if line.starts_with("* ") {
                skips_choice = !fits;
            }
            if !fits || skips_set || skips_choice {
                continue;
            }
            if let Some((id, matter)) = line.strip_prefix("+ ").and_then(|head| head.split_once(": ")) {
                all.push(Self {
                    id: id.to_owned(),
                    matter: matter.to_owned(),
                    counted: FROM_THE_LETTER.0.to_owned(),
                    counted_from: FROM_THE_LETTER.1.to_owned(),
                    ..Self::default()
                });
            } else if let Some(set) = all.last_mut() {
                set.take(line);
            }
        }
        all.retain(|set| set.from.is_none_or(|from| from <= today) && set.to.is_none_or(|to| today <= to));
        all
    }

    /// Its time limits, a line each: with their days where the day is known from which they are counted, else with how long they are.
    #[must_use]
    pub fn limits_from(&self, from: Option<Day>) -> String {
        let lines = self.limits.iter().map(|limit| {
            let what = &limit.what;
            match (from.and_then(|from| limit.by(from)), limit.within()) {
                // It is kept as text that somebody may change and look for, so its spaces are plain.
                (Some(by), _) => format!("By {}: {what}.", by.long().replace('\u{a0}', " ")),
                (None, Some(within)) => format!("Within {within} of {}: {what}.", self.counted_from),
                (None, None) => format!("{what}."),
            }
        });
        lines.collect::<Vec<_>>().join("\n")
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
            ("checked", _) => {
                let (day, against) = text.split_once(" | ").unwrap_or((text, ""));
                self.checked = day.parse().ok().map(|day| (day, against.to_owned()));
            }
            ("limit", _) => self.limits.extend(Limit::read(text)),
            ("counted", _) => {
                let (question, from) = text.split_once(" | ").unwrap_or((text, ""));
                (self.counted, self.counted_from) = (question.to_owned(), from.to_owned());
            }
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
        Set::read(OWN, day("2026-11-27"), None)
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
            assert!(!set.law.is_empty() && set.from.is_some(), "{}", set.id);
            // A day is there only where it was truly looked at, and then with what it was held against.
            let (checked, against) = set.checked.unwrap();
            assert!(Some(checked) >= set.from && !against.is_empty(), "{}", set.id);
            assert!(set.counted.ends_with('?') && !set.counted_from.is_empty(), "{}", set.id);
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

    /// No set leans to a choice: what the checks would mark in a worker's words is not in ours, and nobody who begins with a set is stopped by
    /// a mark on words that they did not write.
    #[test]
    fn sta_1_no_set_names_a_choice_as_the_better_one() {
        let mut marked = Vec::new();
        for choice in sets().into_iter().flat_map(|set| set.choices) {
            for text in [choice.pros, choice.cons] {
                let marks = crate::recording::check(&text);
                marked.extend(
                    marks
                        .into_iter()
                        .map(|mark| format!("{text}: {:?} {:?}", mark.label, &text[mark.span])),
                );
            }
        }
        assert!(marked.is_empty(), "{}", marked.join("\n"));
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
    fn sps_1_time_limits_stand_with_their_day_or_with_how_long_they_are() {
        let told = |id: &str, letter: Option<&str>| {
            let set = sets().into_iter().find(|set| set.id == id).unwrap();
            set.limits_from(letter.map(day))
        };
        let first = |text: String| text.lines().next().unwrap().to_owned();
        assert_eq!(
            first(told("mediation", Some("2026-10-15"))),
            "By 15 December 2026: Speak to the mediation adviser."
        );
        assert_eq!(
            first(told("mediation", None)),
            "Within 2 months of the date on the letter: Speak to the mediation adviser."
        );
        assert_eq!(
            first(told("asking", None)),
            "Within 6 weeks of the day when the council got the request: The council says if it will do an assessment."
        );
        assert!(told("exclusion", None).starts_with("The governors meet within 15 school days"));
        assert_eq!(
            told("placement", Some("2026-10-15")),
            "",
            "no step of its own has a limit there"
        );
    }

    #[test]
    fn sta_14_a_step_has_the_choices_limits_and_law_of_its_stage() {
        let text = "+ a: A\nlaw: both\n[school] law: of schools\n[school] limit: 2m | x\n[after16] limit: - | y\n* one\nfor: 1\n\
                    [early] * two\nfor: 2\n* three\nfor: 3\n[school after16] + b: B\n* four";
        let told = |stage: Option<Stage>| {
            let told = Set::read(text, day("2026-11-27"), stage).into_iter().map(|set| {
                let limits: String = set.limits.into_iter().map(|limit| limit.what).collect();
                let choices: Vec<String> = set.choices.into_iter().map(|one| one.what + &one.pros).collect();
                format!("{} {} {limits} {}", set.id, set.law, choices.join(" "))
            });
            told.collect::<Vec<_>>()
        };
        assert_eq!(told(None), ["a both xy one1 two2 three3", "b   four"]);
        assert_eq!(told(Some(Stage::Early)), ["a both  one1 two2 three3"]);
        assert_eq!(told(Some(Stage::School)), ["a of schools x one1 three3", "b   four"]);
        assert_eq!(told(Some(Stage::After16)), ["a both y one1 three3", "b   four"]);
    }

    /// At each stage every step that is left is whole: both sides, and doing nothing among the choices.
    #[test]
    fn sta_14_our_own_steps_are_whole_at_every_stage_and_each_mark_is_a_stage() {
        let marks = OWN.lines().filter_map(|line| line.strip_prefix('[')?.split_once("] "));
        let words: Vec<&str> = marks.flat_map(|(at, _)| at.split_whitespace()).collect();
        assert!(
            !words.is_empty() && words.iter().all(|word| Stage::of(word).is_some()),
            "{words:?}"
        );
        for (stage, word, _) in Stage::ALL {
            let all = Set::read(OWN, day("2026-11-27"), Some(stage));
            assert!(
                all.iter().all(|set| set.choices.len() >= 3 && !set.law.is_empty()),
                "{word}"
            );
            let of = |id: &str| all.iter().find(|set| set.id == id);
            assert_eq!(of("later").is_none(), stage == Stage::Early);
            let limits = of("transport").map_or(0, |set| set.limits.len());
            assert_eq!(limits, usize::from(stage != Stage::Early), "{word}");
        }
    }

    #[test]
    fn sta_14_the_stage_begins_with_what_is_known_of_the_child() {
        let likely = |born: Option<&str>, age| Stage::likely(born.map(day), age, day("2026-11-27"));
        assert_eq!(likely(None, None), None);
        assert_eq!(likely(None, Some(4)), Some(Stage::Early));
        assert_eq!(likely(None, Some(15)), Some(Stage::School));
        assert_eq!(likely(None, Some(16)), Some(Stage::After16));
        assert_eq!(likely(Some("2021-11-28"), None), Some(Stage::Early));
        assert_eq!(likely(Some("2021-11-27"), None), Some(Stage::School));
        // Sixteen, and of compulsory school age to the last Friday in June.
        assert_eq!(likely(Some("2010-09-30"), Some(16)), Some(Stage::School));
        assert_eq!(likely(Some("2010-08-30"), None), Some(Stage::After16));
    }

    #[test]
    fn a_set_of_another_time_is_not_shown() {
        let text = "+ a: Old\nto: 2026-08-31\n* x\n+ b: New\nfrom: 2026-09-01\n* y\nfor: z";
        let ids = |on: &str| {
            Set::read(text, day(on), None)
                .into_iter()
                .map(|set| set.id)
                .collect::<Vec<_>>()
        };
        assert_eq!(ids("2026-08-31"), ["a"]);
        assert_eq!(ids("2026-09-01"), ["b"]);
    }
}
