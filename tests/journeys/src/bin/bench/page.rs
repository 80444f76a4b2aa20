//! A page with the recorder in it.

use std::time::{Duration, Instant};

use journeys::{Browser, Fault, Outcome};
use serde_json::json;
use tokio::time::sleep;

use crate::figures::Speed;

const RECORDER: &str = include_str!("recorder.js");
/// How long the slowest step may take: restoring ten thousand cases.
const PATIENCE: Duration = Duration::from_secs(600);

/// How long a browser goes on with its own start after its first page stands.
const STARTED: Duration = Duration::from_secs(2);

/// Puts the recorder into every page to come, and sets the speed. It stands on a page of the same site that loads nothing, so that the
/// process that is slowed down is the one that shows the next page.
pub(crate) async fn make_ready(browser: &Browser, speed: Speed) -> Outcome {
    browser.pass_quickly();
    browser.open_plain("robots.txt").await?;
    sleep(STARTED).await;
    browser
        .command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": RECORDER }))
        .await?;
    browser.slow_down(speed.factor()).await
}

/// Waits for what happens after an event of this kind: `test` is an expression of the page.
pub(crate) async fn arm(browser: &Browser, kind: &str, test: &str) -> Outcome {
    browser
        .run::<Option<bool>>(&format!("bench.arm('{kind}', () => {test})"), Vec::new())
        .await
        .map(drop)
}

/// How long it took, in milliseconds.
pub(crate) async fn took(browser: &Browser, what: &str) -> Result<f64, Fault> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Ok(Some(value)) = browser.run::<Option<f64>>("return bench.value", Vec::new()).await {
            return Ok(value);
        }
        sleep(Duration::from_millis(100)).await;
    }
    Err(Fault::TooLate {
        what: what.to_owned(),
        seconds: PATIENCE.as_secs(),
        page: browser.text().await.unwrap_or_default(),
    })
}

/// The page's own clock now, in milliseconds.
pub(crate) async fn clock(browser: &Browser) -> Result<f64, Fault> {
    browser.run("return performance.now()", Vec::new()).await
}

/// The longest task since then, in milliseconds.
pub(crate) async fn longest(browser: &Browser, since: f64) -> Result<f64, Fault> {
    // The browser tells of a task some time after it.
    sleep(Duration::from_millis(200)).await;
    browser
        .run("return bench.longest(arguments[0])", vec![since.into()])
        .await
}
