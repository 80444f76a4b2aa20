//! `cargo xtask bench`: how long things take and how much memory they hold, in Chromium, with a large service.
//!
//! It is given the folder of the data set, how often to measure, and where to write; without a place to write it prints.

mod figures;
mod memory;
mod opening;
mod page;
mod report;
mod rule;
mod schools;
mod there;
mod visit;

use std::{env, fs, path::PathBuf, process::ExitCode, thread};

use journeys::{Browser, Fault, Outcome, Setting, Site, server};
use serde_json::json;
use xtask::{budget, run::say};

use crate::{
    figures::{Figures, Speed},
    opening::Way,
    there::There,
};

/// How many contacts are saved in each run.
const SAVES: usize = 6;

/// What is asked for.
struct Asked {
    data: PathBuf,
    runs: usize,
    out: Option<PathBuf>,
}

fn asked() -> Result<Asked, Fault> {
    let mut asked = Asked {
        data: PathBuf::new(),
        runs: 5,
        out: None,
    };
    let mut words = env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().unwrap_or_default();
        match word.as_str() {
            "--data" => asked.data = value.into(),
            "--runs" => asked.runs = value.parse().unwrap_or(asked.runs),
            "--out" => asked.out = Some(value.into()),
            _ => {
                return Err(Fault::Unexpected(format!(
                    "{word} is not understood: --data, --runs, --out"
                )));
            }
        }
    }
    Ok(asked)
}

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let outcome = runtime
        .map_err(|reason| Fault::NotStarted {
            program: "the runtime".to_owned(),
            reason,
        })
        .and_then(|runtime| runtime.block_on(measure()));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

async fn measure() -> Outcome {
    let asked = asked()?;
    let there = There::read(&asked.data)?;
    let site = Site::start(&Setting::new())?;
    let load = load();
    let mut figures = Figures::default();
    for speed in Speed::BOTH {
        say(format!("first visits, {speed:?}"));
        for _ in 0..asked.runs {
            visit::first_visits(&site, speed, &mut figures).await?;
        }
    }
    for speed in Speed::BOTH {
        say(format!("conflict checks, {speed:?}"));
        visit::checks(&site, speed, &mut figures).await?;
    }
    say("restoring the backup");
    let mut browser = visit::restore(&site, &there, &mut figures).await?;
    for speed in Speed::BOTH {
        for run in 1..=asked.runs {
            say(format!("opening a case, run {run} of {}, {speed:?}", asked.runs));
            for way in Way::OTHERS {
                browser.restart().await?;
                opening::first_thing(&browser, speed, &there, way, &mut figures).await?;
            }
        }
    }
    for speed in Speed::BOTH {
        for run in 1..=asked.runs {
            say(format!("run {run} of {}, {speed:?}", asked.runs));
            browser.restart().await?;
            visit::morning(&browser, speed, &there, SAVES, &mut figures).await?;
        }
    }
    for speed in Speed::BOTH {
        say(format!("the register of schools, {speed:?}"));
        browser.restart().await?;
        visit::schools(&browser, speed, &there, &mut figures).await?;
    }
    for speed in Speed::BOTH {
        say(format!("a stricter conflict rule, {speed:?}"));
        browser.restart().await?;
        rule::changes(&browser, speed, &mut figures).await?;
    }
    let setting = setting(&browser, asked.runs, load).await?;
    let text = report::page(&figures, &there, &setting);
    match &asked.out {
        Some(out) => fs::write(out, text).map_err(|reason| Fault::File {
            path: out.display().to_string(),
            reason,
        }),
        None => {
            say(text);
            Ok(())
        }
    }
}

/// How many programs wanted the processor in the last minute, before anything of this was begun.
fn load() -> f64 {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let first = text.split(' ').next().and_then(|first| first.parse().ok());
    first.unwrap_or_default()
}

async fn setting(browser: &Browser, runs: usize, load: f64) -> Result<report::Setting, Fault> {
    let version = browser.command("Browser.getVersion", json!({})).await?;
    let product = version["product"]
        .as_str()
        .unwrap_or_default()
        .replace("HeadlessChrome/", "Chromium ")
        .replace("Chrome/", "Chromium ");
    let memory = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kilobytes = memory.lines().find_map(|line| {
        line.strip_prefix("MemTotal:")?
            .trim()
            .trim_end_matches(" kB")
            .parse::<u64>()
            .ok()
    });
    Ok(report::Setting {
        day: browser
            .run("return new Date().toISOString().slice(0, 10)", Vec::new())
            .await?,
        browser: product,
        cores: thread::available_parallelism().map_or(1, usize::from),
        memory: kilobytes.map_or_else(|| "unknown".to_owned(), |kilobytes| format!("{} GiB", kilobytes >> 20)),
        runs,
        load,
        weights: budget::weigh(&server::dist()).map_err(|fault| Fault::Unexpected(fault.to_string()))?,
    })
}
