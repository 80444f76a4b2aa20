//! Putting cases away: their entries lie in the log, and a service has more of them than a tablet has memory.

use std::rc::Rc;

use evenhand_domain::ids::CaseId;

use crate::desk::Open;

/// So many cases stay at hand besides those in use: whoever goes back to one finds it ready.
pub(super) const AT_HAND: usize = 24;

impl Open {
    /// Puts away all cases but so many that were used last, and those in use. It does so only where there is a snapshot to open from
    /// next time: without one everything is at hand anyway until the index of the search is made.
    pub(crate) fn put_away_but(&mut self, most: usize) {
        if !self.is_lean {
            return;
        }
        let is_idle = |out: &super::Out| Rc::strong_count(&out.lease) == 1;
        let idle = self.book.cases.iter().filter(|(_, shelved)| !shelved.is_stale);
        let idle = idle.filter_map(|(id, shelved)| {
            shelved
                .out
                .as_ref()
                .filter(|out| is_idle(out))
                .map(|out| (out.used.get(), *id))
        });
        let mut idle: Vec<(u64, CaseId)> = idle.collect();
        if idle.len() <= most {
            return;
        }
        idle.sort_unstable();
        let gone = idle.len() - most;
        for (_, id) in idle.into_iter().take(gone) {
            if self.book.index.wanted.contains(&id) {
                self.take_words(id);
            }
            if let Some(shelved) = self.book.cases.get_mut(&id) {
                shelved.out = None;
            }
        }
    }
}
