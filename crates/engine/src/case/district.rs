//! Where families live and where volunteers do, by postcode district, so that it can be seen who may take what (SPS-16).

use std::collections::BTreeMap;

use evenhand_domain::case::state::CaseStatus;
use evenhand_domain::family::Standing;
use evenhand_domain::ids::CaseId;
use evenhand_domain::worker::Role;
use evenhand_policy::matching::postcode_in;

use crate::desk::Desk;

/// A postcode district.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct District {
    /// How many families of open cases live there, of the cases that this person sees.
    pub families: usize,
    /// The volunteers who live there, by name: they work outside of it.
    pub volunteers: Vec<String>,
}

impl Desk {
    /// Every district in which a volunteer lives or a family of an open case does, for whoever gives out cases. Nothing where no
    /// volunteer's district is known.
    #[must_use]
    pub fn districts(&self) -> BTreeMap<String, District> {
        let found = self.read(|book| {
            let mut all: BTreeMap<String, District> = BTreeMap::new();
            let current = book.team.current();
            let volunteers = current.into_iter().filter(|worker| worker.role == Role::Volunteer);
            for (name, home) in volunteers.filter_map(|worker| Some((&worker.name, worker.home_district.as_deref()?))) {
                if let Some(home) = postcode_in(home) {
                    all.entry(home.district).or_default().volunteers.push(name.clone());
                }
            }
            if all.is_empty() {
                return all;
            }
            let mut lives: BTreeMap<String, Vec<CaseId>> = BTreeMap::new();
            for (id, file) in book
                .cases
                .iter()
                .filter(|(_, file)| file.front.status != CaseStatus::Closed)
            {
                let people = file
                    .front
                    .family
                    .people
                    .iter()
                    .filter(|member| member.is != Standing::Practitioner);
                for postcode in people.filter_map(|member| postcode_in(member.postcode.as_deref()?)) {
                    let cases = lives.entry(postcode.district).or_default();
                    if cases.last() != Some(id) {
                        cases.push(*id);
                    }
                }
            }
            for (district, cases) in lives {
                all.entry(district).or_default().families = cases.len();
            }
            all
        });
        found.unwrap_or_default()
    }
}
