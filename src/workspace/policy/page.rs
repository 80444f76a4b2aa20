//! The page: reviews, rules, ties, intervals, words.

use evenhand_domain::conflict::ConflictOutcome;
use evenhand_engine::policy::profile::{Cadence, Interval, Profile, Rule, Strength, TIES, Topic, outcome_words};
use leptos::prelude::*;

use super::age::Age;
use super::line::{Line, part};
use super::reviews::Reviews;
use super::said::Said;
use crate::components::{Actions, Button, ButtonLook, IconName, Problems};
use crate::layout::Page;
use crate::platform::print::print;
use crate::workspace::route::Route;
use crate::workspace::session::Session;

/// What the service works by.
#[component]
pub(in crate::workspace) fn PolicyPage() -> impl IntoView {
    let (session, problems) = (Session::here(), Problems::new());
    let profile = move || session.read(|desk| desk.profile());
    let name = move || profile().map(|profile| profile.name);
    let rules = move || {
        let profile = profile()?;
        Some(view! {
            {part("What we ask of ourselves", "Our own policy asks for these, by the clauses named. “Needed” stops a step until it is done. “Answer or reason” goes on with either. A reminder stops nobody.", duties(profile, false))}
            {part("Good practice", "Our own policy does not speak of these. They come from another service’s policy, and nothing waits for them.", duties(profile, true))}
            {part("Who may not take a case", "Found by the conflict check, and by the question before opening. Where the manager decides, it is never in the manager’s own conflict.", ties(profile))}
            {part("How often", "What is owed again and again, as it stands in the calendar.", intervals(profile))}
            {part("Who watches over us", "", chair(profile))}
            <Said profile />
        })
    };
    view! {
        <Page title="Our policy" heading="Our policy" back=Signal::stored(Route::Compliance.href()) back_label="Compliance" problems>
            <p>"We work under the policy of " {name} ". This page is made from the rules that this workspace goes by."</p>
            <Actions>
                <Button label="Print" look=ButtonLook::Secondary icon=IconName::Printer on_press=print />
            </Actions>
            <Reviews />
            {rules}
            <Age problems />
        </Page>
    }
}

fn duties(profile: &Profile, borrowed: bool) -> Vec<Line> {
    let own = profile.rules().filter(|(_, rule)| rule.borrowed == borrowed);
    let line = |(topic, rule): (Topic, &Rule)| Line {
        what: topic.promise().to_owned(),
        by: rule.clauses.join(", "),
        how: if topic.is_wall() { Strength::Bar } else { rule.strength }
            .words()
            .to_owned(),
        is_firm: topic.is_wall() || rule.strength >= Strength::Reason,
    };
    own.map(line).collect()
}

fn ties(profile: &Profile) -> Vec<Line> {
    let rule = |(kind, tie): (_, &str)| {
        let rule = profile.conflict_rule(kind)?;
        Some(Line {
            what: tie.to_owned(),
            by: rule.clause.to_owned(),
            how: outcome_words(rule.outcome).to_owned(),
            is_firm: rule.outcome > ConflictOutcome::Reason,
        })
    };
    TIES.into_iter().filter_map(rule).collect()
}

fn intervals(profile: &Profile) -> Vec<Line> {
    let line = |(cadence, interval): (Cadence, &Interval)| Line {
        what: cadence.words().to_owned(),
        by: match interval.borrowed {
            true => format!("Good practice after {}", interval.clauses.join(", ")),
            false => interval.clauses.join(", "),
        },
        how: interval.every.words(),
        is_firm: !interval.borrowed,
    };
    profile.intervals().map(line).collect()
}

fn chair(profile: &Profile) -> Vec<Line> {
    let clause = profile.chair.clause.into_iter();
    let line = |clause: &str| Line {
        what: format!("The {}", profile.words.chair),
        by: clause.to_owned(),
        how: profile.chair.seat.words().to_owned(),
        is_firm: true,
    };
    clause.map(line).collect()
}
