//! A case that somebody held and holds no more: they are told so, and whoever never held it finds no trace (SPS-15).

use evenhand_domain::ids::{CaseId, WorkerId};

use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::space::Space;

impl Desk {
    /// Leaves a word for somebody who loses a case that they held, among their own keys, where nobody else can read it.
    pub(crate) fn leave_word(&self, change: &mut Change, id: CaseId, to: WorkerId) -> Result<(), SaveError> {
        let space = Space::PassedOn(id);
        change.mint(space, 1);
        self.grant_epoch(change, space, 1, to)?;
        Ok(())
    }

    /// Whether this person held a case that was passed on since. Of a case that they never held nothing is said.
    #[must_use]
    pub fn was_passed_on(&self, id: CaseId) -> bool {
        self.holds(Space::PassedOn(id)) && !self.holds(Space::Front(id))
    }
}
