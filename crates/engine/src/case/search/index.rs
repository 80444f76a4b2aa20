//! The index of the search: for each word the cases that have it. It lives in memory and in this person's own snapshot.

use std::collections::{BTreeSet, HashMap};
use std::ops::Bound;

use evenhand_domain::ids::{CaseId, WorkerId};
use serde::{Deserialize, Serialize};

use super::Search;
use super::words::{Words, words_of};
use crate::book::Book;
use crate::desk::Open;
use crate::shelf::Shelved;

/// What a search looks at.
#[derive(Default)]
pub(crate) struct Index {
    /// Most cases, as they stood when it was made; none before it is made or read.
    pub(crate) base: Option<Base>,
    making: Option<Making>,
    /// Cases whose words are older than they are: they are made when somebody searches, or before a case is put away.
    pub(crate) wanted: BTreeSet<CaseId>,
    /// Whether the base may still have words of what was taken from this person or erased: it is renewed before it is stored.
    pub(crate) is_outlived: bool,
}

impl Index {
    /// Something was taken from this person, or erased: nothing of it is stored again (SPS-15, LEI-29). An index that is half made
    /// begins anew.
    pub(crate) fn outlive(&mut self) {
        self.making = None;
        self.is_outlived = true;
    }
}

/// For each word the cases that have it, as they stood at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Base {
    /// The cases, in order. Elsewhere a case is its place here.
    cases: Vec<CaseId>,
    words: Words,
    /// Where the cases of each word begin, and where those of the last one end.
    begins: Vec<u32>,
    /// The cases of each word, in order: each as the step from the one before, in groups of seven bits, the lowest first.
    steps: Vec<u8>,
}

/// An index that is being made, some cases at a time.
#[derive(Default)]
struct Making {
    cases: Vec<CaseId>,
    words: HashMap<Box<str>, Vec<u32>>,
}

/// The cases of the base that a search finds: a bit for each.
struct Found<'a> {
    cases: &'a [CaseId],
    bits: Vec<u64>,
    /// The place of the case that comes next.
    at: usize,
}

impl Making {
    fn add(&mut self, id: CaseId, folded: &str) {
        let at = u32::try_from(self.cases.len()).unwrap_or(u32::MAX);
        self.cases.push(id);
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            let cases = match self.words.get_mut(word) {
                Some(cases) => cases,
                None => self.words.entry(word.into()).or_default(),
            };
            if cases.last() != Some(&at) {
                cases.push(at);
            }
        }
    }

    fn done(self) -> Base {
        let mut words: Vec<(Box<str>, Vec<u32>)> = self.words.into_iter().collect();
        words.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let (mut begins, mut steps) = (vec![0], Vec::new());
        for (_, cases) in &words {
            let mut before = 0;
            for case in cases {
                put(&mut steps, case - before);
                before = *case;
            }
            begins.push(u32::try_from(steps.len()).unwrap_or(u32::MAX));
        }
        Base {
            cases: self.cases,
            words: Words::in_order(words.iter().map(|(word, _)| &**word)),
            begins,
            steps,
        }
    }
}

fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

impl Base {
    /// The cases that have the word at a place.
    fn cases_of(&self, word: usize) -> impl Iterator<Item = u32> {
        let place = |at: usize| self.begins.get(at).and_then(|begin| usize::try_from(*begin).ok());
        let steps = place(word)
            .zip(place(word + 1))
            .and_then(|(from, to)| self.steps.get(from..to));
        let mut steps = steps.unwrap_or_default().iter();
        let mut case = 0;
        std::iter::from_fn(move || {
            let (mut step, mut shift) = (0, 0);
            loop {
                let byte = steps.next()?;
                step |= u32::from(byte & 0x7f) << shift;
                if byte & 0x80 == 0 {
                    case += step;
                    return Some(case);
                }
                shift += 7;
            }
        })
    }

    /// Marks the cases that have a word beginning so.
    fn mark(&self, letters: &str, found: &mut [u64]) {
        for case in self.words.beginning(letters).flat_map(|word| self.cases_of(word)) {
            if let Some(bits) = usize::try_from(case / 64).ok().and_then(|at| found.get_mut(at)) {
                *bits |= 1 << (case % 64);
            }
        }
    }

    /// The cases in which each of the words begins some word.
    fn find(&self, words: &[String]) -> Vec<u64> {
        let size = self.cases.len().div_ceil(64);
        let mut all = vec![u64::MAX; size];
        for word in words {
            let mut found = vec![0; size];
            self.mark(word, &mut found);
            all.iter_mut().zip(found).for_each(|(all, found)| *all &= found);
        }
        all
    }
}

/// The words of a case that this person may search: of its front sheet alone while the question before opening waits (SPS-8). None where
/// its story counts and is not at hand.
fn folded(shelved: &Shelved, me: WorkerId) -> Option<String> {
    let is_opened = shelved.has_story() && shelved.front.has_answered_no_interest(me);
    if !is_opened {
        return Some(words_of(&shelved.front, None));
    }
    let out = shelved.out.as_ref()?;
    Some(words_of(&shelved.front, out.story.as_deref()))
}

impl Open {
    /// Takes the words of every case that changed and was not searched since.
    pub(crate) fn take_all_words(&mut self) {
        let Book { cases, index, .. } = &mut self.book;
        // What was taken from this person or erased meanwhile has no words to be made.
        index.wanted.retain(|id| cases.contains_key(id));
        let ids: Vec<CaseId> = index.wanted.iter().copied().collect();
        ids.into_iter().for_each(|id| self.take_words(id));
    }

    /// Takes the words of a case as it stands now: they count from here on. Of a story that is not at hand there is nothing to take.
    pub(crate) fn take_words(&mut self, id: CaseId) {
        if let Some(shelved) = self.book.cases.get_mut(&id)
            && let Some(folded) = folded(shelved, self.me)
        {
            shelved.words = Some(Words::of(&folded));
            self.book.index.wanted.remove(&id);
        }
    }
}

impl Book {
    /// Goes on making the index, with so many cases more: whether there is more to do. The stories must be at hand.
    pub(crate) fn make_index(&mut self, me: WorkerId, most: usize) -> bool {
        if self.index.base.is_some() {
            return false;
        }
        let mut making = self.index.making.take().unwrap_or_default();
        let before = making.cases.len();
        let from = making
            .cases
            .last()
            .map_or(Bound::Unbounded, |last| Bound::Excluded(*last));
        for (id, shelved) in self.cases.range((from, Bound::Unbounded)).take(most) {
            making.add(*id, &folded(shelved, me).unwrap_or_default());
        }
        let is_more = making.cases.len() - before == most;
        if is_more {
            self.index.making = Some(making);
        } else {
            self.index.base = Some(making.done());
            self.index.is_outlived = false;
        }
        is_more
    }

    /// Takes what changed into the base, so that a search need not look at it apart.
    pub(crate) fn renew_index(&mut self) {
        let Some(base) = self.index.base.take() else { return };
        let cases: Vec<CaseId> = self.cases.keys().copied().collect();
        let place = |id: &CaseId| cases.binary_search(id).ok().and_then(|at| u32::try_from(at).ok());
        let is_fresh = |id: &CaseId| self.cases.get(id).is_some_and(|shelved| shelved.words.is_some());
        let moved = base.cases.iter().map(|id| place(id).filter(|_| !is_fresh(id)));
        let moved: Vec<Option<u32>> = moved.collect();
        let mut words: HashMap<Box<str>, Vec<u32>> = HashMap::new();
        for (at, word) in base.words.iter().enumerate() {
            let moved = |case: u32| {
                usize::try_from(case)
                    .ok()
                    .and_then(|case| moved.get(case).copied().flatten())
            };
            let cases: Vec<u32> = base.cases_of(at).filter_map(moved).collect();
            if !cases.is_empty() {
                words.insert(word.into(), cases);
            }
        }
        for (id, shelved) in &mut self.cases {
            let (Some(at), Some(list)) = (place(id), shelved.words.take()) else {
                continue;
            };
            for word in list.iter() {
                words.entry(word.into()).or_default().push(at);
            }
        }
        words.values_mut().for_each(|cases| cases.sort_unstable());
        self.index.base = Some(Making { cases, words }.done());
        self.index.is_outlived = false;
    }

    /// The cases that a search finds, in order. They are walked through beside those of the base: a letter typed into a search of
    /// thousands waits for nothing.
    pub(crate) fn matching<'a>(&'a self, search: &'a Search) -> impl Iterator<Item = (CaseId, &'a Shelved)> {
        let base = self.index.base.as_ref().filter(|_| !search.is_empty());
        let mut found = base.map(|base| Found {
            cases: &base.cases,
            bits: base.find(search.words()),
            at: 0,
        });
        let is_found = move |(id, shelved): &(&CaseId, &Shelved)| {
            let is_in_base = found.as_mut().map(|found| found.has(id));
            match (&shelved.words, is_in_base) {
                _ if search.is_empty() => true,
                (Some(words), _) => search.words().iter().all(|word| words.has(word)),
                (None, Some(is_in_base)) => is_in_base,
                // Until the index is there, what is at hand of a case is looked at.
                (None, None) => search.is_in_folded(shelved.called()),
            }
        };
        self.cases.iter().filter(is_found).map(|(id, shelved)| (*id, shelved))
    }
}

impl Found<'_> {
    /// Whether a case is among them. Of those that are asked for, each comes after the one before.
    fn has(&mut self, id: &CaseId) -> bool {
        while self.cases.get(self.at).is_some_and(|case| case < id) {
            self.at += 1;
        }
        let is_there = self.cases.get(self.at) == Some(id);
        let bits = self.bits.get(self.at / 64).copied().unwrap_or_default();
        is_there && bits >> (self.at % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use evenhand_domain::case::state::Front;
    use proptest::prelude::*;

    use super::*;

    const ME: WorkerId = WorkerId::new([1; 16]);

    fn shelved(code: &str) -> Shelved {
        let mut shelved = Shelved::begun();
        shelved.front = Rc::new(Front {
            code: code.into(),
            ..Front::default()
        });
        shelved
    }

    fn book(codes: &[String]) -> Book {
        let mut book = Book::default();
        for (number, code) in (0_u8..).zip(codes) {
            book.cases.insert(CaseId::new([number; 16]), shelved(code));
        }
        book
    }

    fn found(book: &Book, typed: &str) -> Vec<CaseId> {
        let search = Search::typed(typed);
        book.matching(&search).map(|(id, _)| id).collect()
    }

    proptest! {
        #[test]
        fn an_index_made_in_parts_changed_and_renewed_finds_what_looking_finds(
            codes in prop::collection::vec("[ab]{1,3}( [abc]{1,3}){0,4}", 1..90),
            changes in prop::collection::vec((0_usize..100, "[abc]{1,3}( [ab]{1,2}){0,2}"), 0..12),
            typed in prop::collection::vec("[abc]{1,3}( [abc]{1,2})?", 1..6),
            most in 1_usize..40,
        ) {
            let mut codes = codes;
            let mut book = book(&codes);
            while book.make_index(ME, most) {}
            for (at, code) in changes {
                let at = at.min(codes.len());
                match codes.get_mut(at) {
                    Some(old) => *old = code.clone(),
                    None => codes.push(code.clone()),
                }
                let id = CaseId::new([u8::try_from(at).unwrap(); 16]);
                let mut new = shelved(&code);
                new.words = folded(&new, ME).map(|folded| Words::of(&folded));
                book.cases.insert(id, new);
            }
            for _ in 0..2 {
                for typed in &typed {
                    let search = Search::typed(typed);
                    let expected: Vec<CaseId> = (0_u8..).zip(&codes).filter(|(_, code)| search.is_in(code)).map(|(number, _)| CaseId::new([number; 16])).collect();
                    prop_assert_eq!(found(&book, typed), expected, "{}", typed);
                }
                book.renew_index();
                prop_assert!(book.cases.values().all(|shelved| shelved.words.is_none()));
            }
        }
    }

    #[test]
    fn what_is_forgotten_is_not_found_any_more() {
        let mut book = book(&["ann".into(), "anna".into()]);
        while book.make_index(ME, 10) {}
        book.cases.remove(&CaseId::new([0; 16]));
        assert_eq!(found(&book, "an"), [CaseId::new([1; 16])]);
        book.renew_index();
        assert_eq!(found(&book, "an"), [CaseId::new([1; 16])]);
    }
}
