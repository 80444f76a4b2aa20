//! Storage that a browser refuses, or that has no room left. Only Chromium can be told to.

use std::time::Duration;

use journeys::{Browser, ChromiumAlone, Outcome, Setting, Stage, journey_with};
use serde_json::json;

use super::{
    case::{save_the_contact, stated},
    device::{CALLER, NOTE, a_service_with_a_case},
};

async fn nothing_may_be_stored(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    let refusing = "IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError') }";
    let words = json!({ "source": refusing });
    browser.command("Page.addScriptToEvaluateOnNewDocument", words).await?;
    browser.open("workspace.html").await?;
    browser.arrive("The workspace cannot be opened here").await?;
    browser
        .see("This browser does not let the page store anything.")
        .await?;
    browser.see("Private windows and some settings forbid it.").await
}

#[test]
fn storage_that_is_refused_is_told_with_what_to_do() {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::CanBeTold);
    journey_with("storage-refused", &setting, nothing_may_be_stored);
}

/// Tells the browser how much the site may store: one byte, or as much as it will.
async fn leave_room(browser: &Browser, is_room: bool) -> Outcome {
    let origin: String = browser.run("return location.origin", Vec::new()).await?;
    let words = if is_room {
        json!({ "origin": origin })
    } else {
        json!({ "origin": origin, "quotaSize": 1 })
    };
    browser.command("Storage.overrideQuotaForOrigin", words).await.map(drop)
}

async fn a_full_device_loses_nothing(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    a_service_with_a_case(browser).await?;
    browser.answer("Who was it with?", CALLER.parent).await?;
    browser.answer("How?", "Telephone or video call").await?;
    stated(browser, CALLER.parent).await?;
    browser.write("Facts", NOTE).await?;
    browser.answer("Did an agency take part in this contact?", "No").await?;
    leave_room(browser, false).await?;
    // The browser trusts for half a minute what it last heard of its room.
    tokio::time::sleep(Duration::from_secs(31)).await;
    browser.press("Save contact").await?;
    browser.see("This device has no room left.").await?;
    browser.miss("Saved on this device").await?;
    browser.wait_until_written("Facts", NOTE).await?;
    browser.judge("a device without room").await?;
    leave_room(browser, true).await?;
    save_the_contact(browser).await?;
    browser.see(NOTE).await
}

#[test]
fn a_device_without_room_keeps_the_text_on_the_page_and_saves_it_later() {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::CanBeTold);
    journey_with("storage-full", &setting, a_full_device_loses_nothing);
}
