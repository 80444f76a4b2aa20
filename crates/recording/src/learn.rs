//! Learning what words weigh from labelled texts. For a chore on a developer's machine; never part of what ships.
//!
//! A linear support vector machine for each thing asked, with squared hinge loss, solved by dual coordinate descent (Hsieh and others,
//! 2008): the same texts give the same weights on any machine.

use std::collections::BTreeMap;

use super::weigh::{self, ASKED, HEAVIEST, Row, Weights};
use super::{Checks, Label};

/// How much a text that is told wrongly counts against heavy weights.
const COST: f32 = 0.5;
/// How often all texts are gone through.
const ROUNDS: usize = 60;

/// A text that somebody labelled.
pub struct Lesson<'a> {
    /// The text.
    pub text: &'a str,
    /// Its labels; none where nothing is to be marked.
    pub labels: Vec<Label>,
}

/// One text as the keys of what is weighed in it, with what is so of it.
struct Example {
    places: Vec<usize>,
    is: [bool; ASKED],
}

impl Checks {
    /// Learns from labelled texts what words weigh, instead of what was learned before.
    pub fn teach(&mut self, lessons: &[Lesson<'_>]) {
        self.weights = Some(self.learn(lessons));
    }

    /// What was learned, as `weights.txt`.
    #[must_use]
    pub fn weights(&self) -> Option<String> {
        self.weights.as_ref().map(|weights| format!("% {}", weights.written()))
    }

    fn learn(&self, lessons: &[Lesson<'_>]) -> Weights {
        let mut met: BTreeMap<u32, usize> = BTreeMap::new();
        let told: Vec<(Vec<u32>, [bool; ASKED])> = lessons.iter().filter_map(|lesson| self.keys(lesson)).collect();
        for key in told.iter().flat_map(|(keys, _)| keys) {
            *met.entry(*key).or_default() += 1;
        }
        // What was met once says nothing of other texts.
        let keys: Vec<u32> = met
            .iter()
            .filter(|(_, times)| **times > 5)
            .map(|(key, _)| *key)
            .collect();
        let examples: Vec<Example> = told
            .into_iter()
            .map(|(own, is)| Example {
                places: own.iter().filter_map(|key| keys.binary_search(key).ok()).collect(),
                is,
            })
            .collect();
        let solved: Vec<Vec<f32>> = (0..ASKED).map(|asked| solve(&examples, asked, keys.len())).collect();
        let mut rows: Vec<Row> = vec![[0; ASKED]; keys.len()];
        let (mut scales, mut base) = ([0.0; ASKED], [0.0; ASKED]);
        for (asked, weights) in solved.iter().enumerate() {
            let (words, rest) = weights.split_at(keys.len());
            let mut by_weight: Vec<f32> = words.iter().map(|weight| weight.abs()).collect();
            by_weight.sort_by(f32::total_cmp);
            // A few words that outweigh all others would leave too few steps for these.
            let most = by_weight
                .get(by_weight.len() * 999 / 1000)
                .copied()
                .unwrap_or(1.0)
                .max(f32::MIN_POSITIVE);
            scales[asked] = most / f32::from(HEAVIEST);
            base[asked] = rest[0];
            for (row, weight) in rows.iter_mut().zip(words) {
                let weight = (weight / scales[asked]).round();
                row[asked] = weight.clamp(-f32::from(HEAVIEST), f32::from(HEAVIEST)) as i8;
            }
        }
        Weights::new(keys, rows, scales, base)
    }

    /// What is weighed in a text, each once. None where it is longer than one piece, since nobody said which part earns its label.
    fn keys(&self, lesson: &Lesson<'_>) -> Option<(Vec<u32>, [bool; ASKED])> {
        let (tokens, voice) = self.hear(lesson.text);
        let pieces = weigh::pieces(&tokens);
        let [piece] = pieces.as_slice() else { return None };
        let traits = weigh::traits(piece.clone(), &tokens, &voice, &self.groups);
        let mut is = [false; ASKED];
        is[0] = !lesson.labels.is_empty();
        for (at, label) in Label::ALL.iter().enumerate() {
            is[at + 1] = lesson.labels.contains(label);
        }
        Some((weigh::distinct(&traits).map(|one| one.key).collect(), is))
    }
}

/// The weights for one thing asked; the last is what speaks for it in any text.
fn solve(examples: &[Example], asked: usize, keys: usize) -> Vec<f32> {
    let slack = 1.0 / (2.0 * COST);
    let mut weights = vec![0.0_f32; keys + 1];
    let mut dual = vec![0.0_f32; examples.len()];
    for _ in 0..ROUNDS {
        for (example, dual) in examples.iter().zip(&mut dual) {
            // A row of length one, and one for what is there in any text.
            let length = (example.places.len().max(1) as f32).sqrt();
            let side = if example.is[asked] { 1.0 } else { -1.0 };
            let sum: f32 = example.places.iter().map(|place| weights[*place]).sum();
            let margin = side * (sum / length + weights[keys]);
            let next = (*dual - (margin - 1.0 + slack * *dual) / (2.0 + slack)).max(0.0);
            let step = (next - *dual) * side;
            *dual = next;
            for place in &example.places {
                weights[*place] += step / length;
            }
            weights[keys] += step;
        }
    }
    weights
}
