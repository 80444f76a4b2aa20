//! Prompts are counted without a case, and the kinds of help stand with the contact.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calder_vale;

use calder_vale::{contact, enter, join, now, own_case, party, run, service};
use evenhand_domain::case::contact::{ContactWay, Support};
use evenhand_domain::profile::ProfileId;
use evenhand_domain::worker::Role;
use evenhand_engine::prompt::Judgement;

#[test]
fn cam_14_lei_24_which_prompts_help_is_counted_for_the_manager_and_names_nobody() {
    let (store, morag, _) = service(ProfileId::Camden);
    join(&morag, "Sam Okoro", Role::Officer);
    morag.lock();
    let sam = enter(&store, "sam");
    for judgement in [Judgement::Read, Judgement::Read, Judgement::Useful] {
        run(sam.judge_prompt(now(3), "meeting.before", judgement)).unwrap();
    }
    run(sam.judge_prompt(now(3), "aim", Judgement::NotUseful)).unwrap();
    sam.lock();
    let morag = enter(&store, "morag");
    let judged = |id: &str| {
        [Judgement::Read, Judgement::Useful, Judgement::NotUseful].map(|judgement| morag.judged_so(id, judgement))
    };
    assert_eq!(judged("meeting.before"), [2, 1, 0]);
    assert_eq!(judged("aim"), [0, 0, 1]);
    assert_eq!(judged("meeting"), [0, 0, 0], "a part of a name is no name");
}

#[test]
fn lei_4_lei_23_cam_14_the_help_that_was_given_and_who_was_heard_stand_with_the_contact() {
    let (store, morag, _) = service(ProfileId::Leicester);
    let id = own_case(&morag, "Amina Hassan");
    let mut met = contact(party(&morag, id).id, "The hearing was on Monday.");
    met.way = ContactWay::Meeting;
    met.venue = Some(evenhand_domain::case::contact::Venue {
        place: evenhand_domain::case::contact::Place::Neutral,
        asked_by: String::new(),
        why: String::new(),
    });
    met.support = vec![Support::SpokeInMeeting, Support::Appeal, Support::Hearing];
    met.heard = "Zain was not asked. I ring him on Friday.".into();
    run(morag.record_contact(now(4), id, met.clone())).unwrap();
    morag.lock();
    let again = enter(&store, "morag");
    let kept = again.case(id).unwrap().story.unwrap().contacts[0].now.clone();
    assert_eq!((kept.support, kept.heard), (met.support, met.heard));
}
