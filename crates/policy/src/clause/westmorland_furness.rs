//! Westmorland and Furness SEND IAS.

use evenhand_domain::register::Kind;

use super::Known::{Attested, Built, Cases, Checks, Due, Kept, Waits};
use super::{ANY, Later, Section, clause};
use crate::profile::{Cadence, Topic};

pub(super) static SECTIONS: &[Section] = &[
    Section {
        heading: "Equality",
        clauses: &[clause(
            "WES-1",
            "Open to all; barriers of disability, culture and language are removed",
            &[
                Built("The public form asks for needs of language and access, and they stand at the head of the case."),
                Waits(Later::PublicPages),
            ],
        )],
    },
    Section {
        heading: "Impartiality",
        clauses: &[
            clause(
                "WES-2",
                "Views are heard, and feelings acknowledged",
                &[Cases(Topic::Wishes)],
            ),
            clause(
                "WES-3",
                "Information for a decision of their own",
                &[Cases(Topic::Options)],
            ),
        ],
    },
    Section {
        heading: "Independence",
        clauses: &[clause("WES-4", "Other sources are named", &[Waits(Later::PublicPages)])],
    },
    Section {
        heading: "Confidentiality",
        clauses: &[
            clause(
                "WES-5",
                "Shared only with consent that is understood",
                &[Cases(Topic::AgencyConsent), Cases(Topic::ConsentUnderstood)],
            ),
            clause(
                "WES-6",
                "An independent manager supervises the co-ordinators",
                &[Due(Cadence::SupervisionOfficer), Due(Cadence::Independence)],
            ),
            clause("WES-17", "Paid for by the council, independent of it", &[Attested]),
            clause(
                "WES-7",
                "Impartial in all dealings, by a code of conduct",
                &[Due(Cadence::Acknowledgement)],
            ),
        ],
    },
    Section {
        heading: "How it shows",
        clauses: &[clause(
            "WES-8",
            "Wishes are reflected, no interest is held, the role is made clear",
            &[
                Cases(Topic::Wishes),
                Cases(Topic::QuestionBeforeOpening),
                Cases(Topic::StatementAtMeeting),
            ],
        )],
    },
    Section {
        heading: "In daily work",
        clauses: &[
            clause(
                "WES-9",
                "No work with families at a school where one holds a post",
                &[Checks],
            ),
            clause("WES-10", "Nor at the school of one’s own children", &[Checks]),
            clause("WES-11", "Nor with people one knows; another takes the case", &[Checks]),
            clause(
                "WES-12",
                "Bias that is felt where a procedure was followed is explained",
                &[Kept(Kind::PerceivedBias, "", ANY)],
            ),
            clause(
                "WES-13",
                "The law, its use here, and the good and bad points",
                &[Cases(Topic::Options)],
            ),
        ],
    },
    Section {
        heading: "Training",
        clauses: &[
            clause(
                "WES-14",
                "Staff are trained, from outside and accredited where it can be",
                &[
                    Due(Cadence::ImpartialityTraining),
                    Kept(Kind::Training, "accredited", &["yes"]),
                ],
            ),
            clause(
                "WES-15",
                "Training for others covers impartiality, rights and confidentiality",
                &[Kept(Kind::Outreach, "", ANY)],
            ),
        ],
    },
    Section {
        heading: "Feedback from service users",
        clauses: &[clause(
            "WES-16",
            "A survey at the end, with a question on impartiality",
            &[Cases(Topic::Feedback)],
        )],
    },
];
