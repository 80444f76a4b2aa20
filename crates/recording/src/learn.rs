//! Learning what words weigh from labelled texts. For a chore on a developer's machine; never part of what ships.
//!
//! A linear support vector machine for each thing asked, with squared hinge loss, solved by dual coordinate descent (Hsieh and others,
//! 2008): the same texts give the same weights on any machine.

use std::collections::BTreeMap;

use super::weigh::{self, ASKED, FLOOR, HEAVIEST, Row, Weights};
use super::{Checks, Label};

/// How much a text that is told wrongly counts against heavy weights.
const COST: f32 = 4.0;
/// What weighs no more than this for any answer is left out: it says little of other texts, and there is much of it. A piece counts as
/// shorter for it than it did in learning; what is heavy enough (`super::judge`) was chosen with that.
const LIGHT: i8 = 3;
/// How often all texts are gone through.
const ROUNDS: usize = 60;

/// A text that somebody labelled.
pub struct Lesson<'a> {
    /// The text.
    pub text: &'a str,
    /// Its labels, each with the words that earn it where they are known; none where nothing is to be marked.
    pub labels: Vec<(Label, Option<&'a str>)>,
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
        let told: Vec<(Vec<u32>, [bool; ASKED])> = lessons.iter().flat_map(|lesson| self.keys(lesson)).collect();
        for key in told.iter().flat_map(|(keys, _)| keys) {
            *met.entry(*key).or_default() += 1;
        }
        // What was met a few times says nothing of other texts.
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
        let heavy = |row: &Row| row.iter().any(|weight| weight.abs() > LIGHT);
        let (keys, rows) = keys.into_iter().zip(rows).filter(|(_, row)| heavy(row)).unzip();
        Weights::new(keys, rows, scales, base)
    }

    /// What is weighed in each piece of a text, each once, with the labels that it earns. None where a text with labels is longer than
    /// one piece and nobody said which part earns them.
    fn keys(&self, lesson: &Lesson<'_>) -> Vec<(Vec<u32>, [bool; ASKED])> {
        let (tokens, voice) = self.hear(lesson.text);
        let mut pieces = weigh::pieces(&tokens);
        let is_whole = pieces.len() == 1;
        let places = lesson.labels.iter().map(|(label, span)| {
            let at = span.and_then(|span| lesson.text.find(span).map(|from| from..from + span.len()));
            (*label, at)
        });
        let places: Vec<_> = places.collect();
        if !is_whole && places.iter().any(|(_, at)| at.is_none()) {
            pieces.clear();
        }
        let learned = pieces.into_iter().map(|piece| {
            let (from, to) = (tokens[piece.start].from, tokens[piece.end - 1].to);
            let mut is = [false; ASKED];
            for (label, at) in &places {
                if is_whole || at.as_ref().is_some_and(|at| at.start < to && from < at.end) {
                    is[0] = true;
                    let asked = Label::ALL.iter().position(|one| one == label);
                    is[asked.map_or(0, |asked| asked + 1)] = true;
                }
            }
            let traits = weigh::traits(piece, &tokens, &voice, &self.groups);
            (weigh::distinct(&traits).map(|one| one.key).collect(), is)
        });
        learned.collect()
    }
}

/// The weights for one thing asked; the last is what speaks for it in any text.
fn solve(examples: &[Example], asked: usize, keys: usize) -> Vec<f32> {
    let slack = 1.0 / (2.0 * COST);
    let mut weights = vec![0.0_f32; keys + 1];
    let mut dual = vec![0.0_f32; examples.len()];
    for round in 0..ROUNDS {
        // All of them in another order each time, and the same on any machine: those that come last, such as the texts of one hand,
        // would count for more than the others.
        for at in shuffled(examples.len(), round) {
            let (example, dual) = (&examples[at], &mut dual[at]);
            // A row of length one, shorter where there is little in it, and one for what is there in any text.
            let count = example.places.len() as f32;
            let length = count.max(f32::from(FLOOR)).sqrt();
            let square = count / (length * length) + 1.0;
            let side = if example.is[asked] { 1.0 } else { -1.0 };
            let sum: f32 = example.places.iter().map(|place| weights[*place]).sum();
            let margin = side * (sum / length + weights[keys]);
            let next = (*dual - (margin - 1.0 + slack * *dual) / (square + slack)).max(0.0);
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

/// The numbers below `count`, each once, in an order that depends on the round alone.
fn shuffled(count: usize, round: usize) -> impl Iterator<Item = usize> {
    // A step that shares no divisor with the count meets every number once.
    let mut step = (count / 3 + 7919 * (round + 1)) % count.max(1);
    while divisor(step.max(1), count.max(1)) != 1 {
        step += 1;
    }
    let step = step.max(1);
    (0..count).map(move |turn| (turn * step + round) % count)
}

fn divisor(one: usize, other: usize) -> usize {
    if other == 0 { one } else { divisor(other, one % other) }
}
