//! How long sealing and opening take: a passphrase, an event, a form, a line of the log. `cargo xtask bench native` runs it.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot begin has failed")]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use evenhand_vault::device::DeviceHeader;
use evenhand_vault::ids::{DeviceId, EventKeyId, SpaceId, VaultId};
use evenhand_vault::inbox::{FormKind, InboxSecret, LockedFile, seal_form};
use evenhand_vault::log::{Entry, append, decode_header};
use evenhand_vault::person::LogKey;
use evenhand_vault::phrase::{Passphrase, SignInName};
use evenhand_vault::slot::stretch;
use evenhand_vault::space::{EventContext, SpaceKey};

const VAULT: VaultId = VaultId::new([1; 16]);
const CONTEXT: EventContext = EventContext {
    vault: VAULT,
    space: SpaceId::new([3; 16]),
    epoch: 1,
    event: EventKeyId::new([4; 16]),
};

fn main() {
    divan::main();
}

/// A note of the length that notes have in the median.
fn note() -> Vec<u8> {
    vec![b'n'; 600]
}

#[divan::bench(sample_count = 10)]
fn stretch_a_passphrase() {
    let name = SignInName::from_input("devon".to_owned()).unwrap();
    let passphrase = Passphrase::from_input("otter lamp river cloud seven boats".to_owned());
    black_box(stretch(&name, &passphrase, &DeviceHeader::make(VAULT)).unwrap());
}

#[divan::bench]
fn seal_an_event(bencher: Bencher<'_, '_>) {
    let (key, note) = (SpaceKey::make(), note());
    let bencher = bencher.counter(BytesCount::of_slice(&note));
    bencher.bench_local(|| key.seal_event(&CONTEXT, black_box(&note)));
}

#[divan::bench]
fn open_an_event(bencher: Bencher<'_, '_>) {
    let (key, note) = (SpaceKey::make(), note());
    let sealed = key.seal_event(&CONTEXT, &note);
    let bencher = bencher.counter(BytesCount::of_slice(&note));
    bencher.bench_local(|| key.open_event(&CONTEXT, black_box(&sealed)).unwrap());
}

#[divan::bench]
fn lock_a_form(bencher: Bencher<'_, '_>) {
    let (secret, form) = (InboxSecret::make(), vec![b'f'; 2000]);
    bencher.bench_local(|| seal_form(secret.public(), FormKind::Referral, black_box(&form)).unwrap());
}

#[divan::bench]
fn open_a_locked_form(bencher: Bencher<'_, '_>) {
    let secret = InboxSecret::make();
    let text = seal_form(secret.public(), FormKind::Referral, &[b'f'; 2000])
        .unwrap()
        .to_text();
    bencher.bench_local(|| LockedFile::from_text(black_box(&text)).unwrap().open(&secret).unwrap());
}

#[divan::bench]
fn sign_into_the_log(bencher: Bencher<'_, '_>) {
    let (key, body) = (LogKey::make(DeviceId::new([2; 16])), note());
    bencher.bench_local(|| append(&key, None, &entry(), black_box(&body)).unwrap());
}

#[divan::bench]
fn verify_a_line_of_the_log(bencher: Bencher<'_, '_>) {
    let key = LogKey::make(DeviceId::new([2; 16]));
    let signed = append(&key, None, &entry(), &note()).unwrap();
    bencher.bench_local(|| decode_header(black_box(&signed.header)).unwrap());
}

fn entry() -> Entry {
    Entry {
        time_ms: 1_795_000_000_000,
        lane: [5; 16],
        event: EventKeyId::new([4; 16]),
    }
}
