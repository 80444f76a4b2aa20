//! One month as a table of weeks, for screens with room for it; below it the same stands as a list for everybody.

use evenhand_domain::date::Day;
use leptos::prelude::*;

use crate::view;

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The weeks that a month touches, Monday first; the days of other months are none.
fn weeks(first: Day) -> Vec<[Option<Day>; 7]> {
    let mut monday = first.plus_days(1 - i64::from(first.weekday()));
    let mut weeks = Vec::new();
    while monday < first.plus_months(1) {
        weeks.push([0, 1, 2, 3, 4, 5, 6].map(|days| {
            let day = monday.plus_days(days);
            (day.month() == first.month()).then_some(day)
        }));
        monday = monday.plus_days(7);
    }
    weeks
}

/// "December 2026".
pub(in crate::workspace) fn name(first: Day) -> String {
    let long = first.long();
    long.split_once('\u{a0}')
        .map_or(long.clone(), |(_, month)| month.to_owned())
}

/// The table of a month: how much is due on each day, and which days are bank holidays.
#[component]
pub(super) fn Month(
    /// Its first day.
    first: Day,
    /// The day it is.
    today: Day,
    /// How much is due on a day.
    #[prop(into)]
    count: Callback<(Day,), usize>,
) -> impl IntoView {
    let heads = WEEKDAYS.map(|day| view! { <th scope="col"><abbr title=day>{&day[..2]}</abbr></th> });
    let cell = move |day: Option<Day>| match day {
        None => view! { <td></td> },
        Some(day) => {
            let due = count.run((day,));
            view! {
                <td class="month__day" class:month__day--today=day == today class:month__day--free=!day.is_working_day()>
                    <span class="month__number">{day.day()}</span>
                    {(day == today).then(|| view! { <span class="visually-hidden">" today"</span> })}
                    {day.is_bank_holiday().then(|| view! { <span class="month__note">"Bank holiday"</span> })}
                    {(due > 0).then(|| match day < today {
                        true => view! { <strong class="month__due month__due--late">{due}" overdue"</strong> },
                        false => view! { <strong class="month__due">{due}" due"</strong> },
                    })}
                </td>
            }
        }
    };
    let rows = weeks(first)
        .into_iter()
        .map(|week| view! { <tr>{week.map(cell)}</tr> })
        .collect_view();
    view! {
        <table class="month">
            <caption class="visually-hidden">{name(first)}</caption>
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_has_all_its_days_and_each_on_its_weekday() {
        for (first, weeks_of, days) in [("2026-11-01", 6, 30), ("2027-02-01", 4, 28), ("2026-12-01", 5, 31)] {
            let first: Day = first.parse().unwrap();
            let found = weeks(first);
            assert_eq!(found.len(), weeks_of);
            let all: Vec<Day> = found.iter().flatten().flatten().copied().collect();
            assert_eq!(all.len(), days);
            for week in &found {
                for (column, day) in (1_u8..).zip(week) {
                    assert!(day.is_none_or(|day| day.weekday() == column));
                }
            }
        }
        assert_eq!(name("2026-12-01".parse().unwrap()), "December\u{a0}2026");
    }
}
