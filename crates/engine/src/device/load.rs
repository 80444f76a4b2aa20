//! Opening the records: own keys, then the service's log, then what others handed over, then everything that opens.

use std::collections::BTreeMap;

use evenhand_domain::date::Moment;
use evenhand_domain::event::{Entry, Event, ServiceEvent};
use evenhand_domain::ids::{EventId, WorkerId};
use evenhand_store::{AnyStore, ReadError, Table};
use evenhand_vault::OpenError;
use evenhand_vault::device::DeviceHeader;
use evenhand_vault::grant::Channel;
use evenhand_vault::ids::{RowId, VaultId};
use evenhand_vault::log::LogHead;
use evenhand_vault::person::{LogKey, PersonCard, PersonKeys, PersonRoot, verify_certificate};
use evenhand_vault::ring::Ring;
use evenhand_vault::segment::{SegmentError, StoredOperation, open_segment};
use evenhand_vault::space::EventContext;
use thiserror::Error;

use crate::book::Book;
use crate::case::news::{Heads, News};
use crate::change::{Change, SaveError};
use crate::desk::{Desk, Fault, Open, Place};
use crate::keyring::{Keyring, of_label};
use crate::keys::channel_purpose;
use crate::now::Now;
use crate::people::leave::end_way_in;
use crate::people::person::{KEYS, LOG, WHO, begun, put_log_key};
use crate::save::{HEAD, purpose_of, space_id};
use crate::space::Space;
use crate::wire::{self, WireError};

/// Why the records could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LoadError {
    /// The browser cannot read its storage.
    #[error("the browser cannot read its storage: {0}")]
    Storage(String),
    /// This person's own keys are missing or damaged; a backup holds them.
    #[error("your keys on this device are missing or damaged")]
    KeysMissing,
    /// A newer version of the software sealed them.
    #[error("a newer version sealed these records")]
    Newer,
    /// This person was marked as gone: they have no way in any more.
    #[error("this person does not work here any more")]
    Left,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl From<ReadError> for LoadError {
    fn from(error: ReadError) -> Self {
        Self::Storage(error.to_string())
    }
}

impl From<OpenError> for LoadError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::NewerVersion(_) | OpenError::UnknownSuite(_) => Self::Newer,
            OpenError::Truncated | OpenError::Refused | OpenError::Shape => Self::KeysMissing,
        }
    }
}

struct Found {
    place: Place,
    operation: StoredOperation,
}

/// Opens everything that this person may read.
pub(crate) async fn load(
    store: &AnyStore,
    device: &DeviceHeader,
    now: Now,
    root: PersonRoot,
) -> Result<Desk, LoadError> {
    let vault = device.vault();
    let me = own_row(store, &root, WHO).await?.ok_or(LoadError::KeysMissing)?;
    let me = root.open(WHO, vault, root.row(WHO), &me)?;
    let me = WorkerId::new(me.as_slice().try_into().map_err(|_| LoadError::KeysMissing)?);
    let sealed = own_row(store, &root, KEYS).await?.ok_or(LoadError::KeysMissing)?;
    let keys = PersonKeys::open_under(&root, vault, root.row(KEYS), &sealed)?;
    let purpose = purpose_of(LOG, &device.device().bytes());
    let kept = own_row(store, &root, &purpose).await?;
    let is_new_log = kept.is_none();
    let log_key = match kept {
        Some(sealed) => LogKey::open_under(&root, vault, device.device(), root.row(&purpose), &sealed)?,
        None => LogKey::make(device.device()),
    };

    let mut open = Open {
        vault,
        me,
        root,
        keys,
        log_key,
        head: None,
        ring: Keyring::default(),
        channels: BTreeMap::new(),
        inboxes: Vec::new(),
        book: Book::default(),
        places: BTreeMap::new(),
        newest: Moment::default(),
        faults: Vec::new(),
        heads: Heads::default(),
        news: News::default(),
    };
    let own = open.root.ring(vault);
    fill(store, &mut open.ring, &own).await?;
    open.heads = Heads::read(store, &open.root, vault).await?;
    let found = read_log(store, &mut open, vault).await?;
    let (service, rest): (Vec<_>, Vec<_>) = found
        .into_iter()
        .partition(|found| is_of_service(&open.ring, &found.operation));
    let authors = open_service(&mut open, vault, service);
    if open.book.team.has_left(me) {
        end_way_in(store, &open).await?;
        return Err(LoadError::Left);
    }
    accept_channels(store, &mut open, vault).await?;
    open.open_registers();
    open_rest(&mut open, vault, &authors, rest);
    check_head(store, device, &mut open, vault).await?;
    if open.newest.millis() > now.at.millis() + 10 * 60_000 {
        open.faults.push(Fault::ClockSetBack);
    }
    open.faults.sort();
    open.faults.dedup();

    let desk = Desk::new(store.clone(), *device, open);
    if is_new_log {
        begin_log(&desk, now).await?;
    }
    // What cannot be put right now is put right when the workspace opens next: nobody is kept out because of it.
    let _ = desk.settle(now).await;
    Ok(desk)
}

pub(crate) async fn own_row(store: &AnyStore, root: &PersonRoot, purpose: &str) -> Result<Option<Vec<u8>>, LoadError> {
    Ok(store.read(Table::Keys, &root.row(purpose).bytes()).await?)
}

/// Puts every key of a ring among those that are open. A key of a kind that is not known is left where it is.
async fn fill(store: &AnyStore, into: &mut Keyring, ring: &Ring) -> Result<(), LoadError> {
    for row in store.read_prefix(Table::Grants, &ring.mark()).await? {
        let Ok(opened) = ring.open(&row.key, &row.value) else {
            continue;
        };
        if let Some((space, epoch)) = of_label(&opened.label) {
            into.add(space, epoch, opened.key);
        }
    }
    Ok(())
}

/// Every operation of the log in its order: by time, then author, then number.
async fn read_log(store: &AnyStore, open: &mut Open, vault: VaultId) -> Result<Vec<Found>, LoadError> {
    let seals: Vec<_> = open.ring.of(Space::Service).map(|(_, key)| key.log_seal()).collect();
    let mut found = Vec::new();
    for row in store.read_all(Table::Log).await? {
        let Ok(id) = <[u8; 16]>::try_from(row.key.as_slice()) else {
            continue;
        };
        let id = RowId::new(id);
        let mut newer = false;
        let opened = seals
            .iter()
            .rev()
            .find_map(|seal| match open_segment(seal, vault, id, &row.value) {
                Ok(operations) => Some(operations),
                Err(error) => {
                    newer |= matches!(
                        error,
                        SegmentError::NewerVersion(_)
                            | SegmentError::UnknownSuite(_)
                            | SegmentError::Seal {
                                source: OpenError::NewerVersion(_) | OpenError::UnknownSuite(_),
                                ..
                            }
                    );
                    None
                }
            });
        let Some(operations) = opened else {
            open.faults.push(if newer {
                Fault::NewerVersion
            } else {
                Fault::EntriesDamaged
            });
            continue;
        };
        for (index, operation) in (0..).zip(operations) {
            found.push(Found {
                place: Place { row: id, index },
                operation,
            });
        }
    }
    found.sort_by_key(|found| {
        let view = &found.operation.view;
        (view.time_ms, view.author, view.seq)
    });
    check_chains(open, &found);
    Ok(found)
}

/// Whether every log is whole: each author's entries count up from the first without a gap.
fn check_chains(open: &mut Open, found: &[Found]) {
    let mut seen: BTreeMap<[u8; 32], Vec<&evenhand_vault::log::HeaderView>> = BTreeMap::new();
    for found in found {
        seen.entry(found.operation.view.author)
            .or_default()
            .push(&found.operation.view);
    }
    for (author, mut views) in seen {
        views.sort_by_key(|view| view.seq);
        let is_first = views.first().is_some_and(|view| view.backlink.is_none());
        let is_linked = views.windows(2).all(|pair| pair[1].backlink == Some(pair[0].hash));
        if !is_first || !is_linked {
            open.faults.push(Fault::EntriesMissing);
        }
        if author == open.log_key.author() {
            open.head = views.last().map(|view| view.head());
        }
    }
}

fn is_of_service(ring: &Keyring, operation: &StoredOperation) -> bool {
    ring.of_lane(&operation.view.lane)
        .is_some_and(|(space, _, _)| space == Space::Service)
}

/// Opens one operation; none where it is not this person's to read, or its body was erased.
fn open_event(open: &mut Open, vault: VaultId, operation: &StoredOperation) -> Option<(Space, Opened)> {
    let (space, epoch, key) = open.ring.of_lane(&operation.view.lane)?;
    let body = operation.body.as_ref()?;
    let context = EventContext {
        vault,
        space: space_id(space),
        epoch,
        event: operation.view.event,
    };
    let read = key.open_event(&context, body).map_err(|_| Fault::EntriesDamaged);
    let read = read.and_then(|bytes| {
        wire::read(&bytes).map_err(|error| match error {
            WireError::Newer => Fault::NewerVersion,
            WireError::Unreadable(_) => Fault::EntriesDamaged,
        })
    });
    match read {
        Ok((on, event)) => Some((space, Opened { on, event })),
        Err(fault) => {
            open.faults.push(fault);
            None
        }
    }
}

struct Opened {
    on: evenhand_domain::date::Day,
    event: Event,
}

/// Opens the service's own events, and learns from them whose log is whose. A log counts when its worker's identity
/// certified it.
fn open_service(open: &mut Open, vault: VaultId, found: Vec<Found>) -> BTreeMap<[u8; 32], WorkerId> {
    let mut opened = Vec::new();
    for found in found {
        if let Some((_, event)) = open_event(open, vault, &found.operation) {
            opened.push((found, event));
        }
    }
    let mut cards = BTreeMap::new();
    let mut authors = BTreeMap::new();
    for (_, read) in &opened {
        match &read.event {
            Event::Service(ServiceEvent::WorkerJoined { worker, card }) => {
                cards.entry(worker.id).or_insert_with(|| PersonCard::decode(card).ok());
            }
            Event::Service(ServiceEvent::LogBegun {
                worker,
                key,
                certificate,
            }) => {
                let card = cards.get(worker).and_then(Option::as_ref);
                let certified = card.and_then(|card| verify_certificate(card, vault, certificate).ok());
                if certified.is_some_and(|certified| certified.author == *key) {
                    authors.insert(*key, *worker);
                }
            }
            _ => {}
        }
    }
    for (found, read) in opened {
        take_in(open, Space::Service, &authors, &found, read);
    }
    authors
}

fn take_in(open: &mut Open, space: Space, authors: &BTreeMap<[u8; 32], WorkerId>, found: &Found, read: Opened) {
    let view = &found.operation.view;
    let Some(by) = authors.get(&view.author) else {
        open.faults.push(Fault::AuthorUnknown);
        return;
    };
    let id = EventId::new(view.event.bytes());
    let at = Moment::from_millis(i64::try_from(view.time_ms).unwrap_or(i64::MAX));
    open.places.insert(id, found.place);
    let entry = Entry {
        id,
        by: *by,
        at,
        on: read.on,
        event: read.event,
    };
    if open.heads.read_on(view.author, view.seq) {
        open.news.note(&open.book, space, &entry);
    }
    open.take_in(space, entry);
}

/// What others handed to this person: the channels that were opened to them, and the keys on each.
async fn accept_channels(store: &AnyStore, open: &mut Open, vault: VaultId) -> Result<(), LoadError> {
    for (from, to, encapsulation) in open.book.team.channels.clone() {
        if to == open.me {
            let card = open
                .book
                .team
                .members
                .get(&from)
                .and_then(|member| PersonCard::decode(&member.card).ok());
            let channel = card.and_then(|card| Channel::accept(&open.keys, &encapsulation, &card, vault).ok());
            let Some(channel) = channel else { continue };
            fill(store, &mut open.ring, &channel.ring()).await?;
        } else if from == open.me {
            let row = open.root.row(&channel_purpose(to));
            let kept = store.read(Table::Keys, &row.bytes()).await?;
            if let Some(channel) = kept.and_then(|kept| Channel::open_under(&open.root, vault, row, &kept).ok()) {
                open.channels.insert(to, channel);
            }
        }
    }
    Ok(())
}

fn open_rest(open: &mut Open, vault: VaultId, authors: &BTreeMap<[u8; 32], WorkerId>, rest: Vec<Found>) {
    for found in rest {
        open.newest = open.newest.max(Moment::from_millis(
            i64::try_from(found.operation.view.time_ms).unwrap_or(0),
        ));
        if let Some((space, read)) = open_event(open, vault, &found.operation) {
            take_in(open, space, authors, &found, read);
        }
    }
}

/// Whether the newest entry that this person remembers is there: an older copy of the records lacks it.
async fn check_head(store: &AnyStore, device: &DeviceHeader, open: &mut Open, vault: VaultId) -> Result<(), LoadError> {
    let purpose = purpose_of(HEAD, &device.device().bytes());
    let row = open.root.row(&purpose);
    let Some(sealed) = store.read(Table::Keys, &row.bytes()).await? else {
        return Ok(());
    };
    let remembered = open
        .root
        .open(HEAD, vault, row, &sealed)
        .ok()
        .and_then(|bytes| LogHead::decode(&bytes));
    match (&remembered, &open.head) {
        (Some(remembered), Some(head)) if head.seq >= remembered.seq => {}
        (Some(remembered), _) => {
            open.faults.push(Fault::NewestMissing);
            // The log goes on after the newest entry that was ever written, so that it never forks.
            open.head = Some(*remembered);
        }
        (None, _) => {}
    }
    Ok(())
}

/// A restored device begins a new log: to go on with the old one would be to fork it.
async fn begin_log(desk: &Desk, now: Now) -> Result<(), SaveError> {
    let mut change = Change::new();
    desk.with(|open| {
        put_log_key(&mut change, &open.root, open.vault, &open.log_key);
        let event = begun(open.me, &open.keys, &open.log_key, open.vault);
        change.add(Space::Service, event);
    })?;
    desk.save(now, change).await
}
