//! What the policy asks of this case, and where each thing stands.

mod checks;
mod holders;

use evenhand_engine::policy::duty::{CaseDuty, DutyState};
use leptos::prelude::*;

use self::checks::Checks;
use self::holders::Holders;
use super::frame::CaseFrame;
use super::summary::place_of;
use super::this::ThisCase;
use crate::components::{TaskList, TaskRow, TaskState};
use crate::view;
use crate::workspace::prompts::Prompts;
use crate::workspace::route::CasePart;

/// Every duty of the case under the service's policy.
#[component]
pub(super) fn Fairness() -> impl IntoView {
    let this = ThisCase::here();
    let duties = Memo::new(move |_| {
        this.read(|_, _, desk| desk.duties(this.session().now(), this.id()).unwrap_or_default())
            .unwrap_or_default()
    });
    let list = move |borrowed: bool| {
        let rows: Vec<_> = duties
            .get()
            .into_iter()
            .filter(|duty| duty.rule.borrowed == borrowed)
            .map(|duty| {
                let (hint, state) = (hint(&duty), Signal::stored(state(&duty)));
                let href = this.link(place_of(duty.topic));
                view! { <TaskRow label=duty.topic.words() state href hint /> }
            })
            .collect();
        (!rows.is_empty()).then(|| view! { <TaskList>{rows.into_iter().collect_view()}</TaskList> })
    };
    let policy = move || {
        this.profile().map(|profile| match profile.is_changed() {
            true => format!("{}, with what our service changed in it", profile.name),
            false => profile.name.to_owned(),
        })
    };
    view! {
        <CaseFrame part=CasePart::Fairness title="Fairness">
            <div class="stack">
                <h2>"What our policy asks"</h2>
                <p>"Under the policy of " {policy} "."</p>
                {move || list(false)}
                {move || {
                    let rest = list(true);
                    rest.map(|rest| view! {
                        <h2>"Good practice"</h2>
                        <p>"Our own policy does not ask for these. Another service’s policy does."</p>
                        {rest}
                    })
                }}
                <Checks />
                <Prompts of="bias" />
                <Holders />
                <section class="stack">
                    <h2>"If you know the family"</h2>
                    <p>"You may find out later that you know somebody here, or have an interest in what happens. Say so at once: the case goes to somebody else, and you can no longer open it."</p>
                    <p><a href=this.href(CasePart::Before)>"I know somebody here after all"</a></p>
                </section>
            </div>
        </CaseFrame>
    }
}

/// The clauses, and how many entries show it.
fn hint(duty: &CaseDuty) -> String {
    let clauses = match duty.rule.clauses.as_slice() {
        [one] => format!("Clause\u{a0}{one}"),
        [] => String::new(),
        all => format!("Clauses {}", all.join(", ")),
    };
    match duty.evidence.len() {
        0 => clauses,
        1 => format!("{clauses}. Shown by 1 entry."),
        count => format!("{clauses}. Shown by {count} entries."),
    }
}

fn state(duty: &CaseDuty) -> TaskState {
    match duty.state {
        DutyState::Met => TaskState::done("Completed"),
        DutyState::NotCalledFor => TaskState::done("Not needed so far"),
        DutyState::NotMet if duty.rule.borrowed => TaskState::late("Not met"),
        DutyState::NotMet => TaskState::wrong("Not met"),
        DutyState::NotYet => TaskState::due("Not yet done"),
    }
}
