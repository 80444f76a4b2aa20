//! Splitting an answer into words and the marks that matter.

use super::words::tie;
use crate::matching::fold_word;

/// A word or a mark.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Folded, apostrophes gone: "don't" is `dont`. A mark stands for itself; `.` ends a clause.
    pub(super) text: String,
    /// It begins with a capital.
    pub(super) capital: bool,
    /// It ended in 's.
    pub(super) possessive: bool,
}

impl Word {
    /// Whether a new statement begins after it.
    pub(super) fn ends_clause(&self) -> bool {
        matches!(self.text.as_str(), "." | "but")
    }

    /// Whether it is a mark and no word.
    pub(super) fn mark(&self) -> bool {
        !self.text.chars().any(char::is_alphanumeric)
    }
}

/// The words of an answer in order.
pub(super) fn read(said: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut letters = said.chars().peekable();
    while let Some(letter) = letters.next() {
        let inside = letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '‘' | '`' | '\u{300}'..='\u{36f}');
        if inside {
            word.push(letter);
            continue;
        }
        // Between small letters a hyphen makes one thing of several words: mother-in-law, next-door. In a name it stays.
        let is_small = |letter: Option<&char>| letter.is_some_and(|letter| letter.is_lowercase());
        if letter == '-' && is_small(word.chars().next().as_ref()) && is_small(letters.peek()) {
            word.push('~');
            continue;
        }
        let titled = matches!(word.to_lowercase().as_str(), "mr" | "mrs" | "ms" | "dr" | "st");
        finish(&mut word, &mut words);
        let mark = match letter {
            '.' if titled => continue,
            '.' | '!' | '?' | ';' | '\n' => ".",
            ',' | ':' => ",",
            '(' | ')' | '[' | ']' | '/' | '"' | '“' | '”' => "(",
            '-' | '–' | '—' => "-",
            '&' | '+' => "and",
            _ => continue,
        };
        words.push(Word {
            text: mark.to_owned(),
            capital: false,
            possessive: false,
        });
    }
    finish(&mut word, &mut words);
    words
}

fn finish(word: &mut String, words: &mut Vec<Word>) {
    let raw = std::mem::take(word);
    let joined = raw.replace('~', "");
    if raw != joined && tie(&fold_word(&joined)).is_some() {
        one(&joined, words);
    } else {
        raw.split('~').for_each(|part| one(part, words));
    }
}

fn one(raw: &str, words: &mut Vec<Word>) {
    let raw = raw.trim_matches(['\'', '’', '‘', '`']);
    if raw.is_empty() {
        return;
    }
    let capital = raw.chars().next().is_some_and(char::is_uppercase);
    let possessive = ["'s", "’s", "`s"].iter().any(|end| raw.to_lowercase().ends_with(end));
    let pronoun = matches!(
        raw.to_lowercase().replace('’', "'").as_str(),
        "she's" | "he's" | "who's" | "that's" | "it's" | "there's"
    );
    let stem = if possessive && !pronoun {
        raw.get(..raw.len() - if raw.ends_with("’s") { "’s".len() } else { 2 })
            .unwrap_or(raw)
    } else {
        raw
    };
    words.push(Word {
        text: fold_word(stem),
        capital,
        possessive: possessive && !pronoun,
    });
}
