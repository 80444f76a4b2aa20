//! The text of a plain text file, in whichever of the usual ways it is written down.

use evenhand_domain::encoding;

/// What a file says where it is plain text: UTF-8, UTF-16 with its mark, or what older Windows programs write; none for a Word file, a
/// PDF and whatever else is no text.
#[must_use]
pub fn text_of(file: &[u8]) -> Option<String> {
    let is_other = |begins: &[u8]| file.starts_with(begins);
    if is_other(b"%PDF") || is_other(b"{\\rtf") {
        return None;
    }
    let wide = |bytes: &[u8], join: fn([u8; 2]) -> u16| {
        let (pairs, _) = bytes.as_chunks::<2>();
        String::from_utf16(&pairs.iter().copied().map(join).collect::<Vec<u16>>()).ok()
    };
    match file {
        [0xEF, 0xBB, 0xBF, text @ ..] => return String::from_utf8(text.to_vec()).ok(),
        [0xFF, 0xFE, text @ ..] => return wide(text, u16::from_le_bytes),
        [0xFE, 0xFF, text @ ..] => return wide(text, u16::from_be_bytes),
        _ => {}
    }
    // Tabs, line ends and page ends stand in a text; no other sign below the letters does.
    if file.iter().any(|byte| *byte < 0x09 || (0x0E..0x20).contains(byte)) {
        return None;
    }
    Some(encoding::text_of(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_file_is_read_however_it_was_saved() {
        let text = "The council’s policy\r\n– Next review: May 2021";
        let units = || text.encode_utf16();
        let files = [
            text.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            [vec![0xFF, 0xFE], units().flat_map(u16::to_le_bytes).collect()].concat(),
            [vec![0xFE, 0xFF], units().flat_map(u16::to_be_bytes).collect()].concat(),
            b"The council\x92s policy\r\n\x96 Next review: May 2021".to_vec(),
        ];
        for file in files {
            assert_eq!(text_of(&file).as_deref(), Some(text), "{file:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_not_read_as_one() {
        for file in [
            &b"%PDF-1.7\n%text"[..],
            b"PK\x03\x04\x14\x00word/document.xml",
            b"{\\rtf1\\ansi Policy}",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            b"a\0b",
        ] {
            assert_eq!(text_of(file), None, "{file:?}");
        }
    }
}
