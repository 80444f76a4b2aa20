//! One short way through both pages in the engine of Safari: what it lacks is in `docs/browsers.md`. The other browsers walk every
//! part of it elsewhere, so it runs in WebKit alone (`xtask/src/chores.rs`).

use journeys::{Browser, Outcome, Role, Setting, Stage, journey_with};

use super::{
    case::{begin_a_contact, bring_it_in_for, list_cases, paste_into_the_inbox, stated},
    form::{Asking, Form, service_with_a_key},
    week::PARENT,
    workspace::{PRIYA, change_to, make_the_inbox_key, set_up},
};

const NOTE: &str = "The review is on Tuesday at ten.";

/// Fills the form in as a family does, and hands over the locked message.
async fn a_family_asks(browser: &Browser) -> Result<String, journeys::Fault> {
    let form = Form::parent();
    let asking = Asking { browser, form: &form };
    browser.open("index.html").await?;
    asking.to_the_answers().await?;
    asking.lock_and_copy().await
}

async fn a_request_is_sent_saved_and_found(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    set_up(browser).await?;
    let key = "Make a new inbox key";
    let (service, _) = make_the_inbox_key(browser).await?;
    browser.find(Role::Press, key).await?;
    stage.site.replace("service.json", service.to_string().as_bytes())?;
    let locked = a_family_asks(&stage.another_browser().await?).await?;

    change_to(browser, PRIYA).await?;
    paste_into_the_inbox(browser, &locked).await?;
    bring_it_in_for(browser, PRIYA).await?;
    browser.wait_for_heading("Case summary").await?;
    begin_a_contact(browser, PARENT).await?;
    stated(browser, PARENT).await?;
    let aim = browser.find_containing(Role::Textbox, "wants to happen").await?;
    browser.fill_in(&aim, "A place for him at the school").await?;
    browser.write("Facts", NOTE).await?;
    browser.answer("Did an agency take part in this contact?", "No").await?;
    browser.press("Save contact").await?;
    browser.wait_for_heading("Timeline").await?;
    browser.see("Saved on this device at").await?;

    change_to(browser, PRIYA).await?;
    list_cases(browser).await?;
    browser.write("Find a case", "review tuesday").await?;
    browser.see("1 result for ‘review tuesday’").await?;
    browser.write("Find a case", "review wednesday").await?;
    browser.see("No case was found").await
}

#[test]
fn a_request_is_sent_saved_and_found_in_the_engine_of_safari() {
    let setting = Setting::new().with_service(&service_with_a_key());
    journey_with("webkit", &setting, a_request_is_sent_saved_and_found);
}
