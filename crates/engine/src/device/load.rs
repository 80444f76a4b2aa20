//! Opening the records: own keys, then the service's log, then what others handed over, then everything that opens.

use std::collections::BTreeMap;

use evenhand_domain::date::{Day, Moment};
use evenhand_domain::event::{Entry, Event, ServiceEvent};
use evenhand_domain::ids::{EventId, WorkerId};
use evenhand_store::{AnyStore, ReadError, Table};
use evenhand_vault::OpenError;
use evenhand_vault::device::DeviceHeader;
use evenhand_vault::grant::Channel;
use evenhand_vault::ids::VaultId;
use evenhand_vault::log::LogHead;
use evenhand_vault::person::{LogKey, PersonCard, PersonKeys, PersonRoot, verify_certificate};
use evenhand_vault::ring::Ring;
use thiserror::Error;

use crate::book::Book;
use crate::case::news::{Heads, News};
use crate::change::{Change, SaveError};
use crate::desk::{Desk, Fault, Open};
use crate::device::log::{AT_A_TIME, Found, READ, follow_chains, is_of_service, leave_out_unsigned, read_log};
use crate::device::opened::open_event;
use crate::keyring::Keyring;
use crate::keys::channel_purpose;
use crate::now::Now;
use crate::pace::Pace;
use crate::people::leave::end_way_in;
use crate::people::person::{KEYS, LOG, WHO, begun, put_log_key};
use crate::save::{HEAD, purpose_of};
use crate::snapshot;
use crate::space::Space;

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

/// So much of the work is done when everything is read; then all cases are looked through for whom something new bars.
const OPENED: f64 = 0.8;

/// Opens everything that this person may read: from their snapshot and what came since, or else from the whole log.
pub(crate) async fn load(
    store: &AnyStore,
    device: &DeviceHeader,
    now: Now,
    root: PersonRoot,
    pace: &Pace,
) -> Result<Desk, LoadError> {
    let who = own_keys(store, device, root).await?;
    let is_new_log = who.is_new_log;
    let (mut open, from) = match snapshot::open(store, who).await? {
        Ok(open) => (open, 0.0),
        Err(who) => (read_all(store, who, &pace.part((0.0, OPENED))).await?, OPENED),
    };
    if open.book.team.has_left(open.me) {
        end_way_in(store, &open).await?;
        return Err(LoadError::Left);
    }
    check_head(store, device, &mut open).await?;
    if open.newest.millis() > now.at.millis() + 10 * 60_000 {
        open.faults.push(Fault::ClockSetBack);
    }
    open.faults.sort();
    open.faults.dedup();

    let desk = Desk::new(store.clone(), *device, open, pace.clone());
    if is_new_log {
        begin_log(&desk, now).await?;
    }
    // What cannot be put right now is put right when the workspace opens next: nobody is kept out because of it.
    let is_settled = desk.settle(now, &pace.part((from, 1.0))).await.is_ok();
    let _ = desk.with_mut(|open| open.is_settled = is_settled);
    // A draft that stays behind is looked for again next time.
    let _ = desk.drop_outlived_drafts().await;
    Ok(desk)
}

/// Somebody's own keys, before anything else is open.
pub(crate) struct Who {
    pub(crate) vault: VaultId,
    pub(crate) me: WorkerId,
    pub(crate) root: PersonRoot,
    pub(crate) keys: PersonKeys,
    pub(crate) log_key: LogKey,
    pub(crate) is_new_log: bool,
}

async fn own_keys(store: &AnyStore, device: &DeviceHeader, root: PersonRoot) -> Result<Who, LoadError> {
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
    Ok(Who {
        vault,
        me,
        root,
        keys,
        log_key,
        is_new_log,
    })
}

impl From<Who> for Open {
    /// Nothing is read yet.
    fn from(who: Who) -> Self {
        Self {
            vault: who.vault,
            me: who.me,
            root: who.root,
            keys: who.keys,
            log_key: who.log_key,
            head: None,
            tips: BTreeMap::new(),
            authors: BTreeMap::new(),
            next_row: 0,
            ring: Keyring::default(),
            rings: Vec::new(),
            channels: BTreeMap::new(),
            inboxes: Vec::new(),
            book: Book::default(),
            beside: Vec::new(),
            newest: Moment::default(),
            faults: Vec::new(),
            heads: Heads::default(),
            news: News::default(),
            is_lean: false,
            uses: 0,
            snapshot: None,
            since_snapshot: None,
            drafts: BTreeMap::new(),
            saves: 0,
            is_settled: false,
            settling: 0,
        }
    }
}

/// Opens everything from the whole log: own keys, then the service, then what others handed over, then everything that opens.
async fn read_all(store: &AnyStore, who: Who, pace: &Pace) -> Result<Open, LoadError> {
    let mut open = Open::from(who);
    let own = open.root.ring(open.vault);
    fill(store, &mut open.ring, &own).await?;
    open.heads = Heads::read(store, &open.root, open.vault).await?;
    let mut found = read_log(store, &mut open, pace).await?;
    leave_out_unsigned(&mut open, &mut found);
    if !follow_chains(&mut open, &found) {
        open.faults.push(Fault::EntriesMissing);
    }
    let (service, rest): (Vec<_>, Vec<_>) = found.into_iter().partition(|found| is_of_service(&open.ring, found));
    let rest_len = rest.len();
    take_in_service(&mut open, service, |_, _| {});
    open.rings = accept_channels(store, &mut open).await?;
    for ring in &open.rings {
        fill(store, &mut open.ring, ring).await?;
    }
    open.open_registers();
    let (mut rest, all) = (rest.into_iter().peekable(), rest_len);
    let mut done = 0;
    while rest.peek().is_some() {
        let some: Vec<Found> = rest.by_ref().take(AT_A_TIME).collect();
        done += some.len();
        take_in_rest(&mut open, some, |_, _| {});
        pace.tell((READ, 1.0), done, all).await;
    }
    open.book.freshen();
    Ok(open)
}

pub(crate) async fn own_row(store: &AnyStore, root: &PersonRoot, purpose: &str) -> Result<Option<Vec<u8>>, LoadError> {
    Ok(store.read(Table::Keys, &root.row(purpose).bytes()).await?)
}

/// Puts every key of a ring among those that are open. A key of a kind that is not known is left where it is.
async fn fill(store: &AnyStore, into: &mut Keyring, ring: &Ring) -> Result<(), LoadError> {
    for row in store.read_prefix(Table::Grants, &ring.mark()).await? {
        into.open(ring, &row.key, &row.value);
    }
    Ok(())
}

/// Takes in the service's own events, and learns from them whose log is whose. A log counts when its worker's identity certified it.
pub(crate) fn take_in_service(open: &mut Open, found: Vec<Found>, mut note: impl FnMut(Space, &Event)) {
    let mut opened = Vec::new();
    for found in found {
        if let Some((_, on, event)) = open_event(open, &found.operation) {
            opened.push((found, on, event));
        }
    }
    let known = open.book.team.members.iter();
    let mut cards: BTreeMap<_, _> = known
        .map(|(worker, member)| (*worker, PersonCard::decode(&member.card).ok()))
        .collect();
    for (_, _, event) in &opened {
        match event {
            Event::Service(ServiceEvent::WorkerJoined { worker, card }) => {
                cards.entry(worker.id).or_insert_with(|| PersonCard::decode(card).ok());
            }
            Event::Service(ServiceEvent::LogBegun {
                worker,
                key,
                certificate,
            }) => {
                let card = cards.get(worker).and_then(Option::as_ref);
                let certified = card.and_then(|card| verify_certificate(card, open.vault, certificate).ok());
                if certified.is_some_and(|certified| certified.author == *key) {
                    open.authors.insert(*key, *worker);
                }
            }
            _ => {}
        }
    }
    for (found, on, event) in opened {
        note(Space::Service, &event);
        take_in(open, Space::Service, &found, on, event);
    }
}

fn take_in(open: &mut Open, space: Space, found: &Found, on: Day, event: Event) {
    let view = &found.operation.view;
    let Some(by) = open.authors.get(&view.author).copied() else {
        open.faults.push(Fault::AuthorUnknown);
        return;
    };
    if !open.book.may_write(by, &event) {
        open.faults.push(Fault::NotTheirs);
        return;
    }
    let id = EventId::new(view.event.bytes());
    let at = Moment::from_millis(i64::try_from(view.time_ms).unwrap_or(i64::MAX));
    let entry = Entry { id, by, at, on, event };
    if open.heads.is_news(view.author, view.seq) {
        open.news.note(&open.book, space, &entry);
    }
    open.take_in(space, entry, found.place);
}

/// What others handed to this person: the rings of the channels that were opened to them.
pub(crate) async fn accept_channels(store: &AnyStore, open: &mut Open) -> Result<Vec<Ring>, LoadError> {
    let mut rings = Vec::new();
    for (from, to, encapsulation) in open.book.team.channels.clone() {
        if to == open.me {
            let card = open
                .book
                .team
                .members
                .get(&from)
                .and_then(|member| PersonCard::decode(&member.card).ok());
            let channel = card.and_then(|card| Channel::accept(&open.keys, &encapsulation, &card, open.vault).ok());
            rings.extend(channel.map(|channel| channel.ring()));
        } else if from == open.me {
            let row = open.root.row(&channel_purpose(to));
            let kept = store.read(Table::Keys, &row.bytes()).await?;
            if let Some(channel) = kept.and_then(|kept| Channel::open_under(&open.root, open.vault, row, &kept).ok()) {
                open.channels.insert(to, channel);
            }
        }
    }
    Ok(rings)
}

/// Takes in what else opens.
pub(crate) fn take_in_rest(open: &mut Open, rest: Vec<Found>, mut note: impl FnMut(Space, &Event)) {
    for found in rest {
        let time = i64::try_from(found.operation.view.time_ms).unwrap_or(0);
        open.newest = open.newest.max(Moment::from_millis(time));
        if let Some((space, on, event)) = open_event(open, &found.operation) {
            note(space, &event);
            take_in(open, space, &found, on, event);
        }
    }
}

/// Whether the newest entry that this person remembers is there: an older copy of the records lacks it.
async fn check_head(store: &AnyStore, device: &DeviceHeader, open: &mut Open) -> Result<(), LoadError> {
    let purpose = purpose_of(HEAD, &device.device().bytes());
    let row = open.root.row(&purpose);
    let Some(sealed) = store.read(Table::Keys, &row.bytes()).await? else {
        return Ok(());
    };
    let remembered = open
        .root
        .open(HEAD, open.vault, row, &sealed)
        .ok()
        .and_then(|bytes| LogHead::decode(&bytes));
    match (&remembered, &open.head) {
        (Some(remembered), Some(head)) if head.seq >= remembered.seq => {}
        (Some(remembered), _) => {
            open.faults.push(Fault::NewestMissing);
            // The log goes on after the newest entry that was ever written, so that it never forks.
            open.head = Some(*remembered);
            open.tips.insert(remembered.author, *remembered);
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

#[cfg(test)]
mod tests {
    use evenhand_domain::profile::ProfileId;
    use evenhand_domain::register::{Kind, RegisterEntry, RegisterEvent};
    use evenhand_domain::worker::{Role, Worker};
    use evenhand_vault::device::KdfParams;
    use evenhand_vault::phrase::RecoveryCode;
    use pollster::block_on;

    use super::*;
    use crate::device::set_up::{SetUp, set_up_with};
    use crate::device::unlock::unlock;
    use crate::people::add::JoinRequest;
    use crate::people::person::SignIn;

    fn sign_in(name: &str) -> SignIn {
        SignIn {
            name: name.to_owned(),
            passphrase: format!("{name} otter lamp river cloud seven"),
        }
    }

    fn now(minute: i64) -> Now {
        Now {
            at: Moment::from_millis(1_795_424_400_000 + minute * 60_000),
            offset_minutes: 0,
        }
    }

    /// An officer with a program of their own makes themself a manager, and the policy milder: it counts for nothing, and it is said.
    #[test]
    fn sps_15_nobody_makes_themself_a_manager_with_a_program_of_their_own() {
        let store = AnyStore::memory();
        let asked = SetUp {
            profile: ProfileId::Sps,
            service_name: "Calder Vale SENDIASS".into(),
            manager_name: "Morag Beaton".into(),
            sign_in: sign_in("morag"),
        };
        let desk = block_on(set_up_with(
            &store,
            now(0),
            asked,
            &RecoveryCode::make(),
            KdfParams::floor(),
        ))
        .unwrap();
        let joining = JoinRequest {
            name: "Sam Okoro".into(),
            role: Role::Officer,
            home_district: String::new(),
            phone: String::new(),
            email: String::new(),
            sign_in: sign_in("sam"),
        };
        let sam = block_on(desk.add_worker(now(1), joining, &RecoveryCode::make())).unwrap();
        desk.lock();
        let at_sam = block_on(unlock(&store, now(2), sign_in("sam"))).unwrap();
        let own = at_sam.me().unwrap();
        let forged = [
            Event::Service(ServiceEvent::WorkerChanged {
                worker: Worker {
                    role: Role::Manager,
                    ..own
                },
            }),
            Event::Register(RegisterEvent::Entered(
                RegisterEntry::new(Kind::OwnOutcome)
                    .with("setting", "relative")
                    .with("outcome", "clear"),
            )),
        ];
        for event in forged {
            let mut change = Change::new();
            change.add(Space::Service, event);
            block_on(at_sam.save(now(3), change)).unwrap();
        }
        at_sam.lock();
        for name in ["morag", "sam"] {
            let desk = block_on(unlock(&store, now(4), sign_in(name))).unwrap();
            let (role, changes, faults) = desk
                .with(|open| {
                    let role = open.book.team.members.get(&sam).map(|member| member.worker.role);
                    let changes = open.book.registers.standing(Kind::OwnOutcome).count();
                    (role, changes, open.faults.clone())
                })
                .unwrap();
            assert_eq!((role, changes), (Some(Role::Officer), 0), "{name}");
            assert_eq!(faults, [Fault::NotTheirs], "{name}");
            desk.lock();
        }
    }
}
