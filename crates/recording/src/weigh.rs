//! A piece of text weighed as a whole: how like it is to pieces that people marked, and with which label.
//!
//! What is weighed are words, the first letters of longer ones, pairs of words side by side and with one between, and whether somebody
//! else says them. What each weighs was learned from labelled texts (`super::learn`) and is data: see `docs/adr/0027-weighing.md`.

use super::read::{Kind, Token};
use super::voice::Voice;

/// What is asked of a piece: whether it is to be marked at all, then each label.
pub(super) const ASKED: usize = 9;

/// What one thing that is weighed counts for each answer, in the smallest weight that is kept; from -31 to 31.
pub(super) type Row = [i8; ASKED];

/// The heaviest weight that is kept.
#[cfg(feature = "score")]
pub(super) const HEAVIEST: i8 = 31;
/// The letter that stands for no weight; those around it for lighter and heavier ones.
const NOUGHT: u8 = b'O';
/// The letter for no distance.
const FIRST: u8 = b'0';

/// A piece counts as having so many traits at the least: a few words say little, whatever they are.
pub(super) const FLOOR: u16 = 90;
/// So many words are weighed together, as far as sentences end there.
const PIECE: usize = 40;

/// The weights of what was met in labelled texts often enough and says something.
pub(super) struct Weights {
    /// By the last bits of a key: the place of its row, or of another whose bits are the same, plus one.
    slots: Vec<u16>,
    keys: Vec<u32>,
    rows: Vec<Row>,
    scales: [f32; ASKED],
    base: [f32; ASKED],
}

/// Something that is weighed: its key, and the first and last token that it stands on.
pub(super) struct Trait {
    pub(super) key: u32,
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Weights {
    /// From rows in the order of their keys.
    pub(super) fn new(keys: Vec<u32>, rows: Vec<Row>, scales: [f32; ASKED], base: [f32; ASKED]) -> Weights {
        let mut slots = vec![0; (keys.len() * 2).next_power_of_two().max(2)];
        let mask = slots.len() - 1;
        for (key, number) in keys.iter().zip(1_u16..) {
            let mut at = *key as usize & mask;
            while slots[at] != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = number;
        }
        Weights {
            slots,
            keys,
            rows,
            scales,
            base,
        }
    }

    /// Reads `weights.txt`: a line of figures (what the smallest weight comes to, then what speaks for each answer in any text), a line
    /// of keys (each as its distance from the one before, five bits a letter), and a line for each answer with a letter for each key.
    pub(super) fn read(text: &str) -> Option<Weights> {
        let mut lines = text.lines();
        let mut figures = lines.next()?.split_whitespace().map(|figure| figure.parse().ok());
        let (mut scales, mut base) = ([0.0; ASKED], [0.0; ASKED]);
        for place in scales.iter_mut().chain(&mut base) {
            *place = figures.next()??;
        }
        let (mut keys, mut key, mut far, mut shift) = (Vec::new(), 0_u32, 0_u32, 0);
        for letter in lines.next()?.bytes() {
            let bits = u32::from(letter.checked_sub(FIRST)?);
            far |= (bits & 31) << shift;
            shift += 5;
            if bits < 32 {
                key = key.checked_add(far)?;
                keys.push(key);
                (far, shift) = (0, 0);
            }
        }
        let mut rows = vec![[0; ASKED]; keys.len()];
        for (asked, line) in lines.take(ASKED).enumerate() {
            for (row, letter) in rows.iter_mut().zip(line.bytes()) {
                row[asked] = letter.wrapping_sub(NOUGHT).cast_signed();
            }
        }
        (keys.len() < usize::from(u16::MAX)).then(|| Weights::new(keys, rows, scales, base))
    }

    /// What [`Weights::read`] reads.
    #[cfg(feature = "score")]
    pub(super) fn written(&self) -> String {
        let figures: Vec<String> = self
            .scales
            .iter()
            .chain(&self.base)
            .map(|figure| format!("{figure:.5}"))
            .collect();
        let mut text = figures.join(" ") + "\n";
        let mut last = 0;
        for key in &self.keys {
            let mut far = key - last;
            last = *key;
            while far > 31 {
                text.push(char::from(FIRST + 32 + (far & 31) as u8));
                far >>= 5;
            }
            text.push(char::from(FIRST + far as u8));
        }
        for asked in 0..ASKED {
            text.push('\n');
            text.extend(
                self.rows
                    .iter()
                    .map(|row| char::from(NOUGHT.wrapping_add_signed(row[asked]))),
            );
        }
        text + "\n"
    }

    /// The place of a key's row, where it weighs anything.
    fn place(&self, key: u32) -> Option<usize> {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        loop {
            let number = usize::from(self.slots[at]).checked_sub(1)?;
            if self.keys[number] == key {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
    }

    /// What a piece weighs: for each thing asked, above zero where it is rather so than not.
    pub(super) fn weigh(&self, traits: &[Trait]) -> [f32; ASKED] {
        let (mut sums, mut known) = ([0_i32; ASKED], 0_u16);
        // Each counts once. A bit for each row tells that sooner than sorting does.
        let mut met = vec![0_u64; self.rows.len().div_ceil(64)];
        for place in traits.iter().filter_map(|one| self.place(one.key)) {
            let (word, bit) = (&mut met[place / 64], 1 << (place % 64));
            if *word & bit != 0 {
                continue;
            }
            *word |= bit;
            known += 1;
            for (sum, weight) in sums.iter_mut().zip(&self.rows[place]) {
                *sum += i32::from(*weight);
            }
        }
        let length = f32::from(known.max(FLOOR)).sqrt();
        std::array::from_fn(|asked| self.base[asked] + self.scales[asked] * sums[asked] as f32 / length)
    }

    /// The words of a piece that speak most for what is asked, from one token to another, within one sentence.
    pub(super) fn heaviest(&self, asked: usize, traits: &[Trait], tokens: &[Token]) -> Option<(usize, usize)> {
        let first = traits.iter().map(|one| one.from).min()?;
        let last = traits.iter().map(|one| one.to).max()?;
        let mut shares = vec![0_f32; last - first + 1];
        for one in traits {
            let weight = self
                .place(one.key)
                .map_or(0.0, |place| f32::from(self.rows[place][asked]));
            let words = one.to - one.from + 1;
            for share in &mut shares[one.from - first..=one.to - first] {
                *share += weight / words as f32;
            }
        }
        let (mut best, mut found) = (0.0, None);
        let (mut sum, mut from) = (0.0, first);
        for (at, share) in (first..).zip(&shares) {
            if matches!(tokens[at].kind, Kind::Stop(_)) {
                (sum, from) = (0.0, at + 1);
                continue;
            }
            if sum <= 0.0 {
                (sum, from) = (0.0, at);
            }
            sum += share;
            if sum > best && tokens[at].kind == Kind::Word {
                (best, found) = (sum, Some((from, at)));
            }
        }
        let (mut from, to) = found?;
        while from < to && tokens[from].kind != Kind::Word {
            from += 1;
        }
        Some((from, to))
    }
}

/// Words and phrases that mean alike, by what they are known by: what was learned of one holds for its group.
#[derive(Default)]
pub(super) struct Groups {
    /// The key of a word or phrase, and its groups, one bit each; in the order of the keys.
    members: Vec<(u32, u64)>,
}

/// So many words has a phrase at the most.
const PHRASE: usize = 4;

impl Groups {
    /// Reads lines of `name: word two_words`; `key` gives what a text is known by, word by word.
    pub(super) fn read<'a>(lines: impl Iterator<Item = &'a str>, key: impl Fn(&str) -> Vec<u32>) -> Groups {
        let mut all = std::collections::BTreeMap::<u32, u64>::new();
        for (at, line) in lines.enumerate() {
            let members = line.split_once(": ").map_or("", |(_, members)| members);
            for member in members.split_whitespace() {
                let words = key(&member.replace('_', " "));
                *all.entry(phrase(&words)).or_default() |= 1 << (at % 64);
            }
        }
        Groups {
            members: all.into_iter().collect(),
        }
    }

    fn of(&self, key: u32) -> u64 {
        match self.members.binary_search_by_key(&key, |(key, _)| *key) {
            Ok(at) => self.members[at].1,
            Err(_) => 0,
        }
    }
}

/// The key of some words in a row.
fn phrase(words: &[u32]) -> u32 {
    words
        .iter()
        .fold(words.len() as u32, |all, word| key(all, *word, 0) ^ all << 24)
}

/// Each key once.
#[cfg(feature = "score")]
pub(super) fn distinct(traits: &[Trait]) -> impl Iterator<Item = &Trait> {
    let mut sorted: Vec<&Trait> = traits.iter().collect();
    sorted.sort_unstable_by_key(|one| one.key);
    sorted.dedup_by_key(|one| one.key);
    sorted.into_iter()
}

/// The pieces of a text: some sentences each, as far as forty words go.
pub(super) fn pieces(tokens: &[Token]) -> Vec<std::ops::Range<usize>> {
    let mut pieces = Vec::new();
    let (mut from, mut words) = (0, 0);
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Word => words += 1,
            Kind::Stop(_) if words >= PIECE => {
                pieces.push(from..at + 1);
                (from, words) = (at + 1, 0);
            }
            _ => {}
        }
    }
    if words > 0 {
        pieces.push(from..tokens.len());
    }
    pieces
}

/// Everything that is weighed in a piece.
pub(super) fn traits(piece: std::ops::Range<usize>, tokens: &[Token], voice: &Voice, groups: &Groups) -> Vec<Trait> {
    let mut all = Vec::with_capacity(piece.len() * 5);
    let hash = |at: usize| match (at.checked_sub(1), at <= piece.len()) {
        (None, _) => 1,
        (Some(place), true) => tokens[piece.start + place].hash,
        (Some(_), false) => 2,
    };
    // The piece has a beginning before its first token, and an end after its last.
    let place = |at: usize| (piece.start + at.saturating_sub(1)).min(piece.end - 1);
    let mut add = |kind: u32, first: u32, second: u32, from: usize, to: usize| {
        all.push(Trait {
            key: key(kind, first, second),
            from: place(from),
            to: place(to),
        });
    };
    for at in 0..piece.len() + 2 {
        add(1, hash(at), 0, at, at);
        if at + 1 < piece.len() + 2 {
            add(2, hash(at), hash(at + 1), at, at + 1);
        }
        if at + 2 < piece.len() + 2 {
            add(3, hash(at), hash(at + 2), at, at + 2);
        }
        let Some(token) = at.checked_sub(1).and_then(|place| tokens[piece.clone()].get(place)) else {
            continue;
        };
        if token.beginning != 0 {
            add(4, token.beginning, 0, at, at);
        }
        let mut classes = token.classes;
        while classes != 0 {
            let class = classes.trailing_zeros() + 1;
            add(6, class, 0, at, at);
            add(7, class, hash(at + 1), at, at + 1);
            add(8, class, hash(at - 1), at - 1, at);
            classes &= classes - 1;
        }
        for words in 1..=PHRASE.min(piece.len() + 1 - at) {
            let row: [u32; PHRASE] = std::array::from_fn(|far| if far < words { hash(at + far) } else { 0 });
            let mut own = groups.of(phrase(&row[..words]));
            while own != 0 {
                let group = 200 + own.trailing_zeros();
                let last = at + words - 1;
                add(6, group, 0, at, last);
                add(7, group, hash(last + 1), at, last + 1);
                add(8, group, hash(at - 1), at - 1, last);
                own &= own - 1;
            }
        }
        if token.quoted || voice.others[piece.start + at - 1] {
            add(5, token.hash, 0, at, at);
        }
    }
    all
}

/// The key of a trait: three bytes, so that few are taken for another.
fn key(kind: u32, first: u32, second: u32) -> u32 {
    let mixed = (first ^ kind.wrapping_mul(0x9e37_79b1))
        .wrapping_mul(0x85eb_ca6b)
        .rotate_left(13);
    let mixed = (mixed ^ second).wrapping_mul(0xc2b2_ae35);
    (mixed ^ mixed >> 15).wrapping_mul(0x27d4_eb2f) >> 8
}

/// FNV-1a over the letters of a word.
pub(super) fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The same over the first four letters of a longer word; 0 where the word is short.
pub(super) fn beginning(word: &str) -> u32 {
    match word.char_indices().nth(4) {
        Some((end, _)) => hash(&word[..end]),
        None => 0,
    }
}
