//! Registers: what the service keeps of its own practice, and what is due of it.

mod draw;
mod due;
mod history;
mod review;
mod target;
mod write;

pub use draw::Drawn;
pub use due::Compliance;
pub use history::Met;
pub use review::Review;
pub use write::RegisterError;

use evenhand_domain::date::Day;
use evenhand_domain::ids::EventId;
use evenhand_domain::register::{Kept, Kepts, Kind};
use evenhand_policy::group::{Composition, composition};

use crate::desk::Desk;

impl Desk {
    /// The entries of a register that this person may read, the newest first; those that were struck stand among them.
    #[must_use]
    pub fn register(&self, kind: Kind) -> Vec<Kept> {
        let read = self.read(|book| {
            let of_practice = book.practice.values().flat_map(Kepts::iter);
            let all = book.registers.iter().chain(of_practice);
            let mut found: Vec<Kept> = all.filter(|kept| kept.entry.kind == kind).cloned().collect();
            found.sort_by_key(|kept| std::cmp::Reverse((kept.about_day(), kept.at)));
            found
        });
        read.unwrap_or_default()
    }

    /// One entry of a register.
    #[must_use]
    pub fn register_entry(&self, id: EventId) -> Option<Kept> {
        self.read(|book| {
            let of_practice = book.practice.values().find_map(|kepts| kepts.get(id));
            book.registers.get(id).or(of_practice).cloned()
        })
        .ok()
        .flatten()
    }

    /// The clauses of this service's own policy that ask for a register; none where only others do.
    #[must_use]
    pub fn clauses_of(&self, kind: Kind) -> Vec<&'static str> {
        self.read(|book| book.policy().copied().own(kind.register().clauses))
            .unwrap_or_default()
    }

    /// The names of what can be sent or handed over, by the alphabet (CAM-17).
    #[must_use]
    pub fn resources(&self) -> Vec<String> {
        let all = self
            .register(Kind::Resource)
            .into_iter()
            .filter(|kept| kept.struck.is_none());
        let mut names: Vec<String> = all.map(|kept| kept.entry.text("name").to_owned()).collect();
        names.sort();
        names.dedup();
        names
    }

    /// Who sits in the group today, against what the policy asks (LEI-9, CAM-22, CAM-26).
    #[must_use]
    pub fn group(&self, today: Day) -> Option<Composition> {
        self.read(|book| composition(book.policy().on(today), book.registers.standing(Kind::Member)))
            .ok()
    }
}
