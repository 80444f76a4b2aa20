//! Find or go to: by keys alone from unlocking to a case, an action and back; and nothing of a case behind a wall.

use journeys::{Browser, Fault, Key, Kind, Outcome, Role, Stage, TypingData, journey};

use super::{
    case::{Family, knows_nobody, somebody_telephones, write_down},
    reach::tab_to,
    week::{PARENT, sam_declares},
    workspace::{PRIYA, SAM, add_worker, change_to, go_to, lock, set_up, unlock},
};

const FAMILY: Family = Family {
    parent: PARENT,
    phone: "07700 900611",
    child: "Jayden",
    age: "8",
    school: "Hollin Beck Primary School",
};
const SOUGHT: &str = "What are you looking for?";
const CALL: &str = "Ring Hollin Beck";

/// Presses a key together with Control.
async fn chord(browser: &Browser, key: impl Into<TypingData>) -> Outcome {
    let chain = browser.driver()?.action_chain();
    let chain = chain.key_down(Key::Control).send_keys(key).key_up(Key::Control);
    Ok(chain.perform().await?)
}

/// Opens it by its keys, wherever the focus is.
async fn open(browser: &Browser) -> Outcome {
    chord(browser, "k").await?;
    let script = "return document.activeElement.getAttribute('role') === 'combobox'";
    browser.wait_until("the focus in the box", script).await?;
    assert_eq!(browser.focused().await?.1, SOUGHT);
    Ok(())
}

/// Opens it, types, waits until the first line is this one, and takes it.
async fn go(browser: &Browser, typed: &str, line: &str) -> Outcome {
    open(browser).await?;
    browser.keys(typed).await?;
    first_is(browser, line).await?;
    browser.keys(Key::Enter).await
}

/// Waits until the line that Enter would take contains these words.
async fn first_is(browser: &Browser, line: &str) -> Outcome {
    let script = "const id = document.activeElement.getAttribute('aria-activedescendant'); \
                  return !!id && document.getElementById(id).textContent.includes(arguments[0]) && \
                    document.getElementById(id).getAttribute('aria-selected') === 'true'";
    browser.wait_with(line, script, vec![line.into()]).await
}

async fn the_heading_has_the_focus(browser: &Browser, heading: &str) -> Outcome {
    browser.wait_for_heading(heading).await?;
    let script = "return document.activeElement.tagName === 'H1'";
    browser.wait_until("the focus on the page's heading", script).await
}

async fn unlock_by_keys(browser: &Browser) -> Outcome {
    browser.wait_for_heading("The workspace is locked").await?;
    // Locked, the keys open nothing.
    chord(browser, "k").await?;
    assert!(!browser.has(Role::Dialog, "Find or go to").await?);
    tab_to(browser, "textbox", "Sign-in name").await?;
    browser.keys(PRIYA.sign_in).await?;
    tab_to(browser, "textbox", "Passphrase").await?;
    browser.keys(PRIYA.passphrase).await?;
    browser.keys(Key::Enter).await?;
    the_heading_has_the_focus(browser, "Work").await
}

/// Sets an action, marks it as done, and takes that back.
async fn an_action_is_done_and_is_not(browser: &Browser) -> Outcome {
    tab_to(browser, "button", "Set an action").await?;
    browser.keys(Key::Enter).await?;
    tab_to(browser, "textbox", "What is to be done?").await?;
    browser.keys(CALL).await?;
    tab_to(browser, "button", "Next working day").await?;
    browser.keys(" ").await?;
    chord(browser, Key::Enter).await?;
    browser.see(&format!("{CALL}, due ")).await?;
    tab_to(browser, "button", &format!("Done {CALL}")).await?;
    browser.keys(Key::Enter).await?;
    browser.see("Done. Saved on this device at").await?;
    browser.see("Nothing is set").await?;
    browser.judge("an act that can be undone").await?;
    tab_to(browser, "button", &format!("Undo {CALL}")).await?;
    browser.keys(Key::Enter).await?;
    browser.see("Undone. Saved on this device at").await?;
    browser.see(&format!("{CALL}, due ")).await?;
    browser
        .wait_until(
            "the focus on what was undone",
            "return document.activeElement.textContent.includes('Undone')",
        )
        .await
}

/// Looks at it as it opens: a box, a list, how many, and room on the narrowest screen.
async fn it_is_looked_at(browser: &Browser) -> Outcome {
    open(browser).await?;
    browser.judge("find or go to").await?;
    if browser.kind() == Kind::Chromium {
        browser.size(320, 568).await?;
        let script = "const box = document.querySelector('dialog[open]').getBoundingClientRect(); \
                      const page = document.documentElement; return [box.left, box.right, page.clientWidth, page.scrollWidth]";
        let [left, right, there, page]: [f64; 4] = browser.run(script, Vec::new()).await?;
        assert!(
            left <= 0.5 && (right - there).abs() <= 0.5 && page <= there,
            "{left} {right} {page}"
        );
        browser.judge("find or go to at 320").await?;
        browser.size(1280, 900).await?;
    }
    browser.keys("zzz").await?;
    browser.see("Nothing was found.").await?;
    browser.keys(Key::Escape).await?;
    the_heading_has_the_focus(browser, "Work").await
}

async fn by_keys_alone(browser: &Browser) -> Outcome {
    unlock_by_keys(browser).await?;
    it_is_looked_at(browser).await?;
    go(browser, "jay hollin", "Jayden").await?;
    the_heading_has_the_focus(browser, "Case summary").await?;
    an_action_is_done_and_is_not(browser).await?;
    go(browser, "consent", "Permissions").await?;
    the_heading_has_the_focus(browser, "Permissions").await?;
    go(browser, "work", "Work").await?;
    the_heading_has_the_focus(browser, "Work").await?;
    // What was open lately comes first; Home, End and the arrows lead there.
    open(browser).await?;
    browser.keys(Key::Down).await?;
    first_is(browser, "Open lately").await?;
    browser.keys(Key::End).await?;
    first_is(browser, "Lock").await?;
    browser.keys(Key::Home).await?;
    first_is(browser, "Jayden").await?;
    browser.keys(Key::Enter).await?;
    the_heading_has_the_focus(browser, "Case summary").await?;
    go(browser, "lock", "Lock").await?;
    browser.wait_for_heading("The workspace is locked").await
}

/// Whoever is barred finds no case, nobody in it, and nothing that could be done with it, even at its address.
async fn nothing_of_it(browser: &Browser, walled: &str) -> Outcome {
    unlock(browser, SAM).await?;
    for place in ["", walled] {
        if !place.is_empty() {
            let script = "location.hash = arguments[0]; return true";
            browser.run::<bool>(script, vec![place.into()]).await?;
            browser.wait_for_heading("There is no such case here").await?;
        }
        browser.press("Find or go to").await?;
        browser.find(Role::Dialog, "Find or go to").await?;
        for words in ["Jayden", PARENT, "Open lately", "This case", "Add somebody to the team"] {
            browser.miss(words).await?;
        }
        for word in ["jayden", "braithwaite", "hollin", "07700 900611", "ring"] {
            let sought = browser.find(Role::Combobox, SOUGHT).await?;
            browser.fill_in(&sought, word).await?;
            browser.see("Nothing was found.").await?;
        }
        browser.press("Close").await?;
    }
    Ok(())
}

async fn find_or_go_to(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up(browser).await?;
    add_worker(browser, SAM, "Officer").await?;
    change_to(browser, SAM).await?;
    sam_declares(browser).await?;
    change_to(browser, PRIYA).await?;
    somebody_telephones(browser).await?;
    write_down(browser, FAMILY).await?;
    knows_nobody(browser).await?;
    browser
        .answer_containing("Who will have this case?", PRIYA.name)
        .await?;
    browser.press("Open the case").await?;
    browser.wait_for_heading("Add a contact").await?;
    let address = browser.address().await?;
    let (_, walled) = address
        .split_once('#')
        .ok_or_else(|| Fault::Unexpected(address.clone()))?;
    go_to(browser, "Work").await?;
    browser.wait_for_heading("Work").await?;
    lock(browser).await?;
    browser.look_closely();
    by_keys_alone(browser).await?;
    browser.pass_quickly();
    nothing_of_it(browser, &format!("#{walled}")).await
}

#[test]
fn sps_8_sps_15_keys_alone_lead_to_a_case_and_back_and_a_barred_worker_finds_nothing() {
    journey("palette", find_or_go_to);
}
