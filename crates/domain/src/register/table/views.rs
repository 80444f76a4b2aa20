//! What is noted with a view, with views that were passed on, and with what was answered to them.

use super::{DAY_HINT, may, must};
use crate::register::{Answer, Area, Choices, Kind, Register, Sealed, Writer};

/// What views are about. Each is also a count in the register of what was passed on.
const THEMES: Choices = &[
    ("plan", "Needs assessments and plans"),
    ("support", "Support in school or college"),
    ("place", "School and college places"),
    ("away", "Exclusion and absence"),
    ("transport", "Transport"),
    ("health", "Health and therapies"),
    ("care", "Social care and short breaks"),
    ("adult", "Preparing for adult life"),
    ("heard", "Being told and being heard"),
    ("service", "This service"),
    ("other", "Something else"),
];

pub(super) static VIEW: Register = Register {
    kind: Kind::View,
    slug: "views",
    title: "Views",
    one: "a view",
    about: "Views that somebody offered or was asked for, passed on word for word.",
    clauses: &["LEI-32", "CAM-13"],
    area: Area::Outside,
    sealed: Sealed::View,
    writer: Writer::Everybody,
    on: "on",
    named_by: &["is", "request"],
    fields: &[
        must(
            "is",
            "Who gives this view?",
            Answer::One(&[
                ("parent", "A parent or carer"),
                ("young_person", "A young person"),
                ("child", "A child"),
                ("practitioner", "Somebody who works with families"),
                ("other", "Somebody else"),
            ]),
        ),
        may("through", "Who passed it on?", Answer::Line)
            .hint("For a child, who wrote it down or helped. Leave this blank if they gave it themself."),
        must(
            "asked",
            "Did we ask for it?",
            Answer::One(&[("sought", "Yes, we asked"), ("offered", "No, they offered it")]),
        ),
        may("request", "What is it about?", Answer::Line)
            .hint("In a few words, such as: the consultation on school transport. Name nobody here."),
        must("themes", "Themes", Answer::Some(THEMES)),
        may("language", "In which language is it?", Answer::Line).hint("Leave this blank if it is English."),
        must("on", "When did they give it?", Answer::Day).hint(DAY_HINT),
        must(
            "named",
            "Does their name go with it?",
            Answer::One(&[("no", "No, it goes without a name"), ("yes", "Yes, with their name")]),
        )
        .hint("They alone decide."),
        may("name", "The name that goes with it", Answer::Line),
        may("reach", "How can they hear what became of it?", Answer::Line)
            .hint("Kept with the view and never passed on. Leave this blank if they do not wish to hear."),
        must(
            "settled",
            "Before it is sealed",
            Answer::All(&[
                ("shown", "They were shown or told what could tell others who they are"),
                ("words", "They say that these are the words to pass on"),
            ]),
        ),
    ],
};

pub(super) static PACK: Register = Register {
    kind: Kind::ViewsPack,
    slug: "views-passed-on",
    title: "Views passed on",
    one: "a pack of views",
    about: "Which views went to whom, when, and how many. What each says is read only by those who may read that view.",
    clauses: &["LEI-32", "CAM-13"],
    area: Area::Outside,
    sealed: Sealed::Service,
    writer: Writer::Itself,
    on: "on",
    named_by: &["to"],
    fields: &[
        must(
            "to_is",
            "Who are the views for?",
            Answer::One(&[
                ("authority", "The council"),
                ("school", "A school, nursery or college"),
                ("health", "A health body"),
                ("group", "The advisory group that oversees us"),
                ("other", "Somebody else"),
            ]),
        ),
        must("to", "Which post or body there?", Answer::Line).hint("A post or a body, such as: Head of SEND."),
        must(
            "how",
            "How are the views sent?",
            Answer::One(&[
                ("email", "By email"),
                ("letter", "By letter"),
                ("hand", "By hand or at a meeting"),
                ("portal", "Through a website"),
            ]),
        ),
        must("on", "On which day?", Answer::Day).hint(DAY_HINT),
        may("asked", "Which request is this in answer to?", Answer::Line).hint("Leave this blank where nobody asked."),
        must("count", "How many views?", Answer::Number).hint("One view can be about more than one theme."),
        may("plan", "Of these, on needs assessments and plans", Answer::Number),
        may("support", "On support in school or college", Answer::Number),
        may("place", "On school and college places", Answer::Number),
        may("away", "On exclusion and absence", Answer::Number),
        may("transport", "On transport", Answer::Number),
        may("health", "On health and therapies", Answer::Number),
        may("care", "On social care and short breaks", Answer::Number),
        may("adult", "On preparing for adult life", Answer::Number),
        may("heard", "On being told and being heard", Answer::Number),
        may("service", "On this service", Answer::Number),
        may("other", "On something else", Answer::Number),
        must("file", "Fingerprint of the file (SHA-256)", Answer::Line).hint("It shows that the file was not changed."),
    ],
};

pub(super) static ANSWER: Register = Register {
    kind: Kind::ViewsAnswer,
    slug: "views-answered",
    title: "Answers to views",
    one: "an answer to views",
    about: "Whether and how people answered the views that were passed on, and what changed. Do not name a family here.",
    clauses: &["LEI-36"],
    area: Area::Outside,
    sealed: Sealed::Service,
    writer: Writer::Everybody,
    on: "on",
    named_by: &["pack", "came"],
    fields: &[
        must("pack", "Which views is this about?", Answer::Entry(Kind::ViewsPack))
            .hint("Listed by whom they went to, and on which day."),
        must("on", "When did they answer, or when did we stop waiting?", Answer::Day).hint(DAY_HINT),
        may("themes", "On which themes?", Answer::Some(THEMES)).hint("Tick none if the answer is about all of them."),
        must(
            "came",
            "What came of the views?",
            Answer::One(&[
                ("changed", "Something changed"),
                ("will", "Something will change"),
                ("no", "Nothing will change, and they said why"),
                ("none", "They did not answer"),
            ]),
        ),
        may("said", "What did they answer?", Answer::Text).when("came", &["changed", "will", "no"]),
        may("changed", "What changed or will change?", Answer::Text).needed_when("came", &["changed", "will"]),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lei_36_each_theme_has_a_count_in_what_is_passed_on() {
        for (theme, _) in THEMES {
            assert!(
                PACK.field(theme).is_some_and(|field| field.answer == Answer::Number),
                "{theme}"
            );
        }
    }
}
