//! What to do with the `service.json` that was saved.

use leptos::prelude::*;

use crate::components::{Notice, Step, Steps, Tone};
use crate::view;

/// Upload it, compare the words, print them.
#[component]
pub(super) fn Saved(
    /// Fields of the file that are not known here.
    left_out: Vec<String>,
) -> impl IntoView {
    view! {
        <Notice tone=Tone::Good title="service.json saved to your device. It is not uploaded yet.">
            {(!left_out.is_empty()).then(|| view! {
                <p>"Fields that are not known here were left out: " {left_out.join(", ")} "."</p>
            })}
        </Notice>
        <Steps>
            <Step heading="Upload it">
                <p>"Put it in the place of the service.json beside index.html, on the host of your public page. If it names a logo, put that picture beside it too. The pages follow it when they are next opened."</p>
            </Step>
            <Step heading="Compare the six words">
                <p>"Open the public page and go to Ask us for help. The key words there must be the six words on this page. If they are not, take the page down."</p>
            </Step>
            <Step heading="Print the six words in your leaflet">
                <p>"Then families can compare them too. A second key has six words of its own: print both, and say which are for families who know somebody here."</p>
            </Step>
        </Steps>
    }
}
