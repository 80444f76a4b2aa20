//! What each person wants, wishes and feels, in their own words (LEI-25, SPS-7, WES-2).

use evenhand_domain::case::party::WordsKind;
use leptos::prelude::*;

use crate::components::WordForWord;
use crate::view;
use crate::workspace::case::this::{ThisCase, name_in};

/// Everything that was noted in somebody's own words and still stands.
#[component]
pub(super) fn Wants() -> impl IntoView {
    let this = ThisCase::here();
    move || {
        this.read(|_, story, _| {
            let standing = story.words.iter().filter(|kept| kept.in_error.is_none());
            let quotes: Vec<_> = standing
                .map(|kept| {
                    let kind = kind_words(kept.now.kind);
                    let whose = format!("{} on {kind}, {}", name_in(story, kept.now.party), kept.on.long());
                    let text = Signal::stored(kept.now.words.clone());
                    view! { <WordForWord whose text /> }
                })
                .collect();
            let none = quotes.is_empty().then(|| {
                view! { <p class="muted">"Nothing is noted in their own words yet. Ask, and note it with the next contact."</p> }
            });
            view! {
                <section class="stack">
                    <h2>"What they want and feel, in their own words"</h2>
                    {none}
                    {quotes.into_iter().collect_view()}
                </section>
            }
        })
    }
}

const fn kind_words(kind: WordsKind) -> &'static str {
    match kind {
        WordsKind::Aim => "what should happen",
        WordsKind::Wish => "what they wish for",
        WordsKind::Feeling => "how they feel",
    }
}
