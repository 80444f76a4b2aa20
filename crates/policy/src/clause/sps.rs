//! The SEND Partnership Service.

use evenhand_domain::register::Kind;

use super::Known::{Attested, Built, Cases, Checks, Due, Kept, Waits};
use super::{ANY, HELD, LOCKED, Later, Section, WORDING, clause};
use crate::profile::{Cadence, Topic};

pub(super) static SECTIONS: &[Section] = &[
    Section {
        heading: "What the service is",
        clauses: &[
            clause(
                "SPS-1",
                "Options with the good and bad points of each, so that they decide",
                &[Cases(Topic::Options)],
            ),
            clause(
                "SPS-2",
                "Impartial, and at arm’s length from the council and from health",
                &[Attested],
            ),
            clause(
                "SPS-3",
                "Young people get the same help as parents, in confidence",
                &[
                    Built("A young person’s case has a key of its own, and a parent’s case never shows it."),
                    Waits(Later::Reports),
                ],
            ),
            clause("SPS-4", "In-house, and kept at arm’s length", &[Attested]),
            clause(
                "SPS-5",
                "The Minimum Standards of 2018; nobody is favoured",
                &[Attested],
            ),
            clause(
                "SPS-6",
                "The group sees reports, asks questions and watches over the standards",
                &[HELD, Kept(Kind::Agenda, "", ANY)],
            ),
            clause(
                "SPS-20",
                "Children have a right to help of their own",
                &[Built(
                    "A child or young person can be the service user, with a case and a key of their own.",
                )],
            ),
            clause(
                "SPS-21",
                "The Code and local policies bear on each issue",
                &[Cases(Topic::LegalBasis)],
            ),
            clause(
                "SPS-22",
                "What families say stays confidential",
                &[LOCKED, Cases(Topic::AgencyConsent)],
            ),
        ],
    },
    Section {
        heading: "How help is given",
        clauses: &[
            clause(
                "SPS-7",
                "The wishes of the child and of the parent are heard",
                &[Cases(Topic::Wishes)],
            ),
            clause(
                "SPS-8",
                "No interest of one’s own in what happens",
                &[Cases(Topic::QuestionBeforeOpening)],
            ),
            clause(
                "SPS-9",
                "Trained in law, so that law carries what is said",
                &[Due(Cadence::LawTraining), Cases(Topic::LegalBasis)],
            ),
            clause(
                "SPS-10",
                "The Operational Lead looks at quality",
                &[Due(Cadence::Observation), Kept(Kind::Draw, "", ANY)],
            ),
        ],
    },
    Section {
        heading: "In daily work",
        clauses: &[
            clause(
                "SPS-11",
                "Impartiality is stated at the start of each contact",
                &[Cases(Topic::StatementAtContact)],
            ),
            clause(
                "SPS-12",
                "Impartiality is stated at each meeting",
                &[Cases(Topic::StatementAtMeeting)],
            ),
            clause(
                "SPS-13",
                "Outcomes are recorded in confidence, by facts, without a side",
                &[
                    Built("Facts, their own words and opinion stand in fields of their own, and all of it is locked."),
                    WORDING,
                ],
            ),
            clause(
                "SPS-14",
                "No work with families at a school where one holds a post",
                &[Checks],
            ),
            clause("SPS-15", "No work with family or friends", &[Checks]),
            clause("SPS-16", "Volunteers work just outside their own area", &[Checks]),
        ],
    },
    Section {
        heading: "Feedback",
        clauses: &[clause(
            "SPS-17",
            "People are asked whether the service was impartial",
            &[Cases(Topic::Feedback)],
        )],
    },
    Section {
        heading: "Training and supervision",
        clauses: &[clause(
            "SPS-18",
            "All are trained in impartiality",
            &[Due(Cadence::ImpartialityTraining)],
        )],
    },
    Section {
        heading: "When impartiality is challenged",
        clauses: &[clause(
            "SPS-19",
            "Whoever challenges impartiality is invited to the Chair first",
            &[Waits(Later::PublicPages)],
        )],
    },
];
