//! From what stands in the boxes to a contact, or to what is missing. The engine asks all of it again before it saves.

use evenhand_domain::case::action::{Action, ActionKind};
use evenhand_domain::case::contact::{AgencyTalk, Contact, ContactWay, Stated, Statement, Wording};
use evenhand_domain::case::party::{OwnWords, WordsKind};
use evenhand_domain::date::Day;
use evenhand_engine::policy::profile::{Policy, Profile, Strength, Topic};
use leptos::prelude::*;

use super::agency;
use super::agency_answers::{AgencyAnswers, NOTHING_SAID};
use super::answers::{Answers, WORDINGS};
use super::next::{DUE, NEXT};
use super::party_answers::PartyAnswers;
use super::said::{FACTS, WITHOUT_AIM};
use super::who::{AT, MINUTES, ON, WAY, WITH};
use super::{support, time, words};
use crate::components::Problem;
use crate::workspace::case::near::trimmed;
use crate::workspace::day;
use crate::workspace::wording::reasons;

const KINDS: [WordsKind; 3] = [WordsKind::Aim, WordsKind::Wish, WordsKind::Feeling];

/// The contact, or every problem in the order of the page.
pub(super) fn gather(answers: Answers, policy: Policy, today: Day) -> Result<Contact, Vec<Problem>> {
    let mut found = Vec::new();
    let ticked = answers.ticked();
    if ticked.is_empty() {
        found.push(Problem::new(WITH, words::NOBODY));
    }
    let way = answers.chosen_way();
    if way.is_none() {
        found.push(Problem::new(WAY, "Select how it took place"));
    }
    let on = on(answers, today).map_err(|problem| found.push(problem)).ok();
    // What took place before a rule was changed is held to what held then.
    let profile = policy.on(on.unwrap_or(today));
    let at = clock(answers).map_err(|problem| found.push(problem)).ok().flatten();
    let minutes = minutes(answers).map_err(|problem| found.push(problem)).ok().flatten();
    let statements = statements(answers, profile, way, &mut found);
    let (facts, their_words, opinion) = (
        trimmed(answers.facts),
        trimmed(answers.their_words),
        trimmed(answers.opinion),
    );
    let own_words = own_words(&ticked);
    let venue = answers.venue.gather(profile, way, &mut found);
    let without_aim = trimmed(answers.without_aim);
    if without_aim.is_empty() && answers.owes_aim(profile) {
        found.push(Problem::new(WITHOUT_AIM, words::AIM));
    }
    let explained = answers.explained.gather(profile, &mut found);
    let talk = (trimmed(answers.agency.was) == "yes").then(|| talk(answers.agency, profile, &mut found));
    let said_something = !own_words.is_empty()
        || [&facts, &their_words, &opinion]
            .into_iter()
            .any(|text| !text.is_empty())
        || explained.is_some()
        || talk
            .as_ref()
            .is_some_and(|talk| !talk.said.is_empty() || !talk.heard.is_empty());
    if !said_something {
        found.push(Problem::new(FACTS, words::EMPTY));
    }
    let next = next(answers, &mut found);
    let said = talk.as_ref().map_or("", |talk| &talk.said);
    let kept_wording = reasons(answers.kept_wording, &[&facts, &opinion, said]);
    match (way, on) {
        (Some(way), Some(on)) if found.is_empty() => Ok(Contact {
            on,
            at,
            way,
            minutes,
            with: ticked.iter().map(|party| party.id).collect(),
            statements,
            words: own_words,
            facts,
            their_words,
            opinion,
            agency: talk,
            next,
            venue,
            without_aim,
            sent: answers.sent.get_untracked(),
            kept_wording,
            explained,
            support: support::ticked(answers),
            heard: if way == ContactWay::Meeting {
                trimmed(answers.heard)
            } else {
                String::new()
            },
        }),
        _ => Err(found),
    }
}

fn on(answers: Answers, today: Day) -> Result<Day, Problem> {
    match day::read(answers.on) {
        Ok(Some(on)) if on > today => Err(Problem::new(ON, words::FUTURE)),
        Ok(Some(on)) => Ok(on),
        Ok(None) => Err(Problem::new(ON, "Enter the day it took place")),
        Err(words) => Err(Problem::new(ON, words)),
    }
}

fn clock(answers: Answers) -> Result<Option<String>, Problem> {
    let typed = trimmed(answers.at);
    if typed.is_empty() {
        return Ok(None);
    }
    time::read(&typed)
        .map(Some)
        .ok_or_else(|| Problem::new(AT, "Enter a time such as 10:30, or leave it empty"))
}

fn minutes(answers: Answers) -> Result<Option<u32>, Problem> {
    let typed = trimmed(answers.minutes);
    if typed.is_empty() {
        return Ok(None);
    }
    let read = typed.parse::<u32>().ok().filter(|minutes| *minutes <= 1440);
    read.map(Some)
        .ok_or_else(|| Problem::new(MINUTES, "Enter minutes as a whole number, for example 25"))
}

fn statements(
    answers: Answers,
    profile: &Profile,
    way: Option<ContactWay>,
    found: &mut Vec<Problem>,
) -> Vec<Statement> {
    let is_meeting = way == Some(ContactWay::Meeting);
    let topic = if is_meeting {
        Topic::StatementAtMeeting
    } else {
        Topic::StatementAtContact
    };
    let must = profile.rule(topic).strength >= Strength::Reason;
    let must_understand = profile.rule(Topic::StatementUnderstood).strength >= Strength::Reason
        && !way.is_some_and(ContactWay::is_written);
    let mut made = Vec::new();
    for party in answers.owed() {
        let stated = match trimmed(party.stated).as_str() {
            "yes" => {
                let understood = trimmed(party.understood);
                if must_understand && understood.is_empty() {
                    found.push(Problem::new(party.understood_field, words::UNDERSTOOD));
                }
                Stated::Yes {
                    wording: wording(&party),
                    understood,
                }
            }
            "no" => {
                let why = trimmed(party.why);
                if why.is_empty() {
                    found.push(Problem::new(party.why_field, words::WHY_NOT_STATED));
                }
                Stated::No { why }
            }
            _ => {
                if must {
                    found.push(Problem::new(party.stated_field, words::STATED));
                }
                continue;
            }
        };
        made.push(Statement { to: party.id, stated });
    }
    made
}

fn wording(party: &PartyAnswers) -> Wording {
    let chosen = trimmed(party.wording);
    WORDINGS
        .iter()
        .find(|(word, _)| *word == chosen)
        .map_or(Wording::Plain, |(_, wording)| *wording)
}

fn own_words(ticked: &[PartyAnswers]) -> Vec<OwnWords> {
    let given = ticked.iter().filter(|party| !party.is_agency).flat_map(|party| {
        KINDS
            .into_iter()
            .map(|kind| (party.id, kind, party.words(kind).get_untracked()))
    });
    given
        .filter(|(_, _, words)| !words.trim().is_empty())
        .map(|(party, kind, words)| OwnWords { party, kind, words })
        .collect()
}

fn talk(answers: AgencyAnswers, profile: &Profile, found: &mut Vec<Problem>) -> AgencyTalk {
    let name = trimmed(answers.name);
    if name.is_empty() {
        found.push(Problem::new(agency::NAME, words::AGENCY));
    }
    let chosen = trimmed(answers.consent);
    let door = answers.door.gather(&chosen, found);
    let consent = chosen.parse().ok().filter(|_| door.is_none());
    // What stands in the box under a permission that is not chosen any more was not said under it.
    let said = if chosen.is_empty() || chosen == NOTHING_SAID {
        String::new()
    } else {
        trimmed(answers.said)
    };
    if consent.is_some() && said.is_empty() {
        found.push(Problem::new(
            agency::SAID,
            "Enter what you told them, or select that nothing was disclosed",
        ));
    }
    let told = trimmed(answers.told);
    let why = trimmed(answers.why);
    let must_tell = profile.rule(Topic::AgencyNotice).strength >= Strength::Reason;
    if told.is_empty() && must_tell {
        found.push(Problem::new(
            agency::TOLD,
            "Select yes if you told them that you pass on what they say",
        ));
    }
    if told == "no" && why.is_empty() {
        found.push(Problem::new(agency::WHY, words::WHY_NOT_TOLD));
    }
    let (said, without_permission) = match door {
        Some((shared, door)) => (shared, Some(door)),
        None => (said, None),
    };
    AgencyTalk {
        agency: name,
        consent,
        said,
        heard: trimmed(answers.heard),
        told_passed_on: told == "yes",
        why_not_told: why,
        without_permission,
    }
}

fn next(answers: Answers, found: &mut Vec<Problem>) -> Option<Action> {
    let what = trimmed(answers.next);
    let due = match day::read(answers.due) {
        Ok(due) => due,
        Err(words) => {
            found.push(Problem::new(DUE, words));
            return None;
        }
    };
    match (what.is_empty(), due) {
        (true, None) => None,
        (true, Some(_)) => {
            found.push(Problem::new(
                NEXT,
                "Enter what you will do by that day, or take the day out",
            ));
            None
        }
        (false, None) => {
            found.push(Problem::new(DUE, "Enter the day by which you will do it"));
            None
        }
        (false, Some(due)) => Some(Action {
            what,
            due,
            who: None,
            kind: ActionKind::Next,
        }),
    }
}
