//! The stories that every sample tells, one a case, so that each screen has something true to show. The rest of the cases are drawn.

use crate::family::Given;
use crate::people::{BRONWEN, FRIEND, GOVERNED, GRACE, HAZEL, IMRAN, SAMUEL, Who};
use crate::plan::Plan;

/// The child of the one long case that a sample for measuring holds.
pub const LONG: &str = "Linus Achterberg";

/// What is particular about a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Twist {
    /// Nothing: it is drawn.
    None,
    /// The volunteer knows the family, and never finds the case (SPS-15, WES-11).
    Walled,
    /// The manager gives it to somebody with a conflict, where the policy has that door (STA-16).
    Overridden,
    /// An elder brother's or sister's case.
    Elder,
    /// The younger one's, which belongs with it.
    Younger,
    /// A permission was taken back (LEI-26).
    Withdrawn,
    /// No permission was given; the agency called all the same.
    NotAllowed,
    /// They felt that the service took a side, and it was explained (WES-12).
    FeltBias,
    /// They said no to a record (LEI-29).
    NoRecord,
    /// An entry was corrected and another marked as not belonging here.
    Mended,
    /// It was closed and opened again.
    Reopened,
    /// It went from one officer to another.
    PassedOn,
    /// The worker who was given it knows the family (SPS-8).
    KnownAfterAll,
    /// A young person in their own right (SPS-3).
    Own,
    /// It began as an enquiry that names nobody (CAM-1).
    FromEnquiry,
    /// A file lies in it.
    Attached,
    /// Nobody has it yet.
    Waiting,
    /// An officer was given it and has not answered yet.
    GivenToOfficer,
    /// The volunteer was given it and has not answered yet.
    GivenToVolunteer,
    /// They know the volunteer, so it came by the second inbox (SPS-15).
    SecondInbox,
    /// Two years of contacts in one case: in a sample for measuring alone.
    Long,
}

/// Every story, in the order in which a sample tells them: the first ones are in the smallest sample too.
pub(crate) const TOLD: [Twist; 19] = [
    Twist::Walled,
    Twist::Overridden,
    Twist::Elder,
    Twist::Younger,
    Twist::Withdrawn,
    Twist::NotAllowed,
    Twist::FeltBias,
    Twist::NoRecord,
    Twist::Mended,
    Twist::Reopened,
    Twist::PassedOn,
    Twist::KnownAfterAll,
    Twist::Own,
    Twist::FromEnquiry,
    Twist::Attached,
    Twist::Waiting,
    Twist::GivenToOfficer,
    Twist::GivenToVolunteer,
    Twist::SecondInbox,
];

impl Twist {
    /// The story of the case of this number.
    pub(crate) fn of(plan: &Plan, number: usize) -> Self {
        match TOLD.get(number) {
            Some(told) => *told,
            None if number == TOLD.len() && plan.is_large() => Self::Long,
            None => Self::None,
        }
    }

    /// How many days ago it began, where that matters.
    pub(crate) const fn days_ago(self) -> Option<i64> {
        Some(match self {
            Self::None => return None,
            Self::Walled => 74,
            Self::Overridden => 96,
            Self::Elder => 160,
            Self::Younger => 61,
            Self::Withdrawn => 118,
            Self::NotAllowed => 83,
            Self::FeltBias => 141,
            Self::NoRecord => 205,
            Self::Mended => 57,
            Self::Reopened => 340,
            Self::PassedOn => 132,
            Self::KnownAfterAll => 45,
            Self::Own => 89,
            Self::FromEnquiry => 38,
            Self::Attached => 66,
            Self::Waiting | Self::GivenToVolunteer => 3,
            Self::GivenToOfficer => 2,
            Self::SecondInbox => 52,
            Self::Long => 700,
        })
    }

    /// Who has it, where that matters.
    pub(crate) const fn worker(self) -> Option<Who> {
        match self {
            Self::Walled | Self::Elder | Self::Younger | Self::FeltBias => Some(IMRAN),
            Self::Withdrawn | Self::NotAllowed | Self::Long => Some(HAZEL),
            Self::Overridden | Self::KnownAfterAll => Some(SAMUEL),
            Self::PassedOn | Self::GivenToOfficer | Self::SecondInbox => Some(BRONWEN),
            Self::Attached | Self::GivenToVolunteer => Some(GRACE),
            _ => None,
        }
    }

    /// What is given of its family.
    pub(crate) const fn given(self) -> Given {
        let anybody = Given {
            asks: "",
            child: "",
            school: "",
            knows: "",
            own: Some(false),
        };
        match self {
            Self::None => Given { own: None, ..anybody },
            Self::Walled => Given {
                asks: FRIEND,
                child: "Teddy Arkwell",
                school: "Bulrush Primary School",
                ..anybody
            },
            Self::Overridden => Given {
                school: GOVERNED,
                ..anybody
            },
            Self::Elder => Given {
                asks: "Marianne Oduya-Flint",
                child: "Joel Oduya-Flint",
                school: "Ousel Bridge School",
                ..anybody
            },
            Self::Younger => Given {
                asks: "Marianne Oduya-Flint",
                child: "Bea Oduya-Flint",
                school: "Heronsgate Primary Academy",
                ..anybody
            },
            Self::Long => Given {
                asks: "Rosalind Achterberg",
                child: LONG,
                school: "Larkmere Academy",
                ..anybody
            },
            Self::Own => Given {
                own: Some(true),
                ..anybody
            },
            Self::SecondInbox => Given {
                school: "Larkmere Academy",
                knows: "Grace Pellow volunteers with you, she lives in our street",
                ..anybody
            },
            Self::Withdrawn | Self::NotAllowed | Self::FeltBias | Self::NoRecord | Self::Mended | Self::Reopened => {
                Given {
                    school: "Larkmere Academy",
                    ..anybody
                }
            }
            Self::PassedOn | Self::KnownAfterAll | Self::FromEnquiry | Self::Attached => Given {
                school: "The Sallow Wood School",
                ..anybody
            },
            Self::Waiting | Self::GivenToOfficer | Self::GivenToVolunteer => Given {
                school: "Heronsgate Primary Academy",
                ..anybody
            },
        }
    }
}
