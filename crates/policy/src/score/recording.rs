//! How well the language checks do against a file of texts that people labelled.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{ScoreError, items};
use crate::recording::{Checks, Label, Lesson, own};

/// A text that somebody labelled.
#[derive(Debug, Clone, Deserialize)]
pub struct Example {
    id: String,
    text: String,
    labels: Vec<String>,
    /// For each label the words that earn it; none in a text of one or two sentences whose labels are of the whole.
    #[serde(default)]
    span: Option<Vec<String>>,
}

impl Example {
    fn is(&self, label: Label) -> bool {
        self.labels.iter().any(|name| name == label.name())
    }

    /// The text with its labels, to learn from.
    #[must_use]
    pub fn lesson(&self) -> Lesson<'_> {
        let spans = self.span.iter().flatten().map(String::as_str).map(Some);
        let spans = spans.chain(std::iter::repeat(None));
        let labels = self.labels.iter().zip(spans).filter_map(|(name, span)| {
            let label = Label::ALL.into_iter().find(|label| label.name() == name)?;
            Some((label, span))
        });
        Lesson {
            text: &self.text,
            labels: labels.collect(),
        }
    }
}

/// How often a check was right: what it found, what it found wrongly, what it passed over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found, and so labelled.
    pub right: usize,
    /// Found, and not so labelled.
    pub wrong: usize,
    /// So labelled, and not found.
    pub missed: usize,
}

impl Counts {
    pub(super) fn add(&mut self, found: bool, labelled: bool) {
        self.right += usize::from(found && labelled);
        self.wrong += usize::from(found && !labelled);
        self.missed += usize::from(!found && labelled);
    }

    /// Of what was found, the share that is so labelled; 1 where nothing was found.
    #[must_use]
    pub fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// Of what is so labelled, the share that was found; 1 where nothing is so labelled.
    #[must_use]
    pub fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    /// The harmonic mean of both.
    #[must_use]
    pub fn f1(self) -> f64 {
        share(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }

    pub(super) fn json(self) -> Value {
        json!({ "precision": round(self.precision()), "recall": round(self.recall()), "f1": round(self.f1()) })
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

fn round(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// What a run over labelled texts found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordingScore {
    /// A table of the figures, then one line of JSON with them.
    pub text: String,
    /// Each item that is not exactly right, on lines of its own.
    pub misses: String,
    /// How many items the file holds.
    pub items: usize,
    /// How many have exactly the labels that the file gives.
    pub exact: usize,
    /// Whether any label was found, against whether there is any.
    pub any: Counts,
    /// Neutral items, and those of them that were marked.
    pub neutral: (usize, usize),
    /// Each label, in the order of `Label::ALL`.
    pub labels: [Counts; 8],
}

impl RecordingScore {
    /// The share of neutral items that were marked.
    #[must_use]
    pub fn false_alarms(&self) -> f64 {
        if self.neutral.0 == 0 {
            0.0
        } else {
            share(self.neutral.1, self.neutral.0)
        }
    }

    /// With the table of its figures.
    #[must_use]
    pub fn written(mut self) -> RecordingScore {
        let mut labels = Map::new();
        let rows = Label::ALL.iter().map(|label| label.name()).zip(self.labels);
        for (name, counts) in rows.chain([("any label", self.any)]) {
            let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
            let Counts { right, wrong, missed } = counts;
            self.text.push_str(&format!(
                "{name:16} precision {precision:.3}  recall {recall:.3}  F1 {f1:.3}  (right {right}, wrong {wrong}, missed {missed})\n"
            ));
            if name != "any label" {
                labels.insert(name.to_owned(), counts.json());
            }
        }
        let (neutral, alarms) = self.neutral;
        self.text.push_str(&format!(
            "false alarms on {alarms} of {neutral} neutral items; {} of {} items exactly right\n",
            self.exact, self.items
        ));
        let line = json!({
            "items": self.items,
            "any": self.any.json(),
            "false_alarm_rate": round(self.false_alarms()),
            "labels": labels,
        });
        self.text.push_str(&line.to_string());
        self
    }
}

/// The labelled texts of a file, one JSON object a line; lines end with a line feed alone.
///
/// # Errors
/// When a line is not a labelled text.
pub fn examples(jsonl: &str) -> Result<Vec<Example>, ScoreError> {
    items(jsonl)
}

/// Scores a file of labelled texts by the checks of this release.
///
/// # Errors
/// When a line is not a labelled text.
pub fn score_recording(jsonl: &str) -> Result<RecordingScore, ScoreError> {
    let mut score = RecordingScore::default();
    score_examples(own(), &examples(jsonl)?, &mut score);
    Ok(score.written())
}

/// Adds what these checks do on labelled texts.
pub fn score_examples(checks: &Checks, examples: &[Example], score: &mut RecordingScore) {
    for item in examples {
        let marks = checks.check(&item.text);
        let found = |label: Label| marks.iter().any(|mark| mark.label == label);
        let exact = Label::ALL.iter().all(|label| found(*label) == item.is(*label));
        let neutral = !Label::ALL.iter().any(|label| item.is(*label));
        score.items += 1;
        score.exact += usize::from(exact);
        score.any.add(!marks.is_empty(), !neutral);
        score.neutral.0 += usize::from(neutral);
        score.neutral.1 += usize::from(neutral && !marks.is_empty());
        for (counts, label) in score.labels.iter_mut().zip(Label::ALL) {
            counts.add(found(label), item.is(label));
        }
        if !exact {
            let marks = marks
                .iter()
                .map(|mark| format!("    {}: {}\n", mark.label.name(), &item.text[mark.span.clone()]));
            let marks: String = marks.collect();
            score.misses.push_str(&format!(
                "{}: {}\n    expected {}\n{marks}",
                item.id,
                item.text,
                item.labels.join(", ")
            ));
        }
    }
}
