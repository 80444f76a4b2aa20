//! The compliance page: a supervision that is overdue is seen on Work, in the calendar and there, and then met; what no record shows is attested;
//! the table for the group names nobody.

use std::fs;

use journeys::{Browser, Fault, Outcome, Stage, journey};

use super::{
    registers::{open_register, write_day},
    workspace::{SAM, add_worker, change_to, go_to, set_up_under},
};

async fn open_compliance(browser: &Browser) -> Outcome {
    go_to(browser, "Registers").await?;
    browser.wait_for_heading("Registers").await?;
    browser.press("Compliance").await?;
    browser.wait_for_heading("Compliance").await
}

async fn a_supervision(browser: &Browser, away: i32) -> Outcome {
    browser.press("Add a supervision session").await?;
    browser.wait_for_heading("Add a supervision session").await?;
    browser.select("Whose supervision was it?", SAM.name).await?;
    write_day(browser, "On which day?", away).await?;
    browser.answer("What kind was it?", "Regular supervision").await?;
    let doubt = "Was there any doubt about being impartial? If so, what was done?";
    browser.write(doubt, "None in these weeks.").await?;
    let ties = "Has anything changed in what ties them to schools, people or bodies here?";
    browser.write(ties, "No").await?;
    browser.press("Save").await?;
    browser.wait_for_heading("Supervision").await
}

async fn it_is_overdue_everywhere(browser: &Browser) -> Outcome {
    go_to(browser, "Work").await?;
    browser.wait_for_heading("Work").await?;
    browser.see("Overdue").await?;
    browser.see(&format!("Supervision – {}", SAM.name)).await?;
    browser.press("See everything in the calendar").await?;
    browser.wait_for_heading("Calendar").await?;
    browser.see("Overdue").await?;
    browser.see(&format!("Supervision – {}", SAM.name)).await?;
    open_compliance(browser).await?;
    browser
        .see("Worked out from everybody’s practice, the registers and no cases")
        .await?;
    browser.judge("compliance").await?;
    browser.select("Show", "Overdue").await?;
    browser.see("Supervision every six weeks").await?;
    browser.miss("The policy is reviewed each year").await?;
    browser.press("What shows it LEI-16").await?;
    browser.see("Supervision: overdue, since").await?;
    browser
        .see("What would make it met: “Supervision” is done and noted.")
        .await?;
    browser.judge("what is overdue with what shows it").await
}

/// It is met by holding the supervision, and by nothing that is ticked.
async fn then_it_is_met(browser: &Browser) -> Outcome {
    browser.press("Supervision").await?;
    browser.wait_for_heading("Supervision").await?;
    a_supervision(browser, 0).await?;
    open_register(browser, "Group support").await?;
    browser.press("Add a group session").await?;
    browser.wait_for_heading("Add a group session").await?;
    write_day(browser, "On which day?", 0).await?;
    browser.write("What was it about?", "Hearing both sides").await?;
    browser.press("Save").await?;
    browser.wait_for_heading("Group support").await?;
    open_compliance(browser).await?;
    browser.select("Show", "Met").await?;
    browser.press("What shows it LEI-16").await?;
    browser.see("Supervision: done last on").await?;
    browser.miss("overdue, since").await?;
    browser.judge("what is met").await
}

/// What no record can show is said by name, and only until a day.
async fn a_word_is_given(browser: &Browser) -> Outcome {
    open_register(browser, "Attestations").await?;
    browser.press("Add an attestation").await?;
    browser.arrive("Add an attestation").await?;
    let clause = "LEI-1: Paid for by the council, run at arm’s length by a charity";
    browser.select("Which clause is it about?", clause).await?;
    write_day(browser, "When was this stated?", 0).await?;
    browser.answer("Is it met?", "Yes").await?;
    browser
        .write("How is it met, or why not?", "By the contract with the host.")
        .await?;
    write_day(browser, "Until when can this be relied on?", 800).await?;
    browser.press("Save").await?;
    browser
        .see("Enter a day within a year of the day on which it is said")
        .await?;
    write_day(browser, "Until when can this be relied on?", 300).await?;
    browser.press("Save").await?;
    browser.wait_for_heading("Attestations").await?;
    open_compliance(browser).await?;
    browser.select("Show", "Met").await?;
    browser.press("What shows it LEI-1").await?;
    browser.see("Attested on").await?;
    browser.see(", by Priya Nair").await
}

async fn the_table_names_nobody(browser: &Browser) -> Outcome {
    browser.press("Save as a table for the advisory group").await?;
    let path = browser.saved_file().await?;
    let file = fs::read_to_string(&path).map_err(|reason| Fault::File {
        path: path.display().to_string(),
        reason,
    })?;
    assert_eq!(file.matches("\"LEI-").count(), 36, "{file}");
    for name in ["Sam", "Okafor", "Priya", "Nair", "Calder"] {
        assert!(!file.contains(name), "{file}");
    }
    Ok(())
}

async fn the_page_from_the_log(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up_under(browser, "SENDIASS Leicester").await?;
    add_worker(browser, SAM, "Officer").await?;
    open_register(browser, "Supervision").await?;
    a_supervision(browser, -60).await?;
    browser.look_closely();
    it_is_overdue_everywhere(browser).await?;
    then_it_is_met(browser).await?;
    a_word_is_given(browser).await?;
    the_table_names_nobody(browser).await?;
    browser.pass_quickly();
    change_to(browser, SAM).await?;
    open_compliance(browser).await?;
    browser.see("your own practice, not that of others").await
}

#[test]
fn lei_16_lei_1_an_overdue_supervision_is_seen_on_work_and_the_compliance_page_and_then_met() {
    journey("compliance", the_page_from_the_log);
}
