//! Registers in which a service makes the policy that it copied its own: a change each, from a day on.

use super::{DAY_HINT, YES_NO, may, must};
use crate::register::{Answer, Area, Field, Kind, Register, Sealed, Writer};

const WHY: Field = must("why", "Why is it changed?", Answer::Text);
const FROM: Field = must("from", "From which day does it hold?", Answer::Day).hint(DAY_HINT);
const MEETING: Field = may(
    "meeting",
    "At which meeting of the group was it agreed?",
    Answer::Entry(Kind::Meeting),
)
.hint("Leave this open while it is not agreed. Our policy says so.");

pub(super) static RULE: Register = Register {
    kind: Kind::OwnRule,
    slug: "own-rules",
    title: "Our own rules",
    one: "a change to a rule",
    about: "How firmly each rule of the policy holds here. What holds a wall around a case cannot be changed, and what the policy asks by a clause of its own stays a reminder at the least. From its day on a change holds, and what was before is judged by what held then.",
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
            "How firmly does it hold?",
            Answer::One(&[
                ("reason", "Answer or reason: the step goes on with either"),
                ("remind", "Reminder: it is asked, and nothing waits for it"),
                ("off", "Not asked"),
                ("as_copied", "As in the policy that we took over"),
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
    one: "a change to how often",
    about: "How often something is owed here. A time that is running already is counted by what held when it began, so nothing that is late is made punctual.",
    clauses: &["CAM-10"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "from",
    named_by: &["setting", "number", "every"],
    fields: &[
        must("setting", "What is owed?", Answer::Setting),
        must(
            "every",
            "How often?",
            Answer::One(&[
                ("weeks", "Every so many weeks"),
                ("months", "Every so many months"),
                ("term", "Once a term"),
                ("off", "Not owed"),
                ("as_copied", "As in the policy that we took over"),
            ]),
        ),
        may("number", "How many weeks or months?", Answer::Number),
        WHY,
        FROM,
        MEETING,
    ],
};

pub(super) static WORDS: Register = Register {
    kind: Kind::OwnWords,
    slug: "own-words",
    title: "Our own words",
    one: "a change to what we say",
    about: "In which words we say that we take no side, and what people are called here. The words that hold now stand on the page Our policy.",
    clauses: &["SPS-11", "SPS-12", "CAM-15", "WES-8", "LEI-27"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "from",
    named_by: &["setting"],
    fields: &[
        must(
            "setting",
            "When, and for whom?",
            Answer::One(&[
                ("plain.first_call", "At the start of a call or talk, in plain words"),
                ("plain.meeting", "At the start of a meeting, in plain words"),
                ("plain.young_person_alone", "With a child or young person alone, in plain words"),
                ("plain.letter", "In a letter or message, in plain words"),
                ("young.first_call", "At the start of a call or talk, for a young person"),
                ("young.meeting", "At the start of a meeting, for a young person"),
                ("young.young_person_alone", "With a child or young person alone, for a young person"),
                ("young.letter", "In a letter or message, for a young person"),
                ("easy_read.first_call", "At the start of a call or talk, in Easy Read"),
                ("easy_read.meeting", "At the start of a meeting, in Easy Read"),
                ("easy_read.young_person_alone", "With a child or young person alone, in Easy Read"),
                ("easy_read.letter", "In a letter or message, in Easy Read"),
                ("agency", "To an agency, before anything else"),
                ("called.manager", "What whoever runs the service is called"),
                ("called.officer", "What those who work with families are called"),
                ("called.volunteer", "What those who give their time are called"),
                ("called.group", "What the group that oversees us is called"),
                ("called.chair", "What its Chair is called"),
            ]),
        ),
        may("words", "What do we say?", Answer::Text)
            .hint("A sentence a line. {service} and {worker} stand for the names. What somebody is called is a few words alone. Left empty, it is as in the policy that we took over."),
        WHY,
        FROM,
        MEETING,
    ],
};

pub(super) static OUTCOME: Register = Register {
    kind: Kind::OwnOutcome,
    slug: "own-outcomes",
    title: "Our own conflict rules",
    one: "a change to what a tie comes to",
    about: "What a tie between a worker and a family comes to here. What the policy bars by a clause of its own stays barred. Anything else can be made stricter, and milder only where the group agreed it. From its day on each check goes by it; whoever has a case already keeps it until something new comes up about them.",
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
            "What does it come to?",
            Answer::One(&[
                ("reason", "May take it after others, with a reason"),
                ("manager", "The manager decides"),
                ("bar", "Cannot take it"),
                ("as_copied", "As in the policy that we took over"),
            ]),
        ),
        WHY,
        FROM,
        MEETING,
    ],
};

pub(super) static CHAIR: Register = Register {
    kind: Kind::OwnChair,
    slug: "own-chair",
    title: "Our own rule for the Chair",
    one: "a change to who may sit in the Chair",
    about: "Who may sit in the Chair here, besides what the policy asks: its own rule stays.",
    clauses: &["LEI-11", "CAM-22", "STA-8"],
    area: Area::Policy,
    sealed: Sealed::Service,
    writer: Writer::Manager,
    on: "from",
    named_by: &["seat"],
    fields: &[
        must(
            "seat",
            "Who may sit there?",
            Answer::One(&[
                (
                    "not_an_officer_of_the_authority",
                    "Nobody who is an officer of the authority",
                ),
                ("independent", "Somebody independent of the service and the authority"),
                ("parent_or_carer", "A parent or carer"),
                ("as_copied", "As in the policy that we took over"),
            ]),
        ),
        may(
            "majority",
            "Are most members to be parents and carers?",
            Answer::One(YES_NO),
        ),
        WHY,
        FROM,
        MEETING,
    ],
};
