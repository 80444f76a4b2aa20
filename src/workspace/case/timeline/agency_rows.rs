//! What passed with an agency, as rows of a contact on the timeline (LEI-26, LEI-27).

use evenhand_domain::case::contact::AgencyTalk;

use crate::workspace::case::contact::ground_words;

/// What was said, heard and told, with the permission it rests on.
pub(super) fn agency_rows(talk: &AgencyTalk, consent: Option<&str>) -> Vec<(String, String)> {
    let said = match (talk.said.trim().is_empty(), consent) {
        (true, _) => "Nothing was disclosed".to_owned(),
        (false, Some(content)) => format!("{}\nAgreed: “{content}”", talk.said),
        (false, None) => talk.said.clone(),
    };
    let told = if talk.told_passed_on {
        "Yes".to_owned()
    } else if talk.why_not_told.trim().is_empty() {
        "Not noted".to_owned()
    } else {
        format!("No: {}", talk.why_not_told)
    };
    let door = talk.without_permission.iter().flat_map(|door| {
        let family = if door.family_told {
            "Yes".to_owned()
        } else {
            format!("No: {}", door.why_family_not_told)
        };
        [
            ("On what ground it was shared", ground_words(door.ground).to_owned()),
            ("Why it was shared", door.why.clone()),
            ("Whether the family was told", family),
        ]
        .map(|(label, text)| (label.to_owned(), text))
    });
    let mut rows = vec![
        (format!("What we told {}", talk.agency), said),
        (format!("What {} told us", talk.agency), talk.heard.clone()),
        ("Told them that we would pass it on".to_owned(), told),
    ];
    rows.splice(1..1, door);
    rows
}
