//! The cases on the shelf. Of each the front sheet and a gist are at hand, which is all that lists, work and figures ask. Its entries
//! stay in the log until somebody takes the case out.

mod gist;
mod put_away;
mod take_out;

pub(crate) use gist::{Gist, is_child, school, who};
pub use take_out::{Lease, TakeOutError};
pub(crate) use take_out::{bring_out, rows_of};

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use evenhand_domain::case::state::{Case, Front};
use evenhand_domain::event::{CaseEvent, Entry, FrontEvent};
use evenhand_domain::ids::EventId;
use evenhand_policy::matching::fold;
use evenhand_vault::ids::RowId;

use crate::book::CaseFile;
use crate::case::search::Words;

/// Where an event lies in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) row: RowId,
    pub(crate) index: u32,
}

/// A place takes so many bytes in a list of them.
const PLACE: usize = 16 + 4;

/// Where the entries of a case lie, in the order of the log, packed: there are hundreds of thousands of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Places(pub(crate) Vec<u8>);

impl Places {
    fn push(&mut self, place: Place) {
        self.0.extend_from_slice(&place.row.bytes());
        self.0.extend_from_slice(&place.index.to_le_bytes());
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Place> {
        let (places, _) = self.0.as_chunks::<PLACE>();
        places.iter().filter_map(|place| {
            let (row, index) = place.split_first_chunk::<16>()?;
            Some(Place {
                row: RowId::new(*row),
                index: u32::from_le_bytes(index.try_into().ok()?),
            })
        })
    }
}

/// One case on the shelf.
#[derive(Default)]
pub(crate) struct Shelved {
    pub(crate) front: Rc<Front>,
    /// What lists ask of its story; none for those who hold the front sheet alone.
    pub(crate) gist: Option<Gist>,
    /// Where its entries lie, those of the front sheet and of the story.
    pub(crate) places: Places,
    /// Its entries and its story, while it is taken out.
    pub(crate) out: Option<Out>,
    /// Whether its gist is older than its story.
    pub(crate) is_stale: bool,
    /// Its words, where they changed since the index was made: these count then.
    pub(crate) words: Option<Words>,
    /// What the case is called, folded, once it was asked for.
    called: OnceCell<Box<str>>,
}

/// What is at hand of a case that is taken out.
#[derive(Default)]
pub(crate) struct Out {
    pub(crate) story: Option<Rc<Case>>,
    pub(crate) front_entries: Rc<Vec<Entry<FrontEvent>>>,
    pub(crate) entries: Rc<Vec<Entry<CaseEvent>>>,
    /// Where each of its events lies.
    pub(crate) places: Vec<(EventId, Place)>,
    /// Whoever holds a clone of this has the case in use: it is not put away meanwhile.
    lease: Rc<()>,
    /// When it was used last, counted.
    used: Cell<u64>,
}

impl Shelved {
    /// A case of which nothing was read yet: all that comes is kept at hand.
    pub(crate) fn begun() -> Self {
        Self {
            out: Some(Out::default()),
            ..Self::default()
        }
    }

    /// A case as a snapshot has it: nothing of it is at hand but what lists ask.
    pub(crate) fn from_snapshot(front: Rc<Front>, gist: Option<Gist>, places: Places) -> Self {
        Self {
            front,
            gist,
            places,
            ..Self::default()
        }
    }

    pub(crate) fn has_story(&self) -> bool {
        self.gist.is_some()
    }

    /// Whom the case is about: the child or young person first, else whoever asked.
    pub(crate) fn who(&self) -> String {
        who(&self.front, self.gist.as_ref())
    }

    /// The first school, nursery or college of the family.
    pub(crate) fn school(&self) -> String {
        school(&self.front)
    }

    /// What the case is called: its code, whom it is about, the school. Folded, for a search looks at those of thousands.
    pub(crate) fn called(&self) -> &str {
        let called = || fold(&format!("{} {} {}", self.front.code, self.who(), self.school())).into();
        self.called.get_or_init(called)
    }

    pub(crate) fn apply_front(&mut self, entry: Entry<FrontEvent>, place: Place) {
        self.called.take();
        Rc::make_mut(&mut self.front).apply(&entry);
        self.places.push(place);
        if let Some(out) = &mut self.out {
            out.apply_front(entry, place);
        }
    }

    pub(crate) fn apply_story(&mut self, entry: Entry<CaseEvent>, place: Place) {
        self.places.push(place);
        self.is_stale = true;
        if let Some(out) = &mut self.out {
            out.apply_story(entry, place);
        }
    }

    /// Makes the gist anew where the story went on. Of a case that is not taken out it stays stale.
    pub(crate) fn freshen(&mut self) {
        if self.is_stale
            && let Some(out) = &self.out
        {
            self.gist = out.story.as_deref().map(Gist::of);
            self.is_stale = false;
            self.called.take();
        }
    }

    /// Drops the story: its key is gone, and so are its words.
    pub(crate) fn forget_story(&mut self) {
        self.words = Some(Words::default());
        self.gist = None;
        self.is_stale = false;
        self.called.take();
        if let Some(out) = &mut self.out {
            out.story = None;
            out.entries = Rc::default();
        }
    }

    /// Drops one entry, whose body was erased, and folds anew. Only a case that is taken out has its entries at hand.
    pub(crate) fn forget_entry(&mut self, id: EventId) {
        let Some(out) = &mut self.out else { return };
        if !out.has_entry(id) {
            return;
        }
        out.places.retain(|(of, _)| *of != id);
        Rc::make_mut(&mut out.entries).retain(|entry| entry.id != id);
        Rc::make_mut(&mut out.front_entries).retain(|entry| entry.id != id);
        let mut front = Front::default();
        out.front_entries.iter().for_each(|entry| front.apply(entry));
        self.front = Rc::new(front);
        self.called.take();
        if let Some(story) = &mut out.story {
            let mut again = Case::default();
            out.entries.iter().for_each(|entry| again.apply(entry));
            *story = Rc::new(again);
        }
        self.is_stale = true;
    }

    /// All of the case, where it is taken out.
    pub(crate) fn file(&self) -> Option<CaseFile> {
        let out = self.out.as_ref()?;
        Some(CaseFile {
            front: Rc::clone(&self.front),
            story: out.story.clone(),
            front_entries: Rc::clone(&out.front_entries),
            entries: Rc::clone(&out.entries),
        })
    }
}

impl Out {
    fn apply_front(&mut self, entry: Entry<FrontEvent>, place: Place) {
        self.places.push((entry.id, place));
        Rc::make_mut(&mut self.front_entries).push(entry);
    }

    fn apply_story(&mut self, entry: Entry<CaseEvent>, place: Place) {
        self.places.push((entry.id, place));
        Rc::make_mut(self.story.get_or_insert_default()).apply(&entry);
        Rc::make_mut(&mut self.entries).push(entry);
    }

    /// Where an event lies.
    pub(crate) fn place(&self, id: EventId) -> Option<Place> {
        let mut places = self.places.iter();
        places.find(|(of, _)| *of == id).map(|(_, place)| *place)
    }

    pub(crate) fn has_entry(&self, id: EventId) -> bool {
        self.place(id).is_some()
    }
}
