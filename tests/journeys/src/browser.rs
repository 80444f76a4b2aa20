//! One browser: open, read, wait, press.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{Key, TypingData, WebDriver, WebElement};
use tokio::time::sleep;

use crate::{
    driver::Kind,
    engine::Engine,
    fault::{Fault, Outcome},
};

/// How long a journey waits for what should come about at once.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The program runs, and its page stands in place of the still one, or says there what is wrong.
const STARTED: &str = "const still = document.getElementById('boot');
    return document.documentElement.dataset.booted !== undefined
      && (!still || [...still.querySelectorAll('[role=alert]')].some(alert => alert.checkVisibility()))";

/// A browser in somebody's hands. Dropped, it ends, or rests until the next journey takes it.
pub struct Browser {
    engine: Option<Engine>,
    base: String,
    kind: Kind,
    judging: AtomicBool,
    rests: AtomicBool,
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
    /// Starts a browser with a fresh profile; addresses are counted from `base`, the site's own. It ends when it is dropped.
    ///
    /// # Errors
    /// When the driver or the browser does not start.
    pub async fn start(kind: Kind, base: &str) -> Result<Self, Fault> {
        Ok(Self::with(Engine::start(kind, base).await?, kind, base, false))
    }

    /// Takes a browser that another journey has left, or starts one: see [`crate::engine`].
    ///
    /// # Errors
    /// When none rests and none starts.
    pub(crate) async fn take(kind: Kind, base: &str) -> Result<Self, Fault> {
        Ok(Self::with(Engine::take(kind, base).await?, kind, base, true))
    }

    fn with(engine: Engine, kind: Kind, base: &str, rests: bool) -> Self {
        Self {
            engine: Some(engine),
            base: base.to_owned(),
            kind,
            judging: AtomicBool::new(true),
            rests: AtomicBool::new(rests),
        }
    }

    /// No other journey takes this browser: it ends when it is dropped.
    pub(crate) fn do_not_rest(&self) {
        self.rests.store(false, Ordering::Relaxed);
    }

    /// Ends the browser and starts it again with the same profile, as somebody who comes back the next day.
    ///
    /// # Errors
    /// As [`Browser::start`].
    pub async fn restart(&mut self) -> Outcome {
        match &mut self.engine {
            Some(engine) => engine.restart().await,
            None => Err(Fault::Unexpected("the browser has ended".to_owned())),
        }
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
        self.engine
            .as_ref()
            .and_then(Engine::driver)
            .ok_or_else(|| Fault::Unexpected("the browser has ended".to_owned()))
    }

    /// Opens an address of the site, such as `workspace.html#/inbox`, and waits until the app runs.
    ///
    /// # Errors
    /// When the page does not load or the app does not start in time.
    pub async fn open(&self, address: &str) -> Outcome {
        self.open_plain(address).await?;
        self.wait_until("the app's start", STARTED).await
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
        self.wait_until("the app's start", STARTED).await
    }

    /// Presses keys wherever the focus is, such as `Key::Tab` or `Key::Shift + Key::Tab`.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Outcome {
        Ok(self.driver()?.action_chain().send_keys(keys).perform().await?)
    }

    /// Draws a line across the middle of a thing, with the mouse.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn draw_across(&self, field: &WebElement) -> Outcome {
        field.scroll_into_view().await?;
        let chain = self.driver()?.action_chain();
        let chain = chain.move_to_element_center(field).click_and_hold();
        let chain = chain.move_by_offset(60, -20).move_by_offset(-30, 30).release();
        Ok(chain.perform().await?)
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
        let folder = self.profile()?.join("downloads");
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
        self.do_not_rest();
        if let Some(engine) = &mut self.engine {
            engine.end();
        }
    }

    /// Where the browser keeps everything, for looking for secrets in its files.
    ///
    /// # Errors
    /// Never while this is in anybody's hands.
    pub fn profile(&self) -> Result<&Path, Fault> {
        let engine = self.engine.as_ref().map(Engine::profile);
        engine.ok_or_else(|| Fault::Unexpected("the browser has no profile any more".to_owned()))
    }
}

fn hidden(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(engine) = self.engine.take()
            && self.rests.load(Ordering::Relaxed)
            && !thread::panicking()
        {
            engine.rest();
        }
    }
}
