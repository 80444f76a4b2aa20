//! The log: signed, linked, erasable. The audit trail is the log itself.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use evenhand_vault::ids::{DeviceId, EventKeyId, RowId, VaultId};
use evenhand_vault::log::{
    AppendError, ChainError, Entry, LogHead, LogHeaderError, append, decode_header, read_header_trusted, verify_chain,
};
use evenhand_vault::person::LogKey;
use evenhand_vault::segment::{SegmentError, erase_body, open_segment, seal_segment};
use evenhand_vault::space::SpaceKey;
use proptest::prelude::*;

struct Written {
    headers: Vec<Vec<u8>>,
    bodies: Vec<Vec<u8>>,
    head: LogHead,
}

impl Written {
    fn pairs(&self) -> Vec<(&[u8], Option<&[u8]>)> {
        self.headers
            .iter()
            .map(Vec::as_slice)
            .zip(self.bodies.iter().map(|body| Some(body.as_slice())))
            .collect()
    }
}

fn entry(number: u64) -> Entry {
    Entry {
        time_ms: 1_790_000_000_000 + number,
        lane: [9; 16],
        event: EventKeyId::make(),
    }
}

fn write(key: &LogKey, count: u64) -> Written {
    let mut written = Written {
        headers: Vec::new(),
        bodies: Vec::new(),
        head: LogHead {
            author: key.author(),
            seq: 0,
            hash: [0; 32],
        },
    };
    for number in 0..count {
        let body = vec![u8::try_from(number % 256).unwrap(); 570];
        let head = (number > 0).then_some(&written.head);
        let operation = append(key, head, &entry(number), &body).unwrap();
        written.headers.push(operation.header);
        written.bodies.push(body);
        written.head = operation.head;
    }
    written
}

#[test]
fn a_header_says_what_was_written() {
    let key = LogKey::make(DeviceId::make());
    let entry = entry(5);
    let first = append(&key, None, &entry, b"sealed").unwrap();
    let second = append(&key, Some(&first.head), &entry, b"sealed too").unwrap();
    let view = decode_header(&second.header).unwrap();
    assert_eq!(view, read_header_trusted(&second.header).unwrap());
    assert_eq!(decode_header(&first.header), read_header_trusted(&first.header));
    assert_eq!((view.author, view.seq, view.time_ms), (key.author(), 1, entry.time_ms));
    assert_eq!((view.lane, view.event), (entry.lane, entry.event));
    assert_eq!((view.backlink, view.head()), (Some(first.head.hash), second.head));
    assert!(view.fits(b"sealed too") && !view.fits(b"sealed toe") && !view.fits(b"sealed"));
    assert_eq!(LogHead::decode(&second.head.encode()), Some(second.head));
    assert_eq!(LogHead::decode(&[0; 67]), None);
    assert!(second.header.len() <= 252, "{} bytes", second.header.len());
}

#[test]
fn what_cannot_be_appended_is_said() {
    let key = LogKey::make(DeviceId::make());
    let first = append(&key, None, &entry(0), b"sealed").unwrap();
    assert_eq!(append(&key, None, &entry(0), b"").err(), Some(AppendError::EmptyBody));
    let other = LogKey::make(DeviceId::make());
    assert_eq!(
        append(&other, Some(&first.head), &entry(1), b"b").err(),
        Some(AppendError::OtherLog)
    );
    let full = LogHead {
        seq: u32::MAX,
        ..first.head
    };
    assert_eq!(
        append(&key, Some(&full), &entry(1), b"b").err(),
        Some(AppendError::Full)
    );
}

#[test]
fn the_chain_holds_with_bodies_erased_and_breaks_with_one_altered() {
    let key = LogKey::make(DeviceId::make());
    let written = write(&key, 6);
    let pairs = written.pairs();
    assert_eq!(verify_chain(None, pairs.clone()), Ok(Some(written.head)));
    assert_eq!(verify_chain(None, []), Ok(None));

    let mut erased = pairs.clone();
    erased[2].1 = None;
    erased[5].1 = None;
    assert_eq!(verify_chain(None, erased), Ok(Some(written.head)));

    let mut altered = pairs.clone();
    altered[2].1 = Some(&written.bodies[3]);
    assert_eq!(verify_chain(None, altered), Err(ChainError::BodyAltered { seq: 2 }));

    let mut dropped = pairs.clone();
    dropped.remove(3);
    assert_eq!(
        verify_chain(None, dropped),
        Err(ChainError::Gap { expected: 3, found: 4 })
    );
    let mut swapped = pairs.clone();
    swapped.swap(3, 4);
    assert_eq!(
        verify_chain(None, swapped),
        Err(ChainError::Gap { expected: 3, found: 4 })
    );
    let mut repeated = pairs.clone();
    repeated.push(pairs[5]);
    assert_eq!(
        verify_chain(None, repeated),
        Err(ChainError::Gap { expected: 6, found: 5 })
    );

    // Going on from a known head.
    let part = verify_chain(None, pairs[..3].iter().copied()).unwrap();
    assert_eq!(
        verify_chain(part.as_ref(), pairs[3..].iter().copied()),
        Ok(Some(written.head))
    );
}

#[test]
fn a_fork_and_a_stranger_are_noticed() {
    let key = LogKey::make(DeviceId::make());
    let written = write(&key, 3);
    let fork = append(
        &key,
        Some(&LogHead {
            hash: [1; 32],
            ..written.head
        }),
        &entry(9),
        b"fork",
    )
    .unwrap();
    assert_eq!(
        verify_chain(Some(&written.head), [(fork.header.as_slice(), None)]),
        Err(ChainError::Backlink { seq: 3 })
    );
    let stranger = write(&LogKey::make(DeviceId::make()), 2);
    let mut mixed = written.pairs();
    mixed.push(stranger.pairs()[1]);
    assert_eq!(verify_chain(None, mixed), Err(ChainError::OtherAuthor { seq: 1 }));
}

#[test]
fn every_changed_or_missing_byte_of_a_header_is_refused() {
    let written = write(&LogKey::make(DeviceId::make()), 2);
    let header = &written.headers[1];
    for at in 0..header.len() {
        let mut changed = header.clone();
        changed[at] ^= 1;
        assert!(decode_header(&changed).is_err(), "byte {at}");
        assert!(decode_header(&header[..at]).is_err(), "length {at}");
        assert!(read_header_trusted(&header[..at]).is_err(), "length {at}");
    }
    let mut signature = header.clone();
    signature[60] ^= 1;
    assert_eq!(decode_header(&signature), Err(LogHeaderError::Signature));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn whatever_bytes_come_nothing_panics(bytes: Vec<u8>) {
        prop_assert!(decode_header(&bytes).is_err());
        prop_assert!(read_header_trusted(&bytes).is_err());
        let key = SpaceKey::make().log_seal();
        prop_assert!(open_segment(&key, VaultId::make(), RowId::make(), &bytes).is_err());
        let _ = erase_body(&bytes, 0);
    }
}

#[test]
fn a_segment_opens_in_its_place_and_survives_an_erasure() {
    let (vault, row, service) = (VaultId::make(), RowId::make(), SpaceKey::make());
    let written = write(&LogKey::make(DeviceId::make()), 4);
    let segment = seal_segment(&service.log_seal(), vault, row, &written.pairs()).unwrap();
    let opened = open_segment(&service.log_seal(), vault, row, &segment).unwrap();
    assert!(
        opened
            .iter()
            .zip(&written.headers)
            .all(|(operation, header)| operation.header == *header)
    );
    assert_eq!(opened[3].view.head(), written.head);

    let erased = erase_body(&segment, 1).unwrap();
    assert_eq!(erase_body(&erased, 1), Ok(erased.clone()), "twice is no error");
    let opened = open_segment(&service.log_seal(), vault, row, &erased).unwrap();
    assert_eq!(
        opened
            .iter()
            .map(|operation| operation.body.is_some())
            .collect::<Vec<_>>(),
        [true, false, true, true]
    );
    let pairs = opened
        .iter()
        .map(|operation| (operation.header.as_slice(), operation.body.as_deref()));
    assert_eq!(verify_chain(None, pairs), Ok(Some(written.head)));
    assert_eq!(erase_body(&segment, 4), Err(SegmentError::NoSuchOperation { index: 4 }));

    let seal = |result: Result<Vec<_>, SegmentError>| matches!(result, Err(SegmentError::Seal { index: 0, .. }));
    assert!(seal(open_segment(&SpaceKey::make().log_seal(), vault, row, &segment)));
    assert!(seal(open_segment(&service.log_seal(), VaultId::make(), row, &segment)));
    assert!(seal(open_segment(&service.log_seal(), vault, RowId::make(), &segment)));
}

#[test]
fn a_segment_cannot_be_cut_moved_or_altered() {
    let (vault, row, key) = (VaultId::make(), RowId::make(), SpaceKey::make().log_seal());
    let written = write(&LogKey::make(DeviceId::make()), 2);
    let segment = seal_segment(&key, vault, row, &written.pairs()).unwrap();
    let open = |bytes: &[u8]| open_segment(&key, vault, row, bytes);
    for at in 0..segment.len() {
        assert!(open(&segment[..at]).is_err(), "length {at}");
        let mut changed = segment.clone();
        changed[at] ^= 1;
        assert!(open(&changed).is_err(), "byte {at}");
    }
    // The first operation alone, with a count that says so.
    let one = (segment.len() - 6) / 2;
    let mut shorter = segment[..6 + one].to_vec();
    shorter[2] = 1;
    assert!(matches!(open(&shorter), Err(SegmentError::Seal { index: 0, .. })));
    // Both, the other way round.
    let swapped = [&segment[..6], &segment[6 + one..], &segment[6..6 + one]].concat();
    assert!(matches!(open(&swapped), Err(SegmentError::Seal { index: 0, .. })));
    assert_eq!(
        seal_segment(&key, vault, row, &[(&[0; 253], None)]),
        Err(SegmentError::TooLarge)
    );
    assert_eq!(
        seal_segment(&key, vault, row, &[(&[0; 9], Some(&[]))]),
        Err(SegmentError::Layout)
    );
}
