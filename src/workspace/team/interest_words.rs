//! A declared interest in words.

use evenhand_domain::date::Day;
use evenhand_domain::interest::{Acquaintance, Interest, InterestKind};
use evenhand_domain::school::School;

fn filled(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !text.trim().is_empty())
}

fn school_words(school: &School) -> String {
    match filled(school.urn.as_ref()) {
        Some(urn) => format!("{} (URN {urn})", school.name),
        None => school.name.clone(),
    }
}

/// What it is: "Governor at Alder Bank Primary School".
pub(super) fn what(kind: &InterestKind) -> String {
    match kind {
        InterestKind::SchoolPost { post, school } => {
            format!(
                "{} at {}",
                filled(post.as_ref()).unwrap_or("A post"),
                school_words(school)
            )
        }
        InterestKind::OwnChildSchool { school } => format!("Own child at {}", school_words(school)),
        InterestKind::Relative(who) => person("Family", who),
        InterestKind::Friend(who) => person("Friend, neighbour or colleague", who),
        InterestKind::Organisation { name, post } => match filled(post.as_ref()) {
            Some(post) => format!("{post}, {name}"),
            None => name.clone(),
        },
    }
}

fn person(kind: &str, who: &Acquaintance) -> String {
    match filled(who.relation.as_ref()) {
        Some(relation) => format!("{kind}: {} ({relation})", who.name),
        None => format!("{kind}: {}", who.name),
    }
}

/// By what else somebody can be found; none for a school or a body.
pub(super) fn found_by(kind: &InterestKind) -> Option<String> {
    let (InterestKind::Relative(who) | InterestKind::Friend(who)) = kind else {
        return None;
    };
    let dob = who.dob.map(|dob| format!("born {}", dob.long()));
    let rest = [&who.phone, &who.email, &who.address]
        .into_iter()
        .filter_map(|text| filled(text.as_ref()).map(ToOwned::to_owned));
    let known: Vec<String> = dob.into_iter().chain(rest).collect();
    (!known.is_empty()).then(|| known.join(", "))
}

/// When it runs and when it was declared.
pub(super) fn when(interest: &Interest, declared: Day) -> String {
    let runs = match (interest.from, interest.to) {
        (Some(from), Some(to)) => format!("From {} to {}. ", from.long(), to.long()),
        (Some(from), None) => format!("Since {}. ", from.long()),
        (None, Some(to)) => format!("Until {}. ", to.long()),
        (None, None) => String::new(),
    };
    format!("{runs}Declared {}.", declared.long())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn school() -> School {
        School {
            urn: Some("900123".into()),
            name: "Alder Bank Primary School".into(),
            ..School::default()
        }
    }

    #[test]
    fn an_interest_reads_as_a_person_would_say_it() {
        let post = InterestKind::SchoolPost {
            post: Some("Governor".into()),
            school: school(),
        };
        assert_eq!(what(&post), "Governor at Alder Bank Primary School (URN 900123)");
        let blank = InterestKind::SchoolPost {
            post: Some(" ".into()),
            school: School {
                urn: None,
                name: "Elm".into(),
                ..School::default()
            },
        };
        assert_eq!(what(&blank), "A post at Elm");
        let sister = Acquaintance {
            name: "Mo".into(),
            relation: Some("sister".into()),
            dob: None,
            phone: Some("07700 900100".into()),
            email: None,
            address: None,
        };
        let kind = InterestKind::Relative(sister);
        assert_eq!(
            (what(&kind).as_str(), found_by(&kind).as_deref()),
            ("Family: Mo (sister)", Some("07700 900100"))
        );
    }

    #[test]
    fn the_days_are_said_where_they_are_known() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let interest = Interest {
            kind: InterestKind::OwnChildSchool { school: school() },
            from: None,
            to: Some(day("2026-07-31")),
        };
        assert_eq!(
            when(&interest, day("2026-01-02")),
            "Until 31\u{a0}July\u{a0}2026. Declared 2\u{a0}January\u{a0}2026."
        );
    }
}
