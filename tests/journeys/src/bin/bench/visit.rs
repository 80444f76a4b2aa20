//! What a person does, measured: a first visit, and a morning's work.

use std::fs;

use journeys::{Browser, Fault, Kind, Outcome, Role, Site};
use serde_json::Value;
use thirtyfour::WebElement;

use crate::{
    figures::{
        BACKUP, BACKUP_BUSY, BACKUP_MEMORY, CHECK, COMPLIANCE, DECLARE, EAGER, FIRST, FIRST_PUBLIC, FORM_BUSY, Figures,
        IMPORT, IMPORT_BUSY, PAGE_MEMORY, PROCESS_MEMORY, RESTORE, SAVE, SCHOOLS, SCHOOLS_BUSY, SCHOOLS_MEMORY, SEARCH,
        SEARCH_BUSY, START, STRETCH, Speed, TIMELINE, UNLOCK, WORDING,
    },
    memory,
    opening::{self, Way},
    page::{arm, clock, longest, make_ready, took},
    there::There,
};

const SIGN_IN: &str = "hazel";
const PASSPHRASE: &str = "marble cactus violin harbour";
/// Whoever asks in the long case.
const PARENT: &str = "Rosalind Achterberg";
/// What is looked for, letter by letter.
const SOUGHT: [&str; 5] = [
    "kingfisher high",
    "07700 900461",
    "transport appeal",
    "annual review",
    "okafor",
];
/// Whom the manager comes to know: no family of the data set bears these names, or has these numbers.
const FRIENDS: [(&str, &str); 2] = [
    ("Marguerite Ashdown-Lisle", "020 7946 0991"),
    ("Thaddeus Quillfeather", "020 7946 0992"),
];
/// How many families are checked at each speed.
const CHECKS: usize = 20;
/// How often a long page is looked at, each time with another word at its end.
const LOOKS: usize = 8;
/// Words in that page.
const WORDS: usize = 3_000;
/// A note as it is typed.
const NOTE: &str = "The meeting is on Tuesday at ten. The school will send the papers before, and the parent will bring the report. \
We went through what the Code says about the review and who is invited to it.";

/// Opens both pages for the first time, each in a browser of its own.
pub(crate) async fn first_visits(site: &Site, speed: Speed, figures: &mut Figures) -> Outcome {
    for (page, measure) in [("index.html", &FIRST_PUBLIC), ("workspace.html", &FIRST)] {
        let browser = Browser::start(Kind::Chromium, site.address()).await?;
        make_ready(&browser, speed).await?;
        browser.open_plain(page).await?;
        figures.add(measure, speed, [took(&browser, "the first page").await?]);
    }
    Ok(())
}

/// Restores the backup in a fresh browser, as its own manager.
pub(crate) async fn restore(site: &Site, there: &There, figures: &mut Figures) -> Result<Browser, Fault> {
    let browser = Browser::start(Kind::Chromium, site.address()).await?;
    make_ready(&browser, Speed::Plain).await?;
    browser.open("workspace.html#/restore").await?;
    browser.wait_for_heading("Restore a backup").await?;
    browser.hand_over("Backup file", &there.backup()).await?;
    browser.see("Chosen:").await?;
    browser.write("Recovery code", &there.code).await?;
    browser.write("New sign-in name", SIGN_IN).await?;
    browser.write("New passphrase", PASSPHRASE).await?;
    arm(&browser, "click", "bench.heading('Work')").await?;
    browser.press("Restore").await?;
    figures.add(
        &RESTORE,
        Speed::Plain,
        [took(&browser, "the restored workspace").await?],
    );
    // Whoever works on after a restore leaves a snapshot behind, from which the next unlock opens.
    browser.wait_until("a snapshot", SNAPSHOT).await?;
    Ok(browser)
}

/// Whether a snapshot lies in the browser's storage.
const SNAPSHOT: &str = "const asked = indexedDB.open('evenhand'); const ask = request => new Promise((done, fail) => { \
     request.onsuccess = () => done(request.result); request.onerror = fail; }); \
     return ask(asked).then(async database => { const count = await ask(database.transaction('f').objectStore('f').count()); \
     database.close(); return count > 0; });";

/// One morning: unlock, look for a case, open it, write into it, open the post, save a backup.
pub(crate) async fn morning(
    browser: &Browser,
    speed: Speed,
    there: &There,
    saves: usize,
    figures: &mut Figures,
) -> Outcome {
    make_ready(browser, speed).await?;
    browser.open_plain("workspace.html#/cases").await?;
    figures.add(&START, speed, [took(browser, "the locked workspace").await?]);
    unlock(browser, speed, figures).await?;
    search(browser, speed, figures).await?;
    open(browser, speed, there, figures).await?;
    for _ in 0..saves {
        contact(browser, speed, figures).await?;
    }
    figures.add(&PAGE_MEMORY, speed, [memory::of_page(browser).await?]);
    figures.add(&PROCESS_MEMORY, speed, [memory::of_process(browser)?]);
    wording(browser, speed, figures).await?;
    compliance(browser, speed, figures).await?;
    declare(browser, speed, figures).await?;
    import(browser, speed, there, figures).await?;
    backup(browser, speed, figures).await
}

async fn unlock(browser: &Browser, speed: Speed, figures: &mut Figures) -> Outcome {
    browser.wait_for_heading("The workspace is locked").await?;
    browser.write("Sign-in name", SIGN_IN).await?;
    browser.write("Passphrase", "not the passphrase at all").await?;
    arm(browser, "click", "document.querySelector('.error-summary li')").await?;
    browser.press("Unlock").await?;
    figures.add(&STRETCH, speed, [took(browser, "the refusal").await?]);
    figures.add(&UNLOCK, speed, [enter(browser).await?]);
    Ok(())
}

/// Unlocks as the manager, and gives how long it took until the list of cases stood.
pub(crate) async fn enter(browser: &Browser) -> Result<f64, Fault> {
    browser.wait_for_heading("The workspace is locked").await?;
    browser.write("Sign-in name", SIGN_IN).await?;
    browser.write("Passphrase", PASSPHRASE).await?;
    arm(
        browser,
        "click",
        "bench.heading('Cases') && document.querySelector('tbody tr')",
    )
    .await?;
    browser.press("Unlock").await?;
    took(browser, "the list of cases").await
}

/// Types one letter after the other, and takes what each took.
async fn letters(browser: &Browser, field: &WebElement, text: &str) -> Result<Vec<f64>, Fault> {
    for letter in text.chars() {
        field.send_keys(letter.to_string()).await?;
    }
    browser.run("return bench.typed.splice(0)", Vec::new()).await
}

async fn search(browser: &Browser, speed: Speed, figures: &mut Figures) -> Outcome {
    browser.run::<Option<bool>>("bench.type()", Vec::new()).await?;
    let field = browser.find(Role::Textbox, "Find a case").await?;
    figures.add(&EAGER, speed, letters(browser, &field, "k").await?);
    // The search makes itself ready while nobody types; from then on every letter is like the others.
    let ready = "const done = arguments[0]; const wait = last => setTimeout(() => { const now = bench.long.length; \
                 now === last ? done(true) : wait(now); }, 3000); wait(-1);";
    browser.driver()?.execute_async(ready, Vec::new()).await?;
    for text in SOUGHT {
        browser.fill_in(&field, "").await?;
        let since = clock(browser).await?;
        figures.add(&SEARCH, speed, letters(browser, &field, text).await?);
        figures.add(&SEARCH_BUSY, speed, [longest(browser, since).await?]);
    }
    Ok(())
}

/// Opens the long case with the mouse, and its timeline.
async fn open(browser: &Browser, speed: Speed, there: &There, figures: &mut Figures) -> Outcome {
    opening::open(browser, speed, there, Way::Mouse, figures).await?;
    let link = browser.find(Role::Link, "Timeline").await?;
    arm(
        browser,
        "click",
        "bench.heading('Timeline') && document.querySelector('.timeline__entry')",
    )
    .await?;
    link.click().await?;
    figures.add(&TIMELINE, speed, [took(browser, "the timeline").await?]);
    Ok(())
}

/// Writes one contact into the case whose timeline is open.
async fn contact(browser: &Browser, speed: Speed, figures: &mut Figures) -> Outcome {
    browser.press("Add a contact").await?;
    browser.wait_for_heading("Add a contact").await?;
    browser.answer("Who was it with?", PARENT).await?;
    browser.answer("How?", "Telephone or video call").await?;
    let stated = "Did you say at the start that we are impartial?";
    browser.answer(stated, "Yes").await?;
    let understood = format!("How do you know that {PARENT} understood?");
    browser.write(&understood, "Said it back").await?;
    browser.answer("Did an agency take part in this contact?", "No").await?;
    let facts = browser.find(Role::Textbox, "Facts").await?;
    let since = clock(browser).await?;
    letters(browser, &facts, NOTE).await?;
    figures.add(&FORM_BUSY, speed, [longest(browser, since).await?]);
    let button = browser.find(Role::Button, "Save contact").await?;
    let saved = "bench.heading('Timeline') && document.querySelector('.timeline__entry')";
    arm(browser, "click", saved).await?;
    button.click().await?;
    figures.add(&SAVE, speed, [took(browser, "the saved contact").await?]);
    Ok(())
}

/// Writes a page of many words into the contact that is begun, and times what the page does when the writing rests: it looks at the
/// whole text. The timer that begins it is the only one of its length.
async fn wording(browser: &Browser, speed: Speed, figures: &mut Figures) -> Outcome {
    const WATCHED: &str = "const real = window.setTimeout.bind(window);
        window.setTimeout = (then, pause, ...rest) => real(pause !== 1200 ? then : () => {
            const from = performance.now();
            then();
            bench.value = performance.now() - from;
        }, pause, ...rest)";
    const TYPED: &str = "const [box, text] = arguments;
        bench.value = null;
        box.value = text;
        box.dispatchEvent(new Event('input', { bubbles: true }))";
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/recording.jsonl");
    let texts = fs::read_to_string(file).map_err(|reason| Fault::File {
        path: file.to_owned(),
        reason,
    })?;
    let notes = texts
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let all: Vec<String> = notes
        .filter_map(|note| Some(note.get("text")?.as_str()?.to_owned()))
        .collect();
    let page: Vec<&str> = all
        .iter()
        .flat_map(|text| text.split(' '))
        .cycle()
        .take(WORDS)
        .collect();
    let page = page.join(" ");
    browser.press("Add a contact").await?;
    browser.wait_for_heading("Add a contact").await?;
    let facts = browser.find(Role::Textbox, "Facts").await?;
    browser.run::<Option<bool>>(WATCHED, Vec::new()).await?;
    for look in 0..LOOKS {
        let text = format!("{page} {look}");
        browser
            .run::<Option<bool>>(TYPED, vec![facts.to_json()?, text.into()])
            .await?;
        figures.add(&WORDING, speed, [took(browser, "the look at the wording").await?]);
    }
    browser
        .run::<Option<bool>>(TYPED, vec![facts.to_json()?, "".into()])
        .await?;
    Ok(())
}

async fn compliance(browser: &Browser, speed: Speed, figures: &mut Figures) -> Outcome {
    browser.open_plain("workspace.html#/registers").await?;
    browser.wait_for_heading("Registers").await?;
    let link = browser.find(Role::Link, "Compliance").await?;
    let stands = "bench.heading('Compliance') && document.querySelector('.clause')";
    arm(browser, "click", stands).await?;
    link.click().await?;
    figures.add(&COMPLIANCE, speed, [took(browser, "the compliance page").await?]);
    Ok(())
}

/// The manager, who holds every case, declares somebody they know.
async fn declare(browser: &Browser, speed: Speed, figures: &mut Figures) -> Outcome {
    browser.open_plain("workspace.html#/team").await?;
    browser.press("What you declared").await?;
    for (name, phone) in FRIENDS {
        browser.press("Declare an interest").await?;
        let known = "A friend, neighbour, colleague or somebody else they know";
        browser.answer("What kind of interest is it?", known).await?;
        browser.write("Name", name).await?;
        browser.write("Telephone (optional)", phone).await?;
        let shown =
            format!("!document.querySelector('form') && document.querySelector('main').textContent.includes('{name}')");
        arm(browser, "click", &shown).await?;
        browser.press("Declare this interest").await?;
        figures.add(&DECLARE, speed, [took(browser, "the declared interest").await?]);
    }
    Ok(())
}

/// The manager brings in the national register of schools, having just unlocked: what the page did before would be in its memory.
pub(crate) async fn schools(browser: &Browser, speed: Speed, there: &There, figures: &mut Figures) -> Outcome {
    let file = there.schools()?;
    make_ready(browser, speed).await?;
    browser.open_plain("workspace.html#/cases").await?;
    took(browser, "the locked workspace").await?;
    unlock(browser, speed, figures).await?;
    browser.open_plain("workspace.html#/schools").await?;
    browser.wait_for_heading("Schools").await?;
    browser
        .write("Local authorities or districts", crate::schools::AREA)
        .await?;
    let place = browser.find_containing(Role::File, "The files of the register").await?;
    let shown = "document.querySelector('main').textContent.includes('Schools kept: ')";
    arm(browser, "change", shown).await?;
    let since = clock(browser).await?;
    place.send_keys(file.to_string_lossy()).await?;
    figures.add(&SCHOOLS, speed, [took(browser, "the schools").await?]);
    figures.add(&SCHOOLS_BUSY, speed, [longest(browser, since).await?]);
    figures.add(&SCHOOLS_MEMORY, speed, [memory::of_page(browser).await?]);
    Ok(())
}

/// One family after the other is checked against very many people. The sample's page makes them, for no service has so many.
pub(crate) async fn checks(site: &Site, speed: Speed, figures: &mut Figures) -> Outcome {
    let browser = Browser::start(Kind::Chromium, site.address()).await?;
    make_ready(&browser, Speed::Plain).await?;
    browser.open_plain("sample.html#/measure").await?;
    took(&browser, "the page").await?;
    // Making so many people takes its time, whatever the speed.
    arm(&browser, "", "document.querySelector('main p + button')").await?;
    took(&browser, "the people").await?;
    browser.slow_down(speed.factor()).await?;
    for turn in 1..=CHECKS {
        arm(
            &browser,
            "click",
            &format!("document.querySelector('main').textContent.includes('Check {turn}:')"),
        )
        .await?;
        browser.press("Check the next family").await?;
        figures.add(&CHECK, speed, [took(&browser, "the check").await?]);
    }
    Ok(())
}

async fn import(browser: &Browser, speed: Speed, there: &There, figures: &mut Figures) -> Outcome {
    browser.open_plain("workspace.html#/inbox").await?;
    browser.wait_for_heading("Bring in a request for help").await?;
    let place = browser.find_containing(Role::File, "Locked files").await?;
    arm(browser, "change", "bench.heading('Can you take this request?')").await?;
    let since = clock(browser).await?;
    place.send_keys(there.form_paths()).await?;
    let milliseconds = took(browser, "the first request").await?;
    // Each of them opened: the others wait behind the first.
    browser.see(&format!("{} more", there.forms.saturating_sub(1))).await?;
    #[allow(clippy::cast_precision_loss, clippy::as_conversions, reason = "a thousand")]
    let forms = there.forms as f64;
    figures.add(&IMPORT, speed, [forms * 1000.0 / milliseconds]);
    figures.add(&IMPORT_BUSY, speed, [longest(browser, since).await?]);
    Ok(())
}

async fn backup(browser: &Browser, speed: Speed, figures: &mut Figures) -> Outcome {
    browser.open_plain("workspace.html#/settings/backup").await?;
    browser.wait_for_heading("Backup").await?;
    arm(
        browser,
        "click",
        "document.querySelector('main').textContent.includes('Is the file saved?')",
    )
    .await?;
    let since = clock(browser).await?;
    browser.press("Save a backup").await?;
    figures.add(&BACKUP, speed, [took(browser, "the backup").await?]);
    figures.add(&BACKUP_BUSY, speed, [longest(browser, since).await?]);
    figures.add(&BACKUP_MEMORY, speed, [memory::of_page(browser).await?]);
    let file = browser.saved_file().await?;
    fs::remove_file(&file).map_err(|reason| Fault::File {
        path: file.display().to_string(),
        reason,
    })
}
