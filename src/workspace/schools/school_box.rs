//! A box for a school, nursery or college: free text, with those of the area that it may mean.

use evenhand_domain::school::Schools;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Combobox, FieldId, Suggestion};
use crate::view;
use crate::workspace::session::Session;

/// How many are offered at once.
const MOST: usize = 8;

/// A school's name. One that is chosen is known by its number, and by its trust, wherever it is checked (SPS-14).
#[component]
pub(crate) fn SchoolBox(
    /// What is asked.
    label: &'static str,
    /// What was typed or chosen.
    value: RwSignal<String>,
    /// Help that stays in sight.
    hint: &'static str,
    /// The field, when the page has an error summary.
    #[prop(default = FieldId::new())]
    id: FieldId,
    /// What is wrong, if anything.
    #[prop(into, optional)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let session = Session::here();
    let (all, is_read) = (StoredValue::new_local(Schools::default()), RwSignal::new(false));
    if let Some(desk) = session.desk() {
        spawn_local(async move {
            desk.load_schools().await;
            // The page may have gone meanwhile.
            if all.try_set_value(desk.schools()).is_none() {
                is_read.set(true);
            }
        });
    }
    let suggestions = Memo::new(move |_| {
        is_read.track();
        let typed = value.get();
        all.with_value(|all| {
            let found = all.like(&typed, MOST).into_iter();
            let suggestions = found.map(|one| {
                let label = all.label(one);
                let parts = [one.kind.as_str(), one.place.as_str()];
                let hint = parts
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ");
                let value = label.clone();
                Suggestion { value, label, hint }
            });
            suggestions.filter(|one| one.label != typed).collect::<Vec<_>>()
        })
    });
    view! { <Combobox label hint value suggestions on_choose=|_: String| () id error /> }
}
