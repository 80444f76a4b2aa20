//! The registers: a supervision sets the next day, the calendar leaves the house without a name, what cannot be is refused with its reason,
//! and each person confirms the policy in their own name.

use std::fs;

use journeys::{Browser, Fault, Kind, Outcome, Stage, journey};

use super::workspace::{PRIYA, SAM, add_worker, change_to, go_to, set_up_under};

/// A day so many days from today by the browser's own clock, as day, month and year.
async fn day(browser: &Browser, away: i32) -> Result<[String; 3], Fault> {
    let script = "const day = new Date(); day.setDate(day.getDate() + arguments[0]); \
                  return [day.getDate(), day.getMonth() + 1, day.getFullYear()].map(String)";
    browser.run(script, vec![away.into()]).await
}

async fn write_today(browser: &Browser, question: &str) -> Outcome {
    write_day(browser, question, 0).await
}

pub(super) async fn write_day(browser: &Browser, question: &str, away: i32) -> Outcome {
    let day = day(browser, away).await?;
    for (part, number) in ["Day", "Month", "Year"].into_iter().zip(day) {
        browser.write_below(question, part, &number).await?;
    }
    Ok(())
}

pub(super) async fn open_register(browser: &Browser, name: &str) -> Outcome {
    go_to(browser, "Registers").await?;
    browser.arrive("Registers").await?;
    fits_the_narrowest_screen(browser).await?;
    browser.press(name).await?;
    browser.arrive(name).await
}

async fn a_supervision(browser: &Browser) -> Outcome {
    open_register(browser, "Supervision").await?;
    browser.press("Add a supervision session").await?;
    browser.arrive("Add a supervision session").await?;
    browser.press("Save").await?;
    browser.see("Choose an answer to “Whose supervision was it?”").await?;
    browser.judge("a supervision with nothing in it").await?;
    fits_the_narrowest_screen(browser).await?;
    browser.select("Whose supervision was it?", SAM.name).await?;
    write_today(browser, "On which day?").await?;
    browser.answer("What kind was it?", "Regular supervision").await?;
    let doubt = "Was there any doubt about being impartial? If so, what was done?";
    browser.write(doubt, "One call. We talked it through.").await?;
    let ties = "Has anything changed in what ties them to schools, people or bodies here?";
    browser.write(ties, "No").await?;
    browser.press("Save").await?;
    browser.wait_for_heading("Supervision").await?;
    browser.see("Saved on this device at").await?;
    browser.judge("a register with an entry").await
}

async fn the_calendar_leaves_without_a_name(browser: &Browser) -> Outcome {
    go_to(browser, "Work").await?;
    browser.wait_for_heading("Work").await?;
    browser.see("Next 6 weeks").await?;
    browser.see(&format!("Supervision – {}", SAM.name)).await?;
    browser.judge("work with what the policy asks").await?;
    browser.press("See everything in the calendar").await?;
    browser.arrive("Calendar").await?;
    browser.press("Next month").await?;
    browser.judge("the month after").await?;
    fits_the_narrowest_screen(browser).await?;
    browser.press("Save as a calendar file").await?;
    let path = browser.saved_file().await?;
    let file = fs::read_to_string(&path).map_err(|reason| Fault::File {
        path: path.display().to_string(),
        reason,
    })?;
    assert!(file.contains("SUMMARY:Supervision (officer)"), "{file}");
    for name in ["Sam", "Okafor", "Priya", "Nair", "Calder"] {
        assert!(!file.contains(name), "{file}");
    }
    Ok(())
}

/// Nothing scrolls sideways at 320 pixels. Firefox does not become so narrow.
pub(super) async fn fits_the_narrowest_screen(browser: &Browser) -> Outcome {
    if browser.kind() == Kind::Firefox {
        return Ok(());
    }
    browser.size(320, 568).await?;
    let script = "const page = document.documentElement; return page.scrollWidth <= page.clientWidth";
    assert!(
        browser.run::<bool>(script, Vec::new()).await?,
        "the page scrolls sideways"
    );
    browser.size(1280, 900).await
}

/// Somebody looks for a way to set an outcome target, and finds none but the reason (LEI-2).
async fn no_outcome_can_be_a_target(browser: &Browser) -> Outcome {
    open_register(browser, "Targets").await?;
    browser.see("It never counts what a family decides").await?;
    browser.press("Add a target").await?;
    browser.arrive("Add a target").await?;
    let script = "return [...document.querySelectorAll('main option')].map(option => option.textContent).join('|')";
    let choices: String = browser.run(script, Vec::new()).await?;
    assert!(
        choices.contains("Meetings at which somebody was supported"),
        "{choices}"
    );
    assert!(!choices.to_lowercase().contains("appeal"), "{choices}");
    let script = "return document.querySelectorAll('main textarea').length";
    assert_eq!(
        browser.run::<u64>(script, Vec::new()).await?,
        0,
        "nothing can be written in"
    );
    Ok(())
}

/// Somebody from children's services is to be noted as the Chair, who is or is no officer of the authority.
pub(super) async fn chris_webb_takes_the_chair(browser: &Browser, is_officer: &str) -> Outcome {
    open_register(browser, "Members of the advisory group").await?;
    browser.press("Add a member").await?;
    browser.arrive("Add a member").await?;
    browser.write("What is their name?", "Chris Webb").await?;
    browser
        .select("Whom do they speak for?", "Children’s or adult services")
        .await?;
    browser
        .answer("Are they an officer of the council?", is_officer)
        .await?;
    browser.answer("Are they the Chair?", "Yes").await?;
    write_today(browser, "When did they join?").await?;
    browser.press("Save").await
}

/// The Chair cannot be an officer of the authority (LEI-11).
async fn no_officer_takes_the_chair(browser: &Browser) -> Outcome {
    chris_webb_takes_the_chair(browser, "Yes").await?;
    browser
        .see("An officer of the council cannot sit in the Chair (LEI-11)")
        .await?;
    browser.judge("a Chair who cannot be").await?;
    browser.answer("Are they the Chair?", "No").await?;
    browser.press("Save").await?;
    browser.wait_for_heading("Members of the advisory group").await?;
    browser.see("Nobody speaks yet for:").await?;
    browser.see("Parents and carers").await?;
    browser.see("Nobody sits in the Chair.").await?;
    browser.judge("the advisory group").await?;
    fits_the_narrowest_screen(browser).await
}

/// Sam reads their own supervision, and writes none.
async fn the_pair_reads_it(browser: &Browser) -> Outcome {
    change_to(browser, SAM).await?;
    open_register(browser, "Supervision").await?;
    browser.miss("Add a supervision session").await?;
    browser.press_containing("Regular supervision").await?;
    browser.see("One call. We talked it through.").await?;
    browser.see(&format!("Written by {}", PRIYA.name)).await?;
    browser.miss("Strike out").await?;
    browser.judge("an entry").await
}

async fn under_leicester(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up_under(browser, "SENDIASS Leicester").await?;
    add_worker(browser, SAM, "Officer").await?;
    browser.look_closely();
    a_supervision(browser).await?;
    the_calendar_leaves_without_a_name(browser).await?;
    no_outcome_can_be_a_target(browser).await?;
    no_officer_takes_the_chair(browser).await?;
    browser.pass_quickly();
    the_pair_reads_it(browser).await
}

#[test]
fn lei_16_lei_18_lei_2_lei_11_a_supervision_sets_the_next_day_and_what_cannot_be_is_refused() {
    journey("registers", under_leicester);
}

async fn under_camden(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up_under(browser, "SENDIASS Camden").await?;
    add_worker(browser, SAM, "Officer").await?;
    change_to(browser, SAM).await?;
    browser.look_closely();
    browser.arrive("Work").await?;
    browser.see("Read this and confirm it").await?;
    browser.see("I favour nobody.").await?;
    browser.press("I confirm this").await?;
    browser.see("You confirmed this today").await?;
    browser.judge("confirmed").await?;
    browser.pass_quickly();
    change_to(browser, SAM).await?;
    browser.wait_for_heading("Work").await?;
    browser.miss("Read this and confirm it").await?;
    change_to(browser, PRIYA).await?;
    browser.see("Read this and confirm it").await?;
    open_register(browser, "Acknowledgements").await?;
    browser.press(SAM.name).await?;
    browser.see("I favour nobody.").await
}

#[test]
fn cam_7_an_officer_confirms_the_policy_at_their_own_unlock() {
    journey("confirm", under_camden);
}
