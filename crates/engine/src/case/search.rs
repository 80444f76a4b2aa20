//! Instant search over everything that this person may open. What is typed, and the words that a case has.

mod index;
mod words;

pub(crate) use index::{Base, Index};
pub(crate) use words::Words;

use evenhand_policy::matching::fold;

/// Words that say nothing by themselves: where others are typed too, these are not looked for.
const SMALL: [&str; 3] = ["and", "of", "the"];

/// A search as typed: every word must be found, in any order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    words: Vec<String>,
}

impl Search {
    /// Reads what was typed. Marks, accents and capitals make no difference.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        let folded = fold(text);
        let all = || folded.split_whitespace();
        let says_something = |word: &&str| !SMALL.contains(word);
        let only_small = !all().any(|word| says_something(&word));
        Self {
            words: all()
                .filter(|word| only_small || says_something(word))
                .map(str::to_owned)
                .collect(),
        }
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether every word begins some word of a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.is_in_folded(&fold(text))
    }

    /// The same of a text that is folded already.
    pub(crate) fn is_in_folded(&self, folded: &str) -> bool {
        self.words.iter().all(|word| begins_a_word(folded, word))
    }

    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }
}

fn begins_a_word(hay: &str, word: &str) -> bool {
    hay.match_indices(word)
        .any(|(at, _)| at == 0 || hay.as_bytes().get(at - 1) == Some(&b' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_counts_and_marks_do_not() {
        assert!(Search::typed("7kf").is_in("7KF-3QM"));
        assert!(Search::typed("3qm 7KF").is_in("7KF-3QM"));
        assert!(!Search::typed("7kf zzz").is_in("7KF-3QM"));
        assert_eq!(fold("Zieliński O’Neill"), "zielinski oneill");
    }

    #[test]
    fn a_word_is_found_from_its_beginning_only() {
        assert!(begins_a_word("ann wilson", "wil"));
        assert!(!begins_a_word("ann wilson", "son"));
    }

    #[test]
    fn small_words_are_looked_for_only_where_nothing_else_is_typed() {
        let search = Search::typed("the school of St Anne");
        assert!(search.is_in("St. Anne’s School") && !search.is_in("Hollin Beck School"));
        assert!(Search::typed("the").is_in("Theo") && !Search::typed("the").is_in("Zain"));
    }

    #[test]
    fn nothing_typed_finds_everything() {
        assert!(Search::typed(" -- ").is_empty());
        assert!(Search::typed("").is_in("7KF-3QM"));
    }
}
