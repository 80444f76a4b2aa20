//! `cargo xtask screenshots [address...]`: pictures of screens at three widths, light, dark and in forced colours, into `screenshots/`.

use std::{fs, process::ExitCode};

use journeys::{
    Browser, Fault, Kind, Outcome, Setting, Site,
    look::{Look, WIDTHS},
};
use xtask::{project::Project, run::say};

/// The screens that need nobody to unlock anything.
const SCREENS: [&str; 5] = [
    "index.html",
    "index.html#/fair",
    "workspace.html",
    "sample.html#/gallery",
    "sample.html",
];

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let screens: Vec<&str> = if asked.is_empty() {
        SCREENS.to_vec()
    } else {
        asked.iter().map(String::as_str).collect()
    };
    let outcome = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|reason| Fault::NotStarted {
            program: "the runtime".to_owned(),
            reason,
        })
        .and_then(|runtime| {
            let site = Site::start(&Setting::new())?;
            runtime.block_on(take(&site, &screens))
        });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

async fn take(site: &Site, screens: &[&str]) -> Outcome {
    let folder = Project::here().root.join("screenshots");
    let unwritable = |reason| Fault::File {
        path: folder.display().to_string(),
        reason,
    };
    fs::create_dir_all(&folder).map_err(unwritable)?;
    let browser = Browser::start(Kind::Chromium, site.address()).await?;
    let looks = [
        ("light", Look::default()),
        (
            "dark",
            Look {
                dark: true,
                ..Look::default()
            },
        ),
        (
            "forced",
            Look {
                forced_colours: true,
                dark: true,
                ..Look::default()
            },
        ),
    ];
    for screen in screens {
        for (name, look) in looks {
            browser.look(look).await?;
            for width in WIDTHS {
                browser.size(width, 900).await?;
                // A change of fragment alone would not load the page anew.
                browser.driver()?.goto("about:blank").await?;
                browser.open(screen).await?;
                browser
                    .wait_until("the fonts", "return document.fonts.status === 'loaded'")
                    .await?;
                let plain: String = screen
                    .chars()
                    .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
                    .collect();
                let file = folder.join(format!("{plain}-{width}-{name}.png"));
                let picture = browser.whole_page(width).await?;
                fs::write(&file, picture).map_err(unwritable)?;
                say(file.display().to_string());
            }
        }
    }
    Ok(())
}
