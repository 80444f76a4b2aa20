//! What the sample service keeps of its own practice: some entries of every register, around the day on which it ends.

use std::collections::BTreeMap;

use evenhand_domain::date::Day;
use evenhand_domain::ids::EventId;
use evenhand_domain::register::{Kind, RegisterEntry};
use evenhand_engine::policy::clause::attestable;
use evenhand_engine::policy::profile::Profile;
use serde::Deserialize;

use crate::SampleError;
use crate::people::{BRONWEN, COUNT, GRACE, HAZEL, IMRAN, SAMUEL, Who};
use crate::plan::{Plan, weekday};
use crate::told::{Entry, What};

/// One entry: how many days before now, in which register, and its answers. A view has its words among them, and a pack the places of
/// its views. In an answer `@2` is the third of the people, `~30` the day
/// thirty days before now, `#0` the first entry of this list, `=clause` the first clause of the policy that is attested, and `=summer_name`, `=summer_begins` and
/// `=summer_ends` the edges of the last summer term.
#[derive(Debug, Deserialize)]
pub(crate) struct Row(i64, Kind, BTreeMap<String, String>);

/// Every entry, in the order of time.
pub(crate) fn rows() -> Result<Vec<Row>, SampleError> {
    serde_json::from_str(include_str!("../data/registers.json"))
        .map_err(|error| SampleError::Library(error.to_string()))
}

/// The steps of induction with which each of them begins (LEI-17, STA-10, STA-12).
pub(crate) const STEPS: [&str; 6] = [
    "impartiality",
    "partiality",
    "confidentiality",
    "library",
    "visit_authority",
    "visit_group",
];

/// Who writes each: the manager, and what is everybody's an officer.
const fn writer(kind: Kind) -> Who {
    match kind {
        Kind::View | Kind::ViewsPack | Kind::ViewsAnswer => IMRAN,
        Kind::Resource | Kind::Sent | Kind::Interpreter | Kind::Outreach | Kind::Influence | Kind::Agenda => IMRAN,
        _ => HAZEL,
    }
}

/// The entries, each with its place in the list, and everybody's yearly word on what they declared.
pub(crate) fn entries(plan: &Plan, rows: &[Row]) -> Vec<Entry> {
    let entry = |(place, Row(days, kind, _)): (usize, &Row)| Entry {
        now: plan.at(
            weekday(plan.days_ago(*days)),
            12 * 60 + i64::try_from(place).unwrap_or_default(),
        ),
        by: writer(*kind),
        what: What::Register { place },
    };
    let confirm = |(who, minute): (Who, i64)| Entry {
        now: plan.at(weekday(plan.days_ago(250)), 11 * 60 + minute),
        by: who,
        what: What::Confirm,
    };
    let confirmed = (0..COUNT).zip(0..).map(confirm);
    // Where the policy lets no manager allow a conflict, they are asked nothing.
    let has_door = Profile::of(plan.profile).manager_decision.is_some();
    let can_be = |(_, row): &(usize, &Row)| row.1 != Kind::OwnQuestion || has_door;
    let written = rows.iter().enumerate().filter(can_be).map(entry);
    written.chain(confirmed).collect()
}

/// Which steps of induction each of them took on the first day.
pub(crate) fn inducted() -> impl Iterator<Item = (Who, &'static str)> {
    [IMRAN, BRONWEN, SAMUEL, GRACE]
        .into_iter()
        .flat_map(|who| STEPS.map(|step| (who, step)))
}

/// The name, the first or the last day of the newest summer term that is over.
fn last_summer(today: Day, part: &str) -> String {
    let day = |year: i32, month: u8, day: u8| Day::new(year, month, day).unwrap_or(today);
    let year = today.year() - i32::from(today <= day(today.year(), 7, 24));
    match part {
        "summer_name" => format!("Summer {year}"),
        "summer_begins" => weekday(day(year, 4, 20)).to_string(),
        _ => weekday(day(year, 7, 21)).to_string(),
    }
}

/// The name under which a view has its words, and a pack the places of its views.
pub(crate) const VIEWS: &str = "views";

impl Row {
    /// The places of the views that go out in a pack.
    pub(crate) fn views(&self) -> impl Iterator<Item = usize> {
        let places = self.2.get(VIEWS).map(String::as_str).unwrap_or_default();
        places.split_whitespace().filter_map(|place| place.parse().ok())
    }

    /// The entry as it is written: people and other entries by their identifiers, days as days of the calendar.
    pub(crate) fn entry(
        &self,
        plan: &Plan,
        id: impl Fn(Who) -> String,
        written: impl Fn(usize) -> Option<EventId>,
    ) -> RegisterEntry {
        let Self(written_on, kind, values) = self;
        values.iter().fold(RegisterEntry::new(*kind), |entry, (name, value)| {
            let number = |text: &str| text.parse().unwrap_or_default();
            let value = match value.split_at_checked(1) {
                Some(("@", who)) => id(number(who)),
                Some(("~", days)) => {
                    let days: i64 = days.parse().unwrap_or_default();
                    let day = plan.days_ago(days);
                    // Nobody writes at a weekend, and what begins as it is written begins on the Monday with it.
                    let begins_with_it = days == *written_on;
                    if begins_with_it { weekday(day) } else { day }.to_string()
                }
                Some(("=", part @ ("summer_name" | "summer_begins" | "summer_ends"))) => {
                    last_summer(plan.days_ago(0), part)
                }
                Some(("=", _)) => {
                    let clause = attestable(plan.profile).next();
                    clause.map_or_else(String::new, |clause| clause.id.to_owned())
                }
                Some(("#", place)) => written(number(place)).map_or_else(String::new, |id| id.to_string()),
                _ => value.clone(),
            };
            entry.with(name, value)
        })
    }
}
