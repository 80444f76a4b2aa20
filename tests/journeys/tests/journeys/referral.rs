//! A referral, from a parent's telephone to a closed case.

use journeys::{Browser, Fault, Outcome, Setting, Stage, journey_with};

use super::{
    case::{
        begin_a_contact, bring_it_in_for, close, explain_and_decide, paste_into_the_inbox, save_the_contact, stated,
        turn_to,
    },
    form::{Asking, Form, service_with_a_key},
    workspace::{PRIYA, change_to, make_the_inbox_key, set_up, six_words},
};

const PARENT: &str = "Kelly-Anne Braithwaite";

/// A parent fills the form in, copies the locked message, says that it is sent, and clears the page.
async fn a_parent_asks(browser: &Browser, form: &Form) -> Result<String, Fault> {
    let asking = Asking { browser, form };
    browser.open("index.html").await?;
    asking.to_the_answers().await?;
    browser.see(PARENT).await?;
    let locked = asking.lock_and_copy().await?;
    assert!(locked.contains("BEGIN LOCKED FORM"), "{locked}");
    assert!(!locked.contains("Kelly"), "{locked}");
    browser.press("I have sent it").await?;
    browser.arrive("You said you sent it").await?;
    asking.nothing_is_told_or_kept().await?;
    browser.press("Clear everything from this page").await?;
    browser.arrive("Everything is cleared from this page").await?;
    browser.miss("Kelly-Anne").await?;
    asking.nothing_is_told_or_kept().await?;
    browser.back().await?;
    browser.miss("Kelly-Anne").await?;
    Ok(locked)
}

async fn a_referral_is_carried_to_its_end(stage: &Stage) -> Outcome {
    let manager = &stage.browser;
    set_up(manager).await?;
    let (service, words) = make_the_inbox_key(manager).await?;
    stage.site.replace("service.json", service.to_string().as_bytes())?;
    change_to(manager, PRIYA).await?;

    let parent = stage.another_browser().await?;
    parent.open("index.html#/ask").await?;
    parent.wait_for_heading("Before you start").await?;
    assert_eq!(
        six_words(&parent.text().await?)?,
        words,
        "the public page shows another key than the workspace"
    );
    let form = Form::parent();
    let locked = a_parent_asks(&parent, &form).await?;
    drop(parent);

    paste_into_the_inbox(manager, &locked).await?;
    manager.see(PARENT).await?;
    manager.miss("The council said no").await?;
    bring_it_in_for(manager, PRIYA).await?;
    manager.arrive("Case summary").await?;
    manager.see("The council said no to an assessment.").await?;

    begin_a_contact(manager, PARENT).await?;
    stated(manager, PARENT).await?;
    manager
        .write(
            &format!("What {PARENT} wants to happen (optional)"),
            "I want him in school",
        )
        .await?;
    manager
        .write("Facts", "The panel met on Monday. The letter came on Friday.")
        .await?;
    manager
        .write(
            "What they said, in their words (optional)",
            "He is fine at home, not there",
        )
        .await?;
    manager
        .write("What you think (optional)", "Mediation first may be quicker")
        .await?;
    manager.answer("Did an agency take part in this contact?", "No").await?;
    manager
        .write("What will you do next? (optional)", "Send the appeal form")
        .await?;
    manager.press("Next working day").await?;
    manager.judge("a filled-in contact").await?;
    save_the_contact(manager).await?;
    manager.see("The panel met on Monday.").await?;

    explain_and_decide(manager, PARENT, "I will appeal").await?;
    for (part, heading) in [
        ("People", "People"),
        ("Permissions", "Permissions"),
        ("Fairness", "Fairness"),
        ("Files", "Files"),
    ] {
        turn_to(manager, part, heading).await?;
    }
    close(manager, "An appeal was made").await
}

#[test]
fn a_referral_becomes_a_case_and_is_closed() {
    let setting = Setting::new().with_service(&service_with_a_key());
    journey_with("referral", &setting, a_referral_is_carried_to_its_end);
}
