//! A call to the helpline: to a closed case, and an enquiry that becomes one (CAM-1, CAM-4).

use journeys::{ChromiumAlone, Outcome, Setting, Stage, journey, journey_with};

use super::{
    case::{
        Family, agreed_to_a_record, close, explain_and_decide, list_cases, open_it_for, save_the_contact, show_those,
        somebody_telephones, stated, turn_to, write_down,
    },
    workspace::{PRIYA, go_to, set_up},
};

pub(super) const HASSAN: Family = Family {
    parent: "Amina Hassan",
    phone: "01632 960321",
    child: "Yusuf",
    age: "7",
    school: "Alder Bank Primary School",
};

async fn a_call_is_carried_to_its_end(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up(browser).await?;
    browser.look_closely();
    somebody_telephones(browser).await?;
    write_down(browser, HASSAN).await?;
    open_it_for(browser, PRIYA).await?;
    browser.arrive("Add a contact").await?;
    browser.answer("Who was it with?", HASSAN.parent).await?;
    browser.answer("How?", "Telephone or video call").await?;
    stated(browser, HASSAN.parent).await?;
    browser.write("Facts", "She asked about transport.").await?;
    browser.answer("Did an agency take part in this contact?", "No").await?;
    save_the_contact(browser).await?;
    explain_and_decide(browser, HASSAN.parent, "I will write to them").await?;
    close(browser, "She wrote to the council").await?;
    list_cases(browser).await?;
    show_those(browser, "Closed").await?;
    browser.write("Find a case", "yusuf").await?;
    browser.see("1 result for ‘yusuf’ in closed cases").await?;
    browser.judge("a found case").await?;
    browser.press_containing("Status: Closed").await?;
    browser
        .see("0 results for ‘yusuf’ in cases that are not closed")
        .await?;
    let script = "return document.activeElement.tagName === 'H2'";
    browser.wait_until("the focus on the list's heading", script).await?;
    browser.judge("a search without results").await
}

#[test]
fn a_telephone_call_becomes_a_case_and_is_closed() {
    journey("call", a_call_is_carried_to_its_end);
}

async fn an_enquiry_is_logged_and_becomes_a_case(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up(browser).await?;
    browser.look_closely();
    go_to(browser, "Work").await?;
    browser.press("New contact").await?;
    browser.wait_for_heading("New contact").await?;
    browser.answer("How did they get in touch?", "By telephone").await?;
    browser
        .answer("Do they want to stay unnamed?", "Yes, they want to stay unnamed")
        .await?;
    browser
        .answer("Did you say at the start that we are impartial?", "Yes")
        .await?;
    browser.select("What did they ask about?", "A meeting").await?;
    browser.write("Minutes (optional)", "6").await?;
    browser.judge("an enquiry").await?;
    browser.press("Log the enquiry").await?;
    browser.arrive("Enquiry logged").await?;
    browser.press("Make it a case").await?;
    browser.arrive("Who is it about?").await?;
    browser.answer("Who are they?", "A parent").await?;
    browser.write("Their name", HASSAN.parent).await?;
    browser.write("The child’s name", HASSAN.child).await?;
    agreed_to_a_record(browser).await?;
    browser.press("Continue to the check").await?;
    browser.arrive("Can you take this case?").await?;
    open_it_for(browser, PRIYA).await?;
    browser.arrive("Add a contact").await?;
    turn_to(browser, "Summary", "Case summary").await?;
    browser.see(HASSAN.child).await?;
    list_cases(browser).await?;
    browser.see(HASSAN.child).await
}

#[test]
fn cam_4_an_enquiry_is_logged_in_few_fields_and_becomes_a_case() {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with("enquiry", &setting, an_enquiry_is_logged_and_becomes_a_case);
}
