//! Reading the log: its rows, the entries in them, and whether each author's chain is whole.

use std::collections::BTreeMap;

use evenhand_store::{AnyStore, Row, Table, after};
use evenhand_vault::ids::RowId;
use evenhand_vault::log::HeaderView;
use evenhand_vault::segment::StoredOperation;

use crate::desk::{Fault, Open};
use crate::device::load::LoadError;
use crate::device::opened::open_row;
use crate::keyring::Keyring;
use crate::pace::Pace;
use crate::shelf::Place;
use crate::space::Space;

/// An entry of the log that was found, with where it lies.
pub(crate) struct Found {
    pub(crate) place: Place,
    pub(crate) operation: StoredOperation,
}

/// So many rows or entries are opened before the page may breathe.
pub(super) const AT_A_TIME: usize = 1500;
/// So much of the work is done when the log is read.
pub(super) const READ: f64 = 0.4;

/// The whole log, a few rows at a time: all of them at once would be in memory twice.
pub(super) async fn read_log(store: &AnyStore, open: &mut Open, pace: &Pace) -> Result<Vec<Found>, LoadError> {
    let all = usize::try_from(store.count(Table::Log).await?).unwrap_or(usize::MAX);
    let most = u32::try_from(AT_A_TIME).unwrap_or(u32::MAX);
    let (mut found, mut done, mut next) = (Vec::new(), 0, Vec::new());
    loop {
        let rows = store.read_from(Table::Log, &next, most).await?;
        let Some(last) = rows.last() else { break };
        next = after(&last.key);
        done += rows.len();
        open_rows(open, &rows, &mut found);
        pace.tell((0.0, READ), done, all).await;
    }
    in_order(&mut found);
    Ok(found)
}

/// Puts entries in the order of the log: by time, then author, then number.
pub(crate) fn in_order(found: &mut [Found]) {
    found.sort_by_key(|found| {
        let view = &found.operation.view;
        (view.time_ms, view.author, view.seq)
    });
}

/// Opens every operation of some rows of the log.
pub(crate) fn open_rows(open: &mut Open, rows: &[Row], found: &mut Vec<Found>) {
    for row in rows {
        let Ok(id) = <[u8; 16]>::try_from(row.key.as_slice()) else {
            continue;
        };
        let id = RowId::new(id);
        if let Some(number) = id.number() {
            open.next_row = open.next_row.max(number.saturating_add(1));
        }
        match open_row(&open.ring, open.vault, id, &row.value) {
            Ok(operations) => {
                for (index, operation) in (0..).zip(operations) {
                    let place = Place { row: id, index };
                    found.push(Found { place, operation });
                }
            }
            Err(fault) => open.faults.push(fault),
        }
    }
}

/// Follows every log to its newest entry; gives whether all are whole: each author's entries count up from the last known one, or
/// from the first, without a gap.
pub(crate) fn follow_chains(open: &mut Open, found: &[Found]) -> bool {
    let mut seen: BTreeMap<[u8; 32], Vec<&HeaderView>> = BTreeMap::new();
    for found in found {
        let view = &found.operation.view;
        seen.entry(view.author).or_default().push(view);
    }
    let mut is_whole = true;
    for (author, mut views) in seen {
        views.sort_by_key(|view| view.seq);
        let before = open.tips.get(&author).map(|tip| tip.hash);
        is_whole &= views.first().is_some_and(|view| view.backlink == before);
        is_whole &= views.windows(2).all(|pair| pair[1].backlink == Some(pair[0].hash));
        if let Some(newest) = views.last() {
            open.tips.insert(author, newest.head());
        }
    }
    open.head = open.tips.get(&open.log_key.author()).copied();
    is_whole
}

/// Whether everything was signed by whose log it lies in. Each header names the hash of the one before, so whoever signed the last of
/// some that follow on each other signed them all: a signature takes long to verify, and these are few.
pub(crate) fn is_signed(found: &[Found]) -> bool {
    let mut logs: BTreeMap<[u8; 32], Vec<&StoredOperation>> = BTreeMap::new();
    for found in found {
        logs.entry(found.operation.view.author)
            .or_default()
            .push(&found.operation);
    }
    logs.into_values().all(|mut log| {
        log.sort_by_key(|operation| operation.view.seq);
        let next = log.iter().skip(1).map(Some).chain([None]);
        let mut ends = log.iter().zip(next).filter(|(operation, next)| {
            let follows = next.and_then(|next| next.view.backlink);
            follows != Some(operation.view.hash)
        });
        ends.all(|(operation, _)| operation.is_signed())
    })
}

/// Leaves out what nobody signed, and says that something was.
pub(super) fn leave_out_unsigned(open: &mut Open, found: &mut Vec<Found>) {
    if is_signed(found) {
        return;
    }
    found.retain(|found| found.operation.is_signed());
    open.faults.push(Fault::EntriesDamaged);
}

pub(crate) fn is_of_service(ring: &Keyring, found: &Found) -> bool {
    ring.of_lane(&found.operation.view.lane)
        .is_some_and(|(space, _, _)| space == Space::Service)
}

#[cfg(test)]
mod tests {
    use evenhand_vault::ids::{DeviceId, EventKeyId};
    use evenhand_vault::log::{Entry, append, read_header_trusted};
    use evenhand_vault::person::LogKey;

    use super::*;

    /// A log of so many entries.
    fn log(length: u8) -> Vec<Found> {
        let key = LogKey::make(DeviceId::new([7; 16]));
        let mut head = None;
        let entries = (0..length).map(|number| {
            let entry = Entry {
                time_ms: u64::from(number),
                lane: [1; 16],
                event: EventKeyId::new([number; 16]),
            };
            let operation = append(&key, head.as_ref(), &entry, b"body").unwrap();
            head = Some(operation.head);
            found(operation.header)
        });
        entries.collect()
    }

    fn found(header: Vec<u8>) -> Found {
        let view = read_header_trusted(&header).unwrap();
        let place = Place {
            row: RowId::numbered(0),
            index: 0,
        };
        let body = None;
        let operation = StoredOperation { header, view, body };
        Found { place, operation }
    }

    /// The same entry with another signature: what a program without the key can write.
    fn forged(entry: &Found) -> Found {
        let whole = &entry.operation.header;
        let header = (0..whole.len()).find_map(|at| {
            let mut header = whole.clone();
            header[at] ^= 1;
            let view = read_header_trusted(&header).ok()?;
            let same = (view.seq, view.author, view.backlink, view.payload_hash);
            let own = &entry.operation.view;
            let is_same = same == (own.seq, own.author, own.backlink, own.payload_hash);
            (is_same && (view.time_ms, view.lane, view.event) == (own.time_ms, own.lane, own.event)).then_some(header)
        });
        found(header.unwrap())
    }

    #[test]
    fn whoever_signed_the_last_entry_signed_all_that_it_follows_on() {
        let (one, other) = (log(5), log(3));
        let both: Vec<Found> = one.into_iter().chain(other).collect();
        assert!(is_signed(&both));
        assert!(is_signed(&[]));
        for at in 0..both.len() {
            let mut found = log(0);
            for (place, entry) in both.iter().enumerate() {
                let own = || self::found(entry.operation.header.clone());
                found.push(if place == at { forged(entry) } else { own() });
            }
            assert!(!is_signed(&found), "entry {at}");
        }
    }
}
