//! Words that people compare by eye or read out: fingerprints and the head phrase of a log.

use bip39::Language;

/// The word for the lowest eleven bits of a value.
pub(crate) fn word(value: u16) -> &'static str {
    Language::English.word_list()[usize::from(value % 2048)]
}

/// Whether a word is one that phrases are made of.
pub(crate) fn is_listed_word(text: &str) -> bool {
    Language::English.find_word(text).is_some()
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
    fn bytes_become_words() {
        assert_eq!(words_of(&[]), "");
        assert_eq!(words_of(&[0; 3]), "abandon abandon");
        assert_eq!(words_of(&[0xff; 9]).split(' ').count(), 6);
        assert_eq!(head_phrase(&[0xff; 32]), ["zoo"; 8].join(" "));
        // 00000000001 00000000010 and two bits that are left out.
        assert_eq!(words_of(&[0, 0b0010_0000, 0b0000_1000]), "ability able");
    }
}
