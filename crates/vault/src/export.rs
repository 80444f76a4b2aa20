//! Words that people compare by eye or read out: fingerprints and the head phrase of a log.

/// The 2,048 English words of BIP 39, in their order, as one text: a table of them weighs twice as much on the public page, which shows
/// six.
const WORDS: &str = include_str!("../data/words.txt");

/// The word for the lowest eleven bits of a value.
pub(crate) fn word(value: u16) -> &'static str {
    WORDS
        .split_ascii_whitespace()
        .nth(usize::from(value % 2048))
        .unwrap_or_default()
}

/// Whether a word is one that phrases are made of.
pub(crate) fn is_listed_word(text: &str) -> bool {
    WORDS.split_ascii_whitespace().any(|word| word == text)
}

/// Bytes as words of eleven bits each, single spaces between; bits that do not fill a word at the end are left out.
///
/// Eleven bytes give eight words, nine bytes give six.
#[must_use]
pub fn words_of(bytes: &[u8]) -> String {
    let count = bytes.len() * 8 / 11;
    let words: Vec<&str> = (0..count)
        .map(|place| {
            word((0..11).fold(0, |value, bit| {
                let at = place * 11 + bit;
                value << 1 | u16::from((bytes[at / 8] >> (7 - at % 8)) & 1)
            }))
        })
        .collect();
    words.join(" ")
}

/// The head phrase of a log: eight words (88 bits) of its newest hash, to be printed, sent or compared against a roll-back.
#[must_use]
pub fn head_phrase(hash: &[u8; 32]) -> String {
    words_of(&hash[..11])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_bip_39_in_their_order() {
        let own: Vec<&str> = WORDS.split_ascii_whitespace().collect();
        assert_eq!(own, bip39::Language::English.word_list());
        assert_eq!((word(0), word(2047), word(2048)), ("abandon", "zoo", "abandon"));
        assert!(is_listed_word("zoo") && !is_listed_word("zoos"));
    }

    #[test]
    fn bytes_become_words() {
        assert_eq!(words_of(&[]), "");
        assert_eq!(words_of(&[0; 3]), "abandon abandon");
        assert_eq!(words_of(&[0xff; 9]).split(' ').count(), 6);
        assert_eq!(head_phrase(&[0xff; 32]), ["zoo"; 8].join(" "));
        // 00000000001 00000000010 and two bits that are left out.
        assert_eq!(words_of(&[0, 0b0010_0000, 0b0000_1000]), "ability able");
    }
}
