//! Registers of what the service works by.

use super::{DAY_HINT, YES_NO, may, must};
use crate::register::{Answer, Area, Kind, Register, Sealed, Writer};

pub(super) static POLICY: Register = Register {
    kind: Kind::Policy,
    slug: "policies",
    title: "Policy library",
    one: "a policy",
    about: "The service’s own policies and procedures, what each follows, and when it is reviewed.",
    clauses: &["CAM-10", "CAM-24", "LEI-35", "LEI-28", "STA-18"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "reviewed",
    named_by: &["name"],
    fields: &[
        must("name", "What is it called?", Answer::Line),
        must(
            "about",
            "What is it about?",
            Answer::One(&[
                ("impartiality", "Impartiality"),
                ("confidentiality", "Confidentiality"),
                ("complaints", "Complaints"),
                ("safeguarding", "Safeguarding"),
                ("data", "Data protection and how long records are kept"),
                ("other", "Something else"),
            ]),
        ),
        may("in_line_with", "Which policy or guidance does it follow?", Answer::Line)
            .hint("The council’s or the host’s policy, or guidance, with its date."),
        may("clauses", "Which clauses does it carry out?", Answer::Line)
            .hint("Such as SPS-11 SPS-12, with a space between."),
        must("reviewed", "When was it agreed or last reviewed?", Answer::Day).hint(DAY_HINT),
        may(
            "meeting",
            "Which meeting of the advisory group reviewed it?",
            Answer::Entry(Kind::Meeting),
        ),
        may("where_kept", "Where is the text?", Answer::Line).hint("A shelf, a folder, or the address of a page."),
        may(
            "next",
            "When is it to be reviewed next?",
            Answer::Due {
                what: "Review a policy",
                unless: "withdrawn",
                same: &[],
            },
        ),
        may("withdrawn", "When was it withdrawn?", Answer::Day).hint("Leave this blank while it is in force."),
    ],
};

pub(super) static PLAN: Register = Register {
    kind: Kind::Plan,
    slug: "plan",
    title: "Development plan",
    one: "an aim",
    about: "What the service wants to do better, how far each aim has come, and the meeting that agreed it.",
    clauses: &["CAM-6", "CAM-21"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "on",
    named_by: &["aim"],
    fields: &[
        must("aim", "What is the aim?", Answer::Line),
        must("on", "When was it added to the plan?", Answer::Day).hint(DAY_HINT),
        may("steps", "What is being done about it?", Answer::Text),
        must(
            "state",
            "What is its status?",
            Answer::One(&[
                ("begun", "Just begun"),
                ("going", "Under way"),
                ("reached", "Reached"),
                ("given_up", "Given up"),
            ]),
        ),
        may("progress", "What progress has been made?", Answer::Text)
            .needed_when("state", &["given_up"])
            .hint("Where the aim was given up, say why."),
        may("meeting", "Which meeting agreed it?", Answer::Entry(Kind::Meeting)),
        may("reviewed", "When was it last reviewed?", Answer::Day),
        may("closed", "When was it reached or given up?", Answer::Day).hint("Leave this blank until then."),
    ],
};

/// There is no box to write in: a target is made of a count, a number and a day (LEI-2).
pub(super) static TARGET: Register = Register {
    kind: Kind::Target,
    slug: "targets",
    title: "Targets",
    one: "a target",
    about: "A target counts what the service does. It never counts what a family decides or what the council does: that would give the service a side to take. So a target is chosen from a list of activities.",
    clauses: &["LEI-2"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "from",
    named_by: &["counts"],
    fields: &[
        must(
            "counts",
            "What is counted?",
            Answer::One(&[
                ("contacts", "Contacts with families and young people"),
                ("cases", "Families and young people helped"),
                ("young_people", "Young people helped in their own right"),
                ("meetings", "Meetings at which somebody was supported"),
                ("outreach", "Sessions given to other groups"),
                ("training", "Training sessions taken by our own people"),
                ("supervisions", "Supervisions held"),
                ("feedback", "People asked how we did"),
                ("resources", "Resources sent"),
            ]),
        ),
        must("number", "How many do we aim for?", Answer::Number),
        must("from", "From which day?", Answer::Day).hint(DAY_HINT),
        must(
            "to",
            "To which day?",
            Answer::Due {
                what: "Report on a target",
                unless: "reported",
                same: &[],
            },
        ),
        may("reached", "How many did we reach?", Answer::Number),
        may("meeting", "Which meeting agreed it?", Answer::Entry(Kind::Meeting)),
        may("reported", "When was the result reported?", Answer::Day),
    ],
};

pub(super) static STANDING_APART: Register = Register {
    kind: Kind::StandingApart,
    slug: "standing-apart",
    title: "Standing apart from the council",
    one: "a declaration",
    about: "How the service is kept apart from the council that pays for it: own offices, own name, an agreed relationship, an independent manager. What our policy asks for is declared again every year, by name.",
    clauses: &["STA-4", "STA-5", "CAM-12", "WES-6", "SPS-2"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "on",
    named_by: &["what"],
    fields: &[
        must(
            "what",
            "What is declared?",
            Answer::One(&[
                (
                    "premises",
                    "Our offices are separate from every other service of the council",
                ),
                ("identity", "We have our own name, logo and strapline"),
                (
                    "arms_length",
                    "Our relationship with the council is written down and agreed",
                ),
                (
                    "manager",
                    "The manager is independent of the SEND service and works only for this service",
                ),
            ]),
        ),
        must("on", "On which day was this looked at?", Answer::Day).hint(DAY_HINT),
        must("holds", "Was it so on that day?", Answer::One(YES_NO)),
        must("how", "How can that be seen? If it was not so, why?", Answer::Text),
        may("agreed", "With whom was it agreed, and when?", Answer::Line),
    ],
};

pub(super) static TERM: Register = Register {
    kind: Kind::Term,
    slug: "terms",
    title: "School terms",
    one: "a term",
    about: "What is due once a term is counted by these dates. A term that is not entered is taken to end on 20\u{a0}December, on Maundy Thursday or on 20\u{a0}July.",
    clauses: &["LEI-16", "CAM-23"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "from",
    named_by: &["name"],
    fields: &[
        must("name", "Which term?", Answer::Line).hint("Such as Autumn 2026"),
        must("from", "What is its first day?", Answer::Day).hint(DAY_HINT),
        must("to", "What is its last day?", Answer::Day),
    ],
};

/// What no record can show is said by somebody, in their own name, and has to be said again (SPS-2, LEI-1, STA-17).
pub(super) static ATTESTATION: Register = Register {
    kind: Kind::Attestation,
    slug: "attestations",
    title: "Attestations",
    one: "an attestation",
    about: "Some clauses cannot be shown by a record, such as how the service is set up. Somebody states by name how each of them is met, for a year at the most.",
    clauses: &["SPS-2", "LEI-1", "CAM-27", "STA-2", "WES-17"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "on",
    named_by: &["clause"],
    fields: &[
        must("clause", "Which clause is it about?", Answer::Clause),
        must("on", "When was this stated?", Answer::Day).hint(DAY_HINT),
        must("holds", "Is it met?", Answer::One(YES_NO)),
        must("how", "How is it met, or why not?", Answer::Text).hint("If it is met, say where that can be seen."),
        must(
            "until",
            "Until when can this be relied on?",
            Answer::Due {
                what: "Attest a clause again",
                unless: "",
                same: &["clause"],
            },
        )
        .hint("A year at the most. If it is not met: when will you look again?"),
    ],
};

/// Anybody asks, the manager alone answers; what is allowed is not marked again for anybody.
pub(super) static PHRASE: Register = Register {
    kind: Kind::Phrase,
    slug: "phrases",
    title: "Phrases that we allow",
    one: "a phrase",
    about: "The help with writing marks some words. If a marked phrase is fair, ask here. Once the manager allows it, it is not marked again. Do not name a family here.",
    clauses: &["SPS-5", "SPS-13", "LEI-3", "CAM-9", "CAM-11", "WES-7"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Everybody,
    on: "",
    named_by: &["phrase"],
    fields: &[
        must("phrase", "Which words?", Answer::Line).hint("Just these words, as they are written in the record."),
        must("why", "Why are they fair?", Answer::Text),
        may(
            "by",
            "By when is an answer wanted?",
            Answer::Due {
                what: "Say whether a phrase is allowed",
                unless: "allowed",
                same: &[],
            },
        )
        .hint(DAY_HINT),
        may(
            "allowed",
            "Does the service allow these words?",
            Answer::One(&[("yes", "Yes, they are allowed"), ("no", "No, they are not allowed")]),
        )
        .hint("The manager answers this."),
        may("answer", "What does the manager say?", Answer::Text),
    ],
};
