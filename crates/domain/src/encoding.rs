//! Bytes as text: UTF-8 where they are, else Windows-1252, in which older programs and some registers still write.

/// What Windows-1252 has where Latin 1 has control letters.
const BETWEEN: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of some bytes. There is always one; whether it makes sense, a reader sees.
#[must_use]
pub fn text_of(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(
        |_| {
            let letter = |byte: &u8| match byte {
                0x80..=0x9f => BETWEEN[usize::from(byte - 0x80)],
                other => char::from(*other),
            };
            bytes.iter().map(letter).collect()
        },
        str::to_owned,
    )
}

#[cfg(test)]
mod tests {
    use super::text_of;

    #[test]
    fn utf_8_is_read_as_it_is_and_all_else_as_windows_wrote_it() {
        assert_eq!(text_of("Saint José’s – €".as_bytes()), "Saint José’s – €");
        assert_eq!(text_of(b"Saint Jos\xe9\x92s \x96 \x80"), "Saint José’s – €");
    }
}
