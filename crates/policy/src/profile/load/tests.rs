use evenhand_domain::conflict::{ConflictOutcome, MatchKind};
use evenhand_domain::profile::ProfileId;

use super::KINDS;
use crate::profile::{Cadence, ChairSeat, ManagerQuestion, Occasion, Profile, Reader, Strength, Topic};

const DOCUMENTS: [&str; 5] = [
    include_str!("../../../data/sps.json"),
    include_str!("../../../data/leicester.json"),
    include_str!("../../../data/camden.json"),
    include_str!("../../../data/staffordshire.json"),
    include_str!("../../../data/westmorland-furness.json"),
];

#[test]
fn all_five_documents_are_whole() {
    for (id, document) in ProfileId::ALL.into_iter().zip(DOCUMENTS) {
        let profile = Profile::read(id, document).unwrap();
        assert_eq!(&profile, Profile::of(id));
        assert!(profile.version > 0);
        for kind in KINDS {
            let silent = profile.conflict_rule(kind).is_none();
            let area = kind == MatchKind::HomeDistrict && id != ProfileId::Sps;
            assert_eq!(silent, area, "{id:?} {kind:?}");
        }
    }
}

#[test]
fn a_faulty_document_is_refused_with_its_reason() {
    assert!(Profile::read(ProfileId::Sps, "{").is_err());
    assert!(Profile::read(ProfileId::Sps, DOCUMENTS[1]).is_err());
    let strong = DOCUMENTS[0].replacen(
        r#""strength": "remind", "clauses": ["CAM-15"], "borrowed": true"#,
        r#""strength": "bar", "clauses": ["CAM-15"], "borrowed": true"#,
        1,
    );
    let refused = Profile::read(ProfileId::Sps, strong.leak()).unwrap_err().to_string();
    assert!(refused.contains("StatementUnderstood"), "{refused}");
}

#[test]
fn an_unreadable_profile_stops_everything() {
    let closed = Profile::closed(ProfileId::Sps);
    assert!(
        KINDS
            .into_iter()
            .all(|kind| closed.conflict_rule(kind).unwrap().outcome == ConflictOutcome::Bar)
    );
    assert!(closed.rules().all(|(_, rule)| rule.strength == Strength::Bar));
}

#[test]
fn what_is_borrowed_reminds_and_what_is_own_cites_own_clauses() {
    let prefixes = ["SPS-", "LEI-", "CAM-", "STA-", "WES-"];
    for (id, prefix) in ProfileId::ALL.into_iter().zip(prefixes) {
        for (topic, rule) in Profile::of(id).rules() {
            assert!(!rule.clauses.is_empty(), "{id:?} {topic:?}");
            let own = rule.clauses.iter().all(|clause| clause.starts_with(prefix));
            assert_eq!(own, !rule.borrowed, "{id:?} {topic:?}");
        }
    }
}

#[test]
fn intervals_cite_their_own_clauses_or_say_that_they_are_borrowed() {
    let prefixes = ["SPS-", "LEI-", "CAM-", "STA-", "WES-"];
    for (id, prefix) in ProfileId::ALL.into_iter().zip(prefixes) {
        let profile = Profile::of(id);
        for (cadence, interval) in &profile.cadences {
            assert!(!interval.clauses.is_empty(), "{id:?} {cadence:?}");
            let own = interval.clauses.iter().all(|clause| clause.starts_with(prefix));
            assert_eq!(own, !interval.borrowed, "{id:?} {cadence:?}");
        }
        let asks = profile.interval(Cadence::Acknowledgement).is_some();
        assert_eq!(asks, !profile.acknowledgement.is_empty(), "CAM-7, WES-7: {id:?}");
    }
}

#[test]
fn sta_16_alone_has_an_override_with_five_answers() {
    for id in ProfileId::ALL {
        let questions = Profile::of(id)
            .manager_decision
            .as_ref()
            .map_or(0, |decision| decision.questions.len());
        let expected = match id {
            ProfileId::Sps | ProfileId::WestmorlandFurness => 0,
            ProfileId::Leicester | ProfileId::Camden => 1,
            ProfileId::Staffordshire => 5,
        };
        assert_eq!(questions, expected, "{id:?}");
    }
    assert!(ManagerQuestion::ParentsAnswer.words().ends_with('?'));
}

#[test]
fn the_three_rules_for_the_chair_lei_11_cam_22_sta_8() {
    let seat = |id| Profile::of(id).chair.seat;
    assert_eq!(seat(ProfileId::Leicester), ChairSeat::NotAnOfficerOfTheAuthority);
    assert_eq!(seat(ProfileId::Camden), ChairSeat::Independent);
    assert_eq!(seat(ProfileId::Staffordshire), ChairSeat::ParentOrCarer);
}

#[test]
fn sps_11_every_statement_names_worker_or_service_and_leaves_nothing_open() {
    for id in ProfileId::ALL {
        for occasion in Occasion::ALL {
            for reader in Reader::ALL {
                let lines = Profile::of(id).statement(occasion, reader, "Harbour SEND Advice", "Jo Field");
                assert!(lines.len() >= 2, "{id:?} {occasion:?} {reader:?}");
                let text = lines.join(" ");
                assert!(!text.contains('{') && !text.contains('}'), "{text}");
                assert!(text.contains("Jo Field") || text.contains("Harbour"), "{text}");
                if reader == Reader::EasyRead {
                    assert!(lines.iter().all(|line| line.split(' ').count() <= 12), "{text}");
                }
            }
        }
    }
}

#[test]
fn lei_27_an_agency_is_told_who_speaks_and_that_it_is_passed_on() {
    for id in ProfileId::ALL {
        let said = Profile::of(id)
            .agency_notice("Harbour SEND Advice", "Jo Field")
            .join(" ");
        assert!(said.contains("Jo Field from Harbour SEND Advice"), "{id:?} {said}");
        assert!(said.contains("you tell me") && !said.contains('{'), "{id:?} {said}");
    }
}

#[test]
fn cam_8_practitioners_may_ask_camden_alone() {
    for id in ProfileId::ALL {
        assert_eq!(Profile::of(id).practitioners_may_ask, id == ProfileId::Camden);
    }
    assert!(Topic::ALL.iter().all(|topic| topic.words().ends_with('?')));
}
