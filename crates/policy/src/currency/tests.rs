use super::*;

const OWN: [&str; 2] = ["Calder Vale SENDIASS", "Calder Vale"];

fn remarks(text: &str) -> Vec<Remark> {
    currency(text, &OWN, "2026-11-27".parse().unwrap())
}

fn whats(text: &str) -> Vec<String> {
    remarks(text).into_iter().map(|one| one.what).collect()
}

/// A whole policy that is as it should be.
const FRESH: &str = "Calder Vale SENDIASS gives information, advice and support to children, young people and parents under sections \
    19 and 32 of the Children and Families Act 2014 and the SEND Code of Practice 2015. We stand at arm's length from the council and \
    from the integrated care board, which was formerly the CCG. Calder Vale SENDIASS Officers take no side. Reviewed: September 2026. \
    Next review: September 2027.";

#[test]
fn a_text_that_is_as_it_should_be_is_left_alone() {
    assert_eq!(whats(FRESH), [""; 0]);
}

#[test]
fn lei_35_a_review_that_is_past_is_named_in_each_way_of_writing_a_date() {
    for (written, by) in [
        ("Next Review Date: Sept 2021", "30 September 2021"),
        ("Review date 12/09/2021", "12 September 2021"),
        ("To be reviewed in March 2026", "31 March 2026"),
        ("Due for review by 4 May 2026.", "31 May 2026"),
        ("Next review 2025", "31 December 2025"),
        ("Next review: 2026-11-26", "26 November 2026"),
        ("The next review is in 09/2026", "30 September 2026"),
    ] {
        let by = by.replace(' ', "\u{a0}");
        assert_eq!(whats(written), [format!("The review was due by {by}")], "{written}");
    }
    for written in [
        "Next review: November 2026",
        "Next review 2026",
        "Reviewed: Sept 2020",
        "It was reviewed in 2019. The group met in 2020.",
        "Next review: when the group asks. It met in 2019.",
    ] {
        assert_eq!(whats(written), [""; 0], "{written}");
    }
}

#[test]
fn cam_10_terms_that_others_took_the_place_of_are_named_with_what_to_write() {
    for (written, change) in [
        ("at arm's length from the CCGs.", "integrated care board"),
        ("and the clinical commissioning group", "integrated care board"),
        (
            "Part 19 and 32 of the Children and Families Act 2014",
            "sections 19 and 32",
        ),
        ("such as the Support Services Network (NIASSN)", "IAS Programme"),
        (
            "National Information Advice and Support Services Network",
            "IAS Programme",
        ),
        ("the Code of practice (2001) states", "January 2015"),
        ("the 2014 SEN Code asks", "January 2015"),
        (
            "the SEND Code of Practice: 0 to 25 years, July 2014, says",
            "January 2015",
        ),
        (
            "a statement of special educational needs",
            "education, health and care plan",
        ),
        ("Parent Partnership Services", "information, advice and support service"),
        ("children at School Action Plus", "SEN support"),
    ] {
        let found = remarks(written);
        assert_eq!(found.len(), 1, "{written}: {found:?}");
        assert!(found[0].change.contains(change), "{written}: {found:?}");
        assert!(!found[0].quote.is_empty());
    }
    for written in [
        "the integrated care board, previously known as CCG",
        "the Children and Families Act 2014 and the SEND Code of Practice 2015",
        "the Children and Families Act 2014. The Code of Practice says",
        "the Code of Practice, under the Act 2014",
        "the Code of Practice 2014, replaced in January 2015",
        "part of 19 schools, in section 19 and 32",
        "a statement of impartiality",
    ] {
        assert_eq!(whats(written), [""; 0], "{written}");
    }
    let own = currency(
        "Elmshire Parent Partnership",
        &["Elmshire Parent Partnership"],
        "2026-11-27".parse().unwrap(),
    );
    assert_eq!(own, [], "what a service is called it may go on being called");
}

#[test]
fn another_service_s_name_is_named_and_our_own_is_not() {
    for (written, name) in [
        (
            "Cumberland SEND IAS Service staff remain impartial",
            "Cumberland SEND IAS",
        ),
        ("The North Fellside SENDIASS’s officers", "North Fellside SENDIASS"),
        ("the staff of SENDIASS Elmshire take no side", "SENDIASS Elmshire"),
        ("Ash and Birch SEND IASS", "Ash and Birch SEND IASS"),
    ] {
        assert_eq!(
            whats(written),
            [format!("Another service is named: {name}")],
            "{written}"
        );
    }
    for written in [
        "Calder Vale SENDIASS’s staff",
        "The Calder Vale SENDIASS Manager",
        "SENDIASS Officers and the SENDIASS Steering Group",
        "Your local SENDIASS can help. Our SEND IAS Service",
        "Calder Vale SEND Information, Advice and Support",
        "Equality\nCalder Vale SENDIASS helps everybody",
        "SENDIASS Impartiality Policy",
    ] {
        assert_eq!(whats(written), [""; 0], "{written}");
    }
}

#[test]
fn what_is_not_there_is_said_of_a_whole_policy_and_not_of_a_line() {
    let old = FRESH
        .replace("young people and", "and")
        .replace("Next review: September 2027.", "");
    assert_eq!(
        whats(&old),
        [
            "No day is named on which it is looked at again",
            "Young people are not named"
        ]
    );
    assert_eq!(whats("We take no side."), [""; 0]);
    assert_eq!(whats(""), [""; 0]);
}

#[test]
fn the_same_words_are_named_once_in_the_order_of_the_text_and_quoted_as_they_stand() {
    let found = remarks("One two three four five six seven eight the CCG and\n  the CCG. Next review: May 2020.");
    assert_eq!(found.len(), 2);
    assert_eq!(
        found[0].quote,
        "… three four five six seven eight the CCG and the CCG. Next review: May 2020."
    );
    assert!(found[1].what.starts_with("The review was due"));
}

proptest::proptest! {
    /// Whatever is pasted, it is read to its end.
    #[test]
    fn any_text_can_be_pasted(text in "(Next review|Code of Practice|2014|Part 19|ß’|SENDIASS|Ä|\\PC|[ .,\n]){0,60}") {
        let _ = remarks(&text);
    }
}
