//! Schools, other settings and organisations.

use evenhand_domain::conflict::MatchKind;
use evenhand_domain::date::Day;
use evenhand_domain::family::{Family, FamilyMember, Standing};
use evenhand_domain::school::School;
use evenhand_domain::worker::Worker;

use super::{Certainty, Match};
use crate::matching::{SchoolLikeness, alike_organisations, compare_schools, same_organisation};

/// A post at a setting of the child (SPS-14, WES-9).
pub(super) fn post(
    worker: &Worker,
    post: Option<&str>,
    school: &School,
    to: Option<Day>,
    family: &Family,
    today: Day,
) -> Vec<Match> {
    let post = post.map_or_else(|| "has a post".to_owned(), |post| format!("is {}", with_article(post)));
    let was = post.replacen("is ", "was ", 1).replacen("has ", "had ", 1);
    let tie = |ended: bool| format!("where {} {}", worker.name, if ended { &was } else { &post });
    let mut found = setting(MatchKind::SchoolPost, school, to, family, today, tie);
    // A trustee's post is at every school of the trust; a governor's is at their own.
    if says_trust(&post)
        && let Some(trust) = &school.trust
    {
        let elsewhere = |member: &&FamilyMember| {
            let named = member.school.as_ref();
            named.is_some_and(|named| compare_schools(school, named) == SchoolLikeness::Different)
        };
        let people = family.people.iter().filter(elsewhere);
        found.extend(of_trust(worker, trust, &post, to, people, today));
    }
    found
}

fn says_trust(post: &str) -> bool {
    post.to_lowercase().contains("trust")
}

/// Every school of the trust that a worker has a part in (SPS-14).
fn of_trust<'a>(
    worker: &Worker,
    trust: &str,
    post: &str,
    to: Option<Day>,
    people: impl Iterator<Item = &'a FamilyMember>,
    today: Day,
) -> Vec<Match> {
    let Some(current) = currency(to, today) else {
        return Vec::new();
    };
    let found = people.filter_map(|member| {
        let named = member.school.as_ref()?;
        let other = named.trust.as_ref().filter(|other| same_organisation(trust, other))?;
        let child = matches!(member.is, Standing::Child | Standing::YoungPerson | Standing::Other);
        let certainty = if child { current } else { Certainty::Uncertain };
        let words = format!(
            "{} {}, a school of {}, where {} {post}.",
            whose(member),
            named.name.trim(),
            other.trim(),
            worker.name
        );
        let kind = MatchKind::SchoolPost;
        Some(Match { kind, certainty, words })
    });
    found.collect()
}

/// The worker's own child at the same setting (WES-10, CAM-20).
pub(super) fn own_child(worker: &Worker, school: &School, to: Option<Day>, family: &Family, today: Day) -> Vec<Match> {
    let tie = |ended: bool| {
        format!(
            "where a child of {} {}",
            worker.name,
            if ended { "went" } else { "goes" }
        )
    };
    setting(MatchKind::OwnChildSchool, school, to, family, today, tie)
}

fn setting(
    kind: MatchKind,
    school: &School,
    to: Option<Day>,
    family: &Family,
    today: Day,
    tie: impl Fn(bool) -> String,
) -> Vec<Match> {
    let Some(current) = currency(to, today) else {
        return Vec::new();
    };
    let ended = current == Certainty::Uncertain;
    let found = family.people.iter().filter_map(|member| {
        let named = member.school.as_ref()?;
        let sure = match compare_schools(school, named) {
            SchoolLikeness::Different => return None,
            SchoolLikeness::Alike => Certainty::Uncertain,
            SchoolLikeness::Same => Certainty::Certain,
        };
        // The rule is about where the child goes; where a parent or a practitioner works is for a person to weigh.
        let child = matches!(member.is, Standing::Child | Standing::YoungPerson | Standing::Other);
        let certainty = if child { sure.min(current) } else { Certainty::Uncertain };
        let may = if sure == Certainty::Certain { "" } else { "what may be " };
        let end = if ended { " until less than a year ago" } else { "" };
        let words = format!("{} {may}{}, {}{end}.", whose(member), named.name.trim(), tie(ended));
        Some(Match { kind, certainty, words })
    });
    found.collect()
}

/// An organisation tied to the family or the case (CAM-19, WES-8).
pub(super) fn organisation(
    worker: &Worker,
    name: &str,
    post: Option<&str>,
    to: Option<Day>,
    family: &Family,
    today: Day,
) -> Vec<Match> {
    let Some(current) = currency(to, today) else {
        return Vec::new();
    };
    let is = if current == Certainty::Certain {
        "is"
    } else {
        "was, until less than a year ago,"
    };
    let part = post.map_or_else(
        || "has a part".to_owned(),
        |post| format!("{is} {}", with_article(post)),
    );
    // Whoever has a part in a trust has it in each of its schools (SPS-14).
    let is_in_trust = |member: &&FamilyMember| member.school.as_ref().is_some_and(|school| school.trust.is_some());
    let tie = post.map_or_else(
        || "has a part".to_owned(),
        |post| {
            format!(
                "{} {}",
                if current == Certainty::Certain { "is" } else { "was" },
                with_article(post)
            )
        },
    );
    let of_trust = of_trust(worker, name, &tie, to, family.people.iter().filter(is_in_trust), today);
    let schools = family
        .people
        .iter()
        .filter_map(|member| member.school.as_ref())
        .map(|school| &school.name);
    let found = family.organisations.iter().chain(schools).filter_map(|other| {
        let certainty = if same_organisation(name, other) {
            current
        } else if alike_organisations(name, other) {
            Certainty::Uncertain
        } else {
            return None;
        };
        let words = format!(
            "The family or the case is tied to {}; {} {part} in {}.",
            other.trim(),
            worker.name,
            name.trim()
        );
        Some(Match {
            kind: MatchKind::Organisation,
            certainty,
            words,
        })
    });
    found.chain(of_trust).collect()
}

/// Whether an interest still holds: certainly, for a person to weigh within twelve months of its end, or no more.
fn currency(to: Option<Day>, today: Day) -> Option<Certainty> {
    match to {
        Some(end) if end < today.plus_months(-12) => None,
        Some(end) if end < today => Some(Certainty::Uncertain),
        _ => Some(Certainty::Certain),
    }
}

fn whose(member: &FamilyMember) -> &'static str {
    match member.is {
        Standing::Child => "The child goes to",
        Standing::YoungPerson => "The young person goes to",
        Standing::Parent => "A parent is tied to",
        Standing::Carer => "A carer is tied to",
        Standing::Practitioner => "A practitioner is tied to",
        Standing::Other => "Somebody in the case is tied to",
    }
}

fn with_article(post: &str) -> String {
    let post = post.trim();
    let first = post.split(' ').next().unwrap_or_default().to_lowercase();
    let alone = matches!(
        first.as_str(),
        "a" | "an" | "the" | "chair" | "head" | "clerk" | "treasurer" | "secretary" | "founder"
    );
    let vowel = first.starts_with(['a', 'e', 'i', 'o', 'u']);
    match (alone, vowel) {
        (true, _) => post.to_owned(),
        (false, true) => format!("an {post}"),
        (false, false) => format!("a {post}"),
    }
}
