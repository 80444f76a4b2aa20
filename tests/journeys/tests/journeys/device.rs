//! What happens to a device: locked, shared, damaged, lost, and found again.

use std::fs;

use journeys::{Browser, ChromiumAlone, Outcome, Setting, Stage, journey, journey_with};
use serde_json::json;

use super::{
    case::{Family, open_it_for, paste_into_the_inbox, save_the_contact, somebody_telephones, stated, write_down},
    form::{Asking, Form, School, service_with, service_with_a_key},
    workspace::{PRIYA, Worker, go_to, lock, make_the_inbox_key, set_up, unlock},
};

pub(super) const CALLER: Family = Family {
    parent: "Amina Hassan",
    phone: "01632 960321",
    child: "Yusuf",
    age: "7",
    school: "Alder Bank Primary School",
};
pub(super) const NOTE: &str = "She was told on Thursday that";

/// A service with one case, quickly.
pub(super) async fn a_service_with_a_case(browser: &Browser) -> Result<String, journeys::Fault> {
    browser.pass_quickly();
    let code = set_up(browser).await?;
    somebody_telephones(browser).await?;
    write_down(browser, CALLER).await?;
    open_it_for(browser, PRIYA).await?;
    browser.arrive("Add a contact").await?;
    browser.look_closely();
    Ok(code)
}

async fn locked_means_locked(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    a_service_with_a_case(browser).await?;
    browser.answer("Who was it with?", CALLER.parent).await?;
    browser.write("Facts", NOTE).await?;
    browser.see("Draft kept at").await?;
    lock(browser).await?;
    browser.judge("locked").await?;
    browser.miss("Hassan").await?;
    browser.miss("Priya").await?;
    browser.back().await?;
    browser.wait_for_heading("The workspace is locked").await?;
    browser.miss("Hassan").await?;
    browser.driver()?.forward().await?;

    unlock(browser, PRIYA).await?;
    browser.press_containing("Work").await.ok();
    browser.run::<bool>("history.back(); return true", Vec::new()).await?;
    unlocked_again_the_note_is_there(browser).await?;
    browser.reload().await?;
    browser.wait_for_heading("The workspace is locked").await?;
    browser.miss("Hassan").await
}

async fn unlocked_again_the_note_is_there(browser: &Browser) -> Outcome {
    go_to(browser, "Cases").await?;
    browser.wait_for_heading("Cases").await?;
    browser.see(CALLER.child).await?;
    let table = browser.find(journeys::Role::Table, "Cases").await?;
    let link = browser.find_within_containing(&table, journeys::Role::Link, "").await?;
    browser.click_on(&link).await?;
    browser.wait_for_heading("Case summary").await?;
    browser.press("Add a contact").await?;
    browser.see("Your half-written contact is back").await?;
    browser.wait_until_written("Facts", NOTE).await?;
    browser.judge("a note that is back").await
}

#[test]
fn a_lock_shuts_everything_and_a_half_written_note_comes_back() {
    journey("lock", locked_means_locked);
}

async fn a_wrong_passphrase_waits(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up(browser).await?;
    lock(browser).await?;
    browser.look_closely();
    try_wrongly(browser).await?;
    browser
        .see("That name and passphrase did not open the workspace. Check capital letters.")
        .await?;
    browser.miss("You can try again in").await?;
    // The wait grows: five seconds, ten, twenty.
    for _ in 0..100 {
        if browser.shows("in 20 seconds").await? {
            break;
        }
        // What counts the seconds down goes away at their end, and what stands below it moves up.
        let over = "return ![...document.querySelectorAll('main p')].some(p => p.innerText.startsWith('Wait '))";
        browser.wait_until("the end of the wait", over).await?;
        try_wrongly(browser).await?;
    }
    browser.see("in 20 seconds").await?;
    browser.see("Nothing is ever deleted.").await?;
    browser.miss("Priya").await?;
    // A reload does not take the wait away.
    browser.reload().await?;
    browser.wait_for_heading("The workspace is locked").await?;
    browser.write("Sign-in name", PRIYA.sign_in).await?;
    browser.write("Passphrase", PRIYA.passphrase).await?;
    browser.press("Unlock").await?;
    browser.see("It was tried too often.").await?;
    browser.judge("a wrong passphrase").await
}

async fn try_wrongly(browser: &Browser) -> Outcome {
    browser.write("Sign-in name", PRIYA.sign_in).await?;
    browser.write("Passphrase", "not this one at all").await?;
    browser.press("Unlock").await?;
    // The passphrase goes with each answer, the first as any other.
    let answered = "return document.querySelector('[role=alert] a') !== null && document.querySelector('input[type=password]').value === ''";
    browser.wait_until("an answer", answered).await
}

#[test]
fn a_wrong_passphrase_makes_people_wait() {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with("wrong-passphrase", &setting, a_wrong_passphrase_waits);
}

async fn a_backup_brings_everything_back(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    let code = a_service_with_a_case(browser).await?;
    browser.answer("Who was it with?", CALLER.parent).await?;
    browser.answer("How?", "Telephone or video call").await?;
    stated(browser, CALLER.parent).await?;
    browser.write("Facts", "She asked about transport.").await?;
    browser.answer("Did an agency take part in this contact?", "No").await?;
    save_the_contact(browser).await?;
    go_to(browser, "Settings").await?;
    browser.arrive("Settings").await?;
    browser.press_containing("Backup").await?;
    browser.arrive("Backup").await?;
    browser.press("Save a backup").await?;
    browser.see("Is the file saved?").await?;
    browser.press("Yes, it is saved").await?;
    browser.see("Backup noted").await?;
    browser.judge("a backup that is saved").await?;
    let file = browser.saved_file().await?;
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    assert!(
        name.starts_with("evenhand-backup-") && name.ends_with(".sealed"),
        "{name}"
    );

    let other = stage.another_browser().await?;
    other.open("workspace.html").await?;
    other.wait_for_heading("Nothing is kept on this device yet").await?;
    other.press("Restore a backup").await?;
    other.arrive("Restore a backup").await?;
    let broken = file.with_extension("broken");
    let bytes = fs::read(&file).unwrap();
    fs::write(&broken, &bytes[..bytes.len() / 2]).unwrap();
    let new = Worker {
        passphrase: "  marble  cactus violin harbour ",
        ..PRIYA
    };
    other.hand_over("Backup file", &broken).await?;
    other.see("Chosen:").await?;
    other
        .write("Recovery code", &code.to_lowercase().replace('-', " "))
        .await?;
    other.write("New sign-in name", new.sign_in).await?;
    other.write("New passphrase", new.passphrase).await?;
    other.press("Restore").await?;
    other.see("This is not a whole backup").await?;
    other.judge("a backup that is cut short").await?;
    other.hand_over("Backup file", &file).await?;
    other.see(&name).await?;
    other.press("Restore").await?;
    other.wait_for_heading("Work").await?;
    lock(&other).await?;
    unlock(
        &other,
        Worker {
            passphrase: "marble cactus violin harbour",
            ..PRIYA
        },
    )
    .await?;
    go_to(&other, "Cases").await?;
    other.see(CALLER.child).await
}

#[test]
fn a_backup_restores_on_an_empty_browser() {
    journey("backup", a_backup_brings_everything_back);
}

async fn a_second_tab_says_so(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up(browser).await?;
    browser.look_closely();
    let first = browser.driver()?.window().await?;
    let second = browser.driver()?.new_tab().await?;
    browser.driver()?.switch_to_window(second).await?;
    browser.open("workspace.html").await?;
    browser.arrive("The workspace is open in another tab").await?;
    browser.driver()?.switch_to_window(first.clone()).await?;
    browser.driver()?.close_window().await?;
    let left = browser.driver()?.windows().await?;
    browser.driver()?.switch_to_window(left[0].clone()).await?;
    browser.wait_for_heading("The workspace is locked").await
}

#[test]
fn a_second_tab_waits_for_the_first() {
    journey("second-tab", a_second_tab_says_so);
}

async fn storage_that_is_deleted_underneath_is_told(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    a_service_with_a_case(browser).await?;
    let script = "const done = arguments[arguments.length - 1]; const gone = indexedDB.deleteDatabase('evenhand'); \
                  gone.onsuccess = () => done('gone'); gone.onerror = () => done('refused'); gone.onblocked = () => done('blocked')";
    let done: String = browser.driver()?.execute_async(script, Vec::new()).await?.convert()?;
    assert_eq!(done, "gone");
    browser.answer("Who was it with?", CALLER.parent).await?;
    browser.answer("How?", "Telephone or video call").await?;
    stated(browser, CALLER.parent).await?;
    browser.write("Facts", NOTE).await?;
    browser.answer("Did an agency take part in this contact?", "No").await?;
    browser.press("Save contact").await?;
    browser
        .see("The records on this device were deleted or changed elsewhere.")
        .await?;
    browser.miss("Saved on this device").await?;
    browser.wait_until_written("Facts", NOTE).await?;
    browser.judge("records deleted underneath").await
}

#[test]
fn records_deleted_underneath_are_told_and_nothing_is_called_saved() {
    journey("deleted-underneath", storage_that_is_deleted_underneath_is_told);
}

#[test]
fn a_service_file_with_a_fault_names_the_field() {
    let mut service = service_with_a_key();
    service["contacts"]["phone"] = json!(7);
    let setting = Setting::new()
        .with_service(&service)
        .in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with("service-file", &setting, async |stage| {
        let browser = &stage.browser;
        browser.open("index.html").await?;
        browser.see("This page has a fault").await?;
        browser.see("the field \"contacts.phone\" is not as it must be").await?;
        browser.judge("a fault in service.json").await?;
        stage.site.replace("service.json", b"{ \"format\": 1,")?;
        browser.reload().await?;
        browser.see("service.json is not JSON: look at line 1").await
    });
}

async fn what_cannot_be_opened_says_why(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up(browser).await?;
    let (service, _) = make_the_inbox_key(browser).await?;
    let other = stage.another_browser().await?;
    other.pass_quickly();
    // The site still has the published key, which is nobody's here.
    let form = Form {
        school: School::NotSaid,
        ..Form::parent()
    };
    let asking = Asking {
        browser: &other,
        form: &form,
    };
    other.open("index.html").await?;
    asking.to_the_answers().await?;
    let strange = asking.lock_and_copy().await?;
    let key = service["inbox"]["key"].as_str().unwrap();
    stage
        .site
        .replace("service.json", service_with(key).to_string().as_bytes())?;
    other.press("I have sent it").await?;
    other.open("index.html#/").await?;
    other.reload().await?;
    asking.to_the_answers().await?;
    let ours = asking.lock_and_copy().await?;
    drop(other);

    browser.look_closely();
    go_to(browser, "Inbox").await?;
    browser.wait_for_heading("Bring in a request for help").await?;
    let middle = ours.len() / 2;
    let flipped = if ours.as_bytes()[middle] == b'A' { "B" } else { "A" };
    let damaged = format!("{}{flipped}{}", &ours[..middle], &ours[middle + 1..]);
    let cut = format!("{}\n-----END LOCKED FORM-----\n", &ours[..middle]);
    for (message, says) in [
        ("Hello, can you help me?", "This is not a locked file."),
        (cut.as_str(), "This file was damaged on its way"),
        (damaged.as_str(), "This file was damaged on its way"),
        (strange.as_str(), "This file was not locked for this service."),
    ] {
        browser.write("Or a message", message).await?;
        browser.press("Open the message").await?;
        browser.see(says).await?;
    }
    browser.judge("a file that cannot be opened").await?;
    paste_into_the_inbox(browser, &ours).await?;
    browser.see("Kelly-Anne Braithwaite").await
}

#[test]
fn a_file_that_cannot_be_opened_says_why_and_the_next_one_opens() {
    let setting = Setting::new()
        .with_service(&service_with_a_key())
        .in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with("locked-files", &setting, what_cannot_be_opened_says_why);
}
