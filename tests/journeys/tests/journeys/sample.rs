//! Looking at the sample: it stands apart from real records, shows the walls from each side, takes a form from its own public page,
//! and goes away in one step.

use journeys::{Browser, ChromiumAlone, Fault, Outcome, Role, Setting, journey, journey_with};

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
        browser.press("What shows STA-18").await?;
        browser.press("What shows STA-1").await?;
        browser.judge("compliance of the sample").await
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
