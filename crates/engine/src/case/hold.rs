//! Who holds each case, put right when the workspace opens: what one person may not see, another sets right.

use evenhand_domain::case::state::Front;
use evenhand_domain::event::WrapRow;
use evenhand_domain::ids::{CaseId, WorkerId};

use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::people::person::ways_in;
use crate::space::Space;

type CaseFront = (CaseId, Front);

impl Desk {
    /// Sees to it that nobody who left holds a case of this person's, that each of them has a second holder where there is
    /// somebody without a conflict (SPS-15), and that this person's ways in are known, so that they can be taken away.
    pub(crate) async fn settle(&self, now: Now) -> Result<(), SaveError> {
        let mut change = Change::new();
        self.note_ways_in(&mut change).await?;
        let me = self.with(|open| open.me)?;
        let (alone, left) = self.unsettled()?;
        // These come first: nobody has lost a key in this change yet, so none of them begins a new epoch because of another.
        for (id, front) in alone {
            if let Some(second) = self.second_holder(now, &front, &[me])? {
                self.hand_keys(&mut change, now, id, &front, second)?;
            }
        }
        for ((id, front), gone) in left {
            self.let_go(&mut change, now, id, &front, &gone)?;
        }
        if change.events.is_empty() {
            return Ok(());
        }
        self.save(now, change).await
    }

    /// The cases that this person holds alone, and those that somebody holds who left.
    fn unsettled(&self) -> Result<(Vec<CaseFront>, Vec<(CaseFront, Vec<WorkerId>)>), SaveError> {
        Ok(self.with(|open| {
            let (mut alone, mut left) = (Vec::new(), Vec::new());
            let has_others = open.book.team.may_hold_second().any(|other| other != open.me);
            for (id, file) in open.book.cases.iter().filter(|(_, file)| file.story.is_some()) {
                let holders = file.front.holders.keys().copied();
                let gone: Vec<WorkerId> = holders.filter(|holder| open.book.team.has_left(*holder)).collect();
                if !gone.is_empty() {
                    left.push(((*id, file.front.clone()), gone));
                } else if has_others && file.front.holders.len() == 1 {
                    alone.push((*id, file.front.clone()));
                }
            }
            (alone, left)
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
