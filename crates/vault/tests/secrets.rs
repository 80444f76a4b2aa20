//! No secret can be copied or printed by mistake: what the types lack is part of the promise.

use std::fmt::{Debug, Display};
use std::marker::PhantomData;

use evenhand_vault::grant::Channel;
use evenhand_vault::inbox::InboxSecret;
use evenhand_vault::log::LogSealKey;
use evenhand_vault::person::{LogKey, PersonKeys, PersonRoot};
use evenhand_vault::phrase::{Passphrase, RecoveryCode, SignInName};
use evenhand_vault::slot::{OpenedSlot, SlotSecret};
use evenhand_vault::space::{BlobKey, ChunkOpener, ChunkSealer, SpaceKey};

/// Answers whether a type has a trait: the inherent constant wins where its bound holds.
struct Probe<T>(PhantomData<T>);

trait Lacks {
    const CLONE: bool = false;
    const DEBUG: bool = false;
    const DISPLAY: bool = false;
}
impl<T> Lacks for Probe<T> {}

struct ProbeClone<T>(PhantomData<T>);
impl<T> Lacks for ProbeClone<T> {}
impl<T: Clone> ProbeClone<T> {
    const CLONE: bool = true;
}
struct ProbeDebug<T>(PhantomData<T>);
impl<T> Lacks for ProbeDebug<T> {}
impl<T: Debug> ProbeDebug<T> {
    const DEBUG: bool = true;
}
struct ProbeDisplay<T>(PhantomData<T>);
impl<T> Lacks for ProbeDisplay<T> {}
impl<T: Display> ProbeDisplay<T> {
    const DISPLAY: bool = true;
}

macro_rules! lacks_all {
    ($($name:ty),+ $(,)?) => {
        [$((stringify!($name), ProbeClone::<$name>::CLONE || ProbeDebug::<$name>::DEBUG || ProbeDisplay::<$name>::DISPLAY)),+]
    };
}

#[test]
fn secrets_are_neither_copied_nor_printed() {
    let found = lacks_all![
        BlobKey,
        Channel,
        ChunkOpener,
        ChunkSealer,
        InboxSecret,
        LogKey,
        LogSealKey,
        OpenedSlot,
        Passphrase,
        PersonKeys,
        PersonRoot,
        RecoveryCode,
        SignInName,
        SlotSecret,
        SpaceKey,
    ];
    for (name, has) in found {
        assert!(!has, "{name} can be copied or printed");
    }
    let probe_works = ProbeClone::<u8>::CLONE && ProbeDebug::<u8>::DEBUG && ProbeDisplay::<u8>::DISPLAY;
    assert!(probe_works && !Probe::<u8>::CLONE);
}
