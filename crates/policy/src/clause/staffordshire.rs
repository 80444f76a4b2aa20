//! Staffordshire Parent Partnership Service.

use evenhand_domain::register::Kind;

use super::Known::{Attested, Built, Cases, Chair, Checks, Due, Kept, Procedures, Sectors, Waits};
use super::{ANY, LOCKED, Later, Section, clause};
use crate::profile::{Cadence, Topic};

pub(super) static SECTIONS: &[Section] = &[
    Section {
        heading: "What the service is",
        clauses: &[
            clause(
                "STA-1",
                "Accurate and neutral information on rights, roles and all options",
                &[Cases(Topic::Options), Cases(Topic::LegalBasis)],
            ),
            clause(
                "STA-2",
                "In-house, at arm’s length, independent and confidential",
                &[Attested, LOCKED, Cases(Topic::AgencyConsent)],
            ),
            clause(
                "STA-3",
                "Parents become partners who decide and speak",
                &[Cases(Topic::Feedback), Waits(Later::Reports)],
            ),
        ],
    },
    Section {
        heading: "Location",
        clauses: &[clause("STA-4", "Offices of its own", &[Due(Cadence::Premises)])],
    },
    Section {
        heading: "Identity",
        clauses: &[clause(
            "STA-5",
            "A name, logo and strapline of its own",
            &[Due(Cadence::Identity)],
        )],
    },
    Section {
        heading: "Advisory Group",
        clauses: &[
            clause(
                "STA-6",
                "The group works to agreed terms of reference",
                &[Due(Cadence::Terms)],
            ),
            clause(
                "STA-7",
                "Parents, professionals, agencies and staff are members, and that is reviewed",
                &[
                    Due(Cadence::Membership),
                    Sectors(&[
                        &["parent"],
                        &["school", "specialist", "health"],
                        &["authority", "voluntary", "health"],
                        &["staff"],
                    ]),
                ],
            ),
            clause("STA-8", "A parent or carer chairs it", &[Chair]),
        ],
    },
    Section {
        heading: "Line management",
        clauses: &[
            clause(
                "STA-17",
                "The line manager at the council is known, and holds no key",
                &[Attested],
            ),
            clause(
                "STA-9",
                "No name goes up the line unless the parents asked for it",
                &[Built(
                    "A permission for the council is kept only as the parents’ own request.",
                )],
            ),
            clause(
                "STA-15",
                "Practice is observed and casework sampled, for everybody",
                &[Due(Cadence::Observation)],
            ),
        ],
    },
    Section {
        heading: "Processes",
        clauses: &[
            clause(
                "STA-18",
                "Procedures make impartiality underpin everything",
                &[Procedures],
            ),
            clause(
                "STA-10",
                "Impartiality is part of training and induction",
                &[Due(Cadence::ImpartialityTraining), Due(Cadence::Induction)],
            ),
            clause(
                "STA-11",
                "The library serves induction and training",
                &[Due(Cadence::Induction), Kept(Kind::Resource, "", ANY)],
            ),
            clause(
                "STA-12",
                "Speakers from outside the council, and visits at induction",
                &[
                    Due(Cadence::Induction),
                    Kept(
                        Kind::Training,
                        "provider_is",
                        &["health", "national", "voluntary", "other"],
                    ),
                ],
            ),
            clause(
                "STA-13",
                "Subscriptions to independent bodies",
                &[Kept(Kind::Subscription, "", ANY)],
            ),
            clause(
                "STA-14",
                "The options at this stage are outlined",
                &[Cases(Topic::Options)],
            ),
        ],
    },
    Section {
        heading: "Conflict of interest",
        clauses: &[clause(
            "STA-16",
            "A conflict only where it cannot be avoided, and the parent is told",
            &[Checks],
        )],
    },
];
