//! The page: reviews, rules, ties, intervals, words, and what the service changed.

use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::register::Kind;
use evenhand_engine::policy::profile::{
    Cadence, Called, Interval, ManagerQuestion, Profile, Rule, Setting, Strength, TIES, Topic, outcome_words,
};
use leptos::prelude::*;

use super::age::Age;
use super::changes::Changes;
use super::line::{Line, Shown};
use super::reviews::Reviews;
use super::said::Said;
use crate::components::{Actions, Button, ButtonLook, IconName, Problems};
use crate::layout::Page;
use crate::platform::print::print;
use crate::view;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

const OWN: &str = "Our own policy asks for these, by the clauses named. “Needed” stops a step until it is done. “Answer or reason” goes on with either. A reminder stops nobody.";
const BORROWED: &str =
    "Our own policy does not ask for these. Another service’s policy does. Only “Needed” stops a step.";
const BARRED: &str = "Found by the conflict check, and by the question before opening. Where the manager decides, it is never in the manager’s own conflict. What the policy bars cannot be changed; anything else can be made stricter, and milder only where the advisory group agreed it.";
const ASKED: &str = "Before a worker with a conflict may have a case. What the policy asks stays asked.";
const OFTEN: &str = "What is owed, and how often, as it stands in the calendar.";

/// What the service works by.
#[component]
pub(in crate::workspace) fn PolicyPage() -> impl IntoView {
    let (session, problems) = (Session::here(), Problems::new());
    let shown = move || {
        session.read(|desk| {
            let policy = desk.policy();
            Shown {
                policy,
                now: policy.on(session.now().day()),
                may_change: desk.writes_in(Kind::OwnRule),
            }
        })
    };
    let whose = move || {
        shown().map(|Shown { now, .. }| match now.is_changed() {
            true => format!("We work under the policy of {}, with what we changed in it.", now.name),
            false => format!("We work under the policy of {}.", now.name),
        })
    };
    let rules = move || {
        let shown = shown()?;
        let now = shown.now;
        Some(view! {
            {shown.part("What we ask of ourselves", OWN, duties(now, false))}
            {shown.part("Good practice", BORROWED, duties(now, true))}
            {shown.part("Who may not take a case", BARRED, ties(now))}
            {shown.part("Questions to the manager", ASKED, asked(shown))}
            {shown.part("How often", OFTEN, intervals(now))}
            {shown.part("Who watches over us", "", chair(now))}
            {shown.part("What we call people", "", called(now))}
            <Said shown />
        })
    };
    view! {
        <Page title="Our policy" heading="Our policy" back=Signal::stored(Route::Compliance.href()) back_label="Compliance" problems>
            <p>{whose} " This page is made from the rules that this workspace goes by."</p>
            <Actions>
                <Button label="Print" look=ButtonLook::Secondary icon=IconName::Printer on_press=print />
            </Actions>
            <Reviews />
            {rules}
            <Changes />
            <Age problems />
        </Page>
    }
}

fn duties(now: &Profile, borrowed: bool) -> Vec<Line> {
    let own = now.rules().filter(|(_, rule)| rule.borrowed == borrowed);
    let line = |(topic, rule): (Topic, &Rule)| {
        let strength = if topic.is_wall() { Strength::Bar } else { rule.strength };
        Line {
            what: topic.promise().to_owned(),
            by: rule.clauses.join(", "),
            how: strength.words().to_owned(),
            is_firm: strength >= Strength::Reason,
            setting: Some(Setting::Rule(topic)),
        }
    };
    own.map(line).collect()
}

fn ties(now: &Profile) -> Vec<Line> {
    let rule = |(kind, tie): (_, &str)| {
        let rule = now.conflict_rule(kind)?;
        Some(Line {
            what: tie.to_owned(),
            by: begun(rule.clause),
            how: outcome_words(rule.outcome).to_owned(),
            is_firm: rule.outcome > ConflictOutcome::Reason,
            setting: Some(Setting::Outcome(kind)),
        })
    };
    TIES.into_iter().filter_map(rule).collect()
}

/// Words as a line begins: clauses as they are, our own rule with a capital.
fn begun(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase());
    first.into_iter().flatten().chain(letters).collect()
}

fn asked(shown: Shown) -> Vec<Line> {
    let copied = shown.policy.copied().manager_decision.as_ref();
    let Some((copied, here)) = copied.zip(shown.now.manager_decision.as_ref()) else {
        return Vec::new();
    };
    let line = |question: ManagerQuestion| {
        let is_asked = here.questions.contains(&question);
        let by = if copied.questions.contains(&question) {
            copied.clause
        } else {
            ""
        };
        Line {
            what: here.words(question).to_owned(),
            by: by.to_owned(),
            how: if is_asked { "Asked" } else { "Not asked" }.to_owned(),
            is_firm: is_asked,
            setting: Some(Setting::Asked(Some(question))),
        }
    };
    let besides = Line {
        what: "What we ask besides".to_owned(),
        by: String::new(),
        how: match here.more.as_slice() {
            [] => "Nothing".to_owned(),
            more => more.join(" "),
        },
        is_firm: !here.more.is_empty(),
        setting: Some(Setting::Asked(None)),
    };
    ManagerQuestion::ALL.map(line).into_iter().chain([besides]).collect()
}

fn intervals(now: &Profile) -> Vec<Line> {
    let line = |(cadence, interval): (Cadence, &Interval)| Line {
        what: cadence.words().to_owned(),
        by: match interval.borrowed {
            true => format!("Good practice after {}", interval.clauses.join(", ")),
            false => interval.clauses.join(", "),
        },
        how: match cadence {
            Cadence::Induction => interval.every.words().replace("Every ", "Within the first "),
            _ => interval.every.words(),
        },
        is_firm: !interval.borrowed,
        setting: Some(Setting::Every(cadence)),
    };
    now.intervals().map(line).collect()
}

fn chair(now: &Profile) -> Vec<Line> {
    vec![Line {
        what: format!("The {}", now.words.chair),
        by: now.chair.clause.unwrap_or_default().to_owned(),
        how: now.chair.words(),
        is_firm: now.chair.clause.is_some(),
        setting: Some(Setting::Chair),
    }]
}

fn called(now: &Profile) -> Vec<Line> {
    let line = |called: Called| Line {
        what: called.about().to_owned(),
        by: String::new(),
        how: now.words.of(called).to_owned(),
        is_firm: false,
        setting: Some(Setting::Called(called)),
    };
    Called::ALL.map(line).into()
}
