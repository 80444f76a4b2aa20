//! A running browser program with its profile, handed from journey to journey.
//!
//! To start a browser and to end it takes as long as a short journey. What a site keeps in a browser belongs to its origin, and no two sites
//! of a run have the same one ([`crate::server`]), so whoever takes a browser over finds nothing kept: no records, no caches, no service
//! worker. Whatever was set for a tab ends with it, so the next journey begins in a tab of its own. Where the files of a profile are the
//! point, a journey starts a browser afresh ([`crate::Browser::start`]).

use std::{
    fs,
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use serde_json::json;
use thirtyfour::WebDriver;

use crate::{
    driver::{Driver, Kind},
    fault::{Fault, Outcome},
    folder::Folder,
};

pub(crate) struct Engine {
    kind: Kind,
    driver: Option<WebDriver>,
    session: String,
    program: Driver,
    profile: Folder,
    /// The sites it was led to.
    seen: Vec<String>,
}

impl Engine {
    /// Starts a browser with a fresh profile, to be led to a site.
    pub(crate) async fn start(kind: Kind, site: &str) -> Result<Self, Fault> {
        let profile = Folder::fresh()?;
        let downloads = profile.path().join("downloads");
        fs::create_dir_all(&downloads).map_err(Fault::file(&downloads))?;
        let program = Driver::start(kind, profile.path())?;
        let mut engine = Self {
            kind,
            session: String::new(),
            driver: None,
            program,
            profile,
            seen: vec![site.to_owned()],
        };
        engine.begin().await?;
        Ok(engine)
    }

    /// Starts the browser itself, with what its profile holds.
    async fn begin(&mut self) -> Outcome {
        let capabilities = self.kind.capabilities(self.profile.path())?;
        let driver = WebDriver::new(self.program.address(), capabilities).await?;
        self.session = driver.session_id().to_string();
        driver.set_script_timeout(Duration::from_secs(60)).await?;
        self.driver = Some(driver);
        Ok(())
    }

    /// Ends the browser and starts it again with the same profile.
    pub(crate) async fn restart(&mut self) -> Outcome {
        self.end();
        self.begin().await
    }

    /// Takes one that rests and has not seen this site, or starts one.
    pub(crate) async fn take(kind: Kind, site: &str) -> Result<Self, Fault> {
        // WebKit's small browser opens no tab when it is asked to, and walks one journey only.
        if kind == Kind::Webkit {
            return Self::start(kind, site).await;
        }
        loop {
            let Some(mut engine) = resting_without(kind, site) else {
                return Self::start(kind, site).await;
            };
            // One that is of no use any more ends here.
            if engine.refresh().await.is_ok() {
                engine.seen.push(site.to_owned());
                return Ok(engine);
            }
        }
    }

    /// Leaves it to the next journey.
    pub(crate) fn rest(self) {
        if self.driver.is_some() {
            resting().push(self);
        }
    }

    /// A tab of its own, nothing saved, nothing said on the console.
    async fn refresh(&self) -> Outcome {
        let Some(driver) = &self.driver else {
            return Err(Fault::Unexpected("the browser has ended".to_owned()));
        };
        let old = driver.windows().await?;
        let fresh = driver.new_tab().await?;
        for window in old {
            driver.switch_to_window(window).await?;
            driver.close_window().await?;
        }
        driver.switch_to_window(fresh).await?;
        let downloads = self.profile.path().join("downloads");
        fs::remove_dir_all(&downloads)
            .and_then(|()| fs::create_dir_all(&downloads))
            .map_err(Fault::file(&downloads))?;
        if self.kind == Kind::Chromium {
            // The tab that is left does not get the focus by itself, and without it nothing can be copied.
            driver.cdp().send_raw("Page.bringToFront", json!({})).await?;
            driver.browser_log().await?;
        }
        Ok(())
    }

    pub(crate) fn driver(&self) -> Option<&WebDriver> {
        self.driver.as_ref()
    }

    pub(crate) fn profile(&self) -> &Path {
        self.profile.path()
    }

    /// Ends the browser, which writes what it still holds to its profile.
    pub(crate) fn end(&mut self) {
        if let Some(driver) = self.driver.take() {
            // The driver's own ending needs a runtime, which may be gone; ours does not.
            let _ = driver.leak();
            self.program.end_session(&self.session);
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.end();
    }
}

/// The browsers that nobody uses just now. Those that are left at the end of a run are ended by the shell they run under
/// ([`crate::driver`]).
fn resting() -> MutexGuard<'static, Vec<Engine>> {
    static RESTING: Mutex<Vec<Engine>> = Mutex::new(Vec::new());
    RESTING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn resting_without(kind: Kind, site: &str) -> Option<Engine> {
    let mut all = resting();
    let at = all
        .iter()
        .position(|engine| engine.kind == kind && !engine.seen.iter().any(|seen| seen == site))?;
    Some(all.swap_remove(at))
}
