//! What sets one policy apart, in a few sentences made from its rules.

use evenhand_domain::conflict::{ConflictOutcome, MatchKind};
use evenhand_engine::policy::profile::{ChairSeat, Profile, Strength, Topic};

/// A few sentences on who may take a case, what stops a step, and who chairs.
pub(super) fn in_short(profile: &Profile) -> String {
    let mut sentences = vec![conflicts(profile)];
    sentences.extend(volunteers(profile));
    sentences.extend(firm(profile));
    sentences.extend(
        profile
            .practitioners_may_ask
            .then(|| "Practitioners may ask for help too.".to_owned()),
    );
    sentences.extend(chair(profile));
    sentences.join(" ")
}

fn conflicts(profile: &Profile) -> String {
    let manager = profile.words.manager;
    match &profile.manager_decision {
        Some(decision) => {
            let count = decision.questions.len();
            let answers = if count == 1 {
                "a written reason".to_owned()
            } else {
                format!("{count} written answers")
            };
            format!(
                "A worker tied to a family takes its case only if the {manager} allows it, with {answers} ({}).",
                decision.clause
            )
        }
        None => {
            let barred = |kind| {
                profile
                    .conflict_rule(kind)
                    .is_some_and(|rule| rule.outcome == ConflictOutcome::Bar)
            };
            let parents = if barred(MatchKind::OwnChildSchool) {
                ", or has a child at the same school,"
            } else {
                ""
            };
            let clause = profile
                .conflict_rule(MatchKind::Relative)
                .map_or("", |rule| rule.clause);
            format!(
                "A worker who knows the family or has a post at the school{parents} never takes the case ({clause})."
            )
        }
    }
}

fn volunteers(profile: &Profile) -> Option<String> {
    let rule = profile.rule(Topic::VolunteerArea);
    let clause = rule.clauses.first()?;
    (profile.volunteers && !rule.borrowed && rule.strength > Strength::Remind)
        .then(|| format!("Volunteers help families who live outside their own area ({clause})."))
}

/// What nothing goes on without, besides conflicts and the agencies, where all five agree.
fn firm(profile: &Profile) -> Option<String> {
    let what = |topic| match topic {
        Topic::QuestionBeforeOpening => Some("the worker’s own question before a case is opened"),
        Topic::StorageAgreement => Some("the family’s agreement to be kept on record"),
        Topic::AuthorityRequest => Some("the parent’s own request before the council hears of a case"),
        Topic::ConsentUnderstood => Some("consent that was understood"),
        Topic::ViewsUnaltered => Some("views passed on unaltered"),
        _ => None,
    };
    let firm = profile
        .rules()
        .filter(|(_, rule)| rule.strength == Strength::Bar && !rule.borrowed);
    let named: Vec<&str> = firm.filter_map(|(topic, _)| what(topic)).collect();
    let (last, rest) = named.split_last()?;
    let list = if rest.is_empty() {
        (*last).to_owned()
    } else {
        format!("{} and {last}", rest.join(", "))
    };
    Some(format!("Always needed: {list}."))
}

fn chair(profile: &Profile) -> Option<String> {
    let clause = profile.chair.clause?;
    let who = match profile.chair.seat {
        ChairSeat::Anybody => return None,
        ChairSeat::NotAnOfficerOfTheAuthority => "is no officer of the council",
        ChairSeat::Independent => "is independent of service and council",
        ChairSeat::ParentOrCarer => "is a parent or carer",
    };
    Some(format!("The {} {who} ({clause}).", profile.words.chair))
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenhand_domain::profile::ProfileId;

    #[test]
    fn each_policy_says_something_of_its_own() {
        let all: Vec<String> = ProfileId::ALL.iter().map(|id| in_short(Profile::of(*id))).collect();
        for (place, text) in all.iter().enumerate() {
            assert!(text.chars().count() < 420, "{text}");
            assert!(!all[..place].contains(text), "{text}");
        }
        assert!(all[0].contains("SPS-16") && all[3].contains("STA-16") && all[2].contains("CAM-22"));
    }
}
