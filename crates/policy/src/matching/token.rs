//! Whether two single names are the same.

use strsim::osa_distance;

use super::lexicon::{FAMILY, GIVEN, Kinship};
use super::sound::{nearly, sound};

/// How alike two single names are, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// Different names.
    No,
    /// An initial that fits.
    Initial,
    /// A typing slip of it.
    Slip,
    /// A short form of it.
    Short,
    /// A spelling of it.
    Spelling,
    /// Letter for letter.
    Exact,
}

/// First parts with which long West African names begin and which short forms leave off: Oluwaseun, Seun.
const FIRST_PARTS: [&str; 18] = [
    "oluwa", "olu", "chi", "ugo", "oge", "ola", "ade", "ayo", "baba", "chukwu", "ike", "omo", "temi", "ife", "ore",
    "abi", "akin", "folo",
];

/// Two first names.
pub(crate) fn given(a: &str, b: &str) -> Level {
    if let Some(level) = plainly(a, b) {
        return level;
    }
    // In Somali spelling c is a consonant that English leaves off: Cali, Ali.
    let (a, b) = (without_c(a), without_c(b));
    match GIVEN.kinship(a, b) {
        Kinship::Spelling => Level::Spelling,
        Kinship::Short => Level::Short,
        Kinship::Apart => Level::No,
        Kinship::Unknown if a == b || by_ear(a, b) || nearly(a, b, &[('a', 'e'), ('e', 'i'), ('o', 'u')]) => {
            Level::Spelling
        }
        Kinship::Unknown if cut_short(a, b) || cut_short(b, a) => Level::Short,
        Kinship::Unknown if slip(a, b) => Level::Slip,
        Kinship::Unknown => Level::No,
    }
}

/// Two surnames.
pub(crate) fn family(a: &str, b: &str) -> Level {
    if let Some(level) = plainly(a, b) {
        return level;
    }
    match FAMILY.kinship(a, b) {
        Kinship::Spelling | Kinship::Short => return Level::Spelling,
        Kinship::Apart => return Level::No,
        Kinship::Unknown => {}
    }
    // Many surnames are first names, so that book is asked too: Farooq, Faruk.
    match GIVEN.kinship(without_c(a), without_c(b)) {
        Kinship::Spelling => return Level::Spelling,
        Kinship::Apart | Kinship::Short => return Level::No,
        Kinship::Unknown => {}
    }
    if by_ear(a, b)
        || east_slavic(a, b)
        || ending_by_sex(a, b)
        || bare(a) == bare(b)
        || nearly(a, b, &[('a', 'e'), ('o', 'u')])
    {
        return Level::Spelling;
    }
    let long = a.len().min(b.len()) >= 9;
    let two_slips =
        long && osa_distance(a, b) == 2 && a.get(..2) == b.get(..2) && a.ends_with(b.chars().last().unwrap_or(' '));
    if slip(a, b) || two_slips {
        Level::Slip
    } else {
        Level::No
    }
}

fn plainly(a: &str, b: &str) -> Option<Level> {
    let (one, other) = (a.chars().count(), b.chars().count());
    if one == 1 || other == 1 {
        let fits = a.chars().next() == b.chars().next();
        return Some(if fits { Level::Initial } else { Level::No });
    }
    (a == b).then_some(Level::Exact)
}

fn without_c(name: &str) -> &str {
    let bare = name.strip_prefix('c').unwrap_or(name);
    if !GIVEN.knows(name) && GIVEN.knows(bare) {
        bare
    } else {
        name
    }
}

fn by_ear(a: &str, b: &str) -> bool {
    let same = |a: &str, b: &str| sound(a) == sound(b);
    let somali = a.contains(['x', 'c']) != b.contains(['x', 'c']);
    a.len() > 2 && b.len() > 2 && (same(a, b) || (somali && same(&in_english(a), &in_english(b))))
}

/// Somali writes h as x and has a c that English leaves off: Xirsi, Hirsi.
fn in_english(name: &str) -> String {
    name.replace("ca", "a")
        .replace("ci", "i")
        .replace("cu", "u")
        .replace('x', "h")
}

/// Ukrainian h is Russian g: Hrytsenko, Gritsenko.
fn east_slavic(a: &str, b: &str) -> bool {
    let ends = |name: &str| {
        ["nko", "uk", "shyn", "ych", "skyi"]
            .iter()
            .any(|end| name.ends_with(end))
    };
    ends(a) && ends(b) && sound(&a.replace('h', "g")) == sound(&b.replace('h', "g"))
}

/// Whether `short` is how people shorten `long`: its end after a known first part, its beginning, or that with a fond ending.
///
/// A name in the book is tied to its full forms there, so only one that the book lacks is judged by its beginning.
fn cut_short(short: &str, long: &str) -> bool {
    let last = FIRST_PARTS
        .iter()
        .filter_map(|part| long.strip_prefix(part))
        .any(|rest| rest == short);
    if GIVEN.knows(short) {
        return last;
    }
    let room = short.len() >= 4 && long.len() >= short.len() + 3;
    let stem = short
        .strip_suffix("ie")
        .or_else(|| short.strip_suffix(['i', 'y']))
        .filter(|stem| stem.len() >= 3);
    let fond = stem.is_some_and(|stem| long.starts_with(stem) && long.len() >= stem.len() + 4);
    (last && short.len() >= 3) || (room && long.starts_with(short)) || fond
}

/// A surname without what people write or leave off at its edges: O', Mac for Mc, al-, a silent e.
fn bare(name: &str) -> String {
    let mut bare = name.to_owned();
    if let Some(rest) = name.strip_prefix("mac").filter(|rest| rest.len() > 3) {
        bare = format!("mc{rest}");
    }
    for prefix in ["al", "el", "o"] {
        if let Some(rest) = name
            .strip_prefix(prefix)
            .filter(|rest| rest.len() >= 4 && !rest.starts_with(['a', 'e', 'i', 'o', 'u']))
        {
            bare = rest.to_owned();
            break;
        }
    }
    let bare = sound(&bare);
    let stem = bare.strip_suffix("es").map(|stem| format!("{stem}s")).unwrap_or(bare);
    if stem.len() > 4 {
        stem.strip_suffix('e').unwrap_or(&stem).to_owned()
    } else {
        stem
    }
}

/// Surnames whose ending says whose they are: Zelinska and Zelinsky, Petrov and Petrova, Kazlauskas and Kazlauskiene.
fn ending_by_sex(a: &str, b: &str) -> bool {
    const SKY: [&str; 12] = [
        "skaya", "skaia", "skyi", "skyj", "skij", "skii", "skiy", "skyy", "skoy", "sky", "ski", "ska",
    ];
    const PAIRS: [(&str, &str); 18] = [
        ("cki", "cka"),
        ("cky", "cka"),
        ("zki", "zka"),
        ("ov", "ova"),
        ("ev", "eva"),
        ("off", "ova"),
        ("in", "ina"),
        ("poulos", "poulou"),
        ("akis", "aki"),
        ("idis", "idou"),
        ("adis", "adou"),
        ("as", "iene"),
        ("is", "iene"),
        ("us", "iene"),
        ("as", "aite"),
        ("ny", "na"),
        ("", "ova"),
        ("is", "yte"),
    ];
    if a.len() < 5 || b.len() < 5 {
        return false;
    }
    let sky = |name: &str| SKY.iter().find_map(|end| name.strip_suffix(end).map(str::to_owned));
    if let (Some(one), Some(other)) = (sky(a), sky(b)) {
        return one == other || sound(&one) == sound(&other);
    }
    let stems = |x: &str, y: &str, ends: (&str, &str)| matches!((x.strip_suffix(ends.0), y.strip_suffix(ends.1)), (Some(one), Some(other)) if one.len() > 2 && sound(one) == sound(other));
    PAIRS.into_iter().any(|ends| stems(a, b, ends) || stems(b, a, ends))
}

/// One slip of the finger inside a name: two letters changed places, one too many or too few, a neighbouring key.
pub(super) fn slip(a: &str, b: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if one.len().min(other.len()) < 5 || osa_distance(a, b) != 1 || one.first() != other.first() {
        return false;
    }
    let same_start = one.iter().zip(&other).take_while(|(x, y)| x == y).count();
    let same_end = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    if one.len() != other.len() {
        // A letter more at the very end is another name more often than a slip: Daniel, Daniela; Rahman, Rahmani.
        return same_end > 0;
    }
    let (x, y) = (one[same_start], other[same_start]);
    if one.get(same_start + 1) == Some(&y) && other.get(same_start + 1) == Some(&x) {
        return true;
    }
    // In a short name one letter changed is another name: Mehra, Mehta.
    if one.len() < 6 {
        return false;
    }
    let vowel = |letter| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    if same_end == 0 {
        return !vowel(x) && !vowel(y) && neighbours(x, y);
    }
    neighbours(x, y) || (vowel(x) && vowel(y)) || SOFT.contains(&(x, y)) || SOFT.contains(&(y, x))
}

const SOFT: [(char, char); 7] = [
    ('g', 'k'),
    ('c', 'k'),
    ('s', 'z'),
    ('d', 't'),
    ('v', 'w'),
    ('m', 'n'),
    ('g', 'j'),
];

fn neighbours(x: char, y: char) -> bool {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let place = |letter| {
        (0_i32..).zip(ROWS).find_map(|(row, keys)| {
            (0_i32..)
                .zip(keys.chars())
                .find(|(_, key)| *key == letter)
                .map(|(at, _)| (row, at))
        })
    };
    let (Some((row, at)), Some((other_row, other_at))) = (place(x), place(y)) else {
        return false;
    };
    match other_row - row {
        0 => (at - other_at).abs() == 1,
        1 => at == other_at || at == other_at + 1,
        -1 => at == other_at || at + 1 == other_at,
        _ => false,
    }
}
