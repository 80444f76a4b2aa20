//! Our policy: what the service works by, read from the same data that the software goes by.

use std::fs;

use journeys::{Browser, ChromiumAlone, Outcome, Setting, Stage, axe, journey_with};

use super::{
    registers::{chris_webb_takes_the_chair, open_register, write_day},
    workspace::{go_to, set_up_under},
};

pub(super) async fn open_policy(browser: &Browser) -> Outcome {
    go_to(browser, "Registers").await?;
    browser.arrive("Registers").await?;
    browser.press("Our policy").await?;
    browser.arrive("Our policy").await
}

/// Says why the policy is changed, from today on, and saves it.
pub(super) async fn change_it_today(browser: &Browser, why: &str) -> Outcome {
    browser.write("Why is it changed?", why).await?;
    write_day(browser, "From which date does it apply?", 0).await?;
    browser.press("Save").await
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
    write_day(browser, "When was it agreed or last reviewed?", -500).await?;
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
    browser.see("No officer of the council").await?;
    browser.judge("our policy").await?;
    browser.press("At the start of a meeting").await?;
    browser.see("I am Priya Nair from Calder Vale SENDIASS").await?;
    browser.judge("what we say at a meeting").await
}

/// The text is looked at on the page and not kept: on the way back the box is empty.
async fn the_text_is_out_of_date(browser: &Browser) -> Outcome {
    browser.press("Check the text").await?;
    browser.see("Paste the text of a policy, then check it").await?;
    let text = "Cumberland SEND IAS Service staff stand at arm's length from the CCG. Next review: September 2021.";
    browser.write("Or paste the text of a policy", text).await?;
    browser.press("Check the text").await?;
    browser.see("3 things to change were found").await?;
    browser.see("Another service is named: Cumberland SEND IAS").await?;
    browser.see("Write “integrated care board”").await?;
    browser.see("The review was due by 30 September 2021").await?;
    browser.judge("a policy that is out of date").await?;
    open_policy(browser).await?;
    browser.miss("Cumberland").await?;
    from_a_file(browser).await
}

/// The same as a file: plain text is looked at as it is chosen, and a Word file is refused with what to do.
async fn from_a_file(browser: &Browser) -> Outcome {
    let folder = std::env::temp_dir();
    let (word, text) = (folder.join("evenhand-policy.docx"), folder.join("evenhand-policy.md"));
    let made = fs::write(&word, b"PK\x03\x04\x14\x00word/document.xml").and_then(|()| {
        fs::write(
            &text,
            "# Our policy\n\nStaff stand at arm\u{2019}s length from the CCG.\n",
        )
    });
    assert!(made.is_ok(), "the journey's own files");
    browser.hand_over("Bring in the text of a policy", &word).await?;
    browser
        .see("Copy the text out of Word or the PDF, and paste it")
        .await?;
    browser.judge("a policy that is no text").await?;
    browser.hand_over("Bring in the text of a policy", &text).await?;
    browser.see("1 thing to change was found").await?;
    browser.see("Write “integrated care board”").await?;
    // Where they cannot be taken away, the system does it.
    let _ = (fs::remove_file(word), fs::remove_file(text));
    open_policy(browser).await
}

/// A rule is changed from today on: the page says so, and the next contact is asked by it. A wall offers nothing to change.
async fn a_rule_becomes_our_own(browser: &Browser) -> Outcome {
    browser
        .press("Change We meet in a place that is good for you and on nobody’s side.")
        .await?;
    browser.arrive("Add a change to a rule").await?;
    browser.answer_containing("How strict is it?", "Not asked").await?;
    browser
        .write("Why is it changed?", "We meet at the library alone.")
        .await?;
    write_day(browser, "From which date does it apply?", -1).await?;
    browser.press("Save").await?;
    browser.see("Make it a reminder at the least").await?;
    browser.judge("a change that cannot be").await?;
    browser.answer_containing("How strict is it?", "Reminder").await?;
    browser.press("Save").await?;
    browser.see("Enter today or a day after it").await?;
    write_day(browser, "From which date does it apply?", 0).await?;
    browser.press("Save").await?;
    browser.arrive("Our own rules").await?;
    open_policy(browser).await?;
    browser
        .see("We work under the policy of SENDIASS Leicester, with what we changed in it.")
        .await?;
    browser.see("Changed by us").await?;
    browser.see("Not agreed yet").await?;
    browser.judge("our policy with a change").await
}

/// The words are begun with those that hold now, and are read out from then on.
async fn the_words_become_our_own(browser: &Browser) -> Outcome {
    browser.press("At the start of a call or talk").await?;
    browser
        .press("Change At the start of a call or talk, in plain words")
        .await?;
    browser.arrive("Add a change to our wording").await?;
    browser
        .write(
            "What do we say? (optional)",
            "{worker} here, from {service}. I take no side.",
        )
        .await?;
    browser.judge("a change to our wording").await?;
    change_it_today(browser, "It is shorter.").await?;
    browser.arrive("Our own words").await?;
    go_to(browser, "Cases").await?;
    browser.arrive("Cases").await?;
    browser.press("New contact").await?;
    browser.arrive("New contact").await?;
    browser.answer("How did they get in touch?", "By telephone").await?;
    browser
        .answer("Do they want to stay unnamed?", "Yes, they want to stay unnamed")
        .await?;
    browser.press("Say this at the start").await?;
    browser
        .see("Priya Nair here, from Calder Vale SENDIASS. I take no side.")
        .await
}

/// A tie becomes milder only where the group agreed it, and stricter at once; our own rule for the Chair stands beside the policy's.
async fn ties_and_the_chair_become_our_own(browser: &Browser) -> Outcome {
    open_policy(browser).await?;
    browser.press("Change The worker is related to the family").await?;
    browser.arrive("Add a change to a conflict rule").await?;
    let comes_to = "What does it lead to?";
    browser
        .answer(comes_to, "May take it after others, with a reason")
        .await?;
    change_it_today(browser, "Nobody trusts a relative to be fair.").await?;
    browser
        .see("Choose the meeting at which the advisory group agreed it")
        .await?;
    browser.judge("a tie that nobody agreed to make milder").await?;
    browser.answer(comes_to, "Cannot take it").await?;
    browser.press("Save").await?;
    browser.arrive("Our own conflict rules").await?;
    open_policy(browser).await?;
    browser.press("Change The Chair of the Advisory Board").await?;
    browser.arrive("Add a change to the rule for the Chair").await?;
    browser
        .answer("What do we ask of the Chair?", "The Chair is a parent or carer")
        .await?;
    browser.judge("a change to the rule for the Chair").await?;
    change_it_today(browser, "Parents asked for it.").await?;
    browser.arrive("Our own rule for the Chair").await?;
    open_policy(browser).await?;
    browser.press("Change Those who work with families").await?;
    browser.write("What do we say? (optional)", "SEND adviser").await?;
    change_it_today(browser, "It is on our letters.").await?;
    browser.arrive("Our own words").await?;
    open_policy(browser).await?;
    browser.see("No officer of the council. A parent or carer").await?;
    browser.see("SEND adviser").await?;
    browser.judge("our policy with ties of our own").await?;
    // From now on nobody else can be noted as the Chair.
    chris_webb_takes_the_chair(browser, "No").await?;
    browser.see("The Chair is a parent or carer (our own rule)").await
}

async fn our_policy(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up_under(browser, "SENDIASS Leicester").await?;
    a_review_is_late(browser).await?;
    browser.look_closely();
    what_the_service_works_by(browser).await?;
    the_text_is_out_of_date(browser).await?;
    a_rule_becomes_our_own(browser).await?;
    ties_and_the_chair_become_our_own(browser).await?;
    open_policy(browser).await?;
    the_words_become_our_own(browser).await
}

#[test]
fn lei_35_cam_10_our_policy_shows_rules_words_and_reviews() {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with("policy", &setting, our_policy);
}

/// What the service changed since the site was built is read from `service.json`, and stands hidden where nothing was changed.
#[test]
fn cam_10_families_read_what_the_service_changed() {
    let mut service = super::form::service_with_a_key();
    let plain = service.clone();
    service["changed_rules"] = vec!["Supervision of each officer: every 8 weeks."].into();
    let setting = Setting::new()
        .with_service(&service)
        .in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with("policy-changed", &setting, async |stage| {
        stage.browser.open_plain("policy.html").await?;
        stage.browser.see("What do you do in another way?").await?;
        stage.browser.see("Supervision of each officer: every 8 weeks.").await?;
        axe::check(&stage.browser, "a policy with changes").await?;
        stage.browser.open("index.html#/fair").await?;
        stage.browser.see("What do you do in another way?").await?;
        stage.browser.see("Supervision of each officer: every 8 weeks.").await?;
        axe::check(&stage.browser, "the public page with a policy with changes").await?;
        stage.site.replace("service.json", plain.to_string().as_bytes())?;
        stage.browser.open_plain("policy.html").await?;
        stage.browser.see("What do you promise?").await?;
        stage.browser.miss("What do you do in another way?").await?;
        stage.browser.open("index.html#/fair").await?;
        stage.browser.see("When we last looked at this").await?;
        stage.browser.miss("What do you do in another way?").await
    });
}
