//! A question that must be answered first.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::focus::{focus_now, focus_soon};
use super::{Announcer, FieldId, LiveRegions};
use crate::view;

/// What stands above the page. For three things only: the warning before locking, what cannot be undone, and going somewhere by its
/// name.
///
/// The heading takes the focus, or the box that is named; what is announced meanwhile is said inside, because the rest of the page is shut off; Escape closes it unless `must_answer`; on closing the focus goes back to where it was.
#[component]
pub fn Dialog(
    /// Whether it is open. Set it to true to ask.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    heading: TextProp,
    /// True when only a button may close it.
    #[prop(optional)]
    must_answer: bool,
    /// The box that takes the focus in place of the heading.
    #[prop(optional)]
    first: Option<FieldId>,
    /// What it says, and the buttons: the least harmful first.
    children: ChildrenFn,
) -> impl IntoView {
    let heading_id = FieldId::new().part("heading");
    let announcer = Announcer::here();
    let dialog = NodeRef::<html::Dialog>::new();
    let focus_id = first.map_or_else(|| heading_id.clone(), FieldId::control);
    Effect::new(move || {
        let Some(element) = dialog.get() else { return };
        if open.get() {
            // What was said last is not said again when the regions inside come into sight.
            if !element.open() {
                announcer.hush();
            }
            // It fails only if it is open already, which is what was wanted.
            if !element.open() && element.show_modal().is_ok() {
                // What is inside comes a moment later than the heading.
                match first {
                    Some(_) => focus_soon(focus_id.clone()),
                    None => focus_now(&focus_id),
                }
            }
        } else if element.open() {
            element.close();
        }
    });
    let labelled = heading_id.clone();
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-labelledby=labelled
            on:cancel=move |event: web_sys::Event| {
                if must_answer {
                    event.prevent_default();
                }
            }
            on:close=move |_| open.set(false)
        >
            <h2 class="dialog__heading" id=heading_id tabindex="-1">{move || heading.get()}</h2>
            {move || open.get().then(|| children())}
            <LiveRegions />
        </dialog>
    }
}
