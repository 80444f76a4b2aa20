//! Our policy: what the service works by, read from the same data that the software goes by.

use journeys::{Browser, ChromiumAlone, Outcome, Setting, Stage, journey_with};

use super::{
    registers::{open_register, write_day},
    workspace::{go_to, set_up_under},
};

pub(super) async fn open_policy(browser: &Browser) -> Outcome {
    go_to(browser, "Registers").await?;
    browser.arrive("Registers").await?;
    browser.press("Our policy").await?;
    browser.arrive("Our policy").await
}

/// A policy stands in the library, and its next review is late.
async fn a_review_is_late(browser: &Browser) -> Outcome {
    open_register(browser, "Policy library").await?;
    browser.press("Add a policy").await?;
    browser.arrive("Add a policy").await?;
    browser
        .write("What is it called?", "Impartiality and confidentiality")
        .await?;
    browser.answer("What is it about?", "Impartiality").await?;
    write_day(browser, "When was it last reviewed?", -500).await?;
    browser.press("Save").await?;
    browser.arrive("Policy library").await
}

async fn what_the_service_works_by(browser: &Browser) -> Outcome {
    open_policy(browser).await?;
    browser.see("We work under the policy of SENDIASS Leicester.").await?;
    browser.see("Impartiality and confidentiality").await?;
    browser.see("Overdue").await?;
    browser.see("We ask you before we keep a record about you.").await?;
    browser.see("LEI-29").await?;
    browser.see("Every 6 weeks").await?;
    browser.see("No officer of the authority").await?;
    browser.judge("our policy").await?;
    browser.press("At the start of a meeting").await?;
    browser.see("I am Priya Nair from Calder Vale SENDIASS").await?;
    browser.judge("what we say at a meeting").await
}

/// The text is looked at on the page and not kept: on the way back the box is empty.
async fn the_text_is_out_of_date(browser: &Browser) -> Outcome {
    browser.press("Look at it").await?;
    browser.see("Paste the text of a policy, then look at it").await?;
    let text = "Cumberland SEND IAS Service staff stand at arm's length from the CCG. Next review: September 2021.";
    browser.write("Paste the text of a policy", text).await?;
    browser.press("Look at it").await?;
    browser.see("3 things to change were found").await?;
    browser.see("Another service is named: Cumberland SEND IAS").await?;
    browser.see("Write “integrated care board”").await?;
    browser.see("The review was due by 30 September 2021").await?;
    browser.judge("a policy that is out of date").await?;
    open_policy(browser).await?;
    browser.miss("Cumberland").await
}

async fn our_policy(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up_under(browser, "SENDIASS Leicester").await?;
    a_review_is_late(browser).await?;
    browser.look_closely();
    what_the_service_works_by(browser).await?;
    the_text_is_out_of_date(browser).await
}

#[test]
fn lei_35_cam_10_our_policy_shows_rules_words_and_reviews() {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with("policy", &setting, our_policy);
}
