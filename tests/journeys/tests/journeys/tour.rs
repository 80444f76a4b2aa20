//! Every screen of the workspace with the sample's data in it: whatever a link leads to, one of each kind, is judged, and fits where there
//! is little room. `EVENHAND_PICTURES` set to a folder keeps each of them at three widths, in the light and in the dark
//! (`cargo xtask screenshots sample`).

use std::collections::{BTreeSet, VecDeque};
use std::env;

use journeys::{Browser, ChromiumAlone, Fault, Outcome, Setting, journey_with, look::Look};
use serde_json::json;

use super::{
    reach::fits,
    sample::{make, open_as},
};

/// Screens that this many links lead to are there at the least; fewer would mean that the walk was cut short.
const AT_LEAST: usize = 60;

/// Whoever sees everything, and whoever sees the least.
const PEOPLE: [&str; 2] = ["Hazel Winterbourne, manager", "Grace Pellow, volunteer"];

/// Small screens: a telephone across, with its keyboard open, and the smallest window that has to do (WCAG 1.4.10).
const ACROSS: (u32, u32) = (740, 180);
const SMALLEST: (u32, u32) = (320, 256);

#[test]
fn every_screen_of_the_sample_is_for_everybody() {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::CanBeTold);
    journey_with("tour", &setting, async |stage| {
        let browser = &stage.browser;
        make(browser).await?;
        let mut seen = BTreeSet::new();
        for who in PEOPLE {
            browser.open_plain("404.html").await?;
            browser.open("workspace.html?sample#/work").await?;
            browser.wait_for_heading("The workspace is locked").await?;
            open_as(browser, who).await?;
            walk(browser, &mut seen).await?;
        }
        if seen.len() < AT_LEAST {
            return Err(Fault::Unexpected(format!("only {} screens: {seen:?}", seen.len())));
        }
        Ok(())
    });
}

/// Follows every link from the page of work, one of each kind of screen.
async fn walk(browser: &Browser, seen: &mut BTreeSet<String>) -> Outcome {
    let mut next: VecDeque<String> = VecDeque::from(["#/work".to_owned()]);
    let mut known = BTreeSet::from([kind_of("#/work")]);
    while let Some(address) = next.pop_front() {
        turn_to(browser, &address).await?;
        let links: Vec<String> = browser
            .run(
                "return [...document.querySelectorAll('a[href^=\"#/\"]')].map(link => link.getAttribute('href'))",
                Vec::new(),
            )
            .await?;
        next.extend(links.into_iter().filter(|link| known.insert(kind_of(link))));
        if seen.insert(kind_of(&address)) {
            look(browser, &address).await?;
        }
    }
    Ok(())
}

/// An address without what it is about: every identifier, and every one of a policy's settings, is like the other.
fn kind_of(address: &str) -> String {
    let is_id = |part: &str| part.len() >= 26 && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let mut parts: Vec<&str> = address
        .split('/')
        .map(|part| if is_id(part) { "*" } else { part })
        .collect();
    if let ["#", "registers", _, "add", what] = parts.as_mut_slice() {
        *what = "*";
    }
    parts.join("/")
}

async fn turn_to(browser: &Browser, address: &str) -> Outcome {
    let go = "location.hash = arguments[0]; return document.title";
    browser.run::<String>(go, vec![json!(address)]).await?;
    let stands = "return location.hash === arguments[0] && !!document.querySelector('main h1') && \
                  !document.querySelector('main [role=progressbar], main [aria-busy=true]')";
    browser.wait_with(address, stands, vec![json!(address)]).await?;
    // What comes after the heading comes in the next turns.
    let settled = "const done = arguments[arguments.length - 1]; \
                   requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 60)))";
    browser.driver()?.execute_async(settled, Vec::new()).await?;
    Ok(())
}

async fn look(browser: &Browser, address: &str) -> Outcome {
    let place = kind_of(address);
    browser.judge(&place).await?;
    if env::var_os("EVENHAND_PICTURES").is_some() {
        let dark = Look {
            dark: true,
            still: true,
            ..Look::default()
        };
        browser.look(dark).await?;
        browser.judge(&format!("{place} dark")).await?;
        browser.look(Look::default()).await?;
    }
    // The forms of the registers are one form with other questions.
    let sizes: &[(u32, u32)] = if place.contains("registers/") {
        &[SMALLEST]
    } else {
        &[ACROSS, SMALLEST]
    };
    for (width, height) in sizes {
        browser.size(*width, *height).await?;
        fits(browser, &place).await?;
    }
    browser.size(1280, 900).await
}
