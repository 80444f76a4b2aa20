//! Whether a worker may take a case: every declared interest, and the worker themself, against every person, setting and organisation of
//! a family (SPS-14, SPS-15, SPS-16, LEI-3, CAM-19, CAM-20, STA-16, WES-9, WES-10, WES-11).
//!
//! A certain match earns the outcome of the profile's table, an uncertain one `look`. The words of a finding tell what matched of this
//! worker and this family, never of another.

mod knows;
mod people;
mod settings;

pub use knows::is_bare_yes;

use evenhand_domain::conflict::{ConflictCheck, ConflictOutcome, Finding, MatchKind};
use evenhand_domain::date::Day;
use evenhand_domain::family::{Family, Standing};
use evenhand_domain::interest::{Interest, InterestKind};
use evenhand_domain::worker::{Role, Worker};

use crate::matching::same_district;
use crate::profile::Profile;

/// How sure a match is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Certainty {
    /// A person must look.
    Uncertain,
    /// It earns the outcome of the table.
    Certain,
}

/// A match before the profile has ruled on it.
#[derive(Debug, Clone)]
struct Match {
    kind: MatchKind,
    certainty: Certainty,
    words: String,
}

/// Checks one worker with all declared interests against one family, as of `today`.
///
/// Under a profile without a rule for a kind of match, that match is passed over.
#[must_use]
pub fn check(profile: &Profile, worker: &Worker, interests: &[Interest], family: &Family, today: Day) -> ConflictCheck {
    let mut matches = declared(worker, interests, family, today);
    matches.extend(people::themself(worker, family));
    matches.extend(home_district(worker, family));
    if let Some(said) = &family.knows {
        matches.extend(knows::named(worker, said).or_else(|| knows::unnamed(worker, said)));
    }
    ruled(profile, matches, interests.len())
}

/// Checks what a worker declared alone, where the worker themself was checked before: one new interest against thousands of cases.
#[must_use]
pub fn check_declared(
    profile: &Profile,
    worker: &Worker,
    interests: &[Interest],
    family: &Family,
    today: Day,
) -> ConflictCheck {
    ruled(profile, declared(worker, interests, family, today), interests.len())
}

fn ruled(profile: &Profile, matches: Vec<Match>, checked: usize) -> ConflictCheck {
    let findings = matches.into_iter().filter_map(|found| rule(profile, found)).collect();
    conclude(findings, profile.version, u32::try_from(checked).unwrap_or(u32::MAX))
}

fn declared(worker: &Worker, interests: &[Interest], family: &Family, today: Day) -> Vec<Match> {
    let mut matches = Vec::new();
    for interest in interests {
        match &interest.kind {
            InterestKind::SchoolPost { post, school } => {
                matches.extend(settings::post(
                    worker,
                    post.as_deref(),
                    school,
                    interest.to,
                    family,
                    today,
                ));
            }
            InterestKind::OwnChildSchool { school } => {
                matches.extend(settings::own_child(worker, school, interest.to, family, today));
            }
            InterestKind::Relative(person) => {
                matches.extend(people::declared(worker, person, MatchKind::Relative, family))
            }
            InterestKind::Friend(person) => matches.extend(people::declared(worker, person, MatchKind::Friend, family)),
            InterestKind::Organisation { name, post } => {
                matches.extend(settings::organisation(
                    worker,
                    name,
                    post.as_deref(),
                    interest.to,
                    family,
                    today,
                ));
            }
        }
    }
    matches
}

/// The finding for a worker who answered before opening that they know somebody or have an interest (SPS-8, CAM-16, WES-8).
///
/// `said` is what they said of it, in their words.
#[must_use]
pub fn own_answer(profile: &Profile, said: &str) -> Finding {
    let words = if said.trim().is_empty() {
        "The worker said that they know somebody here or have an interest.".to_owned()
    } else {
        format!("The worker said, before opening: “{}”.", said.trim())
    };
    let found = Match {
        kind: MatchKind::OwnAnswer,
        certainty: Certainty::Certain,
        words: words.clone(),
    };
    // Every profile has this rule, and a test proves it; without one, nobody opens the case.
    rule(profile, found).unwrap_or(Finding {
        kind: MatchKind::OwnAnswer,
        outcome: ConflictOutcome::Bar,
        clause: "SPS-8".to_owned(),
        matched: words,
    })
}

/// The check with one finding more, its outcome worked out again.
#[must_use]
pub fn with(mut check: ConflictCheck, finding: Finding) -> ConflictCheck {
    check.findings.push(finding);
    conclude(check.findings, check.rules, check.interests_checked)
}

/// The check without the possible matches that a person dismissed. What is more than possible stays, whatever `dismissed` says.
#[must_use]
pub fn without(mut check: ConflictCheck, dismissed: impl Fn(&Finding) -> bool) -> ConflictCheck {
    check
        .findings
        .retain(|finding| finding.outcome > ConflictOutcome::Look || !dismissed(finding));
    conclude(check.findings, check.rules, check.interests_checked)
}

/// What the profile makes of a match.
fn rule(profile: &Profile, found: Match) -> Option<Finding> {
    let rule = profile.conflict_rule(found.kind)?;
    let outcome = match found.certainty {
        Certainty::Certain => rule.outcome,
        Certainty::Uncertain => rule.outcome.min(ConflictOutcome::Look),
    };
    Some(Finding {
        kind: found.kind,
        outcome,
        clause: rule.clause.to_owned(),
        matched: found.words,
    })
}

/// The strictest outcome wins; the clauses are those whose rules gave it.
fn conclude(mut findings: Vec<Finding>, rules: u32, interests_checked: u32) -> ConflictCheck {
    findings.sort_by(|a, b| {
        b.outcome
            .cmp(&a.outcome)
            .then_with(|| a.clause.cmp(&b.clause))
            .then_with(|| a.matched.cmp(&b.matched))
    });
    findings.dedup();
    let outcome = findings
        .first()
        .map_or(ConflictOutcome::Clear, |finding| finding.outcome);
    let deciding = findings
        .iter()
        .filter(|finding| finding.outcome == outcome && outcome > ConflictOutcome::Clear);
    let mut because: Vec<String> = deciding.map(|finding| finding.clause.clone()).collect();
    because.sort_by_key(|clause| in_order(clause));
    because.dedup();
    ConflictCheck {
        outcome,
        because,
        findings,
        rules,
        interests_checked,
    }
}

/// Clauses by policy, then by number: WES-9 before WES-10.
fn in_order(clause: &str) -> (String, u32) {
    let (policy, number) = clause.split_once('-').unwrap_or((clause, ""));
    (policy.to_owned(), number.parse().unwrap_or(0))
}

/// A volunteer who lives in the family's postcode district (SPS-16). Where a practitioner works is not where the family lives.
fn home_district(worker: &Worker, family: &Family) -> Option<Match> {
    let home = worker
        .home_district
        .as_deref()
        .filter(|_| worker.role == Role::Volunteer)?;
    let lives = |member: &&evenhand_domain::family::FamilyMember| member.is != Standing::Practitioner;
    family
        .people
        .iter()
        .filter(lives)
        .filter_map(|member| member.postcode.as_deref())
        .find(|postcode| same_district(home, postcode))
        .map(|_| Match {
            kind: MatchKind::HomeDistrict,
            certainty: Certainty::Certain,
            words: format!(
                "{} volunteers and lives in {}, and so does the family.",
                worker.name,
                home.trim().to_uppercase()
            ),
        })
}

#[cfg(test)]
mod tests;
