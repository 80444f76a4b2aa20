//! Another service's name, left in a text that was taken over from it.

use super::Remark;
use super::text::{Text, Word};

/// What stands in the name of a service of this kind, in small letters.
const KINDS: [&[&str]; 7] = [
    &["sendiass"],
    &["sendias"],
    &["send", "iass"],
    &["send", "ias"],
    &["iass"],
    &["send", "information"],
    &["parent", "partnership"],
];

/// Words with a large letter that name no place.
const NO_PLACE: [&str; 50] = [
    "the",
    "a",
    "an",
    "our",
    "your",
    "their",
    "this",
    "that",
    "each",
    "every",
    "all",
    "any",
    "local",
    "national",
    "independent",
    "impartial",
    "special",
    "educational",
    "needs",
    "and",
    "of",
    "for",
    "in",
    "at",
    "by",
    "service",
    "services",
    "staff",
    "with",
    "as",
    "manager",
    "officer",
    "officers",
    "steering",
    "advisory",
    "group",
    "team",
    "volunteer",
    "volunteers",
    "policy",
    "policies",
    "board",
    "trustees",
    "chair",
    "helpline",
    "website",
    "coordinator",
    "co-ordinator",
    "email",
    "no",
];

/// So many words of a place stand before the kind at the most.
const BEFORE: usize = 4;

/// Every name of a service that is not this one, with its place.
pub(super) fn others(text: &Text<'_>, own: &[&str]) -> Vec<(usize, Remark)> {
    let words = text.words();
    let known: Vec<String> = own
        .iter()
        .flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric()))
        .map(str::to_lowercase)
        .collect();
    let is_own = |word: &Word<'_>| known.iter().any(|known| known == &word.bare().to_lowercase());
    let mut found: Vec<(usize, Remark)> = Vec::new();
    for kind in &KINDS {
        for at in text.places(kind) {
            let first = first_of_name(words, at);
            let place = &words[first..at];
            // "SENDIASS Leicester": the place can stand behind.
            let may_be_behind = place.is_empty() && kind.len() == 1 && *kind != ["iass"] && !words[at].ends;
            let behind = words
                .get(at + 1)
                .filter(|next| may_be_behind && names_a_place(next) && !is_begun_by(words, at + 1));
            let is_foreign = place
                .iter()
                .chain(behind)
                .any(|word| names_a_place(word) && !is_own(word));
            if is_foreign {
                let last = at + kind.len() - 1 + usize::from(behind.is_some());
                let name: Vec<&str> = words[first..=last].iter().map(Word::bare).collect();
                let remark = Remark {
                    what: format!("Another service is named: {}", name.join(" ")),
                    change: "If this was left over from another service’s text, put your own name there.".to_owned(),
                    quote: text.quote(first, last),
                };
                found.push((first, remark));
            }
        }
    }
    found
}

/// Whether a word begins a longer name, as "Impartiality" does in "SENDIASS Impartiality Policy".
fn is_begun_by(words: &[Word<'_>], at: usize) -> bool {
    let goes_on = words.get(at).is_some_and(|word| !word.ends && !word.ends_line);
    let next = words.get(at + 1).and_then(|next| next.word.chars().next());
    goes_on && next.is_some_and(char::is_uppercase)
}

fn names_a_place(word: &Word<'_>) -> bool {
    let bare = word.bare();
    bare.chars().next().is_some_and(char::is_uppercase)
        && bare.chars().skip(1).any(char::is_lowercase)
        && !NO_PLACE.contains(&bare.to_lowercase().as_str())
}

/// Where a name begins that a kind of service ends: words with a large letter before it, joined by small ones.
fn first_of_name(words: &[Word<'_>], at: usize) -> usize {
    let mut first = at;
    for place in (at.saturating_sub(BEFORE)..at).rev() {
        let is_joint = ["and", "of"].contains(&words[place].word) && place + 1 < at;
        // A heading on the line before is no part of a name.
        if words[place].ends || words[place].ends_line || !(is_joint || names_a_place(&words[place])) {
            break;
        }
        if !is_joint {
            first = place;
        }
    }
    first
}
