//! The people of the sample service. They are the same in every sample, so that the page which opens it can offer each of them.

use evenhand_domain::worker::Role;

/// Somebody who works for the sample service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// Their name.
    pub name: &'static str,
    /// What they are.
    pub role: Role,
    /// The name they sign in with.
    pub sign_in: &'static str,
    /// What is to be seen by opening the sample as them.
    pub about: &'static str,
}

/// The passphrase of everybody in the sample. It guards nothing: it stands on the screen.
pub const PASSPHRASE: &str = "everybody here is invented";

/// Everybody, the manager first.
pub const PEOPLE: [Person; 5] = [
    Person {
        name: "Hazel Winterbourne",
        role: Role::Manager,
        sign_in: "hazel",
        about: "Gives cases out, brings forms in, and sees what everybody declared.",
    },
    Person {
        name: "Imran Dattani",
        role: Role::Officer,
        sign_in: "imran",
        about: "Has a full list of cases. His own child goes to one of the schools.",
    },
    Person {
        name: "Bronwen Tegg",
        role: Role::Officer,
        sign_in: "bronwen",
        about: "Holds the second inbox, for families who know somebody here.",
    },
    Person {
        name: "Samuel Ikande",
        role: Role::Officer,
        sign_in: "samuel",
        about: "Is a governor of Kingfisher High School, so its families are not on his list, unless the manager allowed it.",
    },
    Person {
        name: "Grace Pellow",
        role: Role::Volunteer,
        sign_in: "grace",
        about: "Volunteers. The Arkwell family are her friends, and she finds no trace of their case.",
    },
];

/// How many there are.
pub(crate) const COUNT: usize = PEOPLE.len();

/// Who is who, by their place in [`PEOPLE`].
pub(crate) type Who = usize;
pub(crate) const HAZEL: Who = 0;
pub(crate) const IMRAN: Who = 1;
pub(crate) const BRONWEN: Who = 2;
pub(crate) const SAMUEL: Who = 3;
pub(crate) const GRACE: Who = 4;

/// The school that Samuel is a governor of.
pub const GOVERNED: &str = "Kingfisher High School";
/// The school that Imran's child goes to.
pub(crate) const OWN_CHILD_S: &str = "Weir Street Primary School";
/// The college that Samuel worked at.
pub(crate) const FORMER: &str = "Millrace College";
/// The family that Grace knows.
pub(crate) const FRIEND: &str = "Josephine Arkwell";

/// Whether somebody has an interest in a school.
pub(crate) fn is_tied_to(who: Who, school: &str) -> bool {
    match who {
        IMRAN => school == OWN_CHILD_S,
        SAMUEL => school == GOVERNED || school == FORMER,
        _ => false,
    }
}
