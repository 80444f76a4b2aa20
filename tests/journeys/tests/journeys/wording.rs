//! Help with the wording while a contact is written: taken, left, kept for a reason, asked for (SPS-13, LEI-3, CAM-11).

use journeys::{Browser, ChromiumAlone, Outcome, Role, Setting, Stage, journey, journey_with};

use super::{
    call::HASSAN,
    case::{open_it_for, save_the_contact, somebody_telephones, stated, turn_to, write_down},
    workspace::{PRIYA, go_to, set_up},
};

const LOOK: &str = "You may want to look at this again";

/// What stands in a box.
async fn stands_in(browser: &Browser, name: &str) -> Result<String, journeys::Fault> {
    let field = browser.find(Role::Textbox, name).await?;
    browser.run("return arguments[0].value", vec![field.to_json()?]).await
}

async fn a_contact_is_written_with_help(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up(browser).await?;
    somebody_telephones(browser).await?;
    write_down(browser, HASSAN).await?;
    open_it_for(browser, PRIYA).await?;
    browser.arrive("Add a contact").await?;
    let form: String = browser.run("return location.hash", Vec::new()).await?;
    browser.look_closely();
    browser.answer("Who was it with?", HASSAN.parent).await?;
    browser.answer("How?", "Telephone or video call").await?;
    stated(browser, HASSAN.parent).await?;
    // What they say is theirs, whatever they say.
    let theirs = "What they said, in their words (optional)";
    browser
        .write(theirs, "The school is useless. I was told to appeal.")
        .await?;
    let facts = "Mum rang. Told mum to appeal. School is useless. The letter is obviously wrong.";
    browser.write("Facts", facts).await?;
    browser.see(LOOK).await?;
    assert_eq!(browser.focused().await?.1, "Facts", "help never takes the focus");
    browser.see("It tells the person what to do").await?;
    browser.judge("help with the wording").await?;
    browser.press_containing("Use: “Talked through with mum").await?;
    assert!(
        stands_in(browser, "Facts")
            .await?
            .contains("Talked through with mum whether to appeal")
    );
    browser
        .wait_until(
            "the focus in the text",
            "return document.activeElement.id === 'field-facts'",
        )
        .await?;
    browser.press("Leave it School is useless").await?;
    browser.miss("“School is useless”").await?;
    browser.press("Say why obviously wrong").await?;
    let why = "Why are these words fair here?";
    browser.press("Keep the reason with this contact").await?;
    browser.see("Enter why these words are fair here").await?;
    browser.write(why, "The letter is dated 2062").await?;
    browser.judge("a reason for a wording").await?;
    browser.press("Keep the reason with this contact").await?;
    browser.miss(LOOK).await?;
    browser
        .write("What you think (optional)", "He clearly has autism. They were rude.")
        .await?;
    browser.see("“They were rude”").await?;
    browser.miss("“He clearly has autism”").await?;
    browser.press_containing("Say why They were rude").await?;
    browser.write(why, "It is the word of our own leaflet").await?;
    browser.press("Ask for them to be allowed").await?;
    browser
        .wait_until("no help in sight", "return !document.querySelector('.wording')")
        .await?;
    browser.answer("Did an agency take part in this contact?", "No").await?;
    save_the_contact(browser).await?;
    browser.see("Why “obviously wrong” was kept as it is").await?;
    browser.see("The letter is dated 2062").await?;
    the_manager_allows(browser).await?;
    let back = "location.hash = arguments[0]; return true";
    assert!(browser.run::<bool>(back, vec![form.into()]).await?);
    browser.arrive("Add a contact").await?;
    browser.write("Facts", "They were rude. Told mum to appeal.").await?;
    browser.see("“Told mum to appeal”").await?;
    browser.miss("“They were rude”").await?;
    // A reason is written about somebody too.
    browser
        .answer("Did an agency take part in this contact?", "Yes")
        .await?;
    browser
        .answer(
            "Did you tell them that you pass on what they say to the service user?",
            "No",
        )
        .await?;
    browser
        .write("Why did you not tell them?", "School is useless.")
        .await?;
    browser.see("“School is useless”").await
}

/// The manager finds what was asked among what is due, and allows it for everybody.
async fn the_manager_allows(browser: &Browser) -> Outcome {
    go_to(browser, "Registers").await?;
    browser.arrive("Registers").await?;
    browser.press_containing("Phrases that we allow").await?;
    browser.see("Say whether a phrase is allowed").await?;
    browser.press("They were rude").await?;
    browser.press("Change").await?;
    browser
        .select(
            "Does the service allow these words? (optional)",
            "Yes, they are allowed",
        )
        .await?;
    browser.judge("a phrase that is asked for").await?;
    browser.press("Save").await?;
    browser.see("Saved on this device at").await?;
    // That it was saved is said before the page goes on.
    browser.see("Changed by Priya Nair").await
}

#[test]
fn sps_13_cam_11_a_contact_is_written_with_help() {
    journey("wording", a_contact_is_written_with_help);
}

async fn a_meeting_is_prepared_and_noted(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up(browser).await?;
    somebody_telephones(browser).await?;
    write_down(browser, HASSAN).await?;
    open_it_for(browser, PRIYA).await?;
    browser.arrive("Add a contact").await?;
    browser.look_closely();
    browser.answer("Who was it with?", HASSAN.parent).await?;
    browser.answer("How?", "Meeting with others").await?;
    browser.press("Before the meeting").await?;
    browser.see("Do they know who will be there and why?").await?;
    browser.see("How often opened: 1").await?;
    browser.press("This helped Before the meeting").await?;
    browser.see("found useful: 1").await?;
    browser.judge("prompts for a meeting").await?;
    stated(browser, HASSAN.parent).await?;
    browser
        .answer("Where did you meet?", "Somewhere neutral, private and easy to reach")
        .await?;
    browser
        .write("Facts", "The review was held. Dates were agreed.")
        .await?;
    browser
        .answer("What help did you give? (optional)", "Spoke for them at a meeting")
        .await?;
    browser
        .answer("What help did you give? (optional)", "Helped with an appeal")
        .await?;
    browser
        .write("Who spoke, and who was not heard? (optional)", "Yusuf was not asked")
        .await?;
    browser.answer("Did an agency take part in this contact?", "No").await?;
    save_the_contact(browser).await?;
    browser.see("Spoke for them at a meeting").await?;
    browser.see("Yusuf was not asked").await?;
    turn_to(browser, "Fairness", "Fairness").await?;
    browser.press_containing("They feel that somebody was not fair").await?;
    browser.see("Listen first.").await?;
    browser.judge("prompts where somebody feels bias").await?;
    a_talk_with_the_authority(browser).await
}

async fn options_begin_with_a_step(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up(browser).await?;
    somebody_telephones(browser).await?;
    write_down(browser, HASSAN).await?;
    open_it_for(browser, PRIYA).await?;
    browser.arrive("Add a contact").await?;
    turn_to(browser, "Summary", "Case summary").await?;
    browser.press("Explain options").await?;
    browser.arrive("Options").await?;
    browser.look_closely();
    let step = "Begin with the options of a step (optional)";
    // What the law says of an age stands at that stage alone.
    let travel = "What to do about travel to school or college";
    let (school, older) = ("Ask for the first review", "From 16 on, the council");
    browser.select(step, travel).await?;
    // Yusuf is seven, so the stage begins there.
    browser.see(school).await?;
    browser.miss(older).await?;
    browser.select("Stage of education", "16 to 25").await?;
    browser.see(older).await?;
    browser.miss(school).await?;
    browser
        .select(
            step,
            "What to do after the council said no to an assessment or to a plan",
        )
        .await?;
    browser.see("Children and Families Act 2014, sections 51 to 56").await?;
    let day = browser
        .find(Role::Group, "Which date is on the letter? (optional)")
        .await?;
    for (part, text) in [("Day", "15"), ("Month", "10"), ("Year", "2026")] {
        let field = browser.find_within(&day, Role::Textbox, part).await?;
        browser.fill_in(&field, text).await?;
    }
    browser
        .see("By 15 December 2026: Speak to the mediation adviser")
        .await?;
    browser.see("check the letter").await?;
    browser
        .see("The record of the child points to another stage: School age.")
        .await?;
    browser.answer("Whom did you explain it to?", HASSAN.parent).await?;
    browser
        .write("Option 1: good points", "Independent, and free for you")
        .await?;
    browser.judge("options of a step").await?;
    browser.press("Save these options").await?;
    browser.see("Doing nothing for now").await?;
    browser.see("Independent, and free for you").await?;
    browser.press_containing("A sheet for the family").await?;
    browser.see("We do not say that one is better than another").await?;
    // The last date stands on it as it was worked out from the letter, and how to reach the service.
    browser
        .see("By 15 December 2026: Speak to the mediation adviser")
        .await?;
    browser.see("If the letter says another date, go by the letter").await?;
    browser.see("Telephone: 01632").await?;
    browser.judge("a sheet of options").await?;
    browser.press("Back to the options").await?;
    browser.press_containing("Note what they decided").await?;
    browser.press_containing("They want what you would not choose").await?;
    browser.see("The aim is theirs.").await
}

#[test]
fn sps_1_sta_14_lei_24_options_begin_with_a_step_and_a_sheet_names_no_preference() {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with("options", &setting, options_begin_with_a_step);
}

/// What was said to the authority is not kept while it shows a child by school and age; a school alone is asked about.
async fn a_talk_with_the_authority(browser: &Browser) -> Outcome {
    go_to(browser, "Registers").await?;
    browser.arrive("Registers").await?;
    browser.press_containing("Talks with the council").await?;
    browser.press("Add a talk").await?;
    browser.write("With whom?", "The lead officer").await?;
    browser
        .answer("What kind of talk was it?", "Developments, training and trends")
        .await?;
    browser.write("What was it about?", "Transport").await?;
    let said = "What was said, and what came of it?";
    browser
        .write(said, &format!("A boy of 7 years at {} has no taxi", HASSAN.school))
        .await?;
    browser
        .answer("Could these details together show who somebody is?", "No")
        .await?;
    let day = browser.find(Role::Group, "On which day?").await?;
    for (part, text) in [("Day", "1"), ("Month", "9"), ("Year", "2026")] {
        let field = browser.find_within(&day, Role::Textbox, part).await?;
        browser.fill_in(&field, text).await?;
    }
    browser.press("Save").await?;
    browser.see("with a year or an age").await?;
    browser.judge("a talk that shows a child").await?;
    browser.write(said, "Taxis are late for many").await?;
    browser.press("Save").await?;
    browser.arrive("Talks with the council").await?;
    browser.see("Transport").await
}

#[test]
fn cam_14_lei_4_lei_6_lei_23_wes_12_a_meeting_is_prepared_and_noted() {
    journey_with("meeting", &Setting::new(), a_meeting_is_prepared_and_noted);
}
