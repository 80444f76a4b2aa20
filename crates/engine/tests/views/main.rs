//! Views: sealed as they were given, read by few, passed on byte for byte, and what became of them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "../calder_vale/mod.rs"]
mod calder_vale;
mod histories;
mod taken_back;

use std::collections::BTreeMap;

use calder_vale::{enter, friend, join, now, own_case, run, service, sign_in};
use evenhand_domain::ids::{EventId, ViewId};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::register::{Kind, RegisterEntry};
use evenhand_domain::worker::Role;
use evenhand_engine::backup::restore::{Held, restore_with};
use evenhand_engine::desk::Desk;
use evenhand_engine::device::unlock::unlock;
use evenhand_engine::now::Now;
use evenhand_engine::policy::compliance::State;
use evenhand_engine::register::RegisterError;
use evenhand_engine::view::{Fate, Found, TakeRequest, ViewError};
use evenhand_engine::{AnyStore, KdfParams};

const WORDS: &str = "We waited a year.\r\n\r\n  “Nobody” told us – cafe\u{301}, caf\u{e9}.  \n";

fn about(more: &[(&str, &str)]) -> RegisterEntry {
    let first = [
        ("is", "parent"),
        ("asked", "sought"),
        ("request", "School transport consultation"),
        ("themes", "transport heard"),
        ("on", "2026-11-23"),
        ("named", "no"),
        ("settled", "shown words"),
    ];
    let all = first.iter().chain(more);
    all.fold(RegisterEntry::new(Kind::View), |entry, (name, value)| {
        entry.with(name, value)
    })
}

fn asked(text: &str, more: &[(&str, &str)]) -> TakeRequest {
    TakeRequest {
        text: text.to_owned(),
        about: about(more),
        not_for: Vec::new(),
        instead: None,
    }
}

fn take(desk: &Desk, text: &str, more: &[(&str, &str)]) -> ViewId {
    run(desk.take_view(now(3), asked(text, more))).unwrap()
}

fn to(whom: &str) -> BTreeMap<String, String> {
    let values = [
        ("to_is", "authority"),
        ("to", whom),
        ("how", "email"),
        ("on", "2026-11-23"),
    ];
    values.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

fn answer(desk: &Desk, pack: EventId, came: &str, themes: &str) -> Result<EventId, RegisterError> {
    let entry = RegisterEntry::new(Kind::ViewsAnswer)
        .with("pack", pack)
        .with("on", "2026-11-23")
        .with("came", came)
        .with("themes", themes)
        .with("changed", "A second bus from January");
    run(desk.enter(now(6), entry))
}

fn state_of(desk: &Desk, id: &str) -> State {
    let found = desk
        .compliance(now(9))
        .clauses
        .into_iter()
        .find(|one| one.clause.id == id);
    found.unwrap().state
}

#[test]
fn lei_32_a_view_is_sealed_as_it_was_given_and_only_once_its_giver_settled_it() {
    let (store, desk, _) = service(ProfileId::Leicester);
    for lacking in ["settled", "named", "themes", "is", "asked", "on"] {
        let mut request = asked(WORDS, &[]);
        request.about.values.remove(lacking);
        match run(desk.take_view(now(3), request)) {
            Err(ViewError::Answers(faults)) => assert_eq!(faults[0].field, lacking),
            other => panic!("{lacking}: {other:?}"),
        }
    }
    let half = asked(WORDS, &[("settled", "words")]);
    assert!(
        run(desk.take_view(now(3), half)).is_err(),
        "what may tell who they are is shown first"
    );
    let unnamed = asked(WORDS, &[("named", "yes")]);
    assert!(
        run(desk.take_view(now(3), unnamed)).is_err(),
        "a name goes with it or it goes without"
    );
    assert_eq!(
        run(desk.take_view(now(3), asked(" \r\n", &[]))),
        Err(ViewError::NoWords)
    );
    assert!(desk.views().is_empty());

    let id = take(&desk, WORDS, &[("name", "Samina Latif")]);
    desk.lock();
    let again = enter(&store, "morag");
    let kept = again.view(id).unwrap();
    assert_eq!(kept.view.text.as_bytes(), WORDS.as_bytes());
    assert!(Desk::is_as_sealed(&kept));
    assert_eq!(
        kept.view.about.text("name"),
        "",
        "no name is kept where none goes with it"
    );
    assert_eq!(again.fate(&kept), Fate::Waits);
}

#[test]
fn lei_32_what_may_tell_who_they_are_is_shown_to_the_giver_and_nothing_is_taken_out() {
    let (_, desk, _) = service(ProfileId::Leicester);
    own_case(&desk, "Samina Latif");
    let text = "Zain’s taxi from Alder Bank Primary School never came. Ring 01632 960011.";
    let words: Vec<String> = desk.traces(now(3), text).into_iter().map(|trace| trace.words).collect();
    assert_eq!(words, ["Alder Bank Primary School", "Zain", "01632 960011"]);
    let id = take(&desk, text, &[]);
    assert_eq!(desk.view(id).unwrap().view.text, text, "they alone decide");
    // What the worker notes beside it is no view, and names nobody of a case.
    for field in ["request", "through"] {
        let named = asked(text, &[(field, "Written down by Samina Latif")]);
        match run(desk.take_view(now(4), named)) {
            Err(ViewError::Answers(faults)) => assert_eq!(faults[0].field, field),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn sps_15_lei_32_a_view_is_read_by_whoever_took_it_and_managers_who_are_free_of_its_giver() {
    let (store, morag, _) = service(ProfileId::Leicester);
    let ravi = join(&morag, "Ravi Patel", Role::Officer);
    join(&morag, "Devon Hibbert", Role::Officer);
    let ada = join(&morag, "Ada Quill", Role::Manager);
    let me = morag.me().unwrap().id;
    run(morag.declare(now(2), me, friend("Samina Latif"))).unwrap();
    morag.lock();

    let sam = enter(&store, "ravi");
    let named = take(&sam, "The bus is late.", &[("named", "yes"), ("name", "Samina Latif")]);
    let plain = take(&sam, "The bus is early.", &[]);
    let mut kept_from = asked("Do not show this to Ada.", &[]);
    kept_from.not_for = vec![ada];
    let kept_from = run(sam.take_view(now(4), kept_from)).unwrap();
    let sent = run(sam.pass_on_views(now(5), &[named, plain], to("Head of SEND"))).unwrap();
    sam.lock();

    let ids = |desk: &Desk| {
        let mut ids: Vec<ViewId> = desk.views().iter().map(|kept| kept.id).collect();
        ids.sort();
        ids
    };
    let sorted = |mut ids: Vec<ViewId>| {
        ids.sort();
        ids
    };
    let morag = enter(&store, "morag");
    assert_eq!(ids(&morag), sorted(vec![plain, kept_from]), "she may know whose it is");
    assert_eq!(run(morag.let_read(now(6), kept_from, ada)), Err(ViewError::NotForThem));
    assert_eq!(morag.pack_again(sent.pack), Err(ViewError::NotAll));
    morag.lock();
    let ada = enter(&store, "ada");
    assert_eq!(ids(&ada), sorted(vec![named, plain]));
    assert_eq!(ada.pack_again(sent.pack).unwrap(), sent.file);
    ada.lock();
    // Who was not there: how many went to whom is all that is seen, and no view.
    let devon = enter(&store, "devon");
    assert!(devon.views().is_empty());
    assert_eq!(devon.register_entry(sent.pack).unwrap().entry.text("count"), "2");
    assert!(
        devon
            .register(Kind::ViewsPack)
            .iter()
            .all(|kept| !format!("{kept:?}").contains("Samina"))
    );
    assert_eq!(run(devon.let_read(now(6), named, ravi)), Err(ViewError::NoSuchView));
    // Whoever may read no view can still tell whether a file is the one that went out.
    assert_eq!(devon.check_pack(&sent.file).unwrap().worst(), Found::AsSealed);
    let words = String::from_utf8(sent.file.clone()).unwrap();
    let around = devon
        .check_pack(words.replace("Head of SEND", "Head of care").as_bytes())
        .unwrap();
    assert_eq!((around.is_same_file, around.worst()), (false, Found::OnlyByFile));
    let altered = devon
        .check_pack(words.replace("is early", "is lated").as_bytes())
        .unwrap();
    assert_eq!(altered.worst(), Found::Altered);
    let cut = &words[..words.find("\n\nVIEW 2").unwrap()];
    assert_eq!(devon.check_pack(cut.as_bytes()).unwrap().worst(), Found::Missing);
    devon.lock();
    let ravi_now = enter(&store, "ravi");
    let devon = ravi_now
        .team()
        .current()
        .iter()
        .find(|one| one.name.starts_with("Devon"))
        .unwrap()
        .id;
    run(ravi_now.let_read(now(7), plain, devon)).unwrap();
    ravi_now.lock();
    assert_eq!(ids(&enter(&store, "devon")), [plain]);
}

#[test]
fn sps_15_a_manager_who_declares_the_giver_later_loses_the_view_and_one_alone_gets_a_second() {
    let (store, morag, _) = service(ProfileId::Leicester);
    let view = take(
        &morag,
        "The bus is late.",
        &[("named", "yes"), ("name", "Samina Latif")],
    );
    let ada = join(&morag, "Ada Quill", Role::Manager);
    assert_eq!(
        morag.view(view).unwrap().readers.len(),
        1,
        "nobody reads a view because of their post"
    );
    morag.lock();
    // It is lost with nobody: the next unlock gives it to a second who is free.
    assert_eq!(enter(&store, "morag").view(view).unwrap().readers.len(), 2);
    let at_ada = enter(&store, "ada");
    assert!(at_ada.view(view).is_some());
    run(at_ada.declare(now(5), ada, friend("Samina Latif"))).unwrap();
    assert!(at_ada.view(view).is_none(), "in the step that bars her");
    at_ada.lock();
    assert!(enter(&store, "ada").views().is_empty());
    let morag = enter(&store, "morag");
    assert_eq!(morag.view(view).unwrap().readers.len(), 1);
}

#[test]
fn sps_15_a_snapshot_neither_hides_a_view_that_somebody_was_let_read_nor_outlives_one_that_was_taken_away() {
    let (store, morag, _) = service(ProfileId::Leicester);
    let devon = join(&morag, "Devon Hibbert", Role::Officer);
    let ada = join(&morag, "Ada Quill", Role::Manager);
    let named = take(
        &morag,
        "The bus is late.",
        &[("named", "yes"), ("name", "Samina Latif")],
    );
    let plain = take(&morag, "The bus is early.", &[]);
    let leave = |desk: Desk| {
        while desk.prepare_search(100) {}
        assert!(run(desk.keep_snapshot(|| std::future::ready(()))).unwrap());
        desk.lock();
    };
    leave(enter(&store, "devon"));
    let at_ada = enter(&store, "ada");
    assert_eq!(at_ada.views().len(), 2);
    leave(at_ada);

    let morag = enter(&store, "morag");
    run(morag.let_read(now(5), plain, devon)).unwrap();
    run(morag.declare(now(6), ada, friend("Samina Latif"))).unwrap();
    morag.lock();
    let devon = enter(&store, "devon");
    assert_eq!(devon.view(plain).unwrap().view.text, "The bus is early.");
    devon.lock();
    let ada = enter(&store, "ada");
    assert!(!ada.has_snapshot(), "it held the key");
    assert!(ada.view(named).is_none() && ada.view(plain).is_some());
}

#[test]
fn lei_32_cam_13_as_many_views_come_out_as_went_in_each_the_same_byte_for_byte() {
    let (_, desk, _) = service(ProfileId::Camden);
    assert_eq!(state_of(&desk, "CAM-13"), State::NotKnown);
    let texts = [
        WORDS,
        "مرحبا\u{202e} abc\u{202c} ",
        "👩‍👧\t&amp;<p>",
        "----- begin 1 -----\r",
    ];
    let ids = texts.map(|text| take(&desk, text, &[]));
    run(desk.translate_view(now(4), ids[1], "Hello".into(), "English", "Nadia, interpreter")).unwrap();
    let sent = run(desk.pass_on_views(now(5), &ids, to("Head of SEND"))).unwrap();
    assert_eq!(sent.count, ids.len());
    for text in texts {
        let has = |some: &[u8]| some == text.as_bytes();
        assert!(
            sent.file.windows(text.len()).any(has),
            "{text:?} stands in the file as it is"
        );
    }
    let words = String::from_utf8(sent.file.clone()).unwrap();
    assert!(words.contains("TRANSLATION, not their own words: into English, by Nadia, interpreter"));
    let checked = desk.check_pack(&sent.file).unwrap();
    assert!(checked.is_same_file && checked.worst() == Found::AsSealed);
    assert_eq!(checked.texts.len(), ids.len() + 1);
    let entry = desk.register_entry(sent.pack).unwrap().entry;
    assert_eq!((entry.text("count"), entry.text("transport")), ("4", "4"));
    // It is written with the pack and by nobody's hand.
    assert!(!desk.may_change_entry(sent.pack) && !desk.writes_in(Kind::ViewsPack));
    assert_eq!(run(desk.enter(now(6), entry)), Err(RegisterError::NotYours));
    assert_eq!(desk.pack_again(sent.pack).unwrap(), sent.file);
    assert_eq!(state_of(&desk, "CAM-13"), State::Met);
    // A translation that came later is in no pack that went before it.
    run(desk.translate_view(now(7), ids[0], "Attendu".into(), "French", "Nadia")).unwrap();
    assert_eq!(desk.pack_again(sent.pack).unwrap(), sent.file);
}

#[test]
fn lei_32_a_text_that_was_tampered_with_is_refused_and_named() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let (first, second) = (
        take(&desk, "We waited a year.", &[]),
        take(&desk, "The bus is late.", &[]),
    );
    let sent = run(desk.pass_on_views(now(5), &[first, second], to("Head of SEND"))).unwrap();
    let file = String::from_utf8(sent.file).unwrap();
    let check = |text: &str| desk.check_pack(text.as_bytes()).unwrap();
    let found = |text: &str| {
        let checked = check(text);
        assert!(!checked.is_same_file && checked.worst() != Found::AsSealed);
        checked.texts
    };
    let as_sealed = |view| (view, 0, Found::AsSealed);
    for other in ["The bus was late.", "The bus is lame.", "The  bus is late."] {
        let altered = file.replace("The bus is late.", other);
        assert_eq!(
            found(&altered),
            [as_sealed(first), (second, 0, Found::Altered)],
            "{other}"
        );
    }
    // A left-out view is missed, and one that was put in is noticed.
    let cut = &file[..file.find("\n\nVIEW 2").unwrap()];
    assert_eq!(found(cut), [as_sealed(first), (second, 0, Found::Missing)]);
    let twice = format!("{file}{}", &file[file.find("\n\nVIEW 2").unwrap()..]);
    assert_eq!(found(&twice)[2], (second, 0, Found::Added));
    assert_eq!(desk.check_pack(b"Dear Sir"), Err(ViewError::NotAPack));
    let elsewhere = file.replace(&sent.pack.to_string(), "00000000000000000000000000000000");
    assert_eq!(desk.check_pack(elsewhere.as_bytes()), Err(ViewError::NotAPack));
}

#[test]
fn lei_36_themes_are_corrected_before_a_view_goes_out_and_counted_as_they_then_stand() {
    let (_, desk, _) = service(ProfileId::Leicester);
    own_case(&desk, "Samina Latif");
    let id = take(&desk, "The bus never comes", &[("themes", "other")]);
    let nothing = run(desk.sort_view(now(4), id, " "));
    assert!(matches!(nothing, Err(ViewError::Answers(faults)) if faults[0].field == "themes"));
    run(desk.sort_view(now(4), id, "transport heard")).unwrap();
    let kept = desk.view(id).unwrap();
    assert_eq!(kept.view.about.text("themes"), "transport heard");
    assert_eq!(kept.sorted[0].0, "other", "what it was before stays");
    assert!(Desk::is_as_sealed(&kept) && kept.view.text == "The bus never comes");
    run(desk.pass_on_views(now(5), &[id], to("Head of SEND"))).unwrap();
    let told: Vec<_> = desk
        .became_of_views()
        .into_iter()
        .map(|line| (line.theme, line.passed_on))
        .collect();
    assert_eq!(told, [("transport", 1), ("heard", 1)]);
    assert_eq!(run(desk.sort_view(now(6), id, "other")), Err(ViewError::WentOut));
}

#[test]
fn lei_36_what_became_of_views_is_told_by_theme_and_names_nobody() {
    let (_, desk, _) = service(ProfileId::Leicester);
    own_case(&desk, "Samina Latif");
    let ids = [
        take(&desk, "One", &[("themes", "transport")]),
        take(&desk, "Two", &[("themes", "transport health")]),
        take(&desk, "Three", &[("themes", "care")]),
    ];
    let first = run(desk.pass_on_views(now(5), &ids[..2], to("Head of SEND"))).unwrap();
    let second = run(desk.pass_on_views(now(5), &ids[2..], to("Head of care"))).unwrap();
    assert_eq!(state_of(&desk, "LEI-32"), State::Met);
    assert_eq!(state_of(&desk, "LEI-36"), State::NotKnown);
    answer(&desk, first.pack, "changed", "transport").unwrap();
    answer(&desk, second.pack, "none", "").unwrap();
    let told: Vec<_> = desk
        .became_of_views()
        .into_iter()
        .map(|line| (line.theme, line.passed_on, line.answered, line.changed))
        .collect();
    assert_eq!(told, [("transport", 2, 2, 2), ("health", 1, 0, 0), ("care", 1, 0, 0)]);
    let fate = |id| desk.fate(&desk.view(id).unwrap());
    assert_eq!(ids.map(fate), [Fate::Answered, Fate::Answered, Fate::PassedOn]);
    assert_eq!(desk.answers_to(&desk.view(ids[0]).unwrap()).len(), 1);
    assert_eq!(state_of(&desk, "LEI-36"), State::Met);
    // Everybody reads what was answered, so no family stands in it, nor in to whom views went.
    let named = RegisterEntry::new(Kind::ViewsAnswer)
        .with("pack", first.pack)
        .with("on", "2026-11-23")
        .with("came", "no")
        .with("said", "They will ring Samina Latif.");
    assert!(matches!(run(desk.enter(now(7), named)), Err(RegisterError::Answers(_))));
    let mut whom = to("Head of SEND");
    whom.insert("asked".into(), "Samina Latif’s letter".into());
    match run(desk.pass_on_views(now(7), &ids[..1], whom)) {
        Err(ViewError::Answers(faults)) => assert_eq!(faults[0].field, "asked"),
        other => panic!("{other:?}"),
    }
    let unsaid = answer(&desk, first.pack, "will", "").map(drop);
    assert_eq!(unsaid, Ok(()));
}
