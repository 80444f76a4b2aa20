//! Registers in which a service makes the policy that it copied its own: a change each, from a day on.

use super::{DAY_HINT, YES_NO, may, must};
use crate::register::{Answer, Area, Field, Kind, Register, Sealed, Writer};

const WHY: Field = must("why", "Why is it changed?", Answer::Text);
const FROM: Field = must("from", "From which date does it apply?", Answer::Day).hint(DAY_HINT);
const MEETING: Field = may(
    "meeting",
    "At which meeting of the advisory group was it agreed?",
    Answer::Entry(Kind::Meeting),
)
.hint("Leave this blank if it is not agreed yet. Our policy then says so.");

pub(super) static RULE: Register = Register {
    kind: Kind::OwnRule,
    slug: "own-rules",
    title: "Our own rules",
    one: "a change to a rule",
    about: "How strict each rule of the policy is here. A rule that keeps a case closed to somebody cannot be changed. A rule that is a clause of the policy stays a reminder at least.",
    clauses: &["CAM-10"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "from",
    named_by: &["setting", "strength"],
    fields: &[
        must("setting", "Which rule is it?", Answer::Setting),
        must(
            "strength",
            "How strict is it?",
            Answer::One(&[
                ("reason", "Answer or reason: the step goes on with either"),
                ("remind", "Reminder: it is asked, and nothing waits for it"),
                ("off", "Not asked"),
                ("as_copied", "As in the policy we started from"),
            ]),
        ),
        WHY,
        FROM,
        MEETING,
    ],
};

pub(super) static INTERVAL: Register = Register {
    kind: Kind::OwnInterval,
    slug: "own-intervals",
    title: "Our own intervals",
    one: "a change to an interval",
    about: "How often something is owed here. A change does not move what is already due.",
    clauses: &["CAM-10"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "from",
    named_by: &["setting", "every"],
    fields: &[
        must("setting", "What is owed?", Answer::Setting),
        must(
            "every",
            "How often?",
            Answer::One(&[
                ("weeks", "Every few weeks"),
                ("months", "Every few months"),
                ("term", "Once a term"),
                ("off", "Not owed"),
                ("as_copied", "As in the policy we started from"),
            ]),
        ),
        may("number", "How many weeks or months?", Answer::Number).needed_when("every", &["weeks", "months"]),
        WHY,
        FROM,
        MEETING,
    ],
};

pub(super) static WORDS: Register = Register {
    kind: Kind::OwnWords,
    slug: "own-words",
    title: "Our own words",
    one: "a change to our wording",
    about: "How we say that we take no side, and what people are called here. The words in use now are on the page Our policy.",
    clauses: &["SPS-11", "SPS-12", "CAM-15", "WES-8", "LEI-27"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "from",
    named_by: &["setting"],
    fields: &[
        must(
            "setting",
            "Which words?",
            Answer::One(&[
                ("plain.first_call", "At the start of a call or talk, in plain words"),
                ("plain.meeting", "At the start of a meeting, in plain words"),
                ("plain.young_person_alone", "With a child or young person alone, in plain words"),
                ("plain.letter", "In a letter, an email or a message, in plain words"),
                ("young.first_call", "At the start of a call or talk, for a young person"),
                ("young.meeting", "At the start of a meeting, for a young person"),
                ("young.young_person_alone", "With a child or young person alone, for a young person"),
                ("young.letter", "In a letter, an email or a message, for a young person"),
                ("easy_read.first_call", "At the start of a call or talk, in Easy Read"),
                ("easy_read.meeting", "At the start of a meeting, in Easy Read"),
                ("easy_read.young_person_alone", "With a child or young person alone, in Easy Read"),
                ("easy_read.letter", "In a letter, an email or a message, in Easy Read"),
                ("agency", "To an agency, before anything else"),
                ("called.manager", "The word for whoever runs the service"),
                ("called.officer", "The word for those who work with families"),
                ("called.volunteer", "The word for those who give their time"),
                ("called.group", "The name of the advisory group that oversees us"),
                ("called.chair", "The word for its Chair"),
            ]),
        ),
        may("words", "What do we say?", Answer::Text)
            .hint("For something said, one sentence on each line: write {service} where our name goes, and {worker} where the worker’s name goes. For what somebody is called, a word or two. Left blank, it is as in the policy we started from."),
        WHY,
        FROM,
        MEETING,
    ],
};

pub(super) static OUTCOME: Register = Register {
    kind: Kind::OwnOutcome,
    slug: "own-outcomes",
    title: "Our own conflict rules",
    one: "a change to a conflict rule",
    about: "What happens here when a worker has a tie to a family. What a clause of the policy bars stays barred. The rest can be made stricter. It can be made milder where the advisory group agreed. A stricter rule takes open cases away from those it bars. A milder rule gives none back.",
    clauses: &["CAM-10"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "from",
    named_by: &["setting", "outcome"],
    fields: &[
        must("setting", "Which tie is it?", Answer::Setting),
        must(
            "outcome",
            "What does it lead to?",
            Answer::One(&[
                ("reason", "May take it after others, with a reason"),
                ("manager", "The manager decides"),
                ("bar", "Cannot take it"),
                ("as_copied", "As in the policy we started from"),
            ]),
        ),
        WHY,
        FROM,
        MEETING.hint("Only a milder rule needs one. For a stricter rule, leave this blank if it is not agreed yet."),
    ],
};

pub(super) static CHAIR: Register = Register {
    kind: Kind::OwnChair,
    slug: "own-chair",
    title: "Our own rule for the Chair",
    one: "a change to the rule for the Chair",
    about: "Who may be the Chair here, and who should sit in the advisory group, on top of what the policy asks.",
    clauses: &["LEI-11", "CAM-22", "STA-8"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "from",
    named_by: &["seat"],
    fields: &[
        must(
            "seat",
            "What do we ask of the Chair?",
            Answer::One(&[
                (
                    "not_an_officer_of_the_authority",
                    "The Chair is no officer of the council",
                ),
                ("independent", "The Chair is independent of the service and the council"),
                ("parent_or_carer", "The Chair is a parent or carer"),
                ("as_copied", "As in the policy we started from"),
            ]),
        ),
        may(
            "majority",
            "Should most members be parents and carers?",
            Answer::One(YES_NO),
        ),
        WHY,
        FROM,
        MEETING,
    ],
};

pub(super) static QUESTION: Register = Register {
    kind: Kind::OwnQuestion,
    slug: "own-questions",
    title: "Our own questions to the manager",
    one: "a change to the questions",
    about: "What the manager answers before a worker with a conflict may have a case. The policy’s own questions can be put in other words, and more can be added. None can be left out.",
    clauses: &["LEI-3", "CAM-19", "STA-16"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "from",
    named_by: &["setting"],
    fields: &[
        must(
            "setting",
            "Which question is it?",
            Answer::One(&[
                ("reason", "Why it cannot be avoided"),
                ("told_when", "When the family was told"),
                ("told_how", "How the family was told"),
                ("alternatives_offered", "What else the family was offered"),
                ("parents_answer", "What the parent answered"),
                ("besides", "What we ask besides"),
            ]),
        ),
        may("words", "In which words?", Answer::Text)
            .hint("One question. For what we ask besides, up to three, each on its own line. Left blank, it is as in the policy we started from."),
        WHY,
        FROM,
        MEETING,
    ],
};
