//! SENDIASS Camden. Its policy has no sixth part.

use evenhand_domain::register::Kind;

use super::Known::{Attested, Built, Cases, Chair, Checks, Due, Kept, Library, Sectors, Waits};
use super::{ANY, LOCKED, Later, Section, WORDING, clause};
use crate::profile::{Cadence, Topic};

pub(super) static SECTIONS: &[Section] = &[
    Section {
        heading: "The law",
        clauses: &[clause(
            "CAM-1",
            "Face to face, by telephone and by electronic means, as the Act asks",
            &[Built(
                "Calls, visits, letters, emails and the public form are all taken, and each is noted by its way.",
            )],
        )],
    },
    Section {
        heading: "1. The service",
        clauses: &[
            clause("CAM-27", "In-house, statutory and at arm’s length", &[Attested]),
            clause("CAM-2", "Works to influence policy", &[Kept(Kind::Influence, "", ANY)]),
            clause(
                "CAM-3",
                "Case files are confidential",
                &[LOCKED, Cases(Topic::AgencyConsent)],
            ),
            clause(
                "CAM-4",
                "A confidential helpline",
                &[Built(
                    "A call that names nobody is noted in a few fields and kept as an enquiry.",
                )],
            ),
            clause(
                "CAM-5",
                "Parents sit in the advisory group to which the service answers",
                &[Sectors(&[&["parent"]])],
            ),
            clause(
                "CAM-6",
                "The advisory group reviews and agrees the development plan",
                &[Due(Cadence::Plan)],
            ),
            clause(
                "CAM-7",
                "All staff know confidentiality and impartiality at all times",
                &[Due(Cadence::Acknowledgement)],
            ),
            clause(
                "CAM-8",
                "Accurate and impartial to all, practitioners too",
                &[
                    Built("A practitioner can be a service user, with a case like anybody’s."),
                    WORDING,
                ],
            ),
            clause(
                "CAM-9",
                "No favour, fair, consistent, respectful, without an interest",
                &[WORDING, Waits(Later::Reports)],
            ),
            clause(
                "CAM-25",
                "Families come to understand what professionals decide",
                &[Cases(Topic::DecisionExplained)],
            ),
        ],
    },
    Section {
        heading: "2. Its policies",
        clauses: &[clause(
            "CAM-10",
            "Policies of its own on confidentiality, impartiality and complaints",
            &[
                Library(&["confidentiality", "impartiality", "complaints"]),
                Due(Cadence::PolicyReview),
            ],
        )],
    },
    Section {
        heading: "3. What it will not do",
        clauses: &[clause(
            "CAM-11",
            "Decide for people, tell them what to do, act for the council",
            &[WORDING],
        )],
    },
    Section {
        heading: "4. What it will do",
        clauses: &[
            clause(
                "CAM-12",
                "A well-defined relationship with the council",
                &[Due(Cadence::ArmsLength)],
            ),
            clause(
                "CAM-13",
                "Views and concerns reach the council",
                &[Kept(Kind::ViewsPack, "to_is", &["authority", "school", "health"])],
            ),
            clause(
                "CAM-14",
                "Staff are trained in partnership",
                &[
                    Due(Cadence::PartnershipTraining),
                    Built("Prompts stand by a meeting before, during and after it, and who was not heard is noted."),
                ],
            ),
            clause(
                "CAM-15",
                "The role is stated and understood",
                &[
                    Cases(Topic::StatementAtContact),
                    Cases(Topic::StatementAtMeeting),
                    Cases(Topic::StatementUnderstood),
                ],
            ),
            clause(
                "CAM-16",
                "Nobody has an interest in what is decided",
                &[Cases(Topic::QuestionBeforeOpening)],
            ),
            clause(
                "CAM-17",
                "Local and national literature to send",
                &[
                    Kept(Kind::Resource, "reach", &["local", "own"]),
                    Kept(Kind::Resource, "reach", &["national"]),
                ],
            ),
            clause("CAM-18", "Links to many organisations", &[Waits(Later::PublicPages)]),
        ],
    },
    Section {
        heading: "5. What staff do",
        clauses: &[
            clause(
                "CAM-19",
                "Staff tell the manager of conflicts of interest",
                &[Due(Cadence::Interests), Checks],
            ),
            clause(
                "CAM-20",
                "Staff tell the manager of their own part in education or SEN",
                &[Due(Cadence::Interests)],
            ),
        ],
    },
    Section {
        heading: "7. Monitoring",
        clauses: &[
            clause(
                "CAM-21",
                "The advisory group advises on practice and follows the plan",
                &[Kept(Kind::Meeting, "functions", &["plan"])],
            ),
            clause(
                "CAM-26",
                "A range of services sits in the advisory group",
                &[Sectors(&[
                    &["authority", "school", "specialist"],
                    &["health", "voluntary"],
                ])],
            ),
            clause(
                "CAM-22",
                "An independent Chair, and most are parents and carers",
                &[Chair],
            ),
            clause(
                "CAM-23",
                "The advisory group meets each term",
                &[Due(Cadence::GroupMeeting)],
            ),
            clause(
                "CAM-24",
                "The advisory group reviews all policies each year",
                &[Due(Cadence::PolicyReview)],
            ),
        ],
    },
];
