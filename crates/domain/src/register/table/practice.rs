//! Registers of the people of the service and how they practise.

use super::{DAY_HINT, YES_NO, may, must};
use crate::register::{Answer, Area, Kind, Register, Sealed, Writer};

/// Notes of supervision are for the pair alone (LEI-18).
pub(super) static SUPERVISION: Register = Register {
    kind: Kind::Supervision,
    slug: "supervision",
    title: "Supervision",
    one: "a supervision session",
    about: "Reflection on practice and on impartiality, one to one. Read by the worker and by the manager, and by nobody else.",
    clauses: &["LEI-16", "LEI-18", "SPS-18", "WES-6"],
    area: Area::Practice,
    sealed: Sealed::Worker("who"),
    writer: Writer::Manager,
    on: "on",
    named_by: &["who", "way"],
    fields: &[
        must("who", "Whose supervision was it?", Answer::Worker),
        must("on", "On which day?", Answer::Day).hint(DAY_HINT),
        must(
            "way",
            "What kind was it?",
            Answer::One(&[
                ("regular", "Regular supervision"),
                ("ad_hoc", "Extra supervision, because the work called for it"),
            ]),
        ),
        must("impartiality", "Was there any doubt about being impartial? If so, what was done?", Answer::Text)
            .hint("Where did it feel hard not to take a side? Whose view was least heard? Name nobody: no family and no child."),
        must("conflicts", "Has anything changed in what ties them to schools, people or bodies here?", Answer::Text)
            .hint("“No” is an answer. What has changed is declared by the worker as well."),
        may("practice", "What else was discussed?", Answer::Text)
            .hint("What went well, what they would do differently, what they have learned."),
        may("action", "What was agreed to be done?", Answer::Text),
        may(
            "action_by",
            "By when?",
            Answer::Due {
                what: "Do what was agreed in supervision",
                unless: "action_done",
                same: &[],
            },
        ),
        may("action_done", "When was it done?", Answer::Day).hint("Leave this blank until it is done."),
    ],
};

pub(super) static GROUP_SUPPORT: Register = Register {
    kind: Kind::GroupSupport,
    slug: "group-support",
    title: "Group support",
    one: "a group session",
    about: "Volunteers meet once a term to reflect on their work. No case is told in a way that shows whose it is.",
    clauses: &["LEI-16"],
    area: Area::Practice,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "on",
    named_by: &["about"],
    fields: &[
        must("on", "On which day?", Answer::Day).hint(DAY_HINT),
        must("about", "What was it about?", Answer::Line),
        may("present", "How many people came?", Answer::Number),
        may("learned", "What came out of it?", Answer::Text),
    ],
};

pub(super) static TRAINING: Register = Register {
    kind: Kind::Training,
    slug: "training",
    title: "Training",
    one: "training",
    about: "Who was trained in what, by whom, and when it expires.",
    clauses: &[
        "SPS-9", "SPS-18", "LEI-21", "LEI-22", "CAM-14", "STA-10", "STA-12", "WES-14",
    ],
    area: Area::Practice,
    sealed: Sealed::Service,
    writer: Writer::OfThemself,
    on: "on",
    named_by: &["who", "topic", "level"],
    fields: &[
        must("who", "Who was trained?", Answer::Worker),
        must("on", "On which day did it end?", Answer::Day).hint(DAY_HINT),
        must(
            "topic",
            "What was the training in?",
            Answer::One(&[
                ("impartiality", "Impartiality and work at arm’s length"),
                ("law", "SEND law"),
                ("partnership", "Partnership, and a voice for everyone in meetings"),
                ("safeguarding", "Safeguarding"),
                ("confidentiality", "Confidentiality and records"),
                ("other", "Something else"),
            ]),
        ),
        may("title", "What was it called?", Answer::Line),
        must("provider", "Who gave it?", Answer::Line),
        must(
            "provider_is",
            "What kind of body gave it?",
            Answer::One(&[
                ("own", "Our own service"),
                ("authority", "The council"),
                ("health", "A health service"),
                ("national", "A national body"),
                ("voluntary", "A local charity or support group"),
                ("other", "Another kind of body"),
            ]),
        )
        .hint("How much of it comes from outside the council is shown on the page Training."),
        must("accredited", "Is it accredited?", Answer::One(YES_NO)),
        may("body", "Who accredits it?", Answer::Line).needed_when("accredited", &["yes"]),
        may(
            "level",
            "Which level of legal training do they now have?",
            Answer::One(&[("1", "Level 1"), ("2", "Level 2"), ("3", "Level 3")]),
        )
        .when("topic", &["law"])
        .hint("Only for the legal training with three levels."),
        may(
            "expires",
            "When does it expire?",
            Answer::Due {
                what: "Renew training",
                unless: "",
                same: &["who", "topic"],
            },
        )
        .hint("Leave this blank if it does not expire."),
    ],
};

/// Everything on it is done before a volunteer has a case (LEI-17); the visits and the library are Staffordshire's (STA-11, STA-12).
pub(super) static INDUCTION: Register = Register {
    kind: Kind::Induction,
    slug: "induction",
    title: "Induction",
    one: "a step of induction",
    about: "The first steps of somebody new. Where the policy asks for it, a volunteer has no case until all of them are done.",
    clauses: &["LEI-17", "STA-10", "STA-11", "STA-12"],
    area: Area::Practice,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "on",
    named_by: &["who", "step"],
    fields: &[
        must("who", "Whose induction is it?", Answer::Worker),
        must(
            "step",
            "Which step?",
            Answer::One(&[
                ("impartiality", "Impartiality: what it is and how it is stated"),
                ("partiality", "Seeing partiality in the views of others"),
                ("confidentiality", "Confidentiality, records and consent"),
                ("safeguarding", "Safeguarding"),
                ("library", "The library and its resources"),
                ("visit_authority", "A visit to the council’s SEND service"),
                ("visit_group", "A visit to a local support group"),
                ("visit_other", "A visit to somebody else"),
            ]),
        ),
        must("on", "On which day was it done?", Answer::Day).hint(DAY_HINT),
        may("resource", "Which resource was used?", Answer::Entry(Kind::Resource)),
        may("note", "What is worth noting?", Answer::Text),
    ],
};

pub(super) static OBSERVATION: Register = Register {
    kind: Kind::Observation,
    slug: "observation",
    title: "Observation of practice",
    one: "an observation",
    about: "Somebody sits in, or looks at a piece of casework, to see that the options were outlined. Read by the worker and the manager. No case is named.",
    clauses: &["STA-15", "SPS-10"],
    area: Area::Practice,
    sealed: Sealed::Worker("who"),
    writer: Writer::Manager,
    on: "on",
    named_by: &["who", "what"],
    fields: &[
        must("who", "Whose practice was it?", Answer::Worker),
        must("on", "On which day?", Answer::Day).hint(DAY_HINT),
        must(
            "what",
            "What was looked at?",
            Answer::One(&[
                ("observed", "Practice, while it happened"),
                ("sampled", "A piece of casework, afterwards"),
            ]),
        ),
        must(
            "options",
            "Were the options outlined?",
            Answer::One(&[("yes", "Yes"), ("partly", "In part"), ("no", "No")]),
        ),
        must(
            "impartial",
            "Did they stay impartial?",
            Answer::One(&[("yes", "Yes"), ("partly", "In part"), ("no", "No")]),
        )
        .hint("From saying so at the start to the end."),
        must("found", "What was found?", Answer::Text).hint("Name nobody: no family, no child, no school."),
        may("action", "What happens next?", Answer::Text),
        may(
            "action_by",
            "By when?",
            Answer::Due {
                what: "Follow up an observation",
                unless: "action_done",
                same: &[],
            },
        ),
        may("action_done", "When was it done?", Answer::Day).hint("Leave this blank until it is done."),
    ],
};

/// Which cases were drawn is worked out from the number and the keys of whoever looks: the entry names none, and counts none.
pub(super) static DRAW: Register = Register {
    kind: Kind::Draw,
    slug: "draws",
    title: "Casework drawn at random",
    one: "a draw",
    about: "The same number of cases of each worker, drawn at random to be looked at. Nobody draws their own cases, or cases that they may not open. What is found goes into “Observation of practice”.",
    clauses: &["STA-15", "SPS-10"],
    area: Area::Practice,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "on",
    named_by: &["on"],
    fields: &[
        must("on", "On which day is it drawn?", Answer::Day).hint(DAY_HINT),
        must("since", "Casework since which day?", Answer::Day)
            .hint("Any case that was open between the two days can be drawn."),
        must(
            "each",
            "How many cases of each worker?",
            Answer::One(&[("1", "1"), ("2", "2"), ("3", "3"), ("5", "5")]),
        ),
        may("seed", "Which number is it drawn by?", Answer::Number)
            .hint("Leave this blank and a number is picked. Enter the number of an earlier draw to repeat it."),
    ],
};

pub(super) static ACKNOWLEDGEMENT: Register = Register {
    kind: Kind::Acknowledgement,
    slug: "acknowledgements",
    title: "Acknowledgements",
    one: "an acknowledgement",
    about: "Where the policy asks for it, each person confirms once a year, on their own sign-in, what confidentiality and impartiality ask of them.",
    clauses: &["CAM-7", "WES-7"],
    area: Area::Practice,
    sealed: Sealed::Service,
    writer: Writer::ThemselfAlone,
    on: "on",
    named_by: &["who"],
    fields: &[
        must("who", "Who?", Answer::Worker),
        must("on", "On which day?", Answer::Day),
        must("words", "What was confirmed, word for word?", Answer::Text),
    ],
};

/// The worker concerned does not classify it (WES-12): the engine refuses an entry of somebody about themself.
pub(super) static PERCEIVED_BIAS: Register = Register {
    kind: Kind::PerceivedBias,
    slug: "perceived-bias",
    title: "Perceived bias",
    one: "a note of perceived bias",
    about: "A family may see bias where a procedure was followed. It is explained to them, and not counted with challenges that were upheld. Nobody writes one about their own work.",
    clauses: &["WES-12", "SPS-19"],
    area: Area::Practice,
    sealed: Sealed::Worker("who"),
    writer: Writer::Manager,
    on: "on",
    named_by: &["who", "procedure"],
    fields: &[
        must("who", "Whose work is it about?", Answer::Worker),
        must("on", "On which day was it said?", Answer::Day).hint(DAY_HINT),
        must("felt", "What was felt?", Answer::Text).hint("In their words, without their name."),
        must("procedure", "Which procedure was followed?", Answer::Line),
        must("source", "Where is the procedure written down?", Answer::Line)
            .hint("Such as the Code of Practice, paragraph 9.14, or the council’s own policy."),
        must("explained", "How was it explained?", Answer::Text),
        must(
            "agrees",
            "What do they say now?",
            Answer::One(&[
                ("yes", "They accept that the procedure was followed"),
                ("no", "They still see bias"),
                ("unknown", "They did not say"),
            ]),
        ),
        may("chair", "Were they invited to speak to the Chair?", Answer::One(YES_NO)),
    ],
};
