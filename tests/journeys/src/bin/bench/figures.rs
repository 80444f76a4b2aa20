//! What is measured, what it should come to, and what it came to.

use std::collections::BTreeMap;

/// How fast the processor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Speed {
    /// As it is.
    Plain,
    /// Slowed down by Chromium to a quarter.
    Slow,
}

impl Speed {
    pub(crate) const BOTH: [Self; 2] = [Self::Plain, Self::Slow];

    /// The factor that Chromium is told.
    pub(crate) const fn factor(self) -> u32 {
        match self {
            Self::Plain => 1,
            Self::Slow => 4,
        }
    }
}

/// Which one of many figures counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Take {
    Median,
    NinetyFifth,
    Most,
}

/// Something that is measured.
#[derive(Debug)]
pub(crate) struct Measure {
    pub(crate) what: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) take: Take,
    /// What it should come to plain and slowed down; `None` where nobody set a target.
    pub(crate) targets: [Option<f64>; 2],
    /// Whether more is better.
    pub(crate) more: bool,
}

const fn time(what: &'static str, take: Take, plain: Option<f64>, slow: Option<f64>) -> Measure {
    Measure {
        what,
        unit: "ms",
        take,
        targets: [plain, slow],
        more: false,
    }
}

const fn memory(what: &'static str, plain: Option<f64>) -> Measure {
    Measure {
        unit: "MiB",
        ..time(what, Median, plain, None)
    }
}

use Take::{Median, Most, NinetyFifth};

pub(crate) static FIRST_PUBLIC: Measure = time(
    "Public page, first visit: until it can be filled in",
    Median,
    Some(200.0),
    Some(800.0),
);
pub(crate) static FIRST: Measure = time(
    "Workspace, first visit: until it can be used",
    Median,
    Some(200.0),
    Some(800.0),
);
pub(crate) static START: Measure = time(
    "Workspace, browser just started: until it can be unlocked",
    Median,
    Some(200.0),
    Some(800.0),
);
pub(crate) static STRETCH: Measure = time("A wrong passphrase: Argon2id, 64 MiB, three passes", Median, None, None);
pub(crate) static UNLOCK: Measure = time(
    "Unlock: until the list of cases stands",
    Median,
    Some(800.0),
    Some(2500.0),
);
pub(crate) static EAGER: Measure = time("The first letter in the search, typed at once", Median, None, None);
pub(crate) static SEARCH: Measure = time(
    "A letter in the search, 95th percentile",
    NinetyFifth,
    Some(16.0),
    Some(60.0),
);
pub(crate) static SEARCH_BUSY: Measure = time("Longest task while typing in the search", Most, Some(50.0), None);
pub(crate) static OPEN_MOUSE: Measure = time("Open the case of 200 events, by mouse", Median, Some(50.0), None);
pub(crate) static OPEN_FINGER: Measure = time("The same, with a finger", Median, Some(50.0), None);
pub(crate) static OPEN_KEYS: Measure = time("The same, by Tab and Enter", Median, Some(50.0), None);
pub(crate) static OPEN_PALETTE: Measure = time("The same, from “Find or go to” with Enter", Median, Some(50.0), None);
pub(crate) static OPEN_ADDRESS: Measure = time("The same, by its address: nothing is read before", Median, None, None);
pub(crate) static TIMELINE: Measure = time("Its timeline, until the newest entries stand", Median, Some(50.0), None);
pub(crate) static FORM_BUSY: Measure = time("Longest task while typing in a contact", Most, Some(50.0), None);
pub(crate) static WORDING: Measure = time("Look at the wording of 3,000 words", Median, Some(10.0), None);
pub(crate) static SAVE: Measure = time("Save a contact durably, 95th percentile", NinetyFifth, Some(80.0), None);
pub(crate) static IMPORT: Measure = Measure {
    what: "Locked files unlocked in the inbox",
    unit: "files/s",
    take: Median,
    targets: [Some(500.0), None],
    more: true,
};
pub(crate) static IMPORT_BUSY: Measure = time("Longest task while unlocking them", Most, None, None);
pub(crate) static COMPLIANCE: Measure = time("The whole compliance page", Median, Some(200.0), None);
pub(crate) static CHECK: Measure = time(
    "One family checked against 200 people with 1,000 interests",
    Median,
    Some(20.0),
    None,
);
pub(crate) static DECLARE: Measure = time(
    "One new interest checked against 10,000 cases, and saved",
    Median,
    Some(150.0),
    None,
);
pub(crate) static RULE: Measure = time(
    "A conflict rule becomes stricter: 10,000 cases looked through, and saved",
    Median,
    None,
    None,
);
pub(crate) static RULE_BUSY: Measure = time("Longest task while looking through them", Most, None, None);
pub(crate) static RULE_UNLOCK: Measure = time("The first unlock after it", Median, None, None);
pub(crate) static SCHOOLS: Measure = time("Bring in a register of schools of 60 MB", Median, None, None);
pub(crate) static SCHOOLS_BUSY: Measure = time("Longest task while bringing it in", Most, None, None);
pub(crate) static SCHOOLS_MEMORY: Measure = memory("Memory: the page's own, after bringing it in", Some(200.0));
pub(crate) static PAGE_MEMORY: Measure = memory("Memory: the page's own (wasm and JavaScript)", Some(200.0));
pub(crate) static PROCESS_MEMORY: Measure = memory("Memory: the whole process of the tab", None);
pub(crate) static BACKUP: Measure = time("Make a backup and hand it over", Median, None, None);
pub(crate) static BACKUP_BUSY: Measure = time("Longest task while making it", Most, None, None);
pub(crate) static BACKUP_MEMORY: Measure = memory("Memory: the page's own, after making it", Some(200.0));
pub(crate) static RESTORE: Measure = time("Restore that backup on an empty browser (once)", Median, None, None);

/// Everything, in the order of the table.
pub(crate) static ALL: [&Measure; 34] = [
    &FIRST_PUBLIC,
    &FIRST,
    &START,
    &STRETCH,
    &UNLOCK,
    &EAGER,
    &SEARCH,
    &SEARCH_BUSY,
    &OPEN_MOUSE,
    &OPEN_FINGER,
    &OPEN_KEYS,
    &OPEN_PALETTE,
    &OPEN_ADDRESS,
    &TIMELINE,
    &FORM_BUSY,
    &WORDING,
    &SAVE,
    &IMPORT,
    &IMPORT_BUSY,
    &COMPLIANCE,
    &CHECK,
    &DECLARE,
    &RULE,
    &RULE_BUSY,
    &RULE_UNLOCK,
    &SCHOOLS,
    &SCHOOLS_BUSY,
    &SCHOOLS_MEMORY,
    &PAGE_MEMORY,
    &PROCESS_MEMORY,
    &BACKUP,
    &BACKUP_BUSY,
    &BACKUP_MEMORY,
    &RESTORE,
];

/// Every figure that was taken.
#[derive(Debug, Default)]
pub(crate) struct Figures(BTreeMap<(&'static str, Speed), Vec<f64>>);

impl Figures {
    pub(crate) fn add(&mut self, measure: &Measure, speed: Speed, figures: impl IntoIterator<Item = f64>) {
        self.0.entry((measure.what, speed)).or_default().extend(figures);
    }

    /// The one that counts, with how many it was taken from.
    pub(crate) fn of(&self, measure: &Measure, speed: Speed) -> Option<(f64, usize)> {
        let mut all = self.0.get(&(measure.what, speed))?.clone();
        all.sort_by(f64::total_cmp);
        let last = all.len().checked_sub(1)?;
        let at = match measure.take {
            Median => last / 2,
            // The smallest figure that 95 in 100 do not exceed.
            NinetyFifth => (all.len() * 95).div_ceil(100).saturating_sub(1),
            Most => last,
        };
        all.get(at).map(|figure| (*figure, all.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figure_that_counts_is_one_that_was_taken() {
        let mut figures = Figures::default();
        let hundred = || (1..=100).rev().map(f64::from);
        for measure in [&UNLOCK, &SEARCH, &SEARCH_BUSY] {
            figures.add(measure, Speed::Plain, hundred());
        }
        assert_eq!(figures.of(&UNLOCK, Speed::Plain), Some((50.0, 100)));
        assert_eq!(figures.of(&SEARCH, Speed::Plain), Some((95.0, 100)));
        assert_eq!(figures.of(&SEARCH_BUSY, Speed::Plain), Some((100.0, 100)));
        assert_eq!(figures.of(&SEARCH, Speed::Slow), None);
        figures.add(&SEARCH, Speed::Slow, [7.0]);
        assert_eq!(figures.of(&SEARCH, Speed::Slow), Some((7.0, 1)));
    }
}
