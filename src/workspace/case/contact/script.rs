//! The words to read out, for how it took place and for whom.

use evenhand_domain::case::contact::ContactWay;
use evenhand_engine::policy::profile::{Occasion, Reader};
use leptos::prelude::*;

use super::answers::Answers;
use crate::components::ReadAloud;
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

/// The statement as the policy words it, to be read out.
#[component]
pub(super) fn Script(answers: Answers) -> impl IntoView {
    let this = ThisCase::here();
    let wanted = Memo::new(move |_| wanted(answers));
    let sentences = move || {
        let (occasion, reader) = wanted.get();
        let said = this.session().read(|desk| {
            let worker = desk.me().map(|me| me.name).unwrap_or_default();
            desk.profile().statement(occasion, reader, &desk.team().name, &worker)
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
