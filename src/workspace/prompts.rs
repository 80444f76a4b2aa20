//! Prompts where the work is: opened when they are wanted, read, and judged useful or not (CAM-14, LEI-24, WES-12).

use evenhand_domain::worker::Role;
use evenhand_engine::policy::prompt::Prompt;
use evenhand_engine::prompt::Judgement;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::command::Command;
use super::session::Session;
use crate::components::{Announcer, Button, ButtonLook, Disclosure};
use crate::platform::data_file::fetch_data_file;
use crate::view;

/// The prompts whose names begin so. Where they cannot be had, nothing is shown.
#[component]
pub(crate) fn Prompts(
    /// How the names begin, such as `meeting`.
    of: &'static str,
) -> impl IntoView {
    let found = RwSignal::new(Vec::<Prompt>::new());
    spawn_local(async move {
        let mut all = Prompt::read(&fetch_data_file("prompts").await.unwrap_or_default());
        all.retain(|prompt| prompt.id.starts_with(of));
        // The page may be gone by now.
        let _ = found.try_set(all);
    });
    move || {
        let all = found.get().into_iter();
        all.map(|prompt| view! { <OnePrompt prompt /> }).collect_view()
    }
}

#[component]
fn OnePrompt(prompt: Prompt) -> impl IntoView {
    let (session, announcer, command) = (Session::here(), Announcer::here(), Command::new());
    let open = RwSignal::new(false);
    let id = StoredValue::new(prompt.id);
    let judge = move |judgement| {
        command.run(
            move |desk, now| async move { desk.judge_prompt(now, &id.get_value(), judgement).await },
            move |done| {
                if done.is_ok() && judgement != Judgement::Read {
                    announcer.status("Noted, without the case and without your name");
                }
            },
        );
    };
    Effect::new(move |was_read: Option<bool>| {
        let is_open = open.get();
        if is_open && was_read == Some(false) {
            judge(Judgement::Read);
        }
        is_open || was_read.unwrap_or_default()
    });
    // Which help is worth having is the manager's to see.
    let counted = move || {
        session.read(|desk| {
            let is_manager = desk.me().is_ok_and(|me| me.role == Role::Manager);
            let [read, useful, not] = [Judgement::Read, Judgement::Useful, Judgement::NotUseful]
                .map(|judgement| id.with_value(|id| desk.judged_so(id, judgement)));
            is_manager.then(|| format!("How often opened: {read}, found useful: {useful}, found not useful: {not}."))
        })
    };
    view! {
        <Disclosure label=prompt.title.clone() open>
            <ul>{prompt.lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <div class="wording__ways">
                <Button label="This helped" about=prompt.title.clone() look=ButtonLook::Quiet on_press=move || judge(Judgement::Useful) />
                <Button label="This did not help" about=prompt.title look=ButtonLook::Quiet on_press=move || judge(Judgement::NotUseful) />
            </div>
            <p class="muted small">{counted}</p>
        </Disclosure>
    }
}
