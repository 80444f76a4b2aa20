//! A journey's stage: one site, one browser, and others when asked for.

use std::{
    fs, io,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::OnceLock,
};

use tokio::runtime::{Builder, Runtime};
use xtask::project::Project;

use crate::{
    browser::Browser,
    driver::Kind,
    fault::{Fault, Outcome},
    server::{Setting, Site},
};

/// What a journey is given.
#[derive(Debug)]
pub struct Stage {
    /// The browser of the person whose journey it is.
    pub browser: Browser,
    /// The site they walk through.
    pub site: Site,
}

impl Stage {
    /// Another browser: another person, or another device.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn another_browser(&self) -> Result<Browser, Fault> {
        Browser::take(Kind::asked(), self.site.address()).await
    }

    /// A browser that nobody used before.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn fresh_browser(&self) -> Result<Browser, Fault> {
        Browser::start(Kind::asked(), self.site.address()).await
    }
}

/// Runs a journey through the site as it is. `name` is for the picture that a failed journey leaves.
///
/// # Panics
/// When the journey fails, as a test does.
pub fn journey(name: &str, work: impl AsyncFnOnce(&Stage) -> Outcome) {
    journey_with(name, &Setting::new(), work);
}

/// Runs a journey through a site with a setting of its own, in the browsers that the setting leaves to it.
///
/// # Panics
/// When the journey fails, as a test does.
#[allow(clippy::panic, reason = "a journey is a test, and this is how a test fails")]
pub fn journey_with(name: &str, setting: &Setting, work: impl AsyncFnOnce(&Stage) -> Outcome) {
    if !setting.is_walked_in(Kind::asked()) {
        return;
    }
    let outcome = perform(name, setting, work);
    if let Err(fault) = outcome {
        panic!("{name} in {}: {fault}", Kind::asked().name());
    }
}

fn perform(name: &str, setting: &Setting, work: impl AsyncFnOnce(&Stage) -> Outcome) -> Outcome {
    let runtime = runtime()?;
    let site = Site::start(setting)?;
    let browser = runtime.block_on(Browser::take(Kind::asked(), site.address()))?;
    let stage = Stage { browser, site };
    let ended = catch_unwind(AssertUnwindSafe(|| runtime.block_on(work(&stage))));
    if !matches!(ended, Ok(Ok(()))) {
        // A picture that cannot be taken must not hide why the journey failed.
        let _ = runtime.block_on(picture(&stage, name));
        stage.browser.do_not_rest();
    }
    drop(stage);
    ended.unwrap_or_else(|fault| resume_unwind(fault))
}

/// One runtime for all journeys: a browser that is handed on keeps its connections, which live in the runtime that they were made in.
fn runtime() -> Result<&'static Runtime, Fault> {
    static RUNTIME: OnceLock<io::Result<Runtime>> = OnceLock::new();
    let start = || Builder::new_multi_thread().worker_threads(1).enable_all().build();
    RUNTIME.get_or_init(start).as_ref().map_err(|reason| Fault::NotStarted {
        program: "the journeys' runtime".to_owned(),
        reason: io::Error::new(reason.kind(), reason.to_string()),
    })
}

async fn picture(stage: &Stage, name: &str) -> Outcome {
    for line in stage.browser.console().await.unwrap_or_default() {
        eprintln!("console: {line}");
    }
    let folder = Project::here().target.join("journeys");
    fs::create_dir_all(&folder).map_err(Fault::file(&folder))?;
    stage
        .browser
        .screenshot(&folder.join(format!("{name}-{}.png", Kind::asked().name())))
        .await
}
