//! One browser with a profile of its own: open, read, wait, press.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{Key, TypingData, WebDriver};
use tokio::time::sleep;

use crate::{
    driver::{Driver, Kind},
    fault::{Fault, Outcome},
    folder::Folder,
};

/// How long a journey waits for what should come about at once.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A running browser; it ends, and its profile is removed, when this is dropped.
pub struct Browser {
    driver: Option<WebDriver>,
    session: String,
    program: Driver,
    profile: Folder,
    base: String,
    kind: Kind,
    judging: AtomicBool,
}

impl fmt::Debug for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Browser")
            .field("kind", &self.kind)
            .field("base", &self.base)
            .finish_non_exhaustive()
    }
}

impl Browser {
    /// Starts a browser with a fresh profile; addresses are counted from `base`, the site's own.
    ///
    /// # Errors
    /// When the driver or the browser does not start.
    pub async fn start(kind: Kind, base: &str) -> Result<Self, Fault> {
        let profile = Folder::fresh()?;
        let downloads = profile.path().join("downloads");
        fs::create_dir_all(&downloads).map_err(Fault::file(&downloads))?;
        let (program, driver) = run(kind, &profile).await?;
        let session = driver.session_id().to_string();
        Ok(Self {
            driver: Some(driver),
            session,
            program,
            profile,
            base: base.to_owned(),
            kind,
            judging: AtomicBool::new(true),
        })
    }

    /// Ends the browser and starts it again with the same profile, as somebody who comes back the next day.
    ///
    /// # Errors
    /// As [`Browser::start`].
    pub async fn restart(&mut self) -> Outcome {
        self.close();
        let (program, driver) = run(self.kind, &self.profile).await?;
        self.session = driver.session_id().to_string();
        self.program = program;
        self.driver = Some(driver);
        Ok(())
    }

    /// From now on, pages that are arrived at are not judged: for the way to a place that another journey judges.
    pub fn pass_quickly(&self) {
        self.judging.store(false, Ordering::Relaxed);
    }

    /// From now on, pages that are arrived at are judged, as they are from the start.
    pub fn look_closely(&self) {
        self.judging.store(true, Ordering::Relaxed);
    }

    /// Whether pages that are arrived at are judged.
    #[must_use]
    pub fn is_looking_closely(&self) -> bool {
        self.judging.load(Ordering::Relaxed)
    }

    /// Which browser it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The driver itself, for what this crate has no word for.
    ///
    /// # Errors
    /// Never while the browser runs.
    pub fn driver(&self) -> Result<&WebDriver, Fault> {
        self.driver
            .as_ref()
            .ok_or_else(|| Fault::Unexpected("the browser has ended".to_owned()))
    }

    /// Opens an address of the site, such as `workspace.html#/inbox`, and waits until the app runs.
    ///
    /// # Errors
    /// When the page does not load or the app does not start in time.
    pub async fn open(&self, address: &str) -> Outcome {
        self.open_plain(address).await?;
        self.wait_until(
            "the app's start",
            "return document.documentElement.dataset.booted !== undefined",
        )
        .await
    }

    /// Opens an address of the site without waiting for an app.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn open_plain(&self, address: &str) -> Outcome {
        Ok(self.driver()?.goto(format!("{}{address}", self.base)).await?)
    }

    /// Runs a script in the page and returns what it returns.
    ///
    /// # Errors
    /// When the script fails, or returns something of another shape.
    pub async fn run<T: DeserializeOwned>(&self, script: &str, words: Vec<Value>) -> Result<T, Fault> {
        Ok(self.driver()?.execute(script, words).await?.convert()?)
    }

    /// Waits until a script returns true.
    ///
    /// # Errors
    /// When it does not within [`PATIENCE`].
    pub async fn wait_until(&self, what: &str, script: &str) -> Outcome {
        self.wait_with(what, script, Vec::new()).await
    }

    /// Waits until a script returns true that is handed these words.
    ///
    /// # Errors
    /// As [`Browser::wait_until`].
    pub async fn wait_with(&self, what: &str, script: &str, words: Vec<Value>) -> Outcome {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            // A page that is just being replaced cannot answer; the next one can.
            if self.run::<bool>(script, words.clone()).await.unwrap_or(false) {
                return Ok(());
            }
            sleep(Duration::from_millis(40)).await;
        }
        let page = self.text().await.unwrap_or_default();
        Err(Fault::TooLate {
            what: what.to_owned(),
            seconds: PATIENCE.as_secs(),
            page,
        })
    }

    /// Waits until the page shows a text, anywhere.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn wait_for_text(&self, text: &str) -> Outcome {
        let script = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.wait_with(&format!("the text {text:?}"), script, vec![text.into()])
            .await
    }

    /// Waits until the page's main heading is this text.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn wait_for_heading(&self, text: &str) -> Outcome {
        let script = "return [...document.querySelectorAll('h1')].some(h => h.checkVisibility() \
                      && h.textContent.replace(/\\s+/g, ' ').trim() === arguments[0])";
        self.wait_with(&format!("the heading {text:?}"), script, vec![text.into()])
            .await
    }

    /// The text in sight.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn text(&self) -> Result<String, Fault> {
        self.run("return document.body.innerText", Vec::new()).await
    }

    /// Whether the page shows a text now.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn shows(&self, text: &str) -> Result<bool, Fault> {
        Ok(self
            .text()
            .await?
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains(text))
    }

    /// The page's title.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn title(&self) -> Result<String, Fault> {
        Ok(self.driver()?.title().await?)
    }

    /// The whole address.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn address(&self) -> Result<String, Fault> {
        Ok(self.driver()?.current_url().await?.to_string())
    }

    /// Goes back, as with the browser's button.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn back(&self) -> Outcome {
        Ok(self.driver()?.back().await?)
    }

    /// Loads the page anew and waits until the app runs.
    ///
    /// # Errors
    /// When it does not.
    pub async fn reload(&self) -> Outcome {
        self.driver()?.refresh().await?;
        self.wait_until(
            "the app's start",
            "return document.documentElement.dataset.booted !== undefined",
        )
        .await
    }

    /// Presses keys wherever the focus is, such as `Key::Tab` or `Key::Shift + Key::Tab`.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Outcome {
        Ok(self.driver()?.action_chain().send_keys(keys).perform().await?)
    }

    /// Presses the tabulator, backwards with Shift.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn tab(&self, backwards: bool) -> Outcome {
        let chain = self.driver()?.action_chain();
        let chain = if backwards {
            chain.key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift)
        } else {
            chain.send_keys(Key::Tab)
        };
        Ok(chain.perform().await?)
    }

    /// Everything the site keeps in this browser that is not the release itself, by kind: `local`, `session`, `cookies`, `databases`,
    /// `caches`. The names of a release's caches are left out.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn storage(&self) -> Result<Value, Fault> {
        let script = "const done = arguments[arguments.length - 1]; (async () => ({ \
             local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie, \
             databases: (await indexedDB.databases()).map(d => d.name), \
             caches: (await caches.keys()).filter(n => !n.startsWith('evenhand-')) }))().then(done, f => done({ fault: String(f) }))";
        Ok(self.driver()?.execute_async(script, Vec::new()).await?.convert()?)
    }

    /// The hosts, with their ports, that the page has asked for anything.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn hosts_asked(&self) -> Result<Vec<String>, Fault> {
        let script = "return [...new Set(performance.getEntriesByType('resource').map(e => e.name) \
             .filter(n => n.startsWith('http')).map(n => new URL(n).host))]";
        self.run(script, Vec::new()).await
    }

    /// What the console says since it was last asked, with `SEVERE` for faults and refusals of the Content-Security-Policy.
    ///
    /// # Errors
    /// In all but Chromium, which alone hands out its console.
    pub async fn console(&self) -> Result<Vec<String>, Fault> {
        if self.kind != Kind::Chromium {
            return Err(Fault::Unsupported("hand out its console"));
        }
        let entries = self.driver()?.browser_log().await?;
        Ok(entries
            .iter()
            .map(|entry| format!("{:?} {}", entry.level, entry.message))
            .collect())
    }

    /// Waits for a file to be saved and returns where it lies; each file is returned once if the journey removes it.
    ///
    /// # Errors
    /// When none is saved in time.
    pub async fn saved_file(&self) -> Result<PathBuf, Fault> {
        let folder = self.profile.path().join("downloads");
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let files = fs::read_dir(&folder)
                .map_err(Fault::file(&folder))?
                .flatten()
                .map(|entry| entry.path());
            let whole = |path: &PathBuf| {
                !path
                    .extension()
                    .is_some_and(|e| e == "crdownload" || e == "part" || e == "tmp")
            };
            let files: Vec<_> = files.filter(|path| !hidden(path)).collect();
            if files.iter().all(whole)
                && let Some(file) = files.into_iter().next()
            {
                return Ok(file);
            }
            sleep(Duration::from_millis(50)).await;
        }
        Err(Fault::Unexpected("no file was saved".to_owned()))
    }

    /// A picture of what is in sight, as PNG.
    ///
    /// # Errors
    /// When the browser refuses or the file cannot be written.
    pub async fn screenshot(&self, path: &Path) -> Outcome {
        let picture = self.driver()?.screenshot_as_png().await?;
        fs::write(path, picture).map_err(Fault::file(path))
    }

    /// Closes the browser, which writes what it still holds to its profile; the profile stays until this is dropped.
    pub fn close(&mut self) {
        if let Some(driver) = self.driver.take() {
            // The driver's own ending needs a runtime, which may be gone; ours does not.
            let _ = driver.leak();
            self.program.end_session(&self.session);
        }
    }

    /// Where the browser keeps everything, for looking for secrets in its files.
    #[must_use]
    pub fn profile(&self) -> &Path {
        self.profile.path()
    }
}

async fn run(kind: Kind, profile: &Folder) -> Result<(Driver, WebDriver), Fault> {
    let program = Driver::start(kind, profile.path())?;
    let driver = WebDriver::new(program.address(), kind.capabilities(profile.path())?).await?;
    driver.set_script_timeout(Duration::from_secs(60)).await?;
    Ok((program, driver))
}

fn hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.close();
    }
}
