//! Unlocking: names, passphrases, recovery codes, slots, and what a person's root opens.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use evenhand_vault::OpenError;
use evenhand_vault::device::{DeviceHeader, KdfParams};
use evenhand_vault::ids::{DeviceId, RowId, VaultId};
use evenhand_vault::person::{
    CARD_SIZE, CardError, CertificateError, LogKey, PersonCard, PersonKeys, PersonRoot, verify_certificate,
};
use evenhand_vault::phrase::{Passphrase, RecoveryCode, SignInName};
use evenhand_vault::slot::{SLOT_SIZE, SlotKind, SlotSecret, open_any, open_slot, seal_slot, stretch};
use proptest::prelude::*;

fn secret(name: &str, passphrase: &str, header: &DeviceHeader) -> SlotSecret {
    let name = SignInName::from_input(name.into()).unwrap();
    stretch(&name, &Passphrase::from_input(passphrase.into()), header).unwrap()
}

#[test]
fn name_and_passphrase_open_one_slot_and_nothing_else_does() {
    let header = DeviceHeader::make_with(VaultId::make(), KdfParams::floor());
    let (vault, row) = (header.vault(), RowId::make());
    let root = PersonRoot::make();
    let slot = seal_slot(
        &secret("Amira", "otter lamp river", &header),
        &root,
        SlotKind::Passphrase,
        vault,
        row,
    );
    assert_eq!(slot.len(), SLOT_SIZE);

    let (opened, kind) = open_slot(&secret(" amira ", "otter  lamp river ", &header), vault, row, &slot).unwrap();
    assert!(opened.same(&root) && kind == SlotKind::Passphrase);

    for (name, passphrase) in [
        ("amira", "otter lamp rivers"),
        ("amir", "otter lamp river"),
        ("amira", "Otter lamp river"),
        // The same letters, divided elsewhere between the two fields.
        ("amirao", "tter lamp river"),
    ] {
        assert!(open_slot(&secret(name, passphrase, &header), vault, row, &slot).is_err());
    }
    let right = secret("amira", "otter lamp river", &header);
    assert_eq!(
        open_slot(&right, VaultId::make(), row, &slot).err(),
        Some(OpenError::Refused)
    );
    assert_eq!(
        open_slot(&right, vault, RowId::make(), &slot).err(),
        Some(OpenError::Refused)
    );
}

#[test]
fn a_passphrase_slot_does_not_open_under_another_header() {
    let header = DeviceHeader::make_with(VaultId::make(), KdfParams::new(20 * 1024, 2, 1).unwrap());
    let row = RowId::make();
    let root = PersonRoot::make();
    let slot = seal_slot(
        &secret("a", "b", &header),
        &root,
        SlotKind::Passphrase,
        header.vault(),
        row,
    );
    // One byte of the device id, the salt, the memory, the passes.
    for at in [22, 38, 55, 58] {
        let mut changed = header.encode();
        changed[at] ^= if at == 58 { 1 } else { 4 };
        let changed = DeviceHeader::decode(&changed).unwrap();
        assert!(
            open_slot(&secret("a", "b", &changed), header.vault(), row, &slot).is_err(),
            "byte {at}"
        );
    }
}

#[test]
fn a_recovery_code_opens_on_another_device_and_looks_like_any_slot() {
    let vault = VaultId::make();
    let header = DeviceHeader::make_with(vault, KdfParams::floor());
    let code = RecoveryCode::make();
    let (mine, other) = (PersonRoot::make(), PersonRoot::make());
    let rows = [RowId::make(), RowId::make(), RowId::make()];
    let slots = [
        seal_slot(&secret("a", "b", &header), &mine, SlotKind::Passphrase, vault, rows[0]),
        seal_slot(
            &SlotSecret::from_recovery(&RecoveryCode::make(), vault),
            &other,
            SlotKind::Recovery,
            vault,
            rows[1],
        ),
        seal_slot(
            &SlotSecret::from_recovery(&code, vault),
            &mine,
            SlotKind::Recovery,
            vault,
            rows[2],
        ),
    ];
    assert!(
        slots
            .iter()
            .all(|slot| slot.len() == SLOT_SIZE && slot[..2] == slots[0][..2])
    );
    let pairs = || rows.into_iter().zip(slots.iter().map(Vec::as_slice));

    let typed = RecoveryCode::parse(&code.printed().to_lowercase()).unwrap();
    let opened = open_any(&SlotSecret::from_recovery(&typed, vault), vault, pairs()).unwrap();
    assert_eq!((opened.row, opened.kind), (rows[2], SlotKind::Recovery));
    assert!(opened.root.same(&mine));
    assert!(open_any(&SlotSecret::from_recovery(&code, VaultId::make()), vault, pairs()).is_none());
    assert!(open_any(&SlotSecret::from_recovery(&RecoveryCode::make(), vault), vault, pairs()).is_none());
}

#[test]
fn every_changed_or_missing_byte_of_a_slot_is_refused() {
    let (vault, row) = (VaultId::make(), RowId::make());
    let secret = SlotSecret::from_recovery(&RecoveryCode::make(), vault);
    let slot = seal_slot(&secret, &PersonRoot::make(), SlotKind::Recovery, vault, row);
    for at in 0..slot.len() {
        let mut changed = slot.clone();
        changed[at] ^= 1;
        assert!(open_slot(&secret, vault, row, &changed).is_err(), "byte {at}");
        assert!(open_slot(&secret, vault, row, &slot[..at]).is_err(), "length {at}");
    }
    let mut newer = slot;
    newer[1] = 2;
    assert_eq!(
        open_slot(&secret, vault, row, &newer).err(),
        Some(OpenError::NewerVersion(2))
    );
    newer[0] = 9;
    assert_eq!(
        open_slot(&secret, vault, row, &newer).err(),
        Some(OpenError::UnknownSuite(9))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn own_records_open_for_their_owner_purpose_and_place_alone(content: Vec<u8>, at: prop::sample::Index) {
        let (root, vault, row) = (PersonRoot::make(), VaultId::make(), RowId::make());
        let sealed = root.seal("draft", vault, row, &content);
        let opened = root.open("draft", vault, row, &sealed).unwrap();
        prop_assert_eq!(opened.as_slice(), content.as_slice());
        prop_assert!(root.open("drafts", vault, row, &sealed).is_err());
        prop_assert!(root.open("draft", VaultId::make(), row, &sealed).is_err());
        prop_assert!(root.open("draft", vault, RowId::make(), &sealed).is_err());
        prop_assert!(PersonRoot::make().open("draft", vault, row, &sealed).is_err());
        let mut changed = sealed.clone();
        changed[at.index(sealed.len())] ^= 0x80;
        prop_assert!(root.open("draft", vault, row, &changed).is_err());
        prop_assert!(root.open("draft", vault, row, &sealed[..at.index(sealed.len())]).is_err());
    }
}

#[test]
fn rows_are_derived_and_differ() {
    let (one, other) = (PersonRoot::make(), PersonRoot::make());
    assert_eq!(one.row("keys"), one.row("keys"));
    assert_ne!(one.row("keys"), one.row("log"));
    assert_ne!(one.row("keys"), other.row("keys"));
}

#[test]
fn keys_come_back_and_renewing_keeps_the_identity() {
    let (root, vault, row) = (PersonRoot::make(), VaultId::make(), RowId::make());
    let keys = PersonKeys::make();
    let sealed = keys.seal_under(&root, vault, row);
    let back = PersonKeys::open_under(&root, vault, row, &sealed).unwrap();
    assert!(back.card() == keys.card() && back.generation() == 1);
    assert!(PersonKeys::open_under(&PersonRoot::make(), vault, row, &sealed).is_err());

    let renewed = keys.renew();
    assert_eq!(renewed.generation(), 2);
    assert_eq!(renewed.card().verifying_key(), keys.card().verifying_key());
    assert_ne!(renewed.card().fingerprint(), keys.card().fingerprint());
    assert_eq!(renewed.card().fingerprint_words().split(' ').count(), 6);
}

#[test]
fn a_card_with_another_key_put_in_is_refused() {
    let (mine, theirs) = (PersonKeys::make(), PersonKeys::make());
    let bytes = mine.card().encode();
    assert_eq!(bytes.len(), CARD_SIZE);
    assert!(PersonCard::decode(&bytes).unwrap() == *mine.card());
    // Key substitution: the attacker's X-Wing key under the trusted identity.
    let mut swapped = bytes.clone();
    swapped[38..38 + 1216].copy_from_slice(&theirs.card().encode()[38..38 + 1216]);
    assert_eq!(PersonCard::decode(&swapped).err(), Some(CardError::Signature));
    // An older generation number.
    let mut older = bytes.clone();
    older[2] = 0;
    assert_eq!(PersonCard::decode(&older).err(), Some(CardError::Signature));
    for at in (0..bytes.len()).step_by(7) {
        assert!(PersonCard::decode(&bytes[..at]).is_err());
        let mut changed = bytes.clone();
        changed[at] ^= 2;
        assert!(PersonCard::decode(&changed).is_err(), "byte {at}");
    }
}

#[test]
fn a_certificate_is_for_one_person_vault_device_and_log() {
    let (keys, vault, device) = (PersonKeys::make(), VaultId::make(), DeviceId::make());
    let (root, row) = (PersonRoot::make(), RowId::make());
    let log = LogKey::make(device);
    let certificate = keys.certify(vault, &log);
    let certified = verify_certificate(keys.card(), vault, &certificate).unwrap();
    assert_eq!((certified.device, certified.author), (device, log.author()));
    assert!(
        verify_certificate(keys.renew().card(), vault, &certificate).is_ok(),
        "renewing does not undo it"
    );

    let refused = Some(CertificateError::Signature);
    assert_eq!(
        verify_certificate(PersonKeys::make().card(), vault, &certificate).err(),
        refused
    );
    assert_eq!(
        verify_certificate(keys.card(), VaultId::make(), &certificate).err(),
        refused
    );
    for at in 0..certificate.len() {
        let mut changed = certificate.clone();
        changed[at] ^= 1;
        assert!(verify_certificate(keys.card(), vault, &changed).is_err());
        assert!(verify_certificate(keys.card(), vault, &certificate[..at]).is_err());
    }

    let sealed = log.seal_under(&root, vault, row);
    assert_eq!(
        LogKey::open_under(&root, vault, device, row, &sealed).unwrap().author(),
        log.author()
    );
    assert_eq!(
        LogKey::open_under(&root, vault, DeviceId::make(), row, &sealed).err(),
        Some(OpenError::Refused)
    );
}
