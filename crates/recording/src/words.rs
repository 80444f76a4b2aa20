//! The words that the rules know, each with the classes it belongs to.

/// A set of classes: one bit each.
pub(super) type Classes = u128;

/// One word as the rules know it. The place in the book is its number; number 0 is every word that the book does not hold.
#[derive(Debug, Default)]
struct Entry {
    word: Box<str>,
    number: u16,
    classes: Classes,
}

/// Words by spelling, classes by name, and what short forms stand for.
#[derive(Debug, Default)]
pub(super) struct Words {
    entries: Vec<Entry>,
    names: Vec<Box<str>>,
    short: Vec<(Box<str>, Box<str>)>,
}

impl Words {
    /// Reads the words file: `class: word word` gives classes, `short: dont=do_not` says what stands for what.
    /// A verb written `verb+` brings its forms along: `class` holds the plain form, `class.s`, `class.d` and `class.g` the others;
    /// irregular ones are written `take/took/taken/taking`.
    pub(super) fn read(text: &str) -> Words {
        let mut words = Words::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((class, members)) = line.split_once(": ") else {
                continue;
            };
            for member in members.split_whitespace() {
                if class == "short" {
                    let (from, to) = member.split_once('=').unwrap_or((member, member));
                    words.short.push((from.into(), to.replace('_', " ").into()));
                } else if let Some(verb) = member.strip_suffix('+') {
                    words.add_regular(class, verb);
                } else if member.contains('/') {
                    words.add_irregular(class, member);
                } else {
                    words.add(class, member);
                }
            }
        }
        words.short.sort_unstable();
        words
    }

    fn add_regular(&mut self, class: &str, verb: &str) {
        let stem = verb.strip_suffix('e').unwrap_or(verb);
        let soft = verb
            .strip_suffix('y')
            .filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
        let (third, past) = match soft {
            Some(stem) => (format!("{stem}ies"), format!("{stem}ied")),
            None if verb.ends_with(['s', 'x', 'h']) => (format!("{verb}es"), format!("{stem}ed")),
            None => (format!("{verb}s"), format!("{stem}ed")),
        };
        self.add(class, verb);
        self.add(&format!("{class}.s"), &third);
        self.add(&format!("{class}.d"), &past);
        self.add(&format!("{class}.g"), &format!("{stem}ing"));
    }

    fn add_irregular(&mut self, class: &str, forms: &str) {
        for (at, form) in forms.split('/').enumerate() {
            match at {
                0 => {
                    self.add(class, form);
                    self.add(&format!("{class}.s"), &format!("{form}s"));
                }
                _ if form.ends_with("ing") => self.add(&format!("{class}.g"), form),
                _ => self.add(&format!("{class}.d"), form),
            }
        }
    }

    fn add(&mut self, class: &str, word: &str) {
        let bit = self.class(class);
        let at = self.intern(word);
        self.entries[at].classes |= bit;
    }

    /// The bit of a class, which is new where nobody named it before.
    pub(super) fn class(&mut self, name: &str) -> Classes {
        let at = self.names.iter().position(|known| **known == *name).unwrap_or_else(|| {
            self.names.push(name.into());
            self.names.len() - 1
        });
        1 << at
    }

    /// The class of words that a full stop belongs to: `Mr.`, `e.g.`
    pub(super) fn short_form(&self) -> Classes {
        self.known("abbr")
    }

    /// The bit of a class; nothing where no word is in it.
    pub(super) fn known(&self, name: &str) -> Classes {
        self.names
            .iter()
            .position(|known| **known == *name)
            .map_or(0, |at| 1 << at)
    }

    /// The bits of a class and of the forms of its verbs.
    pub(super) fn forms(&self, name: &str) -> Classes {
        let forms = ["", ".s", ".d", ".g"];
        forms
            .iter()
            .map(|form| self.known(&format!("{name}{form}")))
            .fold(0, |all, bit| all | bit)
    }

    /// Where a word stands in the book; it is written in where it is missing.
    fn intern(&mut self, word: &str) -> usize {
        match self.entries.binary_search_by(|entry| (*entry.word).cmp(word)) {
            Ok(at) => at,
            Err(at) => {
                let number = self.entries.len() as u16 + 1;
                let word = word.into();
                self.entries.insert(
                    at,
                    Entry {
                        word,
                        number,
                        classes: 0,
                    },
                );
                at
            }
        }
    }

    /// The number of a word that a rule names.
    pub(super) fn number(&mut self, word: &str) -> u16 {
        let at = self.intern(word);
        self.entries[at].number
    }

    /// How many numbers there are, with the one for unknown words.
    pub(super) fn numbers(&self) -> usize {
        self.entries.len() + 1
    }

    /// Each word's number and classes.
    pub(super) fn each(&self) -> impl Iterator<Item = (u16, Classes)> {
        self.entries.iter().map(|entry| (entry.number, entry.classes))
    }

    /// What a short form stands for.
    pub(super) fn long(&self, word: &str) -> Option<&str> {
        let at = self.short.binary_search_by(|(short, _)| (**short).cmp(word)).ok()?;
        Some(&self.short[at].1)
    }

    /// The number and classes of a word, and how it is written; those of a word with one slip in it where it is long enough to be sure.
    pub(super) fn find<'a>(&'a self, word: &'a str) -> (u16, Classes, &'a str) {
        let place = self.entries.binary_search_by(|entry| (*entry.word).cmp(word));
        let found = match place {
            Ok(at) => self.entries.get(at),
            Err(at) if word.len() >= 6 && word.is_ascii() => self.near(word, at),
            Err(_) => None,
        };
        found.map_or((0, 0, word), |entry| (entry.number, entry.classes, &*entry.word))
    }

    /// Looks among the words that begin with the same two letters: slips are rarely made there.
    fn near(&self, word: &str, at: usize) -> Option<&Entry> {
        let alike = |entry: &&Entry| entry.word.as_bytes().get(..2) == word.as_bytes().get(..2);
        let before = self.entries[..at].iter().rev().take_while(alike);
        let after = self.entries[at..].iter().take_while(alike);
        before
            .chain(after)
            .find(|entry| entry.word.len() > 6 && one_slip(word, &entry.word))
    }
}

/// How many letters a word needs before a slip in it is read over: shorter ones are too often another word.
const SURE: usize = 8;

/// One letter too many, too few, another, or two swapped. A slip in the last two letters is mostly another form of the word.
fn one_slip(word: &str, known: &str) -> bool {
    let (word, known) = (word.as_bytes(), known.as_bytes());
    if word.len().abs_diff(known.len()) > 1 {
        return false;
    }
    let front = word.iter().zip(known).take_while(|(a, b)| a == b).count();
    let back = word
        .iter()
        .rev()
        .zip(known.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let longer = word.len().max(known.len());
    // Another letter in its place makes another word sooner than a letter too many or too few does.
    if word.len() == known.len() && longer < SURE && front + back + 1 == longer {
        return false;
    }
    if back < 1 {
        return false;
    }
    let swapped = word.len() == known.len()
        && front + back + 2 == longer
        && word[front] == known[front + 1]
        && word[front + 1] == known[front];
    front + back + 1 >= longer || swapped
}
