//! A view: somebody's own words, sealed as they gave them, and what became of them (LEI-32, LEI-36, CAM-13).
//!
//! The words are set once, by the first event of a view. Nothing that comes after has a field in which they could be set again.

mod pack;

pub use pack::{Given, Head, PackFault, Piece, ReadPack, ReadPiece, read_pack, write_pack};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::date::{Day, Moment};
use crate::event::{Entry, WrapRow};
use crate::ids::{EventId, ViewId, WorkerId};
use crate::register::RegisterEntry;

/// What the register calls the themes of a view.
pub const THEMES: &str = "themes";

/// The SHA-256 of some words.
pub type Hash = [u8; 32];

/// A view as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// The words, byte for byte.
    pub text: String,
    /// SHA-256 of the words when they were received.
    #[serde(with = "crate::bytes")]
    pub hash: Hash,
    /// Who gave it, about what, whether named: what is asked by [`Kind::View`](crate::register::Kind::View).
    pub about: RegisterEntry,
    /// Workers of whom the giver said that they should not read it.
    #[serde(default)]
    pub not_for: Vec<WorkerId>,
}

/// The same in another language: attached, never instead (LEI-32).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// The words of the translation.
    pub text: String,
    /// SHA-256 of them.
    #[serde(with = "crate::bytes")]
    pub hash: Hash,
    /// Into which language.
    pub into: String,
    /// By whom.
    pub made_by: String,
}

/// What stays of a view whose words were erased because its giver took them back: that it was given, by whom it was taken and on what,
/// and nothing by which the giver could be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Who took it.
    pub by: WorkerId,
    /// When.
    pub at: Moment,
    /// The day it was sealed.
    pub on: Day,
    /// Who gave it in general, on which themes and on which day.
    pub about: RegisterEntry,
    /// Workers of whom the giver said that they should not read it.
    pub not_for: Vec<WorkerId>,
    /// Who holds its key, with the rows that hold it.
    pub readers: Vec<(WorkerId, Vec<WrapRow>)>,
    /// How the giver said that they take it back.
    pub how: String,
}

/// What happens to a view. Those who may read it can read these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewEvent {
    /// It was given and sealed.
    Taken(Box<View>),
    /// Somebody may read it.
    ReaderAdded {
        /// Who.
        worker: WorkerId,
        /// The rows that hold its key for them, so that these can be taken away again.
        rows: Vec<WrapRow>,
    },
    /// Somebody may read it no longer.
    ReaderRemoved {
        /// Who.
        worker: WorkerId,
    },
    /// A translation was attached.
    Translated(Translation),
    /// It went out in a pack.
    PassedOn {
        /// The entry of the register of what was passed on.
        pack: EventId,
        /// Its place in the pack, from 1.
        place: u32,
        /// How many of its translations went with it: the first so many.
        translations: u32,
        /// SHA-256 of the words that went out.
        #[serde(with = "crate::bytes")]
        hash: Hash,
    },
    /// It was found to be about other themes, before it was passed on and counted under them (LEI-36).
    Sorted {
        /// The words of the themes, with spaces between them.
        themes: String,
    },
    /// The giver took it back before it was passed on, and its words were kept. Older versions wrote this.
    TakenBack {
        /// How they said so.
        how: String,
    },
    /// The giver gave it in other words, as a view of its own.
    GivenAnew {
        /// The other view.
        view: ViewId,
    },
    /// The giver took it back before it was passed on, and its words and translations were erased from the log with this (LEI-29).
    Erased(Box<Left>),
}

/// That a view went out in a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WentOut {
    /// The entry of the register of what was passed on.
    pub pack: EventId,
    /// Its place in the pack, from 1.
    pub place: u32,
    /// How many of its translations went with it.
    pub translations: u32,
    /// SHA-256 of the words that went out.
    pub hash: Hash,
}

/// A view with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptView {
    /// Which.
    pub id: ViewId,
    /// Who took it.
    pub by: WorkerId,
    /// When.
    pub at: Moment,
    /// The day it was sealed.
    pub on: Day,
    /// What was given.
    pub view: View,
    /// Who may read it, with the rows that hold its key.
    pub readers: BTreeMap<WorkerId, Vec<WrapRow>>,
    /// Its translations, each with the day it was attached.
    pub translations: Vec<(Translation, Day)>,
    /// What it was said to be about before, each with who found out otherwise and when.
    pub sorted: Vec<(String, WorkerId, Day)>,
    /// The packs in which it went out, in order.
    pub went_out: Vec<WentOut>,
    /// When the giver took it back, and how they said so.
    pub taken_back: Option<(Day, String)>,
    /// The view that they gave in other words.
    pub anew: Option<ViewId>,
}

impl KeptView {
    /// Whether it is to be passed on and was not.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.may_go() && self.went_out.is_empty()
    }

    /// Whether its words were erased. A view is never taken without words.
    #[must_use]
    pub const fn is_erased(&self) -> bool {
        self.taken_back.is_some() && self.view.text.is_empty()
    }

    /// Whether it may be passed on: it was neither taken back nor given in other words.
    #[must_use]
    pub const fn may_go(&self) -> bool {
        self.taken_back.is_none() && self.anew.is_none()
    }
}

/// Views as they stand: a fold over their events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Views(BTreeMap<ViewId, KeptView>);

impl Views {
    /// The views after one more event. A view is taken once: whoever writes a second taking into its space changes nothing.
    pub fn apply(&mut self, id: ViewId, entry: Entry<ViewEvent>) {
        let Entry { by, at, on, event, .. } = entry;
        let fresh = |by, at, on, view| KeptView {
            id,
            by,
            at,
            on,
            view,
            readers: BTreeMap::new(),
            translations: Vec::new(),
            sorted: Vec::new(),
            went_out: Vec::new(),
            taken_back: None,
            anew: None,
        };
        match event {
            ViewEvent::Taken(view) => {
                self.0.entry(id).or_insert_with(|| fresh(by, at, on, *view));
                return;
            }
            // The taking is gone from the log, so this stands in its place. What was passed on is with others, and nobody makes it unsaid.
            ViewEvent::Erased(left) => {
                if self.0.get(&id).is_none_or(KeptView::waits) {
                    let view = View {
                        text: String::new(),
                        hash: Hash::default(),
                        about: left.about,
                        not_for: left.not_for,
                    };
                    let kept = KeptView {
                        readers: left.readers.into_iter().collect(),
                        taken_back: Some((on, left.how)),
                        ..fresh(left.by, left.at, left.on, view)
                    };
                    self.0.insert(id, kept);
                }
                return;
            }
            _ => {}
        }
        let Some(kept) = self.0.get_mut(&id) else { return };
        match event {
            ViewEvent::Taken(_) | ViewEvent::Erased(_) => {}
            ViewEvent::ReaderAdded { worker, rows } => kept.readers.entry(worker).or_default().extend(rows),
            ViewEvent::ReaderRemoved { worker } => {
                kept.readers.remove(&worker);
            }
            ViewEvent::Translated(translation) => kept.translations.push((translation, on)),
            ViewEvent::PassedOn {
                pack,
                place,
                translations,
                hash,
            } => kept.went_out.push(WentOut {
                pack,
                place,
                translations,
                hash,
            }),
            // What it was counted under when it went out, it was counted under.
            ViewEvent::Sorted { themes } if kept.went_out.is_empty() => {
                let before = kept.view.about.text(THEMES).to_owned();
                kept.view.about.values.insert(THEMES.to_owned(), themes);
                kept.sorted.push((before, by, on));
            }
            ViewEvent::Sorted { .. } => {}
            ViewEvent::TakenBack { how } => kept.taken_back = Some((on, how)),
            ViewEvent::GivenAnew { view } => kept.anew = Some(view),
        }
    }

    /// The view of this identifier.
    #[must_use]
    pub fn get(&self, id: ViewId) -> Option<&KeptView> {
        self.0.get(&id)
    }

    /// Every view, in no order that means anything.
    pub fn iter(&self) -> impl Iterator<Item = &KeptView> {
        self.0.values()
    }

    /// Drops one whose key is gone.
    pub fn forget(&mut self, id: ViewId) {
        self.0.remove(&id);
    }
}
