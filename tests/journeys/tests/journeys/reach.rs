//! For everybody, everywhere: narrow, dark, with few colours, by keys alone, below a path, without a network.

use journeys::{Browser, ChromiumAlone, Fault, Key, Outcome, Role, Setting, Stage, journey, journey_with, look::Look};

use super::{
    case::{Family, list_cases, open_it_for, somebody_telephones, turn_to, write_down},
    workspace::{PRIYA, go_to, lock, set_up, unlock},
};

const CALLER: Family = Family {
    parent: "Amina Hassan",
    phone: "01632 960321",
    child: "Yusuf",
    age: "7",
    school: "Alder Bank Primary School",
};

async fn a_service_with_a_case(browser: &Browser) -> Outcome {
    browser.pass_quickly();
    set_up(browser).await?;
    somebody_telephones(browser).await?;
    write_down(browser, CALLER).await?;
    open_it_for(browser, PRIYA).await?;
    browser.arrive("Add a contact").await?;
    browser.look_closely();
    Ok(())
}

/// Nothing has to be scrolled sideways, whatever does not fit.
pub(super) async fn fits(browser: &Browser, place: &str) -> Outcome {
    let script = "return [document.documentElement.scrollWidth, innerWidth]";
    let [wide, there]: [u32; 2] = browser.run(script, Vec::new()).await?;
    if wide <= there {
        return Ok(());
    }
    Err(Fault::Unexpected(format!(
        "{place} is {wide} pixels wide where there are {there}"
    )))
}

/// Looks at every main screen of the workspace, with a case open in it.
async fn main_screens(browser: &Browser, look: impl AsyncFn(&Browser, &str) -> Outcome) -> Outcome {
    look(browser, "Add a contact").await?;
    let parts = [
        ("Summary", "Case summary"),
        ("Timeline", "Timeline"),
        ("Fairness", "Fairness"),
        ("Close", "Close this case"),
    ];
    for (part, heading) in parts {
        turn_to(browser, part, heading).await?;
        look(browser, heading).await?;
    }
    for (place, heading) in [
        ("Work", "Work"),
        ("Cases", "Cases"),
        ("Inbox", "Bring in a request for help"),
        ("Team", "Team: 1 person"),
        ("Settings", "Settings"),
    ] {
        go_to(browser, place).await?;
        browser.wait_for_heading(heading).await?;
        look(browser, heading).await?;
    }
    lock(browser).await?;
    look(browser, "The workspace is locked").await
}

#[test]
fn nothing_scrolls_sideways_at_320_by_256() {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::CanBeTold);
    journey_with("reflow", &setting, async |stage| {
        let browser = &stage.browser;
        a_service_with_a_case(browser).await?;
        browser.size(320, 256).await?;
        browser.pass_quickly();
        main_screens(browser, fits).await?;
        for (address, heading) in [
            ("index.html", "Help with special educational needs and disabilities"),
            ("index.html#/fair", "How we stay fair"),
            ("index.html#/ask", "How to ask us for help"),
        ] {
            browser.open_plain("404.html").await?;
            browser.open(address).await?;
            browser.wait_for_heading(heading).await?;
            fits(browser, heading).await?;
        }
        Ok(())
    });
}

async fn in_the_look(stage: &Stage, look: Look) -> Outcome {
    let browser = &stage.browser;
    a_service_with_a_case(browser).await?;
    browser.look(look).await?;
    main_screens(browser, async |browser, place| browser.judge(place).await).await?;
    browser.open("index.html").await?;
    browser
        .arrive("Help with special educational needs and disabilities")
        .await
}

fn look_at_it(name: &str, look: Look) {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::CanBeTold);
    journey_with(name, &setting, async |stage| in_the_look(stage, look).await);
}

#[test]
fn dark_shuts_nobody_out() {
    let dark = true;
    look_at_it(
        "dark",
        Look {
            dark,
            ..Look::default()
        },
    );
}

#[test]
fn few_colours_shut_nobody_out() {
    let forced_colours = true;
    look_at_it(
        "forced",
        Look {
            forced_colours,
            ..Look::default()
        },
    );
}

/// Goes on by the tabulator until this has the focus. On the way, everything that has it must show it; past the end of the page the
/// browser's own bar has it, and the page nothing.
pub(super) async fn tab_to(browser: &Browser, role: &str, name: &str) -> Outcome {
    let shown = "const e = document.activeElement; const parts = [e, ...(e.labels || []), e.parentElement]; \
                 return !document.hasFocus() || e === document.body || parts.some(p => { const s = getComputedStyle(p); \
                   return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none' })";
    let mut passed = Vec::new();
    for _ in 0..80 {
        let here = browser.focused().await?;
        // Firefox has no role for a place for passphrases.
        let has_role = here.0 == role || (here.0.is_empty() && role == "textbox");
        if has_role && here.1 == name {
            return Ok(());
        }
        browser.tab(false).await?;
        if !browser.run::<bool>("return document.hasFocus()", Vec::new()).await? {
            // In Firefox the browser's own bar has the focus now, and would keep half of it: keys would come, and press nothing.
            let here = browser.driver()?.window().await?;
            browser.driver()?.switch_to_window(here).await?;
            browser.run::<bool>("window.focus(); return true", Vec::new()).await?;
        }
        if !browser.run::<bool>(shown, Vec::new()).await? {
            return Err(Fault::Unexpected(format!(
                "{:?} has the focus and does not show it",
                browser.focused().await?
            )));
        }
        passed.push(here);
    }
    Err(Fault::Unexpected(format!(
        "the tabulator does not come to the {role} {name:?}; it passed {passed:?}"
    )))
}

async fn by_keys_alone(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    a_service_with_a_case(browser).await?;
    lock(browser).await?;
    tab_to(browser, "textbox", "Sign-in name").await?;
    browser.keys(PRIYA.sign_in).await?;
    tab_to(browser, "textbox", "Passphrase").await?;
    browser.keys(PRIYA.passphrase).await?;
    browser.keys(Key::Enter).await?;
    browser
        .wait_until(
            "the focus on the page's heading",
            "return document.activeElement.tagName === 'H1'",
        )
        .await?;
    for (place, heading) in [
        ("Cases", "Cases"),
        (CALLER.parent, "Case summary"),
        ("Add a contact", "Add a contact"),
    ] {
        follow(browser, place).await?;
        browser.wait_for_heading(heading).await?;
    }
    tab_to(browser, "checkbox", CALLER.parent).await?;
    browser.keys(" ").await?;
    tab_to(browser, "radio", "Telephone or video call").await?;
    browser.keys(" ").await?;
    tab_to(browser, "radio", "Yes").await?;
    browser.keys(" ").await?;
    tab_to(
        browser,
        "textbox",
        &format!("How do you know that {} understood?", CALLER.parent),
    )
    .await?;
    browser.keys("She said it back").await?;
    tab_to(browser, "textbox", "Facts").await?;
    browser.keys("She asked about transport.").await?;
    // An arrow goes from the first answer to the second.
    tab_to(browser, "radio", "Yes").await?;
    browser.keys(Key::Down).await?;
    tab_to(browser, "button", "Save contact").await?;
    browser.keys(Key::Enter).await?;
    browser.wait_for_heading("Timeline").await?;
    browser.see("She asked about transport.").await
}

/// Goes to a link by the tabulator and follows it; the case is known by whom it is about.
async fn follow(browser: &Browser, name: &str) -> Outcome {
    let name = if name == CALLER.parent {
        let table = browser.find(Role::Table, "Cases").await?;
        let link = browser.find_within_containing(&table, Role::Link, "").await?;
        browser.name_of(&link).await?
    } else {
        name.to_owned()
    };
    tab_to(browser, "link", &name).await?;
    browser.keys(Key::Enter).await
}

#[test]
fn keys_alone_unlock_and_add_a_contact() {
    journey("keys", by_keys_alone);
}

async fn without_a_network(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    a_service_with_a_case(browser).await?;
    super::offline::installed(browser).await?;
    stage.site.go_offline()?;
    // Opened anew and not reloaded: Firefox's driver reloads past the service worker, as no person does.
    browser.driver()?.goto("about:blank").await?;
    browser.open("workspace.html").await?;
    unlock(browser, PRIYA).await?;
    list_cases(browser).await?;
    browser.see(CALLER.child).await?;
    stage.site.come_back()
}

#[test]
fn the_workspace_below_a_path_works_without_a_network() {
    journey_with(
        "offline-workspace",
        &Setting::new().below("/some/path"),
        without_a_network,
    );
}
