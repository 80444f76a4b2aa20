//! Looking at the sample: it stands apart from real records, shows the walls from each side, takes a form from its own public page,
//! and goes away in one step.

use journeys::{Browser, ChromiumAlone, Fault, Key, Outcome, Role, Setting, journey, journey_with};

use super::{
    case::{bring_it_in_for, list_cases, paste_into_the_inbox, show_those},
    form::{Asking, Form},
    workspace::{Worker, go_to, lock, set_up},
};

/// The sample's manager, whose button signs her in.
const HAZEL: Worker = Worker {
    name: "Hazel Winterbourne",
    sign_in: "",
    passphrase: "",
};

const DATABASES: &str = "return indexedDB.databases().then(all => all.map(one => one.name).sort().join())";

async fn databases(browser: &Browser) -> Result<String, Fault> {
    browser.run(DATABASES, Vec::new()).await
}

/// Makes a sample from the workspace's first page, and arrives where one chooses whose side to see.
pub(super) async fn make(browser: &Browser) -> Outcome {
    browser.open("workspace.html").await?;
    browser.arrive("Nothing is kept on this device yet").await?;
    browser.press("Try it with sample data").await?;
    browser.arrive("Try it with sample data").await?;
    browser.press("Make the sample").await?;
    arrive_locked(browser).await
}

async fn arrive_locked(browser: &Browser) -> Outcome {
    // On a slow machine the making takes longer than a page may take to come.
    let script = "return document.documentElement.dataset.booted === 'workspace' && location.search === '?sample'";
    for _ in 0..6 {
        if browser.wait_until("the sample", script).await.is_ok() {
            break;
        }
    }
    browser.wait_until("the sample", script).await?;
    browser.arrive("The workspace is locked").await?;
    browser.see("Nobody here is real").await
}

pub(super) async fn open_as(browser: &Browser, who: &str) -> Outcome {
    browser.press(&format!("Open as {who}")).await?;
    browser.find(Role::Press, "Lock").await.map(drop)
}

/// Searches among all cases of this person, closed ones too.
async fn search(browser: &Browser, words: &str) -> Outcome {
    list_cases(browser).await?;
    show_those(browser, "All").await?;
    browser.write("Find a case", words).await
}

#[test]
fn sps_15_the_sample_shows_a_wall_from_each_side() {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with("sample-walls", &setting, async |stage| {
        let browser = &stage.browser;
        make(browser).await?;
        open_as(browser, "Grace Pellow, volunteer").await?;
        browser.arrive("Work").await?;
        search(browser, "Arkwell").await?;
        browser.see("No case was found").await?;
        browser.miss("Teddy").await?;
        lock(browser).await?;
        open_as(browser, "Hazel Winterbourne, manager").await?;
        search(browser, "Arkwell").await?;
        browser.see("Teddy Arkwell").await?;
        go_to(browser, "Registers").await?;
        browser.wait_for_heading("Registers").await?;
        browser.press("Compliance").await?;
        browser.wait_for_heading("Compliance").await?;
        browser.see("cases that you may open").await?;
        browser.press("What shows it STA-18").await?;
        browser.press("What shows it STA-1").await?;
        browser.judge("compliance of the sample").await
    });
}

/// Counts the entries that the page reads from the browser's storage from here on.
const COUNT: &str = "const get = IDBObjectStore.prototype.get; window.entriesRead = 0; \
     IDBObjectStore.prototype.get = function (...key) { if (this.name === 'e') window.entriesRead += 1; return get.apply(this, key); }";
const KEPT: &str = "const ask = request => new Promise((done, fail) => { request.onsuccess = () => done(request.result); \
     request.onerror = fail; }); return ask(indexedDB.open('evenhand-sample')).then(async database => { \
     const count = await ask(database.transaction('f').objectStore('f').count()); database.close(); return count > 0; })";

async fn entries_read(browser: &Browser) -> Result<u64, Fault> {
    browser.run("return window.entriesRead", Vec::new()).await
}

/// Waits until entries were read and no more come, and gives how many they were.
async fn entries_come(browser: &Browser, before: u64) -> Result<u64, Fault> {
    let script = "const now = window.entriesRead, last = window.lastRead; window.lastRead = now; \
                  return now > arguments[0] && now === last";
    browser
        .wait_with("entries that are read", script, vec![before.into()])
        .await?;
    entries_read(browser).await
}

#[test]
fn a_case_is_read_while_its_link_is_pressed_or_has_the_focus() {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with("sample-foreseen", &setting, async |stage| {
        let browser = &stage.browser;
        make(browser).await?;
        open_as(browser, "Hazel Winterbourne, manager").await?;
        // From a snapshot on, the entries of a case stay in the log until somebody opens it.
        browser.wait_until("a snapshot", KEPT).await?;
        lock(browser).await?;
        open_as(browser, "Hazel Winterbourne, manager").await?;
        list_cases(browser).await?;
        browser.run::<Option<bool>>(COUNT, Vec::new()).await?;
        let link = "return document.querySelector('tbody a')";
        let link = browser.driver()?.execute(link, Vec::new()).await?.element()?;
        let hand = browser.driver()?.action_chain();
        hand.move_to_element_center(&link).click_and_hold().perform().await?;
        let pressed = entries_come(browser, 0).await?;
        browser.wait_for_heading("Cases").await?;
        browser.driver()?.action_chain().release().perform().await?;
        browser.wait_for_heading("Case summary").await?;
        assert_eq!(entries_read(browser).await?, pressed, "it was read once more");
        browser.back().await?;
        browser.wait_for_heading("Cases").await?;
        browser
            .run::<Option<bool>>("document.querySelector('tbody a').focus()", Vec::new())
            .await?;
        browser.tab(false).await?;
        let focused = entries_come(browser, pressed).await?;
        browser.keys(Key::Enter).await?;
        browser.wait_for_heading("Case summary").await?;
        assert_eq!(entries_read(browser).await?, focused, "it was read once more");
        Ok(())
    });
}

#[test]
fn lei_31_the_sample_s_public_page_sends_to_the_sample_s_inbox() {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with("sample-form", &setting, async |stage| {
        let browser = &stage.browser;
        make(browser).await?;
        open_as(browser, "Hazel Winterbourne, manager").await?;
        go_to(browser, "Inbox").await?;
        browser.arrive("Bring in a request for help").await?;
        browser.press("Bring in the sample form").await?;
        browser
            .see("Do you know anyone here, or have you any interest?")
            .await?;
        browser.pass_quickly();
        browser.open("index.html?sample").await?;
        browser.see("Nobody here is real").await?;
        browser.see("Larkmere SENDIASS (sample)").await?;
        let form = Form {
            area: "Larkmere",
            ..Form::parent()
        };
        let asking = Asking { browser, form: &form };
        asking.to_the_answers().await?;
        let locked = asking.lock_and_copy().await?;
        browser.open("workspace.html?sample").await?;
        open_as(browser, "Hazel Winterbourne, manager").await?;
        paste_into_the_inbox(browser, &locked).await?;
        bring_it_in_for(browser, HAZEL).await?;
        browser.wait_for_heading("Case summary").await?;
        browser.see("The council said no to an assessment.").await
    });
}

#[test]
fn the_sample_goes_in_one_step_and_the_service_s_own_records_stay() {
    journey("sample-removed", async |stage| {
        let browser = &stage.browser;
        set_up(browser).await?;
        lock(browser).await?;
        browser.open("sample.html").await?;
        browser.arrive("Try it with sample data").await?;
        browser.press("Make the sample").await?;
        arrive_locked(browser).await?;
        let both = databases(browser).await?;
        if both != "evenhand,evenhand-sample" {
            return Err(Fault::Unexpected(format!("databases: {both}")));
        }
        browser.press("Remove the sample").await?;
        browser.arrive("Remove the sample?").await?;
        browser.press("Remove the sample").await?;
        browser.arrive("The workspace is locked").await?;
        browser.miss("Nobody here is real").await?;
        let left: String = browser
            .run(
                "return Object.keys(localStorage).filter(key => key.includes('sample')).join()",
                Vec::new(),
            )
            .await?;
        let rest = databases(browser).await?;
        if rest == "evenhand" && left.is_empty() {
            Ok(())
        } else {
            Err(Fault::Unexpected(format!("left: {rest} {left}")))
        }
    });
}
