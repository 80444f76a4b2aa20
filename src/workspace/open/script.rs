//! The words that are said at the start of a first contact (SPS-11, CAM-15, WES-8).

use evenhand_domain::case::contact::Channel;
use evenhand_engine::policy::profile::{Occasion, Reader};
use leptos::prelude::*;

use crate::components::ReadAloud;
use crate::view;
use crate::workspace::session::Session;

/// The statement of the service's own policy, to be read out or written.
#[component]
pub(super) fn Script(
    /// How the contact came.
    channel: Signal<Option<Channel>>,
) -> impl IntoView {
    let session = Session::here();
    let occasion = Memo::new(move |_| match channel.get() {
        Some(Channel::Letter | Channel::Email) => Occasion::Letter,
        _ => Occasion::FirstCall,
    });
    move || {
        let occasion = occasion.get();
        let sentences = session.desk().and_then(|desk| {
            let me = desk.me().ok()?;
            Some(
                desk.policy()
                    .on(session.now().day())
                    .statement(occasion, Reader::Plain, &desk.team().name, &me.name),
            )
        });
        let label = if occasion == Occasion::Letter {
            "Write this at the start"
        } else {
            "Say this at the start"
        };
        sentences.map(|sentences| {
            let sentences = sentences
                .into_iter()
                .map(|sentence| view! { <p>{sentence}</p> })
                .collect_view();
            view! { <ReadAloud label>{sentences}</ReadAloud> }
        })
    }
}
