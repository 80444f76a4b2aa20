//! A school's name, with those of the area that it may mean.

use evenhand_domain::referral::Field;
use leptos::prelude::*;

use super::sheet::{Sheet, id_of};
use crate::components::{Combobox, Problems, Suggestion};
use crate::public::journey::Journey;
use crate::view;

/// How many are offered at once.
const MOST: usize = 8;

/// Free text with suggestions. Choosing one ties the name to the school's number; a name alone is enough.
#[component]
pub(super) fn SchoolName(
    /// What is asked.
    label: String,
    /// The boxes of the page.
    sheet: Sheet,
    /// What is wrong with them.
    problems: Problems,
) -> impl IntoView {
    let journey = Journey::here();
    let (typed, number) = (sheet.text(Field::SchoolName), sheet.text(Field::SchoolUrn));
    let alike = Memo::new(move |_| {
        let typed = typed.get();
        journey.service(|service| {
            let alike = service
                .schools_like(&typed, MOST)
                .into_iter()
                .filter(|school| school.name != typed);
            let suggestion = |school: &evenhand_domain::school::School| {
                Some(Suggestion {
                    value: school.urn.clone()?,
                    label: school.name.clone(),
                    hint: String::new(),
                })
            };
            alike.filter_map(suggestion).collect::<Vec<_>>()
        })
    });
    let id = id_of(Field::SchoolName);
    view! {
        <Combobox
            label
            value=typed
            suggestions=alike
            on_choose=move |chosen: String| number.set(chosen)
            id
            error=problems.of(id)
        />
    }
}
