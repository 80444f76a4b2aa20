//! Which prompts are read and help: counted without a case, and without the name of whoever says so.

use crate::change::{Change, SaveError};
use crate::desk::Desk;
use crate::now::Now;

/// What came of a prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// Somebody opened it.
    Read,
    /// It helped.
    Useful,
    /// It did not.
    NotUseful,
}

impl Judgement {
    const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Useful => "useful",
            Self::NotUseful => "not_useful",
        }
    }
}

impl Desk {
    /// Counts that a prompt was read, or whether it helped.
    ///
    /// # Errors
    /// When it could not be saved.
    pub async fn judge_prompt(&self, now: Now, id: &str, judgement: Judgement) -> Result<(), SaveError> {
        let mut change = Change::new();
        self.count(&mut change, now, &format!("prompt.{id}"), judgement.word());
        self.save(now, change).await?;
        Ok(())
    }

    /// How often a prompt was judged so.
    #[must_use]
    pub fn judged_so(&self, id: &str, judgement: Judgement) -> u32 {
        let asked = format!("prompt.{id}");
        let counted = self.read(|book| {
            let all = book.tallies.iter();
            let these = all.filter(|((_, _, gate, answer), _)| *gate == asked && answer == judgement.word());
            these.map(|(_, count)| count).sum::<u32>()
        });
        counted.unwrap_or_default()
    }
}
