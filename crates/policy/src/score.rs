//! How well the checks do against files of invented scenarios: what a chore prints, never part of what ships.

use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::date::Day;
use evenhand_domain::family::Family;
use evenhand_domain::ids::WorkerId;
use evenhand_domain::interest::Interest;
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::{Role, Worker};
use serde::Deserialize;
use thiserror::Error;

use crate::conflict::check;
use crate::matching::{compare, may_be_same_person};
use crate::profile::Profile;

mod recording;

pub use recording::{Counts, Example, RecordingScore, examples, score_examples, score_recording};

/// What a run found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreReport {
    /// Each miss on lines of its own, then one line of JSON with the counts.
    pub text: String,
    /// How many items the file holds.
    pub items: usize,
    /// How many came to the outcome that the file expects.
    pub outcome_right: usize,
    /// How many gave the clauses that the file expects.
    pub because_right: usize,
}

/// How well pairs of names are told to be possibly the same person.
#[derive(Debug, Clone)]
pub struct NamesScore {
    /// Each miss on a line of its own, then one line of JSON with precision, recall and F1.
    pub text: String,
    /// How the pairs were judged.
    pub counts: Counts,
}

/// A line that is not an item of the expected form.
#[derive(Debug, Error)]
#[error("line {line}: {source}")]
pub struct ScoreError {
    /// Which line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub source: serde_json::Error,
}

#[derive(Deserialize)]
struct Scenario {
    id: String,
    profile: ProfileId,
    today: Day,
    worker: Person,
    family: Family,
    expect: ConflictOutcome,
    #[serde(default)]
    because: Vec<String>,
}

#[derive(Deserialize)]
struct Person {
    name: String,
    role: Role,
    #[serde(default)]
    home_district: Option<String>,
    #[serde(default)]
    phone: Option<String>,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    interests: Vec<Interest>,
}

#[derive(Deserialize)]
struct Pair {
    id: String,
    a: String,
    b: String,
    same: bool,
    #[serde(default)]
    why: String,
}

/// Scores a file of conflict scenarios, one JSON object a line; lines end with a line feed alone.
///
/// # Errors
/// When a line is not a scenario.
pub fn score_conflicts(jsonl: &str) -> Result<ScoreReport, ScoreError> {
    let mut report = Tally::default();
    for scenario in items::<Scenario>(jsonl)? {
        let worker = Worker {
            id: WorkerId::new([0; 16]),
            name: scenario.worker.name,
            role: scenario.worker.role,
            home_district: scenario.worker.home_district,
            phone: scenario.worker.phone,
            email: scenario.worker.email,
        };
        let interests = &scenario.worker.interests;
        let found = check(
            Profile::of(scenario.profile),
            &worker,
            interests,
            &scenario.family,
            scenario.today,
        );
        let (mut expected, mut given) = (scenario.because.clone(), found.because.clone());
        expected.sort_unstable();
        given.sort_unstable();
        let (outcome, because) = (found.outcome == scenario.expect, expected == given);
        report.add(outcome, because, || {
            let findings = found
                .findings
                .iter()
                .map(|finding| format!("    {:?} {} {}\n", finding.outcome, finding.clause, finding.matched));
            let (expected, got) = (
                wording(scenario.expect, &scenario.because),
                wording(found.outcome, &found.because),
            );
            format!(
                "{}: expected {expected}, got {got}\n{}",
                scenario.id,
                findings.collect::<String>()
            )
        });
    }
    Ok(report.finish())
}

/// Scores a file of name pairs, one JSON object a line; lines end with a line feed alone.
///
/// # Errors
/// When a line is not a pair of names.
pub fn score_names(jsonl: &str) -> Result<NamesScore, ScoreError> {
    let mut counts = Counts::default();
    let (mut text, mut all) = (String::new(), 0);
    for pair in items::<Pair>(jsonl)? {
        let same = may_be_same_person(&pair.a, &pair.b);
        all += 1;
        counts.add(same, pair.same);
        if same != pair.same {
            let found = compare(&pair.a, &pair.b).likeness;
            let Pair { id, a, b, same, why } = pair;
            text += &format!("{id}: {a} / {b}: expected same={same}, got {found:?} ({why})\n");
        }
    }
    let mut line = counts.json();
    line["items"] = all.into();
    text.push_str(&line.to_string());
    Ok(NamesScore { text, counts })
}

fn items<'a, T: Deserialize<'a>>(jsonl: &'a str) -> Result<Vec<T>, ScoreError> {
    let lines = jsonl
        .split('\n')
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| serde_json::from_str(line).map_err(|source| ScoreError { line: at + 1, source }))
        .collect()
}

fn wording(outcome: ConflictOutcome, because: &[String]) -> String {
    format!("{} [{}]", format!("{outcome:?}").to_lowercase(), because.join(", "))
}

#[derive(Default)]
struct Tally {
    text: String,
    items: usize,
    outcome_right: usize,
    because_right: usize,
}

impl Tally {
    fn add(&mut self, outcome: bool, because: bool, miss: impl FnOnce() -> String) {
        self.items += 1;
        self.outcome_right += usize::from(outcome);
        self.because_right += usize::from(because);
        if !(outcome && because) {
            self.text.push_str(&miss());
        }
    }

    fn finish(mut self) -> ScoreReport {
        let counts = serde_json::json!({ "items": self.items, "outcome_right": self.outcome_right, "because_right": self.because_right });
        self.text.push_str(&counts.to_string());
        ScoreReport {
            text: self.text,
            items: self.items,
            outcome_right: self.outcome_right,
            because_right: self.because_right,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_files_score_in_full() {
        let conflicts = score_conflicts(include_str!("../../../tests/data/conflicts.jsonl")).unwrap();
        assert_eq!(
            (conflicts.outcome_right, conflicts.because_right),
            (conflicts.items, conflicts.items),
            "{}",
            conflicts.text
        );
        let names = score_names(include_str!("../../../tests/data/names.jsonl")).unwrap();
        assert!(names.counts.f1() >= 0.95, "{}", names.text);
        let line: serde_json::Value = serde_json::from_str(names.text.lines().last().unwrap()).unwrap();
        assert!(line["items"] == 140 && line["precision"].is_number() && line["recall"].is_number());
        assert!(conflicts.text.lines().last().unwrap().starts_with('{'));
    }

    /// Files by other hands, who saw the published ones and no rules: what was mended after them must not be lost.
    #[test]
    fn files_by_other_hands_score_as_well() {
        let conflicts = score_conflicts(include_str!("../../../tests/data/conflicts-more.jsonl")).unwrap();
        let right = (conflicts.outcome_right, conflicts.because_right);
        assert_eq!(right, (conflicts.items, conflicts.items), "{}", conflicts.text);
        let names = score_names(include_str!("../../../tests/data/names-more.jsonl")).unwrap();
        assert!(names.counts.f1() >= 0.98, "{}", names.text);
    }

    /// The targets of the language checks on the published files, which rules and weights were made with, and on texts
    /// by other hands that nothing was ever learned from (`docs/adr/0027-weighing.md`).
    #[test]
    fn the_language_checks_keep_their_targets() {
        let score = score_recording(include_str!("../../../tests/data/recording.jsonl")).unwrap();
        let told = format!("{}\n{}", score.text, score.misses);
        assert!(score.any.precision() >= 0.90 && score.any.recall() >= 0.75, "{told}");
        assert!(score.false_alarms() <= 0.05, "{told}");
        assert!(score.labels.iter().all(|counts| counts.f1() >= 0.60), "{told}");
        let edge = score_recording(include_str!("../../../tests/data/recording-edge.jsonl")).unwrap();
        assert!(edge.exact * 100 >= edge.items * 85, "{}\n{}", edge.text, edge.misses);
        // Sets by four hands that nothing was ever learned from, and that nobody read.
        for text in [
            include_str!("../../../tests/data/recording-judged.jsonl"),
            include_str!("../../../tests/data/recording-unseen.jsonl"),
        ] {
            let judged = score_recording(text).unwrap();
            assert!(
                judged.any.precision() >= 0.90 && judged.any.recall() >= 0.75,
                "{}",
                judged.text
            );
            assert!(judged.false_alarms() <= 0.05, "{}", judged.text);
            assert!(
                judged.labels.iter().all(|counts| counts.f1() >= 0.60),
                "{}",
                judged.text
            );
        }
        // A few words, as somebody who pauses has typed them: a plain note is left alone.
        let short = score_recording(include_str!("../../../tests/data/recording-short.jsonl")).unwrap();
        assert!(
            short.false_alarms() <= 0.02 && short.any.recall() >= 0.75,
            "{}",
            short.text
        );
        // Whole notes have several places where something can be wrong, and as many where nothing is.
        let long = score_recording(include_str!("../../../tests/data/recording-long.jsonl")).unwrap();
        assert!(
            long.false_alarms() <= 0.06 && long.any.recall() >= 0.70,
            "{}",
            long.text
        );
    }

    #[test]
    fn what_is_learned_holds_for_other_texts_and_is_read_as_it_is_written() {
        use crate::recording::{Checks, Label, Lesson};
        let mut checks = Checks::read(
            "client: mum\n+ directive: It tells.\nyou must\n~ good: kind lovely sweet gentle warm_hearted caring tender\n",
        )
        .unwrap();
        let told = |how: &str| {
            format!(
                "The head of this school, whom we met there on Monday at ten with both parents, is {how} again today."
            )
        };
        let good = [
            "kind and lovely",
            "lovely and sweet",
            "sweet and gentle",
            "gentle and kind",
            "kind and sweet",
            "lovely and gentle",
            "sweet and kind",
            "gentle and lovely",
        ]
        .map(|how| (told(how), vec![Label::Partial]));
        let plain =
            ["out and busy", "busy and here", "here and well", "well and out"].map(|how| (told(how), Vec::new()));
        let texts = [&good[..], &plain[..]].concat();
        // No word comes often enough to be learned for itself.
        let lessons = texts.iter().map(|(text, labels)| Lesson {
            text,
            labels: labels.iter().map(|label| (*label, None)).collect(),
        });
        let lessons: Vec<_> = lessons.collect();
        checks.teach(&lessons);
        let labels = |checks: &Checks, text: &str| -> Vec<Label> {
            checks.check(text).into_iter().map(|mark| mark.label).collect()
        };
        assert_eq!(
            labels(&checks, &told("caring and tender")),
            [Label::Partial],
            "by its group"
        );
        assert_eq!(labels(&checks, &told("well and busy")), []);
        assert_eq!(labels(&checks, "Warm hearted."), [], "two words say little");
        let written = format!(
            "client: mum\n+ directive: It tells.\nyou must\n~ good: kind lovely sweet gentle warm_hearted caring tender\n{}",
            checks.weights().unwrap()
        );
        let again = Checks::read(&written).unwrap();
        assert_eq!(again.weights(), checks.weights());
        assert_eq!(labels(&again, &told("caring and tender")), [Label::Partial]);
    }

    #[test]
    fn the_last_line_of_a_score_is_its_json() {
        let text = r#"{"id":"a","kind":"letter","text":"You should receive it by Friday.","labels":["none"]}"#;
        let score = score_recording(text).unwrap();
        let line: serde_json::Value = serde_json::from_str(score.text.lines().last().unwrap()).unwrap();
        assert_eq!(
            (line["items"].as_u64(), line["false_alarm_rate"].as_f64()),
            (Some(1), Some(0.0))
        );
        let labels = line["labels"].as_object().unwrap();
        assert_eq!(labels.len(), 8);
        assert!(
            labels
                .values()
                .all(|label| label["precision"].is_number() && label["recall"].is_number() && label["f1"].is_number())
        );
        assert!(line["any"]["f1"].is_number());
    }

    #[test]
    fn a_line_that_is_no_item_is_named() {
        let error = score_conflicts("\n{}\n").unwrap_err();
        assert!(error.to_string().starts_with("line 2"));
    }
}
