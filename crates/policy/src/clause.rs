//! The clauses of the five policies: what each asks, in a few words of our own, and how it is known whether it is met.
//!
//! The policies' own sentences are theirs and stay with them; an identifier and a short title are enough to find the place.

mod camden;
mod leicester;
mod sps;
mod staffordshire;
mod westmorland_furness;

use evenhand_domain::profile::ProfileId;
use evenhand_domain::register::Kind;

use crate::profile::{Cadence, Topic};

/// One clause of a policy.
#[derive(Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its identifier, as code, tests and screens cite it: `SPS-14`.
    pub id: &'static str,
    /// What it asks, in a few words.
    pub title: &'static str,
    /// How it is known whether it is met. All of these have to hold.
    pub known: &'static [Known],
}

/// A part of a policy, as the policy itself is grouped.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading, in plain words.
    pub heading: &'static str,
    /// What it asks.
    pub clauses: &'static [Clause],
}

/// How it is known whether a clause is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// By what the cases record.
    Cases(Topic),
    /// By the check of whoever has a case, with nothing left standing under this clause.
    Checks,
    /// By an interval: it was done, and is not due again.
    Due(Cadence),
    /// By an entry of the last year in this register, with one of these answers in a field where a field is named.
    Kept(Kind, &'static str, &'static [&'static str]),
    /// By entries of the last year in this register, none of which gives this answer in a field.
    Never(Kind, &'static str, &'static str),
    /// By who sits in the group: of each of these lists, somebody speaks for one.
    Sectors(&'static [&'static [&'static str]]),
    /// By who sits in the Chair, and by the majority where the policy asks for one.
    Chair,
    /// By what the group did in the last year: each of its nine functions (LEI-13).
    Functions,
    /// By policies in the library on these matters, none of them overdue for review.
    Library(&'static [&'static str]),
    /// By a procedure in the library for each clause (STA-18).
    Procedures,
    /// By somebody's word: by name, dated, and only until a day.
    Attested,
    /// By the software itself, which lets nothing else happen: in these words.
    Built(&'static str),
    /// By nothing yet.
    Waits(Later),
}

/// What a clause waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Later {
    /// Sets of options by stage and step.
    Options,
    /// More on the public page: challenge, feedback, comments, views, records, directory, languages.
    PublicPages,
    /// Reports and packs for the group.
    Reports,
}

impl Later {
    /// What is waited for, as it reads after "waits for".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Options => "sets of options for each stage",
            Self::PublicPages => "more on the public page",
            Self::Reports => "reports and packs for the advisory group",
        }
    }
}

/// The clauses of a policy, grouped as the policy is.
#[must_use]
pub const fn sections(profile: ProfileId) -> &'static [Section] {
    match profile {
        ProfileId::Sps => sps::SECTIONS,
        ProfileId::Leicester => leicester::SECTIONS,
        ProfileId::Camden => camden::SECTIONS,
        ProfileId::Staffordshire => staffordshire::SECTIONS,
        ProfileId::WestmorlandFurness => westmorland_furness::SECTIONS,
    }
}

/// Every clause of a policy, in its order.
pub fn clauses(profile: ProfileId) -> impl Iterator<Item = &'static Clause> {
    sections(profile).iter().flat_map(|section| section.clauses)
}

/// The clauses of a policy that somebody's word alone can show.
pub fn attestable(profile: ProfileId) -> impl Iterator<Item = &'static Clause> {
    clauses(profile).filter(|clause| clause.known.contains(&Known::Attested))
}

/// What a clause asks, in a few words; none where no policy has such a clause.
#[must_use]
pub fn title_of(id: &str) -> Option<&'static str> {
    let mut all = ProfileId::ALL.into_iter().flat_map(clauses);
    all.find(|clause| clause.id == id).map(|clause| clause.title)
}

const fn clause(id: &'static str, title: &'static str, known: &'static [Known]) -> Clause {
    Clause { id, title, known }
}

/// What keeps a file private, in the words of CAM-3, SPS-22 and STA-2.
const LOCKED: Known = Known::Built(
    "Everything kept here is encrypted. A case opens only for those who hold its key, and no key is handed to the council.",
);
/// What keeps the record's own words fair, in the words of SPS-13, LEI-3, CAM-8 and CAM-11.
const WORDING: Known = Known::Built(
    "Words that push, decide, judge, or claim what nobody has shown are pointed out while a contact is written, never what the family said.",
);
/// What keeps views as they were given, in the words of LEI-32.
const AS_GIVEN: Known = Known::Built(
    "A view is sealed as it was given, once its giver settled the words and whether they are named. Nothing can change it afterwards, and no pack is made unless each text in it is the same, byte for byte, and as many come out as went in.",
);
const ANY: &[&str] = &[];
const HELD: Known = Known::Kept(Kind::Meeting, "held", &["yes"]);

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::profile::Profile;

    #[test]
    fn the_five_policies_have_120_clauses_and_each_is_known_somehow() {
        let count = ProfileId::ALL.map(|id| clauses(id).count());
        assert_eq!(count, [22, 36, 27, 18, 17]);
        let ids: BTreeSet<_> = ProfileId::ALL.into_iter().flat_map(clauses).map(|one| one.id).collect();
        assert_eq!(ids.len(), 120);
        for (profile, prefix) in ProfileId::ALL.into_iter().zip(["SPS", "LEI", "CAM", "STA", "WES"]) {
            let numbers: BTreeSet<usize> = clauses(profile)
                .map(|one| one.id.strip_prefix(prefix).unwrap()[1..].parse().unwrap())
                .collect();
            assert_eq!(numbers, (1..=clauses(profile).count()).collect());
            for one in clauses(profile) {
                assert!(!one.known.is_empty() && one.title.len() < 90, "{}", one.id);
                assert!(!one.title.ends_with('.'), "{}", one.id);
            }
        }
    }

    /// An interval that a policy does not have would leave its clause unknown for ever.
    #[test]
    fn every_interval_and_every_field_that_a_clause_goes_by_is_there() {
        for profile in ProfileId::ALL {
            for (one, known) in clauses(profile).flat_map(|one| one.known.iter().map(move |known| (one, *known))) {
                match known {
                    Known::Due(cadence) => assert!(Profile::of(profile).interval(cadence).is_some(), "{}", one.id),
                    Known::Kept(kind, field, words) => {
                        assert_eq!(field.is_empty(), words.is_empty(), "{}", one.id);
                        let known = |word: &&str| {
                            let field = kind.register().field(field).unwrap();
                            field.answer.shown(word).is_some()
                        };
                        assert!(words.iter().all(known), "{}", one.id);
                    }
                    Known::Never(kind, field, word) => {
                        let field = kind.register().field(field).unwrap();
                        assert!(field.answer.shown(word).is_some(), "{}", one.id);
                    }
                    Known::Sectors(lists) => {
                        let sector = Kind::Member.register().field("sector").unwrap().answer;
                        assert!(lists.iter().copied().flatten().all(|word| sector.shown(word).is_some()));
                    }
                    Known::Library(matters) => {
                        let about = Kind::Policy.register().field("about").unwrap().answer;
                        assert!(matters.iter().all(|word| about.shown(word).is_some()));
                    }
                    _ => {}
                }
            }
        }
    }

    /// Each interval and each rule that a policy holds of its own stands behind the clause that it cites.
    #[test]
    fn what_a_policy_rules_is_looked_at_under_the_clause_that_rules_it() {
        for profile in ProfileId::ALL.map(Profile::of) {
            let known = |id: &str| clauses(profile.id).find(|one| one.id == id).unwrap().known;
            for (topic, rule) in profile.rules().filter(|(_, rule)| !rule.borrowed) {
                let is_shown_elsewhere = matches!(
                    topic,
                    Topic::VolunteerArea | Topic::AuthorityRequest | Topic::ViewsUnaltered | Topic::ChallengeToChair
                );
                for id in rule.clauses.iter().filter(|_| !is_shown_elsewhere) {
                    assert!(known(id).contains(&Known::Cases(topic)), "{id} and {topic:?}");
                }
            }
            for cadence in Cadence::ALL {
                let own = profile.interval(cadence).filter(|interval| !interval.borrowed);
                for id in own.iter().flat_map(|interval| &interval.clauses) {
                    assert!(known(id).contains(&Known::Due(cadence)), "{id} and {cadence:?}");
                }
            }
        }
    }
}
