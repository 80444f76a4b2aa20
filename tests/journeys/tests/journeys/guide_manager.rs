//! The guide for managers, followed step by step: a family's file, a case that waits, and what the policy asks.

use journeys::{Browser, Outcome, Setting};

use super::{
    case::knows_nobody,
    form::{Asking, Form, service_with_a_key},
    guides::{Guide, follow},
    workspace::{PRIYA, SAM, add_worker, change_to, go_to, make_the_inbox_key, set_up},
};

const MANAGER: &str = include_str!("../../../../docs/guides/manager.md");

/// A family's message is opened, checked, and becomes a case that waits.
async fn a_file_is_brought_in(guide: &Guide, browser: &Browser, locked: &str) -> Outcome {
    go_to(browser, "Work").await?;
    guide.arrive(browser, "Work").await?;
    guide.press(browser, "Bring in a request for help").await?;
    guide.arrive(browser, "Bring in a request for help").await?;
    browser.write("Or a message", locked).await?;
    guide.press(browser, "Open the message").await?;
    guide.arrive(browser, "Can you take this request?").await?;
    knows_nobody(browser).await?;
    browser
        .see("Nothing was declared yet, so there was nothing to compare")
        .await?;
    guide
        .picture(browser, "manager-give", "Can you take this request?", 1180)
        .await?;
    browser.answer("Who will have this case?", "Nobody yet").await?;
    guide.press(browser, "Bring it in").await?;
    browser.see("Delete the locked file from this device now").await
}

#[test]
fn the_guide_for_managers_leads_from_a_file_to_a_worker_and_to_what_is_due() {
    // A site of its own, whose public page gets this service's key.
    let setting = Setting::new().with_service(&service_with_a_key());
    follow("guide-manager", setting, async |stage| {
        let (guide, browser) = (Guide::open(MANAGER), &stage.browser);
        browser.pass_quickly();
        set_up(browser).await?;
        let (service, _) = make_the_inbox_key(browser).await?;
        stage.site.replace("service.json", service.to_string().as_bytes())?;
        change_to(browser, PRIYA).await?;
        add_worker(browser, SAM, "Officer").await?;

        let parent = stage.another_browser().await?;
        parent.pass_quickly();
        parent.open("index.html").await?;
        let (form, browser_of) = (Form::parent(), &parent);
        let asking = Asking {
            browser: browser_of,
            form: &form,
        };
        asking.to_the_answers().await?;
        let locked = asking.lock_and_copy().await?;
        drop(parent);

        a_file_is_brought_in(&guide, browser, &locked).await?;
        go_to(browser, "Work").await?;
        guide.arrive(browser, "Work").await?;
        browser.press_containing("Give the case to a worker").await?;
        browser.wait_for_heading("Give this case to a worker").await?;
        browser.answer_containing("Who will have this case?", SAM.name).await?;
        let why = "Why is it not known yet what they want?";
        if browser.has(journeys::Role::Textbox, why).await? {
            browser.write(why, "They asked in writing").await?;
        }
        guide.press(browser, "Give the case").await?;
        browser.see("Saved on this device at").await?;

        go_to(browser, "Work").await?;
        guide.arrive(browser, "Work").await?;
        go_to(browser, "Registers").await?;
        guide.arrive(browser, "Registers").await?;
        guide.press(browser, "Compliance").await?;
        guide.arrive(browser, "Compliance").await?;
        go_to(browser, "Settings").await?;
        guide.arrive(browser, "Settings").await?;
        browser.press_containing("Inbox keys and the public page").await?;
        guide.arrive(browser, "Inbox keys and the public page").await?;
        guide.was_met(&[]);
        Ok(())
    });
}
