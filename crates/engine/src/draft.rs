//! A half-written note, kept sealed across a lock. It is this person's alone, and it is no record. One that is about a case goes with
//! it: from whoever is barred (SPS-15), and with who is erased (LEI-29).

use std::collections::BTreeMap;

use evenhand_domain::ids::CaseId;
use evenhand_store::{Table, Write};
use evenhand_vault::ids::RowId;

use crate::change::SaveError;
use crate::desk::{Desk, Open};
use crate::space::Space;

const PURPOSE: &str = "draft";

/// Where this person finds the places of their drafts about cases: nobody can tell from the rows what they are about.
const PLACES: &str = "drafts";

/// The places of the drafts about cases, each with whether who the case is about was erased already when it was begun.
pub(crate) type Places = BTreeMap<String, bool>;

fn purpose(place: &str) -> String {
    format!("{PURPOSE}/{place}")
}

fn delete(row: RowId) -> Write {
    Write::Delete {
        table: Table::Draft,
        key: row.bytes().to_vec(),
    }
}

/// What a place may be about: a case is named in it by its identifier, as others are.
fn named_in(place: &str) -> impl Iterator<Item = CaseId> {
    place.split('/').filter_map(|part| part.parse().ok())
}

impl Open {
    /// Whether who a draft's case is about was erased; none where it is about no case of this person's.
    fn is_anonymous(&self, place: &str) -> Option<bool> {
        let case = named_in(place).find_map(|id| self.book.cases.get(&id))?;
        Some(case.gist.as_ref().is_some_and(|gist| gist.shown.is_anonymous))
    }

    /// Notes a draft about a case; none where it is about one that was taken from this person. Gives whether the places changed.
    fn note_draft(&mut self, place: &str) -> Option<bool> {
        let is_lost = |id| self.ring.holds(Space::PassedOn(id)) && !self.ring.holds(Space::Front(id));
        if named_in(place).any(is_lost) {
            return None;
        }
        let about = self.is_anonymous(place).filter(|_| !self.drafts.contains_key(place));
        Some(about.is_some_and(|about| self.drafts.insert(place.to_owned(), about).is_none()))
    }

    fn put_places(&self) -> Write {
        let row = self.root.row(PLACES);
        let places = serde_json::to_vec(&self.drafts).unwrap_or_default();
        Write::Put {
            table: Table::Draft,
            key: row.bytes().to_vec(),
            value: self.root.seal(PLACES, self.vault, row, &places),
        }
    }

    /// Throws away the drafts about some cases. Their places stay noted until this person unlocks next.
    pub(crate) fn without_drafts_of(&self, is_gone: impl Fn(CaseId) -> bool) -> Vec<Write> {
        let gone = self.drafts.keys().filter(|place| named_in(place).any(&is_gone));
        gone.map(|place| delete(self.root.row(&purpose(place)))).collect()
    }
}

impl Desk {
    /// Reads where drafts about cases lie, and throws away those whose case this person no longer holds, or that may name somebody
    /// who was erased since.
    pub(crate) async fn drop_outlived_drafts(&self) -> Result<(), SaveError> {
        let row = self.with(|open| open.root.row(PLACES))?;
        let found = self.0.store.read(Table::Draft, &row.bytes()).await;
        let Some(sealed) = found.map_err(|error| SaveError::Failed(error.to_string()))? else {
            return Ok(());
        };
        let writes = self.with_mut(|open| {
            let opened = open.root.open(PLACES, open.vault, row, &sealed).ok();
            let all: Places = opened
                .and_then(|bytes| serde_json::from_slice(&bytes).ok())
                .unwrap_or_default();
            let stays = |place: &str, was: bool| open.is_anonymous(place).is_some_and(|is| !is || was);
            let (here, gone): (Places, Places) = all.into_iter().partition(|(place, was)| stays(place, *was));
            let mut writes: Vec<Write> = gone
                .keys()
                .map(|place| delete(open.root.row(&purpose(place))))
                .collect();
            open.drafts = here;
            if !writes.is_empty() {
                writes.push(open.put_places());
            }
            writes
        })?;
        if writes.is_empty() {
            return Ok(());
        }
        Ok(self.0.store.commit(writes).await?)
    }

    /// Keeps what is half written at a place, sealed under this person's own key. About a case that was taken from them nothing is
    /// kept.
    ///
    /// # Errors
    /// When it could not be saved.
    pub async fn keep_draft(&self, place: &str, text: &str) -> Result<(), SaveError> {
        let purpose = purpose(place);
        let writes = self.with_mut(|open| {
            let Some(is_new) = open.note_draft(place) else {
                return Vec::new();
            };
            let row = open.root.row(&purpose);
            let put = Write::Put {
                table: Table::Draft,
                key: row.bytes().to_vec(),
                value: open.root.seal(&purpose, open.vault, row, text.as_bytes()),
            };
            std::iter::once(put).chain(is_new.then(|| open.put_places())).collect()
        })?;
        Ok(self.0.store.commit(writes).await?)
    }

    /// What was half written at a place.
    ///
    /// # Errors
    /// When storage cannot be read. A draft that does not open counts as none.
    pub async fn draft(&self, place: &str) -> Result<Option<String>, SaveError> {
        let purpose = purpose(place);
        let row = self.with(|open| open.root.row(&purpose))?;
        let found = self.0.store.read(Table::Draft, &row.bytes()).await;
        let Some(sealed) = found.map_err(|error| SaveError::Failed(error.to_string()))? else {
            return Ok(None);
        };
        let opened = self.with(|open| open.root.open(&purpose, open.vault, row, &sealed).ok())?;
        Ok(opened.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok()))
    }

    /// Throws a draft away, because it was saved as a record or is not wanted.
    ///
    /// # Errors
    /// When it could not be saved.
    pub async fn drop_draft(&self, place: &str) -> Result<(), SaveError> {
        let writes = self.with_mut(|open| {
            let gone = delete(open.root.row(&purpose(place)));
            let was_noted = open.drafts.remove(place).is_some();
            std::iter::once(gone)
                .chain(was_noted.then(|| open.put_places()))
                .collect()
        })?;
        Ok(self.0.store.commit(writes).await?)
    }
}
