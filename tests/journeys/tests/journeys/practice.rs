//! What the service keeps of its own practice: a volunteer without induction has no case (LEI-17), cases are drawn at random to be looked at
//! (STA-15, SPS-10), a target counts itself (LEI-2), and the compliance page says how many clauses were met, month by month.

use journeys::{Browser, Outcome, Role, Stage, journey};

use super::{
    case::{agreed_to_a_record, knows_nobody, save_the_contact, somebody_telephones, stated},
    registers::{fits_the_narrowest_screen, open_register, write_day},
    workspace::{PRIYA, SAM, add_worker, change_to, go_to, set_up_under},
};

const PARENT: &str = "Amina Hassan";
const STEPS: [&str; 2] = [
    "Impartiality: what it is and how it is stated",
    "Seeing partiality in the views of others",
];

async fn up_to_the_worker(browser: &Browser) -> Outcome {
    somebody_telephones(browser).await?;
    browser.answer("Who are they?", "A parent").await?;
    browser.write("Their name", PARENT).await?;
    browser.write("Postcode (optional)", "LE3 1AB").await?;
    browser.write("The child’s name", "Yusuf").await?;
    agreed_to_a_record(browser).await?;
    browser.press("Continue to the check").await?;
    browser.wait_for_heading("Can you take this case?").await?;
    knows_nobody(browser).await?;
    browser.answer_containing("Who will have this case?", SAM.name).await
}

async fn without_induction_no_case(browser: &Browser) -> Outcome {
    up_to_the_worker(browser).await?;
    browser.press("Open the case").await?;
    browser.see("This volunteer has not finished their induction").await?;
    browser.judge("a volunteer without induction").await?;
    open_register(browser, "Induction").await?;
    browser.see(&format!("{} still has to do:", SAM.name)).await?;
    browser.see(STEPS[0]).await?;
    for step in STEPS {
        browser.press("Add a step of induction").await?;
        browser.wait_for_heading("Add a step of induction").await?;
        browser.select("Whose induction is it?", SAM.name).await?;
        browser.select("Which step?", step).await?;
        write_day(browser, "On which day was it done?", 0).await?;
        browser.press("Save").await?;
        browser.wait_for_heading("Induction").await?;
    }
    browser.miss("still has to do").await?;
    up_to_the_worker(browser).await?;
    browser.press("Open the case").await?;
    browser.wait_for_heading("Add a contact").await
}

async fn sam_works_on_it(browser: &Browser) -> Outcome {
    change_to(browser, SAM).await?;
    go_to(browser, "Work").await?;
    browser.press_containing("Say whether you know them").await?;
    knows_nobody(browser).await?;
    browser.press("Continue").await?;
    browser.wait_for_heading("Case summary").await?;
    browser.press("Add a contact").await?;
    browser.wait_for_heading("Add a contact").await?;
    browser.answer("Who was it with?", PARENT).await?;
    browser.answer("How?", "Telephone or video call").await?;
    stated(browser, PARENT).await?;
    let aim = browser.find_containing(Role::Textbox, "wants to happen").await?;
    browser.fill_in(&aim, "A place for him at the school").await?;
    browser.write("Facts", "The letter came on Friday.").await?;
    browser.answer("Did an agency take part in this contact?", "No").await?;
    save_the_contact(browser).await
}

async fn cases_are_drawn(browser: &Browser) -> Outcome {
    open_register(browser, "Casework drawn at random").await?;
    browser.press("Add a draw").await?;
    browser.wait_for_heading("Add a draw").await?;
    write_day(browser, "On which day is it drawn?", 0).await?;
    write_day(browser, "Casework since which day?", -90).await?;
    browser.answer("How many cases of each worker?", "2").await?;
    browser.judge("a draw").await?;
    browser.press("Save").await?;
    browser.wait_for_heading("Casework drawn at random").await?;
    // A draw is called by its day.
    let entry = browser.find_containing(Role::Link, " 20").await?;
    browser.click_on(&entry).await?;
    browser.see("The cases that were drawn").await?;
    browser.see(&format!("{}: 1 drawn of 1", SAM.name)).await?;
    browser.miss("Strike out").await?;
    browser.judge("cases that were drawn").await?;
    fits_the_narrowest_screen(browser).await?;
    browser.press_containing("Note what was found in").await?;
    browser.wait_for_heading("Add an observation").await?;
    browser.select("Whose practice was it?", SAM.name).await
}

async fn a_target_counts_itself(browser: &Browser) -> Outcome {
    open_register(browser, "Targets").await?;
    browser.press("Add a target").await?;
    browser.wait_for_heading("Add a target").await?;
    browser
        .select("What is counted?", "Contacts with families and young people")
        .await?;
    browser.write("How many do we aim for?", "60").await?;
    write_day(browser, "From which day?", -10).await?;
    write_day(browser, "To which day?", 200).await?;
    browser.press("Save").await?;
    browser.wait_for_heading("Targets").await?;
    browser
        .see("Contacts with families and young people: 1 of 60 so far")
        .await?;
    browser.judge("a target with its count").await
}

async fn the_months_are_kept(browser: &Browser) -> Outcome {
    for _ in 0..2 {
        go_to(browser, "Registers").await?;
        browser.wait_for_heading("Registers").await?;
        browser.press("Compliance").await?;
        browser.wait_for_heading("Compliance").await?;
        browser
            .see("Clauses met, month by month, as a manager last saw it")
            .await?;
    }
    browser.judge("compliance with its months").await
}

/// A volunteer's own district stands beside those of the families (SPS-16).
async fn districts_are_drawn(browser: &Browser) -> Outcome {
    go_to(browser, "Team").await?;
    browser.press(SAM.name).await?;
    browser.press("Change details").await?;
    browser.write("Home postcode district (optional)", "LE2").await?;
    browser.press("Save details").await?;
    browser.see("LE2").await?;
    go_to(browser, "Team").await?;
    browser.see("Where families and volunteers live").await?;
    browser.see(&format!("LE2: {} lives here", SAM.name)).await?;
    browser.judge("a team with its districts").await?;
    fits_the_narrowest_screen(browser).await
}

async fn of_its_own_practice(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up_under(browser, "SENDIASS Leicester").await?;
    add_worker(browser, SAM, "Volunteer").await?;
    browser.look_closely();
    without_induction_no_case(browser).await?;
    browser.pass_quickly();
    sam_works_on_it(browser).await?;
    change_to(browser, PRIYA).await?;
    browser.look_closely();
    cases_are_drawn(browser).await?;
    a_target_counts_itself(browser).await?;
    the_months_are_kept(browser).await?;
    districts_are_drawn(browser).await
}

#[test]
fn lei_17_sta_15_sps_10_lei_2_sps_16_practice_is_looked_at_and_counts_itself() {
    journey("practice", of_its_own_practice);
}
