//! Registers of what the service gives to others, and takes from independent bodies.

use super::{DAY_HINT, YES_NO, may, must};
use crate::register::{Answer, Area, Kind, Register, Sealed, Writer};

pub(super) static SUBSCRIPTION: Register = Register {
    kind: Kind::Subscription,
    slug: "subscriptions",
    title: "Subscriptions",
    one: "a subscription",
    about: "Independent bodies that keep the service up to date, and when each subscription is renewed.",
    clauses: &["STA-13"],
    area: Area::Outside,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "from",
    named_by: &["body"],
    fields: &[
        must("body", "To which body?", Answer::Line),
        may("for_what", "What does it give?", Answer::Line),
        may("from", "Since when?", Answer::Day).hint(DAY_HINT),
        must(
            "renew",
            "When is it due for renewal?",
            Answer::Due {
                what: "Renew a subscription",
                unless: "ended",
                same: &[],
            },
        )
        .hint("Change this date each time it is renewed."),
        may("ended", "When did it end?", Answer::Day).hint("Leave this blank while it runs."),
    ],
};

pub(super) static RESOURCE: Register = Register {
    kind: Kind::Resource,
    slug: "resources",
    title: "Resources",
    one: "a resource",
    about: "What the service can hand out or send: its own leaflets, and what others publish, near and far.",
    clauses: &["CAM-17", "STA-11", "LEI-22"],
    area: Area::Outside,
    sealed: Sealed::Service,
    writer: Writer::Everybody,
    on: "dated",
    named_by: &["name"],
    fields: &[
        must("name", "What is it called?", Answer::Line),
        must("from", "Who publishes it?", Answer::Line),
        must(
            "reach",
            "Whose is it?",
            Answer::One(&[
                ("own", "Our own"),
                ("local", "A local body’s"),
                ("national", "A national body’s"),
            ]),
        ),
        may("dated", "What is its date?", Answer::Day)
            .hint("So that nobody sends what is out of date. For example, 27 3 2026"),
        may("where_kept", "Where is it?", Answer::Line).hint("A shelf, or the address of a page."),
        may("languages", "In which languages and forms?", Answer::Line).hint("Such as English, Urdu, Easy Read."),
    ],
};

/// Everybody who works here reads it, so no family stands in it: what a family was sent is ticked with the contact, inside its case.
pub(super) static SENT: Register = Register {
    kind: Kind::Sent,
    slug: "sent",
    title: "What was sent",
    one: "something we sent",
    about: "What was sent to schools, groups, services and the public, and when. Do not put here what a family was sent, for everybody who works here can read it: tick it with the contact in their case.",
    clauses: &["CAM-17"],
    area: Area::Outside,
    sealed: Sealed::Service,
    writer: Writer::Everybody,
    on: "on",
    named_by: &["what", "to"],
    fields: &[
        must("what", "What was sent?", Answer::Entry(Kind::Resource))
            .hint("Not in the list? Add it under Resources first."),
        must("on", "On which day?", Answer::Day).hint(DAY_HINT),
        must(
            "to_is",
            "Who was it sent to?",
            Answer::One(&[
                ("school", "A school, nursery or college"),
                ("group", "A support group or charity"),
                ("health", "A health service"),
                ("authority", "The council"),
                ("public", "The public, at an event or a stand"),
                ("other", "Somebody else, not a family"),
            ]),
        ),
        must("to", "What is the body or the event called?", Answer::Line).hint("Never the name of a family."),
        may("copies", "How many copies?", Answer::Number),
    ],
};

pub(super) static OUTREACH: Register = Register {
    kind: Kind::Outreach,
    slug: "outreach",
    title: "Outreach",
    one: "an outreach session",
    about: "Training and information that the service gave to other groups. Each should cover impartial and accurate information, rights, and confidentiality.",
    clauses: &["WES-15"],
    area: Area::Outside,
    sealed: Sealed::Service,
    writer: Writer::Everybody,
    on: "on",
    named_by: &["to", "topic"],
    fields: &[
        must("on", "On which day?", Answer::Day).hint(DAY_HINT),
        must("to", "To which group?", Answer::Line),
        must("topic", "What was it about?", Answer::Line),
        may("present", "How many people came?", Answer::Number),
        must(
            "covered",
            "What did it cover?",
            Answer::All(&[
                ("impartial", "That our information is impartial"),
                ("accurate", "That our information is accurate, and where it comes from"),
                ("rights", "The rights of children, young people and their parents"),
                ("confidential", "That what they tell us stays confidential"),
            ]),
        ),
    ],
};

pub(super) static INFLUENCE: Register = Register {
    kind: Kind::Influence,
    slug: "influence",
    title: "Influence on policy",
    one: "something that we said",
    about: "What the service said to make policy better for families, to whom, and what came of it. Do not write about a case here.",
    clauses: &["CAM-2"],
    area: Area::Outside,
    sealed: Sealed::Service,
    writer: Writer::Everybody,
    on: "on",
    named_by: &["matter"],
    fields: &[
        must("on", "On which day?", Answer::Day).hint(DAY_HINT),
        must("with", "Who did we say it to?", Answer::Line).hint("A board, a consultation, a working group."),
        must("matter", "About what?", Answer::Line),
        must("said", "What did the service say?", Answer::Text),
        may("became", "What came of it?", Answer::Text),
    ],
};

/// What a family needs stands at the head of its case; here stands what was bought in for it, and what we could not get (LEI-20).
pub(super) static INTERPRETER: Register = Register {
    kind: Kind::Interpreter,
    slug: "interpreters",
    title: "Interpreters",
    one: "a booking",
    about: "Interpreters, sign language and translations: what was needed, who gave it, and what we could not get. Do not name a family here.",
    clauses: &["LEI-20"],
    area: Area::Outside,
    sealed: Sealed::Service,
    writer: Writer::Everybody,
    on: "on",
    named_by: &["need", "language"],
    fields: &[
        must("on", "For which day?", Answer::Day).hint(DAY_HINT),
        must(
            "need",
            "What was needed?",
            Answer::One(&[
                ("bsl", "British Sign Language"),
                ("spoken", "A spoken language"),
                ("written", "A translation"),
                ("other", "Another way to be understood"),
            ]),
        ),
        may("language", "Which language or way?", Answer::Line),
        must("supplier", "Who was it booked from?", Answer::Line)
            .hint("Such as the council’s interpreting service. If nobody could be booked, write “nobody”."),
        must(
            "another",
            "Was another supplier offered?",
            Answer::One(&[
                ("yes", "Yes"),
                ("content", "No, they were content with this one"),
                ("no", "No, there was no other"),
            ]),
        )
        .hint("Some would rather not have one from the council."),
        may(
            "met",
            "Was the need met?",
            Answer::One(&[("yes", "Yes"), ("no", "No, the need was not met")]),
        )
        .hint("Leave this blank until the day has come."),
        may("note", "What was done about it?", Answer::Text),
    ],
};

/// Contract and trends alone: a named case is a contact in that case, under a permission, or under Staffordshire at the parents' request.
pub(super) static AUTHORITY: Register = Register {
    kind: Kind::Authority,
    slug: "authority",
    title: "Talks with the council",
    one: "a talk",
    about: "Meetings and calls about the contract, developments and training, or policy. Do not write about a case here: what names a child or a family is not kept, nor a school with a year or an age. A talk about one case is noted as a contact in that case, with the family’s permission.",
    clauses: &["LEI-5", "LEI-6", "STA-9", "STA-17"],
    area: Area::Outside,
    sealed: Sealed::Service,
    writer: Writer::Everybody,
    on: "on",
    named_by: &["about"],
    fields: &[
        must("on", "On which day?", Answer::Day).hint(DAY_HINT),
        must("with", "With whom?", Answer::Line)
            .hint("Their role and name. Officers of the council may be named, nobody from a family."),
        must(
            "kind",
            "What kind of talk was it?",
            Answer::One(&[
                ("contract", "The contract and the service’s own outcomes"),
                ("operational", "Developments, training and trends"),
                ("strategic", "Policy and planning"),
            ]),
        ),
        must("about", "What was it about?", Answer::Line),
        must("said", "What was said, and what came of it?", Answer::Text),
        must(
            "identifies",
            "Could these details together show who somebody is?",
            Answer::One(YES_NO),
        )
        .hint("A school with a year, a rare condition, a family of six: small details add up."),
        may(
            "next",
            "When will you speak next?",
            Answer::Due {
                what: "Speak with the council again",
                unless: "",
                same: &["kind"],
            },
        ),
    ],
};

/// Its name can be chosen wherever a school is asked for, so that two people write the same one the same way.
pub(super) static PLACE: Register = Register {
    kind: Kind::Place,
    slug: "places",
    title: "Local places",
    one: "a place",
    about: "Nurseries, childminders and other places that are not in the national register. They can be chosen wherever a school is asked for, so that the conflict check finds them.",
    clauses: &["SPS-14"],
    area: Area::Outside,
    sealed: Sealed::Service,
    writer: Writer::Everybody,
    on: "",
    named_by: &["name", "where"],
    fields: &[
        must("name", "What is it called?", Answer::Line)
            .hint("The name it uses. For a childminder, the name that they work under."),
        must(
            "what",
            "What is it?",
            Answer::One(&[
                ("nursery", "A nursery or playgroup"),
                ("childminder", "A childminder"),
                ("college", "A college or a training provider"),
                ("provision", "Alternative provision or tuition"),
                ("other", "Something else"),
            ]),
        ),
        may("where", "Where is it?", Answer::Line).hint("The town or the part of town, to tell it from another."),
    ],
};
