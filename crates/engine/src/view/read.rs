//! What this person may read of views, and what became of them.

use evenhand_domain::ids::{EventId, ViewId};
use evenhand_domain::register::{Answer, Kept, Kind};
use evenhand_domain::view::KeptView;
use evenhand_vault::digest::sha256;

use crate::book::Book;
use crate::desk::Desk;

/// Where a view stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It waits to be passed on.
    Waits,
    /// It was passed on, and nothing was answered so far.
    PassedOn,
    /// It was answered.
    Answered,
    /// The giver took it back.
    TakenBack,
    /// The giver gave it in other words.
    GivenAnew,
}

/// What became of the views on one theme. It counts what was passed on, of whatever this person may read or not: nobody is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Became {
    /// The stored word of the theme.
    pub theme: &'static str,
    /// The theme in words.
    pub shown: &'static str,
    /// How many views were passed on, once for each body that they went to.
    pub passed_on: u32,
    /// How many of these were answered.
    pub answered: u32,
    /// Where something changed or will change in answer, of how many.
    pub changed: u32,
    /// The packs in which they went, the newest first.
    pub packs: Vec<EventId>,
}

fn themes() -> &'static [(&'static str, &'static str)] {
    match Kind::View.register().field("themes").map(|field| field.answer) {
        Some(Answer::Some(themes)) => themes,
        _ => &[],
    }
}

/// Whether an answer speaks of a theme: it names none or this one.
fn speaks_of(answer: &Kept, theme: &str) -> bool {
    let named = answer.entry.text("themes");
    named.is_empty() || named.split_whitespace().any(|word| word == theme)
}

impl Book {
    fn answers(&self, pack: EventId) -> impl Iterator<Item = &Kept> {
        let all = self.registers.standing(Kind::ViewsAnswer);
        all.filter(move |kept| kept.entry.entry("pack") == Some(pack))
    }

    fn answers_to<'a>(&'a self, view: &'a KeptView) -> impl Iterator<Item = &'a Kept> {
        let packs = view.went_out.iter().map(|out| out.pack);
        packs.flat_map(|pack| self.answers(pack)).filter(|answer| {
            let mut themes = view.view.about.text("themes").split_whitespace();
            themes.any(|theme| speaks_of(answer, theme))
        })
    }

    fn became(&self) -> Vec<Became> {
        let mut packs: Vec<&Kept> = self.registers.standing(Kind::ViewsPack).collect();
        packs.sort_by_key(|kept| std::cmp::Reverse((kept.about_day(), kept.at)));
        let line = |(theme, shown): &(&'static str, &'static str)| {
            let mut line = Became {
                theme,
                shown,
                passed_on: 0,
                answered: 0,
                changed: 0,
                packs: Vec::new(),
            };
            for pack in &packs {
                let count: u32 = pack.entry.text(theme).parse().unwrap_or(0);
                if count == 0 {
                    continue;
                }
                let answers: Vec<&Kept> = self
                    .answers(pack.id)
                    .filter(|answer| speaks_of(answer, theme))
                    .collect();
                let came = |words: &[&str]| answers.iter().any(|kept| words.contains(&kept.entry.text("came")));
                line.passed_on += count;
                line.answered += if came(&["changed", "will", "no"]) { count } else { 0 };
                line.changed += if came(&["changed", "will"]) { count } else { 0 };
                line.packs.push(pack.id);
            }
            line
        };
        themes().iter().map(line).filter(|line| line.passed_on > 0).collect()
    }
}

impl Desk {
    /// Every view that this person may read, the newest first.
    #[must_use]
    pub fn views(&self) -> Vec<KeptView> {
        let mut views: Vec<KeptView> = self
            .read(|book| book.views.iter().cloned().collect())
            .unwrap_or_default();
        views.sort_by_key(|kept| std::cmp::Reverse(kept.at));
        views
    }

    /// One view, where this person may read it.
    #[must_use]
    pub fn view(&self, id: ViewId) -> Option<KeptView> {
        self.read(|book| book.views.get(id).cloned()).ok().flatten()
    }

    /// Where a view stands.
    #[must_use]
    pub fn fate(&self, view: &KeptView) -> Fate {
        let is_answered = || {
            let read = self.read(|book| book.answers_to(view).any(|kept| kept.entry.text("came") != "none"));
            read.unwrap_or_default()
        };
        match view {
            view if view.anew.is_some() => Fate::GivenAnew,
            view if view.taken_back.is_some() => Fate::TakenBack,
            view if view.went_out.is_empty() => Fate::Waits,
            _ if is_answered() => Fate::Answered,
            _ => Fate::PassedOn,
        }
    }

    /// What was answered to a view, the oldest first.
    #[must_use]
    pub fn answers_to(&self, view: &KeptView) -> Vec<Kept> {
        let read = self.read(|book| book.answers_to(view).cloned().collect::<Vec<_>>());
        let mut answers = read.unwrap_or_default();
        answers.sort_by_key(|kept| (kept.about_day(), kept.at));
        answers.dedup_by_key(|kept| kept.id);
        answers
    }

    /// What became of views, by theme (LEI-36).
    #[must_use]
    pub fn became_of_views(&self) -> Vec<Became> {
        self.read(Book::became).unwrap_or_default()
    }

    /// Whether the words of a view are those that were sealed, worked out anew.
    #[must_use]
    pub fn is_as_sealed(view: &KeptView) -> bool {
        sha256(view.view.text.as_bytes()) == view.view.hash
    }
}
