//! What can be chosen in a list: people, entries of another register, words.

use evenhand_domain::date::Day;
use evenhand_domain::register::{Answer, Kind, Writer};
use evenhand_domain::worker::Role;
use evenhand_engine::desk::Desk;
use evenhand_engine::policy::clause::attestable;
use evenhand_engine::policy::profile::settings;

use super::words;
use crate::components::Choice;

/// The choices of a field; none for what is typed or ticked.
pub(super) fn choices(desk: &Desk, kind: Kind, answer: Answer, today: Day) -> Vec<Choice> {
    match answer {
        Answer::Worker => workers(desk, kind),
        Answer::Entry(other) => entries(desk, other),
        Answer::Clause => attestable(desk.policy().copied().id)
            .map(|clause| Choice::new(clause.id, format!("{}: {}", clause.id, clause.title)))
            .collect(),
        Answer::Setting => {
            let policy = desk.policy();
            let all = settings(policy.copied(), policy.on(today), kind).into_iter();
            all.map(|(word, shown)| Choice::new(word, shown)).collect()
        }
        Answer::One(choices) => choices.iter().map(|(word, shown)| Choice::new(*word, *shown)).collect(),
        _ => Vec::new(),
    }
}

/// Those whom an entry of a register may be about.
fn workers(desk: &Desk, kind: Kind) -> Vec<Choice> {
    let me = desk.me().ok();
    let is_manager = me.as_ref().is_some_and(|me| me.role == Role::Manager);
    let only_me = kind.register().writer == Writer::OfThemself && !is_manager;
    let team = desk.team();
    team.current()
        .into_iter()
        .filter(|worker| !only_me || me.as_ref().is_some_and(|me| me.id == worker.id))
        .map(|worker| Choice::new(worker.id.to_string(), worker.name.clone()))
        .collect()
}

/// The entries of another register that count.
fn entries(desk: &Desk, kind: Kind) -> Vec<Choice> {
    let all = desk.register(kind).into_iter().filter(|kept| kept.struck.is_none());
    all.map(|kept| {
        let label = format!("{}, {}", words::name(desk, &kept), kept.about_day().short());
        Choice::new(kept.id.to_string(), label)
    })
    .collect()
}
