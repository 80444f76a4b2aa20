//! What lies in the stored rows, opened with somebody's root key and without the engine: as with a program of one's own.

use evenhand_engine::AnyStore;
use evenhand_store::Table;
use evenhand_vault::device::DeviceHeader;
use evenhand_vault::ids::{RowId, VaultId};
use evenhand_vault::person::PersonRoot;
use evenhand_vault::phrase::{Passphrase, SignInName};
use evenhand_vault::slot::{open_any, stretch};

use super::{run, sign_in};

/// The root key of somebody who has a way in now.
pub(crate) fn root_of(store: &AnyStore, name: &str) -> (VaultId, PersonRoot) {
    let header = run(store.read(Table::Meta, b"header")).unwrap().unwrap();
    let header = DeviceHeader::decode(&header).unwrap();
    let typed = sign_in(name);
    let name = SignInName::from_input(typed.name).unwrap();
    let secret = stretch(&name, &Passphrase::from_input(typed.passphrase), &header).unwrap();
    let slots = run(store.read_all(Table::Slots)).unwrap();
    let slots = slots
        .iter()
        .map(|row| (RowId::new(row.key.as_slice().try_into().unwrap()), row.value.as_slice()));
    let vault = header.vault();
    (vault, open_any(&secret, vault, slots).unwrap().root)
}

/// One part of a snapshot as it is stored: where it lies, what it is sealed for, and the sealed bytes.
pub(crate) type Part = (RowId, String, Vec<u8>);

/// A part of somebody's snapshot, where they have one: as `docs/format.md` says it is laid out.
pub(crate) fn part_of_snapshot(
    store: &AnyStore,
    (vault, root): (VaultId, &PersonRoot),
    [group, number]: [u8; 2],
) -> Option<Part> {
    let own = root.row("snapshot");
    let at = run(store.read(Table::Keys, &own.bytes())).unwrap()?;
    let at = root.open("snapshot", vault, own, &at).unwrap();
    let row = RowId::new(at.as_slice().try_into().unwrap());
    let part = |part: [u8; 2]| run(store.read(Table::Snap, &[row.bytes().as_slice(), &part].concat())).unwrap();
    let head = root.open(&format!("snapshot/0/0/{}", "00".repeat(16)), vault, row, &part([0, 0])?);
    // The name comes after what the sources are called, which is one byte of length and sixteen letters.
    let name: String = head.unwrap()[17..33].iter().map(|byte| format!("{byte:02x}")).collect();
    Some((row, format!("snapshot/{group}/{number}/{name}"), part([group, number])?))
}

/// What a search finds by, as it is stored in somebody's snapshot: the words and the cases, in letters.
pub(crate) fn stored_search(store: &AnyStore, (vault, root): (VaultId, &PersonRoot)) -> Option<String> {
    let (row, purpose, sealed) = part_of_snapshot(store, (vault, root), [1, 0])?;
    let bytes = root.open(&purpose, vault, row, &sealed).unwrap();
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
