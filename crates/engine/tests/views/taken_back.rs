//! A giver takes a view back, or gives it in other words.

use super::*;

#[test]
fn lei_32_a_giver_takes_a_view_back_or_gives_it_anew_and_neither_is_passed_on() {
    let (_, desk, _) = service(ProfileId::Leicester);
    let (back, first) = (take(&desk, "One", &[]), take(&desk, "Two", &[]));
    run(desk.take_back_view(now(4), back, "on the telephone")).unwrap();
    let again = TakeRequest {
        instead: Some(first),
        ..asked("Two, in better words", &[])
    };
    let second = run(desk.take_view(now(5), again)).unwrap();
    let kept = desk.view(first).unwrap();
    assert_eq!((kept.view.text.as_str(), kept.anew), ("Two", Some(second)));
    let fate = |id| desk.fate(&desk.view(id).unwrap());
    assert_eq!(
        [fate(back), fate(first), fate(second)],
        [Fate::TakenBack, Fate::GivenAnew, Fate::Waits]
    );
    for id in [back, first] {
        let sent = run(desk.pass_on_views(now(6), &[second, id], to("Head of SEND")));
        assert_eq!(sent, Err(ViewError::MayNotGo));
    }
    assert!(desk.register(Kind::ViewsPack).is_empty());
    assert_eq!(
        run(desk.pass_on_views(now(6), &[], to("x"))),
        Err(ViewError::NoneChosen)
    );
    run(desk.pass_on_views(now(7), &[second, second], to("Head of SEND"))).unwrap();
    assert_eq!(desk.register(Kind::ViewsPack)[0].entry.text("count"), "1");
    assert_eq!(run(desk.take_back_view(now(8), second, "")), Err(ViewError::WentOut));
    assert_eq!(run(desk.take_back_view(now(8), back, "")), Err(ViewError::MayNotGo));
}

/// Whether some words stand anywhere in what a desk can open, whoever wrote them.
fn is_told(desk: &Desk, words: &str) -> bool {
    format!("{:?}", desk.views()).contains(words)
}

#[test]
fn lei_29_what_a_giver_takes_back_before_it_went_out_is_erased_and_that_they_took_it_back_stays() {
    let (store, desk, code) = service(ProfileId::Leicester);
    let code = code.printed().to_string();
    let named = [("named", "yes"), ("name", "Odile Marchetti"), ("reach", "07700 900611")];
    // So long that a log without them is plainly shorter.
    let long: String = (0..4_000_u64)
        .map(|at| format!(" {:x}", at.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
        .collect();
    let back = take(&desk, &format!("We waited a year{long}"), &named);
    let stays = take(&desk, "Nobody told us", &[]);
    run(desk.translate_view(now(4), back, "Czekalismy rok".to_owned(), "Polish", "Nadia")).unwrap();
    // From a snapshot, too, it is known where the words lie.
    while desk.prepare_search(100) {}
    run(desk.keep_snapshot(|| std::future::ready(()))).unwrap();
    desk.lock();
    let desk = run(unlock(&store, now(5), sign_in("morag"))).unwrap();
    assert!(is_told(&desk, "We waited a year"));
    let before = run(desk.make_backup()).unwrap().len();
    run(desk.take_back_view(now(6), back, "on the telephone")).unwrap();
    let after = run(desk.make_backup()).unwrap().len();
    assert!(
        after + long.len() / 3 < before,
        "the words are in the log no more: {before}, {after}"
    );
    let holds = |desk: &Desk| {
        let kept = desk.view(back).unwrap();
        assert!(kept.is_erased());
        assert_eq!(kept.taken_back.as_ref().unwrap().1, "on the telephone");
        assert_eq!(kept.view.about.text("themes"), "transport heard");
        assert_eq!(desk.fate(&kept), Fate::TakenBack);
        for words in ["We waited a year", "Czekalismy", "Odile", "07700"] {
            assert!(!is_told(desk, words), "{words}");
        }
        assert_eq!(desk.view(stays).unwrap().view.text, "Nobody told us");
        assert_eq!(desk.faults(), []);
    };
    holds(&desk);
    while desk.prepare_search(100) {}
    run(desk.keep_snapshot(|| std::future::ready(()))).unwrap();
    desk.lock();
    let desk = run(unlock(&store, now(7), sign_in("morag"))).unwrap();
    holds(&desk);
    // A backup carries the log alone, so what it opens to was read from there.
    let file = run(desk.make_backup()).unwrap();
    let other = AnyStore::memory();
    let restored = restore_with(
        &other,
        now(8),
        Held::new(&file),
        &code,
        sign_in("morag2"),
        KdfParams::floor(),
    );
    holds(&run(restored).unwrap());
}
