//! Locked files as text in a message. Mail wraps lines, quotes them and swaps dashes, so only the words and the base64 letters count.

use data_encoding::BASE64_NOPAD;

use super::locked::{LOCKED_SIZE, LockedFileError};

const BEGIN: &str = "BEGIN LOCKED FORM";
const END: &str = "END LOCKED FORM";
/// More text than any message with one locked form has, in bytes.
const LIMIT: usize = 400_000;

/// Writes bytes as lines of 64 letters between two lines in plain words.
pub(super) fn put_on(bytes: &[u8]) -> String {
    let letters = BASE64_NOPAD.encode(bytes);
    let mut text = String::with_capacity(letters.len() + letters.len() / 64 + 64);
    text.push_str("-----");
    text.push_str(BEGIN);
    text.push_str("-----\n");
    for line in letters.as_bytes().chunks(64) {
        text.extend(line.iter().map(|letter| char::from(*letter)));
        text.push('\n');
    }
    text.push_str("-----");
    text.push_str(END);
    text.push_str("-----\n");
    text
}

/// Whether the words are there.
pub(super) fn is_armoured(text: &str) -> bool {
    position(text, BEGIN, 0).is_some()
}

/// The bytes between the words.
pub(super) fn take_off(text: &str) -> Result<Vec<u8>, LockedFileError> {
    if text.len() > LIMIT {
        return Err(LockedFileError::TooLarge);
    }
    let (_, from) = position(text, BEGIN, 0).ok_or(LockedFileError::NotALockedFile)?;
    let (to, _) = position(text, END, from).ok_or(LockedFileError::Damaged)?;
    let between = text.get(from..to).ok_or(LockedFileError::Damaged)?;
    // The rest is line ends, quote marks, dashes of any kind, padding and marks that nobody sees.
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let mut letters = Vec::with_capacity(LOCKED_SIZE * 4 / 3 + 4);
    letters.extend(between.bytes().filter(is_letter));
    BASE64_NOPAD.decode(&letters).map_err(|_| LockedFileError::Damaged)
}

/// Where the words begin and end, whatever the case and however much white space or quoting stands between them.
fn position(text: &str, words: &str, from: usize) -> Option<(usize, usize)> {
    let is_gap = |c: char| c.is_whitespace() || c == '>';
    let rest = text.get(from..)?;
    let matches_at = |start: usize| {
        let mut left = rest[start..].char_indices().peekable();
        let mut end = start;
        for wanted in words.chars() {
            if wanted == ' ' {
                left.next_if(|(_, c)| is_gap(*c))?;
                while left.next_if(|(_, c)| is_gap(*c)).is_some() {}
            } else {
                let (at, found) = left.next()?;
                if !found.eq_ignore_ascii_case(&wanted) {
                    return None;
                }
                end = start + at + found.len_utf8();
            }
        }
        Some((from + start, from + end))
    };
    // The words are looked at only where their first letter stands: most of a message is other letters.
    let first = words.bytes().next()?;
    let begins = |byte: u8| byte.eq_ignore_ascii_case(&first);
    let mut starts = (0..rest.len()).filter(|start| rest.as_bytes().get(*start).copied().is_some_and(begins));
    starts.find_map(matches_at)
}
