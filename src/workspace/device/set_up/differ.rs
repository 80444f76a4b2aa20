//! The five policies side by side, in the rows where they differ.

use evenhand_domain::conflict::MatchKind;
use evenhand_domain::profile::ProfileId;
use evenhand_engine::policy::profile::{Profile, Rule, TIES, Topic, outcome_words};
use leptos::prelude::*;

use crate::components::{Cell, Column, Disclosure, Table};
use crate::view;

/// A button that opens the comparison.
#[component]
pub(super) fn Differences() -> impl IntoView {
    let profiles = ProfileId::ALL.map(Profile::of);
    let names = profiles.iter().map(|profile| Column::new(profile.name));
    let columns: Vec<Column> = std::iter::once(Column::new("What is asked")).chain(names).collect();
    view! {
        <Disclosure label="See side by side what differs">
            <p>
                "“Needed” stops a step until it is answered. “Answer or reason” goes on with either. “Reminder” never stops anybody, and a \
                 reminder without a clause is good practice from another policy."
            </p>
            <Table
                caption="What the five policies ask, where they differ"
                columns
                rows=Signal::stored(rows(&profiles).into_iter().map(cells).collect::<Vec<_>>())
            />
        </Disclosure>
    }
}

fn cells(row: Vec<String>) -> Vec<Cell> {
    row.into_iter().map(Cell::text).collect()
}

/// The first cell says what is asked, then one for each policy. Rows in which all five agree are left out.
fn rows(profiles: &[&Profile]) -> Vec<Vec<String>> {
    let ties = TIES
        .iter()
        .map(|(kind, tie)| (*tie, all(profiles, |profile| tied(profile, *kind))));
    let duties = Topic::ALL
        .iter()
        .map(|topic| (topic.words(), all(profiles, |profile| held(profile.rule(*topic)))));
    let seats = [
        ("Who may chair the advisory group?", all(profiles, chair)),
        ("May practitioners ask for help?", all(profiles, practitioners)),
    ];
    let differ = |row: &(&str, Vec<String>)| row.1.iter().any(|cell| *cell != row.1[0]);
    let rows = ties.chain(duties).chain(seats).filter(differ);
    rows.map(|(asked, row)| std::iter::once(asked.to_owned()).chain(row).collect())
        .collect()
}

fn all(profiles: &[&Profile], say: impl Fn(&Profile) -> String) -> Vec<String> {
    profiles.iter().map(|profile| say(profile)).collect()
}

fn tied(profile: &Profile, kind: MatchKind) -> String {
    let Some(rule) = profile.conflict_rule(kind) else {
        return "No rule".to_owned();
    };
    format!("{} ({})", outcome_words(rule.outcome), rule.clause)
}

fn held(rule: &Rule) -> String {
    let strength = rule.strength.words();
    match rule.clauses.first().filter(|_| !rule.borrowed) {
        Some(clause) => format!("{strength} ({clause})"),
        None => strength.to_owned(),
    }
}

fn chair(profile: &Profile) -> String {
    let seat = profile.chair.seat.words();
    match profile.chair.clause {
        Some(clause) => format!("{seat} ({clause})"),
        None => seat.to_owned(),
    }
}

fn practitioners(profile: &Profile) -> String {
    if profile.practitioners_may_ask { "Yes" } else { "No" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_show_what_sets_each_policy_apart() {
        let rows = rows(&ProfileId::ALL.map(Profile::of));
        assert!(rows.iter().all(|row| row.len() == 6));
        let row = |start: &str| {
            rows.iter()
                .find(|row| row[0].starts_with(start))
                .cloned()
                .unwrap_or_default()
        };
        let post = row("The worker has a post");
        assert_eq!(
            (post[1].as_str(), post[4].as_str()),
            ("Never (SPS-14)", "The manager decides (STA-16)")
        );
        assert_eq!(row("Do they agree to our keeping")[2], "Needed (LEI-29)");
        assert_eq!(row("Do they agree to our keeping")[1], "Reminder");
        assert_eq!(row("Who may chair")[3], "Somebody independent (CAM-22)");
    }

    #[test]
    fn a_row_in_which_all_agree_is_left_out() {
        let one = Profile::of(ProfileId::ALL[0]);
        assert!(rows(&[one, one]).is_empty());
    }
}
