//! Whether two single names are the same.

use std::cell::OnceCell;
use std::ops::Deref;

use strsim::osa_distance;

use super::lexicon::{Entry, FAMILY, GIVEN, Kinship, kinship};
use super::sound::{self, begins_with, sound};

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

/// A single name, with what was found out about it: a name is compared with many others, and each of these takes a while.
#[derive(Debug, Clone, Default)]
pub(crate) struct Token {
    text: String,
    length: usize,
    given: OnceCell<&'static [Entry]>,
    family: OnceCell<&'static [Entry]>,
    without_c: OnceCell<Option<Box<Token>>>,
    sound: OnceCell<String>,
    english: OnceCell<Option<String>>,
    bare: OnceCell<String>,
    begins: OnceCell<Option<char>>,
}

impl From<String> for Token {
    fn from(text: String) -> Self {
        Self {
            length: text.chars().count(),
            text,
            ..Self::default()
        }
    }
}

impl Deref for Token {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Token {}

impl Token {
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// How it stands among first names.
    fn given(&self) -> &'static [Entry] {
        self.given.get_or_init(|| GIVEN.entries(&self.text))
    }

    fn family(&self) -> &'static [Entry] {
        self.family.get_or_init(|| FAMILY.entries(&self.text))
    }

    /// In Somali spelling c is a consonant that English leaves off: Cali, Ali.
    fn without_c(&self) -> &Self {
        let bare = self.without_c.get_or_init(|| {
            let bare = self.text.strip_prefix('c')?;
            let is_left_off = self.given().is_empty() && GIVEN.knows(bare);
            is_left_off.then(|| Box::new(bare.to_owned().into()))
        });
        bare.as_deref().unwrap_or(self)
    }

    fn sound(&self) -> &str {
        self.sound.get_or_init(|| sound(&self.text))
    }

    /// Its sound where Somali writes h as x and has a c that English leaves off: Xirsi, Hirsi.
    fn english(&self) -> &str {
        let english = self.english.get_or_init(|| {
            let text = &self.text;
            text.contains(['x', 'c']).then(|| {
                let text = text.replace("ca", "a").replace("ci", "i").replace("cu", "u");
                sound(&text.replace('x', "h"))
            })
        });
        english.as_deref().unwrap_or_else(|| self.sound())
    }

    /// Whether both may begin with one sound.
    pub(super) fn begins_like(&self, other: &Self) -> bool {
        let is_somali = |name: &str| name.starts_with(['c', 'x']);
        let begins = |name: &str| name.bytes().next();
        let heard = |name: &Self| *name.begins.get_or_init(|| begins_with(&name.text));
        heard(self) == heard(other) || begins(self) == begins(other) || is_somali(self) || is_somali(other)
    }

    fn bare(&self) -> &str {
        self.bare.get_or_init(|| bare(&self.text))
    }
}

/// Two first names.
pub(crate) fn given(a: &Token, b: &Token) -> Level {
    if let Some(level) = plainly(a, b) {
        return level;
    }
    let (a, b) = (a.without_c(), b.without_c());
    match kinship(a.given(), b.given()) {
        Kinship::Spelling => Level::Spelling,
        Kinship::Short => Level::Short,
        // Nobody who is called Elsie is called Betty as well, but Liz may be Lizzie, and Bob Rob.
        Kinship::Shorts if a.chars().next() == b.chars().next() || a.get(1..3) == b.get(1..3) => Level::Short,
        Kinship::Shorts | Kinship::Apart => Level::No,
        Kinship::Unknown if a == b || by_ear(a, b) || nearly(a, b, &[('a', 'e'), ('e', 'i'), ('o', 'u')]) => {
            Level::Spelling
        }
        Kinship::Unknown if cut_short(a, b) || cut_short(b, a) => Level::Short,
        Kinship::Unknown if polite(a) == polite(b) => Level::Short,
        Kinship::Unknown if slip(a, b) => Level::Slip,
        Kinship::Unknown => Level::No,
    }
}

/// Two surnames.
pub(crate) fn family(a: &Token, b: &Token) -> Level {
    if let Some(level) = plainly(a, b) {
        return level;
    }
    match kinship(a.family(), b.family()) {
        Kinship::Spelling | Kinship::Short | Kinship::Shorts => return Level::Spelling,
        Kinship::Apart => return Level::No,
        Kinship::Unknown => {}
    }
    // Many surnames are first names, so that book is asked too: Farooq, Faruk.
    match kinship(a.without_c().given(), b.without_c().given()) {
        Kinship::Spelling => return Level::Spelling,
        Kinship::Apart | Kinship::Short | Kinship::Shorts => return Level::No,
        Kinship::Unknown => {}
    }
    if by_ear(a, b)
        || east_slavic(a, b)
        || other_letters(a, b)
        || ending_by_sex(a, b)
        || a.bare() == b.bare()
        || a.bare() == b.sound()
        || a.sound() == b.bare()
        || nearly(a, b, &[('a', 'e'), ('o', 'u')])
    {
        return Level::Spelling;
    }
    let two_slips = a.len().min(b.len()) >= 9
        && a.get(..2) == b.get(..2)
        && a.ends_with(b.chars().last().unwrap_or(' '))
        && osa_distance(a, b) == 2;
    if two_slips || slip(a, b) {
        Level::Slip
    } else {
        Level::No
    }
}

/// Whether two single names are alike in any way, first names or surnames. Most are not, and the letters they begin with show it.
pub(super) fn touches(a: &Token, b: &Token) -> bool {
    if let Some(level) = plainly(a, b) {
        return level > Level::No;
    }
    let matched = |kinship| matches!(kinship, Kinship::Spelling | Kinship::Short | Kinship::Shorts);
    let first_names = kinship(a.without_c().given(), b.without_c().given());
    if matched(first_names) || matched(kinship(a.family(), b.family())) {
        return true;
    }
    if first_names == Kinship::Apart {
        return false;
    }
    let article = |name: &str| ["al", "el", "o"].iter().any(|article| name.starts_with(article));
    let is_near = a.begins_like(b) || ((article(a) || article(b)) && a.bare() == b.bare());
    let is_cut = |short: &Token, long: &Token| cut_short(short.without_c(), long.without_c());
    (is_near && (given(a, b) > Level::No || family(a, b) > Level::No)) || is_cut(a, b) || is_cut(b, a)
}

/// Whether two names that were run together are written as the other: Nasrat Ullah, Nasratullah.
pub(super) fn run_together(joined: &Token, other: &Token) -> bool {
    // Much shorter than the two it cannot be, however it is written.
    let may_be = other.len() * 2 >= joined.len() && joined.begins_like(other);
    let is_spelt = || kinship(joined.given(), other.given()) == Kinship::Spelling;
    joined == other || (joined.len() > 6 && (is_spelt() || (may_be && given(joined, other) >= Level::Spelling)))
}

fn plainly(a: &Token, b: &Token) -> Option<Level> {
    if a.length == 1 || b.length == 1 {
        let fits = a.chars().next() == b.chars().next();
        return Some(if fits { Level::Initial } else { Level::No });
    }
    (a == b).then_some(Level::Exact)
}

fn by_ear(a: &Token, b: &Token) -> bool {
    let somali = || a.contains(['x', 'c']) != b.contains(['x', 'c']);
    a.len() > 2 && b.len() > 2 && (a.sound() == b.sound() || (a.english() == b.english() && somali()))
}

/// The same but for one or two unstressed vowels inside that are often written for one another: Perveen and Parveen.
fn nearly(a: &Token, b: &Token, pairs: &[(char, char)]) -> bool {
    sound::nearly(a.sound(), b.sound(), pairs)
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

/// One sound in two ways of writing it: q and gh in Persian names (Qorbani, Ghorbani), y and j in Slavic ones (Stoyanov, Stojanov).
fn other_letters(a: &str, b: &str) -> bool {
    let same = |from: &str, to: &str| {
        let is_one = a.contains(from) != b.contains(from);
        is_one && a.len().min(b.len()) > 5 && sound(&a.replace(from, to)) == sound(&b.replace(from, to))
    };
    same("gh", "q") || same("j", "y")
}

/// A Gujarati or Hindi name without the ending that is left off in everyday use: Bhavnaben, Jayeshbhai, Jayantilal.
fn polite(name: &str) -> &str {
    let bare = ["bhai", "ben", "lal", "kumar"]
        .iter()
        .find_map(|end| name.strip_suffix(end));
    bare.filter(|bare| bare.len() > 3).unwrap_or(name)
}

/// Whether `short` is how people shorten `long`: its end after a known first part, its beginning, or that with a fond ending.
///
/// A name in the book is tied to its full forms there, so only one that the book lacks is judged by its beginning.
fn cut_short(short: &Token, long: &Token) -> bool {
    let first = long.strip_suffix(&**short);
    let last = first.is_some_and(|first| FIRST_PARTS.contains(&first));
    if !short.given().is_empty() {
        return last;
    }
    let room = short.len() >= 4 && long.len() >= short.len() + 3;
    let stem = short
        .strip_suffix("ie")
        .or_else(|| short.strip_suffix(['i', 'y']))
        .filter(|stem| stem.len() >= 3);
    let fond = stem.is_some_and(|stem| long.starts_with(stem) && long.len() >= stem.len() + 4);
    (last && short.len() >= 3) || (room && long.starts_with(&**short)) || fond
}

/// A surname without what people write or leave off at its edges: O', Mac for Mc, al-, a silent e.
fn bare(name: &str) -> String {
    let mut bare = name.to_owned();
    if let Some(rest) = name.strip_prefix("mac").filter(|rest| rest.len() > 3) {
        bare = format!("mc{rest}");
    }
    for prefix in ["al", "el", "o"] {
        // Before a vowel the article is one only where a longer name follows: Al-Otaibi.
        let vowel = |rest: &str| rest.starts_with(['a', 'e', 'i', 'o', 'u']);
        if let Some(rest) = name
            .strip_prefix(prefix)
            .filter(|rest| rest.len() >= 4 && (!vowel(rest) || (prefix != "o" && rest.len() > 4)))
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
fn ending_by_sex(a: &Token, b: &Token) -> bool {
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
    let begins = |name: &Token| name.sound().chars().next();
    if a.len() < 5 || b.len() < 5 || begins(a) != begins(b) {
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
    if a.chars().next() != b.chars().next() {
        return false;
    }
    let (one, other): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if one.len().min(other.len()) < 5 || one.len().abs_diff(other.len()) > 1 || osa_distance(a, b) != 1 {
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
