//! Backups: a printed code opens them anywhere; nothing in them can be guessed at.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use evenhand_vault::backup::{Backup, BackupError, FRONT, OpenBackupError, SealBackupError, seal_backup};
use evenhand_vault::ids::{RowId, VaultId};
use evenhand_vault::person::PersonRoot;
use evenhand_vault::phrase::RecoveryCode;
use evenhand_vault::slot::{SlotKind, SlotSecret, seal_slot};
use evenhand_vault::space::ChunkOpener;

struct Maker {
    vault: VaultId,
    root: PersonRoot,
    code: RecoveryCode,
    slots: Vec<(RowId, Vec<u8>)>,
}

fn maker() -> Maker {
    let (vault, root, code, row) = (VaultId::make(), PersonRoot::make(), RecoveryCode::make(), RowId::make());
    let slot = seal_slot(
        &SlotSecret::from_recovery(&code, vault),
        &root,
        SlotKind::Recovery,
        vault,
        row,
    );
    Maker {
        vault,
        root,
        code,
        slots: vec![(row, slot)],
    }
}

fn file(maker: &Maker, payload: &[u8]) -> Vec<u8> {
    let (mut file, mut sealer) = seal_backup(&maker.root, maker.vault, &maker.slots, payload.len()).unwrap();
    sealer.feed(payload, |chunk| file.extend_from_slice(chunk)).unwrap();
    while let Some(chunk) = sealer.fill().unwrap() {
        file.extend_from_slice(&chunk);
    }
    file
}

fn parse(bytes: &[u8]) -> Result<Backup<'_>, BackupError> {
    Backup::parse(bytes, bytes.len() as u64)
}

fn content((mut opener, rest): (ChunkOpener, &[u8])) -> Result<Vec<u8>, evenhand_vault::OpenError> {
    let mut content = Vec::new();
    opener.feed(rest, |piece| content.extend_from_slice(piece))?;
    opener.finish()?;
    Ok(content)
}

#[test]
fn the_recovery_code_restores_everything() {
    let maker = maker();
    let payload = vec![42; 150_000];
    let bytes = file(&maker, &payload);
    let backup = parse(&bytes).unwrap();
    assert_eq!(backup.vault(), maker.vault);
    let (root, opener, rest) = backup.open_with_recovery(&maker.code).unwrap();
    assert!(root.same(&maker.root));
    assert_eq!(content((opener, rest)).unwrap().as_slice(), payload.as_slice());
    assert_eq!(
        content(backup.open_with_root(&maker.root).unwrap()).unwrap().as_slice(),
        payload.as_slice()
    );
    assert_eq!(
        backup.open_with_recovery(&RecoveryCode::make()).err(),
        Some(OpenBackupError::WrongCode)
    );
    assert_eq!(
        backup.open_with_root(&PersonRoot::make()).err(),
        Some(OpenBackupError::OtherMaker)
    );
}

#[test]
fn a_backup_opens_from_its_front_and_then_piece_by_piece() {
    let mut maker = maker();
    let payload: Vec<u8> = (0..400_000_u32).map(|at| (at % 251) as u8).collect();
    // The largest head there is.
    maker.slots = vec![maker.slots[0].clone(); 248];
    let bytes = file(&maker, &payload);
    let (front, later) = bytes.split_at(FRONT);
    let backup = Backup::parse(front, bytes.len() as u64).unwrap();
    let (_, mut opener, rest) = backup.open_with_recovery(&maker.code).unwrap();
    let mut opened = Vec::new();
    for piece in [rest].into_iter().chain(later.chunks(70_001)) {
        opener.feed(piece, |content| opened.extend_from_slice(content)).unwrap();
    }
    assert!(opener.feed(&[0], |_| ()).is_err(), "one byte too many");
    opener.finish().unwrap();
    assert_eq!(opened, payload);
}

#[test]
fn the_number_of_slots_says_little() {
    let (mut one, other) = (maker(), maker());
    let short = file(&one, b"rows");
    let row = RowId::make();
    let slot = seal_slot(
        &SlotSecret::from_recovery(&other.code, one.vault),
        &other.root,
        SlotKind::Recovery,
        one.vault,
        row,
    );
    one.slots.push((row, slot));
    let bytes = file(&one, b"rows");
    assert_eq!(bytes.len(), short.len());
    let backup = parse(&bytes).unwrap();
    assert_eq!(
        backup.open_with_recovery(&other.code).err(),
        Some(OpenBackupError::OtherMaker)
    );
}

#[test]
fn a_backup_without_a_way_in_is_not_made() {
    let maker = maker();
    let seal = |slots: &[(RowId, Vec<u8>)]| seal_backup(&maker.root, maker.vault, slots, 0).err();
    assert_eq!(seal(&[]), Some(SealBackupError::NoSlot));
    assert_eq!(seal(&[(RowId::make(), vec![0; 90])]), Some(SealBackupError::SlotLength));
    assert_eq!(
        seal(&vec![maker.slots[0].clone(); 249]),
        Some(SealBackupError::TooManySlots)
    );
}

#[test]
fn a_passphrase_slot_smuggled_into_a_backup_opens_nothing() {
    let mut maker = maker();
    let (row, secret) = (RowId::make(), SlotSecret::from_recovery(&maker.code, maker.vault));
    maker.slots = vec![(
        row,
        seal_slot(&secret, &maker.root, SlotKind::Passphrase, maker.vault, row),
    )];
    let bytes = file(&maker, b"rows");
    let opened = parse(&bytes).unwrap().open_with_recovery(&maker.code);
    assert_eq!(opened.err(), Some(OpenBackupError::WrongCode));
}

#[test]
fn a_cut_or_altered_backup_is_noticed() {
    let maker = maker();
    let bytes = file(&maker, b"rows and rows");
    assert_eq!(parse(b"PK..").err(), Some(BackupError::NotABackup));
    assert_eq!(parse(&bytes[..5]).err(), Some(BackupError::Truncated));
    assert_eq!(parse(&bytes[..500]).err(), Some(BackupError::Truncated));
    let opens = |bytes: &[u8]| {
        let Ok(backup) = parse(bytes) else { return false };
        backup
            .open_with_recovery(&maker.code)
            .is_ok_and(|(_, opener, rest)| content((opener, rest)).is_ok())
    };
    assert!(opens(&bytes));
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        assert!(!opens(&changed), "byte {at}");
        assert!(!opens(&bytes[..at]), "length {at}");
    }
    let mut newer = bytes;
    newer[4] = 2;
    assert_eq!(parse(&newer).err(), Some(BackupError::NewerVersion(2)));
    newer[4] = 1;
    newer[5] = 9;
    assert_eq!(parse(&newer).err(), Some(BackupError::UnknownSuite(9)));
}
