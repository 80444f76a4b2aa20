//! Opening from a snapshot and what came since. Whatever does not fit together is no error: the whole log is read then.

use evenhand_domain::date::Moment;
use evenhand_domain::event::{Entry, Event, FrontEvent, ServiceEvent};
use evenhand_domain::ids::{CaseId, EventId, ViewId, WorkerId};
use evenhand_domain::view::ViewEvent;
use evenhand_store::{AnyStore, ReadError, Row, Table};
use evenhand_vault::ids::RowId;
use evenhand_vault::log::LogHead;
use evenhand_vault::pack::open_pack;
use evenhand_vault::ring::ROW_SIZE;
use serde::de::DeserializeOwned;

use super::{AT, Beside, CASE_PARTS, Case, Head, Part, SOURCES, key, purpose};
use crate::case::news::Heads;
use crate::case::search::{Base, Words};
use crate::desk::{Desk, Open};
use crate::device::load::{LoadError, Who, accept_channels, take_in_rest, take_in_service};
use crate::device::log::{Found, follow_chains, in_order, is_of_service, is_signed, open_rows};
use crate::keyring::of_label;
use crate::shelf::{Place, Places, Shelved, bring_out, rows_of};
use crate::space::Space;
use crate::wire;

/// What a search looks at: the index, and the words of the cases that changed since it was made.
type Searched = (Option<Base>, Vec<(CaseId, Words)>);
/// The parts that were read.
type Parts = [Row];

/// Opens everything from this person's snapshot; gives their keys back where there is none that counts.
pub(crate) async fn open(store: &AnyStore, who: Who) -> Result<Result<Open, Who>, LoadError> {
    if who.is_new_log {
        return Ok(Err(who));
    }
    let mut open = Open::from(who);
    match fill(store, &mut open).await? {
        Some(()) => Ok(Ok(open)),
        None => Ok(Err(open.into())),
    }
}

impl From<Open> for Who {
    fn from(open: Open) -> Self {
        Self {
            vault: open.vault,
            me: open.me,
            root: open.root,
            keys: open.keys,
            log_key: open.log_key,
            is_new_log: false,
        }
    }
}

/// None where the snapshot does not count.
async fn fill(store: &AnyStore, open: &mut Open) -> Result<Option<()>, LoadError> {
    let own = open.root.row(AT);
    let Some(at) = store.read(Table::Keys, &own.bytes()).await? else {
        return Ok(None);
    };
    let at = open.root.open(AT, open.vault, own, &at).ok();
    let Some(row) = at.and_then(|at| at.as_slice().try_into().ok()).map(RowId::new) else {
        return Ok(None);
    };
    let prefix = [row.bytes().as_slice(), &[0]].concat();
    let rows = store.read_prefix(Table::Snap, &prefix).await?;
    let Some(known) = lay_out(open, row, &rows) else {
        return Ok(None);
    };
    drop(rows);
    open.heads = Heads::read(store, &open.root, open.vault).await?;
    catch_up(store, open, &known).await
}

fn value(row: RowId, part: Part, parts: &Parts) -> Option<&[u8]> {
    let wanted = key(row, part);
    let mut parts = parts.iter();
    parts.find(|part| part.key == wanted).map(|part| part.value.as_slice())
}

fn read<T: DeserializeOwned>(open: &Open, row: RowId, part: Part, name: &[u8; 16], parts: &Parts) -> Option<T> {
    let sealed = value(row, part, parts)?;
    let bytes = open.root.open(&purpose(part, name), open.vault, row, sealed).ok()?;
    postcard::from_bytes(&bytes).ok()
}

/// Lays the book out as it stood; gives the rows of this person's rings that were known then.
fn lay_out(open: &mut Open, row: RowId, parts: &Parts) -> Option<Vec<u8>> {
    let head: Head = read(open, row, Part::Head, &[0; 16], parts).filter(|head: &Head| head.sources == SOURCES)?;
    let place = (&*purpose(Part::Keys, &head.name), open.vault, row);
    for packed in open_pack(&open.root, place, value(row, Part::Keys, parts)?).ok()? {
        let (space, epoch) = of_label(&packed.label)?;
        open.ring.add_packed(space, epoch, packed.lane, packed.key);
    }
    for tip in head.tips {
        let tip = LogHead::decode(&tip)?;
        open.tips.insert(tip.author, tip);
    }
    for (author, worker) in head.authors {
        open.authors.insert(author.try_into().ok()?, worker);
    }
    open.head = open.tips.get(&open.log_key.author()).copied();
    let beside: Beside = read(open, row, Part::Beside, &head.name, parts)?;
    open.open_registers();
    for happened in beside.entries {
        let space = Space::of_label(&happened.space)?;
        let (on, event) = wire::read(&happened.event).ok()?;
        let entry = Entry {
            id: EventId::new(happened.id),
            by: happened.by,
            at: Moment::from_millis(happened.at),
            on,
            event,
        };
        let place = Place {
            row: RowId::new(happened.row),
            index: happened.index,
        };
        open.take_in(space, entry, place);
    }
    let counts = beside.tallies.into_iter();
    open.book.tallies = counts
        .map(|(month, role, gate, answer, count)| ((month, role, gate, answer), count))
        .collect();
    for number in 0..CASE_PARTS {
        let cases: Vec<Case> = read(open, row, Part::Cases(number), &head.name, parts)?;
        for case in cases {
            let shelved = Shelved::from_snapshot(case.front, case.gist, Places(case.places));
            open.book.cases.insert(case.id, shelved);
        }
    }
    open.next_row = head.next_row;
    open.newest = Moment::from_millis(head.newest);
    open.snapshot = Some((row, head.name));
    Some(beside.rows)
}

/// What happened since, of what decides whether a new key opens anything older.
#[derive(Default)]
struct Since {
    joined: Vec<WorkerId>,
    opened: Vec<CaseId>,
    begun: Vec<(CaseId, u32)>,
    /// Views that were taken.
    views: Vec<ViewId>,
    /// Cases whose words changed.
    touched: Vec<CaseId>,
}

impl Since {
    fn note(&mut self, space: Space, event: &Event) {
        match (space, event) {
            (_, Event::Service(ServiceEvent::WorkerJoined { worker, .. })) => {
                self.joined.push(worker.id);
            }
            (Space::Front(case), Event::Front(event)) => {
                if let FrontEvent::CaseOpened { .. } = event {
                    self.opened.push(case);
                }
                if let FrontEvent::EpochBegun { epoch } = event {
                    self.begun.push((case, *epoch));
                }
                if changes_words(event) {
                    self.touched.push(case);
                }
            }
            (Space::Case(case), _) => {
                self.touched.push(case);
            }
            (Space::View(view), Event::View(ViewEvent::Taken(_))) => self.views.push(view),
            _ => {}
        }
    }

    /// Whether all that a new key opens came since.
    fn covers(&self, (space, epoch): (Space, u32)) -> bool {
        match space {
            Space::Front(case) | Space::Case(case) => {
                self.opened.contains(&case) || self.begun.contains(&(case, epoch))
            }
            Space::Declarations(worker) | Space::Practice(worker) => self.joined.contains(&worker),
            Space::View(view) => self.views.contains(&view),
            // Nothing is sealed under it.
            Space::PassedOn(_) => true,
            Space::Service | Space::Tally | Space::Inbox(_) => false,
        }
    }
}

/// Takes in what came since. None where it does not fit: something is missing or damaged, a key was taken away, or a new one opens
/// what is older than the snapshot.
async fn catch_up(store: &AnyStore, open: &mut Open, known: &[u8]) -> Result<Option<()>, LoadError> {
    let last = open.next_row.saturating_sub(1);
    let rows = store.read_from(Table::Log, &RowId::first_of(last), u32::MAX).await?;
    let is_last =
        |row: &Row| <[u8; 16]>::try_from(row.key.as_slice()).is_ok_and(|key| RowId::new(key).number() == Some(last));
    // Where the last row that was known is gone, so may be others.
    if open.next_row > 0 && !rows.iter().any(is_last) {
        return Ok(None);
    }
    let mut found = Vec::new();
    open_rows(open, &rows, &mut found);
    in_order(&mut found);
    drop(rows);
    let is_new = |found: &Found| {
        let view = &found.operation.view;
        open.tips.get(&view.author).is_none_or(|tip| view.seq > tip.seq)
    };
    found.retain(is_new);
    // What came since is verified once, here: the snapshot knows what it follows on.
    if !is_signed(&found) {
        return Ok(None);
    }
    let count = found.len();
    if !follow_chains(open, &found) {
        return Ok(None);
    }
    let mut since = Since::default();
    let (service, rest): (Vec<_>, Vec<_>) = found.into_iter().partition(|found| is_of_service(&open.ring, found));
    take_in_service(open, service, |space, event| since.note(space, event));
    open.rings = accept_channels(store, open).await?;
    if count > 0 {
        let Some(keys) = new_keys(store, open, known).await? else {
            return Ok(None);
        };
        open.open_registers();
        take_in_rest(open, rest, |space, event| since.note(space, event));
        if !keys.into_iter().all(|key| since.covers(key)) {
            return Ok(None);
        }
    }
    since.touched.sort_unstable();
    since.touched.dedup();
    for id in since.touched {
        let is_out = |shelved: &Shelved| shelved.out.is_some();
        if open.book.cases.get(&id).is_some_and(|shelved| !is_out(shelved)) {
            let rows = rows_of(open, id);
            let keys: Vec<Vec<u8>> = rows.iter().map(|row| row.bytes().to_vec()).collect();
            let values = store.read_many(Table::Log, &keys).await?;
            let rows: Vec<_> = rows.into_iter().zip(values).collect();
            bring_out(open, id, &rows);
        }
        open.book.freshen_one(id);
        open.take_words(id);
    }
    open.since_snapshot = Some(count);
    open.is_lean = true;
    open.put_away_but(0);
    Ok(open.faults.is_empty().then_some(()))
}

/// Adds the keys that came on this person's rings since. None where one of those that were known is gone.
async fn new_keys(store: &AnyStore, open: &mut Open, known: &[u8]) -> Result<Option<Vec<(Space, u32)>>, LoadError> {
    let (known, _) = known.as_chunks::<ROW_SIZE>();
    let mut still_there = 0;
    let mut added = Vec::new();
    let own = open.root.ring(open.vault);
    let rings = std::mem::take(&mut open.rings);
    for ring in std::iter::once(&own).chain(&rings) {
        let keys = store.read_keys(Table::Grants, &ring.mark()).await?;
        let is_known = |key: &Vec<u8>| known.binary_search_by(|known| known.as_slice().cmp(key)).is_ok();
        let (there, new): (Vec<_>, Vec<_>) = keys.into_iter().partition(is_known);
        still_there += there.len();
        let values = store.read_many(Table::Grants, &new).await?;
        for (key, value) in new.iter().zip(values) {
            added.extend(value.and_then(|value| open.ring.open(ring, key, &value)));
        }
    }
    open.rings = rings;
    Ok((still_there == known.len()).then_some(added))
}

/// Whether an event of a front sheet changes what a search looks at.
pub(crate) const fn changes_words(event: &FrontEvent) -> bool {
    matches!(
        event,
        FrontEvent::CaseOpened { .. }
            | FrontEvent::EnquiryBecameCase
            | FrontEvent::FamilyNoted { .. }
            | FrontEvent::InterestAnswered { .. }
    )
}

impl Desk {
    /// Reads what a search looks at from the snapshot, where the workspace was opened from one; gives whether it is there now. Until
    /// then a search finds cases by their codes, names and schools alone.
    ///
    /// # Errors
    /// When the browser cannot read its storage.
    pub async fn load_search(&self) -> Result<bool, ReadError> {
        let asked = self.with(|open| {
            let is_there = open.book.index.base.is_some() || !open.is_lean;
            open.snapshot.filter(|_| !is_there)
        });
        if let Some((row, name)) = asked.ok().flatten() {
            let sealed = self.0.store.read(Table::Snap, &key(row, Part::Index)).await?;
            let key = key(row, Part::Index);
            let parts: Vec<Row> = sealed
                .into_iter()
                .map(|value| Row {
                    key: key.clone(),
                    value,
                })
                .collect();
            let _ = self.with_mut(|open| {
                let read: Option<Searched> = read(open, row, Part::Index, &name, &parts);
                if let Some((base, fresh)) = read {
                    for (id, words) in fresh {
                        // What was read of a case since is newer.
                        if let Some(shelved) = open.book.cases.get_mut(&id) {
                            shelved.words.get_or_insert(words);
                        }
                    }
                    open.book.index.base = base;
                }
            });
        }
        let is_ready = self.is_search_ready();
        let is_lost = self
            .with(|open| open.is_lean && open.snapshot.is_some())
            .unwrap_or_default()
            && !is_ready;
        if is_lost {
            // Without it the snapshot is of little use: next time everything is read, and the index made anew. Where even that fails,
            // it is tried again then.
            let gone = self.with(|open| open.without_snapshots(std::iter::once(open.me)));
            let _ = self.0.store.commit(gone.unwrap_or_default()).await;
        }
        Ok(is_ready)
    }

    /// Whether a search looks at everything: what it looks at is read after the workspace was unlocked.
    #[must_use]
    pub fn is_search_ready(&self) -> bool {
        self.with(|open| open.book.index.base.is_some()).unwrap_or_default()
    }
}
