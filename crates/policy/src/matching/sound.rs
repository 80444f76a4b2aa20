//! Spelling by ear: one key for the ways in which the same sounds are written.

/// Letters that stand for one sound in the ways names are put into the Latin alphabet, by the first of them, longest first.
const fn sounds(first: u8) -> &'static [(&'static str, &'static str)] {
    match first {
        b'a' => &[
            ("aya", "aia"),
            ("aye", "ai"),
            ("aa", "a"),
            ("ay", "ai"),
            ("aw", "au"),
            ("ao", "au"),
        ],
        b'b' => &[("bh", "b")],
        b'c' => &[("ck", "k"), ("ch", "C"), ("cz", "C"), ("ce", "se"), ("ci", "si")],
        b'd' => &[("dzh", "j"), ("dh", "d"), ("dj", "j")],
        b'e' => &[("eya", "ia"), ("eau", "o"), ("ee", "i"), ("ei", "ai"), ("ey", "ai")],
        b'g' => &[("gh", "g")],
        b'i' => &[("iya", "ia"), ("iia", "ia"), ("igh", "i"), ("ii", "i"), ("ie", "i")],
        b'j' => &[("jh", "j")],
        b'k' => &[("kh", "k")],
        b'o' => &[("oo", "u"), ("ou", "u"), ("ow", "au")],
        b'p' => &[("ph", "f")],
        b'q' => &[("q", "k")],
        b's' => &[("shch", "sh"), ("sch", "sh"), ("sh", "S"), ("sz", "S")],
        b't' => &[("tch", "ch"), ("th", "t")],
        b'u' => &[("uu", "u"), ("ue", "u")],
        b'w' => &[("w", "v")],
        b'y' => &[("y", "i")],
        b'z' => &[("zh", "z")],
        _ => &[],
    }
}

/// The key: equal keys are the same name by ear. Vowels stay, so Hussain and Hassan stay apart.
pub(super) fn sound(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(letter) = rest.chars().next() {
        let first = rest.as_bytes().first().copied().unwrap_or_default();
        let written = sounds(first).iter().find(|(written, _)| rest.starts_with(written));
        let (length, heard) = written.map_or((letter.len_utf8(), None), |(written, heard)| {
            (written.len(), Some(*heard))
        });
        match heard {
            Some(heard) => key.push_str(heard),
            None => key.push(if letter == 'c' { 'k' } else { letter }),
        }
        rest = &rest[length..];
    }
    if key.contains("kS") || key.contains("ks") {
        key = key.replace("kS", "x").replace("ks", "x");
    }
    let mut plain = String::with_capacity(key.len());
    for letter in key.chars() {
        if !plain.ends_with(letter) {
            plain.push(letter);
        }
    }
    let voiced = ["ah", "eh", "ih", "oh", "uh"].iter().any(|end| plain.ends_with(end));
    if plain.len() > 2 && voiced {
        plain.pop();
    }
    plain
}

/// The sound that a name begins with. One k may be an x.
pub(super) fn begins_with(name: &str) -> Option<char> {
    let first = name.chars().next()?;
    let written = name.as_bytes().first().map(|first| sounds(*first)).unwrap_or_default();
    let heard = written.iter().find(|(written, _)| name.starts_with(written));
    match heard.map_or(Some(first), |(_, heard)| heard.chars().next()) {
        Some('c' | 'x') => Some('k'),
        other => other,
    }
}

/// Whether two keys are the same but for one or two of some pairs of vowels inside.
pub(super) fn nearly(left: &str, right: &str, pairs: &[(char, char)]) -> bool {
    if left.as_bytes().first() != right.as_bytes().first() {
        return false;
    }
    let length = left.chars().count();
    if length < 5 || length != right.chars().count() {
        return false;
    }
    let mut differences = 0;
    for (at, (x, y)) in left.chars().zip(right.chars()).enumerate() {
        if x == y {
            continue;
        }
        let known = pairs.iter().any(|&(p, q)| (x, y) == (p, q) || (x, y) == (q, p));
        if !known || at == 0 || at + 1 == length {
            return false;
        }
        differences += 1;
    }
    differences <= 2
}
