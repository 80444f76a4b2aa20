//! A pack: one text file with every view word for word, readable without any program and provable with one (LEI-32).
//!
//! Each text stands between two lines that name it. The first says how many bytes it has and what their SHA-256 is, so that a text
//! which holds such lines itself is still read whole. What stands between is what was given: nothing is escaped, wrapped or ended.

use std::fmt::Write;

use super::Hash;
use crate::ids::{EventId, ViewId};

/// The first line. A mark before it says that the file is UTF-8, because some programs guess otherwise.
const FIRST: &str = "\u{feff}Views, word for word (Evenhand pack 1)\n";
const BEGIN: &str = "----- begin ";
const END: &str = "----- end ";
const CLOSE: &str = " -----";

/// What stands at the top of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Which pack.
    pub pack: EventId,
    /// Lines in words: what it is, a colon, what it says.
    pub lines: Vec<(&'static str, String)>,
}

/// One text: a view's own words, or a translation of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text.
    pub text: &'a str,
    /// Its SHA-256.
    pub hash: Hash,
}

/// One view in a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given<'a> {
    /// Which.
    pub view: ViewId,
    /// Lines in words about it.
    pub lines: Vec<(&'static str, String)>,
    /// The words.
    pub words: Piece<'a>,
    /// Its translations, each with what it is: "into English by …".
    pub translations: Vec<(String, Piece<'a>)>,
}

/// A text as it was read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadPiece<'a> {
    /// Of which view.
    pub view: ViewId,
    /// Which translation, from 1; nought for the words themselves.
    pub translation: usize,
    /// The SHA-256 that the file says.
    pub hash: Hash,
    /// What stands there.
    pub bytes: &'a [u8],
    /// Whether it has as many bytes as the file says, and its end.
    pub is_whole: bool,
}

/// A file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadPack<'a> {
    /// Which pack it says it is.
    pub pack: EventId,
    /// How many views it says it holds.
    pub count: usize,
    /// The texts, in order.
    pub pieces: Vec<ReadPiece<'a>>,
}

/// A file that is no pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this file is no pack of views")]
pub struct PackFault;

/// One line: a break in it would be a line of its own.
fn line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn lines(out: &mut String, lines: &[(&'static str, String)]) {
    for (label, words) in lines.iter().filter(|(_, words)| !words.is_empty()) {
        out.push_str(&format!("{label}: {}\n", line(words)));
    }
}

fn piece(out: &mut String, view: ViewId, translation: usize, piece: Piece<'_>) {
    let name = format!("{view} {translation}");
    let (size, hash) = (piece.text.len(), hex(&piece.hash));
    out.push_str(&format!("{BEGIN}{name}, {size} bytes, SHA-256 {hash}{CLOSE}\n"));
    out.push_str(piece.text);
    out.push_str(&format!("\n{END}{name}{CLOSE}\n"));
}

/// The file of a pack.
#[must_use]
pub fn write_pack(head: &Head, views: &[Given<'_>]) -> String {
    let mut out = FIRST.to_owned();
    out.push_str(&format!("Pack: {}\nViews: {}\n", head.pack, views.len()));
    lines(&mut out, &head.lines);
    out.push_str(
        "Each view stands between two lines of dashes exactly as it was given. Nothing was added, left out or corrected.\n",
    );
    for (number, given) in (1..).zip(views) {
        out.push_str(&format!("\n\nVIEW {number} OF {}\n", views.len()));
        lines(&mut out, &given.lines);
        piece(&mut out, given.view, 0, given.words);
        for (number, (what, translation)) in (1..).zip(&given.translations) {
            out.push_str(&format!("\nTRANSLATION, not their own words: {}\n", line(what)));
            piece(&mut out, given.view, number, *translation);
        }
    }
    out
}

fn find(bytes: &[u8], what: &str) -> Option<usize> {
    bytes.windows(what.len()).position(|some| some == what.as_bytes())
}

/// What follows a label on its line.
fn said<'a>(bytes: &'a [u8], label: &str) -> Option<&'a str> {
    let rest = bytes.get(find(bytes, label)? + label.len()..)?;
    let end = rest.iter().position(|byte| matches!(byte, b'\r' | b'\n'))?;
    std::str::from_utf8(rest.get(..end)?).ok()
}

/// Reads what the line before a text says: `<view> <translation>, <size> bytes, SHA-256 <hash> -----`.
fn read_begin(line: &str) -> Option<(ViewId, usize, usize, Hash)> {
    let mut parts = line.strip_suffix(CLOSE)?.split(", ");
    let (view, translation) = parts.next()?.split_once(' ')?;
    let size = parts.next()?.strip_suffix(" bytes")?.parse().ok()?;
    let digits = parts.next()?.strip_prefix("SHA-256 ")?.as_bytes();
    let digit = |at: u8| char::from(at).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, _) = digits.as_chunks::<2>();
    let hash: Option<Vec<u8>> = pairs
        .iter()
        .map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?))
        .collect();
    Some((
        view.parse().ok()?,
        translation.parse().ok()?,
        size,
        hash?.try_into().ok()?,
    ))
}

/// Reads a file. A text that was altered is read as it stands, so that it can be named.
///
/// # Errors
/// When the file is no pack.
pub fn read_pack(file: &[u8]) -> Result<ReadPack<'_>, PackFault> {
    let pack = said(file, "\nPack: ")
        .and_then(|said| said.parse().ok())
        .ok_or(PackFault)?;
    let count = said(file, "\nViews: ")
        .and_then(|said| said.parse().ok())
        .ok_or(PackFault)?;
    let (mut rest, mut pieces) = (file, Vec::new());
    while let Some(at) = find(rest, BEGIN) {
        let after = rest.get(at..).unwrap_or_default();
        let told = said(after, BEGIN).unwrap_or_default();
        rest = after.get(BEGIN.len()..).unwrap_or_default();
        let Some((view, translation, size, hash)) = read_begin(told) else {
            continue;
        };
        let Some(begins) = rest.iter().position(|byte| *byte == b'\n') else {
            break;
        };
        rest = rest.get(begins + 1..).unwrap_or_default();
        let end = format!("\n{END}{view} {translation}{CLOSE}");
        let is_whole = rest.get(size..).is_some_and(|after| after.starts_with(end.as_bytes()));
        // Where it is not as long as it should be, it ends where its last line stands.
        let size = match is_whole {
            true => size,
            false => find(rest, &end).unwrap_or(rest.len()),
        };
        let (bytes, after) = rest.split_at_checked(size).unwrap_or((rest, &[]));
        pieces.push(ReadPiece {
            view,
            translation,
            hash,
            bytes,
            is_whole,
        });
        rest = after;
    }
    Ok(ReadPack { pack, count, pieces })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 6] = [
        "They said:\r\n\"wait\"\r\n\r\n  two spaces  \n",
        "cafe\u{301} and caf\u{e9}",
        "\u{645}\u{631}\u{62d}\u{628}\u{627}\u{202e} abc\u{202c}",
        "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} & <b>not bold</b>\t\u{feff}",
        "\n----- end 00000000000000000000000000000005 0 -----\n----- begin 1 -----\n",
        "",
    ];

    fn pack() -> String {
        let hash = |text: &str| [u8::try_from(text.len()).unwrap_or(0); 32];
        let piece = |text: &'static str| Piece { text, hash: hash(text) };
        let given = |(number, text): (u8, &'static str)| Given {
            view: ViewId::new([number; 16]),
            lines: vec![("From", "A parent\nVIEW 9 OF 9".to_owned())],
            words: piece(text),
            translations: vec![("into English".to_owned(), piece("In other words\r"))],
        };
        let head = Head {
            pack: EventId::new([9; 16]),
            lines: vec![("To", "Head of SEND".to_owned()), ("Left", String::new())],
        };
        write_pack(&head, &(1..).zip(TEXTS).map(given).collect::<Vec<_>>())
    }

    #[test]
    fn lei_32_what_is_read_from_a_pack_is_what_was_put_in_byte_for_byte() {
        let file = pack();
        let read = read_pack(file.as_bytes()).unwrap();
        assert_eq!((read.pack, read.count), (EventId::new([9; 16]), TEXTS.len()));
        let words: Vec<_> = read.pieces.iter().filter(|piece| piece.translation == 0).collect();
        assert_eq!(words.len(), TEXTS.len());
        for (piece, text) in words.iter().zip(TEXTS) {
            assert!(piece.is_whole);
            assert_eq!(piece.bytes, text.as_bytes());
        }
        assert_eq!(read.pieces.len(), 2 * TEXTS.len());
        assert!(!file.contains("Left:") && file.contains("From: A parent VIEW 9"));
    }

    #[test]
    fn lei_32_a_text_that_was_made_shorter_or_longer_is_not_whole_and_the_others_are() {
        let file = pack();
        for (from, to) in [("two spaces  \n", "two spaces\n"), ("They said", "They all said")] {
            let other = file.replacen(from, to, 1);
            let read = read_pack(other.as_bytes()).unwrap();
            assert_eq!(read.pieces.len(), 2 * TEXTS.len());
            let broken: Vec<_> = read.pieces.iter().filter(|piece| !piece.is_whole).collect();
            assert_eq!(broken.len(), 1);
            assert_eq!(broken[0].view, ViewId::new([1; 16]));
        }
        // A program that ends lines otherwise leaves no text as it was.
        let other = file.replace('\n', "\r\n");
        let read = read_pack(other.as_bytes()).unwrap();
        assert!(read.pieces.iter().any(|piece| !piece.is_whole));
        let cut = &file.as_bytes()[..file.len() - 40];
        assert!(!read_pack(cut).unwrap().pieces.last().unwrap().is_whole);
    }

    #[test]
    fn what_is_no_pack_is_refused_and_never_a_panic() {
        for file in ["", "Pack: 12", "\nPack: x\nViews: 1\n", "----- begin "] {
            assert_eq!(read_pack(file.as_bytes()), Err(PackFault));
        }
        let head = "\nPack: 09090909090909090909090909090909\nViews: 1\n----- begin ";
        for rest in ["", "x", "1 0, 9 bytes, SHA-256 ab -----", "\n"] {
            assert!(read_pack(format!("{head}{rest}").as_bytes()).unwrap().pieces.is_empty());
        }
    }
}
