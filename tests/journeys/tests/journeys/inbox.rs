//! The second inbox: whoever the family knows does not read what the family sends, and finds no trace of it.

use std::fs;

use journeys::{Browser, ChromiumAlone, Outcome, Setting, Stage, journey_with};
use serde_json::Value;

use super::{
    case::{bring_it_in_for, list_cases, paste_into_the_inbox, show_those},
    form::{Asking, Form, service_with_a_key},
    workspace::{PRIYA, SAM, add_worker, change_to, go_to, make_the_inbox_key, set_up},
};

/// Makes the second key, which Sam alone opens, and returns the file for the public page with both keys.
async fn make_the_second_key(browser: &Browser) -> Result<Value, journeys::Fault> {
    go_to(browser, "Settings").await?;
    browser.press_containing("Inbox keys").await?;
    browser.arrive("Inbox keys and the public page").await?;
    browser.answer("Who is to open this inbox?", SAM.name).await?;
    browser.press("Make the second key").await?;
    browser.see(&format!("Can be opened by {}", SAM.name)).await?;
    browser.judge("two inbox keys").await?;
    browser.press("Save it with the keys").await?;
    browser
        .see("service.json saved to your device. It is not uploaded yet.")
        .await?;
    let bytes = fs::read(browser.saved_file().await?).unwrap();
    Ok(serde_json::from_slice(&bytes).unwrap())
}

async fn who_they_know_reads_nothing(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up(browser).await?;
    make_the_inbox_key(browser).await?;
    add_worker(browser, SAM, "Officer").await?;
    browser.look_closely();
    let service = make_the_second_key(browser).await?;
    assert!(service["second_inbox"]["key"].is_string(), "{service}");
    stage.site.replace("service.json", service.to_string().as_bytes())?;

    let parent = stage.another_browser().await?;
    parent.pass_quickly();
    let form = Form {
        knows: ("Yes", PRIYA.name.to_owned()),
        ..Form::parent()
    };
    let asking = Asking {
        browser: &parent,
        form: &form,
    };
    parent.open("index.html").await?;
    asking.to_the_answers().await?;
    parent
        .see("So this goes to a different person from the one who reads most answers.")
        .await?;
    parent.look_closely();
    parent.judge("answers for the second inbox").await?;
    let locked = asking.lock_and_copy().await?;
    drop(parent);

    go_to(browser, "Inbox").await?;
    browser.wait_for_heading("Bring in a request for help").await?;
    browser.write("Or a message", &locked).await?;
    browser.press("Open the message").await?;
    browser
        .see(&format!(
            "This file is for the other inbox, so you cannot open it. Give the file to {}.",
            SAM.name
        ))
        .await?;
    browser.judge("a file for the other inbox").await?;

    change_to(browser, SAM).await?;
    paste_into_the_inbox(browser, &locked).await?;
    browser.see("It came by the second inbox").await?;
    bring_it_in_for(browser, SAM).await?;
    browser.arrive("Case summary").await?;

    change_to(browser, PRIYA).await?;
    list_cases(browser).await?;
    show_those(browser, "All").await?;
    browser.miss("Jayden").await?;
    browser.miss("1 case").await
}

#[test]
fn sps_15_whoever_the_family_knows_cannot_open_what_it_sends() {
    let setting = Setting::new()
        .with_service(&service_with_a_key())
        .in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with("second-inbox", &setting, who_they_know_reads_nothing);
}
