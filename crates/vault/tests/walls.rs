//! SPS-8: a conflict is a wall made of keys. Whatever is swapped, moved, cut or altered does not open.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use evenhand_vault::OpenError;
use evenhand_vault::grant::{Channel, ChannelError, ENCAPSULATION_SIZE};
use evenhand_vault::ids::{BlobId, EventKeyId, RowId, SpaceId, VaultId};
use evenhand_vault::person::{PersonKeys, PersonRoot};
use evenhand_vault::ring::{LABEL_SIZE, ROW_SIZE, Ring, SEALED_SIZE};
use evenhand_vault::space::{
    BlobKey, CELL_CAPACITY, CELL_SIZE, CellContext, CellError, ChunkOpener, ChunkSealer, EventContext, LengthError,
    RowContext, SpaceKey, open_chunks, seal_chunks,
};
use proptest::prelude::*;

fn event_context() -> EventContext {
    EventContext {
        vault: VaultId::make(),
        space: SpaceId::make(),
        epoch: 3,
        event: EventKeyId::make(),
    }
}

/// The label of a case's key: what matters here is that labels differ.
fn label(case: u8, epoch: u32) -> [u8; LABEL_SIZE] {
    let mut label = [case; LABEL_SIZE];
    label[0] = 5;
    label[17..].copy_from_slice(&epoch.to_le_bytes());
    label
}

/// A key of a ring opens on no other ring, in its own row and in the row that the other ring would give it.
fn refuses(other: &Ring, ring: &Ring, label: &[u8; LABEL_SIZE], sealed: &[u8]) {
    assert_ne!(other.mark(), ring.mark());
    assert_ne!(other.row(label)[16..], ring.row(label)[16..]);
    for row in [ring.row(label), other.row(label)] {
        assert_eq!(other.open(&row, sealed).err(), Some(OpenError::Refused));
    }
}

#[test]
fn sps_8_a_grant_reaches_its_receiver_and_nobody_else() {
    let vault = VaultId::make();
    let (manager, officer, barred) = (PersonKeys::make(), PersonKeys::make(), PersonKeys::make());
    let (channel, encapsulation) = Channel::open_to(&manager, officer.card(), vault).unwrap();
    assert_eq!(encapsulation.len(), ENCAPSULATION_SIZE);
    let accepted = Channel::accept(&officer, &encapsulation, manager.card(), vault).unwrap();

    let (key, case) = (SpaceKey::make(), label(7, 1));
    let (sent, received) = (channel.ring(), accepted.ring());
    let (row, sealed) = (sent.row(&case), sent.seal(&case, &key));
    assert_eq!((row.len(), sealed.len()), (ROW_SIZE, SEALED_SIZE));
    assert_eq!((ROW_SIZE, SEALED_SIZE), (32, 111));
    assert!(row.starts_with(&received.mark()), "the receiver finds it by the mark");
    assert_eq!(received.row(&case), row);
    let opened = received.open(&row, &sealed).unwrap();
    assert_eq!((opened.label, opened.key.commitment()), (case, key.commitment()));

    // A row that was moved to another epoch or case does not open.
    for other in [label(7, 2), label(8, 1)] {
        assert_ne!(received.row(&other), row);
        assert_eq!(
            received.open(&received.row(&other), &sealed).err(),
            Some(OpenError::Refused)
        );
    }
    let refused = Some(ChannelError::Signature);
    assert_eq!(
        Channel::accept(&barred, &encapsulation, manager.card(), vault).err(),
        refused
    );
    assert_eq!(
        Channel::accept(&officer, &encapsulation, barred.card(), vault).err(),
        refused
    );
    assert_eq!(
        Channel::accept(&officer, &encapsulation, manager.card(), VaultId::make()).err(),
        refused
    );
    assert_eq!(
        Channel::accept(&officer.renew(), &encapsulation, manager.card(), vault).err(),
        refused
    );
    let renewed = manager.renew();
    assert!(
        Channel::accept(&officer, &encapsulation, renewed.card(), vault).is_ok(),
        "the sender may renew"
    );

    // A third person's channel does not open the row.
    let (_, foreign) = Channel::open_to(&manager, barred.card(), vault).unwrap();
    let foreign = Channel::accept(&barred, &foreign, manager.card(), vault).unwrap();
    refuses(&foreign.ring(), &received, &case, &sealed);

    for at in (0..encapsulation.len()).step_by(11).chain([0, 1]) {
        let mut changed = encapsulation.clone();
        changed[at] ^= 1;
        assert!(
            Channel::accept(&officer, &changed, manager.card(), vault).is_err(),
            "byte {at}"
        );
        assert!(Channel::accept(&officer, &encapsulation[..at], manager.card(), vault).is_err());
    }
    altered_rows_do_not_open(&received, &row, &sealed);
}

/// Every byte of a row and its key, altered or cut, and bytes put behind them.
fn altered_rows_do_not_open(ring: &Ring, row: &[u8], sealed: &[u8]) {
    assert!(ring.open(row, sealed).is_ok());
    for at in 0..sealed.len() {
        for bit in 0..8 {
            let mut changed = sealed.to_vec();
            changed[at] ^= 1 << bit;
            assert!(ring.open(row, &changed).is_err(), "byte {at}, bit {bit}");
        }
        assert!(ring.open(row, &sealed[..at]).is_err(), "length {at}");
    }
    for at in 0..row.len() {
        let mut changed = row.to_vec();
        changed[at] ^= 1;
        assert_eq!(ring.open(&changed, sealed).err(), Some(OpenError::Refused), "byte {at}");
        assert_eq!(
            ring.open(&row[..at], sealed).err(),
            Some(OpenError::Refused),
            "length {at}"
        );
    }
    assert!(ring.open(row, &[sealed, &[0]].concat()).is_err());
    assert!(ring.open(&[row, &[0]].concat(), sealed).is_err());
}

#[test]
fn the_sender_keeps_a_channel_and_both_keep_rings_of_their_own() {
    let (vault, row) = (VaultId::make(), RowId::make());
    let (manager, officer, root) = (PersonKeys::make(), PersonKeys::make(), PersonRoot::make());
    let (channel, encapsulation) = Channel::open_to(&manager, officer.card(), vault).unwrap();
    let kept = Channel::open_under(&root, vault, row, &channel.seal_under(&root, row)).unwrap();
    let accepted = Channel::accept(&officer, &encapsulation, manager.card(), vault).unwrap();
    let (key, case) = (SpaceKey::make(), label(7, 9));
    let (sent, received) = (kept.ring(), accepted.ring());
    let opened = received.open(&sent.row(&case), &sent.seal(&case, &key)).unwrap();
    assert_eq!((opened.label, opened.key.lane()), (case, key.lane()));
    assert!(Channel::open_under(&PersonRoot::make(), vault, row, &channel.seal_under(&root, row)).is_err());

    let own = root.ring(vault);
    let (row, sealed) = (own.row(&case), own.seal(&case, &key));
    assert!(row.starts_with(&own.mark()));
    assert_eq!((row.len(), sealed.len()), (ROW_SIZE, SEALED_SIZE));
    let opened = own.open(&row, &sealed).unwrap();
    assert_eq!((opened.label, opened.key.lane()), (case, key.lane()));
    for other in [label(7, 8), label(8, 9)] {
        assert_ne!(own.row(&other), row);
        assert_eq!(own.open(&own.row(&other), &sealed).err(), Some(OpenError::Refused));
    }
    // Not in another vault, not for another person, and a ring of one's own is none that was handed over.
    for other in [root.ring(VaultId::make()), PersonRoot::make().ring(vault), received] {
        refuses(&other, &own, &case, &sealed);
    }
    altered_rows_do_not_open(&own, &row, &sealed);
    assert_ne!(
        own.seal(&case, &key),
        sealed,
        "the same key is never sealed twice alike"
    );
}

#[test]
fn sps_8_an_event_opens_in_its_place_alone() {
    let (key, here) = (SpaceKey::make(), event_context());
    let sealed = key.seal_event(&here, b"She said that she would rather stay at her school.");
    assert_eq!(sealed.len(), 512 + 58);
    for there in [
        EventContext {
            vault: VaultId::make(),
            ..here
        },
        EventContext {
            space: SpaceId::make(),
            ..here
        },
        EventContext { epoch: 2, ..here },
        EventContext {
            event: EventKeyId::make(),
            ..here
        },
    ] {
        assert_eq!(key.open_event(&there, &sealed).err(), Some(OpenError::Refused));
    }
    assert_eq!(
        SpaceKey::make().open_event(&here, &sealed).err(),
        Some(OpenError::Refused)
    );
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(key.open_event(&here, &changed).is_err(), "byte {at}");
        assert!(key.open_event(&here, &sealed[..at]).is_err(), "length {at}");
    }
    assert_ne!(key.lane(), SpaceKey::make().lane());
}

#[test]
fn a_row_opens_in_its_place_alone() {
    let key = SpaceKey::make();
    let here = RowContext {
        vault: VaultId::make(),
        store: "snap",
        row: RowId::make(),
        space: SpaceId::make(),
        epoch: 1,
        version: 7,
    };
    let sealed = key.seal_row(&here, b"snapshot");
    assert_eq!(key.open_row(&here, &sealed).unwrap().as_slice(), b"snapshot");
    for there in [
        RowContext {
            vault: VaultId::make(),
            ..here
        },
        RowContext { store: "blob", ..here },
        RowContext {
            row: RowId::make(),
            ..here
        },
        RowContext {
            space: SpaceId::make(),
            ..here
        },
        RowContext { epoch: 2, ..here },
        RowContext { version: 6, ..here },
    ] {
        assert_eq!(key.open_row(&there, &sealed).err(), Some(OpenError::Refused));
    }
}

#[test]
fn cells_have_one_size_and_stay_in_their_place() {
    let key = SpaceKey::make();
    let here = CellContext {
        vault: VaultId::make(),
        row: RowId::make(),
        index: 4,
        space: SpaceId::make(),
        epoch: 1,
    };
    for size in [0, 1, CELL_CAPACITY] {
        let sealed = key.seal_cell(&here, &vec![7; size]).unwrap();
        assert_eq!(sealed.len(), CELL_SIZE);
        assert_eq!(key.open_cell(&here, &sealed).unwrap().len(), size);
        assert!(key.open_cell(&CellContext { index: 5, ..here }, &sealed).is_err());
        assert!(
            key.open_cell(
                &CellContext {
                    row: RowId::make(),
                    ..here
                },
                &sealed
            )
            .is_err()
        );
        assert!(SpaceKey::make().open_cell(&here, &sealed).is_err());
    }
    let size = CELL_CAPACITY + 1;
    assert_eq!(
        key.seal_cell(&here, &vec![7; size]).err(),
        Some(CellError::TooLarge { size })
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn events_round_trip_in_few_sizes(content in prop::collection::vec(any::<u8>(), 0..6000)) {
        let (key, here) = (SpaceKey::make(), event_context());
        let sealed = key.seal_event(&here, &content);
        let opened = key.open_event(&here, &sealed).unwrap();
        prop_assert_eq!(opened.as_slice(), content.as_slice());
        prop_assert!((sealed.len() - 58) % 32 == 0);
    }

    #[test]
    fn whatever_bytes_come_nothing_panics(bytes: Vec<u8>) {
        let (key, here) = (SpaceKey::make(), event_context());
        prop_assert!(key.open_event(&here, &bytes).is_err());
        prop_assert!(open_chunks(&BlobKey::make(), BlobId::make(), &bytes).is_err());
        prop_assert!(Channel::accept(&PersonKeys::make(), &bytes, PersonKeys::make().card(), here.vault).is_err());
    }
}

/// The head of a file in chunks, and a full chunk with its tag.
const HEAD: usize = 50;
const FULL: usize = 65_552;

#[test]
fn attachments_round_trip_at_every_edge() {
    let (key, blob) = (BlobKey::make(), BlobId::make());
    for size in [0, 1, 504, 505, 65_527, 65_528, 65_529, 131_064, 131_065, 300_000] {
        let content: Vec<u8> = (0..size).map(|at| u8::try_from(at % 251).unwrap()).collect();
        let sealed = seal_chunks(&key, blob, &content);
        assert_eq!(
            open_chunks(&key, blob, &sealed).unwrap().as_slice(),
            content.as_slice(),
            "{size} bytes"
        );
        let (mut fed, mut sealer) = ChunkSealer::begin(&key, blob, size);
        for piece in content.chunks(7_001) {
            sealer.feed(piece, |chunk| fed.extend_from_slice(chunk)).unwrap();
        }
        while let Some(chunk) = sealer.fill().unwrap() {
            fed.extend_from_slice(&chunk);
        }
        assert_eq!(fed.len(), sealed.len());
        assert_eq!(
            open_chunks(&key, blob, &fed).unwrap().as_slice(),
            content.as_slice(),
            "{size} bytes in pieces"
        );
    }
    let exposed = key.expose_for_event();
    let back = BlobKey::from_event(exposed.as_slice()).unwrap();
    assert!(open_chunks(&back, blob, &seal_chunks(&key, blob, b"letter")).is_ok());
    assert!(BlobKey::from_event(b"short").is_none());
}

#[test]
fn content_that_is_not_as_long_as_was_said_makes_no_file() {
    let (key, blob) = (BlobKey::make(), BlobId::make());
    let (_, mut sealer) = ChunkSealer::begin(&key, blob, 10);
    sealer.feed(&[1; 9], |_| ()).unwrap();
    assert_eq!(sealer.fill(), Err(LengthError));
    assert_eq!(sealer.feed(&[1; 2], |_| ()), Err(LengthError));
    sealer.feed(&[1; 1], |_| ()).unwrap();
    assert!(sealer.fill().unwrap().is_some());
    assert_eq!(sealer.fill(), Ok(None));
}

#[test]
fn chunks_cannot_be_cut_dropped_repeated_or_reordered() {
    let (key, blob) = (BlobKey::make(), BlobId::make());
    let sealed = seal_chunks(&key, blob, &vec![5; 200_000]);
    let (head, body) = sealed.split_at(HEAD);
    let chunks: Vec<&[u8]> = body.chunks(FULL).collect();
    assert_eq!(chunks.len(), 4);
    let opens = |order: &[usize]| {
        let parts: Vec<&[u8]> = [head].into_iter().chain(order.iter().map(|at| chunks[*at])).collect();
        open_chunks(&key, blob, &parts.concat()).is_ok()
    };
    assert!(opens(&[0, 1, 2, 3]));
    for order in [
        &[0, 1, 2][..],
        &[1, 2, 3],
        &[0, 2, 1, 3],
        &[0, 1, 2, 3, 3],
        &[0, 0, 1, 2, 3],
        &[3],
        &[],
    ] {
        assert!(!opens(order), "{order:?}");
    }
    for at in [0, 1, 2, 33, 34, 49, 50, HEAD + FULL, sealed.len() - 1] {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(open_chunks(&key, blob, &changed).is_err(), "byte {at}");
        assert!(open_chunks(&key, blob, &sealed[..at]).is_err(), "length {at}");
    }
    assert_eq!(
        open_chunks(&key, BlobId::make(), &sealed).err(),
        Some(OpenError::Refused)
    );
    assert_eq!(
        open_chunks(&BlobKey::make(), blob, &sealed).err(),
        Some(OpenError::Refused)
    );
    let (mut unfinished, rest) = ChunkOpener::begin(&key, blob, &sealed, sealed.len() as u64).unwrap();
    unfinished.feed(&rest[..FULL], |_| ()).unwrap();
    assert_eq!(unfinished.finish().err(), Some(OpenError::Truncated));
}
