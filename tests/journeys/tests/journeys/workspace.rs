//! The workspace, in the words of those who work there: setting up, unlocking, people, the inbox's key.

use std::{fs, path::Path};

use journeys::{Browser, Fault, Outcome, Role};
use serde_json::Value;

/// Somebody who works there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Worker {
    pub(super) name: &'static str,
    pub(super) sign_in: &'static str,
    pub(super) passphrase: &'static str,
}

/// The manager, who sets the service up.
pub(super) const PRIYA: Worker = Worker {
    name: "Priya Nair",
    sign_in: "priya.lead",
    passphrase: "lantern orchard thimble gravel",
};
/// An officer.
pub(super) const SAM: Worker = Worker {
    name: "Sam Okafor",
    sign_in: "sam.o",
    passphrase: "pebble  quarry saffron tundra",
};

/// The service that is set up in the journeys.
pub(super) const SERVICE: &str = "Calder Vale SENDIASS";

/// Sets a service up under the SEND Partnership Service's policy, from the first page to Work, and returns the recovery code.
pub(super) async fn set_up(browser: &Browser) -> Result<String, Fault> {
    set_up_under(browser, "SEND Partnership Service").await
}

/// Sets a service up under a policy.
pub(super) async fn set_up_under(browser: &Browser, policy: &str) -> Result<String, Fault> {
    browser.open("workspace.html").await?;
    browser.arrive("Nothing is kept on this device yet").await?;
    browser.press("Set up a service here").await?;
    let question = "Which policy does the service work under?";
    browser.arrive(question).await?;
    browser.answer(question, policy).await?;
    browser.press("Continue").await?;
    browser.arrive("Who are you?").await?;
    browser.write("Name of the service", SERVICE).await?;
    browser.write("Your name", PRIYA.name).await?;
    browser.press("Continue").await?;
    browser.arrive("How will you unlock the workspace?").await?;
    new_sign_in(browser, PRIYA).await?;
    browser.press("Continue").await?;
    browser.arrive("Your recovery code").await?;
    let code = printed_code(browser).await?;
    browser.press("I have it on paper").await?;
    browser.arrive("Type the recovery code from the paper").await?;
    browser.write("Type the recovery code from the paper", &code).await?;
    browser.press("Set up the service").await?;
    browser.arrive("Work").await?;
    Ok(code)
}

/// Writes a new sign-in name and passphrase.
pub(super) async fn new_sign_in(browser: &Browser, worker: Worker) -> Outcome {
    browser.write("Sign-in name", worker.sign_in).await?;
    browser.write("Passphrase", worker.passphrase).await
}

/// The recovery code as it stands on the page: fourteen groups of four.
pub(super) async fn printed_code(browser: &Browser) -> Result<String, Fault> {
    let text = browser.text().await?;
    let group = |word: &&str| {
        let word = word.trim_end_matches('-');
        word.len() == 4
            && word
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    let words = text.split(|letter: char| letter.is_whitespace() || letter == '-');
    let groups: Vec<&str> = words.filter(group).collect();
    if groups.len() == 14 {
        Ok(groups.join("-"))
    } else {
        Err(Fault::Unexpected(format!(
            "no recovery code of fourteen groups stands on the page:\n{text}"
        )))
    }
}

/// Unlocks the workspace, which is locked and in sight.
pub(super) async fn unlock(browser: &Browser, worker: Worker) -> Outcome {
    browser.arrive("The workspace is locked").await?;
    browser.write("Sign-in name", worker.sign_in).await?;
    browser.write("Passphrase", worker.passphrase).await?;
    browser.press("Unlock").await?;
    browser.find(Role::Press, "Lock").await.map(drop)
}

/// Locks it, and waits until the page was loaded anew.
pub(super) async fn lock(browser: &Browser) -> Outcome {
    browser.press("Lock").await?;
    browser.wait_for_heading("The workspace is locked").await
}

/// Somebody else takes the chair.
pub(super) async fn change_to(browser: &Browser, worker: Worker) -> Outcome {
    lock(browser).await?;
    unlock(browser, worker).await
}

/// Follows a link of the rail.
pub(super) async fn go_to(browser: &Browser, place: &str) -> Outcome {
    let rail = browser.find(Role::Navigation, "Workspace").await?;
    let link = browser.find_within_containing(&rail, Role::Link, place).await?;
    browser.click_on(&link).await
}

/// Makes the inbox key and saves the file for the public page. Returns the file, and the key's six words.
pub(super) async fn make_the_inbox_key(browser: &Browser) -> Result<(Value, String), Fault> {
    go_to(browser, "Work").await?;
    browser.arrive("Work").await?;
    browser.press_containing("Make the inbox key").await?;
    browser.arrive("Inbox keys and the public page").await?;
    browser.press("Make the inbox key").await?;
    browser.find(Role::Press, "Make a new inbox key").await?;
    browser.judge("the inbox key").await?;
    browser
        .wait_until_written("Whose families do you help?", "Calder Vale")
        .await?;
    browser.press("Save it with the keys").await?;
    browser
        .see("service.json saved to your device. It is not uploaded yet.")
        .await?;
    browser.judge("service.json saved").await?;
    let path = browser.saved_file().await?;
    let text = fs::read_to_string(&path).map_err(|reason| unreadable(&path, reason))?;
    fs::remove_file(&path).map_err(|reason| unreadable(&path, reason))?;
    let service: Value = serde_json::from_str(&text).map_err(|fault| Fault::Unexpected(format!("{fault}: {text}")))?;
    let words = six_words(&browser.text().await?)?;
    Ok((service, words))
}

/// The line of a page that holds the six words of a key.
pub(super) fn six_words(text: &str) -> Result<String, Fault> {
    let is_words = |line: &&str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.len() == 6
            && words
                .iter()
                .all(|word| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
    };
    let line = text
        .lines()
        .map(|line| line.trim_start_matches("Our key words:").trim())
        .find(is_words);
    line.map(str::to_owned)
        .ok_or_else(|| Fault::Unexpected(format!("no six words stand on the page:\n{text}")))
}

/// Adds somebody, who types their own sign-in. Returns their recovery code.
pub(super) async fn add_worker(browser: &Browser, worker: Worker, role: &str) -> Result<String, Fault> {
    go_to(browser, "Team").await?;
    browser.arrive("Team: 1 person").await?;
    browser.press("Add somebody").await?;
    browser.arrive("Add somebody").await?;
    browser.write("Name", worker.name).await?;
    browser.answer("Role", role).await?;
    new_sign_in(browser, worker).await?;
    browser.press("Continue").await?;
    browser.arrive("Their recovery code").await?;
    let code = printed_code(browser).await?;
    browser.press("They have it on paper").await?;
    browser.arrive("Type the recovery code back").await?;
    browser.write("Type the recovery code from the paper", &code).await?;
    browser.press("Join the service").await?;
    browser.arrive("They have joined").await?;
    Ok(code)
}

fn unreadable(path: &Path, reason: std::io::Error) -> Fault {
    Fault::File {
        path: path.display().to_string(),
        reason,
    }
}
