//! What is half written about a case goes with its keys.

use super::*;

#[test]
fn sps_15_a_draft_about_a_case_goes_with_its_keys_and_every_other_draft_stays() {
    let (store, desk, _) = service(ProfileId::Sps);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let opened = |who: &str| {
        let asked = OpenRequest {
            worker: Some(devon),
            ..family(who, "Zain", "Alder Bank")
        };
        run(desk.open_case(now(3), &asked)).unwrap()
    };
    let cases = ["Marmaduke Stibbs-Pomeroy", "Hepzibah Thistlethorne", "Samina Latif"].map(opened);
    let [own, by_manager, kept] = cases.map(|case| format!("contact/{case}"));
    let elsewhere = format!("register/resources/{}", "ab".repeat(16));
    let at_devon = enter(&store, "devon");
    for place in [&own, &by_manager, &kept, &elsewhere] {
        run(at_devon.keep_draft(place, "They told me on Friday")).unwrap();
    }
    let drafts = || run(store.read_all(Table::Draft)).unwrap().len();
    assert_eq!(drafts(), 5, "and the list of those about cases");
    run(at_devon.declare(now(4), devon, friend("Marmaduke Stibbs-Pomeroy"))).unwrap();
    assert_eq!(drafts(), 4);
    // The page that is still open keeps nothing more of it.
    run(at_devon.keep_draft(&own, "They told me on Friday that")).unwrap();
    assert_eq!((drafts(), run(at_devon.draft(&own)).unwrap()), (4, None));
    at_devon.lock();
    run(enter(&store, "morag").declare(now(5), devon, friend("Hepzibah Thistlethorne"))).unwrap();
    let at_devon = enter(&store, "devon");
    let there = [&own, &by_manager, &kept, &elsewhere].map(|place| run(at_devon.draft(place)).unwrap().is_some());
    assert_eq!((there, drafts()), ([false, false, true, true], 3));
    run(at_devon.drop_draft(&kept)).unwrap();
    assert_eq!(drafts(), 2);
}

#[test]
fn lei_29_a_draft_of_another_holder_goes_when_they_unlock_after_an_erasure() {
    let (store, desk, _) = service(ProfileId::Leicester);
    let devon = join(&desk, "Devon Hibbert", Role::Officer);
    let case = own_case(&desk, "Samina Latif");
    run(desk.allocate(now(3), case, devon, &AllocateRequest::default())).unwrap();
    let place = format!("action/{case}");
    run(enter(&store, "devon").keep_draft(&place, "Ring Samina")).unwrap();
    let desk = enter(&store, "morag");
    run(desk.keep_draft(&place, "Write to Samina")).unwrap();
    run(desk.erase_identity(now(4), case)).unwrap();
    assert_eq!(run(desk.draft(&place)), Ok(None));
    let at_devon = enter(&store, "devon");
    assert_eq!(run(at_devon.draft(&place)), Ok(None));
    // What is begun from now on stays.
    run(at_devon.keep_draft(&place, "Close it")).unwrap();
    assert!(run(enter(&store, "devon").draft(&place)).unwrap().is_some());
}
