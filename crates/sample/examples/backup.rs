//! Makes a sample and seals it into a backup file, to be restored in a browser: `cargo xtask sample --cases 10000 --out FILE`.

#![allow(clippy::print_stdout, reason = "what it prints is what it is for")]

use std::error::Error;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use evenhand_domain::date::Moment;
use evenhand_domain::profile::ProfileId;
use evenhand_engine::AnyStore;
use evenhand_engine::device::unlock::unlock;
use evenhand_engine::now::Now;
use evenhand_engine::people::person::SignIn;
use evenhand_sample::{PASSPHRASE, PEOPLE, Plan, make};

/// What is asked on the command line.
struct Asked {
    plan: Plan,
    out: Option<String>,
}

fn asked() -> Result<Asked, Box<dyn Error>> {
    let millis = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
    let now = Now {
        at: Moment::from_millis(i64::try_from(millis)?),
        offset_minutes: 0,
    };
    let (mut plan, mut out) = (Plan::to_look_at(now), None);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().ok_or_else(|| format!("{word} needs a value"))?;
        match word.as_str() {
            "--cases" => plan.cases = value.parse()?,
            "--seed" => plan.seed = value.parse()?,
            "--profile" => plan.profile = serde_json::from_value::<ProfileId>(value.into())?,
            // For a file that is the same kind of file on another day: milliseconds since 1970.
            "--now" => plan.now.at = Moment::from_millis(value.parse()?),
            "--out" => out = Some(value),
            _ => return Err(format!("{word} is not understood: --cases, --seed, --profile, --now, --out").into()),
        }
    }
    Ok(Asked { plan, out })
}

fn main() -> Result<(), Box<dyn Error>> {
    let Asked { plan, out } = asked()?;
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
        if let Some(out) = out {
            let file = desk.make_backup().await?;
            std::fs::write(&out, &file)?;
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
