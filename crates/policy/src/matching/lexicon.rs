//! Which names belong together and which many people bear: two lists that anybody can extend, read once.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// One standing of a name: in which group, and how.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    group: u16,
    short: bool,
    common: bool,
    father: bool,
}

/// How two names of a book stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kinship {
    /// Spellings of one name.
    Spelling,
    /// One of them is a short form of the other's name.
    Short,
    /// Both are short forms of one name: Liz and Lizzie, but Elsie and Betty as well.
    Shorts,
    /// Both are known, and as different names.
    Apart,
    /// The book does not know both.
    Unknown,
}

/// A quick hash (FNV-1a). The names of a book are compiled in, so nobody chooses them to collide.
#[derive(Debug)]
struct Quick(u32);

impl Default for Quick {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
        }
    }

    fn finish(&self) -> u64 {
        // The map takes its first look by the upper bits, and its place by the lower ones.
        u64::from(self.0) << 32 | u64::from(self.0)
    }
}

/// A list of names.
#[derive(Debug, Default)]
pub(crate) struct Book {
    names: HashMap<&'static str, Vec<Entry>, BuildHasherDefault<Quick>>,
    weak: Vec<&'static str>,
}

/// First names.
pub(crate) static GIVEN: LazyLock<Book> = LazyLock::new(|| Book::read(include_str!("../../data/given.txt")));
/// Surnames.
pub(crate) static FAMILY: LazyLock<Book> = LazyLock::new(|| Book::read(include_str!("../../data/surnames.txt")));

impl Book {
    fn read(text: &'static str) -> Self {
        let mut book = Self::default();
        let (mut group, mut father) = (0, false);
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            group += 1;
            if let Some(heading) = line.strip_prefix('[') {
                father = heading.starts_with("father");
            } else if let Some(weak) = line.strip_prefix('-') {
                book.weak.extend(weak.split_whitespace());
            } else if let Some(alone) = line.strip_prefix('=') {
                for name in alone.split_whitespace() {
                    group += 1;
                    book.add(
                        name.trim_start_matches('*'),
                        Entry {
                            group,
                            short: false,
                            common: name.starts_with('*'),
                            father,
                        },
                    );
                }
            } else {
                let common = line.starts_with('*');
                let mut short = false;
                for name in line.trim_start_matches('*').split_whitespace() {
                    if name == "/" {
                        short = true;
                    } else {
                        book.add(
                            name,
                            Entry {
                                group,
                                short,
                                common,
                                father,
                            },
                        );
                    }
                }
            }
        }
        book
    }

    fn add(&mut self, name: &'static str, entry: Entry) {
        self.names.entry(name).or_default().push(entry);
    }

    /// How a name stands in the book; nothing where it does not.
    pub(crate) fn entries(&self, name: &str) -> &[Entry] {
        self.names.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether the name stands in the book.
    pub(crate) fn knows(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }

    /// Whether many people in England bear it.
    pub(crate) fn common(&self, name: &str) -> bool {
        self.weak(name) || self.entries(name).iter().any(|entry| entry.common)
    }

    /// Whether it is borne beside or instead of a family name: Kaur, Begum.
    pub(crate) fn weak(&self, name: &str) -> bool {
        self.weak.contains(&name)
    }

    /// Whether it is often the father's own name when it stands second.
    pub(crate) fn fathers(&self, name: &str) -> bool {
        self.entries(name).iter().any(|entry| entry.father)
    }
}

/// How two names of one book stand to each other.
pub(crate) fn kinship(left: &[Entry], right: &[Entry]) -> Kinship {
    if left.is_empty() || right.is_empty() {
        return Kinship::Unknown;
    }
    let shared = left.iter().flat_map(|one| {
        right
            .iter()
            .filter(|other| other.group == one.group)
            .map(|other| match (one.short, other.short) {
                (false, false) => Kinship::Spelling,
                (true, true) => Kinship::Shorts,
                _ => Kinship::Short,
            })
    });
    let closest = [Kinship::Spelling, Kinship::Short, Kinship::Shorts];
    shared
        .min_by_key(|kinship| closest.iter().position(|one| one == kinship))
        .unwrap_or(Kinship::Apart)
}
