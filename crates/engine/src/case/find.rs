//! Going somewhere by its name: cases and the people in them, those that are called so before those that merely mention it.

use std::cmp::Reverse;

use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::family::Standing;
use evenhand_domain::ids::{CaseId, WorkerId};

use crate::book::Book;
use crate::case::search::Search;
use crate::desk::{Desk, Open};
use crate::shelf::Shelved;

/// A case or somebody in it, found by what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The case.
    pub case: CaseId,
    /// Its code.
    pub code: String,
    /// Whom the case is about, or who was found in it; may be empty.
    pub name: String,
    /// What they are in the case, where they were found and not the case.
    pub is: Option<Standing>,
}

/// What was found: the best of it, and how much there is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Finds {
    /// The best.
    pub best: Vec<Found>,
    /// How many there are with those that are left out.
    pub count: usize,
}

/// What a match is worth, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Worth {
    /// The case is called so: its code, whom it is about, the school.
    Called,
    /// Somebody in it is called so.
    Person,
    /// Its record says so.
    Mentions,
}

/// Somebody in a case, by name; nobody where it is the case itself.
type Person<'a> = Option<(&'a str, Standing)>;

/// Everybody in a case whom this person may see: of one that is not opened, those on its front sheet (SPS-8).
fn people(file: &Shelved, is_opened: bool) -> Vec<(&str, Standing)> {
    match file.gist.as_ref().filter(|_| is_opened) {
        Some(gist) => gist.people.iter().map(|one| (one.name.as_str(), one.is)).collect(),
        None => {
            let members = file.front.family.people.iter();
            members.map(|member| (member.name.as_str(), member.is)).collect()
        }
    }
}

impl Book {
    fn find(&self, search: &Search, me: WorkerId, most: usize) -> Finds {
        let mut found = Vec::new();
        for (id, file) in self.matching(search) {
            let is_opened = file.front.has_answered_no_interest(me);
            let is_closed = file.front.status == CaseStatus::Closed;
            let is_called = search.is_in_folded(file.called());
            let mut hits: Vec<(Worth, Person<'_>)> = Vec::new();
            if is_called {
                hits.push((Worth::Called, None));
            } else {
                let who = file.who();
                let people = people(file, is_opened).into_iter();
                let called = people.filter(|(name, _)| *name != who && search.is_in(name));
                hits.extend(called.map(|person| (Worth::Person, Some(person))));
                if hits.is_empty() {
                    hits.push((Worth::Mentions, None));
                }
            }
            let opened = Reverse(file.front.opened_on);
            let hits = hits.into_iter();
            found.extend(hits.map(|(worth, person)| (worth, is_closed, opened, id, person)));
        }
        found.sort_unstable_by_key(|(worth, is_closed, opened, id, _)| (*worth, *is_closed, *opened, *id));
        let line = |(id, person): (CaseId, Person<'_>)| {
            let file = self.cases.get(&id)?;
            Some(Found {
                case: id,
                code: file.front.code.clone(),
                name: person.map_or_else(|| file.who(), |(name, _)| name.to_owned()),
                is: person.map(|(_, is)| is),
            })
        };
        Finds {
            count: found.len(),
            best: found
                .into_iter()
                .take(most)
                .filter_map(|(.., id, person)| line((id, person)))
                .collect(),
        }
    }
}

impl Desk {
    /// The cases, and the people in them, that what was typed finds for this person: at most so many of the best. Of a case behind
    /// a wall there is nothing to find (SPS-15).
    #[must_use]
    pub fn find(&self, search: &Search, most: usize) -> Finds {
        self.be_ready_to(search);
        self.with(|open| open.book.find(search, open.me, most))
            .unwrap_or_default()
    }

    /// Makes ready what a search looks at, for so many cases: whether there may be more to do. It makes the first search as quick
    /// as the others.
    #[must_use]
    pub fn prepare_search(&self, cases: usize) -> bool {
        self.with_mut(|open| !open.is_lean && open.book.make_index(open.me, cases))
            .unwrap_or_default()
    }

    /// Makes ready what a search looks at, where it is not and the stories are at hand.
    pub(crate) fn be_ready_to(&self, search: &Search) {
        if !search.is_empty() {
            while self.prepare_search(usize::MAX) {}
            let _ = self.with_mut(Open::take_all_words);
        }
    }
}
