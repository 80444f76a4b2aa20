//! Registers of the group that oversees the service. Everybody who works here reads them; no case is discussed there (LEI-14).

use super::{DAY_HINT, YES_NO, may, must};
use crate::register::{Answer, Area, Choices, Kind, Register, Sealed, Writer};

/// The group's nine functions (LEI-13), then what other policies ask of it (LEI-14, CAM-21, CAM-24).
const FUNCTIONS: Choices = &[
    ("awareness", "Make the service known, and advise on its information"),
    ("impartiality", "Watch over impartiality"),
    ("performance", "Watch over performance"),
    ("criteria", "Set what the service is judged by, and hear feedback on it"),
    ("development", "Shape what the service becomes"),
    ("support", "Support and encourage the team"),
    ("influence", "Influence policy and practice here"),
    ("interests", "Speak for children, young people and their parents"),
    ("neighbourhood", "Bring the service into neighbourhoods"),
    ("managers", "Question the managers on impartiality"),
    ("plan", "Advise on practice and follow the development plan"),
    ("policies", "Review policies"),
];

pub(super) static MEMBER: Register = Register {
    kind: Kind::Member,
    slug: "group",
    title: "Members of the advisory group",
    one: "a member",
    about: "Who sits in the group, and whom they speak for. The policy says who may be the Chair.",
    clauses: &[
        "LEI-9", "LEI-10", "LEI-11", "CAM-5", "CAM-22", "CAM-26", "STA-7", "STA-8", "SPS-6",
    ],
    area: Area::Group,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "from",
    named_by: &["name"],
    fields: &[
        must("name", "What is their name?", Answer::Line),
        must(
            "sector",
            "Whom do they speak for?",
            Answer::One(&[
                ("parent", "Parents and carers"),
                ("young_person", "Children and young people"),
                ("voluntary", "Charities and parents’ groups"),
                ("authority", "Children’s or adult services"),
                ("health", "Health and social care"),
                (
                    "specialist",
                    "Educational psychologists, welfare officers, specialist teachers",
                ),
                ("school", "Schools, nurseries and colleges"),
                ("staff", "The service’s own staff"),
                ("other", "Somebody else, or nobody but themself"),
            ]),
        ),
        must("officer", "Are they an officer of the council?", Answer::One(YES_NO)),
        must("chair", "Are they the Chair?", Answer::One(YES_NO)),
        must("from", "When did they join?", Answer::Day).hint(DAY_HINT),
        may("to", "When did they leave?", Answer::Day).hint("Leave this blank while they are a member."),
        may(
            "asked",
            "When were they last asked about who should sit in the group?",
            Answer::Day,
        ),
    ],
};

pub(super) static TERMS: Register = Register {
    kind: Kind::Terms,
    slug: "terms-of-reference",
    title: "Terms of reference",
    one: "terms of reference",
    about: "What the group works to, and when that was agreed.",
    clauses: &["STA-6", "CAM-24"],
    area: Area::Group,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "on",
    named_by: &["name"],
    fields: &[
        must("name", "What are they called?", Answer::Line),
        must("on", "When were they agreed?", Answer::Day).hint(DAY_HINT),
        may("meeting", "At which meeting?", Answer::Entry(Kind::Meeting)),
        may("changed", "What changed from the ones before?", Answer::Text),
        may("where_kept", "Where is the text?", Answer::Line),
    ],
};

pub(super) static MEETING: Register = Register {
    kind: Kind::Meeting,
    slug: "meetings",
    title: "Meetings of the advisory group",
    one: "a meeting",
    about: "Dates agreed beforehand, and minutes. Before a meeting ends, the date of the next is set. Nobody’s case is discussed, and minutes that name somebody from a case are not kept.",
    clauses: &["LEI-12", "LEI-13", "LEI-14", "CAM-22", "CAM-23"],
    area: Area::Group,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "on",
    named_by: &["what"],
    fields: &[
        must(
            "on",
            "On which day?",
            Answer::Due {
                what: "Meeting of the advisory group",
                unless: "held",
                same: &[],
            },
        )
        .hint(DAY_HINT),
        must("what", "What is it called?", Answer::Line).hint("Such as Autumn meeting"),
        may("place", "Where?", Answer::Line),
        may(
            "held",
            "Was it held?",
            Answer::One(&[("yes", "Held"), ("no", "Did not take place")]),
        )
        .hint("Leave this blank until the day has come."),
        may("functions", "What did the group do?", Answer::Some(FUNCTIONS)).needed_when("held", &["yes"]),
        may(
            "parents",
            "Were most of those present parents and carers?",
            Answer::One(YES_NO),
        )
        .when("held", &["yes"]),
        may("minutes", "Minutes", Answer::Text)
            .when("held", &["yes"])
            .hint("Name nobody from a case, and no child."),
        may(
            "identifies",
            "Could these details together show who somebody is?",
            Answer::One(&[("no", "No"), ("yes", "Yes")]),
        )
        .when("held", &["yes"])
        .hint("A school, an age and a diagnosis together may be enough."),
        may("next", "When is the next meeting?", Answer::Day),
        may("no_next", "Why is there no date yet?", Answer::Line)
            .when("held", &["yes"])
            .hint("Leave this blank if the next date is above."),
    ],
};

pub(super) static AGENDA: Register = Register {
    kind: Kind::Agenda,
    slug: "agenda",
    title: "Agenda and questions",
    one: "an agenda item",
    about: "What members asked to have on the agenda, and the questions they put, each with its answer.",
    clauses: &["LEI-12", "LEI-13", "SPS-6", "CAM-21"],
    area: Area::Group,
    sealed: Sealed::Service,
    writer: Writer::Everybody,
    on: "on",
    named_by: &["what"],
    fields: &[
        must("what", "What is it about?", Answer::Line).hint("Name nobody from a case."),
        must("from", "Who asked?", Answer::Line).hint("A member, or whom they speak for."),
        must("on", "On which day did they ask?", Answer::Day).hint(DAY_HINT),
        must(
            "function",
            "Which of the group’s functions does it belong to?",
            Answer::One(FUNCTIONS),
        ),
        may(
            "aim",
            "Which aim of the development plan is it about?",
            Answer::Entry(Kind::Plan),
        ),
        may("meeting", "For which meeting?", Answer::Entry(Kind::Meeting)),
        must(
            "state",
            "What is its status?",
            Answer::One(&[
                ("open", "Open"),
                ("discussed", "Discussed"),
                ("answered", "Answered"),
                ("taken_back", "Taken back"),
            ]),
        ),
        may("answer", "What was the answer?", Answer::Text),
    ],
};

pub(super) static ACTION: Register = Register {
    kind: Kind::GroupAction,
    slug: "group-actions",
    title: "Actions of the advisory group",
    one: "an action",
    about: "What the group agreed should be done, by whom, and by when.",
    clauses: &["LEI-13", "SPS-6"],
    area: Area::Group,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "",
    named_by: &["what"],
    fields: &[
        must("what", "What is to be done?", Answer::Line),
        must("who", "By whom?", Answer::Line),
        must(
            "due",
            "By when?",
            Answer::Due {
                what: "Action of the advisory group",
                unless: "done",
                same: &[],
            },
        )
        .hint(DAY_HINT),
        may("meeting", "Which meeting agreed it?", Answer::Entry(Kind::Meeting)),
        may("done", "When was it done?", Answer::Day).hint("Leave this blank until it is done."),
        may("how", "What came of it?", Answer::Text),
    ],
};
