//! How long the language checks take for a page of 3,000 words, and to read their words and rules. `cargo xtask bench native` runs it.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot begin has failed")]

use divan::{Bencher, black_box};
use evenhand_recording::Checks;
use serde_json::Value;

const WORDS_AND_RULES: &str = concat!(
    include_str!("../data/words.txt"),
    include_str!("../data/rules.txt"),
    include_str!("../data/groups.txt"),
    include_str!("../data/weights.txt")
);
const TEXTS: &str = include_str!("../../../tests/data/recording.jsonl");

fn main() {
    divan::main();
}

/// So many words of casework.
fn page(words: usize) -> String {
    let texts = TEXTS
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let all: Vec<String> = texts
        .filter_map(|item| item["text"].as_str().map(str::to_owned))
        .collect();
    let flowing = all.iter().cycle().flat_map(|text| text.split(' '));
    flowing.take(words).collect::<Vec<_>>().join(" ")
}

#[divan::bench(args = [100, 3000])]
fn check_a_page(bencher: Bencher<'_, '_>, words: usize) {
    let (checks, page) = (Checks::read(WORDS_AND_RULES).unwrap(), page(words));
    bencher.bench_local(|| black_box(checks.check(&page)).len());
}

#[divan::bench]
fn read_words_and_rules() -> usize {
    usize::from(Checks::read(black_box(WORDS_AND_RULES)).is_some())
}
