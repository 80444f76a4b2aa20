//! How many syllables a word has, near enough to score how hard a text is.

/// Vowel groups, a silent last e aside; good enough to find what is hard, as the published formulas do.
pub(super) fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word
        .to_lowercase()
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .collect();
    let vowel = |letter: char| "aeiouyàáâäèéêëìíîïòóôöùúûü".contains(letter);
    let mut count = 0;
    for (at, letter) in letters.iter().enumerate() {
        if vowel(*letter) && (at == 0 || !vowel(letters[at - 1])) {
            count += 1;
        }
    }
    let silent = letters.len() > 2
        && letters.ends_with(&['e'])
        && !letters.ends_with(&['l', 'e'])
        && !vowel(letters[letters.len() - 2]);
    let past = letters.len() > 3
        && letters.ends_with(&['e', 'd'])
        && !matches!(letters[letters.len() - 3], 't' | 'd')
        && !vowel(letters[letters.len() - 3]);
    (count - usize::from((silent || past) && count > 1)).max(1)
}

#[test]
fn syllables_are_counted_as_they_are_said() {
    for (word, count) in [
        ("help", 1),
        ("answers", 2),
        ("locked", 1),
        ("volunteers", 3),
        ("people", 2),
        ("the", 1),
        ("service", 2),
        ("privacy", 3),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}
