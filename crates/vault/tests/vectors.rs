//! Golden vectors: files that were sealed once and must open for ever.
//!
//! They lie in `tests/vectors/v1`, as hexadecimal digits. Everything opens from one sign-in name and passphrase or from one recovery
//! code, as it would for a person. A change that fails here loses somebody's records.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::fs;
use std::path::PathBuf;

use evenhand_vault::backup::{Backup, seal_backup};
use evenhand_vault::device::{DeviceHeader, KdfParams};
use evenhand_vault::export::head_phrase;
use evenhand_vault::grant::Channel;
use evenhand_vault::ids::{BlobId, DeviceId, EventKeyId, RowId, SpaceId, VaultId};
use evenhand_vault::inbox::{FormKind, InboxSecret, LockedFile, seal_form};
use evenhand_vault::log::{Entry, append, verify_chain};
use evenhand_vault::person::{LogKey, PersonCard, PersonKeys, PersonRoot, verify_certificate};
use evenhand_vault::phrase::{Passphrase, RecoveryCode, SignInName};
use evenhand_vault::ring::LABEL_SIZE;
use evenhand_vault::segment::{open_segment, seal_segment};
use evenhand_vault::slot::{SlotKind, SlotSecret, open_slot, seal_slot, stretch};
use evenhand_vault::space::{BlobKey, CellContext, EventContext, RowContext, SpaceKey, open_chunks, seal_chunks};

const SPACE: SpaceId = SpaceId::new([3; 16]);
const EPOCH: u32 = 2;
/// A case's key: kind 5, the case, the epoch.
const LABEL: [u8; LABEL_SIZE] = [5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 0, 0, 0];
const RECOVERY: &str = "recovery";
const EVENT: &[u8] = b"Views were asked for and written down in her own words.";

const fn row(number: u8) -> RowId {
    RowId::new([number; 16])
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/v1")
}

fn read(name: &str) -> Vec<u8> {
    let text = fs::read_to_string(folder().join(format!("{name}.hex"))).unwrap();
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

fn read_text(name: &str) -> String {
    fs::read_to_string(folder().join(format!("{name}.txt")))
        .unwrap()
        .trim()
        .to_owned()
}

fn secret(header: &DeviceHeader) -> SlotSecret {
    let name = SignInName::from_input("Zoë O'Neill".into()).unwrap();
    stretch(
        &name,
        &Passphrase::from_input("otter lamp river cloud seven boats".into()),
        header,
    )
    .unwrap()
}

fn event_context(vault: VaultId) -> EventContext {
    EventContext {
        vault,
        space: SPACE,
        epoch: EPOCH,
        event: EventKeyId::new([4; 16]),
    }
}

fn row_context(vault: VaultId) -> RowContext<'static> {
    RowContext {
        vault,
        store: "snap",
        row: row(20),
        space: SPACE,
        epoch: EPOCH,
        version: 5,
    }
}

fn cell_context(vault: VaultId) -> CellContext {
    CellContext {
        vault,
        row: row(21),
        index: 3,
        space: SPACE,
        epoch: EPOCH,
    }
}

/// What the vectors give: the header, the root by passphrase, the key of the space.
fn unlock() -> (DeviceHeader, PersonRoot, SpaceKey) {
    let header = DeviceHeader::decode(&read("device-header")).unwrap();
    let (root, kind) = open_slot(&secret(&header), header.vault(), row(1), &read("slot-passphrase")).unwrap();
    assert_eq!(kind, SlotKind::Passphrase);
    let own = root
        .ring(header.vault())
        .open(&read("own-ring-row"), &read("own-ring"))
        .unwrap();
    assert_eq!(own.label, LABEL);
    (header, root, own.key)
}

#[test]
fn header_and_slots_open_for_ever() {
    let (header, root, _) = unlock();
    assert_eq!(header.encode(), read("device-header"));
    assert_eq!(header.kdf(), KdfParams::standard());
    let code = RecoveryCode::parse(&read_text(RECOVERY)).unwrap();
    assert_eq!(code.printed().as_str(), read_text(RECOVERY));
    let secret = SlotSecret::from_recovery(&code, header.vault());
    let (recovered, kind) = open_slot(&secret, header.vault(), row(2), &read("slot-recovery")).unwrap();
    assert!(recovered.same(&root) && kind == SlotKind::Recovery);
    assert_eq!(root.row("person-keys").bytes().to_vec(), read("root-row"));
    let own = root.ring(header.vault());
    assert_eq!(own.row(&LABEL), read("own-ring-row"));
    assert!(read("own-ring-row").starts_with(&own.mark()));
    assert_eq!(SpaceId::of_label(&LABEL[..17]).bytes().to_vec(), read("space-id"));
}

#[test]
fn keys_cards_and_certificates_open_for_ever() {
    let (header, root, _) = unlock();
    let vault = header.vault();
    let keys = PersonKeys::open_under(&root, vault, row(3), &read("person-keys")).unwrap();
    assert!(PersonCard::decode(&read("person-card")).unwrap() == *keys.card());
    assert_eq!(keys.card().fingerprint_words(), read_text("person-card-words"));
    let log = LogKey::open_under(&root, vault, header.device(), row(4), &read("log-key")).unwrap();
    let certified = verify_certificate(keys.card(), vault, &read("log-certificate")).unwrap();
    assert_eq!((certified.device, certified.author), (header.device(), log.author()));
}

#[test]
fn a_grant_opens_for_ever() {
    let (header, root, key) = unlock();
    let vault = header.vault();
    let keys = PersonKeys::open_under(&root, vault, row(3), &read("person-keys")).unwrap();
    let from = PersonCard::decode(&read("grant-from")).unwrap();
    let channel = Channel::accept(&keys, &read("grant-encapsulation"), &from, vault).unwrap();
    let kept = Channel::open_under(&root, vault, row(5), &read("grant-channel")).unwrap();
    for channel in [channel, kept] {
        let ring = channel.ring();
        assert_eq!(ring.row(&LABEL), read("channel-ring-row"));
        assert!(read("channel-ring-row").starts_with(&ring.mark()));
        let granted = ring.open(&read("channel-ring-row"), &read("channel-ring")).unwrap();
        assert_eq!((granted.label, granted.key.commitment()), (LABEL, key.commitment()));
    }
}

#[test]
fn events_rows_cells_and_attachments_open_for_ever() {
    let (header, root, key) = unlock();
    let vault = header.vault();
    assert_eq!(key.lane().to_vec(), read("lane"));
    assert_eq!(key.commitment().to_vec(), read("space-commitment"));
    assert_eq!(
        key.open_event(&event_context(vault), &read("event"))
            .unwrap()
            .as_slice(),
        EVENT
    );
    assert_eq!(
        key.open_row(&row_context(vault), &read("row")).unwrap().as_slice(),
        EVENT
    );
    assert_eq!(
        key.open_cell(&cell_context(vault), &read("cell")).unwrap().as_slice(),
        EVENT
    );
    assert_eq!(
        root.open("draft", vault, row(6), &read("own-record"))
            .unwrap()
            .as_slice(),
        EVENT
    );
    let blob = BlobKey::from_event(&[6; 32]).unwrap();
    assert_eq!(
        open_chunks(&blob, BlobId::new([7; 16]), &read("attachment"))
            .unwrap()
            .as_slice(),
        EVENT
    );
    let exchanged = open_chunks(&key.exchange_key(), BlobId::new([8; 16]), &read("exchange")).unwrap();
    assert_eq!(exchanged.as_slice(), EVENT);
}

#[test]
fn a_segment_opens_for_ever() {
    let (header, _, key) = unlock();
    let operations = open_segment(&key.log_seal(), header.vault(), row(7), &read("segment")).unwrap();
    assert_eq!(
        operations
            .iter()
            .map(|operation| operation.body.is_some())
            .collect::<Vec<_>>(),
        [true, false]
    );
    let pairs = operations
        .iter()
        .map(|operation| (operation.header.as_slice(), operation.body.as_deref()));
    let head = verify_chain(None, pairs).unwrap().unwrap();
    assert_eq!(head.encode(), read("log-head"));
    assert_eq!(head_phrase(&head.hash), read_text("log-head-words"));
    let view = operations[0].view;
    assert_eq!(
        (view.lane, view.event, view.time_ms),
        (key.lane(), EventKeyId::new([4; 16]), 1_790_000_000_000)
    );
    let body = operations[0].body.as_deref().unwrap();
    assert_eq!(
        key.open_event(&event_context(header.vault()), body).unwrap().as_slice(),
        EVENT
    );
}

#[test]
fn a_locked_form_opens_for_ever() {
    let secret = InboxSecret::from_event(&[5; 32]).unwrap();
    assert_eq!(secret.public().fingerprint(), read_text("inbox-words"));
    assert_eq!(secret.public().to_text(), read_text("inbox-public"));
    let form = LockedFile::from_text(&read_text("locked-form")).unwrap();
    assert_eq!(form.kind(), FormKind::Views);
    assert_eq!(form.reference(), read_text("locked-form-reference"));
    assert_eq!(form.open(&secret).unwrap().as_slice(), EVENT);
}

#[test]
fn a_backup_opens_for_ever() {
    let bytes = read("backup");
    let code = RecoveryCode::parse(&read_text(RECOVERY)).unwrap();
    let backup = Backup::parse(&bytes, bytes.len() as u64).unwrap();
    let (root, mut opener, rest) = backup.open_with_recovery(&code).unwrap();
    let mut content = Vec::new();
    opener.feed(rest, |piece| content.extend_from_slice(piece)).unwrap();
    opener.finish().unwrap();
    assert_eq!(content, EVENT);
    assert!(root.same(&unlock().1));
}

/// Writes the vectors, once. They are then part of the promise: with a new format comes a new folder beside this one.
#[test]
#[ignore = "writes the golden vectors, which is done once for each format version"]
fn write_the_vectors() {
    assert!(
        !folder().join("event.hex").exists(),
        "these vectors exist and must never change"
    );
    let hex = |name: &str, bytes: &[u8]| {
        let mut text = String::new();
        for line in bytes.chunks(64) {
            text.extend(line.iter().map(|byte| format!("{byte:02x}")));
            text.push('\n');
        }
        fs::write(folder().join(format!("{name}.hex")), text).unwrap();
    };
    let txt = |name: &str, text: &str| fs::write(folder().join(format!("{name}.txt")), format!("{text}\n")).unwrap();

    let (vault, root, key) = (VaultId::new([1; 16]), PersonRoot::make(), SpaceKey::make());
    let header = DeviceHeader::make(vault);
    let code = RecoveryCode::make();
    hex("device-header", &header.encode());
    hex(
        "slot-passphrase",
        &seal_slot(&secret(&header), &root, SlotKind::Passphrase, vault, row(1)),
    );
    let slot = seal_slot(
        &SlotSecret::from_recovery(&code, vault),
        &root,
        SlotKind::Recovery,
        vault,
        row(2),
    );
    hex("slot-recovery", &slot);
    txt(RECOVERY, &code.printed());
    hex("root-row", &root.row("person-keys").bytes());
    hex("own-ring-row", &root.ring(vault).row(&LABEL));
    hex("own-ring", &root.ring(vault).seal(&LABEL, &key));
    hex("space-id", &SpaceId::of_label(&LABEL[..17]).bytes());

    let keys = PersonKeys::make();
    let log = LogKey::make(header.device());
    hex("person-keys", &keys.seal_under(&root, vault, row(3)));
    hex("person-card", &keys.card().encode());
    txt("person-card-words", &keys.card().fingerprint_words());
    hex("log-key", &log.seal_under(&root, vault, row(4)));
    hex("log-certificate", &keys.certify(vault, &log));

    let granter = PersonKeys::make();
    let (channel, encapsulation) = Channel::open_to(&granter, keys.card(), vault).unwrap();
    hex("grant-from", &granter.card().encode());
    hex("grant-encapsulation", &encapsulation);
    hex("grant-channel", &channel.seal_under(&root, row(5)));
    hex("channel-ring-row", &channel.ring().row(&LABEL));
    hex("channel-ring", &channel.ring().seal(&LABEL, &key));

    let event = key.seal_event(&event_context(vault), EVENT);
    hex("lane", &key.lane());
    hex("space-commitment", &key.commitment());
    hex("event", &event);
    hex("row", &key.seal_row(&row_context(vault), EVENT));
    hex("cell", &key.seal_cell(&cell_context(vault), EVENT).unwrap());
    hex("own-record", &root.seal("draft", vault, row(6), EVENT));
    hex(
        "attachment",
        &seal_chunks(&BlobKey::from_event(&[6; 32]).unwrap(), BlobId::new([7; 16]), EVENT),
    );
    hex(
        "exchange",
        &seal_chunks(&key.exchange_key(), BlobId::new([8; 16]), EVENT),
    );

    let entry = Entry {
        time_ms: 1_790_000_000_000,
        lane: key.lane(),
        event: EventKeyId::new([4; 16]),
    };
    let first = append(&log, None, &entry, &event).unwrap();
    let later = Entry {
        time_ms: 1_790_000_000_001,
        ..entry
    };
    let second = append(&log, Some(&first.head), &later, b"a body that is then erased").unwrap();
    let operations = [
        (first.header.as_slice(), Some(event.as_slice())),
        (second.header.as_slice(), None),
    ];
    hex(
        "segment",
        &seal_segment(&key.log_seal(), vault, row(7), &operations).unwrap(),
    );
    hex("log-head", &second.head.encode());
    txt("log-head-words", &head_phrase(&second.head.hash));

    let inbox = InboxSecret::from_event(&[5; 32]).unwrap();
    let form = seal_form(inbox.public(), FormKind::Views, EVENT).unwrap();
    txt("inbox-words", &inbox.public().fingerprint());
    txt("inbox-public", &inbox.public().to_text());
    txt("locked-form", &form.to_text());
    txt("locked-form-reference", &form.reference());

    let (mut backup, mut sealer) = seal_backup(&root, vault, &[(row(2), slot)], EVENT.len()).unwrap();
    sealer.feed(EVENT, |chunk| backup.extend_from_slice(chunk)).unwrap();
    while let Some(chunk) = sealer.fill().unwrap() {
        backup.extend_from_slice(&chunk);
    }
    hex("backup", &backup);
    assert_ne!(header.device(), DeviceId::new([0; 16]));
}
