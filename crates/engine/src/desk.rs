//! The desk: the workspace while it is unlocked. All verbs hang on it; locking clears it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use async_lock::Mutex;
use evenhand_domain::date::Moment;
use evenhand_domain::event::{Entry, Event, Inbox};
use evenhand_domain::ids::{AttachmentId, CaseId, WorkerId};
use evenhand_domain::school::Schools;
use evenhand_domain::worker::Worker;
use evenhand_store::AnyStore;
use evenhand_vault::device::DeviceHeader;
use evenhand_vault::digest::sha256;
use evenhand_vault::grant::Channel;
use evenhand_vault::ids::{RowId, VaultId};
use evenhand_vault::inbox::InboxSecret;
use evenhand_vault::log::LogHead;
use evenhand_vault::person::{LogKey, PersonKeys, PersonRoot};
use evenhand_vault::ring::Ring;
use thiserror::Error;

use crate::book::Book;
use crate::case::CaseError;
use crate::case::news::{Heads, News};
use crate::change::SaveError;
use crate::keyring::Keyring;
use crate::pace::Pace;
use crate::shelf::{Place, Shelved};
use crate::space::Space;

/// The workspace is locked: what was open is gone from memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the workspace is locked")]
pub struct Locked;

impl From<Locked> for SaveError {
    fn from(_: Locked) -> Self {
        Self::Locked
    }
}

/// Everything that is open while the workspace is unlocked.
pub(crate) struct Open {
    pub(crate) vault: VaultId,
    pub(crate) me: WorkerId,
    pub(crate) root: PersonRoot,
    pub(crate) keys: PersonKeys,
    pub(crate) log_key: LogKey,
    /// The newest entry of this person's log on this device.
    pub(crate) head: Option<LogHead>,
    /// The newest entry of each log, by author.
    pub(crate) tips: BTreeMap<[u8; 32], LogHead>,
    /// Whose log is whose.
    pub(crate) authors: BTreeMap<[u8; 32], WorkerId>,
    /// The number of the next row of the log.
    pub(crate) next_row: u64,
    pub(crate) ring: Keyring,
    /// The rings of the channels to this person.
    pub(crate) rings: Vec<Ring>,
    /// The channels from this person to others.
    pub(crate) channels: BTreeMap<WorkerId, Channel>,
    pub(crate) inboxes: Vec<(Inbox, InboxSecret)>,
    pub(crate) book: Book,
    /// What happened outside of cases and where it lies in the log, as it was read: a snapshot is made of it.
    pub(crate) beside: Vec<(Space, Entry<Event>, Place)>,
    /// The newest moment in the log: new entries come after it even where the clock was set back.
    pub(crate) newest: Moment,
    pub(crate) faults: Vec<Fault>,
    pub(crate) heads: Heads,
    /// What may bar somebody from a case that they hold, and was not looked at yet.
    pub(crate) news: News,
    /// Whether cases are put away when they are no longer in use: there is a snapshot to open from.
    pub(crate) is_lean: bool,
    /// Counts how often a case was used, so that those used last stay at hand.
    pub(crate) uses: u64,
    /// Where this person's snapshot lies, and what it is called.
    pub(crate) snapshot: Option<(RowId, [u8; 16])>,
    /// How many entries came since the snapshot; none where there is no snapshot, or it does not count any more.
    pub(crate) since_snapshot: Option<usize>,
    /// Where this person's drafts about cases lie.
    pub(crate) drafts: crate::draft::Places,
    /// How many changes were saved since the workspace was opened.
    pub(crate) saves: u64,
    /// Whether the holders of the cases were put right since the workspace was opened.
    pub(crate) is_settled: bool,
    /// How often somebody is looking at what is new just now: until they are through, no snapshot may take it for looked at.
    pub(crate) settling: u32,
}

/// Something that was found wrong with the records when they were opened. Nothing is hidden because of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The newest entries of this person's log are gone: an older copy of the records was put back.
    NewestMissing,
    /// Entries in the middle of a log are gone.
    EntriesMissing,
    /// Entries are there that do not open, though they should.
    EntriesDamaged,
    /// Entries are there from somebody who is not known here.
    AuthorUnknown,
    /// Entries are there whose author may not write such: they count for nothing.
    NotTheirs,
    /// A newer version of the software wrote some entries.
    NewerVersion,
    /// The clock stands before the newest entry.
    ClockSetBack,
}

pub(crate) struct Inner {
    pub(crate) store: AnyStore,
    pub(crate) header: DeviceHeader,
    pub(crate) writing: Mutex<()>,
    /// Held while a case is read from storage, so that whoever asks for the same one meanwhile finds it read and does not read it again.
    /// A save may take it while it holds `writing`; nothing takes them the other way round.
    pub(crate) taking: Mutex<()>,
    /// The pace of what a save begins and takes long: whom a new rule bars is looked for in every case.
    pub(crate) pace: Pace,
    pub(crate) open: RefCell<Option<Open>>,
    /// The settings of the national register, once a page asked for them: which file they come from, and what is in it.
    pub(crate) schools: RefCell<Option<(AttachmentId, Rc<Schools>)>>,
}

/// The workspace while it is unlocked. Cheap to clone; all clones are the same desk, and locking one locks all.
#[derive(Clone)]
pub struct Desk(pub(crate) Rc<Inner>);

impl Desk {
    pub(crate) fn new(store: AnyStore, header: DeviceHeader, open: Open, pace: Pace) -> Self {
        Self(Rc::new(Inner {
            store,
            header,
            writing: Mutex::new(()),
            taking: Mutex::new(()),
            pace,
            open: RefCell::new(Some(open)),
            schools: RefCell::default(),
        }))
    }

    pub(crate) fn vault(&self) -> VaultId {
        self.0.header.vault()
    }

    /// Clears everything that was opened. The page reloads after it, so that nothing stays in memory.
    pub fn lock(&self) {
        self.0.open.borrow_mut().take();
    }

    pub(crate) fn with<T>(&self, read: impl FnOnce(&Open) -> T) -> Result<T, Locked> {
        self.0.open.borrow().as_ref().map(read).ok_or(Locked)
    }

    pub(crate) fn with_mut<T>(&self, change: impl FnOnce(&mut Open) -> T) -> Result<T, Locked> {
        self.0.open.borrow_mut().as_mut().map(change).ok_or(Locked)
    }

    pub(crate) fn read<T>(&self, read: impl FnOnce(&Book) -> T) -> Result<T, Locked> {
        self.with(|open| read(&open.book))
    }

    /// Reads a case's front sheet.
    pub(crate) fn read_front<T>(&self, id: CaseId, read: impl FnOnce(&Book, &Shelved) -> T) -> Result<T, CaseError> {
        let found = self.read(|book| book.cases.get(&id).map(|file| read(book, file)));
        found.ok().flatten().ok_or(CaseError::NoSuchCase)
    }

    pub(crate) fn holds(&self, space: Space) -> bool {
        self.with(|open| open.ring.holds(space)).unwrap_or(false)
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// When the workspace is locked.
    pub fn me(&self) -> Result<Worker, Locked> {
        self.with(|open| open.book.team.members.get(&open.me).map(|member| member.worker.clone()))?
            .ok_or(Locked)
    }

    /// Four bytes by which a page can tell whether the next person who unlocks it is the same, as digits. They come
    /// from an identifier that lies nowhere in clear, and say nothing of whom they stand for. Empty while locked.
    #[must_use]
    pub fn mark(&self) -> String {
        let first = self.with(|open| sha256(&open.me.bytes()).first_chunk().copied());
        first
            .ok()
            .flatten()
            .map(|first| format!("{:08x}", u32::from_be_bytes(first)))
            .unwrap_or_default()
    }

    /// What was found wrong with the records when they were opened.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.with(|open| open.faults.clone()).unwrap_or_default()
    }

    /// The newest moment in the log, so that a clock that was set back can be told.
    #[must_use]
    pub fn newest_entry(&self) -> Moment {
        self.with(|open| open.newest).unwrap_or_default()
    }
}

impl Open {
    /// Opens the register of every worker whose declarations this person may read, even where nothing is declared yet: to
    /// have nothing to find is another thing than not being able to look.
    pub(crate) fn open_registers(&mut self) {
        for worker in self.ring.registers() {
            self.book.declarations.entry(worker).or_default();
        }
    }

    /// Takes in one more event, with what it opens.
    pub(crate) fn take_in(&mut self, space: Space, entry: Entry<Event>, place: Place) {
        if let (Space::Inbox(inbox), Event::Inbox(event)) = (space, &entry.event) {
            let evenhand_domain::event::InboxEvent::SecretMade { secret } = event;
            self.inboxes
                .extend(InboxSecret::from_event(secret).map(|secret| (inbox.into(), secret)));
        }
        self.newest = self.newest.max(entry.at);
        if !matches!(space, Space::Front(_) | Space::Case(_) | Space::Tally) {
            self.beside.push((space, entry.clone(), place));
        }
        self.book.apply(space, entry, place);
    }
}
