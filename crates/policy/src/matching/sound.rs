//! Spelling by ear: one key for the ways in which the same sounds are written.

/// Letters that stand for one sound in the ways names are put into the Latin alphabet, longest first.
const SOUNDS: [(&str, &str); 44] = [
    ("shch", "sh"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("dzh", "j"),
    ("iya", "ia"),
    ("iia", "ia"),
    ("eya", "ia"),
    ("aya", "aia"),
    ("aye", "ai"),
    ("eau", "o"),
    ("igh", "i"),
    ("ck", "k"),
    ("ch", "C"),
    ("sh", "S"),
    ("sz", "S"),
    ("cz", "C"),
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("bh", "b"),
    ("th", "t"),
    ("zh", "z"),
    ("jh", "j"),
    ("dj", "j"),
    ("ee", "i"),
    ("ii", "i"),
    ("ie", "i"),
    ("oo", "u"),
    ("uu", "u"),
    ("ou", "u"),
    ("ue", "u"),
    ("aa", "a"),
    ("ay", "ai"),
    ("ei", "ai"),
    ("ey", "ai"),
    ("aw", "au"),
    ("ow", "au"),
    ("ao", "au"),
    ("ce", "se"),
    ("ci", "si"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
];

/// The key: equal keys are the same name by ear. Vowels stay, so Hussain and Hassan stay apart.
pub(super) fn sound(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(letter) = rest.chars().next() {
        let written = SOUNDS.iter().find(|(written, _)| rest.starts_with(written));
        let (length, heard) = written.map_or((letter.len_utf8(), None), |(written, heard)| {
            (written.len(), Some(*heard))
        });
        match heard {
            Some(heard) => key.push_str(heard),
            None => key.push(if letter == 'c' { 'k' } else { letter }),
        }
        rest = &rest[length..];
    }
    let key = key.replace("kS", "x").replace("ks", "x");
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

/// The same but for one or two unstressed vowels inside that are often written for one another: Perveen and Parveen.
pub(super) fn nearly(a: &str, b: &str, pairs: &[(char, char)]) -> bool {
    let (left, right) = (sound(a), sound(b));
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
