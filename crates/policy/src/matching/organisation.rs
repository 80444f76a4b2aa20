//! Organisations: support groups, charities, agencies.

use std::rc::Rc;

use super::fold::{fold, plain};
use super::recent::Recent;
use super::token::slip;

const SET_ASIDE: [&str; 10] = [
    "the",
    "ltd",
    "limited",
    "cic",
    "cio",
    "plc",
    "charity",
    "registered",
    "uk",
    "inc",
];

/// Whether two names are certainly of one organisation.
#[must_use]
pub fn same_organisation(a: &str, b: &str) -> bool {
    let (one, other) = (words(a), words(b));
    !one.is_empty() && (one == other || one.concat() == other.concat())
}

/// Whether a person should look: one name holds the other, or a letter slipped.
#[must_use]
pub fn alike_organisations(a: &str, b: &str) -> bool {
    let (one, other) = (words(a), words(b));
    let (short, long) = if one.len() <= other.len() {
        (&one, &other)
    } else {
        (&other, &one)
    };
    let held = short.len() >= 2 && short.iter().all(|word| long.contains(word));
    let apart: Vec<_> = short.iter().zip(long.iter()).filter(|(x, y)| x != y).collect();
    let slipped =
        short.len() == long.len() && short.len() >= 2 && apart.len() == 1 && apart.iter().all(|(x, y)| slip(x, y));
    held || slipped
}

thread_local! {
    static READ: Recent<Vec<String>> = Recent::default();
}

fn words(name: &str) -> Rc<Vec<String>> {
    READ.with(|recent| recent.of(name, read))
}

fn read(name: &str) -> Vec<String> {
    let name = fold(&plain(name).replace('&', " and "));
    let mut words: Vec<String> = Vec::new();
    let mut after_letter = false;
    for word in name.split(' ').filter(|word| !word.is_empty()) {
        // Letters with full stops between them are one word: C.I.C.
        let is_letter = word.chars().count() == 1;
        match words.last_mut().filter(|_| is_letter && after_letter) {
            Some(last) => last.push_str(word),
            None => words.push(word.to_owned()),
        }
        after_letter = is_letter;
    }
    words.retain(|word| !SET_ASIDE.contains(&word.as_str()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisations_by_name() {
        assert!(same_organisation(
            "The Harbour Parent Carer Forum",
            "harbour parent-carer forum CIC"
        ));
        assert!(!same_organisation("Harbour Parent Forum", "Calder Parent Forum") && !same_organisation("", "The"));
        assert!(alike_organisations(
            "Harbour Parent Carer Forum (Leeds)",
            "Harbour Parent Carer Forum"
        ));
        assert!(!alike_organisations("Harbour Forum", "Calder Forum"));
    }
}
