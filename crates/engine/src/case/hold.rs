//! Who holds each case, put right when the workspace opens: what one person may not see, another sets right.

use evenhand_domain::case::state::Front;
use evenhand_domain::event::WrapRow;
use evenhand_domain::ids::{CaseId, WorkerId};

use crate::case::news::News;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::people::person::ways_in;
use crate::space::Space;

/// A case whose holders are to be put right.
struct Unsettled {
    id: CaseId,
    front: Front,
    /// Those who hold it and left.
    gone: Vec<WorkerId>,
    /// Those who hold it and have a conflict since; nobody in either where one person holds it alone.
    barred: Vec<WorkerId>,
}

impl Desk {
    /// Sees to it that nobody who left holds a case of this person's, nor anybody who has a conflict since (SPS-14, SPS-15), that
    /// each of them has a second holder where there is somebody without a conflict (SPS-15), and that this person's ways in are
    /// known, so that they can be taken away.
    pub(crate) async fn settle(&self, now: Now) -> Result<(), SaveError> {
        let mut change = Change::new();
        self.note_ways_in(&mut change).await?;
        let has_news = self.with(|open| !open.news.is_empty())?;
        self.put_right(now, change).await?;
        if has_news {
            let mut change = Change::new();
            self.with(|open| open.keep_settled(&mut change))?;
            self.commit(now, change).await?;
        }
        Ok(())
    }

    /// Puts the holders of this person's cases right after what is new.
    pub(crate) async fn put_right(&self, now: Now, mut change: Change) -> Result<(), SaveError> {
        let me = self.with(|open| open.me)?;
        let news = self.with_mut(|open| std::mem::take(&mut open.news))?;
        let (barred, rest): (Vec<_>, Vec<_>) = self
            .unsettled(now, &news)?
            .into_iter()
            .partition(|case| !case.barred.is_empty());
        for Unsettled { id, front, gone, .. } in rest {
            if !gone.is_empty() {
                self.let_go(&mut change, now, id, &front, &gone)?;
            } else if let Some(second) = self.second_holder(now, &front, &[me])? {
                self.hand_keys(&mut change, now, id, &front, second)?;
            }
        }
        if !change.events.is_empty() {
            self.commit(now, change).await?;
        }
        // Somebody is barred from this case and not from the next, so each is a change of its own.
        for case in barred {
            let mut change = Change::new();
            self.bar(&mut change, now, case)?;
            if !change.events.is_empty() {
                self.commit(now, change).await?;
            }
        }
        Ok(())
    }

    /// Takes a case's keys from those who are barred or left. The last one keeps them while nobody else may have them: a wall
    /// that loses a record for everybody protects nobody (SPS-15).
    fn bar(&self, change: &mut Change, now: Now, case: Unsettled) -> Result<(), SaveError> {
        let Unsettled {
            id,
            front,
            gone,
            barred,
        } = case;
        let me = self.with(|open| open.me)?;
        let mut out: Vec<WorkerId> = gone.iter().chain(&barred).copied().collect();
        let mut to = (!out.contains(&me)).then_some(me);
        if front.holders.keys().all(|holder| out.contains(holder)) {
            to = self.second_holder(now, &front, &out)?;
            if to.is_none() {
                out.retain(|worker| *worker != me);
            }
        }
        for worker in &out {
            let why = if gone.contains(worker) {
                "left the service"
            } else {
                "may have an interest"
            };
            self.take_keys(change, id, &front, *worker, why);
        }
        match to {
            Some(to) => self.hand_keys(change, now, id, &front, to),
            None => Ok(()),
        }
    }

    /// Those that one person holds alone come first: nobody has lost a key in the change yet, so that none of them begins a new
    /// epoch because of another.
    fn unsettled(&self, now: Now, news: &News) -> Result<Vec<Unsettled>, SaveError> {
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
                let barred = open.book.newly_barred(news, *id, file, now.day());
                if !gone.is_empty() || !barred.is_empty() || (has_others && holders.len() == 1) {
                    let (id, front) = (*id, file.front.clone());
                    found.push(Unsettled {
                        id,
                        front,
                        gone,
                        barred,
                    });
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
