//! Makes a sample and seals it into a backup file, to be restored in a browser: `cargo xtask sample --cases 10000 --out FILE`. With
//! `--bench FOLDER` it makes all that `cargo xtask bench` needs: the backup, locked forms, and a file that says what there is.

#![allow(clippy::print_stdout, reason = "what it prints is what it is for")]

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use evenhand_domain::date::Moment;
use evenhand_domain::profile::ProfileId;
use evenhand_engine::AnyStore;
use evenhand_engine::case::list::CaseFilter;
use evenhand_engine::desk::Desk;
use evenhand_engine::device::unlock::unlock;
use evenhand_engine::now::Now;
use evenhand_engine::people::person::SignIn;
use evenhand_sample::{GOVERNED, LONG, PASSPHRASE, PEOPLE, Plan, Sample, locked_forms, make};
use serde_json::json;

/// What is asked on the command line.
struct Asked {
    plan: Plan,
    out: Option<String>,
    bench: Option<String>,
    forms: usize,
}

fn asked() -> Result<Asked, Box<dyn Error>> {
    let millis = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
    let now = Now {
        at: Moment::from_millis(i64::try_from(millis)?),
        offset_minutes: 0,
    };
    let mut asked = Asked {
        plan: Plan::to_look_at(now),
        out: None,
        bench: None,
        forms: 0,
    };
    let plan = &mut asked.plan;
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().ok_or_else(|| format!("{word} needs a value"))?;
        match word.as_str() {
            "--cases" => plan.cases = value.parse()?,
            "--seed" => plan.seed = value.parse()?,
            "--profile" => plan.profile = serde_json::from_value::<ProfileId>(value.into())?,
            // For a file that is the same kind of file on another day: milliseconds since 1970.
            "--now" => plan.now.at = Moment::from_millis(value.parse()?),
            "--out" => asked.out = Some(value),
            "--bench" => asked.bench = Some(value),
            "--forms" => asked.forms = value.parse()?,
            _ => {
                let known = "--cases, --seed, --profile, --now, --out, --bench, --forms";
                return Err(format!("{word} is not understood: {known}").into());
            }
        }
    }
    Ok(asked)
}

/// How many cases there are of the school whose families are behind a wall for one of the people, of how many events the long case
/// consists, and how many events the manager reads in all.
fn counted(desk: &Desk) -> Result<(usize, usize, usize), Box<dyn Error>> {
    let (mut walled, mut long, mut events) = (0, 0, 0);
    for line in desk.cases(&CaseFilter::default()) {
        let file = desk.case(line.id)?;
        events += file.front_entries.len() + file.entries.len();
        walled += usize::from(line.school == GOVERNED);
        if line.who == LONG {
            long = file.entries.len();
        }
    }
    Ok((walled, long, events))
}

/// Writes what the measuring needs into a folder.
fn for_measuring(folder: &Path, asked: &Asked, sample: &Sample, desk: &Desk) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder.join("forms"))?;
    for (number, form) in locked_forms(&asked.plan, &sample.service_file, asked.forms)?
        .into_iter()
        .enumerate()
    {
        fs::write(folder.join(format!("forms/{number:04}.locked")), form)?;
    }
    let backup = pollster::block_on(desk.make_backup())?;
    fs::write(folder.join("backup.sealed"), &backup)?;
    let (walled, long, events) = counted(desk)?;
    let there = json!({
        "code": sample.codes.first(), "cases": asked.plan.cases, "people": PEOPLE.len(), "walled": walled, "entries": sample.entries,
        "events": events, "long": LONG, "long_events": long, "forms": asked.forms, "backup_bytes": backup.len(),
    });
    // Written last: where it is, everything is.
    fs::write(folder.join("there.json"), there.to_string())?;
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let asked = asked()?;
    let plan = asked.plan;
    pollster::block_on(async {
        let (begun, store) = (Instant::now(), AnyStore::memory());
        let mut told = 0;
        let sample = make(&store, &plan, async |done, of| {
            if done * 20 / of.max(1) > told {
                told = done * 20 / of.max(1);
                println!("{:>3} % after {:.0?}", told * 5, begun.elapsed());
            }
        })
        .await?;
        println!(
            "{} cases with {} entries in {:.1?}",
            plan.cases,
            sample.entries,
            begun.elapsed()
        );
        let sign_in = SignIn {
            name: PEOPLE[0].sign_in.to_owned(),
            passphrase: PASSPHRASE.to_owned(),
        };
        let begun = Instant::now();
        let desk = unlock(&store, plan.now, sign_in).await?;
        println!("opened as {} in {:.1?}", PEOPLE[0].name, begun.elapsed());
        if let Some(folder) = &asked.bench {
            for_measuring(Path::new(folder), &asked, &sample, &desk)?;
        }
        if let Some(out) = &asked.out {
            let file = desk.make_backup().await?;
            fs::write(out, &file)?;
            println!(
                "{out}: {} bytes. Restore it with the first code; the others come in by theirs.",
                file.len()
            );
        }
        for (person, code) in PEOPLE.iter().zip(&sample.codes) {
            println!("{} ({:?}): {code}", person.name, person.role);
        }
        Ok(())
    })
}
