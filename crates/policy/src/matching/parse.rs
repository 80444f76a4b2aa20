//! Taking a written name apart: titles, order, hyphens, particles, former names.

use std::cell::OnceCell;
use std::rc::Rc;

use super::fold::plain;
use super::lexicon::{FAMILY, GIVEN};
use super::recent::Recent;
use super::token::Token;

/// A part of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// Folded letters.
    pub(crate) text: Token,
    /// Whether a hyphen ties it to the part before.
    pub(crate) tied: bool,
}

/// Whose a title says a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sex {
    /// Mrs, Miss, Ms.
    Woman,
    /// Mr.
    Man,
}

/// A name taken apart. The first part is the first name unless the writer put the surname first without saying so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Name {
    pub(crate) parts: Vec<Part>,
    /// The writer showed the order: with a comma, or with whose child this is (Dylan ap Hywel).
    pub(crate) ordered: bool,
    /// Surnames borne before: née, formerly, in brackets.
    pub(crate) former: Vec<Token>,
    /// What they are called, where the writer adds it.
    pub(crate) nick: Option<Token>,
    pub(crate) sex: Option<Sex>,
    /// Whether they are the younger of two of one name, where the writer says which: Junior, Senior.
    pub(crate) younger: Option<bool>,
    /// All letters as they were written, without spaces, hyphens and titles: where one word ends is written in many ways.
    pub(crate) letters: String,
    /// Nothing but a surname was given: "Mrs Thorne", "Gran and Grandad Thorne".
    pub(crate) surname_only: bool,
    joined: OnceCell<Vec<Token>>,
}

thread_local! {
    static READ: Recent<Vec<Name>> = Recent::default();
}

const TITLES: [&str; 47] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "doctor",
    "prof",
    "professor",
    "rev",
    "revd",
    "reverend",
    "sir",
    "dame",
    "lady",
    "lord",
    "fr",
    "father",
    "sr",
    "sister",
    "br",
    "brother",
    "haji",
    "hajji",
    "hajj",
    "alhaj",
    "alhaji",
    "alhaja",
    "hafiz",
    "maulana",
    "mufti",
    "imam",
    "pan",
    "pani",
    "sri",
    "smt",
    "shri",
    "mme",
    "senor",
    "senora",
    "herr",
    "frau",
    "cllr",
    "councillor",
    "mst",
    "mosammat",
    "musammat",
];
const KIN: [&str; 30] = [
    "auntie",
    "aunty",
    "aunt",
    "uncle",
    "nan",
    "nana",
    "nanny",
    "gran",
    "granny",
    "grandma",
    "grandad",
    "granddad",
    "grandpa",
    "grandmother",
    "grandfather",
    "mum",
    "mummy",
    "mother",
    "dad",
    "cousin",
    "big",
    "little",
    "old",
    "young",
    "our",
    "my",
    "and",
    "the",
    "baby",
    "lil",
];
const AFTER: [&str; 12] = [
    "jr", "snr", "sr", "jnr", "junior", "senior", "esq", "obe", "mbe", "phd", "bhai", "ben",
];
const PARTICLES: [&str; 30] = [
    "da", "das", "do", "dos", "de", "del", "della", "di", "du", "la", "le", "van", "der", "den", "von", "ibn", "bin",
    "bint", "binti", "binte", "ab", "ap", "ferch", "verch", "al", "el", "ul", "y", "e", "thi",
];
/// Those of them that say whose child somebody is.
const CHILD_OF: [&str; 9] = ["ap", "ab", "ferch", "verch", "ibn", "bin", "bint", "binti", "binte"];
/// The article in Arabic names takes the sound that follows: Ash-Shami is al-Shami.
const ARTICLES: [&str; 12] = [
    "al", "el", "ash", "as", "ad", "an", "ar", "at", "az", "adh", "ath", "es",
];
const FORMER: [&str; 9] = [
    "nee",
    "formerly",
    "previously",
    "born",
    "was",
    "maiden",
    "prev",
    "then",
    "ex",
];

impl Name {
    /// The name, and any other under which the writer says the person is known.
    pub(crate) fn all(text: &str) -> Rc<Vec<Self>> {
        let read = |text: &str| {
            let mut text = plain(text);
            if is_simple(&text) {
                let name = Self::of_parts(Self::default(), simple_parts(&text));
                return Some(name).filter(|name| !name.parts.is_empty()).into_iter().collect();
            }
            for mark in [" a.k.a. ", " also known as ", " known as ", " or "] {
                if text.contains(mark) {
                    text = text.replace(mark, " aka ");
                }
            }
            let names = text.split(" aka ").map(Self::read);
            names.filter(|name| !name.parts.is_empty()).collect()
        };
        READ.with(|recent| recent.of(text, read))
    }

    /// Every single name in it.
    pub(crate) fn tokens(&self) -> impl Iterator<Item = &Token> {
        let parts = self.parts.iter().map(|part| &part.text);
        parts.chain(&self.former).chain(&self.nick)
    }

    /// Any two of its names run together, as some people write them.
    pub(crate) fn joined(&self) -> &[Token] {
        self.joined.get_or_init(|| {
            let pairs = self.tokens().enumerate().flat_map(|(at, one)| {
                let others = self.tokens().enumerate().filter(move |(other, _)| *other != at);
                others.map(move |(_, other)| [one.as_str(), other.as_str()].concat().into())
            });
            pairs.collect()
        })
    }

    fn read(text: &str) -> Self {
        let mut name = Self::default();
        let text = text.split(" from ").next().unwrap_or(text);
        let text = name.take_asides(text);
        let (mut text, former) = split_former(&text);
        name.former.extend(former);
        if let Some((surname, first)) = text
            .split_once(',')
            .filter(|(surname, first)| !surname.trim().is_empty() && !first.trim().is_empty())
        {
            text = format!("{first} {surname}");
            name.ordered = true;
        }
        Self::of_parts(name, split_parts(&text))
    }

    fn of_parts(mut name: Self, parts: Vec<Part>) -> Self {
        name.parts = parts;
        name.drop_titles();
        name.letters = name.parts.iter().map(|part| part.text.as_str()).collect();
        name.drop_particles();
        name.parts.truncate(7);
        if let Some(first) = name.parts.first_mut() {
            first.tied = false;
        }
        name
    }

    /// The first place of the surname.
    pub(crate) fn surname_from(&self) -> usize {
        super::align::surname_from(&self.parts)
    }

    /// Brackets and quotation marks: a short form or a former surname.
    fn take_asides(&mut self, text: &str) -> String {
        let mut rest = text.to_owned();
        for (open, close) in [('(', ')'), ('[', ']'), ('"', '"'), ('“', '”')] {
            while let Some(start) = rest.find(open) {
                let after = start + open.len_utf8();
                let end = rest[after..].find(close).map_or(rest.len(), |at| after + at);
                let aside = rest[after..end].trim().to_owned();
                let tail = rest.get(end + close.len_utf8()..).unwrap_or_default().to_owned();
                let (bare, marked) = split_former(&format!(" {aside}"));
                let called = GIVEN.knows(&aside) && !FAMILY.knows(&aside) || !tail.trim().is_empty();
                if !marked.is_empty() {
                    self.former.extend(marked);
                } else if called {
                    self.nick = split_parts(&bare).into_iter().next().map(|part| part.text);
                } else {
                    self.former.extend(split_parts(&bare).into_iter().map(|part| part.text));
                }
                rest = format!("{} {tail}", &rest[..start]);
            }
        }
        rest
    }

    fn drop_titles(&mut self) {
        let mut kin = false;
        while self.parts.len() > 1 {
            let first = self.parts[0].text.as_str();
            let next_ties = self.parts[1].tied;
            // An aunt may be called Nan: a word that is also a name stays when nothing else would be the first name.
            let is_kin = KIN.contains(&first) && (!GIVEN.knows(first) || self.parts.len() > 2 || kin);
            if next_ties || !(TITLES.contains(&first) || is_kin) {
                break;
            }
            match first {
                "mr" => self.sex = Some(Sex::Man),
                "mrs" | "ms" | "miss" => self.sex = Some(Sex::Woman),
                _ => {}
            }
            kin |= is_kin;
            self.parts.remove(0);
            self.surname_only = self.parts.len() == 1 && !self.ordered;
        }
        while self.parts.len() > 1
            && self
                .parts
                .last()
                .is_some_and(|part| AFTER.contains(&part.text.as_str()) && !part.tied)
        {
            match self.parts.pop().map(|part| part.text.as_str().to_owned()).as_deref() {
                Some("jr" | "jnr" | "junior") => self.younger = Some(true),
                Some("snr" | "sr" | "senior") => self.younger = Some(false),
                _ => {}
            }
        }
        if self.surname_only && GIVEN.knows(&self.parts[0].text) && !FAMILY.knows(&self.parts[0].text) {
            self.surname_only = false;
        }
    }

    fn drop_particles(&mut self) {
        let mut kept: Vec<Part> = Vec::with_capacity(self.parts.len());
        let count = self.parts.len();
        for (at, part) in std::mem::take(&mut self.parts).into_iter().enumerate() {
            let inside = at > 0 && at + 1 < count;
            self.ordered |= inside && CHILD_OF.contains(&part.text.as_str());
            if inside && (PARTICLES.contains(&part.text.as_str()) || ARTICLES.contains(&part.text.as_str())) {
                continue;
            }
            // "Mc Allister" and "O Brien" are one name with a gap in it.
            if let Some(before) = kept
                .last_mut()
                .filter(|before| at > 1 && matches!(before.text.as_str(), "mc" | "mac" | "o"))
            {
                before.text = [before.text.as_str(), part.text.as_str()].concat().into();
                continue;
            }
            let dropped_before = at > 0 && kept.len() < at;
            kept.push(Part {
                tied: part.tied && !dropped_before,
                text: part.text,
            });
        }
        self.parts = kept;
    }
}

/// Whether a text is letters, spaces and hyphens alone, and no word of it says that more than one name is given: as most are.
fn is_simple(text: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_lowercase() || byte == b' ' || byte == b'-';
    let marks = |word: &str| matches!(word, "or" | "as" | "aka" | "from") || FORMER.contains(&word);
    text.bytes().all(letters) && !text.split(' ').any(marks)
}

fn simple_parts(text: &str) -> Vec<Part> {
    let part = |(at, text): (usize, &str)| Part {
        text: text.to_owned().into(),
        tied: at > 0,
    };
    let pieces = |word: &'_ str| {
        word.split('-')
            .filter(|piece| !piece.is_empty())
            .enumerate()
            .map(part)
            .collect::<Vec<_>>()
    };
    text.split(' ').flat_map(pieces).collect()
}

fn split_parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for word in text.split(|letter: char| letter.is_whitespace() || matches!(letter, '.' | ',' | '/' | ';' | '_')) {
        let pieces = word.split('-').map(|piece| {
            piece
                .chars()
                .filter(|letter| letter.is_alphabetic())
                .collect::<String>()
        });
        for (at, text) in pieces.filter(|piece| !piece.is_empty()).enumerate() {
            parts.push(Part {
                text: text.into(),
                tied: at > 0,
            });
        }
    }
    parts
}

/// What stands before "née" and the like, and the surnames after it.
fn split_former(text: &str) -> (String, Vec<Token>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_mark = |word: &&str| FORMER.contains(&word.trim_matches(|letter: char| !letter.is_alphabetic()));
    let at = words.iter().position(is_mark);
    match at.filter(|at| at + 1 < words.len() && (*at > 0 || text.starts_with(' '))) {
        Some(at) => {
            let former = split_parts(&words[at + 1..].join(" "))
                .into_iter()
                .map(|part| part.text);
            (
                words[..at].join(" "),
                former.filter(|word| word.as_str() != "name").collect(),
            )
        }
        None => (text.to_owned(), Vec::new()),
    }
}
