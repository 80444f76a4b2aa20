//! A case, in the words of those who work on it: bring it in, add a contact, explain, permit, give away, close.

use std::time::Duration;

use journeys::{Browser, Outcome, Role};

use super::workspace::{Worker, go_to};

/// Pastes a locked message into the inbox and arrives at the question before it is opened.
pub(super) async fn paste_into_the_inbox(browser: &Browser, locked: &str) -> Outcome {
    go_to(browser, "Inbox").await?;
    browser.arrive("Bring in a request for help").await?;
    browser.write("Or a message", locked).await?;
    browser.press("Open the message").await?;
    browser.arrive("Can you take this request?").await
}

/// Answers the question before opening with no, gives the case to somebody, and goes to it.
pub(super) async fn bring_it_in_for(browser: &Browser, worker: Worker) -> Outcome {
    knows_nobody(browser).await?;
    browser
        .answer_containing("Who will have this case?", worker.name)
        .await?;
    browser.press("Bring it in").await?;
    browser.arrive("A new case").await?;
    browser.press("Go to the case").await
}

/// "Do you know anyone here?" "No."
pub(super) async fn knows_nobody(browser: &Browser) -> Outcome {
    browser
        .answer("Do you know anyone here, or have you any interest?", "No")
        .await
}

/// Follows a link of the case, such as "Timeline".
pub(super) async fn turn_to(browser: &Browser, part: &str, heading: &str) -> Outcome {
    let links = browser.find(Role::Navigation, "This case").await?;
    let link = browser.find_within(&links, Role::Link, part).await?;
    browser.click_on(&link).await?;
    browser.arrive(heading).await
}

/// Answers who it was with by telephone, and that the statement was made and understood.
pub(super) async fn begin_a_contact(browser: &Browser, with: &str) -> Outcome {
    browser.press("Add a contact").await?;
    browser.arrive("Add a contact").await?;
    browser.answer("Who was it with?", with).await?;
    browser.answer("How?", "Telephone or video call").await
}

/// "Did you say at the start that we are impartial?" "Yes", and it was understood.
pub(super) async fn stated(browser: &Browser, to: &str) -> Outcome {
    browser
        .answer("Did you say at the start that we are impartial?", "Yes")
        .await?;
    browser
        .write(
            &format!("How do you know that {to} understood?"),
            "Said it back in her own words",
        )
        .await
}

/// Saves the contact and arrives at the timeline.
pub(super) async fn save_the_contact(browser: &Browser) -> Outcome {
    browser.press("Save contact").await?;
    browser.wait_for_heading("Timeline").await?;
    browser.see("Saved on this device at").await?;
    browser.judge("the timeline").await
}

/// Explains two options to somebody, and notes what they decided.
pub(super) async fn explain_and_decide(browser: &Browser, to: &str, decision: &str) -> Outcome {
    turn_to(browser, "Summary", "Case summary").await?;
    browser.press("Explain options").await?;
    browser.arrive("Options").await?;
    browser.write("What is to be decided?", "Whether to appeal").await?;
    browser.answer("Whom did you explain it to?", to).await?;
    for (number, what) in ["Appeal", "Ask for mediation first"].into_iter().enumerate() {
        let number = number + 1;
        browser
            .write(&format!("Option {number}: what could they do?"), what)
            .await?;
        browser
            .write(&format!("Option {number}: good points"), "It is free")
            .await?;
        browser
            .write(&format!("Option {number}: bad points"), "It takes months")
            .await?;
        let rests_on = format!("Option {number}: where it is written (optional)");
        browser
            .write(&rests_on, "Children and Families Act 2014, section 51")
            .await?;
    }
    browser.press("Save these options").await?;
    browser.press_containing("Note what they decided").await?;
    browser.judge("a decision").await?;
    browser.answer("Who decided?", to).await?;
    browser.write("What did they decide?", decision).await?;
    let risks = browser
        .find_containing(Role::Textbox, "Which risks did you explain?")
        .await?;
    browser.fill_in(&risks, "That it may take a year").await?;
    browser.press("Save this decision").await?;
    browser.see(decision).await?;
    browser.judge("options with a decision").await
}

/// Fills in how a case closes, with the paper slip; what is still missing gets a reason.
pub(super) async fn fill_in_the_closing(browser: &Browser, outcome: &str) -> Outcome {
    browser.write("What came of it?", outcome).await?;
    browser
        .answer("How did you ask them how we did?", "On a paper slip")
        .await?;
    if browser
        .has(Role::Textbox, "Why does it close with something missing?")
        .await?
    {
        browser
            .write(
                "Why does it close with something missing?",
                "It was settled in one call",
            )
            .await?;
    }
    Ok(())
}

/// Closes the case with the paper slip; whatever is still missing is closed with a reason.
pub(super) async fn close(browser: &Browser, outcome: &str) -> Outcome {
    turn_to(browser, "Close", "Close this case").await?;
    fill_in_the_closing(browser, outcome).await?;
    browser.press("Close this case").await?;
    browser.arrive("This case is closed").await?;
    browser.see(outcome).await
}

/// Opens a new contact without a file and answers how it came; they gave a name.
pub(super) async fn somebody_telephones(browser: &Browser) -> Outcome {
    go_to(browser, "Work").await?;
    browser.arrive("Work").await?;
    browser.press("New contact").await?;
    browser.arrive("New contact").await?;
    browser.answer("How did they get in touch?", "By telephone").await?;
    browser
        .answer("Do they want to stay unnamed?", "No, they gave a name")
        .await?;
    browser.press("Continue").await?;
    browser.arrive("Who is it about?").await
}

/// A family as it is told on the telephone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Family {
    pub(super) parent: &'static str,
    pub(super) phone: &'static str,
    pub(super) child: &'static str,
    pub(super) age: &'static str,
    pub(super) school: &'static str,
}

/// Writes who asked, with their agreement to a record, and goes on to the check.
pub(super) async fn write_down(browser: &Browser, family: Family) -> Outcome {
    browser.answer("Who are they?", "A parent").await?;
    browser.write("Their name", family.parent).await?;
    browser.write("Phone (optional)", family.phone).await?;
    browser.write("The child’s name", family.child).await?;
    browser.write("Age in years (optional)", family.age).await?;
    browser
        .write("School, nursery or college (optional)", family.school)
        .await?;
    agreed_to_a_record(browser).await?;
    browser.press("Continue to the check").await?;
    browser.arrive("Can you take this case?").await?;
    // The step before was left at its end; this one begins at its top, and stays there.
    browser
        .wait_until("the top of the page", "return scrollY === 0")
        .await?;
    if browser.is_looking_closely() {
        tokio::time::sleep(Duration::from_millis(600)).await;
        assert!(browser.run::<bool>("return scrollY === 0", Vec::new()).await?);
    }
    Ok(())
}

/// They agreed to a record, and were told how to see it.
pub(super) async fn agreed_to_a_record(browser: &Browser) -> Outcome {
    browser
        .answer("Did they agree that their details may be kept?", "Yes, keep a record")
        .await?;
    browser.answer("How did they agree?", "They said so").await?;
    browser
        .answer("Did you tell them how they can see their record?", "Yes")
        .await?;
    browser.write("How did you tell them?", "On the telephone").await
}

/// Answers the check, gives the case to somebody, and opens it.
pub(super) async fn open_it_for(browser: &Browser, worker: Worker) -> Outcome {
    knows_nobody(browser).await?;
    browser
        .answer_containing("Who will have this case?", worker.name)
        .await?;
    browser.press("Open the case").await
}

/// Goes to the list of cases.
pub(super) async fn list_cases(browser: &Browser) -> Outcome {
    go_to(browser, "Cases").await?;
    browser.arrive("Cases").await
}

/// Narrows the list to cases that stand there, such as "All".
pub(super) async fn show_those(browser: &Browser, status: &str) -> Outcome {
    browser.press("Filter").await?;
    browser.select("Status", status).await?;
    browser.press("Apply filters").await
}
