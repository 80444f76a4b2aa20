//! Who holds each case, put right when the workspace opens: what one person may not see, another sets right.

use evenhand_domain::case::state::Front;
use evenhand_domain::event::WrapRow;
use evenhand_domain::ids::{CaseId, WorkerId};

use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::people::person::ways_in;
use crate::space::Space;

/// A case whose holders are to be put right.
struct Unsettled {
    id: CaseId,
    front: Front,
    /// Those who hold it and left; nobody where one person holds it alone.
    gone: Vec<WorkerId>,
}

impl Desk {
    /// Sees to it that nobody who left holds a case of this person's, that each of them has a second holder where there is
    /// somebody without a conflict (SPS-15), and that this person's ways in are known, so that they can be taken away.
    pub(crate) async fn settle(&self, now: Now) -> Result<(), SaveError> {
        let mut change = Change::new();
        self.note_ways_in(&mut change).await?;
        let me = self.with(|open| open.me)?;
        for Unsettled { id, front, gone } in self.unsettled()? {
            if !gone.is_empty() {
                self.let_go(&mut change, now, id, &front, &gone)?;
            } else if let Some(second) = self.second_holder(now, &front, &[me])? {
                self.hand_keys(&mut change, now, id, &front, second)?;
            }
        }
        if change.events.is_empty() {
            return Ok(());
        }
        self.save(now, change).await
    }

    /// Those that one person holds alone come first: nobody has lost a key in the change yet, so that none of them begins a new
    /// epoch because of another.
    fn unsettled(&self) -> Result<Vec<Unsettled>, SaveError> {
        Ok(self.with(|open| {
            let team = &open.book.team;
            let has_others = team.may_hold_second().any(|other| other != open.me);
            let mut found = Vec::new();
            for (id, file) in open.book.cases.iter().filter(|(_, file)| file.story.is_some()) {
                let holders = &file.front.holders;
                let gone: Vec<WorkerId> = holders
                    .keys()
                    .copied()
                    .filter(|holder| team.has_left(*holder))
                    .collect();
                if !gone.is_empty() || (has_others && holders.len() == 1) {
                    let (id, front) = (*id, file.front.clone());
                    found.push(Unsettled { id, front, gone });
                }
            }
            found.sort_by_key(|case| !case.gone.is_empty());
            found
        })?)
    }

    /// Notes this person's ways in where they are others than those that are known: after a recovery, or from an older version.
    async fn note_ways_in(&self, change: &mut Change) -> Result<(), SaveError> {
        // Where the list is damaged, whoever changes their passphrase is told; nothing waits for it here.
        let Ok((passphrase, recovery)) = self.own_slots().await else {
            return Ok(());
        };
        let (me, is_known) = self.with(|open| {
            let team = &open.book.team;
            let known = (team.sign_in_slots.get(&open.me), team.recovery_slots.get(&open.me));
            let wanted = (WrapRow(passphrase.bytes().to_vec()), recovery.bytes());
            (open.me, known == (Some(&wanted.0), Some(&wanted.1)))
        })?;
        if !is_known {
            change.add(Space::Service, ways_in(me, passphrase, recovery));
        }
        Ok(())
    }
}
