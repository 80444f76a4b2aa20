//! What was measured, as a page for people.

use std::fmt::Write as _;

use xtask::budget::Budget;

use crate::{
    figures::{ALL, Figures, Measure, Speed, Take},
    there::There,
};

/// Where and how it was measured.
#[derive(Debug)]
pub(crate) struct Setting {
    pub(crate) day: String,
    pub(crate) browser: String,
    pub(crate) cores: usize,
    pub(crate) memory: String,
    pub(crate) runs: usize,
    /// How many programs wanted the processor in the minute before.
    pub(crate) load: f64,
    pub(crate) weights: Vec<(Budget, u64)>,
}

/// The whole page.
pub(crate) fn page(figures: &Figures, there: &There, setting: &Setting) -> String {
    let mut text = String::from(
        "# Benchmarks\n\nThis page is written by `make bench`. What is over its target is said so.\n\n\
         | What | Target | Plain | 4× slower | |\n|---|---|---|---|---|\n",
    );
    for measure in ALL {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}", row(measure, figures));
    }
    text.push_str("\n## Sizes\n\nAll the wasm and JavaScript of a page, as brotli.\n\n| Page | Target | Size | |\n|---|---|---|---|\n");
    for (Budget { page, target, .. }, bytes) in &setting.weights {
        let verdict = if bytes <= target { "met" } else { "**not met**" };
        let _ = writeln!(
            text,
            "| {page} | ≤ {} KB | {} KB | {verdict} |",
            target / 1024,
            bytes.div_ceil(1024)
        );
    }
    let There {
        cases,
        people,
        walled,
        entries,
        events,
        long_events,
        forms,
        backup_bytes,
        ..
    } = there;
    let Setting {
        day,
        browser,
        cores,
        memory,
        runs,
        load,
        ..
    } = setting;
    let busy = if *load > 1.0 {
        format!(" **Other programs were running (load {load:.1}), so these figures are too high.**")
    } else {
        String::new()
    };
    let megabytes = backup_bytes / 1_000_000;
    let times = if *runs == 1 { "run" } else { "runs" };
    let _ = write!(
        text,
        "\n## What was measured\n\n\
         Measured on {day}, in {browser} without a window, on a shared virtual machine with {cores} cores and {memory} of memory: {runs} {times} \
         plain, and {runs} with the processor slowed down to a quarter (`Emulation.setCPUThrottlingRate` 4). The site is the release, served by \
         `cargo xtask serve` on the same machine, so a network adds its own time.{busy}\n\n\
         The data set is an invented service from a fixed seed: {cases} cases, {entries} entries by {people} people, which came to {events} \
         events in cases; notes of 600 characters in the median; {walled} cases behind a wall for one of the people; one case of {long_events} \
         events; {forms} locked forms. Its backup has {megabytes} MB. Everything is done as its manager, who reads all cases.\n\n\
         - Times begin with what a person does (a press, a letter, the address) and end when what they wait for stands in the page and is laid \
         out; painting it is not counted. Where there is no other word, the figure is the median.\n\
         - The case is the first that is opened after the browser was started and the workspace unlocked; each that follows is quicker. The \
         page reads it while somebody is about to open it: mouse and finger press its link for 80 ms, and the time begins when it is let go; \
         from Tab, or from the last letter of what is looked for, to Enter are 120 ms, and the time begins with Enter. By its address \
         nobody is about to open it, so that time has the reading in it.\n\
         - A first visit has an empty profile. *Browser just started* has the site installed and the records on the device; the browser's own \
         start, for which it is given two seconds, is not counted.\n\
         - *Longest task* is the longest time for which the page could not answer, from the browser's own list of long tasks, which begins at \
         50 ms: “under 50” is the best there is.\n\
         - Unlocking is measured from a snapshot, as on every day but the first. The first unlock after a restore, or after a release that reads \
         records otherwise, reads everything: that is in the time of restoring.\n\
         - A letter in the search counts until the first eight rows stand; the other rows of the list are made when nothing was typed for 150 ms. A \
         timeline counts until its newest entries stand; older ones follow, twenty at a time, each after a paint. A save counts until the \
         timeline with the new contact stands; that it is saved is said to a screen reader 60 ms after that, so that it notices.\n\
         - The inbox unlocks and reads all files that were chosen, the first is checked for conflicts, and each waits for a person's decision. The time \
         includes reading the files.\n\
         - The wording of 3,000 words, notes put end to end, is looked at when the writing in a contact rests: the time is that of the \
         whole look, which the page cannot answer in. Eight times a run, each with another word at the end.\n\
         - A family is checked against people whom the sample's page makes in memory, each with five interests of all kinds, from the press \
         to the number of those who are tied to it; the workspace does the same before a case is opened. A new interest is the manager's \
         own, who holds every case: from the press until it stands in the list, saved and looked for in all cases.\n\
         - A conflict rule of the service's own that becomes stricter is looked for in each case with everybody who holds it, when it is saved \
         and at the first unlock after it; progress is shown meanwhile. Once at each speed.\n\
         - The register of schools is an invented file of 50,000 settings with 138 columns, of which those of one area are kept; once at \
         each speed. No case names one of its schools.\n\
         - Memory is taken with the long case open, after searching and saving. The process holds the browser's own parts as well.\n\
         - The backup is read from storage, sealed in memory and handed over to the browser as a download.\n\n\
         ## Once more\n\n\
         ```sh\nmake bench                     # builds the release and the data set where they are missing; close other programs first\n\
         cargo xtask bench --quick      # a small data set, in two minutes; prints instead of writing\n\
         cargo xtask bench native       # the parts that need no browser: sealing, folding, matching, searching\n```\n"
    );
    text
}

fn row(measure: &Measure, figures: &Figures) -> String {
    let sign = if measure.more { "≥" } else { "≤" };
    let target = |at: usize| measure.targets[at].map(|target| format!("{sign} {}", number(target)));
    let targets = match (target(0), target(1)) {
        (None, _) => String::new(),
        (Some(plain), None) => format!("{plain} {}", measure.unit),
        (Some(plain), Some(slow)) => format!("{plain}, slower {slow} {}", measure.unit),
    };
    let cells = Speed::BOTH.map(|speed| match figures.of(measure, speed) {
        Some((figure, _)) => shown(measure, figure),
        None => "–".to_owned(),
    });
    let missed = Speed::BOTH.iter().zip(measure.targets).any(|(speed, target)| {
        let figure = figures.of(measure, *speed).map(|(figure, _)| figure);
        matches!((figure, target), (Some(figure), Some(target)) if if measure.more { figure < target } else { figure > target })
    });
    let verdict = match (measure.targets[0], missed) {
        (None, _) => "",
        _ if figures.of(measure, Speed::Plain).is_none() => "not measured",
        (_, false) => "met",
        (_, true) => "**not met**",
    };
    let [plain, slow] = cells;
    format!("| {} | {targets} | {plain} | {slow} | {verdict} |", measure.what)
}

fn shown(measure: &Measure, figure: f64) -> String {
    if measure.take == Take::Most && figure < 50.0 {
        return format!("under 50 {}", measure.unit);
    }
    format!("{} {}", number(figure), measure.unit)
}

/// Three figures that count, and no more.
fn number(figure: f64) -> String {
    if figure < 10.0 {
        format!("{figure:.1}")
    } else {
        format!("{figure:.0}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{IMPORT, SEARCH_BUSY, UNLOCK};

    #[test]
    fn what_is_over_its_target_is_said_so() {
        let mut figures = Figures::default();
        for (measure, plain, slow) in [
            (&UNLOCK, 700.0, 2600.0),
            (&IMPORT, 499.0, 100.0),
            (&SEARCH_BUSY, 0.0, 61.0),
        ] {
            figures.add(measure, Speed::Plain, [plain]);
            figures.add(measure, Speed::Slow, [slow]);
        }
        assert!(row(&UNLOCK, &figures).ends_with("| ≤ 800, slower ≤ 2500 ms | 700 ms | 2600 ms | **not met** |"));
        assert!(row(&IMPORT, &figures).ends_with("| ≥ 500 files/s | 499 files/s | 100 files/s | **not met** |"));
        assert!(row(&SEARCH_BUSY, &figures).ends_with("| under 50 ms | 61 ms | met |"));
    }
}
