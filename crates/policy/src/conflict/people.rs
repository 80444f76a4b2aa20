//! Persons: whom a worker declared, and the worker themself, against the persons of a family (SPS-15, WES-11).

use evenhand_domain::conflict::MatchKind;
use evenhand_domain::family::{Family, FamilyMember, Standing};
use evenhand_domain::interest::Acquaintance;
use evenhand_domain::worker::Worker;

use super::{Certainty, Match};
use crate::matching::{NameLikeness, compare, phone_key, postcode_in, same_email, same_phone};

/// What both sides know, besides the name.
#[derive(Debug, Default, Clone, Copy)]
struct Evidence {
    phone: bool,
    email: bool,
    address: bool,
    dob: bool,
    /// A date of birth, or both telephone and postcode, speak against it.
    against: bool,
}

/// A relative or friend whom the worker declared. Neither ends.
pub(super) fn declared(worker: &Worker, person: &Acquaintance, kind: MatchKind, family: &Family) -> Vec<Match> {
    let relation = person.relation.as_deref().map(str::trim);
    let tie = || match (relation.filter(|relation| !relation.is_empty()), kind) {
        (Some(relation), _) => format!("{} declared ({relation})", worker.name),
        (None, MatchKind::Relative) => format!("{} declared as a relative", worker.name),
        (None, _) => format!("{} declared as somebody they know", worker.name),
    };
    let found = family.people.iter().filter_map(|member| {
        let (certainty, why) = judge(person, member, family)?;
        let may = if certainty == Certainty::Certain {
            "is"
        } else {
            "may be, or be of the family of,"
        };
        let words = format!(
            "{} {may} {}, whom {}: {why}.",
            member.name.trim(),
            person.name.trim(),
            tie()
        );
        Some(Match { kind, certainty, words })
    });
    found.collect()
}

/// The worker as one of the family, by name, telephone or e-mail.
pub(super) fn themself(worker: &Worker, family: &Family) -> Vec<Match> {
    let own = Acquaintance {
        name: worker.name.clone(),
        relation: None,
        dob: None,
        phone: worker.phone.clone(),
        email: worker.email.clone(),
        address: None,
    };
    let found = family.people.iter().filter_map(|member| {
        let (certainty, why) = judge(&own, member, family)?;
        let may = if certainty == Certainty::Certain {
            "is"
        } else {
            "may be, or be of the family of,"
        };
        let words = format!(
            "{} {may} {}, the worker: {why}.",
            member.name.trim(),
            worker.name.trim()
        );
        Some(Match {
            kind: MatchKind::Themself,
            certainty,
            words,
        })
    });
    found.collect()
}

fn evidence(person: &Acquaintance, member: &FamilyMember, family: &Family, phone: bool, email: bool) -> Evidence {
    let numbers = pair(&person.phone, &member.phone);
    let dob = person.dob.zip(member.dob);
    let theirs = person
        .address
        .as_deref()
        .and_then(postcode_in)
        .filter(|found| found.inward.is_some());
    let own = member
        .postcode
        .as_deref()
        .and_then(postcode_in)
        .filter(|found| found.inward.is_some());
    // A child without a postcode of their own lives where the family lives.
    let child = matches!(member.is, Standing::Child | Standing::YoungPerson) && own.is_none();
    let home = |other: &&FamilyMember| child && matches!(other.is, Standing::Parent | Standing::Carer);
    let mut homes = own.clone().into_iter().chain(
        family
            .people
            .iter()
            .filter(home)
            .filter_map(|other| postcode_in(other.postcode.as_deref()?)),
    );
    let address = theirs
        .as_ref()
        .is_some_and(|theirs| homes.any(|home| theirs.same(&home)));
    let phone_differs = !phone && numbers.is_some_and(|(a, b)| both(phone_key(a), phone_key(b)));
    let place_differs = theirs.zip(own).is_some_and(|(theirs, own)| !theirs.same(&own));
    Evidence {
        phone,
        email,
        address,
        dob: dob.is_some_and(|(a, b)| a == b),
        against: dob.is_some_and(|(a, b)| a != b) || (phone_differs && place_differs),
    }
}

fn pair<'a>(a: &'a Option<String>, b: &'a Option<String>) -> Option<(&'a str, &'a str)> {
    a.as_deref().zip(b.as_deref())
}

fn both<T>(a: Option<T>, b: Option<T>) -> bool {
    a.is_some() && b.is_some()
}

/// How sure the match is, with what it rests on; none when there is nothing to ask.
fn judge(person: &Acquaintance, member: &FamilyMember, family: &Family) -> Option<(Certainty, String)> {
    let compared = compare(&person.name, &member.name);
    let (phone, email) = (pair(&person.phone, &member.phone), pair(&person.email, &member.email));
    let (phone, email) = (
        phone.is_some_and(|(a, b)| same_phone(a, b)),
        email.is_some_and(|(a, b)| same_email(a, b)),
    );
    // Most people have nothing in common, and no more is looked for.
    if compared.likeness == NameLikeness::Different && !phone && !email {
        return None;
    }
    let evidence = evidence(person, member, family, phone, email);
    let (likeness, common) = (compared.likeness, compared.common);
    let same_name = likeness == NameLikeness::Same;
    let alike = likeness == NameLikeness::Alike;
    let facts = [
        (evidence.phone, "telephone"),
        (evidence.email, "email address"),
        (evidence.address, "postcode"),
        (evidence.dob, "date of birth"),
    ];
    let agreed: Vec<&str> = facts
        .into_iter()
        .filter_map(|(agrees, word)| agrees.then_some(word))
        .collect();
    let list = agreed.join(" and the same ");
    if evidence.phone || evidence.email {
        let name = if same_name { "the same name and " } else { "" };
        return Some((Certainty::Certain, format!("{name}the same {list}")));
    }
    if evidence.against {
        return None;
    }
    match likeness {
        NameLikeness::Same if !agreed.is_empty() => {
            Some((Certainty::Certain, format!("the same name and the same {list}")))
        }
        NameLikeness::Same if common => {
            Some((Certainty::Uncertain, "the same name, which many people bear".to_owned()))
        }
        NameLikeness::Same => Some((Certainty::Certain, "the same name, which few people bear".to_owned())),
        NameLikeness::Alike | NameLikeness::SharedUncommon if !agreed.is_empty() => {
            Some((Certainty::Uncertain, format!("a name like it and the same {list}")))
        }
        _ if alike => Some((Certainty::Uncertain, "a name like it".to_owned())),
        NameLikeness::SharedUncommon => {
            Some((Certainty::Uncertain, "a name in common that few people bear".to_owned()))
        }
        NameLikeness::SharedCommon if !agreed.is_empty() => {
            Some((Certainty::Uncertain, format!("a name in common and the same {list}")))
        }
        _ => None,
    }
}
