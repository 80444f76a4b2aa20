//! The words with which we say that we take no side, for each occasion and each reader (SPS-11, SPS-12, CAM-15, WES-8).

use evenhand_engine::policy::profile::{Occasion, Reader, Setting};
use leptos::prelude::*;

use super::line::Shown;
use crate::components::Disclosure;
use crate::view;
use crate::workspace::session::Session;

/// Every statement of the policy, with the names filled in.
#[component]
pub(super) fn Said(shown: Shown) -> impl IntoView {
    let profile = shown.now;
    let session = Session::here();
    let names = untrack(|| {
        session.read(|desk| {
            let worker = desk.me().map(|me| me.name).unwrap_or_default();
            (desk.team().name, worker)
        })
    });
    let (service, worker) = names.unwrap_or_default();
    let read_out = |sentences: Vec<String>| {
        let sentences = sentences.into_iter().map(|one| view! { <p>{one}</p> });
        view! { <blockquote class="prose">{sentences.collect_view()}</blockquote> }
    };
    let occasions = Occasion::ALL.map(|occasion| {
        let readers = Reader::ALL.map(|reader| {
            let said = read_out(profile.statement(occasion, reader, &service, &worker));
            let what = format!("{}, {}", occasion.words(), reader.words().to_lowercase());
            let links = shown.links(Setting::Words(occasion, reader), &what);
            view! { <h3>{reader.words()}</h3> {said} {links} }
        });
        view! { <Disclosure label=occasion.words()>{readers.into_iter().collect_view()}</Disclosure> }
    });
    let confirmed = (!profile.acknowledgement.is_empty()).then(|| {
        let sentences = profile.acknowledgement.iter().map(|one| view! { <li>{*one}</li> });
        view! {
            <h2>"What each of us confirms every year"</h2>
            <ul>{sentences.collect_view()}</ul>
        }
    });
    view! {
        <section class="stack">
            <h2>"What we say"</h2>
            <div>
            {occasions.into_iter().collect_view()}
            <Disclosure label="To an agency, before anything else">
                {read_out(profile.agency_notice(&service, &worker))}
                {shown.links(Setting::Agency, "what an agency is told first")}
            </Disclosure>
            </div>
            {confirmed}
        </section>
    }
}
