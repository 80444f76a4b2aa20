//! Who holds each case, put right when the workspace opens: what one person may not see, another sets right.

use evenhand_domain::case::state::Front;
use evenhand_domain::event::WrapRow;
use evenhand_domain::ids::{CaseId, WorkerId};

use crate::case::news::News;
use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;
use crate::pace::Pace;
use crate::people::person::ways_in;
use crate::space::Space;

/// Why somebody lost a case, in words that name no interest.
pub(crate) const MAY_HAVE_AN_INTEREST: &str = "may have an interest";

/// So many cases are looked through before the page may breathe, for a rule that became stricter: each with everybody who has such a
/// tie. To let it breathe takes milliseconds itself.
const FOR_A_RULE: usize = 250;
/// The same for what some worker declared: a tenth of a second for ten thousand.
const FOR_A_TIE: usize = 4000;

/// A case whose holders are to be put right.
struct Unsettled {
    id: CaseId,
    front: Front,
    /// Those who hold it and left; nobody where one person holds it alone.
    gone: Vec<WorkerId>,
}

impl Desk {
    /// Sees to it that nobody holds a case of this person's who left, or who has a conflict since (SPS-14, SPS-15), that each of
    /// them has a second holder where there is somebody without a conflict (SPS-15), and that this person's ways in are known, so
    /// that they can be taken away.
    pub(crate) async fn settle(&self, now: Now, pace: &Pace) -> Result<(), SaveError> {
        let mut change = Change::new();
        self.note_ways_in(&mut change).await?;
        let me = self.with(|open| open.me)?;
        let has_news = self.with_mut(|open| {
            open.news.alone = open.book.team.may_hold_second().any(|other| other != me);
            // A rule may hold from today on that was written long ago.
            open.news.rules |= !open.book.policy().stricter(open.heads.on, now.day()).is_empty();
            !open.news.is_empty()
        })?;
        let barred = self.bar(now, pace).await;
        for Unsettled { id, front, gone } in self.unsettled()? {
            if !gone.is_empty() {
                self.let_go(&mut change, now, id, &front, &gone)?;
            } else if let Some(second) = self.second_holder(now, &front, &[me])? {
                self.hand_keys(&mut change, now, id, &front, second)?;
            }
        }
        if has_news && barred.is_ok() {
            self.with(|open| open.keep_settled(&mut change, now.day()))?;
        }
        if !change.events.is_empty() || !change.writes.is_empty() {
            self.commit(now, change).await?;
        }
        barred
    }

    /// Takes the keys of this person's cases and views from those whom something new bars. Somebody is barred from one case and not from
    /// the next, so each is a change of its own, and one that cannot be saved stops no other: what was new stays new then, and the
    /// next save tries again.
    pub(crate) async fn bar(&self, now: Now, pace: &Pace) -> Result<(), SaveError> {
        let news = self.with_mut(|open| {
            open.settling += 1;
            std::mem::take(&mut open.news)
        })?;
        let done = self.bar_by(now, &news, pace).await;
        self.with_mut(|open| {
            open.settling -= 1;
            if done.is_err() {
                open.news.add(news);
            }
        })?;
        done
    }

    /// The same by what is new, which the next save looks at again where this fails.
    async fn bar_by(&self, now: Now, news: &News, pace: &Pace) -> Result<(), SaveError> {
        let found = self.newly_barred_from(now, news, pace).await?;
        let mut failed = None;
        for id in found {
            let done = loop {
                match self.bar_from(now, news, id).await {
                    Err(SaveError::Overtaken) => {}
                    done => break done,
                }
            };
            failed = failed.or(done.err());
        }
        match failed.or(self.settle_views(now).await.err()) {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }

    /// The cases from which something new bars somebody. Those that stand now are looked through, some at a time: whoever is given one
    /// meanwhile was checked with what is new.
    async fn newly_barred_from(&self, now: Now, news: &News, pace: &Pace) -> Result<Vec<CaseId>, SaveError> {
        let ids = self.read(|book| {
            let cases = book.cases.iter().filter(|(_, file)| file.has_story());
            cases.map(|(id, _)| *id).collect::<Vec<_>>()
        })?;
        let at_a_time = if news.rules { FOR_A_RULE } else { FOR_A_TIE };
        let (mut found, mut done) = (Vec::new(), 0);
        for some in ids.chunks(at_a_time) {
            self.read(|book| {
                let today = now.day();
                let (profile, stricter) = book.rules(news, today);
                let cases = some.iter().filter_map(|id| Some((*id, book.cases.get(id)?)));
                let rules = (profile, stricter.as_slice());
                let barred = cases.filter(|(id, file)| !book.newly_barred(rules, news, *id, file, today).is_empty());
                found.extend(barred.map(|(id, _)| id));
            })?;
            done += some.len();
            if ids.len() > at_a_time {
                pace.tell((0.0, 1.0), done, ids.len()).await;
            }
        }
        Ok(found)
    }

    /// The same of one case, as it stands now: something else may have been saved since it was looked at.
    async fn bar_from(&self, now: Now, news: &News, id: CaseId) -> Result<(), SaveError> {
        let found = self.read(|book| {
            let file = book.cases.get(&id)?;
            let today = now.day();
            let (profile, stricter) = book.rules(news, today);
            let barred = book.newly_barred((profile, &stricter), news, id, file, today);
            Some((barred, Front::clone(&file.front)))
        })?;
        let Some((barred, front)) = found.filter(|(barred, _)| !barred.is_empty()) else {
            return Ok(());
        };
        let mut change = Change::new();
        self.take_from(&mut change, now, id, &front, barred)?;
        if change.events.is_empty() {
            return Ok(());
        }
        self.commit_wall(now, change).await
    }

    /// Saves a change that takes keys away. Where it cannot be saved, this person's own wall stands all the same.
    pub(crate) async fn commit_wall(&self, now: Now, change: Change) -> Result<(), SaveError> {
        let own = change.laid_down.clone();
        let done = self.commit(now, change).await;
        if matches!(&done, Err(error) if *error != SaveError::Overtaken) && !own.is_empty() {
            // To show less takes no room: this person's own wall stands until they lock, and is saved when they unlock next. No
            // snapshot is kept before, for it would take what bars them for settled.
            self.with_mut(|open| {
                open.lay_down(own);
                open.is_settled = false;
            })?;
        }
        done
    }

    /// Takes a case's keys from those who are barred. The last one who is here keeps them while nobody else may have them: a wall
    /// that loses a record for everybody protects nobody. Those who left are let go with them.
    fn take_from(
        &self,
        change: &mut Change,
        now: Now,
        id: CaseId,
        front: &Front,
        mut barred: Vec<WorkerId>,
    ) -> Result<(), SaveError> {
        let (me, are_all, gone) = self.with(|open| {
            let team = &open.book.team;
            let are_all = team.who_hold(front).all(|holder| barred.contains(&holder));
            (open.me, are_all, team.who_left(front))
        })?;
        let mut to = (!barred.contains(&me)).then_some(me);
        if are_all {
            to = self.second_holder(now, front, &barred)?;
            if to.is_none() {
                barred.retain(|worker| *worker != me);
            }
        }
        if barred.is_empty() {
            return Ok(());
        }
        for worker in gone {
            self.take_keys(change, id, front, worker, "left the service");
        }
        for worker in barred {
            match self.read(|book| book.ruled_out_by(worker, front, now.day()))? {
                Some((rule, from)) => {
                    let why = format!("Our own conflict rule of {} bars this worker", from.long());
                    self.take_keys_by(change, id, front, worker, (&why, Some(rule)));
                }
                None => self.take_keys(change, id, front, worker, MAY_HAVE_AN_INTEREST),
            }
            self.leave_word(change, id, worker)?;
        }
        match to {
            Some(to) => self.hand_keys(change, now, id, front, to),
            None => Ok(()),
        }
    }

    /// Those that one person holds alone come first: nobody has lost a key in the change yet, so that none of them begins a new
    /// epoch because of another.
    fn unsettled(&self) -> Result<Vec<Unsettled>, SaveError> {
        Ok(self.with(|open| {
            let team = &open.book.team;
            let has_others = team.may_hold_second().any(|other| other != open.me);
            let mut found = Vec::new();
            for (id, file) in open.book.cases.iter().filter(|(_, file)| file.has_story()) {
                let gone = team.who_left(&file.front);
                if !gone.is_empty() || (has_others && file.front.holders.len() == 1) {
                    let (id, front) = (*id, Front::clone(&file.front));
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
