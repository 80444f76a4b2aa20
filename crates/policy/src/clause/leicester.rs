//! SENDIASS Leicester.

use evenhand_domain::register::Kind;

use super::Known::{Attested, Built, Cases, Chair, Checks, Due, Functions, Kept, Library, Never, Sectors, Waits};
use super::{ANY, AS_GIVEN, HELD, Later, Section, WORDING, clause};
use crate::profile::{Cadence, Topic};

pub(super) static SECTIONS: &[Section] = &[
    Section {
        heading: "Funding and targets",
        clauses: &[
            clause(
                "LEI-1",
                "Paid for by the council, run at arm’s length by a charity",
                &[Attested],
            ),
            clause(
                "LEI-2",
                "Targets count help given, never what comes of it",
                &[Built(
                    "A target is chosen from counts of activity. There is no box for any other.",
                )],
            ),
            clause("LEI-3", "As fair and free from bias as possible", &[Checks, WORDING]),
            clause(
                "LEI-4",
                "People have their say: spoken for, helped to speak, put in writing",
                &[Built(
                    "Each contact notes how people were spoken for, helped to speak, or helped to put their views in writing.",
                )],
            ),
        ],
    },
    Section {
        heading: "The council",
        clauses: &[
            clause(
                "LEI-5",
                "Regular meetings with the lead officer about the contract",
                &[Attested],
            ),
            clause(
                "LEI-6",
                "Talks about developments show nobody’s case",
                &[Built(
                    "What was said to the council is looked at before it is kept: a name stops it, a school with a year stops it, a school alone is asked about.",
                )],
            ),
            clause(
                "LEI-7",
                "A named case is discussed with permission alone",
                &[Cases(Topic::AgencyConsent)],
            ),
        ],
    },
    Section {
        heading: "Managers, trustees and the advisory group",
        clauses: &[
            clause(
                "LEI-8",
                "Reports go to the chief executive and the board",
                &[Waits(Later::Reports)],
            ),
            clause(
                "LEI-9",
                "The advisory group speaks for all the sectors that are named",
                &[Sectors(&[
                    &["parent", "young_person"],
                    &["voluntary"],
                    &["authority"],
                    &["health"],
                    &["specialist"],
                    &["school"],
                ])],
            ),
            clause(
                "LEI-10",
                "Members are asked who should sit in the advisory group",
                &[Due(Cadence::Membership)],
            ),
            clause("LEI-11", "The Chair is no officer of the council", &[Chair]),
            clause("LEI-12", "Meetings have their dates, and members raise items", &[HELD]),
            clause("LEI-13", "The advisory group’s nine functions", &[Functions]),
            clause(
                "LEI-14",
                "No case is discussed in the advisory group; it watches over impartiality",
                &[
                    Built("Minutes that name somebody of a case that the writer may open are not kept."),
                    Kept(Kind::Meeting, "functions", ANY_WATCH),
                ],
            ),
            clause("LEI-15", "The trustees answer for the service", &[Attested]),
        ],
    },
    Section {
        heading: "Supervision",
        clauses: &[
            clause(
                "LEI-16",
                "Supervision every six weeks, monthly for volunteers, group support each term",
                &[
                    Due(Cadence::SupervisionOfficer),
                    Due(Cadence::SupervisionVolunteer),
                    Due(Cadence::GroupSupport),
                ],
            ),
            clause(
                "LEI-17",
                "Volunteers are trained before they begin",
                &[Due(Cadence::Induction)],
            ),
            clause(
                "LEI-18",
                "Supervision reflects on practice and impartiality",
                &[Kept(Kind::Supervision, "", ANY)],
            ),
        ],
    },
    Section {
        heading: "Where people meet",
        clauses: &[
            clause(
                "LEI-19",
                "A neutral place, or another at their wish and for a reason",
                &[Cases(Topic::Venue)],
            ),
            clause(
                "LEI-20",
                "Interpreters, sign language included",
                &[
                    Kept(Kind::Interpreter, "met", &["yes", "no"]),
                    Never(Kind::Interpreter, "met", "no"),
                ],
            ),
        ],
    },
    Section {
        heading: "Training",
        clauses: &[
            clause(
                "LEI-21",
                "Regular training from many providers",
                &[Due(Cadence::AnyTraining)],
            ),
            clause(
                "LEI-22",
                "Legal training at its three levels",
                &[Due(Cadence::LegalLevel), Cases(Topic::LegalBasis)],
            ),
        ],
    },
    Section {
        heading: "What the person wants",
        clauses: &[
            clause(
                "LEI-23",
                "An aim unlike the council’s is supported all the same",
                &[Built(
                    "Help with an appeal and going along to a hearing are kinds of help like any other, and no check of wording marks the family’s aim.",
                )],
            ),
            clause(
                "LEI-24",
                "Their decision stands, and risks are explained apart from it",
                &[Cases(Topic::RisksApart)],
            ),
            clause(
                "LEI-25",
                "The aim is asked first, then information for a decision",
                &[Cases(Topic::Aim), Cases(Topic::Options)],
            ),
            clause(
                "LEI-26",
                "Other agencies with permission alone, for agreed content",
                &[Cases(Topic::AgencyConsent)],
            ),
            clause(
                "LEI-27",
                "An agency is told that what it says is passed on",
                &[Cases(Topic::AgencyNotice)],
            ),
        ],
    },
    Section {
        heading: "Records",
        clauses: &[
            clause(
                "LEI-28",
                "Records follow the law and the host’s policy",
                &[Library(&["data"])],
            ),
            clause(
                "LEI-29",
                "Kept on the database when they agree, and not before",
                &[Cases(Topic::StorageAgreement)],
            ),
            clause(
                "LEI-30",
                "Everybody is told how to see their record",
                &[Cases(Topic::RecordsTold)],
            ),
            clause(
                "LEI-31",
                "People are encouraged to come by themselves",
                &[Built(
                    "Families and young people ask for help on the public page, with no professional between.",
                )],
            ),
        ],
    },
    Section {
        heading: "Views and feedback",
        clauses: &[
            clause(
                "LEI-32",
                "Views for the council are passed on unaltered",
                &[AS_GIVEN, Kept(Kind::ViewsPack, "", ANY)],
            ),
            clause(
                "LEI-33",
                "A questionnaire at the end, without a name where they wish",
                &[Cases(Topic::Feedback)],
            ),
            clause(
                "LEI-34",
                "Comments by a form on the website",
                &[Waits(Later::PublicPages)],
            ),
            clause(
                "LEI-36",
                "Service users shape the service and its planning",
                &[Kept(Kind::ViewsAnswer, "came", &["changed", "will"])],
            ),
        ],
    },
    Section {
        heading: "The policy itself",
        clauses: &[clause(
            "LEI-35",
            "The policy is reviewed each year",
            &[Due(Cadence::PolicyReview)],
        )],
    },
];

/// A meeting at which the group watched over impartiality or questioned the managers.
const ANY_WATCH: &[&str] = &["impartiality", "managers"];
