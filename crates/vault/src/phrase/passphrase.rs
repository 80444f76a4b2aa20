//! The passphrase of a person.

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use super::fold;
use crate::export::is_listed_word;

/// A passphrase: ends trimmed, inner white space folded, letters composed (NFC). Wiped on drop.
pub struct Passphrase(Zeroizing<String>);

/// How well a passphrase holds against somebody who has the locked device and tries guesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Fewer than fourteen characters: not to be accepted.
    TooShort,
    /// Long enough, but a repeated pattern, a run of digits or few different characters.
    Weak,
    /// Acceptable.
    Fair,
    /// Five or more different words, or long and varied.
    Strong,
}

impl Passphrase {
    /// Takes what was typed; the input is wiped.
    #[must_use]
    pub fn from_input(input: String) -> Self {
        let input = Zeroizing::new(input);
        Self(fold(&input, false))
    }

    /// A rule of thumb, kept simple on purpose: no dictionary of common passphrases is carried along.
    #[must_use]
    pub fn strength(&self) -> Strength {
        let text = self.0.as_str();
        let characters = text.chars().count();
        if characters < 14 {
            return Strength::TooShort;
        }
        let different = text.chars().collect::<BTreeSet<_>>().len();
        let only_digits = text.chars().all(|c| c.is_ascii_digit() || !c.is_alphanumeric());
        if different < 7 || only_digits || is_repeated(text) || is_run(text) {
            return Strength::Weak;
        }
        let words: BTreeSet<&str> = text.split(' ').filter(|word| word.chars().count() >= 3).collect();
        let listed = words.iter().filter(|word| is_listed_word(word)).count();
        if listed >= 6 || words.len() >= 5 && characters >= 24 || different >= 12 && characters >= 20 {
            Strength::Strong
        } else {
            Strength::Fair
        }
    }

    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

/// Whether the text is one shorter pattern over and over.
fn is_repeated(text: &str) -> bool {
    let letters: Zeroizing<Vec<char>> = Zeroizing::new(text.chars().filter(|c| *c != ' ').collect());
    (1..=letters.len() / 2).any(|period| {
        letters
            .iter()
            .skip(period)
            .eq(letters.iter().take(letters.len() - period))
    })
}

/// Whether most characters just follow the one before, as in `abcdefgh` or `87654321`.
fn is_run(text: &str) -> bool {
    let letters: Zeroizing<Vec<char>> = Zeroizing::new(text.chars().collect());
    let steps = letters
        .windows(2)
        .filter(|pair| u32::from(pair[0]).abs_diff(u32::from(pair[1])) <= 1)
        .count();
    steps * 3 > letters.len() * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strength(text: &str) -> Strength {
        Passphrase::from_input(text.into()).strength()
    }

    #[test]
    fn strength_is_said_in_four_words() {
        assert_eq!(strength("short one"), Strength::TooShort);
        assert_eq!(strength("  thirteen ch  "), Strength::TooShort);
        assert_eq!(strength("aaaaaaaaaaaaaaaaaaaa"), Strength::Weak);
        assert_eq!(strength("passwordpassword"), Strength::Weak);
        assert_eq!(strength("0123456789012345"), Strength::Weak);
        assert_eq!(strength("abcdefghijklmnopq"), Strength::Weak);
        assert_eq!(strength("blue door on hill"), Strength::Fair);
        assert_eq!(strength("otter lamp river cloud seven boats"), Strength::Strong);
        assert_eq!(strength(&super::super::make_phrase()), Strength::Strong);
    }

    #[test]
    fn white_space_is_folded_but_case_is_kept() {
        let typed = Passphrase::from_input("  Otter \u{a0} lamp\tcafe\u{301} ".into());
        assert_eq!(typed.expose(), "Otter lamp café");
    }
}
