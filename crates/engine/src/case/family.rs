//! The family on a front sheet: the people of the case, and what a request that was sent again says besides. It stays there whatever
//! becomes of the people, so that whom that request means is checked for good (SPS-14, SPS-15).

use evenhand_domain::case::party::Party;
use evenhand_domain::case::state::{Case, Front};
use evenhand_domain::family::{Family, FamilyMember};
use evenhand_policy::matching::{fold, postcode_in, same_email, same_phone, same_school};

use crate::desk::Desk;

impl Desk {
    /// The family of a case with these people in it.
    pub(crate) fn family_of<'a>(&self, front: &Front, story: &Case, people: impl Iterator<Item = &'a Party>) -> Family {
        let mut family = Family {
            people: people.map(Party::as_family_member).collect(),
            ..front.family.clone()
        };
        for kept in &story.sent_again {
            let (referral, _) = &kept.now;
            add(&mut family, self.complete_family(referral.family()));
        }
        family
    }
}

/// Adds to a family what a request that was sent again says besides. Whatever was known stays.
pub(crate) fn add(family: &mut Family, sent: Family) {
    for one in sent.people {
        match family.people.iter_mut().find(|known| may_be_one(known, &one)) {
            Some(known) => {
                known.phone = known.phone.take().or(one.phone);
                known.email = known.email.take().or(one.email);
                known.postcode = known.postcode.take().or(one.postcode);
                known.school = known.school.take().or(one.school);
            }
            None => family.people.push(one),
        }
    }
    for organisation in sent.organisations {
        if !family.organisations.contains(&organisation) {
            family.organisations.push(organisation);
        }
    }
    family.knows = match (family.knows.take(), sent.knows) {
        (Some(known), Some(sent)) if is_no(&sent) || known.contains(&sent) => Some(known),
        (Some(known), Some(sent)) if !is_no(&known) => Some(format!("{known}. {sent}")),
        (known, sent) => sent.or(known),
    };
}

fn is_no(said: &str) -> bool {
    fold(said) == "no"
}

/// Whether nothing of one speaks against their being the other, by the same name.
fn may_be_one(known: &FamilyMember, sent: &FamilyMember) -> bool {
    fn agree<T>(one: &Option<T>, other: &Option<T>, same: impl Fn(&T, &T) -> bool) -> bool {
        one.as_ref()
            .zip(other.as_ref())
            .is_none_or(|(one, other)| same(one, other))
    }
    known.is == sent.is
        && fold(&known.name) == fold(&sent.name)
        && agree(&known.phone, &sent.phone, |one, other| same_phone(one, other))
        && agree(&known.email, &sent.email, |one, other| same_email(one, other))
        && agree(&known.postcode, &sent.postcode, |one, other| {
            postcode_in(one) == postcode_in(other)
        })
        && agree(&known.school, &sent.school, same_school)
}
