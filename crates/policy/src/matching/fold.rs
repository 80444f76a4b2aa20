//! Folding: what remains of a text once case, accents and stray spaces are set aside.

use evenhand_letters::without_marks;

/// Lower case, no accents, apostrophes gone, everything but letters and digits a single space: for comparing and for search boxes.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for part in plain(text).split(|letter: char| !letter.is_alphanumeric()) {
        if !part.is_empty() {
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.push_str(part);
        }
    }
    folded
}

/// Lower case without accents and apostrophes; other punctuation stays where it is.
pub(crate) fn plain(text: &str) -> String {
    if text.is_ascii() {
        let mut plain = text.to_ascii_lowercase();
        plain.retain(|letter| !matches!(letter, '\'' | '`'));
        return plain;
    }
    let mut plain = String::with_capacity(text.len());
    for letter in without_marks(text).chars() {
        for lower in letter.to_lowercase() {
            match lower {
                '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | 'ʻ' | 'ʹ' => {}
                // These letters have no decomposition in Unicode, so the table says how people type them.
                'ł' => plain.push('l'),
                'ø' => plain.push('o'),
                'đ' | 'ð' => plain.push('d'),
                'ı' => plain.push('i'),
                'ħ' => plain.push('h'),
                'ə' => plain.push('a'),
                'ß' => plain.push_str("ss"),
                'æ' => plain.push_str("ae"),
                'œ' => plain.push_str("oe"),
                'þ' => plain.push_str("th"),
                '‐' | '‑' | '–' | '—' | '−' => plain.push('-'),
                // Marks that steer the direction or join letters are not part of a name.
                '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' => {
                }
                '\u{307}' => {}
                other => plain.push(other),
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folding_sets_case_accents_and_marks_aside() {
        for (text, folded) in [
            ("Łukasz  WRÓBLEWSKI", "lukasz wroblewski"),
            ("Ayşe Yıldırım", "ayse yildirim"),
            ("İpek", "ipek"),
            ("O’Hara\u{200f}-Søndergård", "ohara sondergard"),
            ("Nguyễn Văn Long", "nguyen van long"),
            ("  ", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
