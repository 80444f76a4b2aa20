//! The long case is opened in every way there is, each after an unlock of its own: what was opened once is at hand.

use std::time::Duration;

use journeys::{Browser, Fault, Outcome, Role};
use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};
use tokio::time::sleep;

use crate::{
    figures::{Figures, Measure, OPEN_ADDRESS, OPEN_FINGER, OPEN_KEYS, OPEN_MOUSE, OPEN_PALETTE, Speed},
    page::{arm, make_ready, took},
    there::There,
    visit::enter,
};

/// How long a person presses on a link before they let go. The page acts on the letting go, and can make itself ready before.
const PRESS: Duration = Duration::from_millis(80);
/// How long a quick typist takes from one key to the next.
const NEXT_KEY: Duration = Duration::from_millis(120);

/// How somebody opens a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// The button of the mouse goes down on its link, and up.
    Mouse,
    /// A finger does.
    Finger,
    /// Tab until its link has the focus, then Enter.
    Keys,
    /// "Find or go to": its name, then Enter.
    Palette,
    /// Its address, as a bookmark has it: the page knows nothing before.
    Address,
}

impl Way {
    /// Every way but that of the morning.
    pub(crate) const OTHERS: [Self; 4] = [Self::Finger, Self::Keys, Self::Palette, Self::Address];

    const fn measure(self) -> &'static Measure {
        match self {
            Self::Mouse => &OPEN_MOUSE,
            Self::Finger => &OPEN_FINGER,
            Self::Keys => &OPEN_KEYS,
            Self::Palette => &OPEN_PALETTE,
            Self::Address => &OPEN_ADDRESS,
        }
    }
}

/// Unlocks, finds the long case and opens it, in a browser that was just started.
pub(crate) async fn first_thing(
    browser: &Browser,
    speed: Speed,
    there: &There,
    way: Way,
    figures: &mut Figures,
) -> Outcome {
    make_ready(browser, speed).await?;
    browser.open_plain("workspace.html#/cases").await?;
    took(browser, "the locked workspace").await?;
    enter(browser).await?;
    open(browser, speed, there, way, figures).await
}

/// Finds the long case and opens it.
pub(crate) async fn open(browser: &Browser, speed: Speed, there: &There, way: Way, figures: &mut Figures) -> Outcome {
    browser.write("Find a case", &there.long).await?;
    browser
        .wait_until(
            "the long case alone",
            "return document.querySelectorAll('tbody tr').length === 1",
        )
        .await?;
    let link = browser
        .driver()?
        .execute("return document.querySelector('tbody a')", Vec::new())
        .await?
        .element()?;
    let stands = "bench.heading('Case summary')";
    match way {
        Way::Mouse => {
            arm(browser, "click", stands).await?;
            let hand = browser.driver()?.action_chain();
            hand.move_to_element_center(&link).click_and_hold().perform().await?;
            sleep(PRESS).await;
            browser.driver()?.action_chain().release().perform().await?;
        }
        Way::Finger => {
            let at = centre(browser, &link).await?;
            arm(browser, "click", stands).await?;
            touch(browser, "touchStart", &[at]).await?;
            sleep(PRESS).await;
            touch(browser, "touchEnd", &[]).await?;
        }
        Way::Keys => {
            while !browser
                .run::<bool>("return document.activeElement === arguments[0]", vec![link.to_json()?])
                .await?
            {
                browser.tab(false).await?;
            }
            arm(browser, "keydown", stands).await?;
            sleep(NEXT_KEY).await;
            browser.keys(Key::Enter).await?;
        }
        Way::Palette => {
            let chain = browser.driver()?.action_chain();
            chain
                .key_down(Key::Control)
                .send_keys("k")
                .key_up(Key::Control)
                .perform()
                .await?;
            let first = "const id = document.activeElement.getAttribute('aria-activedescendant'); \
                         return !!id && document.getElementById(id).textContent.includes(arguments[0])";
            browser.find(Role::Dialog, "Find or go to").await?;
            browser.keys(there.long.as_str()).await?;
            browser
                .wait_with("the case as its first line", first, vec![there.long.as_str().into()])
                .await?;
            arm(browser, "keydown", stands).await?;
            sleep(NEXT_KEY).await;
            browser.keys(Key::Enter).await?;
        }
        Way::Address => {
            arm(browser, "hashchange", stands).await?;
            browser
                .run::<Option<bool>>("location.hash = arguments[0].hash", vec![link.to_json()?])
                .await?;
        }
    }
    figures.add(way.measure(), speed, [took(browser, "the case").await?]);
    Ok(())
}

/// Where the middle of a thing lies in the window.
async fn centre(browser: &Browser, thing: &WebElement) -> Result<Value, Fault> {
    let script = "const box = arguments[0].getBoundingClientRect(); \
                  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }";
    browser.run(script, vec![thing.to_json()?]).await
}

async fn touch(browser: &Browser, kind: &str, points: &[Value]) -> Outcome {
    let event = json!({ "type": kind, "touchPoints": points });
    browser.command("Input.dispatchTouchEvent", event).await.map(drop)
}
