//! A conflict rule of the service's own becomes stricter: every running case is looked through for whom it bars (ADR 17).

use journeys::{Browser, Outcome};

use crate::{
    figures::{Figures, RULE, RULE_BUSY, RULE_UNLOCK, Speed},
    page::{arm, clock, longest, make_ready, took},
    visit::enter,
};

/// The tie whose rule becomes stricter: another at each speed, for the second time the same would change nothing.
const fn tie(speed: Speed) -> &'static str {
    match speed {
        Speed::Plain => "Change The worker is related to the family",
        Speed::Slow => "Change The worker is a friend or knows the family",
    }
}

const TODAY: &str =
    "const today = new Date(); return [today.getDate(), today.getMonth() + 1, today.getFullYear()].map(String);";

/// The manager changes a rule for today, and unlocks again: whoever else unlocks first after it waits as long.
pub(crate) async fn changes(browser: &Browser, speed: Speed, figures: &mut Figures) -> Outcome {
    make_ready(browser, speed).await?;
    browser.open_plain("workspace.html#/cases").await?;
    took(browser, "the locked workspace").await?;
    enter(browser).await?;
    browser.open_plain("workspace.html#/policy").await?;
    browser.wait_for_heading("Our policy").await?;
    browser.press(tie(speed)).await?;
    browser.wait_for_heading("Add a change to a conflict rule").await?;
    browser.answer("What does it lead to?", "Cannot take it").await?;
    browser
        .write("Why is it changed?", "Nobody should have to ask.")
        .await?;
    let today: [String; 3] = browser.run(TODAY, Vec::new()).await?;
    for (part, number) in ["Day", "Month", "Year"].into_iter().zip(&today) {
        browser
            .write_below("From which date does it apply?", part, number)
            .await?;
    }
    arm(browser, "click", "bench.heading('Our own conflict rules')").await?;
    let since = clock(browser).await?;
    browser.press("Save").await?;
    figures.add(&RULE, speed, [took(browser, "the rule").await?]);
    figures.add(&RULE_BUSY, speed, [longest(browser, since).await?]);
    browser.open_plain("workspace.html#/cases").await?;
    browser.reload().await?;
    took(browser, "the locked workspace").await?;
    figures.add(&RULE_UNLOCK, speed, [enter(browser).await?]);
    Ok(())
}
