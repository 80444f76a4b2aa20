//! What the public sends: one size for all, and a clear word for whatever goes wrong on the way.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use evenhand_vault::ids::{RowId, VaultId};
use evenhand_vault::inbox::{
    FORM_CAPACITY, FormKind, InboxPublic, InboxPublicError, InboxSecret, LOCKED_SIZE, LockedFile, LockedFileError,
    OpenFormError, SealFormError, seal_form,
};
use evenhand_vault::person::PersonRoot;

#[test]
fn a_form_reaches_the_holder_of_the_key_and_has_one_size() {
    let secret = InboxSecret::make();
    for (kind, size) in FormKind::ALL.into_iter().zip([0, 1, 600, 12_000, FORM_CAPACITY]) {
        let form = seal_form(secret.public(), kind, &vec![b'x'; size]).unwrap();
        assert_eq!(form.bytes().len(), LOCKED_SIZE);
        let read = LockedFile::parse(form.bytes()).unwrap();
        assert_eq!((read.kind(), read.key_id()), (kind, secret.public().key_id()));
        assert_eq!(read.open(&secret).unwrap().len(), size);
        assert_eq!(read.open(&InboxSecret::make()).err(), Some(OpenFormError::WrongKey));
    }
    let size = FORM_CAPACITY + 1;
    let too_large = seal_form(secret.public(), FormKind::Referral, &vec![0; size]);
    assert_eq!(
        too_large.err(),
        Some(SealFormError::TooLarge {
            size,
            limit: FORM_CAPACITY
        })
    );
}

#[test]
fn what_goes_wrong_is_told_apart() {
    let secret = InboxSecret::make();
    let form = seal_form(secret.public(), FormKind::Challenge, b"not fair").unwrap();
    let bytes = form.bytes();
    let with = |at: usize, value: u8| {
        let mut changed = bytes.to_vec();
        changed[at] = value;
        LockedFile::parse(&changed)
    };
    assert_eq!(
        LockedFile::parse(b"%PDF-1.7").err(),
        Some(LockedFileError::NotALockedFile)
    );
    assert_eq!(LockedFile::parse(b"").err(), Some(LockedFileError::NotALockedFile));
    assert_eq!(LockedFile::parse(&bytes[..6]).err(), Some(LockedFileError::Damaged));
    assert_eq!(
        LockedFile::parse(&bytes[..LOCKED_SIZE - 1]).err(),
        Some(LockedFileError::Damaged)
    );
    assert_eq!(
        LockedFile::parse(&[bytes, b"\n"].concat()).err(),
        Some(LockedFileError::TooLarge)
    );
    assert_eq!(with(4, 2).err(), Some(LockedFileError::NewerVersion(2)));
    assert_eq!(with(5, 1).err(), Some(LockedFileError::UnknownSuite(1)));
    assert_eq!(with(6, 77).err(), Some(LockedFileError::UnknownKind(77)));
    // The kind is bound: a challenge cannot be passed off as feedback.
    assert_eq!(with(6, 3).unwrap().open(&secret).err(), Some(OpenFormError::Damaged));
    for at in [15, 700, 1134, 1135, 40_000, LOCKED_SIZE - 1] {
        assert_eq!(
            with(at, bytes[at] ^ 1).unwrap().open(&secret).err(),
            Some(OpenFormError::Damaged),
            "byte {at}"
        );
    }
    assert_eq!(
        with(7, bytes[7] ^ 1).unwrap().open(&secret).err(),
        Some(OpenFormError::WrongKey)
    );
}

#[test]
fn a_form_survives_what_mail_does_to_it() {
    let secret = InboxSecret::make();
    let form = seal_form(secret.public(), FormKind::Views, "Ich möchte bleiben.".as_bytes()).unwrap();
    let text = form.to_text();
    assert!(LockedFile::looks_like_text(&text) && text.is_ascii());
    let quoted: String = text.lines().flat_map(|line| ["> > ", line, "\r\n"]).collect();
    let rewrapped = text
        .replace('\n', "")
        .replace("-----", "\n-----\n")
        .replace("FORM\n", "FORM");
    let narrow: String = text
        .chars()
        .enumerate()
        .flat_map(|(at, c)| (at % 19 == 18).then_some('\n').into_iter().chain([c]))
        .collect();
    let polite = format!("Dear service,\n\nmy form — with thanks:\n{text}\nYours, 3/4 + all\n");
    for received in [
        text.clone(),
        quoted,
        rewrapped,
        polite,
        text.replace("-----", "— —"),
        text.replace("BEGIN LOCKED", "Begin\n> Locked")
            .replace("END LOCKED", "end  locked"),
        text.replace('\n', "\u{a0}\u{200b}\n"),
    ] {
        let read = LockedFile::from_text(&received).unwrap();
        assert!(read == form, "{}", &received[..60]);
    }
    // Breaks inside the two lines of words, where mail never wraps, need not be read, but must not panic.
    let _ = LockedFile::from_text(&narrow);
    assert_eq!(
        LockedFile::from_text("Dear service").err(),
        Some(LockedFileError::NotALockedFile)
    );
    assert_eq!(
        LockedFile::from_text(&text[..5000]).err(),
        Some(LockedFileError::Damaged)
    );
    let lost_line: String = text
        .lines()
        .enumerate()
        .filter(|(at, _)| *at != 9)
        .flat_map(|(_, line)| [line, "\n"])
        .collect();
    assert_eq!(LockedFile::from_text(&lost_line).err(), Some(LockedFileError::Damaged));
    assert_eq!(
        LockedFile::from_text(&"a".repeat(400_001)).err(),
        Some(LockedFileError::TooLarge)
    );
}

#[test]
fn a_reference_can_be_read_out() {
    let secret = InboxSecret::make();
    for _ in 0..20 {
        let form = seal_form(secret.public(), FormKind::Referral, b"help").unwrap();
        let reference = form.reference();
        assert_eq!(reference.len(), 7);
        assert!(!reference.contains(['0', 'O', '1', 'I', 'L']));
        assert_eq!(form.file_name(), format!("form-{}.locked", reference.replace(' ', "")));
        assert_eq!(LockedFile::parse(form.bytes()).unwrap().digest(), form.digest());
    }
}

#[test]
fn a_published_key_reads_back_and_is_known_by_its_words() {
    let secret = InboxSecret::make();
    let public = secret.public();
    let text = public.to_text();
    assert!(InboxPublic::from_text(&format!(" {text}\n")).unwrap() == *public);
    assert_eq!(public.fingerprint().split(' ').count(), 6);
    assert_ne!(public.fingerprint(), InboxSecret::make().public().fingerprint());
    assert_eq!(InboxPublic::from_text("äöü").err(), Some(InboxPublicError::Text));
    let bytes = public.encode();
    assert_eq!(InboxPublic::decode(&bytes[..900]).err(), Some(InboxPublicError::Length));
    assert_eq!(InboxPublic::decode(&[]).err(), Some(InboxPublicError::Length));
    let with = |at: usize, value: u8| {
        let mut changed = bytes.clone();
        changed[at] = value;
        InboxPublic::decode(&changed).err()
    };
    assert_eq!(with(0, 3), Some(InboxPublicError::UnknownSuite(3)));
    assert_eq!(with(1, 2), Some(InboxPublicError::NewerVersion(2)));
    let mut no_key = bytes[..2].to_vec();
    no_key.resize(1218, 0xff);
    assert_eq!(InboxPublic::decode(&no_key).err(), Some(InboxPublicError::NotAKey));
}

#[test]
fn an_inbox_key_is_kept_and_handed_on() {
    let (secret, root, vault, row) = (InboxSecret::make(), PersonRoot::make(), VaultId::make(), RowId::make());
    let back = InboxSecret::open_under(&root, vault, row, &secret.seal_under(&root, vault, row)).unwrap();
    let handed = InboxSecret::from_event(secret.expose_for_event().as_slice()).unwrap();
    let form = seal_form(secret.public(), FormKind::Referral, b"help").unwrap();
    assert!(form.open(&back).is_ok() && form.open(&handed).is_ok());
    assert!(InboxSecret::open_under(&PersonRoot::make(), vault, row, &secret.seal_under(&root, vault, row)).is_err());
    assert!(InboxSecret::from_event(&[1; 31]).is_none());
}
