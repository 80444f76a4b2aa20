//! Somebody leaves the service; and what a half-written answer, a wrong file and a first aim come to on the way there.

use std::fs;

use journeys::{Browser, Fault, Outcome, Role, Stage, journey};

use super::{
    case::{Family, agreed_to_a_record, knows_nobody, somebody_telephones, turn_to},
    workspace::{PRIYA, SAM, add_worker, change_to, go_to, lock, set_up, unlock},
};

const CALLER: Family = Family {
    parent: "Amina Hassan",
    phone: "01632 960321",
    child: "Yusuf",
    age: "7",
    school: "Alder Bank Primary School",
};
const AIM: &str = "I want him to have a bus pass";
const TOLD: &str = "How did you tell Amina Hassan?";

/// A case for Sam, opened with the aim and before the family was told how to see its record.
async fn a_case_for_sam(browser: &Browser) -> Outcome {
    somebody_telephones(browser).await?;
    browser.answer("Who are they?", "A parent").await?;
    browser.write("Their name", CALLER.parent).await?;
    browser.write("The child’s name", CALLER.child).await?;
    browser
        .write("School, nursery or college (optional)", CALLER.school)
        .await?;
    agreed_to_a_record(browser).await?;
    browser
        .answer("Did you tell them how they can see their record?", "Not yet")
        .await?;
    browser.write("What do they want to happen? (optional)", AIM).await?;
    browser.judge("a first aim").await?;
    browser.press("Continue to the check").await?;
    browser.wait_for_heading("Can you take this case?").await?;
    knows_nobody(browser).await?;
    browser.answer_containing("Who will have this case?", SAM.name).await?;
    browser.press("Open the case").await?;
    browser.wait_for_heading("Add a contact").await?;
    browser.answer("Who was it with?", CALLER.parent).await?;
    browser.see(AIM).await
}

/// What was half typed stands there again after a lock.
async fn a_half_written_answer_comes_back(browser: &Browser) -> Outcome {
    turn_to(browser, "Summary", "Case summary").await?;
    browser.write(TOLD, "In a letter of").await?;
    change_to(browser, PRIYA).await?;
    browser.wait_for_heading("Case summary").await?;
    browser.wait_until_written(TOLD, "In a letter of").await?;
    browser.judge("a question that came back").await?;
    browser.write(TOLD, "In a letter of today").await?;
    browser.press("Save that they were told").await?;
    browser.see("Saved on this device at").await
}

async fn a_file_is_entered_in_error(browser: &Browser) -> Outcome {
    let path = std::env::temp_dir().join(format!("letter-{}.txt", std::process::id()));
    fs::write(&path, "Dear family").map_err(|reason| Fault::File {
        path: path.display().to_string(),
        reason,
    })?;
    turn_to(browser, "Files", "Files").await?;
    browser.hand_over("Which file?", &path).await?;
    browser.write("What is it? (optional)", "Of another family").await?;
    browser.press("Add this file").await?;
    browser.see("Of another family").await?;
    browser.press_containing("Entered in error? the file").await?;
    browser.write("Why does it not belong here?", "Another family").await?;
    browser.press_containing("Mark as entered in error").await?;
    browser.see("Marked as entered in error.").await?;
    browser.miss("Save to this device").await?;
    browser.judge("a file entered in error").await?;
    browser.press_containing("Undo").await?;
    browser.see("Save to this device").await?;
    // A file of the journey's own: where it cannot be taken away, the system does it.
    let _ = fs::remove_file(&path);
    Ok(())
}

async fn sam_leaves(browser: &Browser) -> Outcome {
    go_to(browser, "Team").await?;
    browser.wait_for_heading("Team: 2 people").await?;
    browser.press(SAM.name).await?;
    browser.arrive(SAM.name).await?;
    browser.press_containing("Mark as gone").await?;
    let dialog = browser.find(Role::Dialog, "Mark Sam Okafor as gone?").await?;
    browser.see("One case that you see is theirs.").await?;
    browser.judge("the question before somebody leaves").await?;
    let yes = browser.find_within(&dialog, Role::Button, "Mark as gone").await?;
    browser.click_on(&yes).await?;
    browser.see("Sam Okafor left on").await?;
    browser.judge("somebody who left").await?;
    go_to(browser, "Team").await?;
    browser.arrive("Team: 1 person").await?;
    browser.press(SAM.name).await?;
    browser.press_containing(CALLER.child).await?;
    browser.arrive("Give this case to a worker").await?;
    browser.miss(SAM.name).await?;
    browser
        .answer_containing("Who will have this case?", PRIYA.name)
        .await?;
    browser.press("Give the case").await?;
    browser.see("Saved on this device at").await?;
    browser.wait_for_heading("Case summary").await?;
    turn_to(browser, "Timeline", "Timeline").await?;
    browser.see("Sam Okafor can no longer open this case").await
}

/// Nothing was destroyed: whoever left is let in again, with the passphrase that they had.
async fn sam_is_let_in_again(browser: &Browser) -> Outcome {
    unlock(browser, PRIYA).await?;
    go_to(browser, "Team").await?;
    browser.press(SAM.name).await?;
    browser.see("A case that they alone held opens for nobody now.").await?;
    browser.press_containing("Let them in again").await?;
    browser.see("Mark as gone").await?;
    go_to(browser, "Work").await?;
    browser.see("Only you can open these").await?;
    browser.judge("work with a case that one person holds alone").await?;
    browser.press_containing(CALLER.child).await?;
    browser.arrive("Fairness").await?;
    browser.see("You alone hold this case").await?;
    browser.judge("a case that one person holds alone").await?;
    change_to(browser, SAM).await?;
    go_to(browser, "Work").await?;
    browser.arrive("Work").await?;
    browser.miss("Only you can open these").await
}

async fn somebody_leaves(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up(browser).await?;
    add_worker(browser, SAM, "Officer").await?;
    browser.look_closely();
    a_case_for_sam(browser).await?;
    a_half_written_answer_comes_back(browser).await?;
    a_file_is_entered_in_error(browser).await?;
    sam_leaves(browser).await?;
    lock(browser).await?;
    browser.write("Sign-in name", SAM.sign_in).await?;
    browser.write("Passphrase", SAM.passphrase).await?;
    browser.press("Unlock").await?;
    browser.see("did not open the workspace").await?;
    sam_is_let_in_again(browser).await
}

#[test]
fn whoever_leaves_has_no_way_in_and_their_case_goes_to_another() {
    journey("leave", somebody_leaves);
}
