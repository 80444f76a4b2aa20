//! What a case is made of.

use leptos::prelude::*;

use super::{HERE, Part};
use crate::components::{
    Button, ButtonLook, IconName, IdentityBar, IdentityFact, NavLink, SubNav, SummaryList, SummaryRow, Tag, TaskList,
    TaskRow, TaskState, Timeline, TimelineDay, TimelineEntry, Tone,
};
use crate::view;

/// The links of the workspace.
pub(super) fn rail() -> Vec<NavLink> {
    vec![
        NavLink::new(HERE, "Work").icon(IconName::House).current(true),
        NavLink::new(HERE, "Cases").icon(IconName::Folder),
        NavLink::new(HERE, "Inbox").icon(IconName::Inbox).count(3),
        NavLink::new(HERE, "Team").icon(IconName::Users),
        NavLink::new(HERE, "Reports").icon(IconName::Chart),
        NavLink::new(HERE, "Settings").icon(IconName::Settings),
    ]
}

/// The end of the banner.
pub(super) fn banner() -> impl IntoView {
    view! {
        <span>"Priya Raman"</span>
        <Button label="Lock" look=ButtonLook::Secondary icon=IconName::Lock on_press=|| () />
    }
}

/// The identity bar, the navigation of a case, facts, tasks, what happened.
#[component]
pub(super) fn Casework() -> impl IntoView {
    let links = vec![
        NavLink::new(HERE, "Summary").current(true),
        NavLink::new(HERE, "Timeline"),
        NavLink::new(HERE, "People"),
        NavLink::new(HERE, "Permissions").count(1),
        NavLink::new(HERE, "Fairness"),
        NavLink::new(HERE, "Views and letters"),
        NavLink::new(HERE, "Close"),
    ];
    view! {
        <Part title="A case">
            <IdentityBar code="CV-0417" name="Amir, 9">
                <IdentityFact label="Worker">"Priya Raman"</IdentityFact>
                <IdentityFact label="Consent"><Tag text="Record kept" tone=Tone::Good /></IdentityFact>
                <IdentityFact label="Needs">"Interpreter, Polish"</IdentityFact>
            </IdentityBar>
            <SubNav label="This case" links=Signal::stored(links) />
            <SummaryList>
                <SummaryRow label="Contact" change_href=HERE change_what="how we contact the family">
                    <p>"Phone, 01632 960 042"</p>
                    <p class="muted">"Not safe to leave a message"</p>
                </SummaryRow>
                <SummaryRow label="School" change_href=HERE>"Hollin Beck Primary School"</SummaryRow>
                <SummaryRow label="Written language" change_href=HERE change_word="Add">
                    <a href=HERE>"Ask which language they read"</a>
                </SummaryRow>
                <SummaryRow label="Opened">"Tuesday 16 June 2026"</SummaryRow>
            </SummaryList>
        </Part>
        <Part title="Tasks">
            <TaskList>
                <TaskRow label="State that we are impartial" state=TaskState::done("Completed") href=HERE />
                <TaskRow label="Explain the options" state=TaskState::due("Not yet started") href=HERE hint="With the good and bad points of each" />
                <TaskRow label="Ask for feedback" state=TaskState::late("Due on Friday") href=HERE />
                <TaskRow label="Check for a conflict" state=TaskState::wrong("There is a problem") href=HERE hint="The school changed after the last check" />
            </TaskList>
        </Part>
        <Part title="Timeline">
            <Timeline>
                <TimelineDay heading="Today">
                    <TimelineEntry title="Meeting at school" icon=IconName::Users who="Priya Raman, 9:15am" href=HERE>
                        <p>"Said at the start that we are impartial. The family chose to ask for a review."</p>
                    </TimelineEntry>
                    <TimelineEntry title="Permission given for Hollin Beck Primary School" icon=IconName::Handshake who="Priya Raman, 11:40am" />
                </TimelineDay>
                <TimelineDay heading="Tuesday 16 June 2026">
                    <TimelineEntry title="Case opened from a locked form" icon=IconName::Inbox who="Morag Elliott" href=HERE />
                </TimelineDay>
            </Timeline>
        </Part>
    }
}
