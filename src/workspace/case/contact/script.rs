//! The words to read out, for how it took place and for whom.

use evenhand_domain::case::contact::ContactWay;
use evenhand_engine::policy::profile::{Occasion, Reader};
use leptos::prelude::*;

use super::answers::Answers;
use crate::components::ReadAloud;
use crate::view;
use crate::workspace::case::this::ThisCase;

/// For which occasion and reader the words are.
fn wanted(answers: Answers) -> (Occasion, Reader) {
    let owed = answers.owed();
    let young_alone = !owed.is_empty() && owed.iter().all(|party| party.is_child);
    let occasion = match answers.chosen_way() {
        Some(ContactWay::Meeting) => Occasion::Meeting,
        Some(ContactWay::Letter | ContactWay::Email) => Occasion::Letter,
        Some(ContactWay::Telephone | ContactWay::FaceToFace) | None if young_alone => Occasion::YoungPersonAlone,
        Some(ContactWay::Telephone | ContactWay::FaceToFace) | None => Occasion::FirstCall,
    };
    let reader = owed
        .first()
        .map_or(Reader::Plain, |party| match party.wording.get().as_str() {
            "young" => Reader::Young,
            "easy" => Reader::EasyRead,
            _ => Reader::Plain,
        });
    (occasion, reader)
}

/// What an agency is told first: for whom the worker speaks, and that what it says is passed on (LEI-27).
#[component]
pub(super) fn AgencyScript() -> impl IntoView {
    let this = ThisCase::here();
    let said = untrack(|| {
        this.session().read(|desk| {
            let worker = desk.me().map(|me| me.name).unwrap_or_default();
            desk.policy().on(this.today()).agency_notice(&desk.team().name, &worker)
        })
    });
    let sentences = said.unwrap_or_default().into_iter();
    let sentences = sentences.map(|sentence| view! { <p>{sentence}</p> }).collect_view();
    view! { <ReadAloud label="Say this to the agency first">{sentences}</ReadAloud> }
}

/// The statement as the policy words it, to be read out.
#[component]
pub(super) fn Script(answers: Answers) -> impl IntoView {
    let this = ThisCase::here();
    let wanted = Memo::new(move |_| wanted(answers));
    let sentences = move || {
        let (occasion, reader) = wanted.get();
        let said = this.session().read(|desk| {
            let worker = desk.me().map(|me| me.name).unwrap_or_default();
            desk.policy()
                .on(this.today())
                .statement(occasion, reader, &desk.team().name, &worker)
        });
        said.unwrap_or_default()
            .into_iter()
            .map(|sentence| view! { <p>{sentence}</p> })
            .collect_view()
    };
    let label = move || match wanted.get().0 {
        Occasion::Letter => "Write this at the start",
        Occasion::FirstCall | Occasion::Meeting | Occasion::YoungPersonAlone => "Say this at the start",
    };
    view! { <ReadAloud label=label>{sentences}</ReadAloud> }
}
