//! The page: reviews, rules, ties, intervals, words, and what the service changed.

use evenhand_domain::conflict::ConflictOutcome;
use evenhand_domain::register::Kind;
use evenhand_engine::policy::profile::{
    Cadence, Called, ChairRule, ChairSeat, Interval, Profile, Rule, Setting, Strength, TIES, Topic, outcome_words,
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
    "Our own policy does not speak of these. They come from another service’s policy, and nothing waits for them.";
const BARRED: &str = "Found by the conflict check, and by the question before opening. Where the manager decides, it is never in the manager’s own conflict. What the policy bars cannot be changed; anything else can be made stricter, and milder only where the group agreed it.";
const OFTEN: &str = "What is owed again and again, as it stands in the calendar.";

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
            by: rule.clause.to_owned(),
            how: outcome_words(rule.outcome).to_owned(),
            is_firm: rule.outcome > ConflictOutcome::Reason,
            setting: Some(Setting::Outcome(kind)),
        })
    };
    TIES.into_iter().filter_map(rule).collect()
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
    let ChairRule {
        seat, besides, clause, ..
    } = now.chair;
    let how = match besides {
        ChairSeat::Anybody => seat.words().to_owned(),
        besides if seat == ChairSeat::Anybody => besides.words().to_owned(),
        besides => format!("{}. {}", seat.words(), besides.words()),
    };
    vec![Line {
        what: format!("The {}", now.words.chair),
        by: clause.unwrap_or_default().to_owned(),
        how,
        is_firm: clause.is_some(),
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
