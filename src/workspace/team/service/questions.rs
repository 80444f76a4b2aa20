//! What `service.json` is asked for, question by question.

use super::form::Need::{May, Must};
use super::form::{Field, Group, Kind, Need};
use crate::components::{FieldId, TextKind};

const LINE: Kind = Kind::Line(TextKind::Text);

const fn field(path: &'static str, (label, hint): (&'static str, &'static str), kind: Kind, need: Need) -> Field {
    Field {
        path,
        id: FieldId::named(path),
        label,
        hint,
        kind,
        need,
    }
}

/// All of them, in the order of the page.
pub(super) static GROUPS: [Group; 4] = [
    Group {
        heading: "Your service",
        about: "",
        fields: &[
            field(
                "name",
                ("Name of the service", ""),
                LINE,
                Must("Enter the name of the service"),
            ),
            field("strapline", ("A line under the name (optional)", ""), LINE, May("")),
            field(
                "what_we_do",
                ("What do you do?", "A sentence or two that families read first."),
                Kind::Long,
                Must("Enter what you do, in a sentence or two"),
            ),
            field(
                "area",
                ("Whose families do you help?", "The place as people say it."),
                LINE,
                Must("Enter the place whose families you help"),
            ),
            field(
                "arrangement",
                ("Are you part of the council?", ""),
                Kind::Arrangement,
                Must("Say whether you are part of the council"),
            ),
            field(
                "funder",
                ("Who pays for you?", "This is usually the council."),
                LINE,
                Must("Enter who pays for the service"),
            ),
            field(
                "host",
                (
                    "Who runs you, if it is not the council? (optional)",
                    "Leave this blank if you are part of the council.",
                ),
                LINE,
                May(""),
            ),
        ],
    },
    Group {
        heading: "How families reach you",
        about: "Give a telephone number and an email address, if you can: a family sends its locked file by email.",
        fields: &[
            field(
                "contacts.phone",
                ("Telephone", ""),
                Kind::Line(TextKind::Telephone),
                May("Enter a telephone number or an email address"),
            ),
            field(
                "contacts.text",
                ("Number for text messages (optional)", ""),
                Kind::Line(TextKind::Telephone),
                May(""),
            ),
            field("contacts.email", ("Email", ""), Kind::Line(TextKind::Email), May("")),
            field(
                "contacts.address",
                (
                    "Postal address (optional)",
                    "One line for each part. Without an address nobody can post you their answers.",
                ),
                Kind::Lines,
                May(""),
            ),
            field(
                "hours",
                (
                    "When does somebody answer? (optional)",
                    "One line for each, the days first. For example: Monday to Friday: 9am to 5pm",
                ),
                Kind::Hours,
                May("Put a colon after the days, such as Monday to Friday: 9am to 5pm"),
            ),
            field(
                "closed_until",
                ("Closed until (optional)", "The first day you are open again."),
                Kind::Day,
                May(""),
            ),
            field(
                "reply_working_days",
                (
                    "In how many working days do you reply?",
                    "Families are told this. Choose what you can keep.",
                ),
                Kind::Number,
                Must("Enter a whole number of days, from 1 to 60"),
            ),
        ],
    },
    Group {
        heading: "What you promise",
        about: "",
        fields: &[
            field(
                "retention",
                (
                    "How long do you keep records?",
                    "A sentence or two that families can read.",
                ),
                Kind::Long,
                Must("Enter how long you keep records"),
            ),
            field(
                "policy.last_review",
                (
                    "When was your impartiality policy last looked at?",
                    "For example, 1 9 2026",
                ),
                Kind::Day,
                Must("Enter the day of the last review"),
            ),
            field(
                "policy.next_review",
                ("When is the next review?", "For example, 1 9 2027"),
                Kind::Day,
                Must("Enter the day of the next review, not before the last one"),
            ),
        ],
    },
    Group {
        heading: "The Chair",
        about: "A family that found you unfair is sent to the Chair. So none of this may lead to your own desk. If you leave the Chair out, the page has nobody but you to name.",
        fields: &[
            field(
                "chair.name",
                (
                    "Name or office of the Chair (optional)",
                    "For example: The Chair of the Advisory Group",
                ),
                LINE,
                May("Enter the name or office of the Chair"),
            ),
            field(
                "chair.phone",
                ("The Chair’s telephone (optional)", ""),
                Kind::Line(TextKind::Telephone),
                May(""),
            ),
            field(
                "chair.email",
                ("The Chair’s email (optional)", ""),
                Kind::Line(TextKind::Email),
                May(""),
            ),
            field(
                "chair.address",
                ("The Chair’s postal address (optional)", "One line for each part."),
                Kind::Lines,
                May(""),
            ),
        ],
    },
];
