//! The phrase that is offered: six words, 66 bits.

use zeroize::Zeroizing;

use crate::export::word;
use crate::hazmat::random;

/// Makes a phrase of six random words with single spaces between them: 66 bits.
///
/// 2,048 words divide the random range evenly, so each word is equally likely.
#[must_use]
pub fn make_phrase() -> Zeroizing<String> {
    let drawn = Zeroizing::new(random::bytes::<12>());
    let mut phrase = Zeroizing::new(String::with_capacity(64));
    for pair in drawn.as_chunks::<2>().0 {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(word(u16::from_le_bytes(*pair)));
    }
    phrase
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_words_and_never_the_same() {
        let (one, other) = (make_phrase(), make_phrase());
        assert_eq!(one.split(' ').count(), 6);
        assert_ne!(*one, *other);
    }
}
